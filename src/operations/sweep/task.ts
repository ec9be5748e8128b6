import { isGone } from '../../aws/types.ts';
import type { ActionInputs } from '../../inputs/inputs.ts';
import { makeDeparturePlan } from '../../reconcile/departure/planner.ts';
import { type Listener, reconcile } from '../../reconcile/loop.ts';
import { readClaims } from '../../reconcile/model/claims.ts';
import type { LeaveGoal } from '../../reconcile/model/goal.ts';
import { startJournal } from '../../reconcile/model/journal.ts';
import type { Observed } from '../../reconcile/model/observed.ts';
import type { StepAction } from '../../reconcile/model/steps.ts';
import { describeError, isActionError } from '../../support/errors.ts';
import { desiredOf, type OperationDeps, rulesOf } from '../operation.ts';
import type { SweepRow } from './row.ts';

/** What is said of a claim, or of a resource as a whole where there is no claim. */
interface Saying {
  readonly what: string;
  readonly why: string;
  readonly claimKey: string | undefined;
  readonly command?: string;
}

/** What is to be given up on one resource, and the lines that tell of it. */
export interface SweepTask {
  readonly vpcId: string;
  readonly resource: string;
  /** Undefined where nothing is to be done. */
  readonly goal: LeaveGoal | undefined;
  readonly going: readonly Saying[];
  readonly kept: readonly Saying[];
}

/**
 * Gives one resource up; what fails is a row of the table and stops nothing else.
 * @throws ActionError `cancelled`
 */
export async function carryOut(task: SweepTask, request: ActionInputs, deps: OperationDeps): Promise<SweepRow[]> {
  const { resource, vpcId } = task;
  const row = ({ what, command }: Saying, outcome: SweepRow['outcome'], why: string): SweepRow => ({
    what,
    resource,
    vpcId,
    outcome,
    why,
    ...(command === undefined ? {} : { command }),
  });
  const kept = task.kept.map((one) => row(one, 'kept', one.why));
  if (task.goal === undefined) return kept;
  const actions: StepAction[] = [];
  try {
    const own = {
      desired: desiredOf(request, task.goal, deps.home),
      journal: startJournal(deps.nonce, deps.started),
      wait: true,
      listener: prefixed(deps.listener, { resource, actions }),
      plan: makeDeparturePlan,
    };
    const { end, observed } = await reconcile(rulesOf(request, deps, own));
    const going = task.going.map((one) => {
      const stays = whyItStays(one, task, observed);
      if (end === 'planned') return row(one, 'would be swept', one.why);
      return stays === ''
        ? { ...row(one, 'swept', one.why), removal: { actions, observed } }
        : row(one, 'kept', `${one.why}, but ${stays}`);
    });
    return [...going, ...kept];
  } catch (error) {
    if (isActionError(error) && error.code === 'cancelled') throw error;
    const why = isActionError(error) ? error.message : describeError(error);
    const failed = task.going.map((one) => ({
      ...row(one, 'failed', why),
      ...(isActionError(error) ? { error } : {}),
    }));
    return [...failed, ...kept];
  }
}

/** Why something that was to go is there all the same, though nothing failed; '' where it is gone. */
function whyItStays({ claimKey }: Saying, { resource }: SweepTask, { endpoints, groups }: Observed): string {
  if (groups.some((group) => group.id === resource)) {
    const user = endpoints.find((one) => one.state !== 'deleted' && one.groupIds.includes(resource));
    return user === undefined ? 'it has changed since this action created it' : `${user.id} uses it`;
  }
  const endpoint = endpoints.find((one) => one.id === resource && !isGone(one));
  if (endpoint === undefined || (claimKey !== undefined && endpoint.tags[claimKey] === undefined)) return '';
  const unclaimed = readClaims(endpoint.tags).length === 0;
  return unclaimed ? `EC2 reports it as ${endpoint.rawState} now` : 'it was used again meanwhile';
}

/**
 * Lines of departures that run side by side, each with what it is about.
 * @param actions takes the steps that are done
 */
function prefixed(listener: Listener, { resource, actions }: { resource: string; actions: StepAction[] }): Listener {
  let observed: Observed | undefined;
  const line = (text: string) => listener.info(`[${resource}] ${text}`);
  return {
    ...listener,
    planned(_plan, seen) {
      observed = seen;
    },
    stepEnded(step, outcome, ms) {
      if (outcome !== undefined && outcome !== 'cancelled' && outcome.kind === 'done') actions.push(step.action);
      const seen = observed === undefined ? step : { ...step, observed };
      listener.stepEnded(seen, outcome, ms);
    },
    waiting(wait, seen) {
      if (seen !== undefined && wait.kind !== 'confirm') line(`… Waiting for ${wait.what}: ${seen}`);
    },
    heartbeat: (waits) => line(`… Waiting for ${waits.map((wait) => `${wait.what} (${wait.seen})`).join('; ')}`),
    info: line,
  };
}
