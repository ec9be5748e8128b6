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

/** Manual changes, one difference for each column of the report to tell. */
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

/** What the README's first picture says in place of each label with IDs in the diagram of a run. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/VPC vpc-\w+ \([\w-]+\)/g, 'Your VPC'],
  [/vpce-[0-9a-f]+<br\/>available/g, 'VPC endpoint'],
  [/<br\/>vpce-svc-\w+/g, ''],
  [/(\w+)-standard<br\/>standard/g, 'cluster $1'],
];

/** The diagram of a run with words in place of IDs. @throws Error where a label is left that no word stands for */
export function inWords(diagram: string): string {
  let zones = 0;
  const zoned = diagram.replaceAll(/"[\w-]+<br\/>subnet-\w+"/g, () => {
    zones += 1;
    return `"subnet in zone ${zones}"`;
  });
  const worded = WORDS.reduce((text, [label, word]) => text.replaceAll(label, word), zoned);
  const labels = [...worded.matchAll(/"([^"]*)"/g)].map(([, label = '']) => label);
  const strange = labels.find((label) => /\b(?:vpc|vpce|vpce-svc|subnet)-|\baz\d|-standard\b/.test(label));
  if (strange !== undefined) throw new Error(`no words for the label ${strange} of the diagram`);
  return worded;
}

/** The job summary without its diagram, which the README shows by itself. */
function withoutDiagram(summary: string): string {
  const [before = '', ...after] = summary.split(/^### Diagram$/m);
  if (after.length !== 1) throw new Error('the summary has no part Diagram, or several');
  return before;
}

/**
 * What the pictures are of, from real runs of the committed dist/index.js: a first run, and a check after manual
 * changes.
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
      {
        name: 'summary',
        head: { kind: 'summary', title: 'privatelink' },
        markdown: withoutDiagram(first.summary),
        width: 1000,
      },
      { name: 'drift', head: { kind: 'issue', title: issue.title }, markdown: issue.body, width: 1000 },
      { name: 'path', head: undefined, markdown: inWords(diagram), width: 880 },
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
