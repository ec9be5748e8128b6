import { claimKey, readClaims } from '../../src/reconcile/model/claims.ts';
import { desiredOf, type Errand, isOver, type Run } from './run.ts';
import { truth } from './shelf.ts';
import { isConnected, living, type World } from './world.ts';

/** What environments may rely on, and what the end is judged by. */
export interface Promises {
  /** Environments whose path must be whole from now on: their last run that ended was an ensure, and no delete of theirs is near. */
  readonly promised: readonly string[];
  /** Environments that a delete has left for good. */
  readonly left: readonly string[];
  /** By run: an ensure and a delete of one environment that ran beside each other, which end in either way. */
  readonly spoiled: readonly boolean[];
}

/** An environment lost what it was promised, or something was left over. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** Where an environment has its path, in one line for each cluster; what is missing for any of the clusters is told. */
export function whatIsMissing(
  world: World,
  { environment, clusters }: Pick<Errand, 'environment' | 'clusters'>,
): string {
  const { owner } = desiredOf({ operation: 'ensure', environment, clusters }, { lag: 0, decision: 0 });
  for (const id of clusters) {
    const claimed = living(world).filter((one) => one.tags[claimKey(owner, id)] !== undefined);
    if (claimed.length === 0) return `no living endpoint has the claim of ${environment}`;
    const connected = claimed.filter((one) => isConnected(world, id, one.id));
    if (connected.length === 0) return `the cluster of ${environment} is not connected`;
    const groups = truth(world.groups).map((one) => one.id);
    if (!connected.some((one) => one.groupIds.every((group) => groups.includes(group))))
      return `the group of ${environment}'s endpoint is gone`;
  }
  return '';
}

/** What a move means for the promises. */
export function renewed(
  before: Promises & { readonly runs: readonly Run[] },
  runs: readonly Run[],
  moved: number,
): Promises {
  const [was, is] = [before.runs[moved], runs[moved]];
  let { promised, left, spoiled } = before;
  if (was === undefined || is === undefined) return before;
  const { environment, operation } = is.errand;
  const beside = runs.map(
    (run, at) =>
      at !== moved && isUnderWay(run) && run.errand.environment === environment && isOpposite(run.errand, is.errand),
  );
  if (was.phase.kind === 'new') {
    if (operation === 'delete') promised = promised.filter((one) => one !== environment);
    if (operation === 'ensure') left = left.filter((one) => one !== environment);
    spoiled = spoiled.map((one, at) => one || beside[at] === true || (at === moved && beside.includes(true)));
  }
  if (is.phase.kind === 'done' && spoiled[moved] !== true) {
    if (operation === 'ensure') promised = [...new Set([...promised, environment])].sort();
    if (operation === 'delete') left = [...new Set([...left, environment])].sort();
  }
  return { promised, left, spoiled };
}

function isOpposite(one: Errand, other: Errand): boolean {
  return [one.operation, other.operation].sort().join() === 'delete,ensure';
}

function isUnderWay(run: Run): boolean {
  return run.phase.kind !== 'new' && !isOver(run);
}

/** Whether all that is connected is claimed and all that is claimed is connected: what must hold once every run ended well. */
export function whatIsHalf(world: World): string {
  const endpoints = living(world);
  for (const endpoint of endpoints) {
    for (const id of Object.keys(world.connections)) {
      const claimed = readClaims(endpoint.tags).some((claim) => claim.clusterId === id);
      const connected = isConnected(world, id, endpoint.id);
      if (claimed !== connected)
        return `${endpoint.id}: ${claimed ? 'claimed but not connected' : 'connected but not claimed'}`;
    }
    if (readClaims(endpoint.tags).length === 0) return `${endpoint.id} has no claim`;
  }
  if (endpoints.length === 0) return whatIsLeft(world);
  return '';
}

/** What is there at all. */
export function whatIsLeft(world: World): string {
  const endpoints = truth(world.endpoints).filter((one) => one.state !== 'deleting');
  const connected = Object.entries(world.connections).filter(([, shelf]) => truth(shelf).length > 0);
  return [
    ...endpoints.map((one) => one.id),
    ...(endpoints.length === truth(world.endpoints).length ? truth(world.groups).map((one) => one.id) : []),
    ...connected.map(([id]) => `a connection of ${id}`),
  ].join(', ');
}
