import { type Endpoint, type Group, isGone, SQL_PORT } from '../../aws/types.ts';
import { connectionMeaning, nameOf } from '../../cockroach/types.ts';
import { joinShort } from '../../support/text.ts';
import { type Claim, readClaims } from '../model/claims.ts';
import { isOfPlace } from '../model/cluster-state.ts';
import type { Desired } from '../model/desired.ts';
import { namedEndpoint } from '../model/goal.ts';
import { isManagedEndpoint } from '../model/managed.ts';
import type { Observed } from '../model/observed.ts';
import type { Member, Path, Plan } from '../model/plan.ts';
import { isSqlRule } from '../plan/rules.ts';
import { type BasedFinding, type Evidence, finding } from './finding.ts';
import { manualRuleFindings } from './rule-findings.ts';

/** Differences that `ensure` leaves to people: manual rules, closed groups of other owners. */
export function pathFindings(path: Path, given: Evidence): BasedFinding[] {
  const { desired, observed, extra } = given;
  const findings = path.group === undefined ? [] : manualRuleFindings(path.group, given);
  const { endpoint } = path;
  if (endpoint === undefined || endpoint.serviceName !== path.serviceName) return findings;
  const named = observed.groups.filter(
    (group) => desired.securityGroupIds.includes(group.id) && group.vpcId === endpoint.vpcId,
  );
  const foreign = extra.foreignGroups.filter((group) => endpoint.groupIds.includes(group.id));
  return [...findings, ...closedGroups(path, [...named, ...foreign]), ...rivals(path, given)];
}

/** Further endpoints for the service that somebody else made: nobody needs them, and only one can have private DNS. */
function rivals({ endpoint, serviceName }: Path, { desired, observed }: Evidence): BasedFinding[] {
  if (namedEndpoint(desired.goal) !== undefined) return [];
  return (
    observed.endpoints
      .filter(
        (one) => one.serviceName === serviceName && one.id !== endpoint?.id && !isManagedEndpoint(one) && !isGone(one),
      )
      // One that holds the private name is in the way, and told as such.
      .filter((one) => !(one.privateDns && desired.privateDns))
      .map((one) =>
        finding(
          'endpoint-duplicate',
          {
            subject: one.id,
            expected: 'one VPC endpoint for the service in the VPC',
            found: `a second one (${one.rawState}) that this action didn't create`,
            fix: 'Ask its owner to delete it if it is unused.',
            basis: ['endpoints'],
          },
          'warning',
        ),
      )
  );
}

/**
 * Explicit groups are never changed, but where no group of the endpoint has any rule for the port the path is useless.
 * Whom a rule lets in is not judged: only its owner knows where the clients are, such as in the spokes of a hub VPC.
 * Nor is a group judged that was not read: another environment's, or one that another account shares.
 */
function closedGroups(path: Path, groups: readonly Group[]): BasedFinding[] {
  const isRead = path.endpoint?.groupIds.every((id) => groups.some((group) => group.id === id)) === true;
  if (groups.length === 0 || !isRead || groups.some((group) => group.ingress.some(isSqlRule))) return [];
  return [
    finding('explicit-group-closed', {
      subject: joinShort(groups.map((group) => group.id)),
      about: groups.map((group) => group.id),
      expected: `an ingress rule for ${SQL_PORT}/tcp in a security group of ${path.endpoint?.id ?? 'the endpoint'}`,
      found: 'no ingress rule for that port',
      fix: `Add an ingress rule for ${SQL_PORT}/tcp from your clients. This action changes only its own security group.`,
      basis: ['groups'],
    }),
  ];
}

/** Endpoints of ours for services that no cluster of this step has. */
export function strayEndpoints(plan: Plan, desired: Desired, observed: Observed): Endpoint[] {
  if (namedEndpoint(desired.goal) !== undefined) return [];
  const serving = new Set(plan.paths.flatMap((path) => (path.endpoint === undefined ? [] : [path.endpoint.id])));
  const services = new Set(plan.paths.map((path) => path.serviceName));
  return observed.endpoints.filter(
    (one) => !isGone(one) && isManagedEndpoint(one) && !serving.has(one.id) && !services.has(one.serviceName),
  );
}

/** Left-overs: endpoints of ours that serve nobody, and connections to endpoints that are nowhere in the region. */
export function strayFindings(given: Evidence): BasedFinding[] {
  const { plan, desired, observed } = given;
  const mine = new Map(plan.paths.flatMap((path) => path.members).map((member) => [member.cluster.id, member]));
  return [
    ...strayEndpoints(plan, desired, observed).flatMap((endpoint) => strayFinding(endpoint, mine, given)),
    ...[...mine.values()].flatMap((member) => danglingFindings(member, given)),
  ];
}

