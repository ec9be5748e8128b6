import { type Group, SQL_PORT, sourceText } from '../aws/types.ts';
import { isOurs, readClaims } from './claims.ts';
import { isGone } from './members.ts';
import type { Desired, Finding, Observed, Path, Plan, Step, Wait } from './model.ts';
import { isSqlRule, list, RULE_DESCRIPTION, wantedSources } from './plan-network.ts';

/**
 * The plan in words: every difference that `ensure` would mend and every blocker, as findings, and beside them what only
 * a person can judge. Pure. Bookkeeping (claims, marks) is never a finding.
 *
 * `basis` names the reads that a finding rests on, so that one that could not be made takes no finding for granted.
 */
export interface BasedFinding extends Finding {
  readonly basis: readonly Reading[];
}

/** One read that may fail by itself; `cluster:`, `services:`, `connections:` and `allowlist:` are followed by a cluster's reference or ID. */
export type Reading =
  | 'account'
  | 'vpc'
  | 'vpc-dns'
  | 'subnets'
  | 'endpoints'
  | 'groups'
  | `cluster:${string}`
  | `services:${string}`
  | `connections:${string}`
  | `owners:${string}`
  | `allowlist:${string}`;

/** What `verify` reads besides what the planner needs. */
export interface ExtraSightings {
  /** IDs of all endpoints of the account in the region, of those that connections name; undefined where it was not needed. */
  readonly knownEndpointIds: ReadonlySet<string> | undefined;
  /** By cluster ID: networks that may reach the cluster's public SQL address. */
  readonly publicCidrs: ReadonlyMap<string, readonly string[]>;
}

const ENSURE = 'Run operation: ensure with the same inputs.';

export function findingsOf(given: {
  plan: Plan;
  desired: Desired;
  observed: Observed;
  extra: ExtraSightings;
}): BasedFinding[] {
  const { plan } = given;
  const findings = [
    ...plan.blockers.map((blocker) => blockerFinding(blocker, given.desired)),
    ...plan.steps.flatMap((step) => stepFindings(step, given)),
    ...plan.waits.flatMap(waitFinding),
    ...plan.paths.flatMap((path) => pathFindings(path, given)),
    ...strayFindings(given),
    ...publicAccess(given),
    ...plan.notes.flatMap((note) => (note.code === 'zones' ? [] : [noteFinding(note)])),
  ];
  // Two steps may tell the same: an endpoint that is to be replaced and the one that replaces it.
  return [...new Map(findings.map((one) => [`${one.check}\n${one.subject}`, one])).values()];
}

function finding(
  check: string,
  about: Omit<BasedFinding, 'check' | 'severity'>,
  severity: Finding['severity'] = 'error',
): BasedFinding {
  return { check, severity, ...about };
}

const BLOCKER_BASIS: Readonly<Record<string, readonly Reading[]>> = {
  'wrong-account': ['account'],
  'vpc-not-found': ['vpc'],
  'vpc-shared': ['vpc', 'account'],
  'vpc-dns-off': ['vpc-dns'],
  'subnet-invalid': ['subnets'],
  'subnet-full': ['subnets'],
  'az-none': ['subnets'],
  'group-invalid': ['groups'],
  'group-name-taken': ['groups'],
};

function blockerFinding(blocker: Plan['blockers'][number], desired: Desired): BasedFinding {
  const cluster = desired.clusters.includes(blocker.subject) ? blocker.subject : undefined;
  return finding(blocker.code, {
    subject: blocker.subject || desired.endpointId || desired.vpcId || '',
    expected: 'nothing in the way',
    found: blocker.cause,
    fix: blocker.fix,
    basis:
      cluster === undefined
        ? (BLOCKER_BASIS[blocker.code] ?? ['endpoints'])
        : [`cluster:${cluster}`, `services:${cluster}`, `connections:${cluster}`, `owners:${cluster}`],
  });
}

