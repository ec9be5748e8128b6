import type { RunOptions, RunResult } from '../harness/run-action.ts';
import { advancedRegion, ids, type Sandbox, type WorldSeed } from '../sandbox/index.ts';
import { run } from './run.ts';

/** A second Advanced cluster, for runs over several. */
export const secondAdvanced = { id: 'd4444444-4444-4444-8444-444444444444', name: 'billing-advanced' };
/** An account whose leading zeros a number would lose. */
export const ZEROS = '000012345678';

export const ownersPath = (clusterId: string = ids.advancedCluster) =>
  `/api/v1/clusters/${clusterId}/networking/private-endpoint-trusted-owners`;

export function addSecondAdvanced(seed: WorldSeed): void {
  seed.clusters.push({ ...secondAdvanced, plan: 'ADVANCED', regions: [advancedRegion(secondAdvanced.name)] });
}

/** A step that asks for trusted owners of the Advanced cluster and nothing else. */
export function runOwners(
  box: Sandbox,
  inputs: Record<string, string>,
  options: Omit<RunOptions, 'inputs'> = {},
): Promise<RunResult> {
  return run(box, { cluster: ids.advancedCluster, 'vpc-id': '', ...inputs }, options);
}

/** A step that asks for an endpoint for the Advanced cluster, and perhaps for trusted owners too. */
export function runPath(
  box: Sandbox,
  inputs: Record<string, string> = {},
  options: Omit<RunOptions, 'inputs'> = {},
): Promise<RunResult> {
  return run(box, { cluster: ids.advancedCluster, ...inputs }, options);
}

/** The accounts that a cluster trusts, sorted. */
export function trusted(box: Sandbox, clusterId: string = ids.advancedCluster): string[] {
  return [...box.world.tables.trustedOwner.values()]
    .filter((one) => one.clusterId === clusterId)
    .map((one) => one.externalOwnerId)
    .toSorted();
}

/** The ID of the entry of an account. */
export function entryOf(box: Sandbox, account: string, clusterId: string = ids.advancedCluster): string {
  const found = [...box.world.tables.trustedOwner.values()].find(
    (one) => one.clusterId === clusterId && one.externalOwnerId === account,
  );
  if (found === undefined) throw new Error(`cluster ${clusterId} does not trust ${account}`);
  return found.id;
}

/** The cluster trusts these accounts, as if somebody had added them before. */
export function trust(box: Sandbox, ...accounts: string[]): void {
  for (const account of accounts) box.world.addTrustedOwner(ids.advancedCluster, account);
}

export interface OwnerOutput {
  cluster_id: string;
  cluster_name: string;
  id: string;
  account: string;
  created_at: string;
}

/** The output `trusted-owners`. */
export function ownersOutput(result: RunResult): OwnerOutput[] {
  return JSON.parse(result.outputs['trusted-owners'] ?? '') as OwnerOutput[];
}

/** The accounts in the output, sorted. */
export function accountsOutput(result: RunResult): string[] {
  return ownersOutput(result)
    .map((one) => one.account)
    .toSorted();
}

/** The requests of a run about trusted owners, in order, without the common beginning of their paths. */
export function ownerCalls(result: RunResult, clusterId: string = ids.advancedCluster): string[] {
  const path = ownersPath(clusterId);
  return result.requests.filter((one) => one.action.includes(path)).map((one) => one.action.replace(path, '').trim());
}

/** Markdown without its escapes. */
export function plain(markdown: string): string {
  return markdown.replaceAll('&#42;', '*').replace(/\\([^\w\s])/g, '$1');
}

/** The services that the run asked anything of. */
export function servicesAsked(result: RunResult): string[] {
  return [...new Set(result.requests.map((one) => one.service))].toSorted();
}

/**
 * An endpoint in the VPC of another account, connected to the Advanced cluster.
 * @param status what the Cloud shows of it
 */
export function connectStranger(
  box: Sandbox,
  status: 'AVAILABLE' | 'PENDING' | 'PENDING_ACCEPTANCE' | 'REJECTED' | 'DELETING',
  account: string = ids.otherAccount,
): string {
  const own = [...box.world.tables.cloudService.values()].find((one) => one.clusterId === ids.advancedCluster);
  const service = own === undefined ? box.world.makeServices(ids.advancedCluster)[0] : box.world.services()[0];
  if (service === undefined) throw new Error('the cluster has no endpoint service');
  const id = `vpce-0${String(box.world.tables.connection.size + 1).padStart(16, 'e')}`;
  box.world.tables.connection.set(`${ids.advancedCluster}/${id}`, {
    id: `${ids.advancedCluster}/${id}`,
    clusterId: ids.advancedCluster,
    endpointId: id,
    region: ids.region,
    serviceId: service.id,
    serviceName: service.name,
    ownerId: account,
    status,
    generation: 0,
  });
  box.world.tick();
  return id;
}
