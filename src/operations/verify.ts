import { confirmedGone } from '../cockroach/absence.ts';
import { connectGoal } from '../inputs/goal.ts';
import type { ActionInputs } from '../inputs/inputs.ts';
import {
  type BasedFinding,
  type ExtraSightings,
  type Finding,
  partsOf,
  problemOfFinding,
  type Reading,
} from '../reconcile/findings/finding.ts';
import { findingsOf, withoutNotedFindings } from '../reconcile/findings/findings.ts';
import { isDangling, strayEndpoints } from '../reconcile/findings/manual-findings.ts';
import { withGoneClusters } from '../reconcile/gone-clusters.ts';
import { readClaims } from '../reconcile/model/claims.ts';
import { readinessOf } from '../reconcile/model/cluster-state.ts';
import type { Desired } from '../reconcile/model/desired.ts';
import { vpcOf } from '../reconcile/model/goal.ts';
import { startJournal } from '../reconcile/model/journal.ts';
import type { ClusterView, Facet, Observed } from '../reconcile/model/observed.ts';
import type { Plan } from '../reconcile/model/plan.ts';
import { CLUSTERS_AT_ONCE, type Clients, observeAll } from '../reconcile/observe.ts';
import { isClusterId, nearestCluster } from '../reconcile/observe-clusters.ts';
import { clusterProblem } from '../reconcile/plan/clusters.ts';
import { makePlan } from '../reconcile/plan/planner.ts';
import { accountProblem, vpcProblem } from '../reconcile/plan/vpc.ts';
import type { Judged } from '../runner/outputs.ts';
import { ActionError, isOwnFailure, type Problem } from '../support/errors.ts';
import { mapConcurrent } from '../support/map-concurrent.ts';
import { counted, joinShort, series } from '../support/text.ts';
import { judgedBy } from './judged.ts';
import { desiredOf, type OperationDeps } from './operation.ts';

/** What `verify` found out: never blurred are clean, drift, and what could not be checked. */
export interface Verdict {
  readonly plan: Plan;
  readonly observed: Observed;
  readonly findings: readonly BasedFinding[];
  /** Reads that failed, in words; findings that rest on them are left out. */
  readonly unchecked: readonly { readonly what: string; readonly error: ActionError }[];
  /** What that means for the status of each cluster. */
  readonly judged: Judged;
}

/** Compares what is wanted with what is there; changes nothing at AWS or CockroachDB Cloud. */
export async function verify(request: ActionInputs, deps: OperationDeps): Promise<Verdict> {
  const desired = desiredOf(request, connectGoal(request), deps.home);
  const failures = new Map<Reading, ActionError>();
  const clients = tolerant(deps.clients, failures);
  const observed = await withGoneClusters(await observeAll(desired, clients), { desired, clients: deps.clients });
  await doubtAbsences(failures, observed, deps.clients.cloud);
  forgetHopeless(failures, observed, desired);
  const explained = explainedReadings(failures, observed, desired);
  const journal = startJournal(deps.nonce, deps.started);
  const plan = makePlan({
    // A run that changes nothing need not keep out of the way of one that is leaving: no mark counts as alive.
    desired: { ...desired, readLagMs: 0, decisionMs: 0 },
    observed,
    journal,
    now: clients.clock.now(),
    wallNow: clients.clock.wall(),
  });
  const unread = new Map([...failures.keys()].map((reading) => [reading, nameOf(reading)]));
  deps.listener.planned(
    failures.size === 0
      ? withoutNotedFindings(plan)
      : { ...plan, steps: [], waits: [], blockers: [], notes: [], unread },
    observed,
  );
  const extra = await observeExtra(plan, { desired, observed, clients, cloud: deps.clients.cloud });
  const byRef = withRefs(failures, observed);
  const findings = findingsOf({ plan, desired, observed, extra }).filter(
    (one) => !one.basis.some((reading) => byRef.has(reading)),
  );
  return {
    plan,
    observed,
    findings,
    unchecked: [...failures]
      .filter(([reading]) => !explained.has(reading))
      .map(([reading, error]) => ({ what: nameOf(reading), error })),
    judged: judgedBy({ findings, failed: byRef, observed, plan }),
  };
}

/**
 * @throws ActionError `could-not-check` where a read failed, else `drift` where findings count and the step is to fail
 * for them
 */
export function judge(verdict: Verdict, failOnDrift: boolean): void {
  const { unchecked } = verdict;
  const [first] = unchecked;
  if (first !== undefined) {
    throw new ActionError(
      'could-not-check',
      {
        cause: `Not checked (${first.error.code}): ${joinShort([...new Set(unchecked.map((one) => one.what))])}`,
        said: first.error.message,
        fix: first.error.fix,
        details: unchecked.map(
          ({ what, error }) => `not checked: ${what} (${error.code}: ${error.message} ${error.fix})`,
        ),
        problems: uncheckedProblems(unchecked),
      },
      { cause: first.error },
    );
  }
  const drift = driftOf(verdict);
  if (drift.length > 0 && failOnDrift) {
    throw new ActionError('drift', {
      cause: `${counted(drift.length, 'difference')} from what is configured: ${series([...new Set(drift.map((one) => one.check))])}`,
      fix: 'Run operation: ensure with the same inputs to repair what it can; each finding has its own fix.',
      problems: drift.map(problemOfFinding),
    });
  }
}

