import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from '@cdktn/hcl2json';
import { expect, it } from 'vitest';
import { claimKey, claimValue } from '../../src/reconcile/model/claims.ts';
import { wallTime } from '../../src/support/moment.ts';
import { evaluateModule } from '../harness/aws-setup/terraform.ts';
import { type FencedBlock, fencedBlocks } from '../harness/fenced-blocks.ts';
import { describeWith } from '../harness/programs.ts';
import { startProxy } from '../harness/proxy.ts';
import { type PolicyName, pagePolicy } from '../harness/role-policies.ts';
import { startTlsFront } from '../harness/tls-front.ts';
import { ids } from '../sandbox/index.ts';
import { fromTemplate, MODULE, PLACE } from '../support/aws-setup.ts';
import { claimants, connected, sharedPath } from '../support/departures.ts';
import { errorsOf, expectFailure } from '../support/expectations.ts';
import { trusted } from '../support/owners.ts';
import { expectNothingLeft, expectOnePath, liveEndpoints, ownedGroups, theEndpoint } from '../support/paths.ts';
import { scenario } from '../support/processes.ts';
import { mutations } from '../support/run.ts';
import { buildPath, placeInterfaces } from '../support/verify.ts';
import { FIRST_CONTACT_BLOCKS } from './documents-first-contact.ts';
import {
  commentsOn,
  expectScripts,
  type Plays,
  pasteLocally,
  playOf,
  pull,
  readersWorld,
  strangersEndpoint,
  trustOnly,
} from './documents-support.ts';
import { TERRAFORM_BLOCKS } from './documents-terraform.ts';
import { USE_BLOCKS } from './documents-use.ts';

/**
 * Each fenced block of the pages that users copy from, and what is done with it here. A workflow runs as GitHub would run it,
 * under the policy of the README that its role is named after, with the values of the sandbox in place of the page's.
 */
const PAGES = [
  ...['README.md', 'docs/connecting.md', 'docs/iam.md', 'docs/recipes.md', 'docs/recordings.md', 'docs/terraform.md'],
];

