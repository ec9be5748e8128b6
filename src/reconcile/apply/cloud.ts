import { classifyCloudError, isLastingRefusal, meaningOfCloud } from '../../cockroach/errors.ts';
import { isActionError } from '../../support/errors.ts';
import type { Goal } from '../model/goal.ts';
import type { Observed } from '../model/observed.ts';
import { createdEndpoints } from '../model/recall.ts';
import type { Of } from '../model/steps.ts';
import { limitOf } from './decided.ts';
import { type Applying, type Outcome, outdated, PROPAGATION_MS } from './outcome.ts';

/** Asks for the endpoint services of an Advanced cluster. */
export async function createServices(action: Of<'create-services'>, { clients }: Applying): Promise<Outcome> {
  const services = await clients.cloud.createServices(action.clusterId);
  return {
    kind: 'done',
    patch: (observed) =>
      patchCluster(observed, action.clusterRef, (view) => ({
        ...view,
        services: services.length > 0 ? services : view.services,
      })),
  };
}

/** Adds the endpoint to the cluster. One that the Cloud does not see is new, or is gone by now. */
export async function connect(action: Of<'connect'>, context: Applying): Promise<Outcome> {
  const { clients, journal } = context;
  const facet = `connections:${action.clusterRef}` as const;
  const created = createdEndpoints(journal).find(({ endpoint }) => endpoint.id === action.endpointId);
  try {
    const connection = await clients.cloud.addConnection(action.clusterId, action.endpointId);
    if (connection === undefined) {
      return {
        kind: 'requeue',
        facets: [facet],
        why: 'CockroachDB Cloud reports that the connection already exists',
        result: { kind: 'done' },
      };
    }
    const shown = {
      ...connection,
      endpointId: action.endpointId,
      status: connection.rawStatus === '' ? ('PENDING' as const) : connection.status,
    };
    return {
      kind: 'done',
      patch: (observed) =>
        patchCluster(observed, action.clusterRef, (view) => ({
          ...view,
          connections: [...view.connections.filter((one) => one.endpointId !== action.endpointId), shown],
        })),
    };
  } catch (error) {
    const young = created !== undefined && clients.clock.now() - created.at < PROPAGATION_MS;
    if (!isActionError(error) || meaningOfCloud(error.cause) !== 'endpoint-unknown') throw error;
    // The Cloud looks the endpoint up at AWS: one that was just made may not be visible yet, any other may be gone by
    // now.
    if (!young) return outdated(action.endpointId, error, context);
    return {
      kind: 'requeue',
      facets: [facet, 'endpoints'],
      why: `CockroachDB Cloud does not see the new endpoint yet (${error.message})`,
    };
  }
}

/** Whether a refusal to disconnect a cluster keeps the run from the rest of its goal. */
const GOES_ON: Readonly<Record<Goal['kind'], boolean>> = {
  'make-path': false,
  'attach-endpoint': false,
  'trusted-owners-only': false,
  'detach-endpoint': false,
  'leave-environment': true,
  'leave-endpoint': true,
  'leave-group': true,
};

/**
 * Removes a connection. Where a path is left, a refusal that stands is written down for the planner, so that the AWS
 * side goes all the same, and a cluster that stays locked past the decision time is decided on anew.
 */
export async function disconnect(action: Of<'disconnect'>, context: Applying): Promise<Outcome> {
  const { clients, desired } = context;
  const facets = [`connections:${action.clusterRef}`, 'endpoints'] as const;
  try {
    await clients.cloud.deleteConnection(action.clusterId, action.endpointId, limitOf(action, context));
  } catch (error) {
    if (!isActionError(error) || !GOES_ON[desired.goal.kind]) throw error;
    const locked = classifyCloudError(error.cause, 0).failure === 'throttled';
    if (!isLastingRefusal(error) && !locked) throw error;
    const result = isLastingRefusal(error) ? ({ kind: 'refused', error } as const) : ({ kind: 'not-done' } as const);
    return { kind: 'requeue', facets, why: error.message, result };
  }
  return {
    kind: 'done',
    patch: (observed) =>
      patchCluster(observed, action.clusterRef, (view) => ({
        ...view,
        connections: view.connections.map((one) =>
          one.endpointId === action.endpointId ? { ...one, status: 'DELETING' } : one,
        ),
      })),
  };
}

/** Adds a trusted owner. */
export async function trust(action: Of<'trust'>, { clients }: Applying): Promise<Outcome> {
  const facet = `owners:${action.clusterRef}` as const;
  const owner = await clients.cloud.addTrustedOwner(action.clusterId, action.accountId);
  if (owner === undefined) {
    const why = `AWS account ${action.accountId} is already trusted`;
    return { kind: 'requeue', facets: [facet], why, result: { kind: 'done' } };
  }
  return {
    kind: 'done',
    patch: (observed) =>
      patchCluster(observed, action.clusterRef, (view) => ({ ...view, owners: [...(view.owners ?? []), owner] })),
  };
}

/** Removes a trusted owner. */
export async function untrust(action: Of<'untrust'>, context: Applying): Promise<Outcome> {
  await context.clients.cloud.removeTrustedOwner(action.clusterId, action.owner.id, limitOf(action, context));
  return {
    kind: 'done',
    patch: (observed) =>
      patchCluster(observed, action.clusterRef, (view) => ({
        ...view,
        owners: (view.owners ?? []).filter((one) => one.id !== action.owner.id),
      })),
  };
}

function patchCluster(
  observed: Observed,
  ref: string,
  change: (view: Observed['clusters'][number]) => Observed['clusters'][number],
): Observed {
  return { ...observed, clusters: observed.clusters.map((view) => (view.ref === ref ? change(view) : view)) };
}
