import type { Endpoint, Group } from '../../aws/types.ts';
import type { ActionError } from '../../support/errors.ts';
import { earliest, type Moment, type WallTime } from '../../support/moment.ts';
import type { LeavingMark } from './claims.ts';
import type { CallEntry, Entry, Journal, Result } from './journal.ts';
import type { Facet, Observed } from './observed.ts';
import { type StepAction, type StepId, touchedBy } from './steps.ts';

/**
 * What follows from the journal of a run. Pure; every question that is asked of it stands here, but for
 * written-tags.ts.
 */

function entriesOf<K extends Entry['kind']>({ entries }: Journal, kind: K): Extract<Entry, { kind: K }>[] {
  return entries.filter((one): one is Extract<Entry, { kind: K }> => one.kind === kind);
}

function calls(journal: Journal, result?: Result['kind']): CallEntry[] {
  return entriesOf(journal, 'call').filter((one) => result === undefined || one.result.kind === result);
}

function callsOf(journal: Journal, id: StepId): CallEntry[] {
  return calls(journal).filter((one) => one.step.id === id);
}

/** Results after which a call may have taken effect. */
const TRIED: ReadonlySet<Result['kind']> = new Set(['done', 'unanswered', 'name-held']);
const wasTried = ({ result }: CallEntry) => TRIED.has(result.kind);
const wasDone = ({ result }: CallEntry) => result.kind === 'done';

/** When a step was last done, undefined if it was not. */
export function doneAt(journal: Journal, id: StepId): number | undefined {
  return callsOf(journal, id).findLast(wasDone)?.at.mono;
}

/** How often a step was done. */
export function timesDone(journal: Journal, id: StepId): number {
  return callsOf(journal, id).filter(wasDone).length;
}

/** True once any step was done. */
export function hasDoneAnything(journal: Journal): boolean {
  return calls(journal).some(wasDone);
}

/** When a call of a step last ended that may have taken effect. */
export function triedAt(journal: Journal, id: StepId): Moment | undefined {
  return callsOf(journal, id).findLast(wasTried)?.at;
}

/** When a step of those that fit was last tried, 0 if none was. */
export function lastTry(journal: Journal, fits: (action: StepAction) => boolean): number {
  return calls(journal).findLast((one) => wasTried(one) && fits(one.step.action))?.at.mono ?? 0;
}

/** When this run last tried to write its claims on an endpoint that was there; 0 if it never did. */
export function claimTriedAt(journal: Journal, id: string): number {
  return lastTry(journal, (one) => one.kind === 'claim' && one.what === 'own' && one.endpointId === id);
}

/** How a step was refused, where the run goes on all the same. */
export function refusalOf(journal: Journal, id: StepId): ActionError | undefined {
  const errors = callsOf(journal, id).flatMap(({ result }) =>
    result.kind === 'refused' || result.kind === 'name-held' ? [result.error] : [],
  );
  return errors.at(-1);
}

/** When each facet was last changed: by a step, or by what was waited for. */
export function touched({ entries }: Journal): ReadonlyMap<Facet, number> {
  const times = new Map<Facet, number>();
  for (const one of entries) {
    if (one.kind === 'call' && wasTried(one))
      for (const facet of touchedBy(one.step.action)) times.set(facet, one.at.mono);
    if (one.kind === 'settled') for (const facet of one.facets) times.set(facet, one.at);
  }
  return times;
}

/** The facets that were changed and not read since. */
export function unconfirmed(journal: Journal, { readAt }: Pick<Observed, 'readAt'>): Facet[] {
  return [...touched(journal)].filter(([facet, at]) => (readAt[facet] ?? 0) <= at).map(([facet]) => facet);
}

/** When this run last asked EC2 to change an endpoint. */
export function modifiedAt(journal: Journal, endpointId: string): number | undefined {
  const isChange = ({ step: { action }, result }: CallEntry) =>
    (action.kind === 'modify-endpoint' || action.kind === 'set-private-dns') &&
    action.endpointId === endpointId &&
    result.kind !== 'not-sent' &&
    result.kind !== 'failed';
  return calls(journal).findLast(isChange)?.at.mono;
}

