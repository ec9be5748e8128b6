/**
 * Shows the action to a person: the committed dist/index.js as a step of a workflow, run against the sandbox.
 * Nothing leaves this machine. Ends with exit code 1 if a run does not end as it should.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type RunResult, runAction } from '../test/harness/run-action.ts';
import { bothPlans, ids, type Sandbox, startSandbox } from '../test/sandbox/index.ts';

/** Virtual seconds in a real one: quick enough to watch, slow enough for the times in the log to mean something. */
const RATE = 16;
const WIDTH = 110;

interface Scene {
  title: string;
  /** What the world is like before the run. */
  story: string;
  /** The step's `with:` block beside what all runs share. */
  inputs: Record<string, string>;
  /** Number of the earlier run of the same step. */
  again?: number;
  before?(sandbox: Sandbox): void;
  expected: { exitCode: number; errorCode: string; status: string; changed: string; changes: 'some' | 'none' };
}

const BRANCH = 'branch:feature/checkout';
const finished = { exitCode: 0, errorCode: '', status: 'available' };
const scenes: Scene[] = [
  {
    title: 'Standard cluster, first run',
    story: 'The VPC has no endpoint yet. The endpoint service of a Standard cluster is there from the start.',
    inputs: { cluster: ids.standardName },
    expected: { ...finished, changed: 'true', changes: 'some' },
  },
  {
    title: 'Advanced cluster, first run',
    story: 'An Advanced cluster has no endpoint service until somebody asks for one: the action does.',
    inputs: { cluster: ids.advancedName },
    expected: { ...finished, changed: 'true', changes: 'some' },
  },
  {
    title: 'Standard cluster, second run',
    story: 'The same step again. All is as it should be, so nothing is changed.',
    inputs: { cluster: ids.standardName },
    again: 1,
    expected: { ...finished, changed: 'false', changes: 'none' },
  },
  {
    title: 'Advanced cluster, second run',
    story: 'The same for the Advanced cluster.',
    inputs: { cluster: ids.advancedName },
    again: 2,
    expected: { ...finished, changed: 'false', changes: 'none' },
  },
  {
    title: 'A run that has to fail',
    story: 'Somebody turned off the attribute enableDnsHostnames of the VPC, which private DNS needs.',
    inputs: { cluster: ids.standardName },
    again: 1,
    before: ({ world }) => world.setVpcDns(ids.vpc, { hostnames: false }),
    expected: { exitCode: 1, errorCode: 'vpc-dns-off', status: 'available', changed: 'false', changes: 'none' },
  },
  {
    title: 'A check that finds drift',
    story:
      'The attribute is on again, but somebody turned private DNS of the endpoint off and opened its security group to the world. verify finds both, opens an issue and changes nothing.',
    inputs: { operation: 'verify', cluster: ids.standardName, 'drift-issue': 'true' },
    again: 1,
    before({ world }) {
      world.setVpcDns(ids.vpc, { hostnames: true });
      const [endpoint] = world.endpoints((one) => one.serviceName === ids.standardServiceName);
      if (endpoint === undefined) throw new Error('the first run made no endpoint');
      world.setPrivateDns(endpoint.id, false);
      world.addRule({ groupId: endpoint.groupIds[0] ?? '', cidr: '0.0.0.0/0', description: 'only for a test' });
    },
    expected: { exitCode: 1, errorCode: 'drift', status: 'pending', changed: 'false', changes: 'none' },
  },
  {
    title: 'A branch joins',
    story:
      'A branch gets a path to the same cluster. It shares the endpoint that is there, adds its claim to it, and what drifted is mended on the way.',
    inputs: { cluster: ids.standardName, environment: BRANCH },
    again: 1,
    before: ({ world }) => world.branches.add('feature/checkout'),
    expected: { ...finished, changed: 'true', changes: 'some' },
  },
  {
    title: 'Sweep after the branch is gone',
    story:
      'Thirty hours later the branch is deleted, and no job ran for it. The nightly sweep gives its claim up; the endpoint stays for the others.',
    inputs: { operation: 'sweep' },
    before({ world, clock }) {
      clock.advance(30 * 3_600_000);
      world.branches.delete('feature/checkout');
    },
    // Giving up a claim changes nothing that anybody else sees.
    expected: { exitCode: 0, errorCode: '', status: 'deleted', changed: 'false', changes: 'some' },
  },
  {
    title: 'The last one leaves',
    story:
      'Nobody else claims the endpoint of the Standard cluster any more, so it goes, with its connection and its group.',
    inputs: { operation: 'delete', cluster: ids.standardName },
    expected: { exitCode: 0, errorCode: '', status: 'deleted', changed: 'true', changes: 'some' },
  },
];

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'tmp/demo');
const common = {
  'cockroach-api-key': ids.apiKey,
  'aws-region': ids.region,
  'role-to-assume': ids.role,
  'vpc-id': ids.vpc,
};
/** What a workflow writes where the sandbox has a secret of its own. */
const written: Record<string, string> = { 'cockroach-api-key': '$' + '{{ secrets.COCKROACH_API_KEY }}' };

