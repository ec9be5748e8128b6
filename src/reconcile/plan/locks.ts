import { type Cluster, nameOf } from '../../cockroach/types.ts';
import { readinessOf } from '../model/cluster-state.ts';
import type { ClusterView } from '../model/observed.ts';
import { lockedAt } from '../model/recall.ts';
import type { Step } from '../model/steps.ts';
import { addWait, note, type PlanDraft } from './plan-draft.ts';

/** How long after a refusal for its lock a cluster counts as locked, whatever its state says. */
const LOCK_MS = 10_000;

/** True for a cluster in a state in which it is not changed, or that refused a change for its lock a moment ago. */
export function isLocked(draft: PlanDraft, cluster: Cluster): boolean {
  return readinessOf(cluster) === 'locked' || draft.now < lockedUntil(draft, cluster);
}

function lockedUntil({ journal }: PlanDraft, { id }: Cluster): number {
  const refusedAt = lockedAt(journal, id);
  return refusedAt === undefined ? 0 : refusedAt + LOCK_MS;
}

/** Lets steps that change a locked cluster wait until it is unlocked. All others go on: reads, AWS, other clusters. */
export function planLocks(draft: PlanDraft): void {
  for (const view of draft.observed.clusters) {
    const [cluster, ...others] = view.matches;
    if (cluster === undefined || others.length > 0) continue;
    if (isLocked(draft, cluster)) planLock(draft, { view, cluster });
  }
}

function planLock(draft: PlanDraft, { view, cluster }: { view: ClusterView; cluster: Cluster }): void {
  const name = nameOf(cluster);
  const changes = draft.steps.filter((step) => isChangeOf(step, cluster));
  const ready = changes.filter((step) => step.ready);
  for (const step of ready)
    draft.steps[draft.steps.indexOf(step)] = { ...step, ready: false, after: `cluster ${name} is unlocked` };
  if (ready.length > 0) {
    addWait(draft, {
      kind: 'unlocked',
      subject: cluster.id,
      what: `cluster ${name} to be unlocked`,
      seen:
        readinessOf(cluster) === 'locked'
          ? cluster.stateText
          : `${cluster.stateText}, but a change was refused because the cluster is locked`,
      waitingOn: 'CockroachDB Cloud is changing the cluster; its automatic jobs lock it for a short time',
      facets: [`cluster:${view.ref}`],
      notBefore: lockedUntil(draft, cluster),
    });
  } else if (changes.length === 0 && readinessOf(cluster) === 'locked') {
    note(draft, 'cluster-locked', `Cluster ${name} is in state ${cluster.stateText}; no change to it is needed`);
  }
}

function isChangeOf({ action }: Step, cluster: Cluster): boolean {
  return 'clusterId' in action && action.clusterId === cluster.id;
}
