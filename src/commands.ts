import { isAuthorUnknown } from './github/author.ts';
import { isIssuesOff } from './github/refusals.ts';
import { departs } from './inputs/goal.ts';
import type { ActionInputs } from './inputs/inputs.ts';
import { ensure } from './operations/ensure.ts';
import type { OperationDeps } from './operations/operation.ts';
import { judgeProbes, probePaths } from './operations/probe-paths.ts';
import type { SweepRow } from './operations/sweep/task.ts';
import { type Home, tellDriftIssue } from './operations/github-reports.ts';
import type { Verdict } from './operations/verify.ts';
import type { ProbeResult } from './probe/types.ts';
import { withoutBasis } from './reconcile/findings/finding.ts';
import type { Observed } from './reconcile/model/observed.ts';
import type { Plan } from './reconcile/model/plan.ts';
import { removalLines } from './report/departure-words.ts';
import { tellDeparture, tellEnd, tellProbes, tellVerdict } from './report/closing-lines.ts';
import type { RunLog } from './report/run-log.ts';
import {
  type ConnectionReport,
  connectionReports,
  departedOutputs,
  type Expected,
  outputsOf,
  type outputWriter,
  pendingReports,
  reportOutputs,
} from './runner/outputs.ts';
import { findingWithout } from './runner/redaction.ts';
import type { Runner } from './runner/runner.ts';
import { type ActionError, isActionError } from './support/errors.ts';

/** What is known of a run so far, for whatever way it ends. */
export interface Known {
  request?: ActionInputs;
  home?: Home;
  plan?: Plan;
  observed?: Observed;
  runLog?: RunLog;
  verdict?: Verdict;
  /** What `sweep` did and did not; undefined for other operations. */
  swept?: readonly SweepRow[];
  /** The private connection of each cluster, as the outputs last told it; a departure ends without any. */
  reports: readonly ConnectionReport[];
  /** What a run that removed an environment did, in sentences. */
  removal?: readonly string[];
  probes: readonly ProbeResult[];
  failure?: ActionError;
}

/** Writes outputs, each only when it changes. */
export type Write = ReturnType<typeof outputWriter>;

/** One operation to be carried out, and where its results go. */
export interface Invocation {
  request: ActionInputs;
  deps: OperationDeps;
  known: Known;
  write: Write;
}

/** Carries out the operation that is asked for, and tells what came of it. */
export function conduct(runner: Runner, invocation: Invocation): Promise<void> {
  const { operation } = invocation.request;
  if (operation === 'verify') return verifyAndTell(runner, invocation);
  if (operation === 'sweep') return sweepAndTell(runner, invocation);
  return departs(invocation.request) ? deleteAndTell(runner, invocation) : ensureAndTell(runner, invocation);
}

async function deleteAndTell(runner: Runner, { request, deps, known, write }: Invocation): Promise<void> {
  const { deletePath } = await import('./operations/delete.ts');
  const { end, plan, observed } = await deletePath(request, deps);
  known.runLog?.close();
  const done = known.runLog?.done.map((step) => step.action) ?? [];
  // Releasing a claim removes the environment too, though no resource has changed.
  if (end === 'done') write(departedOutputs(known.reports, observed, done.length > 0));
  if (end === 'planned' && known.reports.length === 0) write(departedOutputs([], observed, false));
  if (end === 'pending') write({ status: 'pending' });
  const removal = removalLines(done, {
    observed,
    environment: request.endpointId === undefined ? request.environment : undefined,
  });
  if (end === 'done' && done.length > 0) known.removal = removal;
  tellDeparture(runner.log, end, { plan, removal });
}

async function sweepAndTell(runner: Runner, { request, deps, known, write }: Invocation): Promise<void> {
  if (known.home === undefined) return;
  const { sweep, sweepFailure } = await import('./operations/sweep/sweep.ts');
  const around = { ...runner, deadline: deps.deadline, githubToken: request.githubToken };
  const { rows, account } = await sweep(request, { ...deps, home: { ...deps.home, ...known.home }, around });
  known.runLog?.close();
  known.swept = rows;
  const swept = rows.some((row) => row.outcome === 'swept');
  write({
    status: swept ? 'deleted' : 'absent',
    'aws-account-id': account,
    plan: JSON.stringify(rows.map(({ error: _, ...row }) => row)),
  });
  const failure = sweepFailure(rows);
  if (failure === undefined) return;
  write({ status: 'failed' });
  throw failure;
}