/** @param mine the clusters of this step, by their IDs */
function strayFinding(endpoint: Endpoint, mine: ReadonlyMap<string, Member>, given: Evidence): BasedFinding[] {
  const { plan, desired, observed, extra } = given;
  const claims = readClaims(endpoint.tags);
  const claimed = claims.map((claim) => mine.get(claim.clusterId)).find((member) => member !== undefined);
  if (claimed !== undefined) {
    const serviceNow = plan.paths.find((path) => path.members.includes(claimed))?.serviceName;
    return serviceNow === undefined ? [] : [serviceChanged(endpoint, { member: claimed, serviceNow, desired })];
  }
  // Without the service of every cluster nobody knows which endpoints serve none.
  const allKnown =
    plan.paths.every((path) => path.serviceName !== undefined) &&
    observed.clusters.every((view) => view.matches.some((one) => mine.has(one.id)));
  const isUnclaimed = allKnown && claims.every((claim) => extra.goneClusterIds.has(claim.clusterId));
  return isUnclaimed ? [unclaimed(endpoint, claims, desired)] : [];
}

function serviceChanged(
  endpoint: Endpoint,
  { member, serviceNow, desired }: { member: Member; serviceNow: string; desired: Desired },
): BasedFinding {
  return finding('service-changed', {
    subject: endpoint.id,
    expected: `a VPC endpoint for ${serviceNow}`,
    found: `${endpoint.serviceName}, which cluster ${nameOf(member.cluster)} no longer reports`,
    fix: `Delete it once the new endpoint is available: aws ec2 delete-vpc-endpoints --region ${desired.region} --vpc-endpoint-ids ${endpoint.id}`,
    basis: ['endpoints', `services:${member.view.ref}`],
  });
}

function unclaimed(endpoint: Endpoint, claims: readonly Claim[], { clusters }: Desired): BasedFinding {
  return finding(
    'endpoint-unclaimed',
    {
      subject: endpoint.id,
      expected: 'a claim of an environment',
      found:
        claims.length === 0
          ? 'no claim'
          : `claims only for clusters that no longer exist: ${joinShort(claims.map((claim) => claim.clusterId))}`,
      fix: 'Delete it once you are sure that it is unused.',
      basis: ['endpoints', ...clusters.flatMap((ref) => [`cluster:${ref}`, `services:${ref}`] as const)],
    },
    'warning',
  );
}

function danglingFindings({ view }: Member, { desired, observed, extra }: Evidence): BasedFinding[] {
  const { knownEndpointIds } = extra;
  if (knownEndpointIds === undefined) return [];
  return view.connections
    .filter((one) => isDangling(one, observed, desired.region) && !knownEndpointIds.has(one.endpointId))
    .map((connection) =>
      finding('connection-dangling', {
        subject: connection.endpointId,
        expected: `a VPC endpoint in account ${observed.account}, region ${desired.region}`,
        found: `a connection (${connection.rawStatus}) without an endpoint`,
        fix: `Remove the connection of ${connection.endpointId} from the cluster (Cloud Console, Networking, PrivateLink).`,
        basis: [`connections:${view.ref}`, 'endpoints', 'account'],
      }),
    );
}

/** A connection of this account whose endpoint is not among those read; STALE ones are a finding of their own. */
export function isDangling(
  connection: Observed['clusters'][number]['connections'][number],
  observed: Observed,
  region: string,
): boolean {
  const over = ['stale', 'removed'].includes(connectionMeaning(connection));
  const isOurs = isOfPlace(connection, { account: observed.account, region });
  return isOurs && !over && !observed.endpoints.some((one) => one.id === connection.endpointId);
}

/** Clusters that anybody may reach beside the private path. */
export function publicAccess({ plan, extra }: Evidence): BasedFinding[] {
  return plan.paths
    .flatMap((path) => path.members)
    .filter((member) => extra.publicCidrs.get(member.cluster.id)?.includes('0.0.0.0/0') === true)
    .map((member) =>
      finding(
        'public-access',
        {
          subject: nameOf(member.cluster),
          expected: 'no public access in addition to the private connection',
          found: 'the IP allowlist allows 0.0.0.0/0 for SQL',
          fix: 'Remove 0.0.0.0/0 from the IP allowlist of the cluster if all its clients are in the VPC.',
          basis: [`allowlist:${member.view.ref}`],
        },
        'warning',
      ),
    );
}
