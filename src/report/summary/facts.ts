import type { Operation } from '../../inputs/inputs.ts';
import type { SweepRow } from '../../operations/sweep/row.ts';
import type { Verdict } from '../../operations/verify.ts';
import type { ProbeResult } from '../../probe/types.ts';
import type { Observed } from '../../reconcile/model/observed.ts';
import type { Plan } from '../../reconcile/model/plan.ts';
import type { ConnectionReport } from '../../runner/outputs.ts';
import type { ActionError } from '../../support/errors.ts';
import type { Span } from '../run-log.ts';

/** What a summary shows. */
export interface SummaryFacts {
  readonly plan: Plan | undefined;
  readonly observed: Observed | undefined;
  /** Undefined where the inputs were wrong. */
  readonly operation: Operation | undefined;
  readonly environment: string;
  /** The endpoint was given by the input `endpoint-id`. */
  readonly attached: boolean;
  readonly region: string;
  /** Where CockroachDB Cloud is; undefined where the inputs were wrong. */
  readonly apiUrl: URL | undefined;
  /** The private connection of each cluster, as the outputs have it. */
  readonly reports: readonly ConnectionReport[];
  readonly spans: readonly Span[];
  /** Titles of the steps that were done. */
  readonly done: readonly string[];
  /** The same but for claims and marks, with what came of them: `Created VPC endpoint vpce-…`. */
  readonly changes: readonly string[];
  readonly changed: boolean;
  /** IDs of the endpoints and groups that the run made. */
  readonly created: ReadonlySet<string>;
  readonly dryRun: boolean;
  /** The run removes a private connection. */
  readonly departure: boolean;
  /** What a run that removes an environment did, in sentences; empty unless it ended. */
  readonly removal: readonly string[];
  /** What `sweep` did with each resource; undefined for other operations. */
  readonly swept: readonly SweepRow[] | undefined;
  /** What `verify` found; undefined for other operations. */
  readonly verdict: Verdict | undefined;
  readonly probes: readonly ProbeResult[];
  readonly totalMs: number;
  readonly error: ActionError | undefined;
  readonly errorLink: string;
}

/** Puts what most readers do not need under its title. */
export type Fold = (title: string, content: string) => string;
