import { isGone } from '../../src/aws/types.ts';
import { readClaims } from '../../src/reconcile/model/claims.ts';
import { isManagedEndpoint } from '../../src/reconcile/model/managed.ts';
import { momentOf } from '../../src/support/moment.ts';
import { ENVIRONMENTS } from './life.ts';
import { CONTACT_TAG } from './made.ts';
import type { Place } from './place.ts';
import type { Session } from './session.ts';

/** What is known to have been made; reads by tag find the rest. */
export interface MadeIds {
  readonly endpoints: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly connections: ReadonlySet<string>;
}

/** Something that could not be removed, and the commands that remove it. */
export interface Remaining {
  readonly kind: 'connection' | 'endpoint' | 'group';
  readonly id: string;
  readonly what: string;
  readonly why: string;
  readonly commands: readonly string[];
}

/** Runs what may fail, and remembers by this key whether it did. */
type Attempt = (key: string, run: () => Promise<unknown>) => Promise<boolean>;

const CONNECTIONS = 'connections';
const EVERY_MS = 5_000;
const LONGEST_MS = 15 * 60_000;

/**
 * Removes what questions made: connections, then endpoints, then groups. It goes on after whatever fails, and never
 * throws.
 * @param mine whether a tag's value is of what is to be removed
 * @returns what is still there, as far as it could be read
 */
export async function removeMade(
  place: Place,
  session: Session,
  { made, mine }: { made: MadeIds; mine(tag: string): boolean },
): Promise<Remaining[]> {
  const { ec2, clock, signal } = session;
  const failures = new Map<string, string>();
  const attempt: Attempt = async (id, run) => {
    try {
      await run();
      failures.delete(id);
      return true;
    } catch (error) {
      failures.set(id, firstLine(error));
      return false;
    }
  };
  const found = await readTagged(place, session, mine).catch(() => undefined);
  const endpoints = new Set([...made.endpoints, ...(found?.endpoints ?? [])]);
  const groups = new Set([...made.groups, ...(found?.groups ?? [])]);
  const connections = new Set([...made.connections, ...endpoints]);
  await removeConnections(place, session, { connections, attempt, isRemoved: (status) => REMOVED.includes(status) });
  for (const id of await stillListed(session, endpoints)) await attempt(id, () => ec2.deleteEndpoint(id));
  const refused = [...endpoints].filter((id) => failures.has(id));
  const waitedFor = [...endpoints].filter((id) => !failures.has(id));
  const end = clock.now() + LONGEST_MS;
  const alive = [...refused, ...(await waitUntilGone(session, waitedFor, end))];
  // A group can't go before its endpoint; which is whose is not known here.
  const patience = refused.length > 0 ? clock.now() + EVERY_MS : end;
  for (const id of groups)
    await attempt(id, async () => {
      for (;;) {
        const result = await ec2.deleteGroup(id);
        if (result.kind === 'deleted') return;
        if (clock.now() > patience) throw new Error('it is still in use');
        await clock.sleep(EVERY_MS, signal);
      }
    });
  const listed = await removeConnections(place, session, { connections, attempt, isRemoved: () => false });
  const failed = [...groups].filter((id) => failures.has(id));
  const left = [...kinds('connection', listed), ...kinds('endpoint', alive), ...kinds('group', failed)];
  return left.map((one) => ({
    ...one,
    what: nameOf(one),
    why: failures.get(one.id) ?? failures.get(CONNECTIONS) ?? 'it is still listed',
    commands: [commandOf(place, session, one)],
  }));
}

type Thing = Pick<Remaining, 'kind' | 'id'>;

const kinds = (kind: Thing['kind'], ids: readonly string[]): Thing[] => ids.map((id) => ({ kind, id }));

function nameOf({ kind, id }: Thing): string {
  const words = { connection: 'connection of', endpoint: 'VPC endpoint', group: 'security group' } as const;
  return `${words[kind]} ${id}`;
}

/** The fact, without what it quotes. */
function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/** A read may not show yet what was created a moment ago; see src/reconcile/membership. */
const READ_LAG_MS = 30_000;

/**
 * Endpoints that are to be deleted. One that is gone has no tags any more, so that a role which may only delete what
 * has a tag would be denied. All of them where no read came.
 */
async function stillListed({ ec2, clock, signal }: Session, ids: ReadonlySet<string>): Promise<string[]> {
  const read = () => ec2.endpoints({ endpointIds: [...ids] }).catch(() => undefined);
  if (ids.size === 0) return [];
  let listed = await read();
  if (listed !== undefined && listed.length < ids.size) {
    await clock.sleep(READ_LAG_MS, signal).catch(() => undefined);
    listed = await read();
  }
  return listed?.filter((one) => !isGone(one)).map(({ id }) => id) ?? [...ids];
}

