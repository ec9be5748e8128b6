import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type SandboxOptions, standardRegion, standardWorld } from '../sandbox/index.ts';
import { errorsOf, expectFailure, expectSuccess, warningsOf } from './expectations.ts';
import { run, sandboxFor } from './support.ts';

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

/** Nothing in the log is taken for a command that the action did not mean, and no text breaks out of its line. */
function expectHarmlessLog(result: RunResult): void {
  const lines = result.stdout.split(/\r\n|\r|\n/);
  const commands = lines.filter((line) => /^\s*::/.test(line));
  for (const line of commands) expect(line).toMatch(/^::(add-mask|group|endgroup|debug|warning|error)( [^:]*)?::/);
  expect(commands.filter((line) => /^\s*::(error title=owned|stop-commands|add-mask::available)/.test(line))).toEqual(
    [],
  );
  expect(lines.filter((line) => !/^::(error|warning|debug)/.test(line) && line.includes('##['))).toEqual([]);
  expect(result.masks).not.toContain('available');
  expect(lines.filter((line) => line.trim() === 'endpoint-id=owned' || line.trim() === 'EOF')).toEqual([]);
}

function expectHarmlessSummary({ summary }: RunResult): void {
  const outside = summary.replace(/```(mermaid|text)\n[\s\S]*?\n```/g, '').replace(/`options=[\w<> %-]*`/g, '');
  const tags = [...outside.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name);
  expect([...new Set(tags)].filter((name) => !['br', 'code', 'details', 'summary'].includes(name ?? ''))).toEqual([]);
  expect(summary).not.toContain('<script');
  expect(summary).not.toContain('<img');
  expect(outside).not.toContain('](javascript');
  expect(outside).not.toMatch(/(?<!\\)`owned/);
  expect(summary.split('\n').filter((line) => /^\s*(::|##\[|EOF$)/.test(line))).toEqual([]);
  expect(summary.match(/^```/gm)?.length ?? 0).toBe(2 * (summary.match(/^```(mermaid|text)$/gm)?.length ?? 0));
}

describe('a cluster with a hostile name', () => {
  it('is served like any other, and its name does nothing in log, summary and outputs', async () => {
    const sandbox = await sandboxFor(hostileWorld());
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
    const sandbox = await sandboxFor(hostileWorld());
    const { summary } = await run(sandbox, { 'dry-run': 'true' });
    const [head, , row] = summary.split('\n').filter((line) => line.startsWith('|'));
    const cells = (line = '') => line.split(/(?<!\\)\|/).length;
    expect(head).toContain('Cluster');
    expect(row).toContain('evil');
    expect(cells(row)).toBe(cells(head));

    const picture = /```mermaid\n([\s\S]*?)\n```/.exec(summary)?.[1]?.split('\n') ?? [];
    const label = '"[^"<>`;{}|%]*(<br\\/>[^"<>`;{}|%]*)*"';
    const box = new RegExp(`^ +\\w+(\\[${label}\\]|\\(\\[${label}\\]\\)|\\[\\[${label}\\]\\]|\\[\\(${label}\\)\\])$`);
    const arrow = new RegExp(`^ +\\w+ (--|==) ${label} (-->|==>) \\w+$`);
    const frame = new RegExp(`^(flowchart LR| +end| +subgraph \\w+\\[${label}\\])$`);
    expect(picture.length).toBeGreaterThan(8);
    expect(picture.filter((line) => ![box, arrow, frame].some((form) => form.test(line)))).toEqual([]);
  });
});

describe('a hostile error text', () => {
  it.each([
    { from: 'CockroachDB Cloud', match: { service: 'cloud', action: /^POST .*connections$/ }, code: 'cloud-refused' },
    { from: 'EC2', match: { service: 'ec2', action: 'CreateVpcEndpoint' }, code: 'aws-refused' },
    { from: 'STS', match: { service: 'sts' }, code: 'aws-refused' },
    { from: "GitHub's token endpoint", match: { service: 'oidc' }, code: 'oidc-failed' },
  ] as const)('of $from does nothing in log, summary and outputs', async ({ match, code }) => {
    const sandbox = await sandboxFor(standardWorld());
    sandbox.faults.add({ match, kind: 'status', status: 400, code: 'Strange', message: HOSTILE, times: 50 });
    const result = await run(sandbox, {}, { env: { RUNNER_DEBUG: '1' } });
    expectFailure(result, code, /evil/);
    expect(errorsOf(result)[0]?.message.split('\n')).toHaveLength(3);
    expectHarmlessLog(result);
    expectHarmlessSummary(result);
    expect(Object.keys(result.outputs).sort()).toEqual([...OUTPUTS].sort());
  });
});

describe('a hostile input', () => {
  it('is shown on its own line and nowhere else', async () => {
    const sandbox = await sandboxFor(standardWorld());
    const result = await run(sandbox, { cluster: HOSTILE, environment: HOSTILE, tags: HOSTILE, 'vpc-id': HOSTILE });
    expectFailure(result, 'input-invalid');
    expectHarmlessLog(result);
    expectHarmlessSummary(result);
    expect(result.requests).toEqual([]);
  });

  it('of an environment on one line is a name like any other', async () => {
    const sandbox = await sandboxFor(standardWorld());
    const environment = '::error::owned ##[error]owned | `owned` <script>owned()</script> é漢字 🦗';
    const result = await run(sandbox, { environment });
    expectSuccess(result);
    expect(warningsOf(result)).toEqual([]);
    expectHarmlessLog(result);
    expectHarmlessSummary(result);
    const again = await run(sandbox, { environment });
    expectSuccess(again);
    expect(again.outputs['changed']).toBe('false');
    const claims = Object.keys(sandbox.world.endpoints()[0]?.tags ?? {}).filter((key) => key.includes('/claim/'));
    expect(claims).toHaveLength(1);
  });
});
