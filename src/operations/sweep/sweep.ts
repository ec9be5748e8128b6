import { type Endpoint, type Group, isGone } from '../../aws/types.ts';
import { confirmedGone } from '../../cockroach/absence.ts';
import type { Repository } from '../../github/live-refs.ts';
import type { ActionInputs } from '../../inputs/inputs.ts';
import {
  ageOf,
  idleOwnClusters,
  isSweepable,
  judgeClaim,
  type LiveRefs,
  mayBeInUse,
  pullOf,
  type SweepRules,
  unusedGroups,
} from '../../reconcile/departure/sweep-rules.ts';
import { isOfRepository, otherRepositories } from '../../reconcile/model/claimants.ts';
import { type Claim, MANAGED_BY, readClaims } from '../../reconcile/model/claims.ts';
import { monthlyCost, monthlyText } from '../../reconcile/model/cost.ts';
import type { LeaveGoal } from '../../reconcile/model/goal.ts';
import {
  endpointMismatch,
  groupMismatch,
  isManagedEndpoint,
  isManagedGroup,
  type Mismatch,
} from '../../reconcile/model/managed.ts';
import { outranked } from '../../reconcile/observe.ts';
import { accountProblem } from '../../reconcile/plan/vpc.ts';
import { duration } from '../../support/clock.ts';
import { ActionError, isOwnFailure } from '../../support/errors.ts';
import { mapConcurrent } from '../../support/map-concurrent.ts';
import { counted } from '../../support/text.ts';
import { type GithubContext, openGithubFor } from '../github-reports.ts';
import type { OperationDeps } from '../operation.ts';
import { isWhole, type SweepRow } from './row.ts';
import { carryOut, type SweepTask } from './task.ts';

/** What a sweep came to. */
export interface SweepResult {
  readonly rows: readonly SweepRow[];
  readonly account: string;
}

type SweepDeps = OperationDeps & { readonly home: OperationDeps['home'] & Repository; readonly context: GithubContext };

/** Endpoints that are left side by side; each waits two read lags. */
const MOST_AT_ONCE = 8;

/**
 * Takes down what environments that are gone have left: claims of deleted branches and closed pull requests of this
 * repository, and orphans of the action that are older than the grace. A call to GitHub that fails sweeps nothing.
 * Goes on past what fails; `sweepFailure` tells it.
 */
export async function sweep(request: ActionInputs, deps: SweepDeps): Promise<SweepResult> {
  const { clients, listener } = deps;
  const { vpcId } = request;
  const home = { account: clients.account() };
  const reads = Promise.all([
    home.account,
    clients.ec2.endpoints({ tagKey: MANAGED_BY, ...(vpcId === undefined ? {} : { vpcId }) }),
    clients.ec2.groups({ tagKey: MANAGED_BY, ...(vpcId === undefined ? {} : { vpcId }) }),
  ]);
  const [account, endpoints, groups] = await reads.catch(async (error: unknown) => {
    throw await outranked(error, request, home);
  });
  const problem = accountProblem(account, request.allowedAccountIds);
  if (problem !== undefined) throw new ActionError(problem.code, problem);
  const rules: SweepRules = { ...deps.home, graceMs: request.sweepGraceMs, wallNow: clients.clock.wall() };
  const ours = endpoints.filter((one) => isManagedEndpoint(one) && one.state !== 'deleted');
  const ownGroups = groups.filter(isManagedGroup);
  listener.info(
    `Found ${counted(ours.length, 'VPC endpoint')} and ${counted(ownGroups.length, 'security group')} of this action in ${vpcId ?? request.region}. Connections made with endpoint-id have no claims, so sweep does not cover them.`,
  );
  const liveRefs = await lookUp(
    ours.flatMap((one) => readClaims(one.tags)),
    rules,
    deps,
  );
  listener.stateRead();
  const tasks = [
    ...(await Promise.all(ours.map((endpoint) => endpointTask(endpoint, { rules, liveRefs, groups, request, deps })))),
    ...(await groupsOfNobody(ownGroups, endpoints, clients)).map((group) => groupTask(group, rules)),
    ...endpoints.flatMap((one) => keptTask(isGone(one) ? undefined : endpointMismatch(one), one, 'VPC endpoint')),
    ...groups.flatMap((one) => keptTask(groupMismatch(one), one, 'security group')),
  ];
  const rows = await mapConcurrent(tasks, MOST_AT_ONCE, (task) => carryOut(task, request, deps));
  return { rows: rows.flat(), account: account ?? '' };
}

