import { awsCode, classifyAwsError } from '../../aws/errors.ts';
import { isGone } from '../../aws/types.ts';
import { classifyCloudError, isCloudRefusal, meaningOfCloud } from '../../cockroach/errors.ts';
import { duration } from '../../support/clock.ts';
import { type ActionError, describeError, type ErrorCode, isActionError, isOwnFailure } from '../../support/errors.ts';
import { isTooLate, momentOf } from '../../support/moment.ts';
import type { Result } from '../model/journal.ts';
import type { Facet } from '../model/observed.ts';
import { type ReadyStep, type StepAction, touchedBy } from '../model/steps.ts';
import { claim, mark, unclaim, unmark } from './claims.ts';
import { connect, createServices, disconnect, trust, untrust } from './cloud.ts';
import { createEndpoint } from './creation.ts';
import { decidedOn, limitOf } from './decided.ts';
import { deleteEndpoint, deleteGroup } from './deletion.ts';
import { changeRules, createGroup, letIn, modify, setPrivateDns } from './network.ts';
import type { Applying, Outcome } from './outcome.ts';

/**
 * Does one step. A call whose answer was lost is never repeated blindly: the world is read again and the planner
 * decides. The same where a call that takes something away was not sent in time.
 * @throws ActionError for what cannot be mended by looking again
 */
export async function applyStep(step: ReadyStep, context: Applying): Promise<Outcome> {
  const reads = decidedOn(step.action, context);
  try {
    const outcome = await act(step, reads.length === 0 ? context : inTime(step.action, context));
    note(outcome.result ?? { kind: outcome.kind === 'done' ? 'done' : 'not-done' });
    return outcome;
  } catch (error) {
    const again = requeueAfter(error, step.action, { ...context, reads });
    if (again !== undefined) {
      note(again.result);
      return again;
    }
    if (isActionError(error) && error.code === 'aws-denied' && (await isGoneNow(step.action, context))) {
      note({ kind: 'not-done' });
      return { kind: 'requeue', facets: ['endpoints', 'groups'], why: 'it is gone' };
    }
    note({ kind: 'failed', error });
    throw error;
  }

  function note(result: Result): void {
    const { id, action } = step;
    const at = momentOf(context.clients.clock);
    context.journal.entries.push({ kind: 'call', step: { id, action }, at, result });
  }
}

/**
 * What a call that failed comes to where looking again may mend it, with what the journal says of it; else undefined.
 */
function requeueAfter(
  error: unknown,
  action: StepAction,
  { desired, reads }: Applying & { reads: readonly Facet[] },
): (Outcome & { result: Result }) | undefined {
  if (error instanceof Error && isTooLate(error)) {
    const late = `the decision for it is more than ${duration(desired.decisionMs)} old`;
    const why = error.cause === undefined ? late : `${late}; the last attempt failed: ${inWords(error.cause)}`;
    const facets = [...new Set([...reads, ...touchedBy(action)])];
    return { kind: 'requeue', facets, why, result: { kind: 'not-sent' } };
  }
  if (!isActionError(error)) return undefined;
  const why = error.message;
  if ('clusterRef' in action && meaningOfCloud(error.cause) === 'locked') {
    const facets: Facet[] = [`cluster:${action.clusterRef}`, ...touchedBy(action)];
    return { kind: 'requeue', facets, why, result: { kind: 'locked' } };
  }
  if (!isAnswerLost(error)) return undefined;
  return { kind: 'requeue', facets: touchedBy(action), unanswered: true, why, result: { kind: 'unanswered' } };
}

/**
 * True where the endpoint or group of a step is gone, as another run may have deleted it. A policy that allows a call
 * by the tags of its resource denies it then, which is no missing permission.
 */
async function isGoneNow(action: StepAction, { clients: { ec2 } }: Applying): Promise<boolean> {
  try {
    if ('endpointId' in action) return (await ec2.endpoints({ endpointIds: [action.endpointId] })).every(isGone);
    return 'groupId' in action && (await ec2.groups({ ids: [action.groupId] })).length === 0;
  } catch (error) {
    // The denial tells more than a read that failed too.
    if (isOwnFailure(error)) return false;
    throw error;
  }
}

/** Every write of such a step is sent only while its decision holds. */
function inTime(action: StepAction, context: Applying): Applying {
  const { ec2 } = context.clients;
  const bound = { ...ec2, ...ec2.notAfter(limitOf(action, context)) };
  return { ...context, clients: { ...context.clients, ec2: bound } };
}

/** What a call ends with that may have been executed; a sign-in that failed for it kept it from being sent. */
const LEFT_OPEN: ReadonlySet<ErrorCode> = new Set(['aws-unavailable', 'cloud-unavailable']);

/** True where nobody knows whether the call was executed. */
function isAnswerLost(error: ActionError): boolean {
  if (error.cause === undefined || !LEFT_OPEN.has(error.code)) return false;
  const failure =
    isCloudRefusal(error.cause) || error.code === 'cloud-unavailable'
      ? classifyCloudError(error.cause, 0)
      : classifyAwsError(error.cause);
  return failure.failure === 'transient';
}

function inWords(error: unknown): string {
  const code = awsCode(error);
  return code === '' ? describeError(error) : `${describeError(error)} (${code})`;
}

function act({ action }: ReadyStep, context: Applying): Promise<Outcome> {
  switch (action.kind) {
    case 'create-services':
      return createServices(action, context);
    case 'create-group':
      return createGroup(action, context);
    case 'authorize-ingress':
      return letIn(action, context);
    case 'revoke-ingress':
      return changeRules(action.groupId, context.clients.ec2.revokeIngress(action.groupId, action.rules), (ingress) =>
        ingress.filter((rule) => !action.rules.includes(rule)),
      );
    case 'create-endpoint':
      return createEndpoint(action, context);
    case 'claim':
      return claim(action, context);
    case 'unclaim':
      return unclaim(action, context);
    case 'mark':
      return mark(action, context);
    case 'unmark':
      return unmark(action, context);
    case 'modify-endpoint':
      return modify(action, context);
    case 'set-private-dns':
      return setPrivateDns(action, context);
    case 'delete-endpoint':
      return deleteEndpoint(action, context);
    case 'delete-group':
      return deleteGroup(action, context);
    case 'connect':
      return connect(action, context);
    case 'disconnect':
      return disconnect(action, context);
    case 'trust':
      return trust(action, context);
    case 'untrust':
      return untrust(action, context);
  }
}
