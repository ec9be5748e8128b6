import type { Endpoint, Group } from '../../aws/types.ts';
import type { ActionError } from '../../support/errors.ts';
import type { Moment, WallTime } from '../../support/moment.ts';
import type { Facet } from './observed.ts';
import type { ReadyStep } from './steps.ts';

/**
 * What this run did, and what its reads showed it over time, in the order in which it happened: the only thing that the
 * planner knows beside the last reads. Only appended to; what follows from it is in recall.ts. Times are the run's own
 * unless they say more.
 */
export interface Journal {
  /** Unique to the run; written into its claims and marks. */
  readonly nonce: string;
  readonly startedAt: number;
  readonly startedAtWall: WallTime;
  readonly entries: readonly Entry[];
}

/** The journal as the loop writes it. */
export interface RunJournal extends Journal {
  readonly entries: Entry[];
}

export type Entry = CallEntry | NoteEntry;

/** A call of a step that has ended, one way or another. */
export interface CallEntry {
  readonly kind: 'call';
  readonly step: Pick<ReadyStep, 'id' | 'action'>;
  /** When it ended. */
  readonly at: Moment;
  readonly result: Result;
}

/** What came of a call. */
export type Result =
  /** Done, by this call or before it. */
  | { readonly kind: 'done'; readonly endpoint?: Endpoint; readonly groups?: readonly Group[] }
  /** The answer was lost: it may have taken effect. */
  | { readonly kind: 'unanswered' }
  /** Not done, and to be decided again. */
  | { readonly kind: 'not-done' }
  /** Decided too long ago to be sent. */
  | { readonly kind: 'not-sent' }
  /** Failed; the run ends with it. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Refused for good, and the run goes on all the same. */
  | { readonly kind: 'refused'; readonly error: ActionError }
  /** The private DNS name is held by an endpoint that may not show it. */
  | { readonly kind: 'name-held'; readonly error: ActionError }
  /** The cluster is locked. */
  | { readonly kind: 'locked' }
  /** The endpoint is not as reads show it; `shown`: how they show it. */
  | { readonly kind: 'outdated'; readonly shown: string }
  /** Something still uses the security group, in EC2's words. */
  | { readonly kind: 'in-use'; readonly why: string }
  /** The creation token is taken, after so many other tokens; `spent`: by an endpoint that is deleted. */
  | { readonly kind: 'token-taken'; readonly salt: number; readonly spent: boolean }
  /** EC2 does not know a source group of a rule. */
  | { readonly kind: 'source-unknown' }
  /** EC2 does not know the endpoint service. */
  | { readonly kind: 'service-unknown' }
  /** EC2 does not offer the service in a zone that its list has. */
  | { readonly kind: 'zone-refused'; readonly serviceName: string; readonly zone: string };

type NoteEntry =
  /** A leaving mark begins to be written, by the value of its tag. */
  | { readonly kind: 'marking'; readonly value: string; readonly at: Moment }
  /** The claims of these clusters are given up: they, or their endpoint, begin to be removed. */
  | { readonly kind: 'releasing'; readonly endpointId: string; readonly clusterIds: readonly string[] }
  /** A wait is over, and these reads may show something else since. */
  | { readonly kind: 'settled'; readonly facets: readonly Facet[]; readonly at: number }
  /** The time for optional waits is over. */
  | { readonly kind: 'out-of-patience' }
  /** A cluster is being created, or has been. */
  | { readonly kind: 'cluster'; readonly clusterId: string; readonly isCreating: boolean; readonly at: number }
  /** A connected cluster has no private host name, or has it. */
  | { readonly kind: 'host-name'; readonly clusterId: string; readonly isMissing: boolean; readonly at: number }
  /** A claim of this run's owner stands on an endpoint, or does no more. */
  | {
      readonly kind: 'claim';
      readonly endpointId: string;
      readonly key: string;
      readonly stands: boolean;
      readonly at: WallTime;
    }
  /** Something removed a tag that this run had written. */
  | { readonly kind: 'tag-lost'; readonly resourceId: string; readonly key: string; readonly at: number };

/** A journal with nothing in it. @param nonce unique to the run */
export function startJournal(nonce: string, started: Moment): RunJournal {
  return { nonce, startedAt: started.mono, startedAtWall: started.wall, entries: [] };
}