const BLOCKS: Plays = {
  // A person pastes them in test/behaviour/aws-setup-pasted.test.ts.
  'README.md#aws-roles': async ({ block }) => expect(block.text).toMatch(/^curl .*template\.yaml$/m),
  'README.md#workflow': async ({ box, go }) => {
    const { runs, printed } = await go({ event: 'push' });
    expect(runs.map(({ outputs }) => [outputs['status'], outputs['changed']])).toEqual([['available', 'true']]);
    expect(printed).toEqual([`Connect with ${runs[0]?.outputs['connection-url']}\n`]);
    expect(new URL(printed[0]?.split(' ').at(-1) ?? '').searchParams.get('options')).toMatch(/^--cluster=/);
    expectOnePath(box, ids.standardCluster);
    expect((await go({ event: 'push' })).runs.map(mutations)).toEqual([[]]);
  },
  // It connects in test/behaviour/connection-strings.test.ts.
  'README.md#connection': async ({ block }) => expectStringOf(/'(.*?)'/.exec(block.text)?.[1] ?? ''),
  'README.md#from-a-clone': async ({ block }) => expectScripts(block),
  'README.md#support': async ({ block }) => expectScripts(block),
  'README.md#from-a-clone-2': async ({ box, block }) => {
    const told = await pasteLocally(box, block);
    expect(told.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
      [0, ''],
      [1, ''],
    ]);
    expect(told[0]?.stdout).toContain('Dry run: nothing was changed.');
    expect(told[1]?.stdout).toContain('Error (endpoint-missing)');
    expect(liveEndpoints(box)).toEqual([]);
  },
  'docs/iam.md#with-cloudformation': async ({ block }) => expect(block.text).toMatch(/^curl .*template\.yaml$/m),
  'docs/iam.md#with-cloudformation-2': async ({ block }) => {
    const given = { VpcId: 'vpc-0123456789abcdef0', Repository: 'acme/shop' };
    expect(block.text.trim()).toBe(fromTemplate(given).outputs['With']);
  },
  'docs/iam.md#with-terraform': expectModule,
  'docs/iam.md#who-can-use-the-roles': async ({ block }) => expectPolicy(block, 'trust-policy'),
  'docs/iam.md#the-role-to-change': async ({ block }) => expectPolicy(block, 'policy'),
  'docs/iam.md#the-role-to-verify': async ({ block }) => expectPolicy(block, 'verify-policy'),
  'README.md#a-connection-for-each-pull-request': async ({ box, go }) => {
    const opened = await go(pull('opened'));
    expect(opened.runs.map(({ outputs }) => outputs['status'])).toEqual(['available']);
    expect(claimants(theEndpoint(box))).toEqual(['pr:12']);
    expect(commentsOn(box)).toHaveLength(1);
    expect((await go(pull('synchronize', 'mallory/shop'))).runs).toEqual([]);
    const closed = await go(pull('closed'));
    expect(closed.runs.map(({ outputs }) => outputs['status'])).toEqual(['deleted']);
    expectNothingLeft(box, ids.standardCluster);
    expect(commentsOn(box)).toHaveLength(1);
  },
  'README.md#a-nightly-check-with-an-issue': async ({ box, go }) => {
    const path = buildPath(box);
    const issues = () => [...box.world.issues.values()].filter((one) => one.pullHead === null);
    const [clean] = (await go({ event: 'schedule' })).runs;
    expect([clean?.exitCode, clean?.outputs['drift'], issues()]).toEqual([0, '[]', []]);
    box.world.setPrivateDns(path.endpoint, false);
    const [drifted] = (await go({ event: 'schedule' })).runs;
    expect([drifted?.exitCode, drifted?.outputs['error-code'], drifted?.outputs['drift-count']]).toEqual([
      1,
      'drift',
      '1',
    ]);
    expect(issues().map((one) => [one.state, one.body.includes(path.endpoint)])).toEqual([['open', true]]);
    expect(
      drifted &&
        errorsOf(drifted)
          .map((one) => one.title)
          .join(),
    ).toContain('private-dns-off');
    box.world.setPrivateDns(path.endpoint, true);
    await go({ event: 'schedule' });
    expect(issues().map((one) => one.state)).toEqual(['closed']);
  },
  'README.md#the-plan-as-a-comment': async ({ box, go }) => {
    const [planned] = (await go(pull('opened'))).runs;
    expect([planned?.exitCode, liveEndpoints(box), ownedGroups(box)]).toEqual([0, [], []]);
    expect(commentsOn(box).join()).toContain('create VPC endpoint');
    expect((await go(pull('opened', 'mallory/shop'))).runs).toEqual([]);
  },
  'docs/connecting.md#probe': async ({ box, go }) => {
    // At an address at which nothing of this machine listens.
    placeInterfaces(box.world, buildPath(box).endpoint, '127.0.0.9');
    const [outside] = (await go({ event: 'workflow_dispatch' })).runs;
    if (outside === undefined) throw new Error('the workflow did not run the action');
    expectFailure(outside, 'probe-outside');
    expect([outside.outputs['drift'], outside.outputs['status']]).toEqual(['[]', 'available']);
  },
  // Each client connects with its string in test/behaviour/connection-strings.test.ts.
  'docs/connecting.md#standard-clusters': async ({ block }) => expectStringOf(block.text),
  'docs/connecting.md#standard-clusters-2': async ({ block }) => expectStringOf(block.text),
  'docs/connecting.md#standard-clusters-3': async ({ block }) => expectStringOf(block.text),
  'docs/connecting.md#standard-clusters-4': async ({ block }) => expectStringOf(block.text),
  'docs/connecting.md#advanced-clusters': async ({ block }) => expect(block.text).toMatch(/^curl /),
  'docs/connecting.md#advanced-clusters-2': async ({ block }) => expectStringOf(block.text),
  'docs/connecting.md#advanced-clusters-3': async ({ block }) => expectStringOf(block.text),
  // The ID as a claim stores it.
  'docs/recipes.md#claims-of-another-repository': async ({ block }) => {
    const id = /repositories\/(\d+) /.exec(block.text)?.[1] ?? '';
    expect(otherClaim(id).value).toContain(` repo=${id} `);
  },
  'docs/recipes.md#claims-of-another-repository-2': async ({ block }) => {
    const [, pattern = '', id = ''] = /'Name=value,Values=(v1 repo=(\d+) )\*'/.exec(block.text) ?? [];
    expect(otherClaim(id).value.startsWith(pattern)).toBe(true);
    expect(otherClaim(`${id}0`).value.startsWith(pattern)).toBe(false);
  },
  'docs/recipes.md#claims-of-another-repository-3': async ({ block }) => {
    const key = /Key=(\S+)/.exec(block.text)?.[1] ?? '';
    expect(key.replace(/[0-9a-f]/g, '0')).toBe(otherClaim('700000055').key.replace(/[0-9a-f]/g, '0'));
  },
  'docs/recipes.md#many-at-once': async ({ box, go }) => {
    const { runs } = await go({ event: 'push' });
    expect(runs.map(({ outputs }) => outputs['status'])).toEqual(['available', 'available']);
    expect(liveEndpoints(box)).toHaveLength(2);
  },
  'docs/recipes.md#several-clusters-through-one-endpoint': async ({ box, go }) => {
    const { runs, printed } = await go({ event: 'push' });
    const [{ outputs } = { outputs: {} as Record<string, string> }] = runs;
    expect(claimants(theEndpoint(box))).toEqual(['default', 'default']);
    const routing = box.world.tables.cluster.get(ids.secondStandardCluster)?.routingId;
    expect(printed).toEqual([
      `One host, ${outputs['internal-dns']}, and for the second cluster options=--cluster%3D${routing}\n`,
    ]);
  },
  'docs/recipes.md#attach-only': async ({ box, go }) => {
    const { id } = strangersEndpoint(box, { privateDnsEnabled: true });
    const before = structuredClone(box.world.endpoint(id));
    const [attached] = (await go({ event: 'workflow_dispatch' }, { 'vpce-0123456789abcdef0': id })).runs;
    expect([attached?.outputs['status'], attached?.outputs['changed']]).toEqual(['available', 'true']);
    expect(box.world.endpoint(id)).toEqual(before);
    expect(box.world.connections(ids.standardCluster).map((one) => one.endpointId)).toEqual([id]);
  },
  'docs/recipes.md#attach-only-2': async ({ box, go }) => {
    const { id } = strangersEndpoint(box, { privateDnsEnabled: true });
    connected(box, ids.standardCluster, id);
    const [detached] = (await go({ event: 'workflow_dispatch' }, { 'vpce-0123456789abcdef0': id })).runs;
    expect(detached?.outputs['status']).toBe('deleted');
    expect([box.world.connections(ids.standardCluster), liveEndpoints(box).length]).toEqual([[], 1]);
  },
  'docs/recipes.md#one-environment-manually': async ({ box, go }) => {
    sharedPath(box, [{ environment: 'staging' }]);
    const { runs } = await go({ event: 'workflow_dispatch', inputs: { environment: 'staging' } });
    expect(runs.map(({ outputs }) => outputs['status'])).toEqual(['deleted']);
    expectNothingLeft(box, ids.standardCluster);
  },
  'docs/recipes.md#trusted-owners': async ({ box, go }) => {
    const { runs } = await go({ event: 'push' });
    expect(runs.map(({ outputs }) => outputs['status'])).toEqual(['available']);
    expect(trusted(box)).toEqual([ids.account, ids.otherAccount].toSorted());
  },
  'docs/recipes.md#runners-time-limits-and-deployment-environments': async ({ box, go }) => {
    // The environment's protection is GitHub's; to AWS a job shows that it is in it by its subject.
    trustOnly(box, 'repo:acme/shop:environment:production');
    const { jobs, runs } = await go({ event: 'push' });
    expect(jobs).toEqual([{ runsOn: { group: 'inside-the-vpc', labels: ['linux'] }, environment: 'production' }]);
    expect(runs.map(({ outputs }) => outputs['status'])).toEqual(['available']);
  },
  'docs/recipes.md#proxies': async ({ box, go }) => {
    const { ec2, sts, cloud } = box.urls;
    const hosts = { 'ec2.sandbox.invalid': ec2, 'sts.sandbox.invalid': sts, 'cloud.sandbox.invalid': cloud };
    const front = await startTlsFront(hosts);
    const routes = Object.fromEntries(Object.keys(hosts).map((host) => [`${host}:443`, front.address]));
    const proxy = await startProxy({ routes });
    try {
      const env = {
        AWS_ENDPOINT_URL_EC2: 'https://ec2.sandbox.invalid',
        AWS_ENDPOINT_URL_STS: 'https://sts.sandbox.invalid',
        COCKROACH_SERVER: 'https://cloud.sandbox.invalid',
      };
      const values = {
        'http://proxy.example.com:3128': proxy.url,
        '/etc/ssl/certs/company-ca.pem': front.certificate,
      };
      const { runs } = await go({ event: 'workflow_dispatch', env }, values);
      expect(runs.map(({ outputs }) => outputs['status'])).toEqual(['available']);
      expect([...new Set(proxy.passed)].toSorted()).toEqual(Object.keys(routes).toSorted());
    } finally {
      await Promise.all([proxy.close(), front.close()]);
    }
  },
  'docs/recordings.md#make-a-recording': async ({ box, go }) => {
    buildPath(box);
    const { runs, uploaded } = await go({ event: 'workflow_dispatch' });
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0]);
    expect(runs[0]?.log).toMatch(/^Recording of \d+ requests written to privatelink-recording\.jsonl$/m);
    expect(uploaded).toEqual(['privatelink-recording.jsonl']);
  },
  // The commands are run in test/unit/recording-scripts.test.ts.
  'docs/recordings.md#read-and-check-it-before-you-share-it': async ({ block }) => {
    const commands = block.text.trim().split('\n');
    expect(
      commands.map((line) => /^npm run recording -- (show|check) \S+\.jsonl( --not(-from)? \S+)*$/.exec(line)?.[1]),
    ).toEqual(['show', 'check']);
  },
  'docs/recordings.md#replay-it': async ({ block }) => {
    const [, command = ''] = /^npm run recording -- (\w+) \S+\.jsonl$/.exec(block.text.trim()) ?? [];
    const file = path.join(import.meta.dirname, '../recordings/denied-endpoint.jsonl');
    const program = path.join(import.meta.dirname, '../../scripts/recording.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [program, command, file]);
    expect(stdout).toMatch(/^It ended as recorded:\n {2}exit +1\n.*\n {2}error-code aws-denied$/m);
  },
  'docs/recordings.md#compare-it-with-the-sandbox': async ({ block }) => {
    const [, command = ''] = /^npm run recording -- (\w+) \S+\.jsonl$/.exec(block.text.trim()) ?? [];
    const file = path.join(import.meta.dirname, '../recordings/drift-while-throttled.jsonl');
    const program = path.join(import.meta.dirname, '../../scripts/recording.ts');
    const failed: unknown = await promisify(execFile)(process.execPath, [program, command, file]).catch(
      (error) => error,
    );
    expect(failed).toMatchObject({ code: 1, stdout: expect.stringMatching(/^\d+ differences between[\s\S]* 429 8 /) });
  },
  ...FIRST_CONTACT_BLOCKS,
  ...TERRAFORM_BLOCKS,
  ...USE_BLOCKS,
};

