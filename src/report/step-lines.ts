import { type Source, SQL_PORT, sourceText } from '../aws/types.ts';
import { nameOf } from '../cockroach/types.ts';
import type { Observed } from '../reconcile/model/observed.ts';
import {
  type AnyOf,
  isInternal,
  type LaterAction,
  type ReadyStep,
  type StepAction,
  type StepKind,
} from '../reconcile/model/steps.ts';
import { counted, joinShort } from '../support/text.ts';

/** What a step does: it creates, changes or deletes something, or it writes claims and marks, which are tags. */
type Effect = 'create' | 'change' | 'delete' | 'tag';

/** More sources of a rule than this are counted. */
const MAX_SOURCES = 4;

/** Names for what an action knows by its ID. */
interface Names {
  cluster(clusterId: string): string;
  /** The availability zones of subnets. */
  zones(subnetIds: readonly string[]): string;
}

/** How the log tells of a kind of step. */
interface StepWords<K extends StepKind> {
  readonly effect: Effect;
  /** What the step is about, as AWS or CockroachDB Cloud call it. */
  readonly noun: string;
  /** What of it, in the line of the plan. */
  detail(action: AnyOf<K>, names: Names): string;
  /** The step while it is done and when it was: `Creating`, `Created`. */
  readonly verbs: readonly [doing: string, done: string];
  /** What follows the verb. */
  object(action: AnyOf<K>, names: Names, created?: string): string;
}

const ports = (sources: readonly Source[]) => `${SQL_PORT}/tcp from ${sources.map(sourceText).join(', ')}`;
const endpointText = (endpointId: string | undefined) => endpointId ?? 'the new VPC endpoint';
const inGroup = (groupId: string | undefined) => groupId ?? 'the new security group';

function endpointChanges(action: AnyOf<'modify-endpoint'>): string {
  const { addSubnetIds, removeSubnetIds, addGroupIds, removeGroupIds } = action;
  const changes = [
    ...[...addSubnetIds, ...addGroupIds].map((id) => `+ ${id}`),
    ...[...removeSubnetIds, ...removeGroupIds].map((id) => `- ${id}`),
  ];
  return `${action.endpointId}: ${joinShort(changes, MAX_SOURCES)}`;
}

function claimText({ what, endpointId, tags }: AnyOf<'claim'>): string {
  const count = Object.keys(tags).length;
  if (what === 'refused-zones') return `zones that EC2 refuses, on ${endpointId}`;
  return what === 'own'
    ? `this environment on ${endpointId}`
    : `${counted(count, 'claim')} of the replaced endpoint, on ${endpointId}`;
}

