import { type EndpointState, SQL_PORT, sourceText } from '../../aws/types.ts';
import type { ConnectionStatus } from '../../cockroach/types.ts';
import { joinShort } from '../../support/text.ts';
import type { Observed } from '../model/observed.ts';
import type { Plan } from '../model/plan.ts';
import type { Of, Step, StepKind } from '../model/steps.ts';
import { letsIn } from '../plan/effects.ts';
import { type BasedFinding, type Check, type Evidence, finding, type Reading } from './finding.ts';
import { staleRule } from './rule-findings.ts';

const ENSURE = 'Run operation: ensure with the same inputs.';

/** A difference that `ensure` repairs. */
function repairable(check: Check, text: Omit<Parameters<typeof finding>[1], 'fix'>): BasedFinding[] {
  return [finding(check, { ...text, fix: ENSURE })];
}

const DEAD_CHECKS: Readonly<Partial<Record<EndpointState, Check>>> = {
  failed: 'endpoint-failed',
  expired: 'endpoint-expired',
  rejected: 'endpoint-rejected',
};

const CONNECTION_CHECKS: Readonly<Partial<Record<ConnectionStatus, Check>>> = {
  REJECTED: 'connection-rejected',
  STALE: 'connection-stale',
  FAILED: 'connection-failed',
  EXPIRED: 'connection-expired',
  PENDING_ACCEPTANCE: 'connection-pending',
};

type ActionOf<K extends StepKind> = Extract<Step['action'], { kind: K }>;
type FindingsOf<K extends StepKind> = (action: ActionOf<K>, evidence: Evidence) => BasedFinding[];

const NONE = () => [];

/** The differences that a step of each kind would mend. */
const FINDINGS: { readonly [K in StepKind]: FindingsOf<K> } = {
  'create-services': ({ clusterRef }, { desired }) =>
    repairable('service-missing', {
      subject: clusterRef,
      expected: `a private endpoint service in ${desired.region}`,
      found: 'none',
      basis: [`services:${clusterRef}`],
    }),
  'create-group': ({ vpcId, serviceName }, { plan }) => {
    // A group that is missing together with its endpoint is no difference of its own.
    if (plan.steps.some(({ action }) => action.kind === 'create-endpoint' && action.serviceName === serviceName))
      return [];
    return repairable('group-missing', {
      subject: vpcId,
      expected: 'the security group of this action for the service',
      found: 'none',
      basis: ['groups'],
    });
  },
  'authorize-ingress': ({ groupId, sources }, { observed }) => {
    if (groupId === undefined) return [];
    // A rule that was widened still lets the port in: that it is too wide is the difference.
    if (sources.every((source) => letsIn(observed, groupId, source))) return [];
    return repairable('rule-missing', {
      subject: groupId,
      expected: `${SQL_PORT}/tcp from ${joinShort(sources.map(sourceText))}`,
      found: 'no such rule',
      basis: ['groups', 'vpc'],
    });
  },
  'revoke-ingress': ({ groupId, rules }, { desired, observed }) =>
    rules
      .map((rule) => staleRule(groupId, rule, { desired, observed, fix: ENSURE }))
      // Whether another environment wants it is told by the claims on the endpoint.
      .map((one) => ({ ...one, basis: [...one.basis, 'endpoints' as const] })),
  'create-endpoint': ({ serviceName, vpcId, replacing }, { plan }) => {
    if (serviceName === undefined || replacing.length > 0) return [];
    return repairable('endpoint-missing', {
      subject: serviceName,
      expected: `a VPC endpoint in ${vpcId}`,
      found: 'none',
      basis: ['endpoints', ...servicesOf(plan, serviceName)],
    });
  },
  'modify-endpoint': (action, { plan, observed }) =>
    modifyFindings(action, observed).filter(
      (one) => one.check !== 'groups' || !plan.blockers.some((blocker) => blocker.code === 'group-invalid'),
    ),
  connect: (action, { observed }) =>
    // Part of what a missing endpoint means.
    action.endpointId === undefined ? [] : connectionFinding(action, observed),
  disconnect: (action, { plan, observed }) =>
    // Part of the end of its endpoint.
    plan.paths.some((path) => path.superseded.some((one) => one.id === action.endpointId))
      ? []
      : connectionFinding(action, observed),
  'set-private-dns': ({ endpointId, enabled }) => {
    if (endpointId === undefined) return [];
    return repairable(enabled ? 'private-dns-off' : 'private-dns-on', {
      subject: endpointId,
      expected: `private DNS ${enabled ? 'on' : 'off'}`,
      found: enabled ? 'off' : 'on',
      basis: ['endpoints'],
    });
  },
  'delete-endpoint': ({ endpointId }, { observed }) => {
    const endpoint = observed.endpoints.find((one) => one.id === endpointId);
    const dead = DEAD_CHECKS[endpoint?.state ?? 'unknown'];
    return repairable(dead === undefined ? 'endpoint-duplicate' : dead, {
      subject: endpointId,
      expected: dead !== undefined ? 'available' : 'one VPC endpoint for the service in the VPC',
      found:
        dead !== undefined && endpoint !== undefined
          ? `${endpoint.rawState}${endpoint.failure === '' ? '' : `: ${endpoint.failure}`}`
          : 'a second, newer one',
      basis: ['endpoints'],
    });
  },
  trust: ({ clusterRef, accountId }) =>
    ownerFinding('owner-missing', { clusterRef, accountId, expected: 'trusted', found: 'not trusted' }),
  untrust: ({ clusterRef, owner: { accountId } }) =>
    ownerFinding('owner-surplus', { clusterRef, accountId, expected: 'not trusted', found: 'trusted' }),
  // Steps of a departure, claims and marks.
  'delete-group': NONE,
  claim: NONE,
  unclaim: NONE,
  mark: NONE,
  unmark: NONE,
};

