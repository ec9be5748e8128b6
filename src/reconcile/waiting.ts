import { ActionError, cancelled } from '../support/errors.ts';
import type { RunJournal } from './model/journal.ts';
import type { Facet } from './model/observed.ts';
import { type Wait, waitKey } from './model/plan.ts';
import type { ReadyStep } from './model/steps.ts';
import type { Clients } from './observe.ts';
import { nextLook, type Pace, paceOf } from './poll-schedule.ts';

/** A log that is silent for longer looks like a run that hangs. */
const HEARTBEAT_MS = 14_000;
/** Looks that are due within this time of each other are one. */
const TOGETHER_MS = 150;

export interface WaitListener {
  /** Called whenever a wait begins, shows another state, or is over (`seen` undefined). */
  waiting(wait: Wait, seen: string | undefined, ms: number): void;
  heartbeat(waits: readonly Wait[], elapsedMs: number, remainingMs: number): void;
}

export interface WaitRules {
  readonly clients: Clients;
  readonly journal: RunJournal;
  readonly signal: AbortSignal;
  /** When all waits must be over, by the run's own clock. */
  readonly deadline: number;
  readonly listener: WaitListener;
}

interface Entry {
  wait: Wait;
  since: number;
  changedAt: number;
  /** When it is to be looked at next. */
  dueAt: number;
  looks: number;
}

/** What is known of the waits of a run. */
interface Tracked {
  readonly rules: WaitRules;
  /** By their keys. */
  readonly known: Map<string, Entry>;
  pace: Pace;
  beatAt: number;
}

/** Keeps the waits of a run: tells when one begins, changes or ends, beats, and decides when to look again. */
export function trackWaits(rules: WaitRules) {
  const tracked: Tracked = { rules, known: new Map(), pace: 'unknown', beatAt: 0 };
  return {
    /** Takes note of what is waited for now, and tells what began, changed or ended. */
    update(waits: readonly Wait[]): void {
      const now = rules.clients.clock.now();
      endWaits(tracked, waits, now);
      for (const wait of waits) noteWait(tracked, wait, now);
      beat(tracked, waits, now);
    },
    /** Sleeps until the next look is due and returns the facets to look at. */
    sleep: (waits: readonly Wait[]): Promise<Set<Facet>> => sleepUntilDue(tracked, waits),
  };
}

/** Ends the waits that are waited for no more. */
function endWaits(tracked: Tracked, waits: readonly Wait[], now: number): void {
  const { journal, listener } = tracked.rules;
  const keys = new Set(waits.map(waitKey));
  for (const [key, entry] of tracked.known) {
    if (keys.has(key)) continue;
    tracked.known.delete(key);
    learnPace(tracked, entry, now);
    const facets = entry.wait.readAfterwards ?? [];
    if (facets.length > 0) journal.entries.push({ kind: 'settled', facets, at: now });
    listener.waiting(entry.wait, undefined, now - entry.since);
  }
}

/** Begins a wait, or goes on with one whose state may have changed. */
function noteWait(tracked: Tracked, wait: Wait, now: number): void {
  const entry = tracked.known.get(waitKey(wait));
  if (entry?.wait.seen === wait.seen && entry.wait.change === wait.change) {
    entry.wait = wait;
    return;
  }
  if (entry !== undefined) learnPace(tracked, entry, now);
  const fresh = { wait, since: entry?.since ?? now, changedAt: now, dueAt: now, looks: 0 };
  tracked.known.set(waitKey(wait), fresh);
  fresh.dueAt = dueAt(tracked, fresh, now);
  if (entry?.wait.seen !== wait.seen) tracked.rules.listener.waiting(wait, wait.seen, now - fresh.since);
}

function learnPace(tracked: Tracked, { wait, changedAt }: Entry, now: number): void {
  tracked.pace = paceOf(wait.change, (now - changedAt) / 1000, tracked.pace);
}

function beat(tracked: Tracked, waits: readonly Wait[], now: number): void {
  if (now < tracked.beatAt + HEARTBEAT_MS) return;
  const { listener, deadline } = tracked.rules;
  const { known } = tracked;
  const real = waits.filter((wait) => wait.kind !== 'confirm');
  const shown = real.length > 0 ? real : waits;
  const since = Math.min(now, ...shown.map((wait) => known.get(waitKey(wait))?.since ?? now));
  if (tracked.beatAt > 0 && shown.length > 0) listener.heartbeat(shown, now - since, deadline - now);
  tracked.beatAt = now;
}