const say = (text = '') => console.log(text);
const colour = process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = (text: string) => paint(1, text);
const dim = (text: string) => paint(2, text);

function heading(text: string): void {
  say();
  say(bold(`── ${text} ${'─'.repeat(Math.max(3, WIDTH - text.length - 4))}`));
  say();
}

function showStep(inputs: Record<string, string>): void {
  say('  - uses: OWNER/cockroachdb-privatelink-action@COMMIT_SHA');
  say('    with:');
  for (const [name, value] of Object.entries(inputs)) say(`      ${name}: ${written[name] ?? value}`);
  say();
}

/** Prints a line in the given indent; a long one goes on below, indented further. */
function sayWrapped(text: string, indent: number, shade: (text: string) => string = (same) => same): void {
  let line = '';
  let margin = indent;
  for (const word of text.split(' ')) {
    if (line !== '' && margin + line.length + 1 + word.length > WIDTH) {
      say(' '.repeat(margin) + shade(line));
      line = '';
      margin = indent + 4;
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  say(' '.repeat(margin) + shade(line));
}

const red = (text: string) => paint(31, text);
const yellow = (text: string) => paint(33, text);

/** The log as the runner shows it: groups as indented sections, annotations marked, debug lines hidden. */
function showLog(log: string): void {
  let indent = 2;
  const lines = log.trimEnd().split('\n');
  // The failure, which comes last, goes on in the lines after it; findings have one line each.
  const failure = lines.findLastIndex((line) => line.startsWith('##[error]'));
  for (const [index, line] of lines.entries()) {
    const [, command, rest = ''] = /^##\[(\w+)\](.*)$/.exec(line) ?? [];
    if (command === 'debug') continue;
    if (command === 'endgroup') indent = 2;
    else if (command === 'group') {
      say(`  ▾ ${bold(rest)}`);
      indent = 6;
    } else if (command === 'error') {
      sayWrapped(`Error: ${rest}`, 2, red);
      indent = index === failure ? 9 : 2;
    } else if (command === 'warning') sayWrapped(`Warning: ${rest}`, indent, yellow);
    else sayWrapped(line, indent);
  }
}

/** The outputs as a table; after an earlier run of the same step only those that differ. */
function showOutputs(
  outputs: Record<string, string>,
  summaryFile: string,
  earlier?: { number: number; outputs: Record<string, string> },
): void {
  const differs = Object.entries(outputs).filter(([name, value]) => value !== (earlier?.outputs[name] ?? ''));
  const width = Math.max(...differs.map(([name]) => name.length));
  say();
  say(`  ${bold('Outputs')}${earlier === undefined ? '' : ` (those that differ from run ${earlier.number})`}`);
  for (const [name, value] of differs) {
    const room = WIDTH - width - 6;
    const text = value.length > room ? `${value.slice(0, room - 1)}…` : value;
    const shown = name === 'summary-markdown' ? `see ${summaryFile}` : text || '(empty)';
    say(`    ${name.padEnd(width)}  ${shown}`);
  }
  const empty = Object.keys(outputs).filter((name) => outputs[name] === '');
  if (earlier === undefined && empty.length > 0) say(dim(`    empty: ${empty.join(', ')}`));
}

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
