import { emptySeed, ids, standardRegion, standardWorld } from '../../test/sandbox/index.ts';
import type { WorldSeed } from '../../test/sandbox/seed.ts';
import { virtualTime } from '../../test/sandbox/virtual-time.ts';
import { virtualEnsure, virtualVerify } from './virtual-run.ts';
import { virtualWorld } from './virtual-world.ts';

/**
 * What each change takes here, in seconds: long enough for waits to overlap, the same for all, so that a bound can be
 * told.
 */
const SECONDS = { acceptance: 30, available: 60, connection: 1, dns: 60, createEndpoint: 1 };
/** EC2's bucket of each kind of endpoint write. */
const BUCKET = { size: 4, perSecond: 0.3 };

export interface Crowd {
  runs: number;
  done: number;
  makespanSeconds: number;
  /** No crowd can be quicker: the last endpoint cannot be asked for before the bucket has a token for it. */
  boundSeconds: number;
  /**
   * Tries that EC2 refused for their rate: of endpoint writes, and of everything, for the run that had most and on
   * average.
   */
  throttled: { endpointWrites: { most: number; mean: number }; all: { most: number; mean: number } };
  requests: number;
  /** How many of them were refused for their rate. */
  refused: { ec2: number; cloud: number };
}

/** A world with so many VPCs that are alike. */
export function seedWithVpcs(count: number): WorldSeed {
  const seed = standardWorld().world ?? emptySeed();
  const [vpc] = seed.vpcs;
  if (vpc === undefined) throw new Error('the world has no VPC');
  const subnets = seed.subnets.filter((one) => one.vpcId === vpc.id);
  seed.vpcs = Array.from({ length: count }, (_, index) => ({ ...vpc, id: vpcId(index) }));
  seed.subnets = seed.vpcs.flatMap(({ id }, index) =>
    subnets.map((one, zone) => ({ ...one, vpcId: id, id: `subnet-0${hex(index * 10 + zone)}` })),
  );
  return seed;
}

const hex = (value: number) => value.toString(16).padStart(16, '0');
/** The ID of each of them. */
export const vpcId = (index: number) => `vpc-0${hex(index)}`;

/**
 * Many first runs that begin at the same moment in one account, each for a VPC of its own.
 * @param elsewhere share of the rate of endpoint writes that other accounts of the organization use up
 */
export async function crowd(count: number, elsewhere = 0): Promise<Crowd> {
  const time = virtualTime();
  const world = virtualWorld({
    time,
    seed: seedWithVpcs(count),
    latencyMs: 30,
    randomSeed: 1,
    settings: { seconds: SECONDS, throttle: { elsewhere }, cloud: { standardAccept: 'first-connection' } },
  });
  const startedAt = time.clock.now();
  const results = await time.drive(
    Promise.all(
      Array.from({ length: count }, async (_, run) => {
        const result = await virtualEnsure(run, { 'vpc-id': vpcId(run) }, { time, world });
        return { result, at: time.clock.now() };
      }),
    ),
  );
  const refused = world.requests.filter(({ service, status }) => service === 'ec2' && status === 503);
  const per = (filter: (action: string) => boolean) => {
    const counts = new Array<number>(count).fill(0);
    for (const { run, action } of refused) if (filter(action)) counts[run] = (counts[run] ?? 0) + 1;
    return { most: Math.max(...counts), mean: counts.reduce((sum, one) => sum + one, 0) / count };
  };
  const { acceptance, available, dns, createEndpoint } = SECONDS;
  const perSecond = BUCKET.perSecond * (1 - elsewhere);
  return {
    runs: count,
    done: results.filter(({ result }) => result.end === 'done').length,
    makespanSeconds: (Math.max(...results.map(({ at }) => at)) - startedAt) / 1000,
    boundSeconds: (count - BUCKET.size) / perSecond + createEndpoint + acceptance + available + dns,
    throttled: { endpointWrites: per((action) => action.endsWith('VpcEndpoint')), all: per(() => true) },
    requests: world.requests.length,
    refused: {
      ec2: refused.length,
      cloud: world.requests.filter(({ service, status }) => service === 'cloud' && status === 429).length,
    },
  };
}

