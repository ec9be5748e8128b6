import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** The same for Java. The server of this test knows no prepared statements. */
const JDBC = `
  class Client {
    public static void main(String[] args) throws Exception {
      var properties = new java.util.Properties();
      properties.setProperty("preferQueryMode", "simple");
      try (var connection = java.sql.DriverManager.getConnection(args[0], properties);
           var rows = connection.createStatement().executeQuery("SELECT 1 AS one")) {
        rows.next();
        System.out.println(rows.getInt(1));
      }
    }
  }`;
const JDBC_JAR = '/usr/share/java/postgresql.jar';
/** And for Go. */
const PGX = `package main

import (
	"context"
	"fmt"
	"os"

	"github.com/jackc/pgx/v4"
)

func main() {
	connection, err := pgx.Connect(context.Background(), os.Args[1])
	var one int
	if err == nil {
		err = connection.QueryRow(context.Background(), "SELECT 1 AS one", pgx.QuerySimpleProtocol(true)).Scan(&one)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(one)
}
`;
const GO_PATH = '/usr/share/gocode';

const home = mkdtempSync(path.join(tmpdir(), 'connect-'));
const file = (name: string) => path.join(home, name);
let libpq18 = '';
let front: Awaited<ReturnType<typeof startSqlFront>>;
let advanced: Awaited<ReturnType<typeof startSqlFront>>;
/** What a run printed, by the name of the cluster: its blocks, and those for other clients. */
let printed: Record<string, { blocks: string[]; others: string[] }>;
let hosts: Record<string, string>;
let routingId = '';

/**
 * Runs a command where the private host names resolve, as they do in a VPC: in a mount namespace of its own, with another
 * /etc/hosts. Undefined where this account may not make one: then the clients are sent to localhost instead.
 */
const [inVpc] = [['-m'], ['-rm']]
  .map((flags) => ['unshare', ...flags, 'sh', '-c', `mount --bind ${file('hosts')} /etc/hosts && exec "$@"`, 'sh'])
  .filter(([program = '', ...args]) => {
    writeFileSync(file('hosts'), readFileSync('/etc/hosts'));
    return spawnSync(program, [...args, 'true']).status === 0;
  });

beforeAll(async () => {
  const blocksOf = (markdown: string) => [...markdown.matchAll(/^```\w+\n(.*)\n```$/gm)].map(([, block = '']) => block);
  printed = await inMemory(bothPlans(), async (box) => {
    caCertificates(box.world).set(ids.advancedCluster, clusterCa.certificate);
    buildPath(box, ids.standardCluster);
    buildPath(box, ids.advancedCluster);
    const result = await run(box, { cluster: `${ids.standardName}, ${ids.advancedName}` });
    expectSuccess(result);
    routingId = box.world.tables.cluster.get(ids.standardCluster)?.routingId ?? '';
    const reports = JSON.parse(result.outputs['connections'] ?? '[]') as Record<string, string>[];
    hosts = Object.fromEntries(reports.map((one) => [one['cluster_name'], one['internal_dns'] ?? '']));
    return Object.fromEntries(
      [...result.summary.matchAll(/^\*\*(\S+)\*\*\n((?:\n```\w+\n.*\n```\n)+)/gm)].map(([, name = '', blocks = '']) => {
        const [, others = ''] = result.summary.split(`<details><summary>Other clients (${name})</summary>`);
        return [name, { blocks: blocksOf(blocks), others: blocksOf(others.split('</details>')[0] ?? '') }];
      }),
    );
  });
  const [standardHost = '', advancedHost = ''] = [hosts[ids.standardName], hosts[ids.advancedName]];
  front = await startSqlFront(publicCa.issue([standardHost, 'localhost']));
  advanced = await startSqlFront(clusterCa.issue([advancedHost, 'localhost']));
  writeFileSync(file('hosts'), `127.0.0.1 localhost ${standardHost} ${advancedHost}\n`);
  mkdirSync(file('fresh'));
  writeFileSync(file('roots.pem'), publicCa.certificate);
  writeFileSync(file('cluster.pem'), clusterCa.certificate);
  libpq18 = path.join(path.dirname(copyPrograms(file('postgres'))), 'lib');
});
afterAll(async () => {
  await front.close();
  await advanced.close();
  rmSync(home, { recursive: true, force: true });
});