async function ensureAndTell(runner: Runner, { request, deps, known, write }: Invocation): Promise<void> {
  const carryOut = request.operation === 'delete' ? (await import('./operations/delete.ts')).deletePath : ensure;
  const result = await carryOut(request, deps);
  known.runLog?.close();
  if (result.end === 'pending') {
    known.reports = pendingReports(known.reports);
    write({ ...reportOutputs(known.reports), status: 'pending' });
  }
  tellEnd(runner.log, result.end, { plan: result.plan, changed: known.runLog?.changed ?? false });
  if (!request.probe) return;
  if (result.end !== 'done') {
    runner.log.line(`Not probed: ${result.end === 'planned' ? 'this is a dry run' : 'the path is not finished yet'}.`);
    return;
  }
  known.probes = await probePaths(result.plan, result.observed, {
    region: request.region,
    clients: deps.clients,
    network: runner.network.probe,
    signal: runner.signal,
    deadline: deps.deadline,
    // Whatever a run changes it waits for, and so for what a run that was killed has begun.
    fresh: known.runLog?.spans.some((span) => span.kind === 'wait') ?? false,
    progress: runner.progress,
    log: (line) => runner.log.line(line),
  });
  tellProbes(runner.log, known.probes);
  judgeProbes(known.probes);
}

async function verifyAndTell(runner: Runner, { request, deps, known, write }: Invocation): Promise<void> {
  const { driftOf, judge, verify } = await import('./operations/verify.ts');
  const verdict = await verify(request, deps);
  known.verdict = verdict;
  known.runLog?.close();
  write({ drift: JSON.stringify(verdict.findings.map(withoutBasis)), 'drift-count': String(driftOf(verdict).length) });
  if (request.probe) await probeAfterVerify(runner, { request, deps, known, verdict });
  const { unchecked } = known.verdict;
  tellJudgement({ request, known, verdict, write });
  const unproved = known.probes.some((one) => one.outcome !== 'proved');
  tellVerdict(runner, { ...verdict, unchecked }, { failOnDrift: request.failOnDrift, unproved });
  const outside = known.probes.some((one) => one.outcome === 'outside');
  const drift = driftOf(verdict).length > 0;
  // A path that no probe could probePaths is not clean: then the issue may be opened or edited, never closed.
  if (request.driftIssue && unchecked.length === 0 && !outside && (drift || !unproved)) {
    await keepIssue(runner, { request, deps, known, verdict });
  }
  judge(known.verdict, request.failOnDrift);
  judgeProbes(known.probes);
}

/** Outputs that rest on what `verify` found, and on which reads failed. */
function tellJudgement({ request, known, verdict, write }: Omit<Invocation, 'deps'> & { verdict: Verdict }): void {
  const { observed, judged } = verdict;
  // Steps and blockers may rest on what could not be read; findings do not.
  const plan = { ...verdict.plan, steps: [], blockers: [] };
  const seen = { plan, observed, expected: expectedBy(request) };
  known.reports = connectionReports(seen, judged);
  const { plan: _, ...outputs } = outputsOf(seen, known.reports);
  // What could not be read is not known to be absent.
  const isUnknown = verdict.unchecked.length > 0 && outputs.status === 'absent';
  write({ ...outputs, ...(isUnknown ? { status: 'failed' } : {}) });
}

/** What a request expects of its outputs. */
export function expectedBy(request: ActionInputs): Expected {
  const { region, privateDns, ownersOnly } = request;
  return { region, privateDns, everyCluster: !ownersOnly && !departs(request) };
}

/**
 * Keeps the drift issue. Where that fails, drift is still what the step fails with; an issue that may be another owner's,
 * or one that a clean check does not need, fails nothing.
 */
async function keepIssue(
  runner: Runner,
  { request, deps, known, verdict }: Omit<Invocation, 'write'> & { verdict: Verdict },
): Promise<void> {
  if (known.home === undefined) return;
  try {
    const around = { ...runner, deadline: deps.deadline };
    runner.log.line(
      await tellDriftIssue(
        verdict.findings.map((one) => findingWithout(one, runner.secrets)),
        { request, home: known.home, around, hide: runner.secrets.hide },
      ),
    );
  } catch (error) {
    const drift = verdict.findings.some(({ severity }) => severity === 'error');
    const failsAnyway = drift && request.failOnDrift;
    // Without drift there is nothing to write into an issue.
    const isNeedless = isAuthorUnknown(error) || (!drift && isIssuesOff(error));
    const isWarning = isNeedless || (failsAnyway && isActionError(error) && error.code !== 'cancelled');
    if (!isWarning || !isActionError(error)) throw error;
    runner.annotate('warning', 'drift-issue', `The drift issue was not kept: ${error.message}. ${error.fix}`);
  }
}

/** A probe that could not even be begun (a read is denied, the CA is not to be had) is a check that could not be made. */
async function probeAfterVerify(
  runner: Runner,
  { request, deps, known, verdict }: Omit<Invocation, 'write'> & { verdict: Verdict },
): Promise<void> {
  try {
    known.probes = await probePaths(verdict.plan, verdict.observed, {
      region: request.region,
      clients: deps.clients,
      network: runner.network.probe,
      signal: runner.signal,
      deadline: deps.deadline,
      fresh: false,
      progress: runner.progress,
      log: (line) => runner.log.line(line),
    });
    tellProbes(runner.log, known.probes);
  } catch (error) {
    if (!isActionError(error) || error.code === 'cancelled') throw error;
    known.verdict = { ...verdict, unchecked: [...verdict.unchecked, { what: 'the probe', error }] };
  }
}
