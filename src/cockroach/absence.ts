import type { CloudClient } from './client.ts';

/**
 * Which of these clusters are gone, with proof of who answered. A cluster is gone if the API gives its state as
 * DELETED, or if the API itself answers that it has none of this ID while its list of clusters is not empty and lacks
 * it. A key that may see nothing gets an empty list, and a key whose role is too low may get the same 404 for a cluster
 * that is there. The only place that decides it: whoever takes a cluster for gone asks here.
 * @returns the IDs of those that are gone; for any other that could not be told
 * @throws ActionError `cloud-*` or `cancelled` where a request was not answered
 */
export async function confirmedGone(
  cloud: Pick<CloudClient, 'getCluster' | 'listClusters'>,
  clusterIds: readonly string[],
): Promise<Set<string>> {
  const [listed, found] = await Promise.all([
    cloud.listClusters(),
    Promise.all(clusterIds.map((id) => cloud.getCluster(id))),
  ]);
  const ids = new Set(listed.map((one) => one.id.toLowerCase()));
  const isGone = (id: string, index: number) => {
    const cluster = found[index];
    if (cluster !== undefined) return cluster.state === 'DELETED';
    return ids.size > 0 && !ids.has(id.toLowerCase());
  };
  return new Set(clusterIds.filter(isGone));
}
