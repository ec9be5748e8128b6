import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rounds } from '../../scripts/bench/round-trips.ts';
import { createAuthority } from '../harness/certificates.ts';
import type { RunResult } from '../harness/run-action.ts';
import { caCertificates } from '../sandbox/cloud/ca.ts';
import { advancedWorld, bothPlans, type Fault, ids, type MemorySandbox, standardWorld } from '../sandbox/index.ts';
import { expectSuccess, warningsOf } from '../support/expectations.ts';
import { behaviour, memoryFor } from '../support/in-memory.ts';
import { advanced, standard, theEndpoint } from '../support/paths.ts';
import { plannedSteps, run } from '../support/run.ts';

/** What the outputs say of each cluster. */
const reportsOf = ({ outputs }: RunResult) =>
  JSON.parse(outputs['connections'] ?? '[]') as { cluster_id: string; connection_url: string; ca_cert_path: string }[];

const routed = (routingId: string) => `options=--cluster%3D${routingId}`;

describe('connection-url', () => {
  behaviour('names host and cluster of a Standard cluster, and neither login nor file', standard(), async (box) => {
    const result = await run(box);
    expectSuccess(result);
    const routingId = box.world.tables.cluster.get(ids.standardCluster)?.routingId ?? '';
    const { 'internal-dns': host, 'connection-url': url = '' } = result.outputs;
    expect(routingId).not.toBe('');
    expect(url).toBe(`postgresql://${host}:26257/defaultdb?sslmode=verify-full&${routed(routingId)}`);
    expect(reportsOf(result).map((one) => one.connection_url)).toEqual([url]);
    const { username, password, searchParams } = new URL(url);
    expect([username, password, [...searchParams.keys()]]).toEqual(['', '', ['sslmode', 'options']]);
  });

  behaviour('of an Advanced cluster has no options', advanced(), async (box) => {
    const result = await run(box, { cluster: ids.advancedCluster });
    expectSuccess(result);
    const host = result.outputs['internal-dns'];
    expect(result.outputs['connection-url']).toBe(`postgresql://${host}:26257/defaultdb?sslmode=verify-full`);
  });

  behaviour('is with each of several clusters, and empty where they differ', bothPlans(), async (box) => {
    const cluster = `${ids.standardCluster}, ${ids.advancedCluster}`;
    const result = await run(box, { cluster });
    expectSuccess(result);
    const urls = reportsOf(result).map((one) => one.connection_url);
    expect(urls).toEqual([expect.stringContaining('options='), expect.not.stringContaining('options=')]);
    expect(result.outputs['connection-url']).toBe('');
  });

  behaviour('is there while a private connection is: verify has it, a removal has not', standard(), async (box) => {
    expect((await run(box, { 'dry-run': 'true' })).outputs['connection-url']).toBe('');
    const made = await run(box);
    const url = made.outputs['connection-url'];
    expect(url).not.toBe('');
    for (const inputs of [{ operation: 'verify', 'fail-on-drift': 'false' }, { 'dry-run': 'true' }])
      expect((await run(box, inputs as Record<string, string>)).outputs['connection-url']).toBe(url);
    const removed = await run(box, { operation: 'delete' });
    expectSuccess(removed);
    expect([removed.outputs['status'], removed.outputs['connection-url']]).toEqual(['deleted', '']);
    expect(reportsOf(removed).map((one) => one.connection_url)).toEqual(['']);
  });

  behaviour(
    'is empty for a Standard cluster whose routing ID the API does not tell',
    standard({}, (seed) => {
      for (const cluster of seed.clusters) cluster.routingId = '';
    }),
    async (box) => {
      const result = await run(box);
      expectSuccess(result);
      expect(result.outputs['internal-dns']).not.toBe('');
      expect(result.outputs['connection-url']).toBe('');
      expect(result.summary).not.toContain('Connection string');
    },
  );
});

