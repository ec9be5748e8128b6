/**
 * Shows the action to a person: the committed dist/index.js as a step of a workflow, run against the sandbox.
 * Nothing leaves this machine. Ends with exit code 1 if a run does not end as it should.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type RunResult, runAction } from '../test/harness/run-action.ts';
import { bothPlans, type Sandbox, startSandbox } from '../test/sandbox/index.ts';
import { common, type Scene, scenes } from './demo/scenes.ts';
import { bold, dim, heading, red, say, sayWrapped, showLog, showOutputs, showStep } from './demo/telling.ts';

/** Virtual seconds in a real one: quick enough to watch, slow enough for the times in the log to mean something. */
const RATE = 16;

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'tmp/demo');

interface Row {
  title: string;
  result: RunResult;
  virtualSeconds: number;
  summaryFile: string;
  mistakes: string[];
}

const mutating = ({ requests }: RunResult) =>
  requests.filter((request) => request.mutating && ['ec2', 'cloud'].includes(request.service)).length;

function mistakesOf(result: RunResult, { expected }: Scene): string[] {
  const seen = {
    exitCode: result.exitCode,
    errorCode: result.outputs['error-code'],
    status: result.outputs['status'],
    changed: result.outputs['changed'],
    changes: mutating(result) === 0 ? 'none' : 'some',
  };
  const wrong = Object.entries(expected).filter(([name, value]) => seen[name as keyof typeof seen] !== value);
  return [
    ...wrong.map(([name, value]) => `${name} is ${String(seen[name as keyof typeof seen])}, expected ${value}`),
    ...(result.stderr === '' ? [] : [`wrote to stderr: ${result.stderr.trim().slice(0, 200)}`]),
  ];
}

async function play(sandbox: Sandbox, scene: Scene, earlier: readonly Row[]): Promise<Row> {
  const number = earlier.length + 1;
  heading(`${number}. ${scene.title}`);
  sayWrapped(scene.story, 2);
  say();
  scene.before?.(sandbox);
  const inputs = { ...scene.inputs, ...common };
  showStep(inputs);
  if (process.stdout.isTTY) process.stdout.write(dim('  … running\r'));
  const result = await runAction(sandbox, { inputs });
  showLog(result.log);
  const summaryFile = path.posix.join('tmp/demo', `${number}-${scene.title.toLowerCase().replace(/[^a-z]+/g, '-')}.md`);
  writeFileSync(path.join(root, summaryFile), result.summary);
  const before = scene.again === undefined ? undefined : earlier[scene.again - 1];
  showOutputs(result.outputs, summaryFile, before && { number: scene.again ?? 0, outputs: before.result.outputs });
  const mistakes = mistakesOf(result, scene);
  const count = (service: string) => result.requests.filter((request) => request.service === service).length;
  say();
  say(
    `  ${bold('Requests')}  ${result.requests.length}: GitHub ${count('oidc') + count('github')}, STS ${count('sts')}, EC2 ${count('ec2')}, CockroachDB Cloud ${count('cloud')}; ${mutating(result)} of them change AWS or CockroachDB Cloud`,
  );
  say(`  ${bold('Exit code')} ${result.exitCode}`);
  for (const mistake of mistakes) say(`  ${red(`NOT AS EXPECTED: ${mistake}`)}`);
  return { title: scene.title, result, virtualSeconds: (result.durationMs * RATE) / 1000, summaryFile, mistakes };
}

function showOverview(rows: readonly Row[]): void {
  heading('What happened');
  const cells = [
    ['Run', 'Exit', 'Status', 'Changed', 'Requests', 'Sandbox time', 'Summary (Markdown)'],
    ...rows.map(({ title, result, virtualSeconds, summaryFile }, index) => [
      `${index + 1}. ${title}`,
      String(result.exitCode),
      result.outputs['error-code'] || (result.outputs['status'] ?? ''),
      result.outputs['changed'] ?? '',
      String(result.requests.length),
      `${virtualSeconds.toFixed(0)} s`,
      summaryFile,
    ]),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const [index, row] of cells.entries()) {
    const line = `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
    say(index === 0 ? bold(line) : line);
  }
  say();
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
say(bold('CockroachDB Cloud PrivateLink for AWS: a demonstration'));
say(`The committed dist/index.js runs as a step of a workflow. GitHub, AWS STS, EC2 and the CockroachDB Cloud API are
servers of the sandbox on this machine; their clock runs ${RATE} times faster. Times in the log are sandbox time.`);
const sandbox = await startSandbox({ ...bothPlans(), rate: RATE });
const rows: Row[] = [];
try {
  for (const scene of scenes) rows.push(await play(sandbox, scene, rows));
} finally {
  await sandbox.close();
}
showOverview(rows);
const wrong = rows.filter((row) => row.mistakes.length > 0);
if (wrong.length > 0) {
  say(red(`${wrong.length} of ${rows.length} runs did not end as expected.`));
  process.exitCode = 1;
} else {
  say(`All ${rows.length} runs ended as expected. The README tells how to use the action in a workflow.`);
}
