import { provenGone } from '../cockroach/absence.ts';
import type { CloudClient } from '../cockroach/client.ts';
import { isActionError } from '../support/errors.ts';
import { isOwnClaim, readClaims } from './model/claims.ts';
import { isManagedEndpoint } from './model/managed.ts';
import type { Desired } from './model/desired.ts';
import type { GoneClusters, Observed } from './model/observed.ts';
import { isClusterId } from './observe.ts';

/**
 * Reads which clusters are gone that this environment still claims on the endpoints of this run, although the run does not
 * name them. Asks nothing where there is no such claim. What could not be told counts as there.
 */
export async function withGoneClusters(
  observed: Observed,
  { desired, cloud }: { desired: Desired; cloud: Pick<CloudClient, 'getCluster' | 'listClusters'> },
): Promise<Observed> {
  const ids = formerClusters(observed, desired);
  if (ids.length === 0) return observed;
  const deleted = new Set<string>();
  const watched = {
    listClusters: () => cloud.listClusters(),
    getCluster: async (id: string) => {
      const cluster = await cloud.getCluster(id);
      if (cluster?.state === 'DELETED') deleted.add(id);
      return cluster;
    },
  };
  try {
    const gone = [...(await provenGone(watched, ids))];
    const goneClusters: GoneClusters = Object.fromEntries(
      gone.map((id) => [id, deleted.has(id) ? 'deleted' : 'absent']),
    );
    return { ...observed, goneClusters };
  } catch (error) {
    if (!isActionError(error) || error.code === 'cancelled') throw error;
    return observed;
  }
}

/** Clusters that own claims on endpoints of the action name and this run does not. */
function formerClusters({ clusters, endpoints }: Observed, desired: Desired): string[] {
  if (desired.ownersOnly || desired.endpointId !== undefined) return [];
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
