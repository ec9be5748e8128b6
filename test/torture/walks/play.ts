import { driftOf } from '../../../src/operations/verify.ts';
import { readClaims, readMarks } from '../../../src/reconcile/model/claims.ts';
import type { LeaveGoal } from '../../../src/reconcile/model/goal.ts';
import { groupName } from '../../../src/reconcile/model/managed.ts';
import { ids } from '../../sandbox/index.ts';
import { createRandom } from '../../sandbox/random.ts';
import type { Endpoint } from '../../sandbox/types.ts';
import { isManaged, isOwned } from '../../support/managed.ts';
import { type Bench, type Ending, LAG_MS, look, makeBench, play } from '../in-memory/bench.ts';
import { HAND } from './hand.ts';
import { BLOCKERS, leftOf, liveEndpoints, missingFrom, serviceOf, TURNED_DOWN } from './truth.ts';
import { type Act, BRISK, ENVIRONMENTS, type HandAct, type RunAct, seedOf, type Walk } from './walk.ts';

/** What a walk came to, for the count at the end. */
export type WalkEnd = 'whole' | 'blocked';

/** Walks, then asks for the path and takes it down; throws where the world is not as the action says. */
export async function playWalk(walk: Walk): Promise<WalkEnd> {
  const random = createRandom(walk.seed);
  const usual = Math.random;
  Math.random = () => random.next();
  try {
    const bench = makeBench({ ...seedOf(walk), settings: { ...walk.settings, seconds: BRISK } }, (waiting) =>
      Math.floor(random.next() * waiting.length),
    );
    for (const act of walk.acts) await playAct(bench, act);
    // What happened a moment ago may not show yet; from here on reads show it.
    bench.turns.pass(LAG_MS + 1_000);
    const end = await askForPath(bench, walk);
    await takeDown(bench, walk);
    return end;
  } finally {
    Math.random = usual;
  }
}

async function playAct(bench: Bench, act: Act): Promise<void> {
  const { turns } = bench;
  if (act.kind === 'time') return turns.pass(act.seconds * 1000);
  if (act.kind === 'hand') return byHand(bench, act.hand);
  const { hand } = act;
  const meanwhile =
    hand === undefined ? undefined : turns.sleep('hand', hand.afterMs).then(() => byHand(bench, hand.act));
  const runs = act.runs.map((run) => play(bench, stepOf(run)));
  const [endings] = await turns.drive(Promise.all([Promise.all(runs), meanwhile]));
  for (const ending of endings) expectKnown(bench, ending);
}

function byHand({ world }: Bench, { what, at }: HandAct): void {
  world.tick();
  HAND[what]?.(world, (list) => list[at % Math.max(1, list.length)]);
  // Noted now, so that reads that lag show it from here on.
  world.tick();
}

function stepOf({ operation, environment, clusters, wish, trouble }: RunAct) {
  return { operation, environment, trouble, inputs: { cluster: clusters.join(','), ...wish } };
}

/** Whatever befalls a run, it ends in one of the ways that say what to do. */
function expectKnown({ world }: Bench, ending: Ending): void {
  if (ending.kind !== 'failed') return;
  const { code, message } = ending.error;
  // Hands may have ended what the run has just made.
  const turnedDown = TURNED_DOWN.includes(code);
  // A cluster may go or be locked between a read and the call that follows it; a lock is refused with the words of one that passes.
  const ofClusters = ['cloud-refused', 'cloud-unavailable', 'timeout'].includes(code);
  const clusterWent = ofClusters && [...world.tables.cluster.values()].some((one) => one.state !== 'CREATED');
  const isBlocker = BLOCKERS[code] !== undefined && code !== 'timeout';
  if (!isBlocker && !turnedDown && !clusterWent) throw new Error(`a run of the walk ended with ${code}: ${message}`);
}

/** `ensure` brings the path about, or names what is truly in the way; then there is nothing left to mend. */
async function askForPath(bench: Bench, { end }: Walk): Promise<WalkEnd> {
  const { world, turns } = bench;
  const inputs = { cluster: end.clusters.join(',') };
  const step = { operation: 'ensure', environment: end.environment, inputs } as const;
  let ending = await turns.drive(play(bench, step));
  // Each time that CockroachDB Cloud turns a connection down is told once.
  for (let tries = 0; tries < 6 && wasTurnedDown(bench, ending); tries += 1) {
    ending = await turns.drive(play(bench, step));
  }
  if (ending.kind === 'failed') {
    const { code, message } = ending.error;
    if (BLOCKERS[code]?.(world, end.clusters) !== true) throw new Error(`ensure ended with ${code}: ${message}`);
    return 'blocked';
  }
  const missing = end.clusters.flatMap((id) => missingFrom(world, id, end.environment));
  if (missing.length > 0) throw new Error(`ensure ended well, but: ${missing.join('; ')}`);
  turns.pass(LAG_MS + 1_000);
  const verdict = await turns.drive(look(bench, end.environment, inputs));
  const drift = driftOf(verdict).filter((one) => one.fix.includes('operation: ensure'));
  if (drift.length > 0) throw new Error(`after ensure verify finds ${drift.map((one) => one.check).join(', ')}`);
  const marked = leavingMarks(world);
  let again = await turns.drive(play(bench, step));
  // A mark that somebody left may have died just now: whoever finds that takes it off, and does what it held up.
  if (leavingMarks(world) < marked) {
    turns.pass(LAG_MS + 1_000);
    again = await turns.drive(play(bench, step));
  }
  if (again.kind !== 'done' || again.writes > 0)
    throw new Error(`a second ensure ${again.kind === 'done' ? `wrote ${again.writes} times` : `is ${again.kind}`}`);
  return 'whole';
}

