import type { Made } from './made.ts';
import type { Place } from './place.ts';
import type { Raw } from './raw.ts';

/** One thing that was seen, in words that hold no name, ID or text of others: the sheet is for sharing. */
export interface Answer {
  /** ID of docs/status.md, or of `ALSO` in sheet.ts. */
  readonly row: string;
  /** `409`, `OperationInProgress`: what the row's `known` is compared with. */
  readonly value: string;
  /** A sentence or two for people. */
  readonly says: string;
  /** Numbers of the exchanges that show it. */
  readonly exchanges: readonly number[];
  /** What was measured, in seconds, by what it is. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** One way in which the services may answer, and what the project makes of it. */
export interface KnownAnswer {
  readonly value: string | ((value: string) => boolean);
  /** What a run of the action does then; undefined: it has no way to go on. */
  readonly action: string | undefined;
  /** How the sandbox does it: a setting and its value, or `always`; undefined: it can't. */
  readonly sandbox: string | undefined;
}

export interface KnownRow {
  /** The answer that docs/status.md expects; undefined where the page leaves it open. */
  readonly expected?: string | ((value: string) => boolean);
  readonly answers: readonly KnownAnswer[];
}

/** What a question is asked with. */
export interface Asking {
  readonly place: Place;
  readonly raw: Raw;
  readonly made: Made;
}

/** What a question would be about, before anything is made. */
type Ground = Pick<Place, 'cluster' | 'service' | 'vpcDns'>;

/**
 * One question to the real services. Whatever it makes goes through `made`, which removes it again at the end, after an
 * error and after a signal.
 */
export interface Question<Seen = unknown> {
  /** What `--ask` takes. */
  readonly id: string;
  /** What it asks, as a sentence. */
  readonly asks: string;
  /** Rows of the sheet that it answers, with the answers that the project knows. */
  readonly rows: Readonly<Record<string, KnownRow>>;
  /** What it makes, as a sentence. */
  readonly makes: string;
  /** How many VPC endpoints it creates, in one zone each: what it costs. */
  readonly endpoints: number;
  /** How long it takes, as a guess. */
  readonly minutes: number;
  /** How it is undone, as a sentence. */
  readonly undone: string;
  /** It can't be undone: `--ask all` leaves it out. */
  readonly lasting?: true;
  /** Why it can't be asked here; undefined where it can. */
  unfit?(ground: Ground): string | undefined;
  /** Sends its requests. */
  look(asking: Asking): Promise<Seen>;
  /** What was seen, as answers. Pure. */
  judge(seen: Seen, ground: Ground): readonly Answer[];
}

/** A question whose types fit together, as one of many. */
export function question<Seen>(one: Question<Seen>): Question {
  return one as unknown as Question;
}

/** A known answer, in short. */
export function known(
  value: KnownAnswer['value'],
  action: string | undefined,
  sandbox: string | undefined,
): KnownAnswer {
  return { value, action, sandbox };
}
