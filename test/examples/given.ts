import { type Endpoint, endpointState, type Group, type Subnet, type Vpc, type VpcDns } from '../../src/aws/types.ts';
import type { Cluster, Connection, ConnectionStatus, EndpointService } from '../../src/cockroach/types.ts';
import type { Desired } from '../../src/reconcile/model/desired.ts';
import { isLeaving } from '../../src/reconcile/model/goal.ts';
import type { ClusterView, Facet } from '../../src/reconcile/model/observed.ts';
import { finished, finishedConnection, NOW, type Situation, secondsAgo, subnetIn } from './finished.ts';

/** How the examples say what is given: the finished private connection of finished.ts, and what differs from it. */

type Seen = Situation['observed'];

/** One difference from the finished private connection. */
export type Change = (situation: Situation) => Situation;

/** The finished private connection with the given differences. */
export function given(...changes: readonly Change[]): Situation {
  return all(...changes)(finishedConnection());
}

/** Several differences as one, so that they can have a name. */
export const all =
  (...changes: readonly Change[]): Change =>
  (situation) =>
    changes.reduce((before, change) => change(before), situation);

/** The workflow asks for something else. */
export const asked =
  (change: Partial<Desired>): Change =>
  (situation) => ({ ...situation, desired: { ...situation.desired, ...change } });

/** Something else was read. */
export const observed =
  (change: Partial<Seen> | ((before: Seen) => Partial<Seen>)): Change =>
  (situation) => {
    const fresh = typeof change === 'function' ? change(situation.observed) : change;
    return { ...situation, observed: { ...situation.observed, ...fresh } };
  };

/** CockroachDB Cloud shows something else of cluster `orders`. */
export const view = (change: Partial<ClusterView> | ((before: ClusterView) => Partial<ClusterView>)): Change =>
  observed(({ clusters: [first, ...more] }) => {
    if (first === undefined) throw new Error('the cluster is not there to be changed');
    return { clusters: [{ ...first, ...(typeof change === 'function' ? change(first) : change) }, ...more] };
  });

/** Cluster `orders` itself differs. */
export const cluster = (change: Partial<Cluster>): Change =>
  view(({ matches }) => ({
    matches: matches.map((one) => ({ ...one, stateText: change.state ?? one.stateText, ...change })),
  }));

/** Cluster `orders` is on the Advanced plan. */
export const advancedCluster = (): Change => cluster({ plan: 'advanced', serverless: false, routingId: '' });

/** The workflow names cluster `billing` (ID c-2) too, which has the same endpoint service. */
export const secondCluster = (change: Partial<ClusterView> = {}): Change => {
  const second = (first: ClusterView): ClusterView => ({
    ...first,
    ref: 'billing',
    matches: first.matches.map((one) => ({ ...one, id: 'c-2', name: 'billing' })),
    ...change,
  });
  return all(
    asked({ clusters: ['orders', 'billing'] }),
    observed(({ clusters, readAt }) => ({
      clusters: [...clusters, ...clusters.slice(0, 1).map(second)],
      readAt: { ...readAt, 'connections:billing': NOW },
    })),
  );
};

/** The endpoint service of the cluster differs. */
export const endpointService = (change: Partial<EndpointService>): Change =>
  view(({ services }) => ({
    services: services.map((one) => ({ ...one, statusText: change.status ?? one.statusText, ...change })),
  }));

/** CockroachDB Cloud lists no endpoint service for the cluster. */
export const withoutEndpointService = (): Change => view({ services: [] });

/** The private endpoint connection has another status. */
export const connectionIs = (status: ConnectionStatus): Change =>
  view(({ connections }) => ({ connections: connections.map((one) => ({ ...one, status, rawStatus: status })) }));

/** CockroachDB Cloud lists no private endpoint connection of the cluster. */
export const withoutConnection = (): Change => view({ connections: [] });

/** CockroachDB Cloud lists one more private endpoint connection of the cluster. */
export const alsoConnection = (change: Partial<Connection>): Change =>
  view(({ connections }) => ({ connections: [...connections, { ...finished.connection, ...change }] }));

/** The VPC endpoint differs. */
export const endpoint = (change: Partial<Endpoint>): Change =>
  observed(({ endpoints }) => ({ endpoints: endpoints.map((one) => ({ ...one, ...change })) }));

/** The VPC endpoint is in another state, spelled as EC2 does. */
export const endpointIs = (rawState: string): Change => endpoint({ rawState, state: endpointState(rawState) });

