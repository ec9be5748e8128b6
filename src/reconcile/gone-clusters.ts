import { confirmedGone } from '../cockroach/absence.ts';
import type { CloudClient } from '../cockroach/client.ts';
import { isOwnFailure } from '../support/errors.ts';
import { isOwnClaim, readClaims } from './model/claims.ts';
import { isDeleted } from './model/cluster-state.ts';
import type { Desired } from './model/desired.ts';
import { isManagedEndpoint } from './model/managed.ts';
import type { GoneClusters, Observed } from './model/observed.ts';
import { isClusterId } from './observe-clusters.ts';

/**
 * Reads which clusters are gone that this environment still claims on the endpoints of this run, although the run does
 * not name them. Asks nothing where there is no such claim. What could not be told counts as there.
 */
export async function withGoneClusters(
  observed: Observed,
  {
    desired,
    clients: { cloud },
  }: { desired: Desired; clients: { cloud: Pick<CloudClient, 'getCluster' | 'listClusters'> } },
): Promise<Observed> {
  const ids = formerClusters(observed, desired);
  if (ids.length === 0) return observed;
  try {
    return { ...observed, goneClusters: await readGone(ids, cloud) };
  } catch (error) {
    if (!isOwnFailure(error)) throw error;
    return observed;
  }
}

/** One list tells the clusters that are there; only the others are asked for one by one. */
async function readGone(
  ids: readonly string[],
  cloud: Pick<CloudClient, 'getCluster' | 'listClusters'>,
): Promise<GoneClusters> {
  const listed = await cloud.listClusters();
  const living = new Set(listed.filter((one) => !isDeleted(one)).map((one) => one.id));
  const doubtful = ids.filter((id) => !living.has(id));
  if (doubtful.length === 0) return {};
  const deleted = new Set<string>();
  const gone = await confirmedGone(
    {
      listClusters: async () => listed,
      getCluster: async (id) => {
        const cluster = await cloud.getCluster(id);
        if (cluster !== undefined && isDeleted(cluster)) deleted.add(id);
        return cluster;
      },
    },
    doubtful,
  );
  return Object.fromEntries([...gone].map((id) => [id, deleted.has(id) ? 'deleted' : 'absent']));
}

/** Clusters that own claims on endpoints of the action name and this run does not. */
function formerClusters({ clusters, endpoints }: Observed, desired: Desired): string[] {
  if (desired.goal.kind !== 'make-path') return [];
  const named = new Set(clusters.flatMap((view) => [view.ref, ...view.matches.map((one) => one.id)]));
  const services = new Set(clusters.flatMap((view) => view.services.map((one) => one.name)));
  const ids = endpoints
    .filter((endpoint) => isManagedEndpoint(endpoint) && services.has(endpoint.serviceName))
    .flatMap((endpoint) => readClaims(endpoint.tags))
    .filter((claim) => isOwnClaim(claim, desired.owner))
    .map((claim) => claim.clusterId)
    .filter((id) => isClusterId(id) && !named.has(id));
  return [...new Set(ids)];
}
