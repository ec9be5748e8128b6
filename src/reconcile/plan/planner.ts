import type { Plan } from '../model/plan.ts';
import { planClusters } from './clusters.ts';
import { planConfirmation } from './confirm.ts';
import { planHostNames } from './host-names.ts';
import { planLocks } from './locks.ts';
import { planPath } from './path.ts';
import { finish, type Planning, startDraft } from './plan-draft.ts';
import { groupByService } from './service-group.ts';
import { planVpc } from './vpc.ts';

/**
 * The planner: what is left to do, to wait for and to complain about, given what is wanted, what was seen and what this
 * run did so far. Pure: the same arguments give the same plan, and nothing is read or written.
 *
 * An empty plan (no steps, no waits, no blockers) means that the path is as it was asked for, and that every change of
 * this run has been seen by a read that began after it.
 */
export function makePlan(given: Planning): Plan {
  const draft = startDraft(given);
  const networkKnown = planVpc(draft);
  const candidates = planClusters(draft);
  const paths = networkKnown ? groupByService(draft, candidates).map((group) => planPath(draft, group)) : [];
  planLocks(draft);
  planHostNames(draft, paths);
  planConfirmation(draft, paths);
  return finish(draft, paths);
}