/** An endpoint that this run created, as EC2 answered. */
export interface CreatedEndpoint {
  readonly endpoint: Endpoint;
  readonly at: number;
  readonly replacing: readonly string[];
}

/** The endpoints that this run created, newest last. */
export function createdEndpoints(journal: Journal): CreatedEndpoint[] {
  return calls(journal).flatMap(({ step: { action }, at, result }) =>
    action.kind === 'create-endpoint' && result.kind === 'done' && result.endpoint !== undefined
      ? [{ endpoint: result.endpoint, at: at.mono, replacing: action.replacing }]
      : [],
  );
}

/** True for an endpoint that this run created. */
export function wasCreated(journal: Journal, endpointId: string): boolean {
  return createdEndpoints(journal).some(({ endpoint }) => endpoint.id === endpointId);
}

/** The groups that this run created, or found when it wanted to. */
export function createdGroups(journal: Journal): { readonly group: Group; readonly at: number }[] {
  return calls(journal).flatMap(({ at, result }) =>
    result.kind === 'done' ? (result.groups ?? []).map((group) => ({ group, at: at.mono })) : [],
  );
}

/** The tries to create an endpoint for a service, since the last one that did. */
function failedCreations(journal: Journal, serviceName: string): CallEntry[] {
  const all = calls(journal).filter(
    ({ step: { action } }) => action.kind === 'create-endpoint' && action.serviceName === serviceName,
  );
  return all.slice(all.findLastIndex(wasDone) + 1);
}

/** Since when EC2 says that the creation token for a service is taken, and how many tokens were tried before. */
export function takenToken(journal: Journal, serviceName: string) {
  const taken = failedCreations(journal, serviceName).flatMap(({ at, result }) =>
    result.kind === 'token-taken' ? [{ ...result, at: at.mono }] : [],
  );
  return taken.at(-1);
}

/** Since when EC2 says that it does not know a service, undefined where it does. */
export function serviceUnknownSince(journal: Journal, serviceName: string): number | undefined {
  return failedCreations(journal, serviceName).find((one) => one.result.kind === 'service-unknown')?.at.mono;
}

/** Since when EC2 says that it does not know a source of the rules that are to be added to a group. */
export function sourceUnknownSince(journal: Journal, groupId: string): number | undefined {
  const all = calls(journal).filter(
    ({ step: { action } }) => action.kind === 'authorize-ingress' && action.groupId === groupId,
  );
  return all.slice(all.findLastIndex(wasDone) + 1).find((one) => one.result.kind === 'source-unknown')?.at.mono;
}

/** What was tried and refused for good, or by a service that EC2 does not know. */
export function refusedActions(journal: Journal): StepAction[] {
  const refused = calls(journal).filter(({ result }) => result.kind === 'failed' || result.kind === 'service-unknown');
  return refused.map((one) => one.step.action);
}

/** True where EC2 does not know the service of an endpoint that is to be created. */
export function isAnyServiceUnknown(journal: Journal): boolean {
  return calls(journal, 'service-unknown').some(
    ({ step: { action } }) =>
      action.kind === 'create-endpoint' && serviceUnknownSince(journal, action.serviceName) !== undefined,
  );
}

/** Zones that EC2 refused although the service lists them. */
export function zonesRefused(journal: Journal, serviceName: string): ReadonlySet<string> {
  const zones = calls(journal).flatMap(({ result }) =>
    result.kind === 'zone-refused' && result.serviceName === serviceName ? [result.zone] : [],
  );
  return new Set(zones);
}

/** A claim of this run's owner that it knows to stand on an endpoint. */
export interface KnownClaim {
  readonly endpointId: string;
  readonly key: string;
  /** Since when, at the latest; compared with marks of other runs. */
  readonly since: WallTime;
}

