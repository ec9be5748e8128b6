import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAuthority } from '../harness/certificates.ts';
import { runChild } from '../harness/child.ts';
import { fencedBlocks } from '../harness/fenced-blocks.ts';
import { copyPrograms } from '../harness/postgres.ts';
import { describeWith } from '../harness/programs.ts';
import { type Login, startSqlFront } from '../harness/sql-front.ts';
import { caCertificates } from '../sandbox/cloud/ca.ts';
import { bothPlans, ids } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { inMemory } from '../support/in-memory.ts';
import { run } from '../support/run.ts';
import { buildPath } from '../support/verify.ts';

const require = createRequire(import.meta.url);
const PASSWORD = 's3cret&word';
/** Stands for a public CA: a machine trusts it by its file of roots, which OpenSSL and Node are told of here. */
const publicCa = createAuthority('Public roots');
const clusterCa = createAuthority('CA of orders-advanced');
/** A client of Node, as its documentation has it. */
const NODE_POSTGRES = `
  const { Client } = require(${JSON.stringify(require.resolve('pg'))});
  const client = new Client({ connectionString: process.argv[1] });
  client.connect().then(() => client.query('SELECT 1 AS one')).then(({ rows }) => console.log(rows[0].one))
    .finally(() => client.end());`;

const home = mkdtempSync(path.join(tmpdir(), 'connect-'));
let libpq18 = '';
let front: Awaited<ReturnType<typeof startSqlFront>>;
let advanced: Awaited<ReturnType<typeof startSqlFront>>;
/** What a run printed, by the name of the cluster: its blocks. */
let printed: Record<string, string[]>;
let routingId = '';

beforeAll(async () => {
  front = await startSqlFront(publicCa.issue(['localhost']));
  advanced = await startSqlFront(clusterCa.issue(['localhost']));
  mkdirSync(path.join(home, 'fresh'));
  writeFileSync(path.join(home, 'roots.pem'), publicCa.certificate);
  writeFileSync(path.join(home, 'cluster.pem'), clusterCa.certificate);
  libpq18 = path.join(path.dirname(copyPrograms(path.join(home, 'postgres'))), 'lib');
  printed = await inMemory(bothPlans(), async (box) => {
    caCertificates(box.world).set(ids.advancedCluster, clusterCa.certificate);
    buildPath(box, ids.standardCluster);
    buildPath(box, ids.advancedCluster);
    const result = await run(box, { cluster: `${ids.standardName}, ${ids.advancedName}` });
    expectSuccess(result);
    routingId = box.world.tables.cluster.get(ids.standardCluster)?.routingId ?? '';
    return Object.fromEntries(
      [...result.summary.matchAll(/^\*\*(\S+)\*\*\n((?:\n```\w+\n.*\n```\n)+)/gm)].map(([, name = '', blocks = '']) => [
        name,
        [...blocks.matchAll(/^```\w+\n(.*)\n```$/gm)].map(([, text = '']) => text),
      ]),
    );
  });
});
afterAll(async () => {
  await front.close();
  await advanced.close();
  rmSync(home, { recursive: true, force: true });
});

