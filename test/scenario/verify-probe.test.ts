import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { createAuthority } from '../harness/certificates.ts';
import { createPostgres, type Postgres } from '../harness/postgres.ts';
import { type Peer, startPeer } from '../harness/postgres-peers.ts';
import type { RunResult } from '../harness/run-action.ts';
import { readOnlyPolicy } from '../sandbox/aws/iam.ts';
import { caCertificates } from '../sandbox/cloud/ca.ts';
import { advancedRegion, ids, type Sandbox, type WorldSeed } from '../sandbox/index.ts';
import { errorsOf, expectFailure, expectSuccess } from '../support/expectations.ts';
import { scenario } from '../support/processes.ts';
import { buildPath, closedWorld, ensure, expectClean, namesOf, placeInterfaces, verify } from '../support/verify.ts';

const PORT = 26257;
const PROBED = { cluster: ids.advancedCluster, probe: 'true' };
/** Nothing of this machine listens there. */
const NOWHERE = '127.0.0.9';
const authority = createAuthority('CA of orders');
const certificate = authority.issue(['localhost'], {
  from: new Date('2020-01-01T00:00:00Z'),
  until: new Date('2050-06-07T08:09:10Z'),
});

/** Slower than elsewhere: the time-outs of the probe run on this clock too. */
const world = (host: string) => ({
  ...closedWorld('Advanced', (seed: WorldSeed) => {
    const [cluster] = seed.clusters;
    if (cluster !== undefined) cluster.regions = [{ ...advancedRegion(ids.advancedName), internalDns: host }];
  }),
});

/** A finished path whose endpoint has its interfaces at an address of this machine. */
function pathAt(sandbox: Sandbox, address: string) {
  const path = buildPath(sandbox, ids.advancedCluster);
  placeInterfaces(sandbox.world, path.endpoint, address);
  caCertificates(sandbox.world).set(ids.advancedCluster, authority.certificate);
  return path;
}

/** What the log says of each check, as `tcp ✔`. */
const checksOf = (result: RunResult) =>
  [...result.log.matchAll(/^ *([✔✘]) (dns|tcp|ssl-request|tls): /gm)].map(([, mark, check]) => `${check} ${mark}`);

function expectProved(result: RunResult): void {
  expectSuccess(result);
  expect(checksOf(result)).toEqual(['dns ✔', 'tcp ✔', 'ssl-request ✔', 'tls ✔']);
  expect(result.log).toMatch(
    /Probe of cluster orders-advanced at localhost: reachable, .*certificate until 2050-06-07/,
  );
  const summary = result.summary.replaceAll('\\', '');
  expect(summary).toContain('### Probe from this runner');
  expect(summary).toMatch(/✅ orders-advanced.*2050-06-07/);
}

/** The one answer that lets this machine stand for a runner inside the VPC. */
const local = (await lookup('localhost', { all: true })).map((one) => one.address).join() === '127.0.0.1';