/** Managed groups that no endpoint uses, also none that isn't managed. */
async function groupsOfNobody(
  groups: readonly Group[],
  ours: readonly Endpoint[],
  { ec2 }: SweepDeps['clients'],
): Promise<Group[]> {
  const unused = unusedGroups(groups, ours);
  const vpcIds = [...new Set(unused.map((group) => group.vpcId))];
  const all = await Promise.all(vpcIds.map((vpcId) => ec2.endpoints({ vpcId })));
  return unusedGroups(unused, all.flat());
}

const SWEPT_AGAIN = 'Run again; the table in the summary lists what remains and why.';

/** `branch:gone on vpce-…`; the resource alone where the row is about it as a whole. */
function nameOfRow(row: SweepRow): string {
  return isWhole(row) ? row.what : `${row.what} on ${row.resource}`;
}

/** The failure that a sweep ends in, undefined where everything that was to go is gone. */
export function sweepFailure(rows: readonly SweepRow[]): ActionError | undefined {
  const failed = rows.filter((row) => row.outcome === 'failed');
  const [first] = failed;
  if (first === undefined) return undefined;
  return new ActionError(
    'sweep-incomplete',
    {
      cause: `${failed.length} of ${rows.filter((row) => row.outcome !== 'kept').length} could not be swept: ${nameOfRow(first)}`,
      said: first.why,
      fix: first.error?.fix ?? SWEPT_AGAIN,
      details: failed.map((row) => `${nameOfRow(row)}: ${row.why}`),
      problems: failed.map((row) => ({
        code: 'sweep-incomplete',
        cause: `Not swept: ${nameOfRow(row)}\n${row.why}`,
        fix: row.error?.fix ?? SWEPT_AGAIN,
      })),
    },
    { cause: first.error },
  );
}

/** Asks GitHub for what the claims of this repository hang on; nothing is asked where there are none. */
async function lookUp(claims: readonly Claim[], rules: SweepRules, { home, context }: SweepDeps): Promise<LiveRefs> {
  const own = claims.filter((claim) => isSweepable(claim, rules));
  if (own.length === 0) return { branches: new Set(), pulls: new Map() };
  const [api, { liveBranches, pullRequestState }] = await Promise.all([
    openGithubFor(context),
    import('../../github/live-refs.ts'),
  ]);
  const numbers = new Set(own.map((claim) => pullOf(claim, rules)).filter((one) => one !== undefined));
  const branches = own.some((claim) => claim.kind === 'branch') ? await liveBranches(api, home) : new Set<string>();
  const pulls = new Map<number, 'open' | 'closed' | 'absent'>();
  for (const number of numbers) pulls.set(number, await pullRequestState(api, { ...home, number }));
  return { branches, pulls };
}