/** A string with what the reader fills in, and this machine in place of the cluster's host. */
const filledIn = (string: string, port: number) =>
  string
    .replace('USER:PASSWORD', `app:${encodeURIComponent(PASSWORD)}`)
    .replace('DATABASE', 'shop')
    .replace(/@[^/]+:26257\//, `@localhost:${port}/`);

/** Runs a client on a machine that has never connected, in a folder with `ca.crt` if there is one. */
function connect(client: 'psql' | 'node-postgres', url: string, env: Record<string, string> = {}) {
  const command = client === 'psql' ? ['psql', '-XAtc', 'SELECT 1', url] : ['node', '-e', NODE_POSTGRES, url];
  const fresh = { PATH: process.env['PATH'] ?? '', HOME: path.join(home, 'fresh'), ...env };
  return runChild(command, { env: fresh, cwd: path.join(home, 'fresh') });
}

const roots = () => ({ SSL_CERT_FILE: path.join(home, 'roots.pem') });
const libpq = () => ({ LD_LIBRARY_PATH: libpq18 });
const connected = { exitCode: 0, stdout: '1\n' };

function expectLogin(login: Login | undefined, options: string | undefined): void {
  expect(login).toMatchObject({ servername: 'localhost', password: PASSWORD });
  expect([login?.parameters['user'], login?.parameters['database'], login?.parameters['options']]).toEqual([
    'app',
    'shop',
    options,
  ]);
}

describeWith(['psql'], 'the connection string of a Standard cluster, on a fresh machine', () => {
  const string = () => filledIn(printed[ids.standardName]?.at(-1) ?? '', front.port);

  it('connects psql with libpq 16 or later, and names the cluster', async () => {
    expect(await connect('psql', string(), { ...libpq(), ...roots() })).toMatchObject(connected);
    expectLogin(front.logins.at(-1), `--cluster=${routingId}`);
  });

  it('is refused where no public root signed the certificate', async () => {
    const { exitCode, stderr } = await connect('psql', string(), libpq());
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('certificate verify failed')]);
  });

  it('connects every psql with the file of roots that the summary names instead', async () => {
    const url = string().replace('sslrootcert=system', `sslrootcert=${path.join(home, 'roots.pem')}`);
    expect(await connect('psql', url)).toMatchObject(connected);
    expectLogin(front.logins.at(-1), `--cluster=${routingId}`);
  });

  it('connects node-postgres once sslrootcert is left out, as the summary says, and not before', async () => {
    const node = { NODE_EXTRA_CA_CERTS: path.join(home, 'roots.pem') };
    expect(await connect('node-postgres', string().replace('sslrootcert=system&', ''), node)).toMatchObject(connected);
    expectLogin(front.logins.at(-1), `--cluster=${routingId}`);
    expect((await connect('node-postgres', string(), node)).stderr).toContain("open 'system'");
  });

  it('would not connect psql without sslrootcert', async () => {
    const { stderr } = await connect('psql', string().replace('sslrootcert=system&', ''), { ...libpq(), ...roots() });
    expect(stderr).toContain('root.crt" does not exist');
  });
});

describeWith(['psql', 'curl'], 'the connection string of an Advanced cluster', () => {
  it('connects psql and node-postgres after the command above it has brought the CA', async () => {
    const [download = '', string = ''] = printed[ids.advancedName] ?? [];
    expect(download).toBe(
      `curl --fail --output ca.crt 'https://cockroachlabs.cloud/clusters/${ids.advancedCluster}/cert'`,
    );
    const local = download.replace(/'https:.*'/, `'file://${path.join(home, 'cluster.pem')}'`);
    const cwd = path.join(home, 'fresh');
    const { exitCode } = await runChild(['bash', '-c', local], { env: { PATH: process.env['PATH'] ?? '' }, cwd });
    expect(exitCode).toBe(0);
    const url = filledIn(string, advanced.port);
    for (const client of ['psql', 'node-postgres'] as const) {
      expect(await connect(client, url), client).toMatchObject(connected);
      expectLogin(advanced.logins.at(-1), undefined);
    }
    rmSync(path.join(cwd, 'ca.crt'));
  });
});

it('the README has the same strings and the same command, with names for what the reader fills in', () => {
  const blocks = fencedBlocks('README.md').filter(({ key }) => key.startsWith('README.md#connecting'));
  const hosts = (text: string) =>
    text.replace(/@[^/]+:26257/, '@INTERNAL_DNS:26257').replace(ids.advancedCluster, 'CLUSTER_ID');
  const expected = [printed[ids.standardName], printed[ids.advancedName]].flatMap((texts) => (texts ?? []).map(hosts));
  expect(blocks.map(({ text }) => text.trim())).toEqual(expected.map((one) => one.replace(routingId, 'ROUTING_ID')));
});
