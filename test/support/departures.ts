import { expect } from 'vitest';
import { claimKey, claimValue, type Owner } from '../../src/reconcile/model/claims.ts';
import { wallTime } from '../../src/support/moment.ts';
import type { RunOptions, RunResult } from '../harness/run-action.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import type { Endpoint } from '../sandbox/types.ts';
import { claims, expectSuccess } from './paths.ts';
import { mutations, run } from './run.ts';

/** Reads of a sandbox lag only where a test asks for it, so that leaving takes seconds and not minutes. */
export const SHORT = { PRIVATELINK_READ_LAG_SECONDS: '4' };
/** A key of a service account without a role on any cluster. */
export const BLIND = 'CCDB1_blindKeyId_blindSecret0123456789abcdef00';
const HOUR = 3_600_000;

/** A user of an endpoint: the environment, and what differs from the step under test. */
export interface User {
  environment: string;
  cluster?: string;
  /** Of the cluster; what a claim keeps of a cluster that is gone. */
  clusterName?: string;
  repositoryId?: string;
  serverUrl?: string;
  /** How long ago the claim was last written. */
  idleHours?: number;
}

/** The tags that say who uses an endpoint. */
export function claimTags(box: Sandbox, users: readonly User[]): Record<string, string> {
  return Object.fromEntries(
    users.map((user) => {
      const owner: Owner = {
        serverUrl: user.serverUrl ?? 'https://github.com',
        repositoryId: user.repositoryId ?? ids.repositoryId,
        environment: user.environment,
      };
      const id = user.cluster ?? ids.standardCluster;
      const name = user.clusterName ?? box.world.tables.cluster.get(id)?.name ?? '';
      const at = wallTime(box.clock.now() - (user.idleHours ?? 0) * HOUR - 1_000);
      return [claimKey(owner, id), claimValue(owner, { id, name }, { at, nonce: 'by-hand' })];
    }),
  );
}

/** When it was made, as the action notes it on what it makes. */
export function madeHoursAgo(box: Sandbox, hours: number): Record<string, string> {
  return {
    'cockroachdb-privatelink/managed-by': 'github-action',
    'cockroachdb-privatelink/created-at': new Date(box.clock.now() - hours * HOUR).toISOString(),
  };
}

export interface Shared {
  endpoint: Endpoint;
  groupId: string;
}

/** A finished path that these users share, as their `ensure` runs would have left it. */
export function sharedPath(
  box: Sandbox,
  users: readonly User[],
  { vpcId = ids.vpc, ageHours = 100 }: { vpcId?: string; ageHours?: number } = {},
): Shared {
  const { world } = box;
  const clusters = [...new Set(users.map((user) => user.cluster ?? ids.standardCluster))];
  const service =
    clusters[0] === ids.advancedCluster ? world.makeServices(ids.advancedCluster)[0] : world.services()[0];
  if (service === undefined) throw new Error('this world has no endpoint service');
  const made = { ...madeHoursAgo(box, ageHours), 'cockroachdb-privatelink/service': service.name };
  const group = world.createGroup({ vpcId, name: `cockroachdb-privatelink ${service.id}`, tags: { ...made } });
  for (const { cidr } of world.tables.vpc.get(vpcId)?.cidrs ?? []) world.addRule({ groupId: group.id, cidr });
  const endpoint = world.createEndpoint({
    vpcId,
    serviceName: service.name,
    subnetIds: vpcId === ids.vpc ? [...ids.subnets] : [],
    groupIds: [group.id],
    privateDnsEnabled: true,
    tags: { ...made, ...claimTags(box, users) },
  });
  for (const cluster of clusters) connected(box, cluster, endpoint.id);
  return { endpoint, groupId: group.id };
}

/** Fills an endpoint or group with tags of others, up to what EC2 allows or as many as given. */
export function fill(box: Sandbox, { id, tags }: Pick<Endpoint, 'id' | 'tags'>, until = 50): void {
  for (let at = Object.keys(tags).length; at < until; at += 1) box.world.setTags(id, { [`team-${at}`]: 'x' });
}

/** Connects a cluster and lets it be available at once, where the cluster is still there. */
export function connected(box: Sandbox, cluster: string, endpointId: string): void {
  if (!box.world.tables.cluster.has(cluster)) return;
  box.world.connect(cluster, endpointId);
  box.world.setConnectionStatus(cluster, endpointId, 'AVAILABLE');
}

/** Runs `delete` for an environment, with no cluster named. */
export function leave(
  box: Sandbox,
  environment: string,
  { inputs = {}, ...options }: { inputs?: Record<string, string> } & Omit<RunOptions, 'inputs'> = {},
): Promise<RunResult> {
  return run(
    box,
    { operation: 'delete', cluster: '', environment, ...inputs },
    { ...options, env: { ...SHORT, ...options.env } },
  );
}

/** Runs `sweep`. */
export function sweepRun(
  box: Sandbox,
  { inputs = {}, ...options }: { inputs?: Record<string, string> } & Omit<RunOptions, 'inputs'> = {},
): Promise<RunResult> {
  return run(
    box,
    { operation: 'sweep', cluster: '', 'vpc-id': '', ...inputs },
    { ...options, env: { ...SHORT, ...options.env } },
  );
}

/** The run gave up what it was to give up, or found that there was nothing. */
export function expectDeparted(result: RunResult, status: 'deleted' | 'absent' | 'available'): void {
  expectSuccess(result);
  expect(result.outputs['status'], result.log).toBe(status);
  if (status === 'deleted') return;
  expect(mutations(result)).toEqual([]);
  expect(result.outputs['changed']).toBe('false');
}

/** Who still claims an endpoint, by readable name, sorted. */
export function claimants(endpoint: Endpoint): string[] {
  return Object.values(claims(endpoint))
    .map((value) => value.replace(/^.* name=/, ''))
    .toSorted();
}

/** One row of what `sweep` tells in its output `plan`. */
export interface SweptRow {
  what: string;
  resource: string;
  vpcId: string;
  outcome: 'swept' | 'would be swept' | 'kept' | 'failed';
  why: string;
}

/** What became of everything that a sweep looked at, by what it is. */
export function sweptRows(result: RunResult): Record<string, SweptRow> {
  const rows = JSON.parse(result.outputs['plan'] ?? '[]') as SweptRow[];
  return Object.fromEntries(rows.map((row) => [row.what, row]));
}
