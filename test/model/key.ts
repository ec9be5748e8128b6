import type { Endpoint, Group } from '../../src/aws/types.ts';
import type { Facet, Observed } from '../../src/reconcile/model/observed.ts';
import { waitKey } from '../../src/reconcile/model/plan.ts';
import {
  claimsKnown,
  createdEndpoints,
  createdGroups,
  doneAt,
  heldGroup,
  released,
  takenToken,
  timesDone,
  touched,
  triedAt,
} from '../../src/reconcile/model/recall.ts';
import type { Step } from '../../src/reconcile/model/steps.ts';
import { writtenTags } from '../../src/reconcile/model/written-tags.ts';
import { facetsAt, isOver, type Run } from './run.ts';
import type { Shelf, Thing } from './shelf.ts';
import type { State } from './state.ts';
import { type Bounds, TICK_MS } from './world.ts';

/**
 * What tells states apart. Of times only that counts which the shipped functions measure: how old a thing is up to the
 * longest span that they compare it with, and beyond that its order; so that waiting leads to ever fewer new states.
 */
export function keyOf(state: State): string {
  const { world } = state;
  const text = JSON.stringify([
    shelfKey(world.endpoints, endpointKey),
    shelfKey(world.groups, groupKey),
    Object.values(world.connections).map((shelf) => shelfKey(shelf, (one) => one.id)),
    world.tokens,
    Object.keys(world.dying),
    state.runs.map((run) => runKey(run, state)),
    [
      state.troubles,
      state.kills,
      state.losses,
      state.sheds,
      state.paused,
      state.rested,
      state.promised,
      state.left,
      state.spoiled,
    ],
  ]);
  return withoutDates(text, world.now, state.conditions.bounds);
}

function shelfKey<T extends Thing>({ settled, young }: Shelf<T>, one: (thing: T) => unknown): unknown {
  return [
    settled.map(one),
    young.map(({ at, id, change }) => [at, id, change.kind === 'put' ? one(change.thing) : change]),
  ];
}

function endpointKey({ id, state, groupIds, tags }: Endpoint): unknown {
  return [id, state, groupIds, protocolTags(tags), Object.keys(tags).length];
}

function groupKey({ id, tags }: Group): unknown {
  return [id, protocolTags(tags)];
}

function protocolTags(tags: Thing['tags']): unknown {
  return Object.entries(tags).filter(([key]) => PROTOCOL.test(key));
}

const PROTOCOL = /\/(claim|leaving)\//;
const TIME = /(at=)?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|\b\d{13}\b)/g;

/** Exact ages of what is young, of marks until they are long dead; of the rest the order. */
function withoutDates(text: string, now: number, { lag, decision }: Bounds): string {
  const young = (2 * lag + decision) * TICK_MS;
  const dead = (3 * lag + 2 * decision + 1) * TICK_MS;
  const old = new Set<number>();
  for (const [, , time = ''] of text.matchAll(TIME)) if (now - msOf(time) > young) old.add(msOf(time));
  const order = [...old].sort((one, other) => other - one);
  return text.replace(TIME, (_, mark: string | undefined, time: string) => {
    const age = now - msOf(time);
    const exact = age <= young || (mark !== undefined && age <= dead);
    return exact ? `@${age / TICK_MS}` : `@old${order.indexOf(msOf(time))}`;
  });
}

function msOf(time: string): number {
  return time.includes('T') ? Date.parse(time) : Number(time);
}

function runKey(run: Run, state: State): unknown {
  const { phase, journal } = run;
  const { now } = state.world;
  switch (phase.kind) {
    case 'acting':
      return [
        phase.pending.map(({ step, until }) => [stepKey(step), until]),
        seenKey(phase.base, []),
        phase.after === phase.base ? 0 : seenKey(phase.after, []),
        phase.again ?? 0,
        journalKey(run, phase.after, { state, again: [] }),
      ];
    case 'waiting': {
      const first = Math.min(...phase.waits.map((wait) => wait.notBefore ?? 0));
      const again = facetsAt(phase, journal, Math.max(now, first)) ?? [];
      const waits = phase.waits.map((wait) => [waitKey(wait), wait.facets, Math.max(wait.notBefore ?? 0, now)]);
      return [waits, seenKey(phase.observed, again), journalKey(run, phase.observed, { state, again })];
    }
    case 'again':
      return [
        phase.facets,
        seenKey(phase.observed, phase.facets),
        journalKey(run, phase.observed, { state, again: phase.facets }),
      ];
    default:
      return isOver(run) ? phase.kind : 0;
  }
}