/** A string with what the reader fills in, and the port of the server that stands for the cluster. */
const filledIn = (string: string, port: number) => {
  const filled = string
    .replace('USER:PASSWORD', `app:${encodeURIComponent(PASSWORD)}`)
    .replace('user=USER&password=PASSWORD', `user=app&password=${encodeURIComponent(PASSWORD)}`)
    .replace('DATABASE', 'shop')
    .replace(':26257/', `:${port}/`);
  return inVpc === undefined ? filled.replace(/[\w.-]+(?=:\d+\/)/, 'localhost') : filled;
};

const CLIENTS = {
  psql: (url: string) => ['psql', '-XAtc', 'SELECT 1', url],
  'node-postgres': (url: string) => ['node', '-e', NODE_POSTGRES, url],
  jdbc: (url: string) => ['java', '-cp', JDBC_JAR, file('Client.java'), url],
  'jdbc, whose roots are ours': (url: string) => [
    ...['java', `-Djavax.net.ssl.trustStore=${file('roots.p12')}`, '-Djavax.net.ssl.trustStorePassword=changeit'],
    ...['-cp', JDBC_JAR, file('Client.java'), url],
  ],
  pgx: (url: string) => [file('pgx'), url],
} as const;

/** Runs a client on a machine that has never connected, in a folder with `ca.crt` if there is one. */
function connect(client: keyof typeof CLIENTS, url: string, env: Record<string, string> = {}) {
  const fresh = { PATH: process.env['PATH'] ?? '', HOME: file('fresh'), ...env };
  return runChild([...(inVpc ?? []), ...CLIENTS[client](url)], { env: fresh, cwd: file('fresh') });
}

const roots = () => ({ SSL_CERT_FILE: file('roots.pem') });
const libpq = () => ({ LD_LIBRARY_PATH: libpq18 });
const connected = { exitCode: 0, stdout: '1\n' };

function expectLogin(login: Login | undefined, options: string | undefined): void {
  const servername = expect.stringMatching(inVpc === undefined ? /^localhost$/ : /^internal-/);
  expect(login).toMatchObject({ servername, password: PASSWORD });
  expect([login?.parameters['user'], login?.parameters['database'], login?.parameters['options']]).toEqual([
    'app',
    'shop',
    options,
  ]);
}

describeWith(['psql'], 'the connection string of a Standard cluster, on a fresh machine', () => {
  const string = () => filledIn(printed[ids.standardName]?.blocks.at(-1) ?? '', front.port);

  it('connects psql with libpq 16 or later, and names the cluster', async () => {
    expect(await connect('psql', string(), { ...libpq(), ...roots() })).toMatchObject(connected);
    expectLogin(front.logins.at(-1), `--cluster=${routingId}`);
  });

  it('connects with the command of the quick start, as pasted', async () => {
    const [command = ''] = fencedBlocks('README.md').flatMap(({ text }) => (text.startsWith('psql ') ? [text] : []));
    expect(command).toContain('ROUTING_ID');
    const host = hosts[ids.standardName] ?? '';
    const filled = filledIn(command.replace('INTERNAL_DNS', host).replace('ROUTING_ID', routingId), front.port);
    const env = { PATH: process.env['PATH'] ?? '', HOME: file('fresh'), ...libpq(), ...roots() };
    const { exitCode, stdout } = await runChild([...(inVpc ?? []), 'bash', '-c', filled], { env, cwd: file('fresh') });
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^\s*1$/m)]);
    expectLogin(front.logins.at(-1), `--cluster=${routingId}`);
  });

  it('is refused where no public root signed the certificate', async () => {
    const { exitCode, stderr } = await connect('psql', string(), libpq());
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('certificate verify failed')]);
  });

  const others = () => (printed[ids.standardName]?.others ?? []).map((one) => filledIn(one, front.port));

  it('connects every psql with the string for the older ones, which names the file of roots', async () => {
    const [older = ''] = others();
    expect(older).toContain('sslrootcert=/etc/ssl/certs/ca-certificates.crt&');
    const here = older.replace('/etc/ssl/certs/ca-certificates.crt', file('roots.pem'));
    expect(await connect('psql', here)).toMatchObject(connected);
    expectLogin(front.logins.at(-1), `--cluster=${routingId}`);
  });

  it('connects node-postgres with the string without sslrootcert, and not with that of psql', async () => {
    const node = { NODE_EXTRA_CA_CERTS: file('roots.pem') };
    expect(await connect('node-postgres', others()[1] ?? '', node)).toMatchObject(connected);
    expectLogin(front.logins.at(-1), `--cluster=${routingId}`);
    expect((await connect('node-postgres', string(), node)).stderr).toContain("open 'system'");
    expect((await connect('node-postgres', others()[1] ?? '')).exitCode).toBe(1);
  });

  it('would not connect psql without sslrootcert', async () => {
    const { stderr } = await connect('psql', string().replace('sslrootcert=system&', ''), { ...libpq(), ...roots() });
    expect(stderr).toContain('root.crt" does not exist');
  });
});