/** A folder for temporary files, as a job has one. */
function runnerTemp(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'runner-temp-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const certReads = ({ requests }: RunResult) => requests.filter(({ action }) => action.endsWith('/cert'));
const ADVANCED = { cluster: ids.advancedCluster };
const ca = createAuthority('CA of orders-advanced');

describe('ca-cert-path', () => {
  behaviour('is a file with the certificates of an Advanced cluster, got without the key', advanced(), async (box) => {
    caCertificates(box.world).set(ids.advancedCluster, ca.certificate);
    const folder = runnerTemp();
    for (const changed of ['true', 'false']) {
      const result = await run(box, ADVANCED, { env: { RUNNER_TEMP: folder } });
      expectSuccess(result);
      expect(result.outputs['changed']).toBe(changed);
      const file = result.outputs['ca-cert-path'] ?? '';
      expect(file).toBe(path.join(folder, `cockroachdb-ca-${ids.advancedCluster}.crt`));
      expect(readFileSync(file, 'utf8').replaceAll(/\s/g, '')).toBe(ca.certificate.replaceAll(/\s/g, ''));
      expect(readdirSync(folder)).toEqual([path.basename(file)]);
      expect(reportsOf(result).map((one) => one.ca_cert_path)).toEqual([file]);
      expect(result.outputs['connection-url']).not.toContain(folder);
      expect(certReads(result)).toHaveLength(1);
      expect(certReads(result)[0]?.headers['authorization']).toBeUndefined();
    }
  });

  behaviour(
    'is with each Advanced cluster of several, and nothing is asked for the others',
    bothPlans(),
    async (box) => {
      const result = await run(box, { cluster: `${ids.standardCluster}, ${ids.advancedCluster}` });
      expectSuccess(result);
      const names = reportsOf(result).map((one) => path.basename(one.ca_cert_path));
      expect(names).toEqual(['', `cockroachdb-ca-${ids.advancedCluster}.crt`]);
      expect(result.outputs['ca-cert-path']).toBe('');
      expect(certReads(result)).toHaveLength(1);
    },
  );

  behaviour('is written by ensure alone, and not in a dry run', advanced(), async (box) => {
    expectSuccess(await run(box, ADVANCED));
    for (const inputs of [
      { operation: 'verify', 'fail-on-drift': 'false' },
      { 'dry-run': 'true' },
      { operation: 'delete' },
    ]) {
      const result = await run(box, { ...ADVANCED, ...inputs } as Record<string, string>);
      expectSuccess(result);
      expect([result.outputs['ca-cert-path'], certReads(result)]).toEqual(['', []]);
    }
  });

  behaviour('is downloaded once where the probe needs it too', advanced(), async (box) => {
    caCertificates(box.world).set(ids.advancedCluster, ca.certificate);
    const result = await run(box, { ...ADVANCED, probe: 'true' });
    expectSuccess(result);
    expect(result.log).toMatch(/Probe of cluster orders-advanced at .*: reachable/);
    expect(certReads(result)).toHaveLength(1);
  });

  it('costs a finished path one request and no round more', async () => {
    const LATENCY_MS = 400;
    const box = await memoryFor(advancedWorld());
    expectSuccess(await run(box, ADVANCED));
    box.settings.latencyMs = LATENCY_MS;
    const { requests, outputs } = await run(box, ADVANCED);
    expect(outputs['changed']).toBe('false');
    expect(requests.map(({ action }) => action.split('/').at(-1))).toHaveLength(12);
    expect(rounds(requests, LATENCY_MS)).toBeLessThanOrEqual(3);
  });

  const sends = (pem: string) => (box: MemorySandbox) => void caCertificates(box.world).set(ids.advancedCluster, pem);
  const fails = (fault: Omit<Fault, 'match'>) => (box: MemorySandbox) =>
    void box.faults.add({ match: { action: /\/cert$/ }, times: Number.POSITIVE_INFINITY, ...fault });
  const noSpace = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  };
  const trouble: readonly {
    what: string;
    arrange(box: MemorySandbox): void;
    files?: { temp(): void };
    says: RegExp;
  }[] = [
    { what: 'is a page', arrange: sends('<html>'), says: /not downloaded/ },
    { what: 'comes with a key', arrange: sends(`${ca.certificate}${ca.key}`), says: /file of certificates only/ },
    { what: 'is refused on and on', arrange: fails({ kind: 'status', status: 503 }), says: /\(cloud-unavailable\)/ },
    { what: 'is not there', arrange: fails({ kind: 'status', status: 404 }), says: /not downloaded/ },
    { what: 'never comes', arrange: fails({ kind: 'hang' }), says: /not downloaded/ },
    { what: 'does not fit on the disk', arrange: () => {}, files: { temp: noSpace }, says: /not written\n+.*ENOSPC/ },
  ];
  for (const { what, arrange, files = {}, says } of trouble) {
    behaviour(`is empty with a warning and its fix where the certificate ${what}`, advanced(), async (box) => {
      expectSuccess(await run(box, ADVANCED));
      arrange(box);
      const result = await run(box, ADVANCED, { runnerFiles: files });
      expectSuccess(result);
      expect(result.outputs).toMatchObject({ status: 'available', 'ca-cert-path': '', 'error-code': '' });
      expect(result.outputs['connection-url']).not.toBe('');
      const told = warningsOf(result)
        .map(({ message }) => message)
        .join('\n');
      expect(told).toMatch(says);
      expect(told).toContain(`curl --fail --output ca.crt '`);
      expect(told).not.toContain('PRIVATE KEY');
      expect(result.durationMs).toBeLessThan(60_000);
    });
  }
});

