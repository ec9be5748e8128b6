import { expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type WorldSeed } from '../sandbox/index.ts';
import { errorsOf, warningsOf } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { buildPath, closedWorld, expectClean, findingsOf, listConnection, namesOf, verify } from '../support/verify.ts';

/** What somebody might put where they may write, to be taken for a command, a tag, a table or a link. */
const HOSTILE = [
  'evil',
  '::error title=owned::owned',
  '##[error]owned',
  '::stop-commands::owned',
  '`owned` | owned | <script>owned()</script> <img src=x onerror=owned()> [owned](javascript:owned) @octocat #1',
  '```',
  'error-code=owned',
  'EOF',
].join('\r\n');

function expectHarmless(result: RunResult): void {
  const lines = result.stdout.split(/\r\n|\r|\n/);
  const commands = lines.filter((line) => /^\s*::/.test(line));
  for (const line of commands)
    expect(line).toMatch(/^::(add-mask|debug|group|endgroup|warning|error)( title=CockroachDB[^:]*)?::/);
  expect(lines.filter((line) => !/^::(error|warning|debug)/.test(line) && line.includes('##['))).toEqual([]);
  expect(lines.filter((line) => ['error-code=owned', 'EOF'].includes(line))).toEqual([]);
  const outside = result.summary.replace(/```(mermaid|text)\n[\s\S]*?\n```/g, '').replace(/`options=[\w<> %-]*`/g, '');
  const tags = [...outside.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name ?? '');
  expect([...new Set(tags)].filter((name) => !['br', 'code', 'details', 'summary'].includes(name))).toEqual([]);
  expect(outside).not.toContain('](javascript');
  expect(outside).not.toMatch(/(?<!\\)`owned/);
  expect(outside).not.toMatch(/(?<![\\\w])@octocat/);
  const table = outside
    .slice(outside.indexOf('### Findings'))
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const cells = (line = '') => line.split(/(?<!\\)\|/).length;
  const rows = table.slice(2, 2 + findingsOf(result).length);
  expect(rows.map(cells)).toEqual(rows.map(() => cells(table[0])));
}

behaviour('hostile names and texts in findings do no harm', named(HOSTILE), async (sandbox) => {
  const { world } = sandbox;
  const path = buildPath(sandbox);
  const all = { cidr_ip: '0.0.0.0', cidr_mask: 0, name: HOSTILE, sql: true, ui: true };
  world.changeCluster(path.cluster, { allowlist: [all] });
  world.addRule({ groupId: path.group, cidr: '192.0.2.0/24', description: HOSTILE });
  world.setConnectionStatus(path.cluster, path.endpoint, 'FAILED');
  world.setTags(path.endpoint, { 'cockroachdb-privatelink/claim/00': `v1 cluster=x name=${HOSTILE}`, Name: HOSTILE });
  world.addRule({ groupId: path.group, cidr: '198.51.100.0/24', description: 'cockroachdb-privatelink' });
  const result = await verify(sandbox, { 'drift-issue': 'true' });
  expect(namesOf(result)).toEqual([
    'error connection-failed',
    'error rule-manual',
    'warning public-access',
    'warning shared-setting',
  ]);
  expectHarmless(result);
  expect(result.outputs['error-code']).toBe('drift');
  expect(
    findingsOf(result)
      .map((one) => one.subject)
      .join(),
  ).toContain('evil');
  const body = [...world.issues.values()].map((one) => one.body).join('\n');
  expect(body).toContain('evil');
  expect(body).not.toMatch(/<script|<img|\]\(javascript|(?<![\w\\])@octocat/);
});

behaviour('a hostile error of a service in a failed endpoint does no harm', closedWorld(), async (sandbox) => {
  const { endpoint } = buildPath(sandbox);
  sandbox.world.endEndpoint(endpoint, 'failed');
  const row = sandbox.world.tables.endpoint.get(endpoint);
  if (row !== undefined) row.lastError = { code: 'Strange', message: HOSTILE };
  const result = await verify(sandbox);
  expect(namesOf(result)).toEqual(['error endpoint-failed']);
  expectHarmless(result);
  expect(findingsOf(result)[0]?.found).toContain('evil');
});

behaviour(
  'fail-on-drift: false passes the step, and counts and shows the drift all the same',
  closedWorld(),
  async (sandbox) => {
    const { endpoint, group } = buildPath(sandbox);
    sandbox.world.setPrivateDns(endpoint, false);
    sandbox.world.addRule({ groupId: group, cidr: '192.0.2.0/24', fromPort: 443, toPort: 443 });
    const result = await verify(sandbox, { 'fail-on-drift': 'false' });
    expect(result.outputs).toMatchObject({ 'error-code': '', 'drift-count': '1' });
    expect({ exit: result.exitCode, names: namesOf(result), errors: errorsOf(result) }).toEqual({
      exit: 0,
      names: ['error private-dns-off', 'warning rule-stranger'],
      errors: [],
    });
    expect(
      warningsOf(result)
        .map((one) => one.title)
        .toSorted(),
    ).toEqual(['CockroachDB PrivateLink: private-dns-off', 'CockroachDB PrivateLink: rule-stranger']);
    expect(result.summary.split('\n')[0]).toContain('drift: 1 difference');
  },
);

behaviour('fail-on-drift: false does not pass a step that could not check', closedWorld(), async (sandbox) => {
  buildPath(sandbox);
  const result = await verify(sandbox, { 'fail-on-drift': 'false', 'cockroach-api-key': ids.readOnlyApiKey });
  expect({ exit: result.exitCode, code: result.outputs['error-code'] }).toEqual({ exit: 1, code: 'could-not-check' });
});

behaviour('many differences are each in the output and in the summary', closedWorld(), async (sandbox) => {
  const path = buildPath(sandbox);
  const gone = Array.from({ length: 30 }, (_, index) => `vpce-0dead0000000000${String(index).padStart(2, '0')}`);
  for (const endpointId of gone) listConnection(sandbox.world, path, { endpointId, status: 'STALE' });
  const result = await verify(sandbox);
  expect(result.outputs['drift-count']).toBe('30');
  const summary = result.summary.replaceAll('\\', '');
  for (const id of gone) expect([result.outputs['drift'], summary].every((one) => one?.includes(id))).toBe(true);
});

behaviour('a verify that is clean asks each thing once', closedWorld(), async (sandbox) => {
  buildPath(sandbox);
  const result = await verify(sandbox);
  expectClean(result);
  const asked = result.requests.map((one) => `${one.action} ${one.params['Attribute'] ?? ''}`.trim());
  expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
});

function named(name: string) {
  return closedWorld('Standard', (seed: WorldSeed) => {
    const cluster = seed.clusters.find((one) => one.id === ids.standardCluster);
    if (cluster !== undefined) cluster.name = name;
  });
}
