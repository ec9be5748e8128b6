import type { Cluster, Connection } from '../../cockroach/types.ts';

/**
 * What the state of a cluster means for its private connection (Cloud API specification, ClusterState.Type).
 * - `ready`: it can be read and changed; also where no state is given.
 * - `creating`: networking calls may answer 404 until it is created (cockroachdb/terraform-provider-cockroach 34).
 * - `locked`: it can be read, and changes are refused for a while. Automatic jobs lock a cluster for a short time
 *   (terraform-provider-cockroach PR 105, 127); a state that this project does not know counts as this one.
 * - `over`: it is deleted, or was never created; waiting changes nothing.
 */
export type Readiness = 'ready' | 'creating' | 'locked' | 'over';

/** The readiness of a cluster by its state. */
export function readinessOf({ state }: Pick<Cluster, 'state'>): Readiness {
  switch (state) {
    case 'UNTOLD':
    case 'CREATED':
      return 'ready';
    case 'CREATING':
      return 'creating';
    case 'CREATION_FAILED':
    case 'DELETED':
      return 'over';
    case 'LOCKED':
    case 'UNKNOWN':
      return 'locked';
  }
}

/** True for a cluster that is deleted; the API may list it for a while. */
export function isDeleted({ state }: Pick<Cluster, 'state'>): boolean {
  return state === 'DELETED';
}

/**
 * The clusters of a list that a name stands for. One that is over is no second cluster of its name; where no other has
 * the name, one that could not be created is returned, so that its state can be reported.
 */
export function clustersNamed(list: readonly Cluster[], name: string): Cluster[] {
  const named = list.filter((one) => one.name === name && !isDeleted(one));
  const living = named.filter((one) => readinessOf(one) !== 'over');
  return living.length > 0 ? living : named;
}

/**
 * True for a connection of this account in this region; one whose owner or region is not told counts as of none or of
 * any.
 */
export function isOfPlace(
  { ownerAccount, region }: Pick<Connection, 'ownerAccount' | 'region'>,
  place: { readonly account: string | undefined; readonly region: string },
): boolean {
  return ownerAccount !== '' && ownerAccount === place.account && (region === '' || sameRegion(region, place.region));
}

/** Some answers spell a region with its cloud (`aws-us-east-1`). */
export function sameRegion(one: string, other: string): boolean {
  return one.replace(/^aws-/, '') === other.replace(/^aws-/, '');
}