describe('plan-count and monthly-cost', () => {
  behaviour('are those of the plan that the summary shows, and nothing on a finished path', standard(), async (box) => {
    const dry = await run(box, { 'dry-run': 'true' });
    const steps = plannedSteps(dry).filter((step) => !step.bookkeeping);
    expect(steps.length).toBeGreaterThan(3);
    expect(dry.outputs['plan-count']).toBe(String(steps.length));
    const [, dollars] = /about \$([\d.]+) a month/.exec(dry.summary.replaceAll('\\', '')) ?? [];
    expect(dollars).toMatch(/^\d+\.\d\d$/);
    expect(dry.outputs['monthly-cost']).toBe(dollars);
    await run(box);
    // Price and hours: model/cost.ts.
    expect(Number(dollars)).toBe(theEndpoint(box).subnetIds.length * 7.3);
    expect((await run(box, { 'dry-run': 'true' })).outputs).toMatchObject({ 'plan-count': '0', 'monthly-cost': '0' });
  });

  behaviour('have no cost where the zones are not known yet', advanced(), async (box) => {
    const { outputs } = await run(box, { cluster: ids.advancedCluster, 'dry-run': 'true' });
    expect(Number(outputs['plan-count'])).toBeGreaterThan(3);
    expect(outputs['monthly-cost']).toBe('');
  });

  behaviour('are empty where no plan was made', standardWorld(), async (box) => {
    const { outputs } = await run(box, { 'vpc-id': 'vpc-none' });
    expect([outputs['plan-count'], outputs['monthly-cost']]).toEqual(['', '']);
  });
});

describe('a list as a JSON array', () => {
  behaviour('is the same list in every input', standard(), async (box) => {
    const [first] = ids.subnets;
    const inputs = {
      cluster: JSON.stringify([ids.standardName]),
      'subnet-ids': JSON.stringify([first], null, 2),
      'allowed-cidrs': '["10.20.0.0/16", "10.20.0.0/16"]',
      'allowed-account-ids': `["${ids.account}"]`,
    };
    expectSuccess(await run(box, inputs));
    expect(theEndpoint(box).subnetIds).toEqual([first]);
  });

  behaviour('knows self among trusted owners, so that AWS is asked for the account', advanced(), async (box) => {
    const inputs = { cluster: ids.advancedCluster, 'vpc-id': '', 'trusted-owners': '["self"]' };
    const result = await run(box, inputs);
    expectSuccess(result);
    expect(JSON.parse(result.outputs['trusted-owners'] ?? '')).toMatchObject([{ account: ids.account }]);
  });
});
