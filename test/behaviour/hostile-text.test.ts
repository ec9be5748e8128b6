import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { foreignMarkup } from '../harness/markdown.ts';
import type { RunResult } from '../harness/run-action.ts';
import { sample } from '../harness/torture.ts';
import { ids, type SandboxOptions, standardRegion, standardWorld } from '../sandbox/index.ts';
import { errorsOf, expectFailure, expectSuccess, warningsOf } from '../support/expectations.ts';
import { behaviour, memoryFor } from '../support/in-memory.ts';
import { standard } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { HARMLESS_ENVIRONMENTS } from './bad-values.ts';

/** What somebody might put into a name or an error text to be taken for a command, a tag, a table or a picture. */
const HOSTILE = [
  'evil',
  '::error title=owned::owned',
  '##[error]owned',
  '::stop-commands::owned',
  '::add-mask::available',
  '`owned` | owned | <script>owned()</script> <img src=x onerror=owned()> [owned](javascript:owned)',
  '"]; click c0_0 "javascript:owned" %%{init: {"securityLevel":"loose"}}%% end',
  '```',
  'endpoint-id=owned',
  'EOF',
].join('\r\n');

const OUTPUTS = Object.keys(
  (parse(readFileSync(fileURLToPath(new URL('../../action.yml', import.meta.url)), 'utf8')) as { outputs: object })
    .outputs,
);

/** A pull request to comment on. */
const PULL_REQUEST = {
  number: 7,
  title: 'Change',
  body: '',
  state: 'open' as const,
  labels: [],
  pullHead: 'change',
  user: 'octocat',
};

/** The Standard world whose cluster has a name, a routing ID and a host that mean harm. */
function hostileWorld(): SandboxOptions {
  const options = standardWorld();
  const cluster = options.world?.clusters.find(({ id }) => id === ids.standardCluster);
  if (cluster) {
    cluster.name = HOSTILE;
    cluster.regions = [{ ...standardRegion(), internalDns: `internal.example\n${HOSTILE}` }];
  }
  return options;
}

/** No text breaks out of its line. What else it must not do is looked for in every run, see misconduct.ts. */
function expectHarmlessLog(result: RunResult): void {
  const lines = result.stdout.split(/\r\n|\r|\n/);
  expect(lines.filter((line) => ['endpoint-id=owned', 'EOF'].includes(line))).toEqual([]);
}