/**
 * The differences that a step would mend; none for claims, marks and for what another step of the plan tells already.
 */
export function stepFindings<K extends StepKind>(
  { action }: { readonly action: ActionOf<K> },
  evidence: Evidence,
): BasedFinding[] {
  return FINDINGS[action.kind as K](action, evidence);
}

function servicesOf(plan: Plan, serviceName: string): Reading[] {
  return plan.paths
    .filter((path) => path.serviceName === serviceName)
    .flatMap((path) => path.members.map((member) => `services:${member.view.ref}` as const));
}

function modifyFindings(action: Of<'modify-endpoint'>, observed: Observed): BasedFinding[] {
  const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
  const findings: BasedFinding[] = [];
  const zones = (ids: readonly string[]) =>
    joinShort(ids.map((id) => `${id} (${observed.subnets.find((one) => one.id === id)?.zoneId ?? 'unknown zone'})`));
  if (action.addSubnetIds.length + action.removeSubnetIds.length > 0) {
    const wanted = [
      ...(endpoint?.subnetIds.filter((id) => !action.removeSubnetIds.includes(id)) ?? []),
      ...action.addSubnetIds,
    ];
    findings.push(
      ...repairable('subnets', {
        subject: action.endpointId,
        expected: zones(wanted),
        found: zones(endpoint?.subnetIds ?? []),
        basis: ['endpoints', 'subnets'],
      }),
    );
  }
  if (action.addGroupIds.length + action.removeGroupIds.length > 0) {
    const wanted = [
      ...(endpoint?.groupIds.filter((id) => !action.removeGroupIds.includes(id)) ?? []),
      ...action.addGroupIds,
    ];
    findings.push(
      ...repairable('groups', {
        subject: action.endpointId,
        expected: joinShort(wanted),
        found: joinShort(endpoint?.groupIds ?? []),
        basis: ['endpoints', 'groups'],
      }),
    );
  }
  return findings;
}

function ownerFinding(
  check: 'owner-missing' | 'owner-surplus',
  {
    clusterRef,
    accountId,
    expected,
    found,
  }: { clusterRef: string; accountId: string; expected: string; found: string },
): BasedFinding[] {
  return repairable(check, {
    subject: `${clusterRef} ${accountId}`,
    about: [clusterRef],
    expected: `AWS account ${accountId} ${expected}`,
    found,
    basis: [`owners:${clusterRef}`, 'account'],
  });
}

function connectionFinding(
  action: { clusterRef: string; clusterId: string; endpointId: string },
  observed: Observed,
): BasedFinding[] {
  const view = observed.clusters.find((one) => one.ref === action.clusterRef);
  const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
  const connection = view?.connections.find((one) => one.endpointId === action.endpointId);
  // The Cloud may still call a connection available that the endpoint itself shows as rejected.
  const rejected = endpoint?.state === 'rejected' && connection?.status === 'AVAILABLE';
  const check: Check = rejected
    ? 'connection-rejected'
    : (CONNECTION_CHECKS[connection?.status ?? 'UNKNOWN'] ?? 'connection-missing');
  return repairable(check, {
    subject: `${view?.matches[0]?.name || action.clusterId} ${action.endpointId}`,
    about: [action.clusterId, action.endpointId],
    expected: check === 'connection-stale' ? 'no connection to a deleted endpoint' : 'AVAILABLE',
    found: rejected
      ? `${connection.rawStatus}, but the endpoint is ${endpoint.rawState}`
      : (connection?.rawStatus ?? 'no connection'),
    basis: [`connections:${action.clusterRef}`, 'endpoints'],
  });
}