function stepFindings(
  step: Step,
  { plan, desired, observed }: { plan: Plan; desired: Desired; observed: Observed },
): BasedFinding[] {
  const { action } = step;
  if (step.bookkeeping) return [];
  switch (action.kind) {
    case 'create-services':
      return [
        finding('service-missing', {
          subject: action.clusterRef,
          expected: `a private endpoint service in ${desired.region}`,
          found: 'none',
          fix: ENSURE,
          basis: [`services:${action.clusterRef}`],
        }),
      ];
    case 'create-group':
      // A group that is missing together with its endpoint is no difference of its own.
      if (
        plan.steps.some((one) => one.action.kind === 'create-endpoint' && one.action.serviceName === action.serviceName)
      )
        return [];
      return [
        finding('group-missing', {
          subject: action.vpcId,
          expected: step.title,
          found: 'no security group of the action',
          fix: ENSURE,
          basis: ['groups'],
        }),
      ];
    case 'authorize-ingress':
      return [
        finding('rule-missing', {
          subject: action.groupId,
          expected: `${SQL_PORT}/tcp from ${list(action.sources.map(sourceText))}`,
          found: 'no such rule',
          fix: ENSURE,
          basis: ['groups', 'vpc'],
        }),
      ];
    case 'revoke-ingress':
      return action.rules.map((rule) =>
        ruleFinding(action.groupId, rule.source === undefined ? '' : sourceText(rule.source), ENSURE),
      );
    case 'create-endpoint':
      if (action.serviceName === '' || action.replacing.length > 0) return [];
      return [
        finding('endpoint-missing', {
          subject: action.serviceName,
          expected: `a VPC endpoint in ${action.vpcId}`,
          found: 'none',
          fix: ENSURE,
          basis: ['endpoints', ...servicesOf(plan, action.serviceName)],
        }),
      ];
    case 'modify-endpoint':
      return modifyFindings(action, observed);
    case 'connect':
      // Part of what a missing endpoint means.
      return action.endpointId === '' ? [] : [connectionFinding(action, observed)];
    case 'disconnect':
      return [connectionFinding(action, observed)];
    case 'set-private-dns':
      if (action.endpointId === '') return [];
      return [
        finding(action.enabled ? 'private-dns-off' : 'private-dns-on', {
          subject: action.endpointId,
          expected: `private DNS ${action.enabled ? 'on' : 'off'}`,
          found: action.enabled ? 'off' : 'on',
          fix: ENSURE,
          basis: ['endpoints'],
        }),
      ];
    case 'delete-endpoint': {
      const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
      const dead = endpoint !== undefined && ['failed', 'expired', 'rejected'].includes(endpoint.state);
      return [
        finding(dead ? `endpoint-${endpoint.state}` : 'endpoint-duplicate', {
          subject: action.endpointId,
          expected: dead ? 'available' : 'one VPC endpoint for the service in the VPC',
          found: dead
            ? `${endpoint.rawState}${endpoint.failure === '' ? '' : `: ${endpoint.failure}`}`
            : 'a younger second one',
          fix: ENSURE,
          basis: ['endpoints'],
        }),
      ];
    }
    case 'trust':
    case 'untrust': {
      const account = action.kind === 'trust' ? action.accountId : action.owner.accountId;
      return [
        finding(action.kind === 'trust' ? 'owner-missing' : 'owner-surplus', {
          subject: `${action.clusterRef} ${account}`,
          expected: `AWS account ${account} ${action.kind === 'trust' ? 'trusted' : 'not trusted'}`,
          found: action.kind === 'trust' ? 'not trusted' : 'trusted',
          fix: ENSURE,
          basis: [`owners:${action.clusterRef}`, 'account'],
        }),
      ];
    }
    default:
      return [];
  }
}

function servicesOf(plan: Plan, serviceName: string): Reading[] {
  return plan.paths
    .filter((path) => path.serviceName === serviceName)
    .flatMap((path) => path.members.map((member) => `services:${member.view.ref}` as const));
}

function ruleFinding(
  groupId: string,
  source: string,
  fix: string,
  severity: Finding['severity'] = 'error',
): BasedFinding {
  const open = source === '0.0.0.0/0';
  return finding(
    open ? 'rule-public' : severity === 'error' ? 'rule-stale' : 'rule-stranger',
    {
      subject: open ? groupId : `${groupId} ${source}`,
      expected: 'only the sources that are asked for',
      found: `${SQL_PORT}/tcp or more from ${source || 'another kind of source'}`,
      fix,
      basis: ['groups', 'vpc'],
    },
    open ? 'error' : severity,
  );
}