export interface Matrix {
  readonly done: number;
  /** The share of their requests to the Cloud that it refused for their rate, after the first ten seconds. */
  readonly refusedLater: number;
  readonly cloudRequests: number;
}

/** Their first ten seconds, in which nobody can know of the others. */
const MEETING_MS = 10_000;

/**
 * The jobs of a matrix that begin at the same moment, with one service account: first runs, which all share an
 * endpoint, or checks.
 * @param clusters how many each job has
 */
export async function matrix(
  jobs: number,
  { operation, clusters }: { operation: 'ensure' | 'verify'; clusters: number },
): Promise<Matrix> {
  const all = clusterIds(jobs * clusters);
  const time = virtualTime();
  const world = virtualWorld({
    time,
    seed: seedWithClusters(all.length),
    latencyMs: 30,
    randomSeed: 1,
    settings: {
      seconds: { acceptance: 0, available: 90, dns: 45, connection: 5 },
      cloud: { standardAccept: 'first-connection' },
    },
  });
  const startedAt = time.clock.now();
  const ends = await time.drive(
    Promise.all(
      Array.from({ length: jobs }, async (_, run) => {
        const cluster = all.slice(run * clusters, (run + 1) * clusters).join('\n');
        if (operation === 'ensure') return (await virtualEnsure(run, { cluster }, { time, world })).end === 'done';
        return (await virtualVerify(run, { cluster }, { time, world })).unchecked.length === 0;
      }),
    ),
  );
  const cloud = world.requests.filter(({ service }) => service === 'cloud');
  const later = cloud.filter(({ at }) => at > startedAt + MEETING_MS);
  return {
    done: ends.filter(Boolean).length,
    refusedLater: later.filter(({ status }) => status === 429).length / Math.max(1, later.length),
    cloudRequests: cloud.length,
  };
}

export interface Sweep {
  clusters: number;
  seconds: number;
  /** What the requests that were sent take at the pace that the Cloud API allows one service account. */
  boundSeconds: number;
  cloudRequests: number;
  throttled: number;
}

/** The Cloud API's limit for one service account. */
const CLOUD_RATE = { size: 10, perSecond: 10 };

/** IDs of clusters of a world with many. */
export const clusterIds = (count: number) =>
  Array.from({ length: count }, (_, index) => `d4444444-4444-4444-8444-${index.toString(16).padStart(12, '0')}`);

/** A world with so many Standard clusters that share one host. */
export function seedWithClusters(count: number): WorldSeed {
  const seed = standardWorld().world ?? emptySeed();
  for (const id of clusterIds(count)) {
    seed.clusters.push({ id, name: `shop-${id.slice(-4)}`, plan: 'STANDARD', regions: [standardRegion()] });
    seed.clusterServices.push({ clusterId: id, region: ids.region, serviceId: ids.standardService });
  }
  return seed;
}

/** One `verify` of many clusters, given by their IDs. */
export async function verifyMany(count: number): Promise<Sweep> {
  const time = virtualTime();
  const world = virtualWorld({ time, seed: seedWithClusters(count), latencyMs: 30, randomSeed: 1, settings: {} });
  const startedAt = time.clock.now();
  const verdict = await time.drive(virtualVerify(0, { cluster: clusterIds(count).join('\n') }, { time, world }));
  if (verdict.unchecked.length > 0) throw new Error(`${verdict.unchecked.length} reads failed`);
  const cloud = world.requests.filter(({ service }) => service === 'cloud');
  const answered = cloud.filter(({ status }) => status === 200).length;
  return {
    clusters: count,
    seconds: (time.clock.now() - startedAt) / 1000,
    boundSeconds: (answered - CLOUD_RATE.size) / CLOUD_RATE.perSecond,
    cloudRequests: cloud.length,
    throttled: cloud.length - answered,
  };
}
