import { deleteGoal } from '../inputs/goal.ts';
import type { ActionInputs } from '../inputs/inputs.ts';
import { claimsAnything, nothingClaimed } from '../reconcile/departure/nothing-claimed.ts';
import { makeDeparturePlan } from '../reconcile/departure/planner.ts';
import { type Listener, type LoopResult, reconcile } from '../reconcile/loop.ts';
import type { Desired } from '../reconcile/model/desired.ts';
import { isLeaving } from '../reconcile/model/goal.ts';
import { startJournal } from '../reconcile/model/journal.ts';
import { released } from '../reconcile/model/recall.ts';
import { makePlan } from '../reconcile/plan/planner.ts';
import { desiredOf, type OperationDeps, rulesOf } from './operation.ts';

/**
 * Gives up what the environment claims (of the named clusters, or all) and takes down what nobody else uses. Asked for
 * trusted owners and nothing else, it takes these accounts away instead.
 * @throws ActionError for what stands in the way, and where something is left that it could not remove
 */
export async function deletePath(request: ActionInputs, deps: OperationDeps): Promise<LoopResult> {
  const goal = deleteGoal(request);
  const desired = desiredOf(request, goal, deps.home);
  const journal = startJournal(deps.nonce, deps.started);
  let isClaimed = false;
  const listener: Listener = {
    ...deps.listener,
    planned(plan, observed) {
      isClaimed ||= claimsAnything(desired, observed);
      deps.listener.planned(plan, observed);
    },
  };
  const plan = isLeaving(goal) ? makeDeparturePlan : makePlan;
  const own = { desired: { ...desired, ...removedOwners(desired) }, journal, listener, plan };
  const result = await reconcile(rulesOf(request, deps, own));
  if (goal.kind !== 'leave-environment' || isClaimed || released(journal).size > 0) return result;
  const notes = [...result.plan.notes, ...nothingClaimed(desired, result.observed)];
  const told = { ...result.plan, notes };
  deps.listener.planned(told, result.observed);
  return { ...result, plan: told };
}

/** The trusted owners that are listed, to be removed. */
function removedOwners({ trustedOwners }: Desired): Pick<Desired, 'trustedOwners'> {
  return { trustedOwners: trustedOwners && { accounts: trustedOwners.accounts, mode: 'remove' } };
}
