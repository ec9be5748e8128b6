import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { createAuthority } from '../harness/certificates.ts';
import { runChild } from '../harness/child.ts';
import { filledIn, pagePolicy } from '../harness/role-policies.ts';
import { startSqlFront } from '../harness/sql-front.ts';
import { type Answering, startServer, withAwsCli } from '../harness/stand-in.ts';
import type { WorkflowRun } from '../harness/workflow-run.ts';
import { ids } from '../sandbox/index.ts';
import { liveEndpoints, ownedGroups, sources, theEndpoint } from '../support/paths.ts';
import { buildPath } from '../support/verify.ts';
import { eks, kubernetes, type Noted, valueStore } from './documents-services.ts';
import { ELSEWHERE, type Plays } from './documents-support.ts';

/** The blocks of docs/recipes.md in which a path is put to use, and those of more than one place. */
export const USE_BLOCKS: Plays = {
  'docs/recipes.md#ssm-parameter-store': async ({ go }) => {
    const { noted, outputs } = await withStore('ssm', (scripts) => go({ event: 'push', scripts }));
    expect(outputs['connection-url']).toMatch(/^postgresql:\/\/internal\.orders\.invalid:26257\/defaultdb\?/);
    const given = { Name: '/shop/database-url', Type: 'String', Overwrite: true, Value: outputs['connection-url'] };
    expect(noted).toEqual([{ what: 'AmazonSSM.PutParameter', given, accessKeyId: expect.stringMatching(SESSION) }]);
  },
  'docs/recipes.md#secrets-manager': async ({ go }) => {
    const secrets = { COCKROACH_API_KEY: ids.apiKey, SQL_USER: 'app', SQL_PASSWORD: PASSWORD };
    const play = (scripts: Record<string, string>) => go({ event: 'push', scripts, secrets });
    const { noted, outputs } = await withStore('secretsmanager', play);
    const login = `postgresql://app:${encodeURIComponent(PASSWORD)}@`;
    expect(noted.map(({ given }) => [given['SecretId'], given['SecretString']])).toEqual([
      ['shop/database-url', outputs['connection-url']?.replace('postgresql://', login)],
    ]);
    expect(decodeURIComponent(new URL(String(noted[0]?.given['SecretString'])).password)).toBe(PASSWORD);
  },
  'docs/recipes.md#schema-migrations-from-a-runner-in-the-vpc': async ({ box, go }) => {
    const publicCa = createAuthority('Public roots');
    // The runner's resolver leads to the endpoint; here an address of this machine stands for it.
    const front = await startSqlFront(publicCa.issue(['internal.orders.invalid']), '127.0.0.26', 26257);
    const home = mkdtempSync(path.join(tmpdir(), 'checkout-'));
    try {
      mkdirSync(path.join(home, 'migrations'));
      writeFileSync(path.join(home, 'migrations/001_orders.sql'), 'CREATE TABLE orders (id UUID PRIMARY KEY);\n');
      writeFileSync(path.join(home, 'roots.pem'), publicCa.certificate);
      const secrets = { COCKROACH_API_KEY: ids.apiKey, SQL_USER: 'app', SQL_PASSWORD: PASSWORD };
      const scripts = { HOME: home, PGHOSTADDR: '127.0.0.26' };
      const roots = { '/etc/ssl/certs/ca-certificates.crt': path.join(home, 'roots.pem') };
      const { jobs, runs } = await go({ event: 'push', secrets, scripts }, roots);
      expect(jobs.map(({ runsOn }) => runsOn)).toEqual(['ubuntu-latest', ['self-hosted', 'linux']]);
      expect(runs.map(({ outputs }) => outputs['status'])).toEqual(['available']);
      const routing = box.world.tables.cluster.get(ids.standardCluster)?.routingId;
      expect(front.logins).toMatchObject([
        {
          servername: 'internal.orders.invalid',
          password: PASSWORD,
          parameters: { user: 'app', database: 'defaultdb', options: `--cluster=${routing}` },
        },
      ]);
      expect(front.queries).toEqual(['CREATE TABLE orders (id UUID PRIMARY KEY);']);
    } finally {
      await front.close();
      rmSync(home, { recursive: true, force: true });
    }
  },
  'docs/recipes.md#kubernetes': async ({ go }) => {
    const applied: Noted[] = [];
    const ca = createAuthority('CA of my-eks');
    const cluster = await startServer(kubernetes(applied), ca.issue(['localhost']));
    const service = await startServer(eks(cluster.url, ca.certificate));
    try {
      await withAwsCli({ eks: service.url }, async (scripts) => {
        const [run] = (await go({ event: 'push', scripts })).runs;
        const data = { DATABASE_URL: run?.outputs['connection-url'] };
        expect(applied).toMatchObject([
          {
            what: '/api/v1/namespaces/shop/configmaps/cockroachdb',
            given: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'cockroachdb', namespace: 'shop' }, data },
            accessKeyId: expect.stringMatching(SESSION),
          },
        ]);
        expect(data.DATABASE_URL).toContain('internal.orders.invalid');
      });
    } finally {
      await Promise.all([service.close(), cluster.close()]);
    }
  },
  'docs/recipes.md#two-aws-accounts': async ({ box, go }) => {
    const { runs } = await go({ event: 'push' });
    expect(runs.map(({ outputs }) => [outputs['status'], outputs['aws-account-id']])).toEqual([
      ['available', ids.account],
      ['available', ids.otherAccount],
    ]);
    expect(liveEndpoints(box).map(({ vpcId, accountId }) => [vpcId, accountId])).toEqual([
      [ids.vpc, ids.account],
      ['vpc-0fedcba9876543210', ids.otherAccount],
    ]);
    // The role of one account in the other's row stops the run before it changes anything.
    const crossed = await go({ event: 'push' }, { "account: '444455556666'": "account: '111122223333'" });
    expect(crossed.runs.map(({ outputs }) => outputs['error-code'])).toEqual(['', 'vpc-not-found']);
  },
  'docs/recipes.md#a-multi-region-cluster': async ({ box, go }) => {
    box.iam.policies = [ids.region, ELSEWHERE].flatMap((region) => filledIn(box, pagePolicy('policy'), region));
    const { runs, printed } = await go({ event: 'push' });
    expect(runs.map(({ outputs }) => outputs['status'])).toEqual(['available', 'available']);
    expect(liveEndpoints(box).map(({ region }) => region)).toEqual([ids.region, ELSEWHERE]);
    expect(printed).toEqual([
      `In ${ids.region} connect to ${runs[0]?.outputs['internal-dns']}\n`,
      `In ${ELSEWHERE} connect to internal.elsewhere.invalid\n`,
    ]);
  },
  'docs/recipes.md#a-hub-vpc-for-many-spokes': async ({ box, go }) => {
    const [run] = (await go({ event: 'push' })).runs;
    expect([run?.outputs['status'], run?.outputs['private-dns-enabled']]).toEqual(['available', 'false']);
    expect(sources(box, ownedGroups(box)[0]?.id)).toEqual(['10.64.0.0/16', '10.65.0.0/16']);
    expect(theEndpoint(box).privateDnsEnabled).toBe(false);
  },
  'docs/recipes.md#a-hub-vpc-for-many-spokes-2': async ({ box, block }) => {
    const { endpoint } = buildPath(box);
    // Programs sign with the time of this machine.
    box.settings.sts.maxClockSkewSeconds = Number.MAX_SAFE_INTEGER;
    const zones = route53();
    const server = await startServer(zones.answer);
    try {
      await withAwsCli({ ec2: box.urls.ec2, route53: server.url }, async (env) => {
        const around = {
          ...env,
          AWS_ACCESS_KEY_ID: ids.accessKeyId,
          AWS_SECRET_ACCESS_KEY: ids.secretAccessKey,
          // The CLI asks for one where --endpoint-url is given.
          AWS_DEFAULT_REGION: ids.region,
        };
        const known: Record<string, string> = {
          'vpce-0123456789abcdef0': endpoint,
          INTERNAL_DNS: 'internal.orders.invalid',
        };
        const paste = async (line: string) => {
          // The longer names first: SPOKE_VPC_ID is in OTHER_SPOKE_VPC_ID.
          const names = { ...known, OTHER_SPOKE_VPC_ID: 'vpc-0spoke2', SPOKE_VPC_ID: 'vpc-0spoke1' };
          const text = Object.entries(names).reduce((all, [name, value]) => all.replaceAll(name, value), line);
          const ended = await runChild(['bash', '-c', text], { env: around, cwd: env['HOME'] ?? '' });
          expect(ended, line).toMatchObject({ exitCode: 0, stderr: '' });
          return ended.stdout.trim();
        };
        const [first = '', second = '', third = '', fourth = ''] = block.text.trim().split('\n');
        const entry = JSON.parse(await paste(first)) as Record<string, string>;
        // Longer than ZONE_ID, which they hold.
        known['ENDPOINT_ZONE_ID'] = entry['HostedZoneId'] ?? '';
        known['ENDPOINT_DNS_NAME'] = entry['DnsName'] ?? '';
        known['ZONE_ID'] = await paste(second);
        await paste(third);
        await paste(fourth);
        expect(zones.vpcs).toEqual(['vpc-0spoke1', 'vpc-0spoke2']);
        expect(zones.records).toEqual([`internal.orders.invalid A ${entry['DnsName']} in ${entry['HostedZoneId']}`]);
        expect(entry['DnsName']).toContain(endpoint);
      });
    } finally {
      await server.close();
    }
  },
  'docs/recipes.md#drift-in-slack': async ({ box, go }) => {
    const built = buildPath(box);
    const told: unknown[] = [];
    const slack = await startServer(async ({ method, url, headers, body }) => {
      // Source: docs.slack.dev, Sending messages using incoming webhooks.
      const fits =
        method === 'POST' && url === '/services/T0/B0/secret' && headers['content-type'] === 'application/json';
      if (fits) told.push(JSON.parse(body));
      return {
        status: fits ? 200 : 400,
        headers: { 'content-type': 'text/html' },
        body: fits ? 'ok' : 'invalid_payload',
      };
    });
    try {
      const secrets = { COCKROACH_API_KEY: ids.apiKey, SLACK_WEBHOOK_URL: `${slack.url}/services/T0/B0/secret` };
      expect((await go({ event: 'schedule', secrets })).runs.map(({ exitCode }) => exitCode)).toEqual([0]);
      expect(told).toEqual([]);
      box.world.setPrivateDns(built.endpoint, false);
      expect((await go({ event: 'schedule', secrets })).runs.map(({ exitCode }) => exitCode)).toEqual([1]);
      const page = 'https://github.com/acme/shop/actions/runs/1001';
      expect(told).toEqual([{ text: `PrivateLink of orders-standard: drift, findings: 1. ${page}` }]);
    } finally {
      await slack.close();
    }
  },
};

