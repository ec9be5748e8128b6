import type { Endpoint, Group } from '../../src/aws/types.ts';
import {
  CREATED_AT,
  claimKey,
  claimValue,
  MANAGED_BY,
  MANAGED_BY_VALUE,
  SERVICE as SERVICE_TAG,
} from '../../src/reconcile/model/claims.ts';
import { groupName } from '../../src/reconcile/model/managed.ts';
import { wallTime } from '../../src/support/moment.ts';
import { MOST_TAGS } from './clients.ts';
import { AS_SHIPPED, type Mutation } from './mutations.ts';
import { desiredOf, type Errand, newRun } from './run.ts';
import { shelfOf } from './shelf.ts';
import { movesOf, play, type State } from './state.ts';
import { type Bounds, emptyWorld, FILLER, SERVICE, START, tick, VPC, type World } from './world.ts';

const X = '00000000-0000-4000-8000-000000000001';
const Y = '10000000-0000-4000-8000-000000000002';
/** Which cluster an environment is about. */
const CLUSTER: Readonly<Record<string, readonly string[]>> = { a: [X], b: [X], c: [X], d: [X], y: [Y] };

export interface Scenario {
  readonly name: string;
  /** Environments that have a path when it begins. */
  readonly there: readonly string[];
  readonly runs: readonly `${Errand['operation']} ${string}`[];
  /** The first run has done its first steps, and then slept until its mark was dead. */
  readonly late?: boolean;
  /** Tags of others fill the endpoint. */
  readonly full?: boolean;
  /** How often a hand may take them off. */
  readonly sheds?: number;
  /** How much may go wrong in all, at most one kill and one lost answer; any number if absent. */
  readonly troubles?: number;
  /** How many times a run may freeze; never if absent. */
  readonly freezes?: number;
}

const HOUR_MS = 3_600_000;

/** The state that a search begins with. */
export async function beginning(scenario: Scenario, given: { bounds: Bounds; mutation?: Mutation }): Promise<State> {
  let state = stateOf(scenario, given);
  if (scenario.late !== true) return state;
  for (let first = state.runs[0]; first?.phase.kind !== 'waiting'; first = state.runs[0]) {
    const move = movesOf(state).find((one) => 'run' in one && one.run === 0);
    if (move === undefined) throw new Error('the first run has nothing to do');
    state = await play(state, move);
  }
  const { lag, decision } = given.bounds;
  for (let ticks = 3 * lag + 2 * decision; ticks > 0; ticks -= 1)
    state = { ...state, world: tick(state.world, given.bounds) };
  return state;
}

function stateOf(scenario: Scenario, given: { bounds: Bounds; mutation?: Mutation }): State {
  const mutation = given.mutation ?? AS_SHIPPED;
  const errands = scenario.runs.map((text): Errand => {
    const [operation, environment] = text.split(' ') as [Errand['operation'], string];
    // Who leaves names no cluster: what there is to leave is found by claims and marks alone.
    return { operation, environment, clusters: operation === 'ensure' ? (CLUSTER[environment] ?? []) : [] };
  });
  const environments = [...new Set([...scenario.there, ...errands.map((one) => one.environment)])].sort();
  const swept = errands.filter((one) => one.operation === 'sweep').map((one) => one.environment);
  const world = worldWith(scenario.there, { environments, swept, full: scenario.full === true });
  return {
    conditions: { bounds: given.bounds, mutation },
    world,
    runs: errands.map((errand, index) => {
      const shared = mutation.sharesMarks && errand.operation !== 'ensure';
      return newRun(judged(errand, world), (shared ? 'shared' : `run${index}`).padEnd(12, '-'));
    }),
    clusters: Object.fromEntries(environments.map((one) => [one, CLUSTER[one] ?? []])),
    troubles: scenario.troubles ?? Number.POSITIVE_INFINITY,
    kills: 1,
    losses: 1,
    sheds: scenario.sheds ?? 0,
    freezes: scenario.freezes ?? 0,
    frozen: errands.map(() => undefined),
    paused: errands.map(() => false),
    rested: errands.map(() => false),
    promised: scenario.there.filter((one) => !swept.includes(one)).toSorted(),
    left: [],
    spoiled: errands.map(() => false),
  };
}

/** A sweep gives up the claims as it read them when it judged them idle. */
function judged(errand: Errand, world: World): Errand {
  if (errand.operation !== 'sweep') return errand;
  const keys = Object.keys(claimsOf(errand.environment, 0));
  const [endpoint] = world.endpoints.settled;
  const claims = Object.fromEntries(keys.map((key) => [key, endpoint?.tags[key] ?? '']));
  return {
    ...errand,
    clusters: [],
    goal: { kind: 'leave-endpoint', vpcId: VPC, endpointId: endpoint?.id ?? '', claims },
  };
}

function claimsOf(environment: string, at: number): Record<string, string> {
  const clusters = CLUSTER[environment] ?? [];
  const { owner } = desiredOf({ operation: 'ensure', environment, clusters }, { lag: 0, decision: 0 });
  return Object.fromEntries(
    clusters.map((id) => [
      claimKey(owner, id),
      claimValue(owner, { id, name: `cluster-${id.slice(0, 1)}` }, { at: wallTime(at), nonce: 'before' }),
    ]),
  );
}

/** One endpoint with the claims of all, an hour old; what is to be swept has not been used for a day. */
function worldWith(
  there: readonly string[],
  { environments, swept, full }: { environments: readonly string[]; swept: readonly string[]; full: boolean },
): World {
  const clusters = [...new Set(environments.flatMap((one) => CLUSTER[one] ?? []))].sort();
  const empty = emptyWorld(clusters);
  if (there.length === 0) return empty;
  const ours = { [MANAGED_BY]: MANAGED_BY_VALUE, [CREATED_AT]: '', [SERVICE_TAG]: SERVICE };
  const claims = there.map((one) => claimsOf(one, START - (swept.includes(one) ? 24 : 1) * HOUR_MS));
  const tags: Record<string, string> = Object.assign({ ...ours }, ...claims);
  for (let at = Object.keys(tags).length; full && at < MOST_TAGS; at += 1) tags[`${FILLER}${at}`] = '';
  const group: Group = {
    id: 'sg-0',
    name: groupName(SERVICE),
    vpcId: VPC,
    ownerId: '111122223333',
    tags: ours,
    ingress: [],
  };
  const endpoint: Endpoint = {
    id: 'vpce-0',
    vpcId: VPC,
    ownerId: group.ownerId,
    serviceName: SERVICE,
    state: 'available',
    rawState: 'available',
    interface: true,
    subnetIds: ['subnet-1'],
    groupIds: [group.id],
    networkInterfaceIds: [],
    privateDns: false,
    createdAt: START - HOUR_MS,
    tags,
    requesterManaged: false,
    failure: '',
  };
  const used = new Set(there.flatMap((one) => CLUSTER[one] ?? []));
  return {
    ...empty,
    endpoints: shelfOf([endpoint]),
    groups: shelfOf([group]),
    connections: Object.fromEntries(
      clusters.map((id) => [id, shelfOf(used.has(id) ? [{ id: endpoint.id, tags: {} }] : [])]),
    ),
  };
}
