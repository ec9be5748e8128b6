import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { type Ended, runChild } from '../harness/child.ts';
import type { FencedBlock } from '../harness/fenced-blocks.ts';
import { filledIn, pagePolicy } from '../harness/role-policies.ts';
import type { Workflow } from '../harness/workflow-files.ts';
import { runWorkflow, type Trigger, type WorkflowRun } from '../harness/workflow-run.ts';
import { bothPlans, ids, type Sandbox, type SandboxOptions, standardRegion, type WorldSeed } from '../sandbox/index.ts';
import { SHORT } from '../support/departures.ts';
import { QUICK } from '../support/paths.ts';

/** The other region of the world that readers run in. */
export const ELSEWHERE = 'eu-west-1';
const GLOBAL = 'global-standard';

/** What stands for the reader's own things, and the sandbox's. Clusters by name, the longer names first. */
const STANDS_FOR: readonly [string | RegExp, string][] = [
  ['my-second-cluster', ids.secondStandardName],
  ['my-global-cluster', GLOBAL],
  ['my-advanced-cluster', ids.advancedName],
  ['my-cluster', ids.standardName],
  ['vpc-0123456789abcdef0', ids.vpc],
  // Not what an expression goes on with: such a role is in the sandbox by its own name.
  [/arn:aws:iam::111122223333:role\/[\w-]+(?![\w${-])/, ids.role],
];

/** One block of a page, and a sandbox to try it in. */
export interface Play {
  box: Sandbox;
  block: FencedBlock;
  /** Runs the block as a workflow. `put`: more of the page's values and what they stand for. */
  go(trigger: Trigger, put?: Record<string, string>): Promise<WorkflowRun>;
}

/** A text with the sandbox's things in place of the reader's. `put`: more of the page's values and what they stand for. */
function ofTheSandbox(text: string, put: Record<string, string> = {}): string {
  const words = [...STANDS_FOR, ...Object.entries(put)];
  return words.reduce((all, [said, meant]) => all.replaceAll(new RegExp(said, 'g'), meant), text);
}

/** Pastes the commands of a block, a line each, in a clone on a machine with AWS credentials and the key of the Cloud. */
export async function pasteLocally(box: Sandbox, { text }: FencedBlock): Promise<Ended[]> {
  const { AWS_ENDPOINT_URL_EC2, AWS_ENDPOINT_URL_STS, COCKROACH_SERVER } = box.env;
  const env = {
    ...JSON.parse(JSON.stringify({ AWS_ENDPOINT_URL_EC2, AWS_ENDPOINT_URL_STS, COCKROACH_SERVER })),
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    AWS_ACCESS_KEY_ID: ids.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ids.secretAccessKey,
    COCKROACH_API_KEY: ids.apiKey,
    npm_config_loglevel: 'silent',
    npm_config_cache: path.join(tmpdir(), 'npm-cache-of-tests'),
  };
  // Programs sign with the time of this machine.
  box.settings.sts.maxClockSkewSeconds = Number.MAX_SAFE_INTEGER;
  const cwd = path.resolve(import.meta.dirname, '../..');
  const ends: Ended[] = [];
  for (const line of ofTheSandbox(text).trim().split('\n'))
    ends.push(await runChild(['bash', '-c', line], { env, cwd }));
  return ends;
}

/** What is done with each block of a page, by the block's key. */
export type Plays = Readonly<Record<string, (play: Play) => Promise<void>>>;

/**
 * A block in a sandbox. Its workflow runs under the policy of the README that its role is named after.
 */
export function playOf(box: Sandbox, block: FencedBlock): Play {
  const policy = /:role\/[\w-]+-verify$/m.test(block.text) ? 'verify-policy' : 'policy';
  box.iam.policies = filledIn(box, pagePolicy(policy), ids.region);
  return {
    box,
    block,
    go(trigger, put = {}) {
      const text = ofTheSandbox(block.text, put);
      const secrets = { COCKROACH_API_KEY: ids.apiKey };
      const env = { ...SHORT, ...trigger.env };
      return runWorkflow(box, parse(text) as Workflow, { secrets, ...trigger, env });
    },
  };
}

/** Both plans, their clusters closed to the public, names that no resolver knows, and two pull requests. */
export function readersWorld(): SandboxOptions {
  const options = bothPlans();
  const { world: seed } = options;
  for (const cluster of seed?.clusters ?? []) cluster.allowlist = [];
  for (const service of seed?.services ?? []) service.privateDnsName = 'internal.orders.invalid';
  for (const { plan, regions } of seed?.clusters ?? [])
    if (plan === 'STANDARD') for (const region of regions) region.internalDns = 'internal.orders.invalid';
  if (seed !== undefined) addPlaces(seed);
  seed?.pulls.push({ number: 11, state: 'closed', head: 'old' }, { number: 12, state: 'open', head: 'new' });
  return { ...options, settings: QUICK };
}

/** A VPC of another account and one in another region, a role for each, and a cluster that is in both regions. */
function addPlaces({ vpcs, subnets, roles, services, clusters, clusterServices }: WorldSeed): void {
  const others = [
    { id: 'vpc-0fedcba9876543210', accountId: ids.otherAccount, region: ids.region, zone: 'use1' },
    { id: 'vpc-0aaaabbbbccccdddd', accountId: ids.account, region: ELSEWHERE, zone: 'euw1' },
  ];
  for (const [index, { id, accountId, region, zone }] of others.entries()) {
    vpcs.push({ id, accountId, region, cidrs: [{ cidr: `10.${30 + index}.0.0/16`, state: 'associated' }] });
    for (const az of [1, 2, 4])
      subnets.push({
        id: `subnet-0bbbbbbbbbbbbbb${index}${az}`,
        vpcId: id,
        accountId,
        region,
        azId: `${zone}-az${az}`,
        cidr: `10.${30 + index}.${az}.0/24`,
      });
  }
  const subjects = ['repo:acme/shop:ref:refs/heads/main'];
  for (const account of [ids.account, ids.otherAccount])
    for (const name of ['change', `${ids.region}-change`, `${ELSEWHERE}-change`])
      roles.push({ arn: `arn:aws:iam::${account}:role/cockroachdb-privatelink-${name}`, subjects });
  const azIds = [1, 2, 4].map((az) => `euw1-az${az}`);
  const cluster = { id: 'd4444444-4444-4444-8444-444444444444', name: GLOBAL };
  const privateDnsName = 'internal.elsewhere.invalid';
  services.push({ id: 'vpce-svc-0bbbbbbbbbbbbbbb2', region: ELSEWHERE, azIds, privateDnsName });
  clusters.push({
    ...cluster,
    plan: 'STANDARD',
    regions: [standardRegion(), { ...standardRegion(ELSEWHERE), azIds, internalDns: privateDnsName }],
  });
  clusterServices.push(
    { clusterId: cluster.id, region: ids.region, serviceId: ids.standardService },
    { clusterId: cluster.id, region: ELSEWHERE, serviceId: 'vpce-svc-0bbbbbbbbbbbbbbb2' },
  );
}

/** An event of pull request 12. */
export function pull(action: string, from = 'acme/shop'): Trigger {
  const pull_request = { number: 12, head: { repo: { full_name: from } }, user: { login: 'octocat' } };
  return { event: 'pull_request', payload: { action, number: 12, pull_request } };
}

/** The comments on it. */
export const commentsOn = ({ world: { comments } }: Sandbox) =>
  [...comments.values()].filter((one) => one.issue === 12).map((one) => one.body);

/** An endpoint that the action did not make, in every zone. */
export function strangersEndpoint({ world: { createEndpoint } }: Sandbox, more: { privateDnsEnabled?: boolean } = {}) {
  return createEndpoint({
    vpcId: ids.vpc,
    serviceName: ids.standardServiceName,
    subnetIds: [...ids.subnets],
    ...more,
  });
}

/** The commands are scripts of package.json. */
export function expectScripts({ text }: FencedBlock): void {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const asked = text.trim().split(' && ');
  expect(asked[0]).toBe('npm ci');
  for (const command of asked.slice(1)) expect(Object.keys(scripts)).toContain(command.replace(/^npm (run )?/, ''));
}

/** Lets only this subject of GitHub's tokens use the role, as a trust policy with one line does. */
export function trustOnly(box: Sandbox, subject: string): void {
  const role = box.world.roles.get(ids.role);
  if (role === undefined) throw new Error('this world has no role');
  role.trust = null;
  role.subjects = [subject];
}
