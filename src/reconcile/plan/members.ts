import { type Connection, connectionText, nameOf } from '../../cockroach/types.ts';
import type { ClusterView } from '../model/observed.ts';
import type { Member } from '../model/plan.ts';
import { stepId } from '../model/steps.ts';

/** The connection of a cluster to an endpoint, undefined if it is not listed. */
export function connectionOf(view: ClusterView, endpointId: string | undefined): Connection | undefined {
  return endpointId === undefined ? undefined : view.connections.find((one) => one.endpointId === endpointId);
}

/** The step that removes the Cloud's entry for an endpoint from a cluster. */
export function disconnectStep(member: Member, endpointId: string) {
  const connection = connectionOf(member.view, endpointId);
  const status = connection === undefined ? '' : connectionText(connection).toLowerCase();
  return {
    id: stepId.disconnect(member.cluster.id, endpointId),
    title: `remove the ${status} connection of ${endpointId} from cluster ${nameOf(member.cluster)}`.replace('  ', ' '),
    action: { kind: 'disconnect', clusterRef: member.view.ref, clusterId: member.cluster.id, endpointId } as const,
  };
}
