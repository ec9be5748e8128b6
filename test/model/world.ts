import type { Endpoint, Group } from '../../src/aws/types.ts';
import { type Shelf, settle, shelfOf, type Thing, truth, write } from './shelf.ts';

// What the leaving protocol is about, and nothing else: endpoints and groups of one service in one VPC, their tags, and
// which clusters are connected. Every call takes effect at one moment; an endpoint is available at once.

/** Time goes in steps of this many milliseconds. */
export const TICK_MS = 1_000;
/** Any time will do that has 13 digits: `key.ts` tells times by that. */
export const START = Date.UTC(2026, 10, 23);
export const VPC = 'vpc-1';
export const SERVICE = 'com.amazonaws.vpce.us-east-1.vpce-svc-1';

/** The bounds of the guarantee, in ticks. */
export interface Bounds {
  /** Δ: a read shows every write that is older. */
  readonly lag: number;
  /** L: a call takes effect within this time of the read (or, where it destroys nothing, the plan) that decided it. */
  readonly decision: number;
}

export interface World {
  readonly now: number;
  readonly endpoints: Shelf<Endpoint>;
  readonly groups: Shelf<Group>;
  /** By cluster; the ID of a connection is that of its endpoint. */
  readonly connections: Readonly<Record<string, Shelf<Thing>>>;
  /** Client tokens: which endpoint each stands for. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Endpoints that are being deleted, and since when. */
  readonly dying: Readonly<Record<string, number>>;
  /** Counts endpoints and groups, for their IDs. */
  readonly made: number;
}

export function emptyWorld(clusters: readonly string[]): World {
  return {
    now: START,
    endpoints: shelfOf([]),
    groups: shelfOf([]),
    connections: Object.fromEntries(clusters.map((id) => [id, shelfOf([])])),
    tokens: {},
    dying: {},
    made: 0,
  };
}

/** Lets one tick go by: writes settle, and what was being deleted is gone. */
export function tick(world: World, { lag }: Bounds): World {
  const now = world.now + TICK_MS;
  const gone = Object.keys(world.dying).filter((id) => (world.dying[id] ?? now) < now);
  let after: World = { ...world, now };
  for (const id of gone) after = endEndpoint(after, id);
  const until = now - lag * TICK_MS;
  return {
    ...after,
    endpoints: settle(after.endpoints, until),
    groups: settle(after.groups, until),
    connections: mapValues(after.connections, (shelf) => settle(shelf, until)),
  };
}

/** The Cloud drops its entries with the endpoint. */
function endEndpoint(world: World, id: string): World {
  const { [id]: _, ...dying } = world.dying;
  const gone = { at: world.now, id, change: { kind: 'gone' } } as const;
  return {
    ...world,
    dying,
    endpoints: write(world.endpoints, gone),
    connections: mapValues(world.connections, (shelf) =>
      truth(shelf).some((one) => one.id === id) ? write(shelf, gone) : shelf,
    ),
  };
}

/** Tags of others, which fill an endpoint. */
export const FILLER = 'team-';

/** A hand takes the tags of others off all endpoints. */
export function shed(world: World): World {
  const endpoints = truth(world.endpoints).reduce((shelf, { id, tags }) => {
    const fillers = Object.keys(tags).filter((key) => key.startsWith(FILLER));
    if (fillers.length === 0) return shelf;
    const none = Object.fromEntries(fillers.map((key) => [key, null]));
    return write(shelf, { at: world.now, id, change: { kind: 'tags', tags: none } });
  }, world.endpoints);
  return { ...world, endpoints };
}

/** The endpoints that can carry traffic. */
export function living(world: World): readonly Endpoint[] {
  return truth(world.endpoints).filter((one) => one.state === 'available');
}

export function isConnected(world: World, clusterId: string, endpointId: string): boolean {
  const shelf = world.connections[clusterId];
  return shelf !== undefined && truth(shelf).some((one) => one.id === endpointId);
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
