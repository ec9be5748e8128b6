import { isAuthorUnknown } from './github/author.ts';
import { isIssuesOff } from './github/refusals.ts';
import { departs } from './inputs/goal.ts';
import type { ActionInputs } from './inputs/inputs.ts';
import { clusterCas } from './operations/cluster-ca.ts';
import { ensure } from './operations/ensure.ts';
import { type Home, tellDriftIssue } from './operations/github-reports.ts';
import type { OperationDeps } from './operations/operation.ts';
import { judgeProbes, probePaths, probeProblems } from './operations/probe-paths.ts';
import type { Verdict } from './operations/verify.ts';
import type { Observed } from './reconcile/model/observed.ts';
import type { Plan } from './reconcile/model/plan.ts';
import { isInternal, type ReadyStep } from './reconcile/model/steps.ts';
import { closingLines, tellDeparture, tellProbes, tellVerdict } from './report/closing-lines.ts';
import { removalLines } from './report/departure-words.ts';
import { sweepLines } from './report/sweep-lines.ts';
import { type RunResult, reportsOfRun } from './run-result.ts';
import { findingWithout } from './runner/redaction.ts';
import type { Runner } from './runner/runner.ts';
import { isActionError, isOwnFailure } from './support/errors.ts';

/** Takes note of what has become known, and writes the outputs that follow. */
export type Tell = (fresh: Partial<RunResult>) => void;

/** One operation to be carried out, and where its results go. */
export interface Invocation {
  request: ActionInputs;
  deps: OperationDeps;
  /** What is known of the run; changed through `tell` only. */
  result: Readonly<RunResult>;
  tell: Tell;
}

/** Carries out the operation that is asked for, and tells what came of it. */
export function runOperation(runner: Runner, invocation: Invocation): Promise<void> {
  const { operation } = invocation.request;
  if (operation === 'verify') return verifyAndTell(runner, invocation);
  if (operation === 'sweep') return sweepAndTell(runner, invocation);
  return departs(invocation.request) ? deleteAndTell(runner, invocation) : ensureAndTell(runner, invocation);
}

async function deleteAndTell(runner: Runner, { request, deps, result, tell }: Invocation): Promise<void> {
  const { deletePath } = await import('./operations/delete.ts');
  const { end, plan, observed } = await deletePath(request, deps);
  result.runLog?.close();
  const done = stepsOf(result).map((step) => step.action);
  const removal = removalLines(done, {
    observed,
    environment: request.endpointId === undefined ? request.environment : undefined,
  });
  tell({ end, plan, observed, ...(end === 'done' ? { removal } : {}) });
  tellDeparture(runner.log, end, { plan, removal });
}

/** What the run did, with what it got no answer to and saw afterwards. */
function stepsOf({ runLog }: Readonly<RunResult>): readonly ReadyStep[] {
  return runLog === undefined ? [] : [...runLog.done, ...runLog.seen];
}

async function sweepAndTell(runner: Runner, { request, deps, result, tell }: Invocation): Promise<void> {
  if (result.home === undefined) return;
  const { sweep, sweepFailure } = await import('./operations/sweep/sweep.ts');
  const context = { ...runner, deadline: deps.deadline, githubToken: request.githubToken };
  const swept = await sweep(request, { ...deps, home: { ...deps.home, ...result.home }, context });
  result.runLog?.close();
  tell({ swept });
  for (const line of sweepLines(swept.rows, request.dryRun)) runner.log.line(line);
  const failure = sweepFailure(swept.rows);
  if (failure !== undefined) throw failure;
}

async function ensureAndTell(runner: Runner, { request, deps, result, tell }: Invocation): Promise<void> {
  const carryOut = request.operation === 'delete' ? (await import('./operations/delete.ts')).deletePath : ensure;
  const cas =
    request.operation === 'ensure' && !request.dryRun && !request.ownersOnly ? clusterCas(deps.clients) : undefined;
  const clients = cas?.clients ?? deps.clients;
  const { end, plan, observed } = await carryOut(request, { ...deps, clients });
  result.runLog?.close();
  tell({ end, plan, observed });
  if (cas !== undefined && end === 'done') tell({ caPaths: await cas.write(observed, runner, request.apiUrl) });
  const changes = stepsOf(result).filter((step) => !isInternal(step)).length;
  const ms = runner.clock.now() - deps.started.mono;
  for (const line of closingLines({ end, plan, reports: reportsOfRun(result), changes, ms })) runner.log.line(line);
  if (!request.probe) return;
  if (end !== 'done') {
    runner.log.line(
      `Not probed: ${end === 'planned' ? 'this is a dry run' : 'the private connection is still pending'}.`,
    );
    return;
  }
  // Whatever a run changes it waits for, and so for what a run that was killed has begun.
  const fresh = result.runLog?.spans.some((span) => span.kind === 'wait') ?? false;
  await probeAndTell(runner, { request, deps: { ...deps, clients }, tell, plan, observed, fresh });
  judgeProbes(result.probes);
}