describeWith(['psql', 'curl'], 'the connection string of an Advanced cluster', () => {
  it('connects psql and node-postgres after the command above it has brought the CA', async () => {
    const [download = '', string = ''] = printed[ids.advancedName]?.blocks ?? [];
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

describeWith(['java', 'keytool', JDBC_JAR], 'the string for JDBC', () => {
  beforeAll(async () => {
    writeFileSync(file('Client.java'), JDBC);
    const store = ['-keystore', file('roots.p12'), '-storepass', 'changeit', '-noprompt'];
    const command = ['keytool', '-importcert', '-file', file('roots.pem'), ...store];
    expect(await runChild(command, { env: { PATH: process.env['PATH'] ?? '' }, cwd: home })).toMatchObject({
      exitCode: 0,
    });
  });

  it('connects to a Standard cluster with the roots of Java, and to no server that these do not know', async () => {
    const url = filledIn(printed[ids.standardName]?.others[2] ?? '', front.port);
    expect(await connect('jdbc, whose roots are ours', url)).toMatchObject(connected);
    expectLogin(front.logins.at(-1), `--cluster=${routingId}`);
    expect((await connect('jdbc', url)).stderr).toMatch(/unable to find valid certification path/);
  });

  it('connects to an Advanced cluster with its CA, and not without', async () => {
    const url = filledIn(printed[ids.advancedName]?.others[0] ?? '', advanced.port);
    expect((await connect('jdbc', url)).stderr).toMatch(/Could not open SSL root certificate file ca\.crt/);
    writeFileSync(file('fresh/ca.crt'), clusterCa.certificate);
    expect(await connect('jdbc', url)).toMatchObject(connected);
    expectLogin(advanced.logins.at(-1), undefined);
    rmSync(file('fresh/ca.crt'));
  });
});

describeWith(['go', `${GO_PATH}/src/github.com/jackc/pgx/v4`], 'the string for Go', () => {
  beforeAll(async () => {
    writeFileSync(file('main.go'), PGX);
    const env = { PATH: process.env['PATH'] ?? '', GO111MODULE: 'off', GOPATH: GO_PATH, GOCACHE: file('go-cache') };
    const built = await runChild(['go', 'build', '-o', file('pgx'), 'main.go'], { env, cwd: home });
    expect(built).toMatchObject({ exitCode: 0, stderr: '' });
  }, 120_000);

  it('connects pgx to a Standard cluster with the public roots of the machine, and to no other server', async () => {
    const url = filledIn(printed[ids.standardName]?.others[1] ?? '', front.port);
    expect(await connect('pgx', url, roots())).toMatchObject(connected);
    expectLogin(front.logins.at(-1), `--cluster=${routingId}`);
    expect((await connect('pgx', url)).stderr).toMatch(/certificate signed by unknown authority/);
  });

  it('connects pgx to an Advanced cluster with the string of psql', async () => {
    const url = filledIn(printed[ids.advancedName]?.blocks.at(-1) ?? '', advanced.port);
    writeFileSync(file('fresh/ca.crt'), clusterCa.certificate);
    expect(await connect('pgx', url)).toMatchObject(connected);
    expectLogin(advanced.logins.at(-1), undefined);
    rmSync(file('fresh/ca.crt'));
  });
});

it('the page has the same strings and the same command, with names for what the reader fills in', () => {
  const blocks = fencedBlocks('docs/connecting.md').filter(({ language }) => language !== 'yaml');
  const named = (text: string) =>
    text
      .replace(/[\w.-]+(?=:26257)/, 'INTERNAL_DNS')
      .replace(ids.advancedCluster, 'CLUSTER_ID')
      .replace(routingId, 'ROUTING_ID');
  const expected = [printed[ids.standardName], printed[ids.advancedName]].flatMap((one) =>
    [...(one?.blocks ?? []), ...(one?.others ?? [])].map(named),
  );
  expect(expected).toHaveLength(7);
  expect(blocks.map(({ text }) => text.trim())).toEqual(expected);
});
