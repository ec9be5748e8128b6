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
  available: { from: 60, until: 150, every: 2.8 },
  'private-dns': { from: 30, until: 300, every: 3.4 },
  connection: { from: 0, until: 60, every: 3 },
  // Nothing is acted on before the endpoint itself has moved, which is watched for its own sake.
  'connection-behind': { from: 0, until: Number.POSITIVE_INFINITY, every: 180 },
  deletion: { from: 10, until: 180, every: 3 },
};

/** Changes that AWS makes by itself. */
const OF_AWS: ReadonlySet<ChangeKind> = new Set(['available', 'private-dns', 'deletion']);

/** After the usual span the looks become rarer, up to this. */
const SLOWEST = 10;

/**
 * How AWS has been so far in this run: its changes have something in common. Where one came long before its usual time,
 * the next will too, and where one took its time, it is not worth looking for the next at once. That the Cloud accepts
 * at once says nothing of AWS: such endpoints take one to two minutes all the same.
 */
export type Pace = 'unknown' | 'quick' | 'usual';

/** A change that has not come in so many seconds is hardly one of a quick world. */
const EARLY = 4;
/** Before the usual span the first look comes after so many seconds, and each further one doubles the time waited. */
const FIRST = { aws: 2, cloud: 1 };
/**
 * The same where AWS is quick: while a change would be early, and later; so that ten seconds hold some twenty looks.
 */
const QUICK = { first: 0.25, early: 0.25, later: 0.15 };

/** The beginning of a wait in seconds, and how many requests it may take. */
const BEGINNING = 10;
const REQUESTS = 25;
/** No wait is looked at sooner, and no pause is shorter than this share of it: the jitter of waiting.ts. */
const SOONEST = 0.25;
const SHORTEST = 0.95;

/** When to look: what for, since how many seconds, how AWS has been, and how many requests one look takes. */
export interface Looking {
  /** Undefined for what is none of the long waits: looked at soon, then ever less often. */
  readonly kind: ChangeKind | undefined;
  readonly age: number;
  readonly pace: Pace;
  readonly requests: number;
}

/**
 * Seconds until the next look at something that is waited for; without jitter. The first ten seconds take at most 25
 * requests, or one look where that alone takes more.
 */
export function nextLook({ kind, age, pace, requests }: Looking): number {
  const calm = calmLook(kind, age, pace);
  if (age >= BEGINNING) return calm;
  const untilOver = (BEGINNING - age) / SHORTEST + 0.1;
  return Math.max(calm, Math.min(age * leastStride(requests), untilOver));
}

/** The share of the time waited so far that the next pause takes at least, so that no more looks fit in. */
function leastStride(requests: number): number {
  const looks = Math.max(1, Math.floor(REQUESTS / requests));
  return (((1.1 * BEGINNING) / SOONEST) ** (1 / looks) - 1) / SHORTEST;
}

function calmLook(kind: ChangeKind | undefined, age: number, pace: Pace): number {
  if (kind === undefined) return clamp(age * 0.12, 0.3, 5);
  const { from, until, every } = USUAL[kind];
  if (age >= until) return clamp(every + (age - until) * 0.05, every, SLOWEST);
  if (kind === 'connection-behind') return every;
  // The endpoint has just become available, and the connection follows from that.
  if (kind === 'connection') return clamp(age, 1.5, every);
  const isOfAws = OF_AWS.has(kind);
  if (isOfAws && pace === 'quick') return clamp(age * (age < EARLY ? QUICK.early : QUICK.later), QUICK.first, every);
  if (age >= from) return every;
  const rest = Math.max(from - age, every);
  // The Cloud often accepts at once, however long it took to make its service.
  if (pace === 'usual' && kind !== 'acceptance') return rest;
  return clamp(age, isOfAws ? FIRST.aws : FIRST.cloud, rest);
}

/** What a change that showed after `age` seconds says of AWS. */
export function paceOf(kind: ChangeKind | undefined, age: number, before: Pace): Pace {
  if (kind === undefined || kind === 'connection' || kind === 'connection-behind') return before;
  const { from } = USUAL[kind];
  if (age >= from) return 'usual';
  if (!OF_AWS.has(kind)) return before;
  return age < from / 2 ? 'quick' : 'unknown';
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