/** With characters that a URL would take for its own. */
const PASSWORD = 's3cret&w/rd@1';
/** The key of a session that STS made. */
const SESSION = /^ASIA/;

/** Runs a workflow on a runner whose AWS CLI reaches a store of one value. @returns what the store was asked, and outputs */
async function withStore(
  service: 'ssm' | 'secretsmanager',
  play: (scripts: Record<string, string>) => Promise<WorkflowRun>,
): Promise<{ noted: Noted[]; outputs: Record<string, string> }> {
  const noted: Noted[] = [];
  const server = await startServer(valueStore(noted));
  let outputs: Record<string, string> = {};
  try {
    await withAwsCli({ [service]: server.url }, async (scripts) => {
      outputs = (await play(scripts)).runs[0]?.outputs ?? {};
    });
  } finally {
    await server.close();
  }
  return { noted, outputs };
}

/**
 * Route 53 for private hosted zones, as far as the page goes: a zone is made with one VPC, and what names no zone of it is
 * refused. Source: Amazon Route 53 API Reference, CreateHostedZone, ChangeResourceRecordSets, AssociateVPCWithHostedZone.
 */
function route53() {
  const zone = 'Z0123456789ABCDEFGHIJ';
  const vpcs: string[] = [];
  const records: string[] = [];
  const info =
    '<ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status><SubmittedAt>2026-12-01T00:00:00Z</SubmittedAt></ChangeInfo>';
  const answer: Answering = async ({ method, url, body }) => {
    const said = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1] ?? '';
    const reply = (status: number, text: string) => ({ status, headers: { 'content-type': 'text/xml' }, body: text });
    const ns = 'xmlns="https://route53.amazonaws.com/doc/2013-04-01/"';
    if (method === 'POST' && url === '/2013-04-01/hostedzone') {
      vpcs.push(said('VPCId'));
      const made = `<HostedZone><Id>/hostedzone/${zone}</Id><Name>${said('Name')}.</Name><CallerReference>${said('CallerReference')}</CallerReference></HostedZone>`;
      return reply(201, `<CreateHostedZoneResponse ${ns}>${made}${info}</CreateHostedZoneResponse>`);
    }
    const [, id, what] = /^\/2013-04-01\/hostedzone\/(\w+)\/(rrset|associatevpc)\/?$/.exec(url) ?? [];
    if (method !== 'POST' || id !== zone)
      return reply(
        404,
        `<ErrorResponse ${ns}><Error><Type>Sender</Type><Code>NoSuchHostedZone</Code><Message>No hosted zone found with ID: ${id}</Message></Error></ErrorResponse>`,
      );
    if (what === 'associatevpc') {
      vpcs.push(said('VPCId'));
      return reply(200, `<AssociateVPCWithHostedZoneResponse ${ns}>${info}</AssociateVPCWithHostedZoneResponse>`);
    }
    records.push(`${said('Name')} ${said('Type')} ${said('DNSName')} in ${said('HostedZoneId')}`);
    return reply(200, `<ChangeResourceRecordSetsResponse ${ns}>${info}</ChangeResourceRecordSetsResponse>`);
  };
  return { vpcs, records, answer };
}