function modifyFindings(
  action: Extract<Step['action'], { kind: 'modify-endpoint' }>,
  observed: Observed,
): BasedFinding[] {
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
      finding('subnets', {
        subject: action.endpointId,
        expected: zones(wanted),
        found: zones(endpoint?.subnetIds ?? []),
        fix: ENSURE,
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
      finding('groups', {
        subject: action.endpointId,
        expected: list(wanted),
        found: list(endpoint?.groupIds ?? []),
        fix: ENSURE,
        basis: ['endpoints', 'groups'],
      }),
    );
  }
  return findings;
}

function connectionFinding(
  action: { clusterRef: string; clusterId: string; endpointId: string },
  observed: Observed,
): BasedFinding {
  const view = observed.clusters.find((one) => one.ref === action.clusterRef);
  const connection = view?.connections.find((one) => one.endpointId === action.endpointId);
  const check =
    {
      REJECTED: 'connection-rejected',
      STALE: 'connection-stale',
      FAILED: 'connection-failed',
      EXPIRED: 'connection-expired',
      PENDING_ACCEPTANCE: 'connection-pending',
    }[connection?.status ?? ''] ?? 'connection-missing';
  return finding(check, {
    subject: `${view?.matches[0]?.name || action.clusterId} ${action.endpointId}`,
    expected: check === 'connection-stale' ? 'no entry for an endpoint that is gone' : 'AVAILABLE',
    found: connection?.rawStatus ?? 'no connection',
    fix: ENSURE,
    basis: [`connections:${action.clusterRef}`, 'endpoints'],
  });
}

function waitFinding(wait: Wait): BasedFinding[] {
  const kind = wait.id.split(':')[0];
  const check = { service: 'service-pending', endpoint: 'endpoint-not-available', connection: 'connection-pending' }[
    kind ?? ''
  ];
  if (check === undefined) return [];
  return [
    finding(check, {
      subject: wait.id.slice((kind ?? '').length + 1),
      expected: 'available',
      found: wait.seen,
      fix: `Wait: ${wait.mover}.`,
      basis: wait.facets,
    }),
  ];
}

function noteFinding(note: Plan['notes'][number]): BasedFinding {
  return finding(
    note.code,
    {
      subject: '',
      expected: 'as this step asks for',
      found: note.text,
      fix: 'Nothing to do here; the last environment, or the owner, decides.',
      basis: note.code === 'trusts-everyone' ? [] : ['endpoints', 'groups'],
    },
    'warning',
  );
}

/** Differences that `ensure` leaves to people: rules of strangers, closed groups of others. */
function pathFindings(path: Path, given: { desired: Desired; observed: Observed }): BasedFinding[] {
  const findings = path.group === undefined ? [] : strangerRules(path.group, given);
  if (given.desired.securityGroupIds.length > 0 && path.endpoint !== undefined)
    findings.push(...closedGroups(path, given));
  return findings;
}

function strangerRules(group: Group, given: { desired: Desired; observed: Observed }): BasedFinding[] {
  const wanted = new Set(wantedSources(given).map(sourceText));
  return group.ingress
    .filter(
      (rule) =>
        rule.description !== RULE_DESCRIPTION &&
        !(isSqlRule(rule) && rule.source !== undefined && wanted.has(sourceText(rule.source))),
    )
    .map((rule) =>
      ruleFinding(
        group.id,
        rule.source === undefined ? '' : sourceText(rule.source),
        `Someone else added this rule to ${group.id}: remove it, or ask for its source in allowed-cidrs.`,
        'warning',
      ),
    );
}

/** Explicit groups are never changed, but a group that lets nobody in makes the path useless. */
function closedGroups(path: Path, { desired, observed }: { desired: Desired; observed: Observed }): BasedFinding[] {
  const groups = observed.groups.filter((group) => desired.securityGroupIds.includes(group.id));
  const rules = groups.flatMap((group) => group.ingress.filter(isSqlRule));
  if (rules.length > 0 || groups.length === 0) return [];
  return [
    finding('explicit-group-closed', {
      subject: list(groups.map((group) => group.id)),
      expected: `${SQL_PORT}/tcp let in from the clients of ${path.endpoint?.id ?? 'the endpoint'}`,
      found: 'no ingress rule for that port',
      fix: 'Its owner must add an ingress rule; the action never changes groups of security-group-ids.',
      basis: ['groups'],
    }),
  ];
}

