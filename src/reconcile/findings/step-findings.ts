import { type EndpointState, type Source, SQL_PORT, sourceText } from '../../aws/types.ts';
import type { ConnectionStatus } from '../../cockroach/types.ts';
import { list } from '../../support/words.ts';
import type { Desired } from '../model/desired.ts';
import type { Observed } from '../model/observed.ts';
import type { Plan } from '../model/plan.ts';
import { isInternal, type Of, type Step } from '../model/steps.ts';
import { isSqlRule } from '../plan/rules.ts';
import { type BasedFinding, type Check, finding, type Reading } from './finding.ts';
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

/** The differences that a step would mend; none for claims, marks and for what another step of the plan tells already. */
export function stepFindings(
  step: Step,
  { plan, desired, observed }: { plan: Plan; desired: Desired; observed: Observed },
): BasedFinding[] {
  const { action } = step;
  if (isInternal(step)) return [];
  switch (action.kind) {
    case 'create-services':
      return repairable('service-missing', {
        subject: action.clusterRef,
        expected: `a private endpoint service in ${desired.region}`,
        found: 'none',
        basis: [`services:${action.clusterRef}`],
      });
    case 'create-group':
      // A group that is missing together with its endpoint is no difference of its own.
      if (
        plan.steps.some((one) => one.action.kind === 'create-endpoint' && one.action.serviceName === action.serviceName)
      )
        return [];
      return repairable('group-missing', {
        subject: action.vpcId,
        expected: 'the security group of the action for this service',
        found: 'none',
        basis: ['groups'],
      });
    case 'authorize-ingress':
      if (action.groupId === undefined) return [];
      // A rule that was widened still lets the port in: that it is too wide is the difference.
      if (action.sources.every((source) => letsIn(observed, action.groupId, source))) return [];
      return repairable('rule-missing', {
        subject: action.groupId,
        expected: `${SQL_PORT}/tcp from ${list(action.sources.map(sourceText))}`,
        found: 'no such rule',
        basis: ['groups', 'vpc'],
      });
    case 'revoke-ingress':
      return (
        action.rules
          .map((rule) => staleRule(action.groupId, rule, { desired, observed, fix: ENSURE }))
          // Whether another environment wants it is told by the claims on the endpoint.
          .map((one) => ({ ...one, basis: [...one.basis, 'endpoints' as const] }))
      );
    case 'create-endpoint':
      if (action.serviceName === undefined || action.replacing.length > 0) return [];
      return repairable('endpoint-missing', {
        subject: action.serviceName,
        expected: `a VPC endpoint in ${action.vpcId}`,
        found: 'none',
        basis: ['endpoints', ...servicesOf(plan, action.serviceName)],
      });
    case 'modify-endpoint':
      return modifyFindings(action, observed).filter(
        (one) => one.check !== 'groups' || !plan.blockers.some((blocker) => blocker.code === 'group-invalid'),
      );
    case 'connect':
      // Part of what a missing endpoint means.
      return action.endpointId === undefined ? [] : connectionFinding(action, observed);
    case 'disconnect':
      // Part of the end of its endpoint.
      if (plan.paths.some((path) => path.superseded.some((one) => one.id === action.endpointId))) return [];
      return connectionFinding(action, observed);
    case 'set-private-dns':
      if (action.endpointId === undefined) return [];
      return repairable(action.enabled ? 'private-dns-off' : 'private-dns-on', {
        subject: action.endpointId,
        expected: `private DNS ${action.enabled ? 'on' : 'off'}`,
        found: action.enabled ? 'off' : 'on',
        basis: ['endpoints'],
      });
    case 'delete-endpoint': {
      const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
      const dead = DEAD_CHECKS[endpoint?.state ?? 'unknown'];
      return repairable(dead === undefined ? 'endpoint-duplicate' : dead, {
        subject: action.endpointId,
        expected: dead !== undefined ? 'available' : 'one VPC endpoint for the service in the VPC',
        found:
          dead !== undefined && endpoint !== undefined
            ? `${endpoint.rawState}${endpoint.failure === '' ? '' : `: ${endpoint.failure}`}`
            : 'a younger second one',
        basis: ['endpoints'],
      });
    }
    case 'trust':
    case 'untrust': {
      const account = action.kind === 'trust' ? action.accountId : action.owner.accountId;
      return repairable(action.kind === 'trust' ? 'owner-missing' : 'owner-surplus', {
        subject: `${action.clusterRef} ${account}`,
        about: [action.clusterRef],
        expected: `AWS account ${account} ${action.kind === 'trust' ? 'trusted' : 'not trusted'}`,
        found: action.kind === 'trust' ? 'not trusted' : 'trusted',
        basis: [`owners:${action.clusterRef}`, 'account'],
      });
    }
    // Steps of a departure, claims and marks.
    case 'delete-group':
    case 'claim':
    case 'unclaim':
    case 'mark':
    case 'unmark':
      return [];
  }
}

function letsIn(observed: Observed, groupId: string, source: Source): boolean {
  const group = observed.groups.find((one) => one.id === groupId);
  return (group?.ingress ?? []).some(
    (rule) => isSqlRule(rule) && rule.source !== undefined && sourceText(rule.source) === sourceText(source),
  );
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
    list(ids.map((id) => `${id} (${observed.subnets.find((one) => one.id === id)?.zoneId ?? 'unknown zone'})`));
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
        expected: list(wanted),
        found: list(endpoint?.groupIds ?? []),
        basis: ['endpoints', 'groups'],
      }),
    );
  }
  return findings;
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
    expected: check === 'connection-stale' ? 'no entry for an endpoint that is gone' : 'AVAILABLE',
    found: rejected
      ? `${connection.rawStatus}, but the endpoint is ${endpoint.rawState}`
      : (connection?.rawStatus ?? 'no connection'),
    basis: [`connections:${action.clusterRef}`, 'endpoints'],
  });
}