/** One problem for each failure, with what was not read because of it. */
function uncheckedProblems(unchecked: Verdict['unchecked']): Problem[] {
  const byFailure = Map.groupBy(unchecked, ({ error }) => `${error.code}\n${error.message}\n${error.fix}`);
  return [...byFailure.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { message, fix, details } = first.error;
    const what = [...new Set(same.map((one) => one.what))].join(', ');
    return [{ code: 'could-not-check', cause: `${message}\nNot checked (${first.error.code}): ${what}`, fix, details }];
  });
}

/** The findings that count. */
export function driftOf(verdict: Verdict): Finding[] {
  return verdict.findings.filter((one) => one.severity === 'error');
}

/** Reads that go on when one of them fails, and remember which did. */
function tolerant(clients: Clients, failures: Map<Reading, ActionError>): Clients {
  async function guard<T>(reading: Reading, read: Promise<T>, fallback: T): Promise<T> {
    try {
      return await read;
    } catch (error) {
      if (!isOwnFailure(error)) throw error;
      failures.set(reading, error);
      return fallback;
    }
  }
  const { ec2, cloud } = clients;
  return {
    clock: clients.clock,
    account: () => guard('account', clients.account(), undefined),
    ec2: {
      ...ec2,
      vpc: (vpcId) => guard('vpc', ec2.vpc(vpcId), { id: vpcId, ownerId: '', cidrs: [] }),
      vpcDns: (vpcId) => guard('vpc-dns', ec2.vpcDns(vpcId), undefined),
      subnets: (vpcId) => guard('subnets', ec2.subnets(vpcId), []),
      endpoints: (of) => guard('endpoints', ec2.endpoints(of), []),
      groups: (of) => guard('groups', ec2.groups(of), []),
    },
    cloud: {
      ...cloud,
      getCluster: (id) => guard(`cluster:${id}`, cloud.getCluster(id), undefined),
      listClusters: () => guard('cluster:*', cloud.listClusters(), []),
      listServices: (id) => guard(`services:${id}`, cloud.listServices(id), []),
      listConnections: (id) => guard(`connections:${id}`, cloud.listConnections(id), []),
      listTrustedOwners: (id) => guard(`owners:${id}`, cloud.listTrustedOwners(id), []),
      listAllowlist: (id) => guard(`allowlist:${id}`, cloud.listAllowlist(id), []),
    },
  };
}

/** The failed reads under the references that findings use, which may be names. */
function withRefs(failures: ReadonlyMap<Reading, ActionError>, observed: Observed): Set<Reading> {
  const all = new Set<Reading>(failures.keys());
  for (const view of observed.clusters) {
    const id = view.matches[0]?.id ?? view.ref;
    for (const kind of ['cluster', 'services', 'connections', 'owners', 'allowlist'] as const) {
      if (
        failures.has(`${kind}:${id}`) ||
        failures.has(`${kind}:${view.ref}`) ||
        (kind === 'cluster' && failures.has('cluster:*'))
      )
        all.add(`${kind}:${view.ref}`);
    }
  }
  return all;
}

/** A cluster that was not shown, and is not proven to be gone, was not checked: the key may not see it. */
async function doubtAbsences(
  failures: Map<Reading, ActionError>,
  observed: Observed,
  cloud: Clients['cloud'],
): Promise<void> {
  const unseen = observed.clusters.filter(
    ({ ref, matches }) => matches.length === 0 && !failures.has(`cluster:${ref}`) && !failures.has('cluster:*'),
  );
  if (unseen.length === 0) return;
  const ids = unseen.map(({ ref }) => ref).filter(isClusterId);
  try {
    const listed = await cloud.listClusters();
    const gone = await confirmedGone(
      { listClusters: async () => listed, getCluster: (id) => cloud.getCluster(id) },
      ids,
    );
    for (const { ref, matches } of unseen) {
      const isAbsent = isClusterId(ref) ? gone.has(ref) : listed.length > 0;
      const nearest = isClusterId(ref) ? undefined : nearestCluster(ref, listed);
      const problem = isAbsent ? undefined : clusterProblem({ ref, matches, nearest }, undefined);
      if (problem !== undefined) failures.set(`cluster:${ref}`, new ActionError(problem.code, problem));
    }
  } catch (error) {
    if (!isOwnFailure(error)) throw error;
    for (const { ref } of unseen) failures.set(`cluster:${ref}`, error);
  }
}