const WORDS: { readonly [K in StepKind]: StepWords<K> } = {
  'create-services': {
    effect: 'create',
    noun: 'endpoint service',
    detail: ({ clusterId }, { cluster }) => cluster(clusterId),
    verbs: ['Creating', 'Requested'],
    object: ({ clusterId }, { cluster }) => `endpoint service of cluster ${cluster(clusterId)}`,
  },
  'create-group': {
    effect: 'create',
    noun: 'security group',
    detail: ({ serviceName, name }) => (serviceName === undefined ? 'named after the endpoint service' : name),
    verbs: ['Creating', 'Created'],
    object: ({ name }, _names, created) => `security group ${created ?? name}`,
  },
  'authorize-ingress': {
    effect: 'create',
    noun: 'ingress rule',
    detail: ({ sources }) => ports(sources),
    verbs: ['Allowing', 'Allowed'],
    object: ({ groupId, sources }) => `${ports(sources)} in ${inGroup(groupId)}`,
  },
  'revoke-ingress': {
    effect: 'delete',
    noun: 'ingress rule',
    detail: ({ groupId, rules }) => `${rulesText(rules)} in ${groupId}`,
    verbs: ['Removing', 'Removed'],
    object: ({ groupId, rules }) => `ingress rule ${rulesText(rules)} from ${groupId}`,
  },
  'create-endpoint': {
    effect: 'create',
    noun: 'VPC endpoint',
    detail: ({ subnetIds }, { zones }) => zones(subnetIds) || 'in the availability zones of the endpoint service',
    verbs: ['Creating', 'Created'],
    object: (_action, _names, created) => `VPC endpoint${created === undefined ? '' : ` ${created}`}`,
  },
  claim: {
    effect: 'tag',
    noun: 'claim',
    detail: claimText,
    verbs: ['Registering', 'Registered'],
    object: claimText,
  },
  unclaim: {
    effect: 'tag',
    noun: 'claim',
    detail: ({ endpointId, tags }) => `release ${counted(Object.keys(tags).length, 'claim')} on ${endpointId}`,
    verbs: ['Releasing', 'Released'],
    object: ({ endpointId, tags }) => `${counted(Object.keys(tags).length, 'claim')} on ${endpointId}`,
  },
  mark: {
    effect: 'tag',
    noun: 'removal mark',
    detail: (action) => markedId(action),
    verbs: ['Marking', 'Marked'],
    object: (action) => `${markedId(action)} for removal`,
  },
  unmark: {
    effect: 'tag',
    noun: 'removal mark',
    detail: (action) => `remove from ${markedId(action)}`,
    verbs: ['Removing', 'Removed'],
    object: (action) => `removal mark from ${markedId(action)}`,
  },
  'modify-endpoint': {
    effect: 'change',
    noun: 'VPC endpoint',
    detail: endpointChanges,
    verbs: ['Updating', 'Updated'],
    object: (action) => `VPC endpoint ${endpointChanges(action)}`,
  },
  connect: {
    effect: 'create',
    noun: 'connection',
    detail: ({ clusterId }, { cluster }) => cluster(clusterId),
    verbs: ['Connecting', 'Connected'],
    object: ({ clusterId, endpointId }, { cluster }) => `cluster ${cluster(clusterId)} to ${endpointText(endpointId)}`,
  },
  disconnect: {
    effect: 'delete',
    noun: 'connection',
    detail: ({ clusterId, endpointId }, { cluster }) => `${cluster(clusterId)} to ${endpointId}`,
    verbs: ['Disconnecting', 'Disconnected'],
    object: ({ clusterId, endpointId }, { cluster }) => `cluster ${cluster(clusterId)} from ${endpointId}`,
  },
  'set-private-dns': {
    effect: 'change',
    noun: 'private DNS',
    detail: ({ enabled }) => (enabled ? 'on' : 'off'),
    // EC2 takes the order at once and the change later; the wait says when.
    verbs: ['Requesting', 'Requested'],
    object: ({ enabled, endpointId }) => `private DNS ${enabled ? 'on' : 'off'} for ${endpointText(endpointId)}`,
  },
  'delete-endpoint': {
    effect: 'delete',
    noun: 'VPC endpoint',
    detail: ({ endpointId }) => endpointId,
    verbs: ['Requesting', 'Requested'],
    object: ({ endpointId }) => `deletion of VPC endpoint ${endpointId}`,
  },
  'delete-group': {
    effect: 'delete',
    noun: 'security group',
    detail: ({ groupId }) => groupId,
    verbs: ['Deleting', 'Deleted'],
    object: ({ groupId }) => `security group ${groupId}`,
  },
  trust: {
    effect: 'create',
    noun: 'trusted owner',
    detail: ({ accountId, clusterId }, { cluster }) => `AWS account ${accountId} on ${cluster(clusterId)}`,
    verbs: ['Adding', 'Added'],
    object: ({ accountId, clusterId }, { cluster }) => `trusted owner ${accountId} on cluster ${cluster(clusterId)}`,
  },
  untrust: {
    effect: 'delete',
    noun: 'trusted owner',
    detail: ({ owner, clusterId }, { cluster }) => `AWS account ${owner.accountId} on ${cluster(clusterId)}`,
    verbs: ['Removing', 'Removed'],
    object: ({ owner, clusterId }, { cluster }) =>
      `trusted owner ${owner.accountId} from cluster ${cluster(clusterId)}`,
  },
};

function rulesText(rules: AnyOf<'revoke-ingress'>['rules']): string {
  const sources = rules.flatMap((rule) => (rule.source === undefined ? [] : [rule.source]));
  return ports(sources);
}

function markedId({ endpointId, groupId, groupOnly }: AnyOf<'mark' | 'unmark'>): string {
  return groupOnly === true && groupId !== undefined ? groupId : endpointId;
}

function wordsOf<K extends StepKind>({ kind }: AnyOf<K>): StepWords<K> {
  return WORDS[kind as K];
}

/** @param observed undefined where a run tells nothing but what it did: then the IDs are the names */
function namesIn(observed: Observed | undefined): Names {
  const all = observed?.clusters.flatMap((view) => view.matches) ?? [];
  const zoneOf = new Map(observed?.subnets.map((subnet) => [subnet.id, subnet.zoneId]));
  return {
    cluster(clusterId) {
      const found = all.find((one) => one.id === clusterId);
      return found === undefined ? clusterId : nameOf(found);
    },
    zones: (subnetIds) => subnetIds.map((id) => zoneOf.get(id) ?? id).join(', '),
  };
}

/** What a step does to what: for the counts of a plan, and for the line in it. */
export function plannedLine(
  action: StepAction | LaterAction,
  observed: Observed,
): { readonly effect: Effect; readonly noun: string; readonly detail: string } {
  const { effect, noun, detail } = wordsOf(action);
  return { effect, noun, detail: detail(action, namesIn(observed)) };
}

/** A step as a sentence without a subject: `Creating VPC endpoint`. */
export function doingText(action: StepAction, observed: Observed | undefined): string {
  const { verbs, object } = wordsOf(action);
  return `${verbs[0]} ${object(action, namesIn(observed))}`;
}

/** The same of a step that is done. @param created ID of what it created */
export function doneText(action: StepAction, observed: Observed | undefined, created: string | undefined): string {
  const { verbs, object } = wordsOf(action);
  return `${verbs[1]} ${object(action, namesIn(observed), created)}`;
}

/** What was done apart from claims and marks, a line for each step. */
export function changeLines(
  done: readonly (ReadyStep & { readonly created?: string })[],
  observed: Observed | undefined,
): string[] {
  const changes = done.filter((step) => !isInternal(step));
  return changes.map(({ action, created }) => doneText(action, observed, created));
}