/** With jitter, so that runs started together spread out. */
function dueAt(tracked: Tracked, { wait, changedAt, looks }: Entry, now: number): number {
  if (wait.kind === 'confirm' && looks === 0) return Math.max(now, wait.notBefore ?? 0);
  const { pace } = tracked;
  const age = (now - changedAt) / 1000;
  const facets = facetsNow(tracked, now);
  const calm = nextLook({ kind: wait.change, age, pace, requests: facets.size }) * 1000;
  const ofCloud = [...facets].filter(isOfCloud).length;
  // Other runs that wait for the same thing read it as often. What must be read by a certain time is not put off.
  const mayWait = wait.notBefore === undefined && wait.facets.some(isOfCloud);
  const least = mayWait ? tracked.rules.clients.cloud.pause(ofCloud) : 0;
  return Math.max(now + Math.max(calm, least) * (0.95 + 0.1 * Math.random()), wait.notBefore ?? 0);
}

/** Reads of CockroachDB Cloud are by cluster. */
const isOfCloud = (facet: Facet) => facet.includes(':');

/** All that is looked at often now, each a request: the waits for several clusters are usually due together. */
function facetsNow({ known }: Tracked, now: number): Set<Facet> {
  const often = [...known.values()].filter(
    ({ wait }) => wait.change !== 'connection-behind' && (wait.notBefore ?? 0) <= now,
  );
  return new Set(often.flatMap(({ wait }) => wait.facets));
}

async function sleepUntilDue(tracked: Tracked, waits: readonly Wait[]): Promise<Set<Facet>> {
  const { rules, known, beatAt } = tracked;
  const { clients, signal, deadline } = rules;
  const now = clients.clock.now();
  if (signal.aborted) throw cancelled();
  if (now >= deadline) throw timeout(waits, rules);
  const entries = [...known.values()];
  const next = Math.min(...entries.map((entry) => entry.dueAt));
  await clients.clock.sleep(Math.max(0, Math.min(next, deadline, beatAt + HEARTBEAT_MS) - now), signal);
  // Whatever is due about now is looked at together: one shared read for each facet, never one for each waiter.
  const then = clients.clock.now();
  const due = entries.filter((entry) => entry.dueAt <= then + TOGETHER_MS);
  const facets = new Set(due.flatMap((entry) => entry.wait.facets));
  for (const entry of entries) {
    // What another wait reads anyway is looked at by then too.
    if (!due.includes(entry) && !entry.wait.facets.every((facet) => facets.has(facet))) continue;
    entry.looks += 1;
    entry.dueAt = dueAt(tracked, entry, then);
  }
  return facets;
}

/** A step that was sent and not done, and why. */
export interface Unsettled {
  readonly step: ReadyStep;
  readonly why: string;
  /** Its answer was lost: nobody knows whether it was executed. */
  readonly unanswered: boolean;
}

/**
 * The error of a run whose time is up, naming what was last seen and who has to move.
 * @param unsettled the step over which the time ran out, if there was one
 */
export function timeout(
  waits: readonly Wait[],
  rules: Pick<WaitRules, 'deadline' | 'journal'>,
  unsettled?: Unsettled,
): ActionError {
  const seconds = Math.round((rules.deadline - rules.journal.startedAt) / 1000);
  const open = waits.map((wait) => ({ what: `waiting for ${wait.what}`, said: lastSeen(wait) }));
  if (unsettled !== undefined) {
    const { step, why, unanswered } = unsettled;
    const what = unanswered ? `no clear answer to "${step.title}"` : `"${step.title}" did not succeed`;
    open.unshift({ what, said: why });
  }
  const [first] = open;
  const lines = open.map(({ what, said }) => (said === '' ? what : `${what}: ${said}`));
  return new ActionError('timeout', {
    cause: `Timed out after ${seconds} s: ${first?.what ?? 'the last step did not succeed in time'}`,
    ...(first === undefined || first.said === '' ? {} : { said: first.said }),
    fix:
      (unsettled?.unanswered === true ? suspectOf(unsettled.step) : undefined) ??
      'Run again to continue from here. If AWS or CockroachDB Cloud needs longer, raise timeout-seconds.',
    details: lines.length > 1 ? lines : [],
  });
}

function lastSeen({ seen, waitingOn }: Wait): string {
  return `Last seen: ${seen}; ${waitingOn}`;
}

/** What most likely keeps a step from being answered, where something is known for that. */
export function suspectOf(step: ReadyStep | undefined): string | undefined {
  return step?.action.kind === 'set-private-dns'
    ? 'Allow route53:AssociateVPCWithHostedZone in addition to ec2:ModifyVpcEndpoint, then run again: without it EC2 does not answer this call.'
    : undefined;
}