async function endpointTask(
  endpoint: Endpoint,
  {
    rules,
    liveRefs,
    groups,
    request,
    deps,
  }: { rules: SweepRules; liveRefs: LiveRefs; groups: readonly Group[]; request: ActionInputs; deps: SweepDeps },
): Promise<SweepTask> {
  const claims = readClaims(endpoint.tags);
  const judged = claims
    .filter((claim) => isOfRepository(claim, rules))
    .map((claim) => ({ claim, ...judgeClaim(claim, rules, liveRefs) }));
  const cost = monthlyText(monthlyCost(endpoint.subnetIds.length));
  const gone = judged.filter((one) => one.gone);
  const place = { vpcId: endpoint.vpcId, resource: endpoint.id };
  const rowOf = ({ claim, why }: (typeof judged)[number]) => ({
    what: claim.name || 'an unreadable claim',
    why,
    claimKey: claim.key,
  });
  const foreign = otherRepositories(claims, rules).map(({ name, whose, lastUsed }) => ({
    what: name,
    why: `${whose}; ${lastUsed}; ${cost}`,
    claimKey: undefined,
  }));
  const kept = [...judged.filter((one) => !one.gone).map(rowOf), ...foreign];
  const leave = (some: readonly Claim[]): LeaveGoal => ({
    kind: 'leave-endpoint',
    vpcId: endpoint.vpcId,
    endpointId: endpoint.id,
    claims: Object.fromEntries(some.map((claim) => [claim.key, claim.value])),
  });
  if (gone.length > 0) return { ...place, goal: leave(gone.map((one) => one.claim)), going: gone.map(rowOf), kept };
  if (claims.length === 0 && mayBeInUse(endpoint, groups, '')) {
    const why = `no environment claims it; EC2 reports it as ${endpoint.rawState}; ${cost}`;
    const command = `aws ec2 delete-vpc-endpoints --region ${request.region} --vpc-endpoint-ids ${endpoint.id}`;
    return {
      ...place,
      goal: undefined,
      going: [],
      kept: [{ what: `VPC endpoint ${endpoint.id}`, why, claimKey: undefined, command }],
    };
  }
  const orphan = await orphanReason(endpoint, rules, deps);
  if (orphan === undefined) return { ...place, goal: undefined, going: [], kept };
  const row = { what: `VPC endpoint ${endpoint.id}`, why: orphan.why, claimKey: undefined };
  if (!orphan.gone) return { ...place, goal: undefined, going: [], kept: [...kept, row] };
  return { ...place, goal: leave(claims), going: [row], kept: [] };
}

/** Why an endpoint of ours is an orphan, or would be but for its age; undefined where it is none. */
async function orphanReason(
  endpoint: Endpoint,
  rules: SweepRules,
  deps: SweepDeps,
): Promise<{ gone: boolean; why: string } | undefined> {
  const claimless = readClaims(endpoint.tags).length === 0;
  const clusters = idleOwnClusters(endpoint, rules);
  if (!claimless && (clusters === undefined || !(await areGone(clusters, deps)))) return undefined;
  const why = claimless ? 'no environment claims it' : 'its clusters are deleted';
  return aged(ageOf(endpoint, rules.wallNow), why, rules);
}

/** True where every one of these clusters is proven to be gone; a refusal proves nothing. */
async function areGone(clusterIds: readonly string[], { clients: { cloud } }: SweepDeps): Promise<boolean> {
  try {
    return (await confirmedGone(cloud, clusterIds)).size === clusterIds.length;
  } catch (error) {
    if (!isOwnFailure(error)) throw error;
    return false;
  }
}

/** The row of a resource that has the tag and isn't managed: another owner's, which is kept. */
function keptTask(
  mismatch: Mismatch | undefined,
  { id, vpcId }: { readonly id: string; readonly vpcId: string },
  kind: string,
): SweepTask[] {
  if (mismatch === undefined) return [];
  const row = { what: `${kind} ${id}`, why: `not managed: ${mismatch.why}`, claimKey: undefined };
  return [{ vpcId, resource: id, goal: undefined, going: [], kept: [row] }];
}

function groupTask(group: Group, rules: SweepRules): SweepTask {
  const { gone, why } = aged(ageOf(group, rules.wallNow), 'no VPC endpoint uses it', rules);
  const row = { what: `security group ${group.id}`, why, claimKey: undefined };
  return {
    vpcId: group.vpcId,
    resource: group.id,
    goal: gone ? { kind: 'leave-group', vpcId: group.vpcId, groupId: group.id } : undefined,
    going: gone ? [row] : [],
    kept: gone ? [] : [row],
  };
}

function aged(ageMs: number | undefined, why: string, { graceMs }: SweepRules): { gone: boolean; why: string } {
  if (ageMs === undefined) return { gone: false, why: `${why}, but its tag has no creation time` };
  if (ageMs >= graceMs) return { gone: true, why: `${why}; created ${duration(ageMs)} ago` };
  return {
    gone: false,
    why: `${why}, but it was created ${duration(ageMs)} ago; the grace period is ${duration(graceMs)}`,
  };
}
