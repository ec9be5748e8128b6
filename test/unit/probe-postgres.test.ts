import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe } from '../../src/probe/probe.ts';
import type { ProbeTarget } from '../../src/probe/types.ts';
import { createAuthority, endedYesterday, type Identity, notBeforeTomorrow } from '../harness/certificates.ts';
import { createPostgres, type Postgres } from '../harness/postgres.ts';
import { FIRST, SECOND } from '../harness/postgres-peers.ts';

/** The whole of 127.0.0.0/8 is this machine only on Linux. */
const onLinux = process.platform === 'linux';
const HOST = 'internal-orders-abc.aws-us-east-1.cockroachlabs.cloud';
const authority = createAuthority('CA of orders');

describe.runIf(onLinux)('a real PostgreSQL server with TLS', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await createPostgres();
  });
  afterAll(() => postgres?.remove());

  async function probeWith(identity: Identity, changes: Partial<ProbeTarget> = {}) {
    const { port } = await postgres.start(identity, [FIRST, SECOND]);
    const target: ProbeTarget = {
      cluster: 'orders',
      host: HOST,
      port,
      endpointId: 'vpce-0a',
      vpcId: 'vpc-0a',
      privateDns: true,
      addresses: [FIRST, SECOND],
      others: [],
      ca: authority.certificate,
      ...changes,
    };
    const deps = { resolve: async () => [FIRST, SECOND], signal: new AbortController().signal };
    return { port, result: await probe(target, deps) };
  }

  it('proves the path and tells when the certificate ends', async () => {
    const until = new Date('2050-06-07T08:09:10Z');
    const identity = authority.issue([HOST], { from: new Date('2020-01-01T00:00:00Z'), until });
    const { port, result } = await probeWith(identity);
    expect(result).toEqual({
      cluster: 'orders',
      host: HOST,
      answered: `${FIRST}, ${SECOND}`,
      outcome: 'proved',
      code: undefined,
      cause: `${HOST} leads through VPC endpoint vpce-0a to the cluster, on ${FIRST}, ${SECOND}`,
      fix: '',
      certificateExpires: '2050-06-07T08:09:10.000Z',
      checks: [
        { check: 'dns', ok: true, detail: `${HOST} resolves to ${FIRST}, ${SECOND}` },
        { check: 'tcp', ok: true, detail: `${FIRST}:${port} connects; ${SECOND}:${port} connects` },
        { check: 'ssl-request', ok: true, detail: `${FIRST}:${port} answers S; ${SECOND}:${port} answers S` },
        {
          check: 'tls',
          ok: true,
          detail: `${FIRST}:${port} is verified, certificate until 2050-06-07; ${SECOND}:${port} is verified, certificate until 2050-06-07`,
        },
      ],
    });
  });

  it('takes a wildcard, and a name with its final dot', async () => {
    const wildcard = authority.issue(['*.aws-us-east-1.cockroachlabs.cloud']);
    const { result } = await probeWith(wildcard, { host: `${HOST}.` });
    expect(result).toMatchObject({ outcome: 'proved' });
  });

  it('a certificate for other names has a code of its own and says which they are', async () => {
    const { port, result } = await probeWith(authority.issue(['orders.example', '*.crdb.example']));
    expect(result).toMatchObject({
      outcome: 'failed',
      code: 'probe-certificate-name',
      cause: `The certificate at ${FIRST}:${port}, ${SECOND}:${port} does not cover ${HOST}; it covers orders.example, *.crdb.example`,
    });
    expect(result.certificateExpires).toBeDefined();
    expect(result.checks.map((one) => [one.check, one.ok])).toEqual([
      ['dns', true],
      ['tcp', true],
      ['ssl-request', true],
      ['tls', false],
    ]);
  });

  it('a certificate that has ended', async () => {
    const validity = endedYesterday();
    const { result } = await probeWith(authority.issue([HOST], validity));
    expect(result).toMatchObject({
      outcome: 'failed',
      code: 'probe-certificate',
      certificateExpires: validity.until.toISOString(),
    });
    expect(result.cause).toContain(`until ${validity.until.toISOString().slice(0, 10)}`);
    expect(result.fix).toContain('clock');
  });

  it('a certificate that is not valid yet', async () => {
    const validity = notBeforeTomorrow();
    const { result } = await probeWith(authority.issue([HOST], validity));
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-certificate' });
    expect(result.cause).toContain(`valid from ${validity.from.toISOString().slice(0, 10)}`);
  });

  it('a certificate of another authority: not the cluster’s CA, though of the same name', async () => {
    const stranger = createAuthority('CA of orders');
    const { port, result } = await probeWith(stranger.issue([HOST]));
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-certificate' });
    expect(result.cause).toMatch(
      new RegExp(`^The certificate at ${FIRST}:${port}, ${SECOND}:${port} is not signed by the CA of cluster orders`),
    );
    expect(result.cause).toContain('issued by CN=CA of orders');
  });

  it.each(['', 'no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
    'a CA that is none is never taken for the public roots: %j',
    async (ca) => {
      const roots = tls.getCACertificates('default');
      tls.setDefaultCACertificates([...roots, authority.certificate]);
      try {
        const { result } = await probeWith(authority.issue([HOST]), { ca });
        expect(result).toMatchObject({ outcome: 'failed', code: 'probe-certificate' });
        expect(result.cause).toContain("a CA for cluster orders that isn't a PEM certificate");
      } finally {
        tls.setDefaultCACertificates(roots);
      }
    },
  );

  it('without a CA of its own the public roots decide, and with one they do not', async () => {
    const identity = authority.issue([HOST]);
    const { result: unknown } = await probeWith(identity, { ca: undefined });
    expect(unknown).toMatchObject({ outcome: 'failed', code: 'probe-certificate' });
    expect(unknown.cause).toContain('is not signed by a public authority');

    const roots = tls.getCACertificates('default');
    tls.setDefaultCACertificates([...roots, authority.certificate]);
    try {
      const { result: known } = await probeWith(identity, { ca: undefined });
      expect(known).toMatchObject({ outcome: 'proved' });
      const { result: narrowed } = await probeWith(identity, { ca: createAuthority('another').certificate });
      expect(narrowed).toMatchObject({ outcome: 'failed', code: 'probe-certificate' });
    } finally {
      tls.setDefaultCACertificates(roots);
    }
  });
});