/**
 * Reads of a cluster that cannot have a private path, or of what its plan does not have, are no checks that are
 * missing.
 */
function forgetHopeless(failures: Map<Reading, ActionError>, observed: Observed, desired: Desired): void {
  for (const view of observed.clusters) {
    if (failures.has(`cluster:${view.ref}`) || failures.has('cluster:*')) continue;
    const [cluster] = view.matches;
    const ids = [view.ref, ...(cluster === undefined ? [] : [cluster.id])];
    for (const kind of hopelessReads(view, desired.region)) for (const id of ids) failures.delete(`${kind}:${id}`);
  }
}

/** The reads that say nothing of a cluster in its state and with its plan. */
function hopelessReads(view: ClusterView, region: string): readonly ('services' | 'connections' | 'owners')[] {
  const [cluster] = view.matches;
  const isCreating = cluster !== undefined && readinessOf(cluster) === 'creating';
  if (isCreating || clusterProblem(view, region) !== undefined) return ['services', 'connections', 'owners'];
  return cluster?.serverless === true ? ['owners'] : [];
}

/**
 * Reads that fail because of the account or the VPC that is named: what is known of these is the finding and explains
 * them, so none is a check that is missing. What was not read says nothing all the same.
 */
function explainedReadings(
  failures: ReadonlyMap<Reading, ActionError>,
  observed: Observed,
  desired: Desired,
): ReadonlySet<Reading> {
  const { account, vpc } = observed;
  if (failures.has('account')) return new Set();
  const isWrongAccount = accountProblem(account, desired.allowedAccountIds) !== undefined;
  const vpcId = vpcOf(desired.goal);
  const isWrongVpc =
    vpcId !== undefined &&
    !failures.has('vpc') &&
    vpcProblem(vpc, { vpcId, region: desired.region, account }) !== undefined;
  return new Set(isWrongAccount || isWrongVpc ? ['vpc', 'vpc-dns', 'subnets', 'endpoints', 'groups'] : []);
}

/** What only `verify` looks at, read only where there is something to look for. */
async function observeExtra(
  plan: Plan,
  given: { desired: Desired; observed: Observed; clients: Clients; cloud: Clients['cloud'] },
): Promise<ExtraSightings> {
  const { observed, clients } = given;
  const members = plan.paths.flatMap((path) => path.members);
  const unknown = members.flatMap((member) =>
    member.view.connections
      .filter((one) => isDangling(one, observed, given.desired.region))
      .map((one) => one.endpointId),
  );
  const foreign = plan.paths.flatMap((path) =>
    path.ownership === 'not-ours' || path.ownership === 'attached' ? (path.endpoint?.groupIds ?? []) : [],
  );
  const [known, foreignGroups, goneClusterIds, allowlists] = await Promise.all([
    unknown.length === 0 ? undefined : clients.ec2.endpoints({ endpointIds: unknown }),
    foreign.length === 0 ? [] : clients.ec2.groups({ ids: [...new Set(foreign)] }),
    goneClusters(plan, given),
    mapConcurrent(
      members,
      CLUSTERS_AT_ONCE,
      async ({ cluster }) => [cluster.id, await clients.cloud.listAllowlist(cluster.id)] as const,
    ),
  ]);
  return {
    knownEndpointIds:
      known === undefined ? undefined : new Set(known.filter((one) => one.state !== 'deleted').map((one) => one.id)),
    publicCidrs: new Map(allowlists),
    goneClusterIds,
    foreignGroups,
  };
}

/** Clusters that claims on stray endpoints name and that are gone; what could not be told counts as there. */
async function goneClusters(
  plan: Plan,
  { desired, observed, cloud }: { desired: Desired; observed: Observed; cloud: Clients['cloud'] },
): Promise<Set<string>> {
  const claims = strayEndpoints(plan, desired, observed).flatMap((one) => readClaims(one.tags));
  const ids = [...new Set(claims.map((claim) => claim.clusterId))].filter((id) => id !== '');
  try {
    return ids.length === 0 ? new Set() : await confirmedGone(cloud, ids);
  } catch (error) {
    if (!isOwnFailure(error)) throw error;
    return new Set();
  }
}

const READING_NAMES: Readonly<Record<string, string>> = {
  account: 'the AWS account',
  vpc: 'the VPC',
  'vpc-dns': 'the DNS attributes of the VPC',
  subnets: 'subnets and availability zones',
  endpoints: 'the VPC endpoint',
  groups: 'the security group',
  cluster: 'the cluster',
  services: 'the private endpoint services',
  connections: 'the private endpoint connections',
  owners: 'the trusted owners',
  allowlist: 'the IP allowlist',
};

function nameOf(reading: Reading | Facet): string {
  const { kind, cluster } = partsOf(reading);
  const name = READING_NAMES[kind] ?? kind;
  return cluster === undefined || cluster === '*' ? name : `${name} of cluster ${cluster}`;
}
