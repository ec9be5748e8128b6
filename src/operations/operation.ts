import type { ActionInputs } from '../inputs/inputs.ts';
import type { Listener, LoopRules } from '../reconcile/loop.ts';
import type { Desired } from '../reconcile/model/desired.ts';
import { type Goal, isLeaving } from '../reconcile/model/goal.ts';
import type { Clients } from '../reconcile/observe.ts';
import type { Moment } from '../support/moment.ts';

/** What an operation is given besides the request: every effect that it has. */
export interface OperationDeps {
  readonly clients: Clients;
  readonly signal: AbortSignal;
  readonly listener: Listener;
  /** When all waits must be over, by the run's own clock. */
  readonly deadline: number;
  readonly started: Moment;
  /** Unique to this run. */
  readonly nonce: string;
  /** Where the workflow runs; with the environment and the cluster the key of ownership. */
  readonly home: { readonly serverUrl: string; readonly repositoryId: string };
}

/** The rules of a loop that an operation runs, as far as the request decides them. */
export function rulesOf(
  request: ActionInputs,
  { clients, signal, deadline, listener }: OperationDeps,
  own: Pick<LoopRules, 'desired' | 'journal' | 'plan'> & Partial<LoopRules>,
): LoopRules {
  return { clients, signal, deadline, listener, wait: request.wait, dryRun: request.dryRun, ...own };
}

/** The request as the reconciler sees it. */
export function desiredOf<G extends Goal>(request: ActionInputs, goal: G, home: OperationDeps['home']): Desired<G> {
  return {
    goal,
    clusters: request.clusters,
    region: request.region,
    subnetIds: request.subnetIds,
    securityGroupIds: request.securityGroupIds,
    allowedCidrs: request.allowedCidrs,
    allowedSecurityGroupIds: request.allowedSecurityGroupIds,
    privateDns: request.privateDns,
    trustedOwners: isLeaving(goal) ? undefined : request.trustedOwners,
    tags: request.tags,
    allowedAccountIds: request.allowedAccountIds,
    owner: { ...home, environment: request.environment },
    readLagMs: request.readLagMs,
    decisionMs: request.decisionMs,
  };
}