/** Probes each private connection of a plan from this runner. */
async function probeAndTell(
  runner: Runner,
  {
    request,
    deps,
    tell,
    plan,
    observed,
    fresh,
  }: Omit<Invocation, 'result'> & { plan: Plan; observed: Observed; fresh: boolean },
): Promise<void> {
  const probes = await probePaths(plan, observed, {
    region: request.region,
    clients: deps.clients,
    network: runner.network.probe,
    signal: runner.signal,
    deadline: deps.deadline,
    fresh,
    progress: runner.progress,
    log: (line) => runner.log.line(line),
  });
  tell({ probes });
  tellProbes(runner.log, probes);
}

async function verifyAndTell(runner: Runner, { request, deps, result, tell }: Invocation): Promise<void> {
  const { driftOf, judge, verify } = await import('./operations/verify.ts');
  const found = await verify(request, deps);
  tell({ verdict: found });
  result.runLog?.close();
  const verdict = request.probe ? await probeAfterVerify(runner, { request, deps, tell, verdict: found }) : found;
  const unproved = result.probes.some((one) => one.outcome !== 'proved');
  tellVerdict(runner, verdict, { failOnDrift: request.failOnDrift, unproved });
  const outside = result.probes.some((one) => one.outcome === 'outside');
  const drift = driftOf(verdict).length > 0;
  // A private connection that no probe could prove is not clean: then the issue may be opened or edited, never closed.
  const isSure = verdict.unchecked.length === 0 && !outside;
  if (request.driftIssue && isSure && (drift || !unproved))
    await keepIssue(runner, { request, deps, home: result.home, verdict });
  else if (request.driftIssue)
    runner.log.line('The drift issue was not updated, because not everything could be checked.');
  // Drift is what the step fails with: the probe's problem is told beside it.
  if (drift && request.failOnDrift)
    for (const problem of probeProblems(result.probes)) runner.annotate('warning', problem);
  judge(verdict, request.failOnDrift);
  judgeProbes(result.probes);
}

/**
 * Keeps the drift issue. Where that fails, drift is still what the step fails with; an issue that may be another
 * owner's, or one that a clean check does not need, fails nothing.
 */
async function keepIssue(
  runner: Runner,
  { request, deps, home, verdict }: Pick<Invocation, 'request' | 'deps'> & { home: Home | undefined; verdict: Verdict },
): Promise<void> {
  if (home === undefined) return;
  try {
    const context = { ...runner, deadline: deps.deadline };
    runner.log.line(
      await tellDriftIssue(
        { ...verdict, findings: verdict.findings.map((one) => findingWithout(one, runner.secrets)) },
        { request, home, context, hide: runner.secrets.hide },
      ),
    );
  } catch (error) {
    const drift = verdict.findings.some(({ severity }) => severity === 'error');
    const failsAnyway = drift && request.failOnDrift;
    // Without drift there is nothing to write into an issue.
    const isNeedless = isAuthorUnknown(error) || (!drift && isIssuesOff(error));
    const isWarning = isNeedless || (failsAnyway && isOwnFailure(error));
    if (!isWarning || !isActionError(error)) throw error;
    const cause = `The drift issue was not updated (${error.code})\n${error.message}`;
    runner.annotate('warning', { code: 'drift-issue', cause, fix: error.fix });
  }
}

/**
 * A probe that could not even be begun (a read is denied, the CA is not to be had) is a check that could not be made.
 */
async function probeAfterVerify(
  runner: Runner,
  { request, deps, tell, verdict }: Omit<Invocation, 'result'> & { verdict: Verdict },
): Promise<Verdict> {
  const { plan, observed } = verdict;
  try {
    await probeAndTell(runner, { request, deps, tell, plan, observed, fresh: false });
    return verdict;
  } catch (error) {
    if (!isOwnFailure(error)) throw error;
    const unchecked = [...verdict.unchecked, { what: 'the probe', error }];
    tell({ verdict: { ...verdict, unchecked } });
    return { ...verdict, unchecked };
  }
}
