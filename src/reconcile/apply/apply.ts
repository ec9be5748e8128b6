import { awsCode, classifyAwsError } from '../../aws/errors.ts';
import { classifyCloudError, isCloudRefusal, meaningOfCloud } from '../../cockroach/errors.ts';
import { duration } from '../../support/clock.ts';
import { type ActionError, describeError, type ErrorCode, isActionError } from '../../support/errors.ts';
import { isTooLate, momentOf } from '../../support/moment.ts';
import { remember, rememberTry } from '../model/memory.ts';
import type { Facet } from '../model/observed.ts';
import type { Step, StepAction } from '../model/step.ts';
import { claim, mark, unclaim, unmark } from './claims.ts';
import { connect, createServices, disconnect, trust, untrust } from './cloud.ts';
import { createEndpoint } from './creation.ts';
import { decidedOn, limitOf } from './decided.ts';
import { deleteEndpoint, deleteGroup } from './deletion.ts';
import { changeRules, createGroup, letIn, modify, setPrivateDns } from './network.ts';
import type { Applying, Outcome } from './outcome.ts';

/**
 * Does one step. A call whose answer was lost is never repeated blindly: the world is read again and the planner decides.
 * The same where a call that takes something away was not sent in time.
 * @throws ActionError for what cannot be mended by looking again
 */
export async function applyStep(step: Step, context: Applying): Promise<Outcome> {
  const reads = decidedOn(step.action, context);
  try {
    const outcome = await act(step, reads.length === 0 ? context : inTime(step.action, context));
    noteChange(step.action, context);
    if (outcome.kind === 'done')
      remember(context.memory, step.id, { at: momentOf(context.worlds.clock), facets: touchedBy(step.action) });
    return outcome;
  } catch (error) {
    if (error instanceof Error && isTooLate(error)) {
      const late = `it was decided more than ${duration(context.desired.decisionMs)} ago`;
      const why = error.cause === undefined ? late : `${late}; the last try failed: ${inWords(error.cause)}`;
      return { kind: 'look-again', facets: [...new Set([...reads, ...touchedBy(step.action)])], why };
    }
    if (!isActionError(error)) throw error;
    if ('clusterRef' in step.action && meaningOfCloud(error.cause) === 'locked') {
      context.memory.lockedAt.set(step.action.clusterId, context.worlds.clock.now());
      const facets: Facet[] = [`cluster:${step.action.clusterRef}`, ...touchedBy(step.action)];
      return { kind: 'look-again', facets, why: error.message };
    }
    if (!isAnswerLost(error)) throw error;
    noteChange(step.action, context);
    rememberTry(context.memory, step.id, { at: momentOf(context.worlds.clock), facets: touchedBy(step.action) });
    return { kind: 'look-again', facets: touchedBy(step.action), lost: true, why: error.message };
  }
}

/** Every write of such a step is sent only while its decision holds. */
function inTime(action: StepAction, context: Applying): Applying {
  const { ec2 } = context.worlds;
  const bound = { ...ec2, ...ec2.notAfter(limitOf(action, context)) };
  return { ...context, worlds: { ...context.worlds, ec2: bound } };
}

/** EC2 shows a changed endpoint as pending for a while; the planner must not take an older read for the end of that. */
function noteChange(action: StepAction, { memory, worlds }: Applying): void {
  if (action.kind !== 'modify-endpoint' && action.kind !== 'set-private-dns') return;
  memory.modified.set(action.endpointId, worlds.clock.now());
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

/** The facets in which a step shows. */
function touchedBy(action: StepAction): Facet[] {
  switch (action.kind) {
    case 'create-services':
      return [`services:${action.clusterRef}`, `cluster:${action.clusterRef}`];
    case 'trust':
    case 'untrust':
      return [`owners:${action.clusterRef}`];
    case 'connect':
    case 'disconnect':
      return [`connections:${action.clusterRef}`, 'endpoints'];
    case 'create-group':
    case 'authorize-ingress':
    case 'revoke-ingress':
    case 'delete-group':
      return ['groups'];
    case 'mark':
    case 'unmark':
      return action.groupId === undefined ? ['endpoints'] : ['endpoints', 'groups'];
    default:
      return ['endpoints'];
  }
}

function act(step: Step, context: Applying): Promise<Outcome> {
  const { action } = step;
  switch (action.kind) {
    case 'create-services':
      return createServices(action, context);
    case 'create-group':
      return createGroup(step, action, context);
    case 'authorize-ingress':
      return letIn(step, action, context);
    case 'revoke-ingress':
      return changeRules(action.groupId, context.worlds.ec2.revokeIngress(action.groupId, action.rules), (ingress) =>
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
      return setPrivateDns(step, action, context);
    case 'delete-endpoint':
      return deleteEndpoint(action, context);
    case 'delete-group':
      return deleteGroup(action, context);
    case 'connect':
      return connect(step, action, context);
    case 'disconnect':
      return disconnect(step, action, context);
    case 'trust':
      return trust(step, action, context);
    case 'untrust':
      return untrust(action, context);
  }
}
