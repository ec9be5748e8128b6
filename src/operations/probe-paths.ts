import { type Endpoint, isGone, SQL_PORT } from '../aws/types.ts';
import { nameOf } from '../cockroach/types.ts';
import type { ProbeNetwork, ProbeResult, ProbeTarget } from '../probe/types.ts';
import { sameRegion } from '../reconcile/model/cluster-state.ts';
import type { Observed } from '../reconcile/model/observed.ts';
import type { Path, Plan } from '../reconcile/model/plan.ts';
import type { Clients } from '../reconcile/observe.ts';
import { ActionError, type Problem } from '../support/errors.ts';
import type { Progress } from '../support/progress.ts';
import { namePatience } from './name-patience.ts';
import { probeWithRetries } from './name-retries.ts';

/**
 * Proves the path of each cluster from this runner: name, addresses, TCP, the SQL protocol's TLS and its certificate.
 * Clusters without an endpoint are left out: there is nothing to probe yet, and the plan says so.
 * @param given.fresh the run waited for something to change, so that names may still be on their way
 */
export async function probePaths(
  plan: Plan,
  observed: Observed,
  given: {
    region: string;
    clients: Clients;
    network: () => Promise<ProbeNetwork>;
    signal: AbortSignal;
    deadline: number;
    fresh: boolean;
    progress: Progress;
    log(line: string): void;
  },
): Promise<ProbeResult[]> {
  const { clients, signal, region, fresh } = given;
  const paths = plan.paths.filter((path) => path.endpoint !== undefined);
  if (paths.length === 0) return [];
  const [{ probe }, network] = await Promise.all([import('../probe/probe.ts'), given.network()]);
  const addresses = await addressesByEndpoint(observed.endpoints, clients);
  const signs = { fresh, wallNow: clients.clock.wall() };
  const targets = await Promise.all(
    paths.flatMap((path) =>
      path.members.map(async (member) => ({
        target: await targetOf(path, member, { region, addresses, clients }),
        patienceMs: path.endpoint === undefined ? 0 : namePatience(path.endpoint, signs),
      })),
    ),
  );
  return probeWithRetries(targets, {
    clock: clients.clock,
    signal,
    deadline: given.deadline,
    probe: (target) => probe(target, { ...network, signal }),
    progress: given.progress,
    log: given.log,
  });
}

/** The private addresses of the network interfaces of each endpoint. */
async function addressesByEndpoint(endpoints: readonly Endpoint[], { ec2 }: Clients): Promise<Map<string, string[]>> {
  const live = endpoints.filter((one) => !isGone(one));
  const interfaces = await ec2.interfaceAddresses(live.flatMap((one) => one.networkInterfaceIds));
  return new Map(live.map((one) => [one.id, one.networkInterfaceIds.flatMap((id) => interfaces.get(id) ?? [])]));
}

async function targetOf(
  path: Path,
  { cluster }: Path['members'][number],
  given: { region: string; addresses: ReadonlyMap<string, readonly string[]>; clients: Clients },
): Promise<ProbeTarget> {
  const endpointId = path.endpoint?.id ?? '';
  const host = cluster.regions.find((one) => sameRegion(one.name, given.region))?.internalDns ?? '';
  return {
    cluster: nameOf(cluster),
    host,
    port: SQL_PORT,
    endpointId,
    vpcId: path.endpoint?.vpcId ?? '',
    privateDns: path.endpoint?.privateDns ?? false,
    addresses: given.addresses.get(endpointId) ?? [],
    others: [...given.addresses]
      .filter(([id]) => id !== endpointId)
      .map(([id, addresses]) => ({ endpointId: id, addresses })),
    ca: cluster.serverless ? undefined : await given.clients.cloud.clusterCa(cluster.id),
  };
}

/** @throws ActionError with the code of the first probe that did not prove its path; all are listed */
export function judgeProbes(results: readonly ProbeResult[]): void {
  const [first, ...more] = unproved(results);
  if (first?.code === undefined) return;
  throw new ActionError(first.code, {
    cause: first.cause,
    fix: first.fix,
    details: more.map((one) => `${one.code}: ${one.cause} ${one.fix}`),
    problems: probeProblems(results),
  });
}

/** What the probes failed with, each with its fix; what this runner could not check counts only by itself. */
export function probeProblems(results: readonly ProbeResult[]): Problem[] {
  return unproved(results).map(({ code = 'could-not-check', cause, fix }) => ({ code, cause, fix }));
}

function unproved(results: readonly ProbeResult[]): ProbeResult[] {
  const failed = results.filter((one) => one.outcome === 'failed');
  return failed.length > 0 ? failed : results.filter((one) => one.outcome === 'outside');
}
