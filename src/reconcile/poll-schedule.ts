import type { ChangeKind } from './model/plan.ts';

/**
 * When a change of each kind usually shows, in seconds after the wait for it began, and how often to look during that
 * span. AWS and CockroachDB Cloud document no times; these are what their users report: acceptance takes about a minute
 * or less, an accepted endpoint one to two minutes, private DNS less than five.
 * Longer spans are looked at less often, so that the number of looks stays small where the end is hard to foresee.
 */
const USUAL: Readonly<Record<ChangeKind, { from: number; until: number; every: number }>> = {
  cluster: { from: 60, until: 1_800, every: 10 },
  service: { from: 20, until: 300, every: 3.5 },
  acceptance: { from: 20, until: 75, every: 2.7 },
  available: { from: 60, until: 150, every: 2.7 },
  'private-dns': { from: 30, until: 300, every: 3.4 },
  connection: { from: 0, until: 60, every: 2 },
  // Nothing is acted on before the endpoint itself has moved, which is watched for its own sake.
  'connection-behind': { from: 0, until: Number.POSITIVE_INFINITY, every: 180 },
  deletion: { from: 10, until: 180, every: 3 },
};

/** After the usual span the looks become rarer, up to this. */
const SLOWEST = 10;

/**
 * How the world has been so far in this run. Changes have something in common: where one came long before its usual
 * time, the next will too, and where one took its time, it is not worth looking for the next at once.
 */
export type Pace = 'unknown' | 'quick' | 'usual';

/** A change that has not come in so many seconds is hardly one of a quick world. */
const EARLY = 4;
/** Before the usual span, each further look comes after this share of the time waited so far: early, and later. */
const STRIDE = { unknown: { early: 0.6, later: 1 }, quick: { early: 0.04, later: 0.1 } } as const;
const FIRST_LOOK = { unknown: 1, quick: 0.08 } as const;

/**
 * Seconds until the next look at something that has been waited for since `age` seconds; without jitter.
 * @param kind undefined for what is none of the long waits: looked at soon, then ever less often
 */
export function nextLook(kind: ChangeKind | undefined, age: number, pace: Pace): number {
  if (kind === undefined) return clamp(age * 0.12, 0.3, 5);
  const { from, until, every } = USUAL[kind];
  if (age >= until) return clamp(every + (age - until) * 0.05, every, SLOWEST);
  if (kind === 'connection-behind') return every;
  // The endpoint has just become available, and the connection follows from that.
  if (kind === 'connection') return clamp(age * 0.5, 0.25, every);
  const part = age < EARLY ? 'early' : 'later';
  if (pace === 'quick') return clamp(age * STRIDE.quick[part], FIRST_LOOK.quick, every);
  if (age >= from) return every;
  const rest = Math.max(from - age, every);
  if (pace === 'usual') return rest;
  return clamp(age * STRIDE.unknown[part], FIRST_LOOK.unknown, rest);
}

/**
 * Whether a look at an endpoint may well show it available, so that its connection is read beside it. Only the few
 * early looks: what is watched for long, or at short intervals, would cost the Cloud API twice as many requests.
 * @param age seconds since the wait for it began
 */
export function looksPromising(kind: ChangeKind | undefined, age: number, pace: Pace): boolean {
  return kind === 'available' && pace === 'unknown' && age < EARLY;
}

/** What a change that showed after `age` seconds says of the world. */
export function paceOf(kind: ChangeKind | undefined, age: number, before: Pace): Pace {
  if (kind === undefined || kind === 'connection' || kind === 'connection-behind') return before;
  const { from } = USUAL[kind];
  return age < from / 2 ? 'quick' : age < from ? 'unknown' : 'usual';
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
