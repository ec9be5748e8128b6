import { ActionError, cancelled } from '../support/errors.ts';
import type { RunJournal } from './model/journal.ts';
import type { Facet } from './model/observed.ts';
import { type Wait, waitKey } from './model/plan.ts';
import type { ReadyStep } from './model/steps.ts';
import type { Clients } from './observe.ts';
import { looksPromising, nextLook, type Pace, paceOf } from './poll-schedule.ts';

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

/** Keeps the waits of a run: tells when one begins, changes or ends, beats, and decides when to look again. */
export function trackWaits(rules: WaitRules) {
  const { clients, listener, signal, deadline, journal } = rules;
  const known = new Map<string, Entry>();
  let pace: Pace = 'unknown';
  let beatAt = 0;

  /** Takes note of what is waited for now, and tells what began, changed or ended. */
  function update(waits: readonly Wait[]): void {
    const now = clients.clock.now();
    for (const [id, entry] of known) {
      if (waits.some((wait) => waitKey(wait) === id)) continue;
      known.delete(id);
      pace = paceOf(entry.wait.change, (now - entry.changedAt) / 1000, pace);
      const facets = entry.wait.readAfterwards ?? [];
      if (facets.length > 0) journal.entries.push({ kind: 'settled', facets, at: now });
      listener.waiting(entry.wait, undefined, now - entry.since);
    }
    for (const wait of waits) {
      const entry = known.get(waitKey(wait));
      if (entry?.wait.seen === wait.seen && entry.wait.change === wait.change) {
        entry.wait = wait;
        continue;
      }
      if (entry !== undefined) pace = paceOf(entry.wait.change, (now - entry.changedAt) / 1000, pace);
      const fresh = { wait, since: entry?.since ?? now, changedAt: now, dueAt: now, looks: 0 };
      fresh.dueAt = dueAt(fresh, now);
      known.set(waitKey(wait), fresh);
      if (entry?.wait.seen !== wait.seen) listener.waiting(wait, wait.seen, now - fresh.since);
    }
    if (now >= beatAt + HEARTBEAT_MS) {
      const real = waits.filter((wait) => wait.kind !== 'confirm');
      const shown = real.length > 0 ? real : waits;
      if (beatAt > 0 && shown.length > 0) listener.heartbeat(shown, now - journal.startedAt, deadline - now);
      beatAt = now;
    }
  }

  /** With jitter, so that runs started together spread out. */
  function dueAt({ wait, changedAt, looks }: Entry, now: number): number {
    if (wait.kind === 'confirm' && looks === 0) return Math.max(now, wait.notBefore ?? 0);
    const calm = nextLook(wait.change, (now - changedAt) / 1000, pace) * 1000;
    return Math.max(now + calm * (0.95 + 0.1 * Math.random()), wait.notBefore ?? 0);
  }

  return {
    update,
    /** Sleeps until the next look is due and returns the facets to look at. */
    async sleep(waits: readonly Wait[]): Promise<Set<Facet>> {
      const now = clients.clock.now();
      if (signal.aborted) throw cancelled();
      if (now >= deadline) throw timeout(waits, rules);
      const entries = [...known.values()];
      const next = Math.min(...entries.map((entry) => entry.dueAt));
      await clients.clock.sleep(Math.max(0, Math.min(next, deadline, beatAt + HEARTBEAT_MS) - now), signal);
      // Whatever is due about now is looked at together: one shared read for each facet, never one for each waiter.
      const then = clients.clock.now();
      const due = entries.filter((entry) => entry.dueAt <= then + TOGETHER_MS);
      if (due.some(({ wait, changedAt }) => looksPromising(wait.change, (then - changedAt) / 1000, pace)))
        due.push(...entries.filter((entry) => entry.wait.change === 'connection-behind' && !due.includes(entry)));
      const facets = new Set(due.flatMap((entry) => entry.wait.facets));
      for (const entry of entries) {
        // What another wait reads anyway is looked at by then too.
        if (!due.includes(entry) && !entry.wait.facets.every((facet) => facets.has(facet))) continue;
        entry.looks += 1;
        entry.dueAt = dueAt(entry, then);
      }
      return facets;
    },
  };
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
  const lines = waits.map((wait) => `waited for ${wait.what}: last seen ${wait.seen}; ${wait.waitingOn}`);
  if (unsettled !== undefined) {
    const { step, why, unanswered } = unsettled;
    lines.unshift(unanswered ? `no answer came to "${step.title}"` : `"${step.title}" did not succeed: ${why}`);
  }
  return new ActionError('timeout', {
    cause: `The time of ${seconds} s is up; ${lines[0] ?? 'the last step did not succeed in time'}`,
    fix:
      (unsettled?.unanswered === true ? suspectOf(unsettled.step) : undefined) ??
      'Run again, it goes on from here; raise timeout-seconds if the other side is merely slow.',
    details: lines.length > 1 ? lines : [],
  });
}

/** What most likely keeps a step from being answered, where something is known for that. */
export function suspectOf(step: ReadyStep | undefined): string | undefined {
  return step?.action.kind === 'set-private-dns'
    ? 'EC2 hangs here where a permission is missing: allow route53:AssociateVPCWithHostedZone beside ec2:ModifyVpcEndpoint, then run again.'
    : undefined;
}