/** A program of a block that no package of npm brings. */
const NEEDS: Readonly<Record<string, string>> = { 'docs/recipes.md#kubernetes': 'kubectl' };

const blocks = [...PAGES, 'docs/first-contact.md'].flatMap(fencedBlocks);

it('every block has a row here, and no row is dead', () => {
  expect(Object.keys(BLOCKS).toSorted()).toEqual(blocks.map(({ key }) => key).toSorted());
});

for (const block of blocks) {
  const play = BLOCKS[block.key];
  const program = NEEDS[block.key];
  if (play === undefined) continue;
  const test = () => scenario(block.key, readersWorld(), (box) => play(playOf(box, block)));
  if (program === undefined) test();
  else describeWith([program], program, test);
}

/** The claim of another repository as the action writes it. */
function otherClaim(repositoryId: string): { readonly key: string; readonly value: string } {
  const owner = { serverUrl: 'https://github.com', repositoryId, environment: 'staging' };
  const cluster = { id: ids.standardCluster, name: ids.standardName };
  return {
    key: claimKey(owner, cluster.id),
    value: claimValue(owner, cluster, { at: wallTime(Date.UTC(2026, 10, 29)), nonce: '0123456789ab' }),
  };
}

function expectStringOf(text: string): void {
  expect(new URL(text.trim()).searchParams.get('sslmode')).toBe('verify-full');
}

/** The policy is the very one that other tests run under, right by right. */
function expectPolicy({ text }: FencedBlock, name: PolicyName | 'trust-policy'): void {
  expect(JSON.parse(text)).toEqual(pagePolicy(name));
}

/** The module takes what the block gives it, and has the output that the block asks for. */
async function expectModule({ block }: { readonly block: FencedBlock }): Promise<void> {
  const parsed = await parse('block.tf', block.text);
  const [module = {}] =
    (parsed as { module: Record<string, Record<string, string>[]> }).module['privatelink_roles'] ?? [];
  const { source, ...given } = module;
  expect(source).toBe('github.com/OWNER/cockroachdb-privatelink-action//setup/aws?ref=COMMIT_SHA');
  const { outputs } = await evaluateModule(MODULE, { ...given, repository: 'acme/shop' }, PLACE);
  for (const [, name = ''] of block.text.matchAll(/module\.privatelink_roles\.(\w+)/g))
    expect(outputs).toHaveProperty(name);
}
