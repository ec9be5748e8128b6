import { type IngressRule, isGone, type Source, sourceText } from '../../aws/types.ts';
import { isRemoved } from '../../cockroach/types.ts';
import type { ClusterView, Observed } from '../model/observed.ts';
import type { Of, StepKind } from '../model/steps.ts';
import { isSqlRule } from './rules.ts';

/**
 * True where the last reads show what a step was to do. Claims and marks aren't asked for: other rules read them.
 * @param action of a step whose answer was lost
 */
export function isShown<K extends StepKind>(action: Of<K>, observed: Observed): boolean {
  return SHOWN[action.kind as K](action, observed);
}

/** Whether a group lets a source in at the SQL port. */
export function letsIn({ groups }: Observed, groupId: string, source: Source): boolean {
  const group = groups.find((one) => one.id === groupId);
  return (group?.ingress ?? []).some(
    (rule) => isSqlRule(rule) && rule.source !== undefined && sourceText(rule.source) === sourceText(source),
  );
}

const endpointOf = ({ endpoints }: Observed, id: string) => endpoints.find((one) => one.id === id && !isGone(one));
const viewOf = ({ clusters }: Observed, clusterId: string): ClusterView | undefined =>
  clusters.find(({ failure, matches }) => failure === undefined && matches.some(({ id }) => id === clusterId));
const ruleText = ({ protocol, fromPort, toPort, from }: IngressRule) => [protocol, fromPort, toPort, from].join(' ');
const NEVER = () => false;

const SHOWN: { readonly [K in StepKind]: (action: Of<K>, observed: Observed) => boolean } = {
  'create-services': ({ clusterId }, observed) => (viewOf(observed, clusterId)?.services.length ?? 0) > 0,
  'create-group': ({ name, vpcId }, { groups }) => groups.some((one) => one.name === name && one.vpcId === vpcId),
  'authorize-ingress': ({ groupId, sources }, observed) => sources.every((one) => letsIn(observed, groupId, one)),
  'revoke-ingress': ({ groupId, rules }, { groups }) => {
    const group = groups.find(({ id }) => id === groupId);
    const left = new Set(group?.ingress.map(ruleText));
    return group !== undefined && rules.every((rule) => !left.has(ruleText(rule)));
  },
  // Its tags hold the claims of this run, which no other endpoint has.
  'create-endpoint': ({ tags }, { endpoints }) =>
    endpoints.some((one) => !isGone(one) && Object.entries(tags).every(([key, value]) => one.tags[key] === value)),
  'modify-endpoint': ({ endpointId, ...change }, observed) => {
    const endpoint = endpointOf(observed, endpointId);
    if (endpoint === undefined) return false;
    const has = [...endpoint.subnetIds, ...endpoint.groupIds];
    return (
      [...change.addSubnetIds, ...change.addGroupIds].every((id) => has.includes(id)) &&
      [...change.removeSubnetIds, ...change.removeGroupIds].every((id) => !has.includes(id))
    );
  },
  'set-private-dns': ({ endpointId, enabled }, observed) => endpointOf(observed, endpointId)?.privateDns === enabled,
  'delete-endpoint': ({ endpointId }, observed) => endpointOf(observed, endpointId) === undefined,
  'delete-group': ({ groupId }, { groups }) => groups.every(({ id }) => id !== groupId),
  connect: ({ clusterId, endpointId }, observed) =>
    viewOf(observed, clusterId)?.connections.some((one) => one.endpointId === endpointId && !isRemoved(one)) === true,
  disconnect: ({ clusterId, endpointId }, observed) =>
    viewOf(observed, clusterId)?.connections.every((one) => one.endpointId !== endpointId || isRemoved(one)) === true,
  trust: ({ clusterId, accountId }, observed) =>
    viewOf(observed, clusterId)?.owners?.some((one) => one.accountId === accountId) === true,
  untrust: ({ clusterId, owner }, observed) =>
    viewOf(observed, clusterId)?.owners?.every((one) => one.id !== owner.id) === true,
  claim: NEVER,
  unclaim: NEVER,
  mark: NEVER,
  unmark: NEVER,
};
