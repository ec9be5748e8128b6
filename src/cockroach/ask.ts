import type { Limit } from '../support/moment.ts';
import type { Progress } from '../support/progress.ts';
import type { RetryRules } from '../support/retry.ts';
import { cloudReason } from './errors.ts';

/** How long a request may take, in milliseconds: one try, and until no more are made. */
export interface Patience {
  readonly tryMs: number;
  readonly budgetMs: number;
}

/** One request to the Cloud API. */
export interface CloudAsk {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** For messages. */
  readonly name: string;
  /** Whether the API key goes with it. */
  readonly keyed: boolean;
  /** Whether the body of a 2xx answer can be the API's; what is not says nothing of what is there. */
  isAnswer(body: string): boolean;
  readonly body?: string;
  /** How long it may take where that is less than for others: one try, and all of them together (milliseconds). */
  readonly patience?: Patience | undefined;
  /** How long the decision behind it holds. */
  readonly limit?: Limit | undefined;
}

/** How the log calls a request, and its tries that failed. */
export function tellingOf({ name }: CloudAsk, progress: Progress | undefined): NonNullable<RetryRules['telling']> {
  // `GET private-endpoint-services`: short enough for a line.
  const short = name.replace(/\/(api\/v1\/)?(clusters\/[^/]+\/(networking\/)?)?(?=\w)/, '').replace(/\/.*/, '');
  return { progress, what: `CockroachDB Cloud ${short}`, why: cloudReason };
}