/** The claims of its owner that this run knows to stand. */
export function claimsKnown({ entries }: Journal): readonly KnownClaim[] {
  const known = new Map<string, KnownClaim>();
  const set = (endpointId: string, key: string, since: WallTime) =>
    known.set(`${endpointId} ${key}`, { endpointId, key, since });
  for (const one of entries) {
    if (one.kind === 'claim' && one.stands) set(one.endpointId, one.key, one.at);
    if (one.kind === 'claim' && !one.stands) known.delete(`${one.endpointId} ${one.key}`);
    if (one.kind !== 'call' || !wasDone(one)) continue;
    const { action } = one.step;
    if (action.kind !== 'claim' || action.what !== 'own') continue;
    for (const key of Object.keys(action.tags)) set(action.endpointId, key, one.at.wall);
  }
  return [...known.values()];
}

/** By endpoint: clusters whose claims this run has given up, by removing them or with the endpoint. */
export function released(journal: Journal): ReadonlyMap<string, ReadonlySet<string>> {
  const byEndpoint = Map.groupBy(entriesOf(journal, 'releasing'), (one) => one.endpointId);
  return new Map([...byEndpoint].map(([id, all]) => [id, new Set(all.flatMap((one) => one.clusterIds))]));
}

/** When EC2 last said that something still uses a group, since when it says so, and in which words. */
export function heldGroup(journal: Journal, groupId: string) {
  const said = calls(journal).flatMap(({ step: { action }, at, result }) =>
    action.kind === 'delete-group' && action.groupId === groupId && result.kind === 'in-use'
      ? [{ at: at.mono, why: result.why }]
      : [],
  );
  const [first, last] = [said[0], said.at(-1)];
  return first === undefined || last === undefined ? undefined : { ...last, since: first.at };
}

/** When this run saw that a cluster had been created; undefined where it did not see it come to be. */
export function becameCreatedAt(journal: Journal, clusterId: string): number | undefined {
  return entriesOf(journal, 'cluster').findLast((one) => one.clusterId === clusterId && !one.isCreating)?.at;
}

/** True while a cluster was last seen being created. */
export function wasCreating(journal: Journal, clusterId: string): boolean {
  return entriesOf(journal, 'cluster').findLast((one) => one.clusterId === clusterId)?.isCreating === true;
}

/** Since when this run sees a cluster connected without a private host name. */
export function namelessSince(journal: Journal, clusterId: string): number | undefined {
  const last = entriesOf(journal, 'host-name').findLast((one) => one.clusterId === clusterId);
  return last?.isMissing === true ? last.at : undefined;
}

/** True once the time for optional waits is over. */
export function isOutOfPatience(journal: Journal): boolean {
  return entriesOf(journal, 'out-of-patience').length > 0;
}

/** When a change was last refused because the cluster is locked. */
export function lockedAt(journal: Journal, clusterId: string): number | undefined {
  return calls(journal, 'locked').findLast(
    ({ step: { action } }) => 'clusterId' in action && action.clusterId === clusterId,
  )?.at.mono;
}

/** Since when calls about an endpoint are refused because it is not as reads show it, which is always this way. */
export function outdatedSince(journal: Journal, endpointId: string, shown: string): number | undefined {
  const isAbout = ({ step: { action } }: CallEntry) => 'endpointId' in action && action.endpointId === endpointId;
  const isAnswered = ({ step: { action }, result }: CallEntry) =>
    ['modify-endpoint', 'set-private-dns', 'connect'].includes(action.kind) &&
    !['outdated', 'unanswered', 'not-sent', 'failed', 'locked'].includes(result.kind);
  const isOther = ({ result }: CallEntry) => result.kind === 'outdated' && result.shown !== shown;
  const all = calls(journal).filter(isAbout);
  const since = all.slice(all.findLastIndex((one) => isAnswered(one) || isOther(one)) + 1);
  return since.find((one) => one.result.kind === 'outdated')?.at.mono;
}

/**
 * When this run began to write a mark of its own; what only the tag tells (`sweep` has one journal for each endpoint)
 * is reckoned from that.
 */
export function markBegun(journal: Journal, { value, at }: LeavingMark): Moment {
  const { startedAt, startedAtWall } = journal;
  const begun = entriesOf(journal, 'marking').find((one) => one.value === value)?.at;
  const noted = begun ?? { mono: startedAt + (at - startedAtWall), wall: at };
  return earliest([noted, { mono: noted.mono, wall: at }]);
}
