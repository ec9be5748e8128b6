import { isDead } from '../aws/types.ts';
import { connectionMeaning, nameOf, type TrustedOwner } from '../cockroach/types.ts';
import { connectGoal } from '../inputs/goal.ts';
import type { ActionInputs } from '../inputs/inputs.ts';
import { type Listener, type LoopResult, reconcile } from '../reconcile/loop.ts';
import { type Journal, startJournal } from '../reconcile/model/journal.ts';
import type { ClusterView, Observed } from '../reconcile/model/observed.ts';
import { isAnyServiceUnknown, refusedActions } from '../reconcile/model/recall.ts';
import type { StepAction } from '../reconcile/model/steps.ts';
import type { Clients } from '../reconcile/observe.ts';
import { makePlan } from '../reconcile/plan/planner.ts';
import { ActionError, type ErrorCode, isActionError, isOwnFailure, oneLine } from '../support/errors.ts';
import { desiredOf, type OperationDeps, rulesOf } from './operation.ts';

/**
 * Makes the private path of each cluster, or mends it: the reconcile loop until nothing is left to do.
 * @throws ActionError for everything that stands in the way
 */
export async function ensure(request: ActionInputs, deps: OperationDeps): Promise<LoopResult> {
  const seen: { observed?: Observed } = {};
  const listener: Listener = {
    ...deps.listener,
    planned(plan, observed) {
      seen.observed = observed;
      deps.listener.planned(plan, observed);
    },
  };
  const journal = startJournal(deps.nonce, deps.started);
  const desired = desiredOf(request, connectGoal(request), deps.home);
  const rules = rulesOf(request, deps, { desired, journal, listener, plan: makePlan });
  const result = await reconcile(rules).catch(async (error: unknown) => {
    throw await explainDistrust(error, { observed: seen.observed, clients: deps.clients, journal });
  });
  if (request.trustedOwners === undefined || request.dryRun) return result;
  const observed = await withOwnerDetails(result.observed, deps.clients);
  deps.listener.planned(result.plan, observed);
  return { ...result, observed };
}

/** What a run saw and did before it failed. */
interface Evidence {
  readonly observed: Observed;
  readonly journal: Journal;
}

/** Failures that an account outside the trusted owners ends in, whichever way the service refuses it. */
const DISTRUST: readonly ErrorCode[] = [
  'service-not-visible',
  'connection-rejected',
  'connection-failed',
  'endpoint-failed',
  'cloud-refused',
  'timeout',
];

/** Tells a refusal for lack of trust apart from the rest, by looking at the trusted owners of the clusters. */
async function explainDistrust(
  error: unknown,
  { observed, clients: { cloud }, journal }: { observed: Observed | undefined; clients: Clients; journal: Journal },
): Promise<unknown> {
  if (!isActionError(error) || !DISTRUST.includes(error.code) || observed?.account === undefined) return error;
  for (const view of observed.clusters) {
    const cluster = view.matches.length === 1 ? view.matches[0] : undefined;
    if (cluster === undefined || cluster.serverless) continue;
    if (!mayBeDistrust(view, error.code, { observed, journal })) continue;
    const owners = await cloud.listTrustedOwners(cluster.id).catch(() => []);
    if (owners.length === 0 || owners.some((owner) => owner.accountId === '*' || owner.accountId === observed.account))
      continue;
    return new ActionError(
      'account-not-trusted',
      {
        cause: `AWS account ${observed.account} is not a trusted owner of cluster ${nameOf(cluster)}`,
        said: oneLine(error.message),
        fix: 'Add it with `trusted-owners: self` (the key then needs Cluster Admin), or have an admin of the cluster add it.',
      },
      { cause: error },
    );
  }
  return error;
}

/** Whether a failure may be for lack of trust by this cluster, as far as what was seen and done tells. */
function mayBeDistrust(view: ClusterView, code: ErrorCode, { observed, journal }: Evidence): boolean {
  if (observed.clusters.length > 1 && !isRefused(view, { observed, journal })) return false;
  if (code !== 'timeout' || isAnyServiceUnknown(journal)) return true;
  const ours = new Set(observed.endpoints.map((one) => one.id));
  return view.connections.some((one) => one.status === 'REJECTED' && ours.has(one.endpointId));
}

/** More entries than this are reported as the list tells them. */
const MOST_DETAILS = 25;

/** What the list said stands where the details cannot be read: the run itself is done by then. */
function keep(owner: TrustedOwner): (error: unknown) => TrustedOwner {
  return (error) => {
    if (isOwnFailure(error)) return owner;
    throw error;
  };
}

/** Reads each trusted owner by its ID once more: what the list says is confirmed entry by entry. */
async function withOwnerDetails(observed: Observed, { cloud }: Clients): Promise<Observed> {
  const clusters = await Promise.all(
    observed.clusters.map(async (view) => {
      const id = view.matches[0]?.id;
      if (id === undefined || view.owners === undefined || view.owners.length > MOST_DETAILS) return view;
      const owners = await Promise.all(
        view.owners.map((owner) => cloud.getTrustedOwner(id, owner.id).then((one) => one ?? owner, keep(owner))),
      );
      return { ...view, owners };
    }),
  );
  return { ...observed, clusters };
}

/**
 * Whether AWS or the Cloud refused something of this cluster: a call, its connection, or an endpoint for its service.
 */
function isRefused({ matches, services, connections }: ClusterView, { observed, journal }: Evidence): boolean {
  const names = services.flatMap((one) => one.name ?? []);
  const endpoints = observed.endpoints.filter((one) => names.includes(one.serviceName));
  const ids = endpoints.map((one) => one.id);
  const isAbout = (action: StepAction) =>
    ('clusterId' in action && matches.some((one) => one.id === action.clusterId)) ||
    ('serviceName' in action && names.includes(action.serviceName)) ||
    ('endpointId' in action && ids.includes(action.endpointId));
  return (
    refusedActions(journal).some(isAbout) ||
    endpoints.some((one) => isDead(one) || one.state === 'rejected') ||
    connections.some((one) => ids.includes(one.endpointId) && ['rejected', 'failed'].includes(connectionMeaning(one)))
  );
}
