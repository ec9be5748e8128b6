import { isDead, isGone } from '../../aws/types.ts';
import { joinShort } from '../../support/text.ts';
import { otherClaims } from '../model/claims.ts';
import { isManagedEndpoint } from '../model/managed.ts';
import type { Path } from '../model/plan.ts';
import { createdEndpoints, wasCreated } from '../model/recall.ts';
import { rejectedForGood } from './connections.ts';
import { chooseEndpoint, type EndpointChoice } from './endpoint.ts';
import { planAttached, planForeign } from './foreign-path.ts';
import { connectionOf } from './members.ts';
import { planOwn } from './own-path.ts';
import { block, makesPath, type PathDraft, type PlanDraft } from './plan-draft.ts';
import { draftPath, type ServiceGroup } from './service-group.ts';

/** Plans the path of one group of clusters, by whose its endpoint is. */
export function planPath(draft: PlanDraft, group: ServiceGroup): Path {
  return makesPath(draft) ? planVpcPath(draft, group) : planAttached(draft, group);
}

/** The usual case: adopt, create or mend the endpoint of the VPC. */
function planVpcPath(draft: PathDraft, group: ServiceGroup): Path {
  const { observed } = draft;
  const rejected = replaceable(draft, group);
  const choice: EndpointChoice =
    group.service === undefined
      ? { kind: 'none', endpoint: undefined, superseded: [] }
      : chooseEndpoint(observed.endpoints, group.service.name, rejected);
  if (choice.kind === 'ambiguous') {
    const rivals = observed.endpoints.filter((one) => one.serviceName === group.serviceName && !isGone(one));
    block(draft, 'endpoint-ambiguous', {
      cause: `VPC ${draft.desired.goal.vpcId} has ${rivals.length} endpoints for the service that this action didn't create`,
      fix: `Set endpoint-id to one of ${joinShort(rivals.map((one) => `${one.id} (${one.rawState})`))}, or delete the others. All are for ${group.serviceName}.`,
    });
    return draftPath(draft, group, { choice, ownership: 'none' });
  }
  if (choice.kind === 'not-ours' && choice.endpoint !== undefined) {
    const path = draftPath(draft, group, { choice, ownership: 'not-ours' });
    planForeign(draft, { endpoint: choice.endpoint, members: path.members, ownership: 'not-ours' });
    return path;
  }
  blockShortLived(draft, group, choice);
  return planOwn(draft, group, choice);
}

/** An endpoint that this run made and that failed at once would fail again: the run says how it ended. */
function blockShortLived(draft: PlanDraft, group: ServiceGroup, { superseded }: EndpointChoice): void {
  for (const endpoint of superseded.filter((one) => wasCreated(draft.journal, one.id) && isDead(one))) {
    const statuses = group.candidates
      .map((one) => connectionOf(one.view, endpoint.id)?.rawStatus)
      .filter((status) => status !== undefined);
    const reports = [
      ...(endpoint.failure === '' ? [] : [`EC2 reports ${endpoint.failure}`]),
      ...(statuses.length === 0 ? [] : [`CockroachDB Cloud reports its connection as ${statuses.join(', ')}`]),
    ];
    block(draft, 'endpoint-failed', {
      cause: `VPC endpoint ${endpoint.id}, which this run created, is in state ${endpoint.rawState}`,
      said: reports.length === 0 ? undefined : reports.join('; '),
      fix: 'Run again to have it replaced. If the new one fails too, ask Cockroach Labs support with its ID.',
    });
  }
}

/**
 * Endpoints of ours to be replaced because the Cloud keeps rejecting them: once in a run for each service, and never
 * one that serves other environments or another cluster of this run. One that EC2 calls rejected serves nobody.
 */
function replaceable(draft: PlanDraft, group: ServiceGroup): Set<string> {
  const replaced = createdEndpoints(draft.journal).filter(
    (one) => one.endpoint.serviceName === group.serviceName && one.replacing.length > 0,
  );
  const done = new Set(replaced.flatMap((one) => one.replacing));
  const rejected = rejectedForGood(draft);
  return new Set(
    draft.observed.endpoints
      .filter((endpoint) => {
        if (done.has(endpoint.id)) return true;
        if (!rejected.has(endpoint.id) || replaced.length > 0 || !isManagedEndpoint(endpoint)) return false;
        if (endpoint.state === 'rejected') return true;
        if (otherClaims(endpoint.tags, draft.desired.owner).length > 0) return false;
        return !group.candidates.some(
          (one) => connectionOf(one.view, endpoint.id)?.status === 'AVAILABLE' && endpoint.state === 'available',
        );
      })
      .map((endpoint) => endpoint.id),
  );
}