function expectHarmlessSummary({ summary }: RunResult): void {
  expect(summary.split('\n').filter((line) => /^\s*(::|##\[|EOF$)/.test(line))).toEqual([]);
  expect(summary.match(/^```/gm)?.length ?? 0).toBe(2 * (summary.match(/^```(mermaid|text)$/gm)?.length ?? 0));
}

describe('a cluster with a hostile name', () => {
  it('is served like any other, and its name does nothing in log, summary and outputs', async () => {
    const sandbox = await memoryFor(hostileWorld());
    const result = await run(sandbox, {}, { env: { RUNNER_DEBUG: '1' } });
    expectSuccess(result);
    expect(warningsOf(result)).toEqual([]);
    expectHarmlessLog(result);
    expectHarmlessSummary(result);
    expect(result.log).toContain('evil');

    const [endpoint] = sandbox.world.endpoints();
    expect(result.outputs).toMatchObject({ 'endpoint-id': endpoint?.id, status: 'available', 'error-code': '' });
    expect(Object.keys(result.outputs).sort()).toEqual([...OUTPUTS].sort());
    expect(JSON.parse(result.outputs['connections'] ?? '[]')).toEqual([
      expect.objectContaining({ cluster_id: ids.standardCluster, cluster_name: HOSTILE, endpoint_id: endpoint?.id }),
    ]);
  });

  it('keeps its cell of the table and its box of the picture', async () => {
    const sandbox = await memoryFor(hostileWorld());
    const { summary } = await run(sandbox);
    const [head, , row] = summary.split('\n').filter((line) => line.startsWith('|'));
    const cells = (line = '') => line.split(/(?<!\\)\|/).length;
    expect(head).toContain('Cluster');
    expect(row).toContain('evil');
    expect(cells(row)).toBe(cells(head));
    const picture = /```mermaid\n([\s\S]*?)\n```/.exec(summary)?.[1]?.split('\n') ?? [];
    expect(picture.length).toBeGreaterThan(8);
    expect(foreignMarkup(`\`\`\`mermaid\n  c0["${HOSTILE}"]\n\`\`\``)).not.toEqual([]);
  });
});

describe('a hostile error text', () => {
  it.each([
    { from: 'CockroachDB Cloud', match: { service: 'cloud', action: /^POST .*connections$/ }, code: 'cloud-refused' },
    { from: 'EC2', match: { service: 'ec2', action: 'CreateVpcEndpoint' }, code: 'aws-refused' },
    { from: 'STS', match: { service: 'sts' }, code: 'aws-refused' },
    { from: "GitHub's token endpoint", match: { service: 'oidc' }, code: 'oidc-failed' },
  ] as const)('of $from does nothing in log, summary and outputs', async ({ match, code }) => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.faults.add({ match, kind: 'status', status: 400, code: 'Strange', message: HOSTILE, times: 50 });
    const result = await run(sandbox, {}, { env: { RUNNER_DEBUG: '1' } });
    expectFailure(result, code, /evil/);
    // The fact, what the service said, the fix, the link: nothing in the text makes a line of its own.
    expect(errorsOf(result)[0]?.message.split('\n').length).toBeLessThanOrEqual(4);
    expectHarmlessLog(result);
    expectHarmlessSummary(result);
    expect(Object.keys(result.outputs).sort()).toEqual([...OUTPUTS].sort());
  });
});

describe('a hostile input', () => {
  it('is shown on its own line and nowhere else', async () => {
    const sandbox = await memoryFor(standardWorld());
    const result = await run(sandbox, { cluster: HOSTILE, environment: HOSTILE, tags: HOSTILE, 'vpc-id': HOSTILE });
    expectFailure(result, 'input-invalid');
    expectHarmlessLog(result);
    expectHarmlessSummary(result);
    expect(result.requests).toEqual([]);
  });
});

describe('the name of an environment', () => {
  const PULL = { name: 'pull_request', payload: { pull_request: { number: 7 } } };

  for (const environment of sample(HARMLESS_ENVIRONMENTS, 5, 3)) {
    const title = `is a name like any other, whatever it looks like: ${JSON.stringify(environment.slice(0, 60))}`;
    behaviour(title, standard(), async (sandbox) => {
      sandbox.world.issues.set(7, { ...PULL_REQUEST, createdAt: sandbox.clock.now(), updatedAt: sandbox.clock.now() });
      const asked = { operation: 'verify', environment, 'drift-issue': 'true', comment: 'true' };
      const first = await run(sandbox, asked, { event: PULL });
      expect([first.exitCode, first.outputs['error-code']], first.log).toEqual([1, 'drift']);
      expect(warningsOf(first).map(({ title }) => title)).toEqual(['CockroachDB PrivateLink: public-access']);
      expectHarmlessLog(first);
      expectHarmlessSummary(first);
      const issues = [...sandbox.world.issues.values()].filter(({ pullHead }) => pullHead === null);
      expect(issues).toHaveLength(1);
      expect(issues[0]?.title.length).toBeLessThanOrEqual(200);
      expect(issues[0]?.title).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|(?<![\w])@\w/u);
      expect([...sandbox.world.comments.values()].map(({ issue }) => issue)).toEqual([7]);
    });
  }

  behaviour('becomes one claim, which a second run finds again', standard(), async (sandbox) => {
    const environment = '::error::owned ##[error]owned | `owned` <script>owned()</script> é漢字 🦗';
    expectSuccess(await run(sandbox, { environment }));
    const again = await run(sandbox, { environment });
    expectSuccess(again);
    expect(again.outputs['changed']).toBe('false');
    const claims = Object.keys(sandbox.world.endpoints()[0]?.tags ?? {}).filter((key) => key.includes('/claim/'));
    expect(claims).toHaveLength(1);
  });
});
