import { remember, rememberTry, seenKey } from '../../src/reconcile/model/memory.ts';
import type { Facet } from '../../src/reconcile/model/observed.ts';
import { writtenKey } from '../../src/reconcile/model/written.ts';
import { ActionError, type ErrorCode } from '../../src/support/errors.ts';
import { claims, finished, mark, momentAgo, type Situation, secondsAgo, THIS_RUN } from './finished.ts';
import { all, type Change, groupTags, observed } from './given.ts';

/** How the examples say what this run did before: in seconds before now. */

const recalled =
  (write: (memory: Situation['memory']) => void): Change =>
  (situation) => {
    write(situation.memory);
    return situation;
  };

const did = (stepId: string, ago: number, ...facets: readonly Facet[]): Change =>
  recalled((memory) => remember(memory, stepId, { at: momentAgo(ago), facets }));

/** This run began that many seconds ago. */
export const thisRunBegan =
  (ago: number): Change =>
  (situation) => ({
    ...situation,
    memory: { ...situation.memory, startedAt: secondsAgo(ago), startedAtWall: secondsAgo(ago) },
  });

/** This run waited for the cluster to be created, and saw it so. */
export const thisRunSawCreated = (ago: number): Change =>
  recalled((memory) => memory.becameCreated.set('c-1', secondsAgo(ago)));

/** This run has seen the cluster connected without a private host name for that long. */
export const thisRunSawNoHostName = (ago: number): Change =>
  recalled((memory) => memory.namelessSince.set('c-1', secondsAgo(ago)));

/** CockroachDB Cloud has refused a change of the cluster because it is locked. */
export const thisRunMetLock = (ago: number): Change =>
  recalled((memory) => memory.lockedAt.set('c-1', secondsAgo(ago)));

/** This run has asked for the endpoint services of the cluster. */
export const thisRunAskedForServices = (ago: number): Change => did('create-services:c-1', ago, 'services:orders');

/** This run has asked for the private endpoint connection of the cluster to vpce-1. */
export const thisRunConnected = (ago: number): Change =>
  did('connect:c-1:vpce-1', ago, 'connections:orders', 'endpoints');

/** This run has removed the private endpoint connection of the cluster to vpce-1. */
export const thisRunDisconnected = (ago: number): Change => did('disconnect:c-1:vpce-1', ago, 'connections:orders');

/** CockroachDB Cloud has refused to remove the private endpoint connection of the cluster to vpce-1. */
export const disconnectWasRefused = (code: ErrorCode): Change =>
  recalled((memory) => memory.refused.set('disconnect:c-1:vpce-1', refusal(code)));

/** This run has turned on private DNS of vpce-1. */
export const thisRunTurnedOnPrivateDns = (ago: number): Change => did('dns-on:vpce-1', ago, 'endpoints');

/** AWS has refused to turn on private DNS of vpce-1, since another VPC endpoint holds the name. */
export const privateDnsWasRefused = (ago = 60): Change =>
  recalled((memory) => {
    memory.refused.set('dns-on:vpce-1', refusal('dns-conflict'));
    rememberTry(memory, 'dns-on:vpce-1', { at: momentAgo(ago), facets: [] });
  });

/** This run has changed a setting of vpce-1. */
export const thisRunModifiedEndpoint = (ago: number): Change =>
  recalled((memory) => {
    memory.modified.set('vpce-1', secondsAgo(ago));
    memory.touched.set('endpoints', secondsAgo(ago));
  });

/** This run has changed what these reads show. */
export const thisRunChanged = (ago: number, ...facets: readonly Facet[]): Change =>
  recalled((memory) => rememberTry(memory, 'any', { at: momentAgo(ago), facets }));

/** This run has created the VPC endpoint, to replace others or for the first time. */
export const thisRunCreatedEndpoint = (id: string, replacing: readonly string[] = []): Change =>
  recalled((memory) =>
    memory.createdEndpoints.push({ endpoint: { ...finished.endpoint, id }, at: secondsAgo(50), replacing }),
  );

/** EC2 has said that another run is creating the VPC endpoint. */
export const creationTokenWasTaken = (ago: number): Change =>
  recalled((memory) => memory.tokenTaken.set(finished.service.name, { at: secondsAgo(ago), salt: 0 }));

