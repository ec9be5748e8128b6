import type { Observed } from '../reconcile/model/observed.ts';
import type { StepAction } from '../reconcile/model/steps.ts';
import { series } from '../support/text.ts';

/** What a run that removes an environment did, from the steps that it took; each part a noun phrase. */
export interface Removed {
  readonly deleted: readonly string[];
  readonly released: readonly string[];
}

/** What was deleted and what was released, in the order of the steps; an endpoint that was deleted took its claims with it. */
export function removedBy(actions: readonly StepAction[], observed: Observed | undefined): Removed {
  const deleted: string[] = [];
  const released: string[] = [];
  const endpoints = new Set(
    actions.flatMap((action) => (action.kind === 'delete-endpoint' ? [action.endpointId] : [])),
  );
  for (const action of actions) {
    if (action.kind === 'delete-endpoint') deleted.push(`VPC endpoint ${action.endpointId}`);
    if (action.kind === 'delete-group') deleted.push(`security group ${action.groupId}`);
    if (action.kind === 'disconnect')
      deleted.push(`the connection of cluster ${nameOf(action.clusterId, observed)} to ${action.endpointId}`);
    if (action.kind === 'unclaim' && !endpoints.has(action.endpointId))
      released.push(`the claim on VPC endpoint ${action.endpointId}`);
  }
  return { deleted, released };
}

function nameOf(clusterId: string, observed: Observed | undefined): string {
  const clusters = observed?.clusters.flatMap((view) => view.matches) ?? [];
  return clusters.find((one) => one.id === clusterId)?.name || clusterId;
}

/**
 * The sentences that say what was removed, and whose connections were not looked at.
 * @param environment whose claims were removed; undefined where the run named an endpoint in place of one
 */
export function removalLines(
  actions: readonly StepAction[],
  { observed, environment }: { observed: Observed | undefined; environment: string | undefined },
): string[] {
  const { deleted, released } = removedBy(actions, observed);
  const whose = environment === undefined ? '' : ` for environment ${environment}`;
  return [
    ...(actions.length === 0 ? ['Nothing was deleted.'] : []),
    ...(deleted.length === 0 ? [] : [`Deleted${whose}: ${series(deleted)}`]),
    ...(released.length === 0 ? [] : [`Released${whose}: ${series(released)}`]),
    ...unreadLines(observed),
  ];
}

/**
 * What was not looked at: without a cluster in a claim or in the inputs there is nothing to ask CockroachDB Cloud for.
 */
function unreadLines(observed: Observed | undefined): string[] {
  if (observed === undefined || observed.clusters.length > 0) return [];
  return [
    'Connections at CockroachDB Cloud were not checked: no claim of this environment names a cluster. Set cluster to have them checked.',
  ];
}
