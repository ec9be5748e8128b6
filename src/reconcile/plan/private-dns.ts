import { type Endpoint, isGone } from '../../aws/types.ts';
import type { Claim } from '../model/claims.ts';
import { isManagedEndpoint } from '../model/managed.ts';
import { refusalOf, triedAt } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { addStep, addWait, block, note, type PlanDraft } from './plan-draft.ts';
import { noteShared } from './shared.ts';

/** Private DNS of an endpoint that is there: the rule of the input `private-dns`. Pure. */

/** What private DNS needs from the rest of the path. */
export interface DnsState {
  readonly ownership: 'ours' | 'not-ours' | 'attached';
  /** Both sides are available and nothing else is to be changed at the endpoint. */
  readonly settled: boolean;
  /** Claims of other environments. */
  readonly sharedWith: readonly Claim[];
  /** Endpoints of ours that are on their way out. */
  readonly superseded: readonly Endpoint[];
}

/** Plans private DNS: on once both sides are available, off where it was asked off and nobody else wants it. */
export function planPrivateDns(draft: PlanDraft, endpoint: Endpoint, state: DnsState): void {
  const wanted = draft.desired.privateDns;
  if (endpoint.privateDns === wanted) return;
  if (!wanted) {
    planDnsOff(draft, endpoint, state);
    return;
  }
  if (state.ownership !== 'ours') {
    block(draft, 'not-ours', {
      cause: `Private DNS is off for VPC endpoint ${endpoint.id}, which this action doesn't manage`,
      fix: `Set private-dns: false, or ask the owner of the endpoint to run: aws ec2 modify-vpc-endpoint --region ${draft.desired.region} --vpc-endpoint-id ${endpoint.id} --private-dns-enabled`,
      late: true,
    });
    return;
  }
  planDnsOn(draft, endpoint, state);
}

function planDnsOn(draft: PlanDraft, endpoint: Endpoint, state: DnsState): void {
  const refused = refusalOf(draft.journal, stepId.dnsOn(endpoint.id)) !== undefined;
  const holder = nameHolder(draft, endpoint, refused);
  if (holder !== undefined && isGone(holder)) {
    addWait(draft, {
      kind: 'gone',
      subject: holder.id,
      endpointId: endpoint.id,
      change: 'deletion',
      what: `VPC endpoint ${holder.id}, which still holds the private DNS name, to be deleted`,
      seen: holder.rawState,
      waitingOn: 'AWS is deleting it',
      facets: ['endpoints'],
    });
  } else if (holder !== undefined && !state.superseded.includes(holder)) {
    block(draft, 'dns-conflict', {
      cause: `VPC endpoint ${holder.id} already has the private DNS name in VPC ${endpoint.vpcId}`,
      fix: `Delete ${holder.id}, turn off its private DNS, or set private-dns: false. Only one endpoint of a VPC can have the name.`,
    });
    return;
  }
  const retryAt = refused
    ? (triedAt(draft.journal, stepId.dnsOn(endpoint.id))?.mono ?? 0) + draft.desired.readLagMs
    : 0;
  if (holder === undefined && draft.now < retryAt) {
    addWait(draft, {
      kind: 'dns-name',
      subject: endpoint.id,
      endpointId: endpoint.id,
      what: `the private DNS name of ${endpoint.id} to become free`,
      seen: 'in use',
      waitingOn: 'AWS may still be releasing it from a deleted endpoint',
      facets: ['endpoints'],
      notBefore: retryAt,
    });
    return;
  }
  addStep(draft, {
    id: stepId.dnsOn(endpoint.id),
    title: `turn on private DNS for ${endpoint.id}`,
    action: { kind: 'set-private-dns', endpointId: endpoint.id, enabled: true },
    after:
      holder !== undefined
        ? `${holder.id}, which holds the name, is deleted`
        : state.settled
          ? undefined
          : 'the endpoint and its connections are available',
  });
}

/**
 * An endpoint that is being deleted holds its name until it is gone, and one of ours may hold it without showing it.
 */
function nameHolder({ observed }: PlanDraft, endpoint: Endpoint, refused: boolean): Endpoint | undefined {
  return observed.endpoints.find(
    (one) =>
      one.id !== endpoint.id &&
      one.serviceName === endpoint.serviceName &&
      (one.privateDns || (refused && isManagedEndpoint(one))) &&
      one.vpcId === endpoint.vpcId &&
      one.state !== 'deleted',
  );
}

function planDnsOff(draft: PlanDraft, endpoint: Endpoint, state: DnsState): void {
  if (state.ownership !== 'ours') {
    note(draft, 'not-ours', `Private DNS stays on for ${endpoint.id}, which this action doesn't manage`);
  } else if (state.sharedWith.length > 0) {
    noteShared(draft, `Private DNS stays on for ${endpoint.id}`, state.sharedWith);
  } else {
    addStep(draft, {
      id: stepId.dnsOff(endpoint.id),
      title: `turn off private DNS for ${endpoint.id}`,
      action: { kind: 'set-private-dns', endpointId: endpoint.id, enabled: false },
      after: state.settled ? undefined : 'the endpoint and its connections are available',
    });
  }
}
