import type { Request } from '../inputs.ts';
import { claimsAnything, nothingClaimed } from '../reconcile/departure/nothing-claimed.ts';
import { LEAVE_PATH } from '../reconcile/departure/task.ts';
import { type Listener, type LoopResult, MAKE_PATH, reconcile } from '../reconcile/loop.ts';
import { startJournal } from '../reconcile/model/journal.ts';
import { released } from '../reconcile/model/recall.ts';
import { desiredOf, type OperationDeps } from './operation.ts';

/**
 * Gives up what the environment claims (of the named clusters, or all) and takes down what nobody else uses. Asked for
 * trusted owners and nothing else, it takes these accounts away instead.
 * @throws ActionError for what stands in the way, and where something is left that it could not remove
 */
export async function deletePath(request: Request, deps: OperationDeps): Promise<LoopResult> {
  const desired = desiredOf(request, deps.home);
  const { trustedOwners } = request;
  const owners = request.ownersOnly && trustedOwners !== undefined;
  const journal = startJournal(deps.nonce, deps.started);
  let isClaimed = false;
  const listener: Listener = {
    ...deps.listener,
    planned(plan, observed) {
      isClaimed ||= claimsAnything(desired, observed);
      deps.listener.planned(plan, observed);
    },
  };
  const result = await reconcile({
    desired: owners
      ? { ...desired, trustedOwners: { accounts: trustedOwners.accounts, mode: 'remove' } }
      : { ...desired, trustedOwners: undefined, leave: { kind: 'environment' } },
    worlds: deps.worlds,
    journal,
    signal: deps.signal,
    deadline: deps.deadline,
    wait: request.wait,
    dryRun: request.dryRun,
    listener,
    task: owners ? MAKE_PATH : LEAVE_PATH,
  });
  const { plan, observed } = result;
  if (owners || request.endpointId !== undefined || isClaimed || released(journal).size > 0) return result;
  const told = { ...plan, notes: [...plan.notes, ...nothingClaimed(desired, observed)] };
  deps.listener.planned(told, observed);
  return { ...result, plan: told };
}