describe.runIf(local)('a runner inside the VPC, and a real PostgreSQL server behind the endpoint', () => {
  let postgres: Postgres;
  let front: Peer;
  beforeAll(async () => {
    postgres = await createPostgres();
    const { port } = await postgres.start(certificate, ['127.0.0.1']);
    // The port of the product is fixed, that of the server is whichever was free.
    front = await startPeer(
      (socket) => {
        const behind = connect(port, '127.0.0.1');
        behind.on('error', () => socket.destroy());
        socket.pipe(behind).pipe(socket);
      },
      ['127.0.0.1'],
      PORT,
    );
  });
  afterAll(async () => {
    await front?.close();
    await postgres?.remove();
  });

  scenario('verify proves the path', world('localhost'), async (sandbox) => {
    pathAt(sandbox, '127.0.0.1');
    const result = await verify(sandbox, PROBED);
    expectClean(result);
    expectProved(result);
    const [request, ...more] = result.requests.filter(
      (one) => one.action === `GET /clusters/${ids.advancedCluster}/cert`,
    );
    expect(more).toEqual([]);
    expect(request?.headers).not.toHaveProperty('authorization');
  });

  scenario('ensure proves the path that it made', world('localhost'), async (sandbox) => {
    caCertificates(sandbox.world).set(ids.advancedCluster, authority.certificate);
    sandbox.onRequest(({ request, when }) => {
      if (when === 'after' && request.action === 'CreateVpcEndpoint')
        for (const one of sandbox.world.tables.endpoint.keys()) placeInterfaces(sandbox.world, one, '127.0.0.1');
    });
    const result = await ensure(sandbox, PROBED);
    expect(result.outputs).toMatchObject({ created: 'true', status: 'available' });
    expectProved(result);
  });

  scenario('without probe nothing is probed', world('localhost'), async (sandbox) => {
    pathAt(sandbox, '127.0.0.1');
    const result = await verify(sandbox, { cluster: ids.advancedCluster });
    expectClean(result);
    expect(result.log).not.toContain('probe');
    expect(result.requests.map((one) => one.action)).not.toContain('DescribeNetworkInterfaces');
  });

  scenario('a certificate of another authority fails the step', world('localhost'), async (sandbox) => {
    pathAt(sandbox, '127.0.0.1');
    caCertificates(sandbox.world).set(ids.advancedCluster, createAuthority('another').certificate);
    for (const result of [await verify(sandbox, PROBED), await ensure(sandbox, PROBED)]) {
      expectFailure(result, 'probe-certificate', /not signed by the CA of cluster orders-advanced/);
      expect(checksOf(result)).toEqual(['dns ✔', 'tcp ✔', 'ssl-request ✔', 'tls ✘']);
      expect(result.summary.split('\n')[0]).not.toContain('✅');
    }
  });

  scenario('a name that leads to another endpoint fails the step', world('localhost'), async (sandbox) => {
    const { service } = pathAt(sandbox, NOWHERE);
    // A foreign one for something else, in the same VPC.
    const other = sandbox.world.createEndpoint({
      vpcId: ids.vpc,
      serviceName: `${service}0`,
      subnetIds: [ids.subnets[0]],
    });
    placeInterfaces(sandbox.world, other.id, '127.0.0.1');
    expectFailure(await verify(sandbox, PROBED), 'probe-other-endpoint', other.id);
  });

  scenario('drift is told first, and the probe beside it', world('localhost'), async (sandbox) => {
    const { group } = pathAt(sandbox, '127.0.0.1');
    sandbox.world.removeRule(sandbox.world.rules(group)[0]?.id ?? '');
    const result = await verify(sandbox, PROBED);
    expect({ code: result.outputs['error-code'], names: namesOf(result) }).toEqual({
      code: 'drift',
      names: ['error rule-missing'],
    });
    expect(checksOf(result)).toEqual(['dns ✔', 'tcp ✔', 'ssl-request ✔', 'tls ✔']);
  });
});

describe('a runner outside the VPC', () => {
  scenario('is told so in one line, by verify and after ensure', world('internal.orders.invalid'), async (sandbox) => {
    pathAt(sandbox, NOWHERE);
    for (const result of [await verify(sandbox, PROBED), await ensure(sandbox, PROBED)]) {
      expectFailure(result, 'probe-outside', 'outside the VPC');
      expect(
        result.log.split('\n').filter((line) => /^Probe of cluster .*: not checked, .*outside the VPC/.test(line)),
      ).toHaveLength(1);
      expect(errorsOf(result)[0]?.message.split('\n')[0]).toMatch(/outside the VPC/);
      expect(result.outputs['status']).toBe('available');
    }
  });

  scenario('is not called clean, and has no drift', world('internal.orders.invalid'), async (sandbox) => {
    pathAt(sandbox, NOWHERE);
    const result = await verify(sandbox, PROBED);
    expect(result.outputs).toMatchObject({ drift: '[]', 'drift-count': '0', 'error-code': 'probe-outside' });
    expect(result.summary.split('\n')[0]).not.toContain('✅ no drift');
    expect(result.log).not.toContain('No drift:');
  });
});

describe('a probe that cannot be made', () => {
  scenario('for lack of a right: says which, and lists what drifted', world('localhost'), async (sandbox) => {
    const { group } = pathAt(sandbox, NOWHERE);
    sandbox.world.removeRule(sandbox.world.rules(group)[0]?.id ?? '');
    const deny = { Effect: 'Deny', Action: 'ec2:DescribeNetworkInterfaces', Resource: '*' } as const;
    sandbox.iam.policies = [readOnlyPolicy, { Statement: deny }];
    const result = await verify(sandbox, PROBED);
    expect(namesOf(result)).toEqual(['error rule-missing']);
    expect(result.outputs['error-code']).toBe('could-not-check');
    expect(
      errorsOf(result)
        .map((one) => one.message)
        .join('\n'),
    ).toContain('ec2:DescribeNetworkInterfaces');
  });

  scenario('for lack of the CA of the cluster', world('localhost'), async (sandbox) => {
    pathAt(sandbox, NOWHERE);
    sandbox.faults.add({ match: { action: /\/cert$/ }, kind: 'status', status: 404, times: Number.POSITIVE_INFINITY });
    const result = await verify(sandbox, PROBED);
    expectFailure(result, 'could-not-check', /CA certificate of cluster/);
  });

  scenario('for lack of an endpoint: that is the finding', world('localhost'), async (sandbox) => {
    sandbox.world.makeServices(ids.advancedCluster);
    const result = await verify(sandbox, PROBED);
    expect({ code: result.outputs['error-code'], names: namesOf(result) }).toEqual({
      code: 'drift',
      names: ['error endpoint-missing'],
    });
    expect(result.log).not.toContain('probe of cluster');
  });
});
