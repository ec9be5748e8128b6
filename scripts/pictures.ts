/**
 * Makes the pictures of docs/pictures/ from real runs of the committed dist/index.js against the sandbox: the job summary of a
 * first run, the picture of the path in it, and the issue that `verify` opens on drift, each in light and dark. Needs Chromium.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type RunResult, runAction } from '../test/harness/run-action.ts';
import { ids, type Sandbox, standardWorld, startSandbox } from '../test/sandbox/index.ts';
import { takePicture } from './pictures-browser.ts';
import { type Picture, pageOf } from './pictures-page.ts';

const root = path.resolve(import.meta.dirname, '..');
const work = path.join(root, 'tmp/pictures');
const out = path.join(root, 'docs/pictures');

const common = {
  cluster: `${ids.standardName}, ${ids.secondStandardName}`,
  'cockroach-api-key': ids.apiKey,
  'aws-region': ids.region,
  'role-to-assume': ids.role,
  'vpc-id': ids.vpc,
};

/** What people do by hand, one difference for each column of the report to tell. */
function driftAway({ world }: Sandbox): void {
  const [endpoint] = world.endpoints((one) => one.serviceName === ids.standardServiceName);
  if (endpoint === undefined) throw new Error('the first run made no endpoint');
  world.setPrivateDns(endpoint.id, false);
  world.addRule({ groupId: endpoint.groupIds[0] ?? '', cidr: '0.0.0.0/0', description: 'only for a test' });
  world.setConnectionStatus(ids.secondStandardCluster, endpoint.id, 'REJECTED');
}

function expectExit(result: RunResult, exitCode: number): void {
  if (result.exitCode !== exitCode) throw new Error(`the run ended with ${result.exitCode}:\n${result.log}`);
}

async function pictures(): Promise<Picture[]> {
  const world = standardWorld();
  for (const cluster of world.world?.clusters ?? []) cluster.allowlist = [];
  const sandbox = await startSandbox({ ...world, rate: 16 });
  try {
    const first = await runAction(sandbox, { inputs: common });
    expectExit(first, 0);
    driftAway(sandbox);
    const check = await runAction(sandbox, { inputs: { ...common, operation: 'verify', 'drift-issue': 'true' } });
    expectExit(check, 1);
    const issue = [...sandbox.world.issues.values()].find(({ pullHead }) => pullHead === null);
    const diagram = /^```mermaid\n.*?^```$/ms.exec(first.summary)?.[0];
    if (issue === undefined || diagram === undefined) throw new Error('a run left no issue or no diagram');
    return [
      { name: 'summary', head: { kind: 'summary', title: 'privatelink' }, markdown: first.summary, width: 1000 },
      { name: 'drift', head: { kind: 'issue', title: issue.title }, markdown: issue.body, width: 1000 },
      { name: 'path', head: undefined, markdown: diagram, width: 1000 },
    ];
  } finally {
    await sandbox.close();
  }
}

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
mkdirSync(out, { recursive: true });
for (const picture of await pictures()) {
  for (const shade of ['light', 'dark'] as const) {
    const file = path.join(out, `${picture.name}-${shade}.png`);
    takePicture(pageOf(picture, shade), { file, width: picture.width, folder: work });
  }
}
rmSync(work, { recursive: true });
