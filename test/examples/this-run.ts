import type { Entry, Result } from '../../src/reconcile/model/journal.ts';
import type { Facet } from '../../src/reconcile/model/observed.ts';
import { type StepAction, type StepId, stepId } from '../../src/reconcile/model/steps.ts';
import { ActionError, type ErrorCode } from '../../src/support/errors.ts';
import { wallTime } from '../../src/support/moment.ts';
import { claims, finished, mark, momentAgo, secondsAgo, THIS_RUN } from './finished.ts';
import { all, type Change, groupTags, observed } from './given.ts';

/** How the examples say what this run did before: in seconds before now. */

const noted =
  (...entries: readonly Entry[]): Change =>
  (situation) => {
    const all = [...situation.journal.entries, ...entries].toSorted((one, other) => timeOf(one) - timeOf(other));
    return { ...situation, journal: { ...situation.journal, entries: all } };
  };

function timeOf(entry: Entry): number {
  if (!('at' in entry)) return 0;
  return typeof entry.at === 'number' ? entry.at : entry.at.mono;
}

const called = (step: { id: StepId; action: StepAction }, ago: number, result: Result): Change =>
  noted({ kind: 'call', step, at: momentAgo(ago), result });

const did = (step: { id: StepId; action: StepAction }, ago: number): Change => called(step, ago, { kind: 'done' });

const CLUSTER = { clusterRef: 'orders', clusterId: 'c-1' } as const;
const CONNECT = {
  id: stepId.connect('c-1', 'vpce-1'),
  action: { kind: 'connect', ...CLUSTER, endpointId: 'vpce-1' },
} as const;
const DISCONNECT = {
  id: stepId.disconnect('c-1', 'vpce-1'),
  action: { kind: 'disconnect', ...CLUSTER, endpointId: 'vpce-1' },
} as const;
const DNS_ON = {
  id: stepId.dnsOn('vpce-1'),
  action: { kind: 'set-private-dns', endpointId: 'vpce-1', enabled: true },
} as const;
const CREATE_ENDPOINT = {
  id: stepId.createEndpoint(finished.service.name, 0, 0),
  action: {
    kind: 'create-endpoint',
    serviceName: finished.service.name,
    vpcId: 'vpc-1',
    subnetIds: [],
    groupIds: [],
    tokenParts: [],
    salt: 0,
    replacing: [],
    tags: {},
  },
} as const;
const CREATE_GROUP = {
  id: stepId.createGroup(finished.service.name),
  action: {
    kind: 'create-group',
    serviceName: finished.service.name,
    vpcId: 'vpc-1',
    name: '',
    description: '',
    claims: {},
  },
} as const;

/** This run began that many seconds ago. */
export const thisRunBegan =
  (ago: number): Change =>
  (situation) => ({
    ...situation,
    journal: { ...situation.journal, startedAt: secondsAgo(ago), startedAtWall: wallTime(secondsAgo(ago)) },
  });

/** This run waited for the cluster to be created, and saw it so. */
export const thisRunSawCreated = (ago: number): Change =>
  noted({ kind: 'cluster', clusterId: 'c-1', isCreating: false, at: secondsAgo(ago) });

/** This run has seen the cluster connected without a private host name for that long. */
export const thisRunSawNoHostName = (ago: number): Change =>
  noted({ kind: 'host-name', clusterId: 'c-1', isMissing: true, at: secondsAgo(ago) });

/** CockroachDB Cloud has refused a change of the cluster because it is locked. */
export const thisRunMetLock = (ago: number): Change => called(CONNECT, ago, { kind: 'locked' });

/** This run has asked for the endpoint services of the cluster. */
export const thisRunAskedForServices = (ago: number): Change =>
  did({ id: stepId.createServices('c-1'), action: { kind: 'create-services', ...CLUSTER } }, ago);

/** This run has asked for the private endpoint connection of the cluster to vpce-1. */
export const thisRunConnected = (ago: number): Change => did(CONNECT, ago);

/** This run has removed the private endpoint connection of the cluster to vpce-1. */
export const thisRunDisconnected = (ago: number): Change => did(DISCONNECT, ago);

/** CockroachDB Cloud has refused to remove the private endpoint connection of the cluster to vpce-1. */
export const disconnectWasRefused = (code: ErrorCode): Change =>
  called(DISCONNECT, 0, { kind: 'refused', error: refusal(code) });

/** This run has turned on private DNS of vpce-1. */
export const thisRunTurnedOnPrivateDns = (ago: number): Change => did(DNS_ON, ago);

/** AWS has refused to turn on private DNS for vpce-1, since another VPC endpoint holds the name. */
export const privateDnsWasRefused = (ago = 60): Change =>
  called(DNS_ON, ago, { kind: 'name-held', error: refusal('dns-conflict') });

/** This run has changed a setting of vpce-1. */
export const thisRunModifiedEndpoint = (ago: number): Change =>
  did(
    {
      id: stepId.modify('vpce-1', 'subnets'),
      action: {
        kind: 'modify-endpoint',
        endpointId: 'vpce-1',
        addSubnetIds: [],
        removeSubnetIds: [],
        addGroupIds: [],
        removeGroupIds: [],
      },
    },
    ago,
  );

/** This run has changed what these reads show. */
export const thisRunChanged = (ago: number, ...facets: readonly Facet[]): Change =>
  noted({ kind: 'settled', facets, at: secondsAgo(ago) });

