import { nameOf } from '../../cockroach/types.ts';
import { sameRegion } from '../model/cluster-state.ts';
import type { Journal } from '../model/journal.ts';
import type { Member, Path } from '../model/plan.ts';
import { doneAt, isOutOfPatience, namelessSince } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { addWait, type PlanDraft, warn } from './plan-draft.ts';

/** How long after a new connection is available the cluster may still lack its private host name. */
const LISTED_LATE_MS = 30_000;

/**
 * The private host name of each connected cluster, without which there is no connection string. CockroachDB Cloud
 * leaves it empty until it has one (Cloud API specification, Region.internal_dns): a run that created the service or
 * the connection waits for it, any other warns.
 */
export function planHostNames(draft: PlanDraft, paths: readonly Path[]): void {
  for (const path of paths) {
    for (const member of path.members) if (member.connection?.status === 'AVAILABLE') planHostName(draft, path, member);
  }
}

function planHostName(draft: PlanDraft, { endpoint }: Path, { view, cluster }: Member): void {
  const { journal, desired, now } = draft;
  const region = cluster.regions.find((one) => sameRegion(one.name, desired.region));
  if (region?.internalDns !== undefined) return;
  const name = nameOf(cluster);
  const since = namelessSince(journal, cluster.id) ?? now;
  const isLate = isNew(journal, cluster.id, endpoint?.id) && now - since < LISTED_LATE_MS;
  if (isLate && !isOutOfPatience(journal)) {
    addWait(draft, {
      kind: 'host-name',
      subject: cluster.id,
      what: `the private host name of cluster ${name}`,
      seen: 'not listed',
      waitingOn: 'CockroachDB Cloud lists it soon after the connection is available',
      facets: [`cluster:${view.ref}`],
      optional: true,
    });
    return;
  }
  warn(
    draft,
    'internal-dns-missing',
    `internal-dns is empty: CockroachDB Cloud lists no private host name for cluster ${name} in ${desired.region}`,
  );
}

/** True where this run has requested the service or the connection. */
function isNew(journal: Journal, clusterId: string, endpointId: string | undefined): boolean {
  const asked = [
    stepId.createServices(clusterId),
    ...(endpointId === undefined ? [] : [stepId.connect(clusterId, endpointId)]),
  ];
  return asked.some((id) => doneAt(journal, id) !== undefined);
}
