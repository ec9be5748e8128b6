import type { Endpoint } from '../../aws/types.ts';
import { type Connection, connectionMeaning, connectionText, nameOf } from '../../cockroach/types.ts';
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
  const name = nameOf(member.cluster);
  const serves = connection !== undefined && ['pending', 'available'].includes(connectionMeaning(connection));
  return {
    id: stepId.disconnect(member.cluster.id, endpointId),
    title:
      connection === undefined || serves
        ? `disconnect cluster ${name} from ${endpointId}`
        : `remove the ${connectionText(connection).toLowerCase()} connection of cluster ${name} to ${endpointId}`,
    action: { kind: 'disconnect', clusterRef: member.view.ref, clusterId: member.cluster.id, endpointId } as const,
  };
}

/** What the step that deletes an endpoint says: with its state, where that is the reason. */
export function deletionTitle({ id, state, rawState }: Endpoint): string {
  return `delete VPC endpoint ${id}${state === 'available' ? '' : ` (${rawState})`}`;
}