/** What carries the tag of this command in the VPC. @throws ActionError from the reads */
export async function readTagged(
  { vpcId }: Place,
  { ec2 }: Session,
  mine: (tag: string) => boolean,
): Promise<{ endpoints: string[]; groups: string[] }> {
  const of = { vpcId, tagKey: CONTACT_TAG };
  const [endpoints, groups] = await Promise.all([ec2.endpoints(of), ec2.groups(of)]);
  const isMine = ({ tags }: { tags: Readonly<Record<string, string>> }) => mine(tags[CONTACT_TAG] ?? '');
  return {
    endpoints: endpoints.filter((one) => isMine(one) && one.state !== 'deleted').map(({ id }) => id),
    groups: groups.filter(isMine).map(({ id }) => id),
  };
}

/** How long an entry may take to be removed, or to leave the list. */
const LISTED_MS = 180_000;
/** A removed entry may stay listed for as long as its endpoint exists. */
const REMOVED = ['REJECTED', 'DELETED'];

/** Removes the entries of these endpoints at the Cloud. @returns those that are still there, all where no list came */
async function removeConnections(
  { cluster }: Place,
  { cloud, clock, signal }: Session,
  of: { connections: ReadonlySet<string>; isRemoved(status: string): boolean; attempt: Attempt },
): Promise<string[]> {
  if (of.connections.size === 0) return [];
  const end = clock.now() + LISTED_MS;
  for (;;) {
    let left: string[] | undefined;
    const isDone = await of.attempt(CONNECTIONS, async () => {
      const rows = await cloud.listConnections(cluster.id);
      const mine = rows.filter((one) => of.connections.has(one.endpointId) && !of.isRemoved(one.status));
      left = mine.map(({ endpointId }) => endpointId);
      for (const { endpointId, status } of mine)
        if (status !== 'DELETING')
          await cloud.deleteConnection(cluster.id, endpointId, { since: momentOf(clock), ms: LISTED_MS });
    });
    if (left?.length === 0) return [];
    // The client has had its tries: what it could not do is not tried again here.
    if (!isDone || clock.now() > end || signal.aborted) return left ?? [...of.connections];
    await clock.sleep(EVERY_MS, signal).catch(() => undefined);
  }
}

/** @returns endpoints that are still there, all of those where no read came */
async function waitUntilGone({ ec2, clock, signal }: Session, ids: readonly string[], end: number): Promise<string[]> {
  let alive = [...ids];
  while (alive.length > 0) {
    const listed = await ec2.endpoints({ endpointIds: alive }).catch(() => undefined);
    if (listed !== undefined) alive = listed.filter((one) => one.state !== 'deleted').map(({ id }) => id);
    // One that EC2 is deleting goes by itself, but its group can't go before it.
    if (alive.length === 0 || clock.now() > end || signal.aborted) break;
    await clock.sleep(EVERY_MS, signal).catch(() => undefined);
  }
  return alive;
}

/** The command that removes something. The key goes through a pipe: other users can read command lines. */
function commandOf({ region, cluster }: Place, { apiUrl }: Pick<Session, 'apiUrl'>, { kind, id }: Thing): string {
  if (kind === 'endpoint') return `aws ec2 delete-vpc-endpoints --region ${region} --vpc-endpoint-ids ${id}`;
  if (kind === 'group') return `aws ec2 delete-security-group --region ${region} --group-id ${id}`;
  const base = apiUrl.href.replace(/\/+$/, '');
  const url = `${base}/api/v1/clusters/${cluster.id}/networking/private-endpoint-connections/${id}`;
  return `printf 'Authorization: Bearer %s' "$COCKROACH_API_KEY" | curl -fsS -X DELETE -H @- -H 'Cc-Version: 2024-09-16' '${url}'`;
}

/** Endpoints and groups of the service that runs of the action have left in the VPC, with their commands. */
export async function leftByLife(place: Place, session: Session, groupName: string): Promise<Remaining[]> {
  const { vpcId, service, cluster } = place;
  const [endpoints, groups, connections] = await Promise.all([
    session.ec2.endpoints({ vpcId }),
    session.ec2.groups({ vpcId }),
    session.cloud.listConnections(cluster.id),
  ]);
  const live = endpoints.filter((one) => one.serviceName === service?.name && !isGone(one));
  // Others may have come to the VPC since: what they claim, or the action does not manage, is no business of this run.
  const ids = live.filter((one) => isManagedEndpoint(one) && isClaimedByUsOnly(one.tags)).map(({ id }) => id);
  const connected = ids.filter((id) => connections.some(({ endpointId }) => endpointId === id));
  const named = ids.length < live.length ? [] : groups.filter(({ name }) => name === groupName).map(({ id }) => id);
  const left = [...kinds('connection', connected), ...kinds('endpoint', ids), ...kinds('group', named)];
  return left.map((one) => ({
    ...one,
    what: nameOf(one),
    why: 'the action did not delete it',
    commands: [commandOf(place, session, one)],
  }));
}

function isClaimedByUsOnly(tags: Readonly<Record<string, string>>): boolean {
  return readClaims(tags).every(({ name }) => ENVIRONMENTS.some((one) => one === name));
}