/** The VPC endpoint has these tags besides those that it has. */
export const endpointTags = (tags: Readonly<Record<string, string>>): Change =>
  observed(({ endpoints }) => ({ endpoints: endpoints.map((one) => ({ ...one, tags: { ...one.tags, ...tags } })) }));

/** The VPC endpoint has tags of others too, so that it has that many in all. */
export const endpointFilledTo = (count: number): Change =>
  observed(({ endpoints }) => ({ endpoints: endpoints.map((one) => ({ ...one, tags: filled(one.tags, count) })) }));

/** The security group has tags of others too, so that it has that many in all. */
export const groupFilledTo = (count: number): Change =>
  observed(({ groups }) => ({ groups: groups.map((one) => ({ ...one, tags: filled(one.tags, count) })) }));

function filled(tags: Readonly<Record<string, string>>, count: number): Record<string, string> {
  const all = { ...tags };
  for (let at = Object.keys(all).length; at < count; at += 1) all[`team-${at}`] = '';
  return all;
}

/** The VPC has no VPC endpoint. */
export const withoutEndpoint = (): Change => observed({ endpoints: [] });

/** The VPC has one more VPC endpoint for the same service, made later by the action unless told otherwise. */
export const alsoEndpoint = (id: string, change: Partial<Endpoint> = {}): Change =>
  observed(({ endpoints }) => ({
    endpoints: [...endpoints, { ...finished.endpoint, createdAt: secondsAgo(3600), ...change, id }],
  }));

/** The VPC endpoint was made by somebody else. */
export const endpointOfSomebodyElse = (): Change => endpoint({ tags: {} });

/** The security group differs. */
export const securityGroup = (change: Partial<Group>): Change =>
  observed(({ groups }) => ({ groups: groups.map((one) => ({ ...one, ...change })) }));

/** The security group has these tags besides those that it has. */
export const groupTags = (tags: Readonly<Record<string, string>>): Change =>
  observed(({ groups }) => ({ groups: groups.map((one) => ({ ...one, tags: { ...one.tags, ...tags } })) }));

/** The VPC has no security group of the action. */
export const withoutSecurityGroup = (): Change => observed({ groups: [] });

/** One more security group, in the same VPC unless told otherwise. */
export const alsoSecurityGroup = (id: string, change: Partial<Group> = {}): Change =>
  observed(({ groups }) => ({ groups: [...groups, { ...finished.group, name: id, tags: {}, ...change, id }] }));

/** Nothing of the private connection was made yet: no VPC endpoint, no security group, no connection. */
export const nothingMade = (): Change => all(withoutEndpoint(), withoutSecurityGroup(), withoutConnection());

/** The VPC differs. */
export const vpc = (change: Partial<Vpc>): Change =>
  observed((before) => ({ vpc: { ...(before.vpc ?? finished.vpc), ...change } }));

/** A DNS attribute of the VPC differs. */
export const vpcDns = (change: Partial<VpcDns>): Change =>
  observed({ vpcDns: { support: true, hostnames: true, ...change } });

/** One subnet differs, or is one more. */
export const subnet = (id: string, zoneId: string, change: Partial<Subnet> = {}): Change =>
  observed(({ subnets }) => ({
    subnets: [...subnets.filter((one) => one.id !== id), { ...subnetIn(id, zoneId), ...change }],
  }));

/** These reads began that many seconds ago; all others just now. */
export const readBefore = (ago: number, ...facets: readonly Facet[]): Change =>
  observed(({ readAt }) => ({
    readAt: { ...readAt, ...Object.fromEntries(facets.map((facet) => [facet, secondsAgo(ago)])) },
  }));

/** The run is a `delete`: environment `staging` leaves the clusters that the workflow names. */
export const leaving = (): Change =>
  all(
    asked({ goal: { kind: 'leave-environment', vpcId: 'vpc-1' } }),
    observed({ vpc: undefined, vpcDns: undefined, subnets: [] }),
  );

/** The workflow names the VPC endpoint in `endpoint-id`, and no VPC unless told otherwise, so that it is only connected or disconnected. */
export const attached =
  (vpcId?: string): Change =>
  (situation) => {
    const kind = isLeaving(situation.desired.goal) ? 'detach-endpoint' : 'attach-endpoint';
    const goal = { kind, endpointId: 'vpce-1', vpcId } as const;
    return all(asked({ goal }), observed({ vpc: undefined, vpcDns: undefined, subnets: [], groups: [] }))(situation);
  };