function leavingMarks(world: Bench['world']): number {
  const resources = [...liveEndpoints(world, isManaged), ...world.groups(isOwned)];
  return resources.flatMap((one) => Object.keys(one.tags)).filter((key) => key.includes('/leaving/')).length;
}

function wasTurnedDown({ world }: Bench, ending: Ending): boolean {
  return ending.kind === 'failed' && TURNED_DOWN.includes(ending.error.code) && world.connectionScript.length > 0;
}

/** `delete` of every environment takes all down; what only `sweep` may judge is swept. */
async function takeDown(bench: Bench, { end }: Walk): Promise<void> {
  const { world, turns } = bench;
  const clusters = [...world.tables.cluster.keys()].join(',');
  const sweep = (goal: LeaveGoal) => turns.drive(play(bench, { operation: 'sweep', environment: '', goal }));
  for (const environment of ENVIRONMENTS) {
    const step = { operation: 'delete', environment, inputs: { cluster: end.named ? clusters : '' } } as const;
    expectDone(await turns.drive(play(bench, step)), `delete of ${environment}`);
  }
  const orphans = liveEndpoints(world, isManaged);
  const living = [...world.tables.cluster.values()].filter((one) => one.state !== 'DELETED');
  const services = living.map((one) => serviceOf(world, one.id));
  for (const one of orphans) {
    const { id, vpcId, serviceName, tags } = one;
    const spared = isSpared(bench, one);
    const claims = readClaims(tags);
    const readable = claims.filter((claim) => claim.clusterId !== '');
    // Nothing leads from a cluster that is gone to an endpoint without claims.
    const clusterIsNamed = end.named && claims.length === 0 && services.includes(serviceName);
    if (readable.length > 0 || clusterIsNamed)
      throw new Error(`after all deletes is left: ${leftOf(world).join(', ')}`);
    const values = Object.fromEntries(claims.map((claim) => [claim.key, claim.value]));
    expectDone(await sweep({ kind: 'leave-endpoint', vpcId, endpointId: id, claims: values }), 'sweep of an endpoint');
    const stays = liveEndpoints(world).some((other) => other.id === id);
    if (spared && one.state === 'available' && !stays) throw new Error(`sweep deleted ${id}, which may be in use`);
    if (!spared || !stays) continue;
    // A person deletes it; its group is swept once it is gone.
    world.deleteEndpoint(id);
    turns.pass(60_000);
  }
  const used = new Set(liveEndpoints(world).flatMap((one) => one.groupIds));
  for (const { id, vpcId } of world.groups((one) => isOwned(one) && !used.has(one.id))) {
    if (end.named && orphans.length === 0) throw new Error(`after all deletes is left: ${leftOf(world).join(', ')}`);
    expectDone(await sweep({ kind: 'leave-group', vpcId, groupId: id }), 'sweep of a group');
  }
  const left = [...liveEndpoints(world, isManaged), ...world.groups((one) => isOwned(one) && !used.has(one.id))];
  if (left.length > 0) throw new Error(`after sweep is left: ${left.map((one) => one.id).join(', ')}`);
  // What the Cloud is removing by now goes by itself.
  turns.pass(60_000);
  world.tick();
  const alive = new Set(liveEndpoints(world).map((one) => one.id));
  const dangling = world.connections().filter((one) => one.ownerId === ids.account && !alive.has(one.endpointId));
  if (end.named && dangling.length > 0)
    throw new Error(`connections are left: ${dangling.map((one) => `${one.clusterId} ${one.status}`).join(', ')}`);
}

/** True for an endpoint that no claim and no mark, also on its group, tells anything of. */
function isSpared({ world }: Bench, { tags, serviceName, vpcId }: Endpoint): boolean {
  const name = groupName(serviceName);
  const groups = world.groups((one) => one.vpcId === vpcId && one.name === name && isOwned(one));
  return (
    readClaims(tags).length === 0 &&
    [tags, ...groups.map((one) => one.tags)].every((all) => readMarks(all).length === 0)
  );
}

function expectDone(ending: Ending, what: string): void {
  if (ending.kind === 'failed') throw new Error(`${what} ended with ${ending.error.code}: ${ending.error.message}`);
  if (ending.kind === 'killed') throw new Error(`${what} was killed`);
}
