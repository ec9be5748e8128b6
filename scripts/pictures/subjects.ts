import { type RunResult, runAction } from '../../test/harness/run-action.ts';
import { ids, type Sandbox, standardWorld, startSandbox } from '../../test/sandbox/index.ts';
import type { Picture } from './page.ts';

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

/**
 * What the pictures are of, from real runs of the committed dist/index.js: a first run, and a check after changes by
 * hand.
 */
export async function subjects(): Promise<Picture[]> {
  const world = standardWorld();
  for (const cluster of world.world?.clusters ?? []) cluster.allowlist = [];
  const sandbox = await startSandbox({ ...world, rate: 6 });
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

/** The text that a picture shows: without what is folded away, and without the run and times, which differ. */
export function shownText({ head, markdown }: Picture): string {
  // Hidden data is not seen, and holds the time of the check.
  const seen = markdown.replace(/<!-- cockroachdb-privatelink:checks:.*? -->/gs, '');
  const folded = seen.replace(/(<\/summary>).*?(<\/details>)/gs, '$1$2').replace(/<sub>.*?<\/sub>/g, '');
  return `${head?.title ?? ''}\n${folded.replace(/\b\d+ s\b/g, '… s')}`;
}