function stepKey({ id, action }: Step): unknown {
  return 'tags' in action ? [id, action] : id;
}

/** What a run has seen, without what it will look at again before it plans. */
function seenKey(observed: Observed, again: readonly Facet[]): unknown {
  return [
    again.includes('endpoints') ? 0 : observed.endpoints.map(endpointKey),
    again.includes('groups') ? 0 : observed.groups.map(groupKey),
    observed.clusters.map(({ ref, connections }) =>
      again.includes(`connections:${ref}`) ? ref : [ref, connections.map((one) => one.endpointId + one.status)],
    ),
  ];
}

/** What a run remembers, as far as it can still make a difference. */
function journalKey(
  { journal, errand }: Run,
  { readAt, clusters }: Observed,
  { state, again }: { state: State; again: readonly Facet[] },
): unknown {
  const { now } = state.world;
  const { lag, decision } = state.conditions.bounds;
  const facets = ['endpoints', 'groups', ...clusters.map(({ ref }): Facet => `connections:${ref}`)] as const;
  // What is read again is read now at the earliest.
  const read = (facet: Facet) => (again.includes(facet) ? now : (readAt[facet] ?? 0));
  const recent = (at: number, ticks: number) => (now - at <= ticks * TICK_MS ? (now - at) / TICK_MS : -1);
  // Nothing is decided on an older read.
  const decidedAt = now - read('endpoints') <= decision * TICK_MS ? read('endpoints') : now;
  const awaited = (at: number, ticks: number) => (decidedAt < at + ticks * TICK_MS ? (now - at) / TICK_MS : -1);
  const age = recent(read('endpoints'), decision);
  const changed = touched(journal);
  const calls = journal.entries.flatMap((one) => (one.kind === 'call' ? [one.step] : []));
  const steps = [...new Map(calls.map((step) => [step.id, step])).values()];
  const services = new Set(
    calls.flatMap(({ action }) => (action.kind === 'create-endpoint' ? [action.serviceName] : [])),
  );
  return [
    errand.operation === 'ensure' ? journal.startedAt : 0,
    age,
    facets.map((facet) => [
      errand.operation !== 'ensure' && read(facet) < journal.startedAt + lag * TICK_MS,
      read(facet) < read('endpoints'),
      read(facet) <= (changed.get(facet) ?? 0),
      read(facet) <= (changed.get('endpoints') ?? 0),
    ]),
    steps.flatMap(({ id }) => {
      const at = doneAt(journal, id);
      return at === undefined ? [] : [[id, awaited(at, lag), Math.min(timesDone(journal, id), 2)]];
    }),
    steps.flatMap(({ id, action }) => {
      const at = triedAt(journal, id)?.mono;
      if (at === undefined) return [];
      return [[id, awaited(at, action.kind === 'mark' ? 2 * lag : lag), age < 0 || read('endpoints') <= at]];
    }),
    claimsKnown(journal).map(({ endpointId, key, since }) => [`${endpointId} ${key}`, since]),
    [...services].map((service) => {
      const taken = takenToken(journal, service);
      return taken === undefined ? [] : [service, recent(taken.at, 2 * lag), taken.salt];
    }),
    steps.flatMap(({ action }) => {
      const held = action.kind === 'delete-group' ? heldGroup(journal, action.groupId) : undefined;
      return held === undefined ? [] : [recent(held.at, 5)];
    }),
    [...released(journal)].map(([id, ids]) => [id, [...ids]]),
    writtenTags(journal).map(({ resourceId, key, at, stands, lost, lostAt }) => [
      `${resourceId} ${key}`,
      stands ? awaited(at, lag) : recent(lostAt, lag),
      stands,
      lost,
    ]),
    createdEndpoints(journal).map(({ endpoint, at, replacing }) => [
      endpoint.id,
      read('endpoints') < at + lag * TICK_MS ? recent(at, lag) : -1,
      replacing,
    ]),
    createdGroups(journal).map(({ group, at }) => [
      group.id,
      read('groups') < at + lag * TICK_MS ? recent(at, lag) : -1,
    ]),
  ];
}
