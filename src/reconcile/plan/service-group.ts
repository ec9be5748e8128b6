import { type NamedService, nameOf } from '../../cockroach/types.ts';
import { joinShort } from '../../support/text.ts';
import type { Path } from '../model/plan.ts';
import type { Candidate } from './clusters.ts';
import type { EndpointChoice } from './endpoint.ts';
import { connectionOf } from './members.ts';
import { type PlanDraft, warn } from './plan-draft.ts';

/** The clusters of a run that one endpoint service serves. */
export interface ServiceGroup {
  /** That of the service; undefined until there is one. */
  readonly serviceName: string | undefined;
  readonly service: NamedService | undefined;
  readonly candidates: readonly Candidate[];
  readonly label: string;
}

/** Clusters that report one service name share one endpoint; a cluster whose service is not there yet stands alone. */
export function groupByService(draft: PlanDraft, candidates: readonly Candidate[]): ServiceGroup[] {
  const groups = Map.groupBy(candidates, (one) => one.service?.name ?? `\u0000${one.cluster.id}`);
  return [...groups.values()].map((members) => {
    const names = members.map((one) => nameOf(one.cluster));
    const zoneLists = members.map((one) => one.service?.zoneIds ?? []);
    const service = members[0]?.service;
    if (new Set(zoneLists.map((zones) => zones.toSorted().join())).size > 1) {
      warn(
        draft,
        'zones',
        `Clusters ${joinShort(names)} list different availability zones for one endpoint service; those of ${names[0]} are used`,
      );
    }
    return {
      serviceName: service?.name,
      service,
      candidates: members,
      label: service === undefined ? `cluster ${joinShort(names)}` : `${service.name} (${joinShort(names)})`,
    };
  });
}

/** The path of these clusters as it stands before anything is planned for it. */
export function draftPath(
  draft: PlanDraft,
  group: ServiceGroup,
  { choice, ownership }: { choice: EndpointChoice; ownership: Path['ownership'] },
): Path {
  const { endpoint } = choice;
  return {
    serviceName: group.serviceName,
    service: group.service,
    members: group.candidates.map(({ view, cluster, trust }) => ({
      trust,
      view,
      cluster,
      connection: connectionOf(view, endpoint?.id),
    })),
    endpoint,
    ownership,
    superseded: choice.superseded,
    group: undefined,
    subnets: draft.observed.subnets.filter((subnet) => endpoint?.subnetIds.includes(subnet.id) ?? false),
    subnetRule: endpoint === undefined ? '' : 'the subnets that the endpoint is in',
  };
}

/** What people call the clusters of a group. */
export function names(group: ServiceGroup): string[] {
  return group.candidates.map((one) => nameOf(one.cluster));
}