/** EC2 has refused the availability zone, although the endpoint service lists it. */
export const zoneWasRefused = (zone: string): Change =>
  recalled((memory) => memory.refusedZones.set(finished.service.name, new Set([zone])));

/** EC2 has said that often that the name of the security group is taken, a read lag apart. */
export const groupNameWasTaken = (times: number): Change =>
  all(
    ...Array.from({ length: times }, (_, index) =>
      did(`create-group:${finished.service.name}`, 40 * (times - index), 'groups'),
    ),
  );

/** This run has written the claim of its environment on vpce-1. */
export const thisRunClaimed = (ago: number): Change => {
  const [key] = Object.keys(claims(['staging']));
  return did(`claim:vpce-1:${key}`, ago, 'endpoints');
};

/** This run has known since then that the claim of its environment stands on vpce-1. */
export const claimKnownFor = (seconds: number): Change => {
  const [key = ''] = Object.keys(claims(['staging']));
  return recalled((memory) => memory.claimSeen.set(seenKey('vpce-1', key), secondsAgo(seconds)));
};

/** This run has marked the VPC endpoint as leaving, with its security group unless told otherwise. */
export const thisRunMarked =
  (ago: number, { endpoint = 'vpce-1', group = true, clusterIds = ['c-1'] } = {}): Change =>
  (situation) => {
    const tags = mark(THIS_RUN, ago, { clusterIds });
    const onEndpoint = observed(({ endpoints }) => ({
      endpoints: endpoints.map((one) => (one.id === endpoint ? { ...one, tags: { ...one.tags, ...tags } } : one)),
    }));
    const marked = did(`mark:${endpoint}`, ago, 'endpoints')(onEndpoint(situation));
    return group ? groupTags(tags)(marked) : marked;
  };

/** This run has marked sg-1 alone, since vpce-1 has no room for its mark. */
export const thisRunMarkedGroup = (ago: number): Change =>
  all(did('mark-group:vpce-1', ago, 'groups'), groupTags(mark(THIS_RUN, ago, { clusterIds: ['c-1'] })));

/** This run has given up the claim of its environment on vpce-1 (a claim that is still read is another run's). */
export const thisRunUnclaimed =
  (ago: number): Change =>
  (situation) => {
    const [key = ''] = Object.keys(claims(['staging']));
    const without = observed(({ endpoints }) => ({
      endpoints: endpoints.map(({ tags: { [key]: _, ...tags }, ...one }) => ({ ...one, tags })),
    }));
    return thisRunGaveUp('vpce-1')(did('unclaim:vpce-1', ago, 'endpoints')(without(situation)));
  };

/** This run has given up cluster `orders` on the VPC endpoint, by removing its claim or with the endpoint. */
export const thisRunGaveUp = (endpointId: string): Change =>
  recalled((memory) => memory.givenUp.set(endpointId, new Set(['c-1'])));

/** This run has removed its leaving mark from vpce-1. */
export const thisRunUnmarked = (ago: number): Change => {
  const [key] = Object.keys(mark(THIS_RUN, 0));
  return did(`unmark:vpce-1:${key}`, ago, 'endpoints');
};

/** Something has removed the claim of this run on vpce-1 that often, and this run last noticed it that many seconds ago. */
export const thisRunLostClaim = ({ times, ago }: { times: number; ago: number }): Change =>
  recalled((memory) => {
    const [key = ''] = Object.keys(claims(['staging']));
    const lostAt = secondsAgo(ago);
    memory.written.set(writtenKey('vpce-1', key), { at: lostAt - 1_000, stands: false, lost: times, lostAt });
  });

/** EC2 says that something still uses sg-1. */
export const groupIsStillUsed = (lastSaid: number, since: number): Change =>
  recalled((memory) =>
    memory.heldGroups.set('sg-1', {
      at: secondsAgo(lastSaid),
      since: secondsAgo(since),
      why: 'it has a dependent object',
    }),
  );

/** What CockroachDB Cloud or AWS refused a call with. */
export function refusal(code: ErrorCode): ActionError {
  return new ActionError(code, { cause: 'the call was refused', fix: 'Ask for the permission.' });
}