/** This run has created the VPC endpoint, to replace others or for the first time. */
export const thisRunCreatedEndpoint = (id: string, replacing: readonly string[] = []): Change =>
  called({ ...CREATE_ENDPOINT, action: { ...CREATE_ENDPOINT.action, replacing } }, 50, {
    kind: 'done',
    endpoint: { ...finished.endpoint, id },
  });

/** EC2 has said that another run is creating the VPC endpoint. */
export const creationTokenWasTaken = (ago: number): Change =>
  called(CREATE_ENDPOINT, ago, { kind: 'token-taken', salt: 0, spent: false });

/** EC2 has refused the availability zone, although the endpoint service lists it. */
export const zoneWasRefused = (zone: string): Change =>
  called(CREATE_ENDPOINT, 0, { kind: 'zone-refused', serviceName: finished.service.name, zone });

/** EC2 has said that often that the name of the security group is taken, a read lag apart. */
export const groupNameWasTaken = (times: number): Change =>
  all(...Array.from({ length: times }, (_, index) => did(CREATE_GROUP, 40 * (times - index))));

/** This run has written the claim of its environment on vpce-1. */
export const thisRunClaimed = (ago: number): Change => {
  const tags = claims(['staging']);
  return did(
    {
      id: stepId.claim('vpce-1', 0, Object.keys(tags)),
      action: { kind: 'claim', what: 'own', endpointId: 'vpce-1', tags },
    },
    ago,
  );
};

/** This run has known since then that the claim of its environment stands on vpce-1. */
export const claimKnownFor = (seconds: number): Change => {
  const [key = ''] = Object.keys(claims(['staging']));
  return noted({ kind: 'claim', endpointId: 'vpce-1', key, stands: true, at: wallTime(secondsAgo(seconds)) });
};

/** This run has marked the VPC endpoint as leaving, with its security group unless told otherwise. */
export const thisRunMarked =
  (ago: number, { endpoint = 'vpce-1', group = true, clusterIds = ['c-1'] } = {}): Change =>
  (situation) => {
    const tags = mark(THIS_RUN, ago, { clusterIds });
    const onEndpoint = observed(({ endpoints }) => ({
      endpoints: endpoints.map((one) => (one.id === endpoint ? { ...one, tags: { ...one.tags, ...tags } } : one)),
    }));
    const action = { kind: 'mark', endpointId: endpoint, groupId: group ? 'sg-1' : undefined, tags } as const;
    const marked = did({ id: stepId.mark(endpoint), action }, ago)(onEndpoint(situation));
    return group ? groupTags(tags)(marked) : marked;
  };

/** This run has marked sg-1 alone, since vpce-1 has no room for its mark. */
export const thisRunMarkedGroup = (ago: number): Change => {
  const tags = mark(THIS_RUN, ago, { clusterIds: ['c-1'] });
  const action = { kind: 'mark', endpointId: 'vpce-1', groupId: 'sg-1', groupOnly: true, tags } as const;
  return all(did({ id: stepId.markGroupFirst('vpce-1'), action }, ago), groupTags(tags));
};

/** This run has given up the claim of its environment on vpce-1 (a claim that is still read is another run's). */
export const thisRunUnclaimed =
  (ago: number): Change =>
  (situation) => {
    const [key = ''] = Object.keys(claims(['staging']));
    const without = observed(({ endpoints }) => ({
      endpoints: endpoints.map(({ tags: { [key]: _, ...tags }, ...one }) => ({ ...one, tags })),
    }));
    const action = { kind: 'unclaim', endpointId: 'vpce-1', tags: claims(['staging']), clusterIds: ['c-1'] } as const;
    return thisRunGaveUp('vpce-1')(did({ id: stepId.unclaim('vpce-1'), action }, ago)(without(situation)));
  };

/** This run has given up cluster `orders` on the VPC endpoint, by removing its claim or with the endpoint. */
export const thisRunGaveUp = (endpointId: string): Change =>
  noted({ kind: 'releasing', endpointId, clusterIds: ['c-1'] });

/** This run has removed its leaving mark from vpce-1. */
export const thisRunUnmarked = (ago: number): Change => {
  const tags = mark(THIS_RUN, 0);
  const [key = ''] = Object.keys(tags);
  const action = { kind: 'unmark', endpointId: 'vpce-1', groupId: undefined, tags } as const;
  return did({ id: stepId.unmark('vpce-1', key), action }, ago);
};

/** Something has removed the claim of this run on vpce-1 that often, and this run last noticed it that many seconds ago. */
export const thisRunLostClaim = ({ times, ago }: { times: number; ago: number }): Change => {
  const [key = ''] = Object.keys(claims(['staging']));
  const lost = { kind: 'tag-lost', resourceId: 'vpce-1', key, at: secondsAgo(ago) } as const;
  return all(thisRunClaimed(ago + 31), noted(...Array.from({ length: times }, () => lost)));
};

/** EC2 says that something still uses sg-1. */
export const groupIsStillUsed = (lastSaid: number, since: number): Change => {
  const step = { id: stepId.deleteGroup('sg-1'), action: { kind: 'delete-group', groupId: 'sg-1' } } as const;
  const result = { kind: 'in-use', why: 'it has a dependent object' } as const;
  return all(called(step, since, result), called(step, lastSaid, result));
};

/** What CockroachDB Cloud or AWS refused a call with. */
export function refusal(code: ErrorCode): ActionError {
  return new ActionError(code, { cause: 'the call was refused', fix: 'Ask for the permission.' });
}
