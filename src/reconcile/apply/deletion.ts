import { readClaims, readMarks } from '../model/claims.ts';
import type { Of } from '../model/steps.ts';
import { asRead, changeEndpoint } from './network.ts';
import { type Applying, type Outcome, whileDecided } from './outcome.ts';

/** Deletes an endpoint. */
export function deleteEndpoint({ endpointId }: Of<'delete-endpoint'>, context: Applying): Promise<Outcome> {
  const tags = context.observed.endpoints.find((one) => one.id === endpointId)?.tags ?? {};
  // Written down first: the claims go with the endpoint, and what the Cloud lists of these clusters is looked at after
  // it.
  const own = readMarks(tags).filter((mark) => mark.nonce === context.journal.nonce);
  const ids = [...readClaims(tags).map((claim) => claim.clusterId), ...own.flatMap((mark) => mark.clusterIds)];
  context.journal.entries.push({ kind: 'releasing', endpointId, clusterIds: ids });
  const call = context.clients.ec2.deleteEndpoint(endpointId);
  const answer = whileDecided(
    'DeleteVpcEndpoints',
    call.then(() => 'done' as const),
  );
  return changeEndpoint(endpointId, answer, (endpoint) => ({
    ...endpoint,
    state: 'deleting',
    rawState: 'deleting',
    asRead: asRead(endpoint),
  }));
}

/** Deletes a group; where something still uses it, that is written down for the planner to wait or to give up. */
export async function deleteGroup({ groupId }: Of<'delete-group'>, { clients }: Applying): Promise<Outcome> {
  const answer = await clients.ec2.deleteGroup(groupId);
  if (answer.kind === 'in-use') {
    const result = { kind: 'in-use', why: answer.message } as const;
    return { kind: 'requeue', facets: ['endpoints', 'groups'], why: `${groupId} is still in use`, result };
  }
  return {
    kind: 'done',
    patch: (observed) => ({ ...observed, groups: observed.groups.filter((one) => one.id !== groupId) }),
  };
}