/** Left-overs: endpoints of ours that serve nobody, and connections to endpoints that are nowhere in the region. */
function strayFindings({
  plan,
  desired,
  observed,
  extra,
}: {
  plan: Plan;
  desired: Desired;
  observed: Observed;
  extra: ExtraSightings;
}): BasedFinding[] {
  const serving = new Set(plan.paths.flatMap((path) => (path.endpoint === undefined ? [] : [path.endpoint.id])));
  const services = new Set(plan.paths.map((path) => path.serviceName));
  const mine = new Map(plan.paths.flatMap((path) => path.members).map((member) => [member.cluster.id, member]));
  const findings: BasedFinding[] = [];
  for (const endpoint of observed.endpoints) {
    if (
      isGone(endpoint) ||
      !isOurs(endpoint) ||
      serving.has(endpoint.id) ||
      services.has(endpoint.serviceName) ||
      desired.endpointId !== undefined
    )
      continue;
    const claims = readClaims(endpoint.tags);
    const claimed = claims.map((claim) => mine.get(claim.clusterId)).find((member) => member !== undefined);
    if (claimed !== undefined) {
      findings.push(
        finding('service-changed', {
          subject: endpoint.id,
          expected: `an endpoint for ${plan.paths.find((path) => path.members.includes(claimed))?.serviceName}`,
          found: `${endpoint.serviceName}, which cluster ${claimed.cluster.name || claimed.cluster.id} no longer reports`,
          fix: `Delete it once the new one serves: aws ec2 delete-vpc-endpoints --vpc-endpoint-ids ${endpoint.id}`,
          basis: ['endpoints', `services:${claimed.view.ref}`],
        }),
      );
    } else if (claims.length === 0) {
      findings.push(
        finding(
          'endpoint-unclaimed',
          {
            subject: endpoint.id,
            expected: 'an environment that uses it',
            found: 'no claim',
            fix: 'Delete it, or run operation: sweep once it is old enough.',
            basis: ['endpoints'],
          },
          'warning',
        ),
      );
    }
  }
  const { knownEndpointIds } = extra;
  if (knownEndpointIds === undefined) return findings;
  for (const { view } of mine.values()) {
    for (const connection of view.connections) {
      if (!isDangling(connection, observed) || knownEndpointIds.has(connection.endpointId)) continue;
      findings.push(
        finding('connection-dangling', {
          subject: connection.endpointId,
          expected: `a VPC endpoint in account ${observed.account}, region ${desired.region}`,
          found: `a connection (${connection.rawStatus}) and no endpoint`,
          fix: `Remove the connection of ${connection.endpointId} from the cluster (Cloud Console, Networking, PrivateLink).`,
          basis: [`connections:${view.ref}`, 'endpoints', 'account'],
        }),
      );
    }
  }
  return findings;
}

/** A connection of this account whose endpoint is not among those read; STALE ones are a finding of their own. */
export function isDangling(
  connection: Observed['clusters'][number]['connections'][number],
  observed: Observed,
): boolean {
  const mine = connection.ownerAccount !== '' && connection.ownerAccount === observed.account;
  const over = ['STALE', 'DELETED', 'DELETING'].includes(connection.status);
  return mine && !over && !observed.endpoints.some((one) => one.id === connection.endpointId);
}

function publicAccess({ plan, extra }: { plan: Plan; extra: ExtraSightings }): BasedFinding[] {
  return plan.paths
    .flatMap((path) => path.members)
    .filter((member) => extra.publicCidrs.get(member.cluster.id)?.includes('0.0.0.0/0') === true)
    .map((member) =>
      finding(
        'public-access',
        {
          subject: member.cluster.name || member.cluster.id,
          expected: 'no public way in beside the private one',
          found: 'the IP allowlist has 0.0.0.0/0 for SQL',
          fix: 'Remove 0.0.0.0/0 from the IP allowlist of the cluster, if all its clients are in the VPC.',
          basis: [`allowlist:${member.view.ref}`],
        },
        'warning',
      ),
    );
}
