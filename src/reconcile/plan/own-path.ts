import { nameOf } from '../../cockroach/types.ts';
import { claimTags, planClaims } from '../membership/join.ts';
import { planSuperseded } from '../membership/replace.ts';
import type { Path } from '../model/plan.ts';
import { stepId } from '../model/steps.ts';
import { planBothSides, planStaleConnections } from './connections.ts';
import { type EndpointChoice, planCreation } from './endpoint.ts';
import { planGroups } from './groups.ts';
import { ownedGroup } from './owned-group.ts';
import { addStep, type PathDraft, postpone, SERVICE_FIRST } from './plan-draft.ts';
import { planPrivateDns } from './private-dns.ts';
import { planRepairs } from './repairs.ts';
import { draftPath, type ServiceGroup } from './service-group.ts';
import { sharers } from './shared.ts';

/** An endpoint that the action made or will make. */
export function planOwn(draft: PathDraft, group: ServiceGroup, choice: EndpointChoice): Path {
  const { endpoint, superseded } = choice;
  // What is replaced carries the claims until they are moved. Before there is an endpoint, another run may be making
  // it: the group has the claims of the run that made it.
  const owned =
    group.serviceName === undefined
      ? undefined
      : ownedGroup(draft.observed.groups, draft.desired.goal.vpcId, group.serviceName);
  const claimed = [endpoint ?? owned, ...superseded];
  const sharedWith = claimed.flatMap((one) => sharers(draft, one));
  const path = draftPath(draft, group, { choice, ownership: endpoint === undefined ? 'none' : 'ours' });
  const serviceMissing = group.service === undefined ? SERVICE_FIRST : undefined;
  const claims = claimTags(
    draft,
    path.members.map((one) => one.cluster),
  );
  const groups = planGroups(draft, group.serviceName, {
    sharedWith,
    after: serviceMissing,
    label: group.label,
    claims,
  });
  if (endpoint === undefined) {
    const trust = group.candidates.find((one) => one.trust !== undefined)?.trust;
    const after = serviceMissing ?? trust;
    const subnets = planCreation(draft, { group, groups, claims, superseded, after });
    planLater(draft, group);
    planSuperseded(draft, superseded, { heir: undefined, members: path.members });
    return { ...path, group: groups.owned, subnets: subnets?.subnets ?? [], subnetRule: subnets?.rule ?? '' };
  }
  const standing = planClaims(
    draft,
    endpoint,
    path.members.map((one) => one.cluster),
  );
  if (standing !== 'held-by-leaver') {
    const from = draft.steps.length;
    const zoneIds = group.service?.zoneIds ?? [];
    const mending = planRepairs(draft, endpoint, { zoneIds, groups, sharedWith });
    const settled = planBothSides(draft, endpoint, path.members) && !mending;
    planPrivateDns(draft, endpoint, { ownership: 'ours', settled, sharedWith, superseded });
    if (standing === 'unconfirmed') postpone(draft, from, 'AWS shows the claim of this run');
  }
  planSuperseded(draft, superseded, { heir: endpoint, members: path.members });
  return { ...path, group: groups.owned };
}

/** What follows once the endpoint is there, so that a dry run shows the whole way. */
function planLater(draft: PathDraft, group: ServiceGroup): void {
  for (const { view, cluster } of group.candidates) {
    planStaleConnections(draft, { view, cluster, connection: undefined, trust: undefined });
    addStep(draft, {
      id: stepId.connectNew(cluster.id),
      title: `connect cluster ${nameOf(cluster)} to the new VPC endpoint`,
      action: { kind: 'connect', clusterRef: view.ref, clusterId: cluster.id, endpointId: undefined },
      after: 'the endpoint exists',
    });
  }
  if (!draft.desired.privateDns) return;
  addStep(draft, {
    id: stepId.dnsOnNew(group.serviceName ?? group.label),
    title: 'turn on private DNS for the new VPC endpoint',
    action: { kind: 'set-private-dns', endpointId: undefined, enabled: true },
    after: 'the endpoint and its connections are available',
  });
}
