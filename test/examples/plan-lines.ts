import { sourceText } from '../../src/aws/types.ts';
import { makeDeparturePlan } from '../../src/reconcile/departure/planner.ts';
import { readClaims, readMarks } from '../../src/reconcile/model/claims.ts';
import { isLeaving } from '../../src/reconcile/model/goal.ts';
import type { Observed } from '../../src/reconcile/model/observed.ts';
import type { Wait } from '../../src/reconcile/model/plan.ts';
import { isInternal, type Step, type StepKind } from '../../src/reconcile/model/steps.ts';
import { makePlan } from '../../src/reconcile/plan/planner.ts';
import { wallTime } from '../../src/support/moment.ts';
import type { Situation } from './finished.ts';

/**
 * A whole plan as lines, one for each thing in it, in the order of the plan:
 *
 * - `connect c-1 to vpce-1`: a step that is done now
 * - `connect c-1 to vpce-1 [after: ...]`: a step that comes later, and what comes first
 * - `claim vpce-1 for staging (bookkeeping)`: a step that neither counts as a change nor is drift
 * - `wait available vpce-1: pending; reads endpoints`: a wait, what was last seen, and what is read to see it move;
 *   `wait briefly ...` is waited for even with `wait: false`
 * - `blocked vpc-dns-off`: an error code that ends the run, with the cluster or resource it is about; `(late)` if the
 *   run does all else first
 * - `note zones`, `warning zones`: something that is told and stops nothing
 * - `stays VPC endpoint vpce-1: ...`: something that `delete` or `sweep` leaves where it is
 */
export function planOf(situation: Situation): string[] {
  const leaves = isLeaving(situation.desired.goal);
  const { now, observed } = situation;
  const given = {
    ...situation,
    wallNow: wallTime(now),
    observed: { ...observed, readAtWall: observed.readAt as Observed['readAtWall'] },
  };
  const plan = leaves ? makeDeparturePlan(given) : makePlan(given);
  const lines = [
    ...plan.steps.map(stepLine),
    ...plan.waits.map((wait) => waitLine(wait, situation.now)),
    ...plan.blockers.map(({ code, subject, late }) => `blocked ${code}${aside(subject)}${late ? ' (late)' : ''}`),
    ...plan.notes.map(({ code, warning }) => `${warning ? 'warning' : 'note'} ${code}`),
    ...plan.leftOvers.map(({ what, why, monthly }) => `stays ${what}: ${why}, $${monthly.toFixed(2)} a month`),
  ];
  return lines.map((line) => line.replaceAll(/com\.amazonaws\.vpce\.[a-z0-9-]+\./g, ''));
}

function stepLine(step: Step): string {
  const { action } = step;
  const later = step.ready ? '' : ` [after: ${step.after}]`;
  return `${action.kind} ${actionText(action)}${isInternal(step) ? ' (bookkeeping)' : ''}${later}`;
}

function actionText(action: Step['action']): string {
  switch (action.kind) {
    case 'create-services':
      return action.clusterId;
    case 'create-group':
      return `for ${action.serviceName || 'a service to come'} in ${action.vpcId}, ${tagsText(action.claims)}`;
    case 'authorize-ingress':
      return `${action.groupId || 'new group'} from ${list(action.sources.map(sourceText))}`;
    case 'revoke-ingress':
      return `${action.groupId} from ${list(action.rules.map((rule) => rule.from))}`;
    case 'create-endpoint':
      return createEndpointText(action);
    case 'claim':
      return `${action.endpointId} ${tagsText(action.tags)}`;
    case 'unclaim':
      return `${action.endpointId} ${tagsText(action.tags)} on ${list(action.clusterIds)}`;
    case 'mark':
    case 'unmark':
      return `${[action.groupOnly ? undefined : action.endpointId, action.groupId].filter((id) => id !== undefined).join(' and ')} ${tagsText(action.tags)}`;
    case 'modify-endpoint':
      return modifyText(action);
    case 'connect':
      return `${action.clusterId} to ${action.endpointId || 'new endpoint'}`;
    case 'disconnect':
      return `${action.clusterId} from ${action.endpointId}`;
    case 'set-private-dns':
      return `${action.endpointId || 'new endpoint'} ${action.enabled ? 'on' : 'off'}`;
    case 'delete-endpoint':
      return action.endpointId;
    case 'delete-group':
      return action.groupId;
    case 'trust':
      return `${action.accountId} on ${action.clusterId}`;
    case 'untrust':
      return `${action.owner.accountId} on ${action.clusterId}`;
  }
}

type Of<K extends StepKind> = Extract<Step['action'], { kind: K }>;

function createEndpointText(action: Of<'create-endpoint'>): string {
  return [
    `for ${action.serviceName || 'a service to come'} in ${list(action.subnetIds) || 'no subnet'}`,
    `with ${list(action.groupIds) || 'new group'}`,
    tagsText(action.tags),
    action.replacing.length > 0 ? `replacing ${list(action.replacing)}` : '',
    action.salt > 0 ? `by creation token ${action.salt + 1}` : '',
  ]
    .filter((one) => one !== '')
    .join(' ');
}

function modifyText(action: Of<'modify-endpoint'>): string {
  const change = (verb: string, ids: readonly string[]) => (ids.length > 0 ? [`${verb} ${list(ids)}`] : []);
  const changes = [
    ...change('add', action.addSubnetIds),
    ...change('remove', action.removeSubnetIds),
    ...change('attach', action.addGroupIds),
    ...change('detach', action.removeGroupIds),
  ];
  return `${action.endpointId} ${changes.join(', ')}`;
}

/** Who claims, which run marks, and which zones are left out, as far as the tags say so. */
function tagsText(tags: Readonly<Record<string, string>>): string {
  const texts = [
    ...new Set(readClaims(tags).map((claim) => `for ${claim.name}`)),
    ...readMarks(tags).map((mark) => `by ${mark.nonce}`),
    ...Object.entries(tags).flatMap(([key, value]) => (key.endsWith('/without-zones') ? [`without ${value}`] : [])),
  ];
  return texts.join(' ');
}

function waitLine(
  { kind, subject, change, seen, brief, facets, readAfterwards = [], notBefore = 0 }: Wait,
  now: number,
): string {
  const reads = [list(facets), ...(readAfterwards.length > 0 ? [`then ${list(readAfterwards)}`] : [])].join(', ');
  const delay = notBefore > now ? ` in ${(notBefore - now) / 1000} s` : '';
  const first = `wait ${brief ? 'briefly ' : ''}${change ?? kind}${aside(subject.replaceAll(':', ' '))}`;
  return `${first}: ${seen}; reads ${reads}${delay}`;
}

function aside(text: string): string {
  return text === '' ? '' : ` ${text}`;
}

function list(items: readonly string[]): string {
  return items.join(', ');
}
