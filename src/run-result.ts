import { departs } from './inputs/goal.ts';
import type { ActionInputs } from './inputs/inputs.ts';
import type { Home } from './operations/github-reports.ts';
import type { SweepRow } from './operations/sweep/row.ts';
import type { Verdict } from './operations/verify.ts';
import type { ProbeResult } from './probe/types.ts';
import { withoutBasis } from './reconcile/findings/finding.ts';
import type { LoopResult } from './reconcile/loop.ts';
import type { Observed } from './reconcile/model/observed.ts';
import type { Plan } from './reconcile/model/plan.ts';
import type { RunLog } from './report/run-log.ts';
import {
  type ConnectionReport,
  connectionReports,
  DEFAULT_OUTPUTS,
  departedOutputs,
  type Expected,
  type Outputs,
  outputsOf,
  pendingReports,
  planOutputs,
  reportOutputs,
} from './runner/outputs.ts';
import type { ActionError } from './support/errors.ts';

/** What is known of a run, for whatever way it ends. */
export interface RunResult {
  request?: ActionInputs;
  home?: Home;
  runLog?: RunLog;
  /** The plan that the run began with; later ones are what is left of it. */
  firstPlan?: Plan;
  plan?: Plan;
  observed?: Observed;
  /** The last plan with a private connection in it, and what it rests on: a run that removes one ends without. */
  standing?: { readonly plan: Plan; readonly observed: Observed };
  /** How the loop ended. */
  end?: LoopResult['end'];
  verdict?: Verdict;
  /** What `sweep` did and did not, in which account; undefined for other operations. */
  swept?: { readonly rows: readonly SweepRow[]; readonly account: string };
  /** What a run that removed an environment did, in sentences. */
  removal?: readonly string[];
  probes: readonly ProbeResult[];
  /** By cluster ID: where the run wrote the CA certificate of an Advanced cluster. */
  caPaths?: ReadonlyMap<string, string>;
  failure?: ActionError;
  /** The job summary. */
  markdown?: string;
}

/**
 * Every output of a run, from what is known of it: while it goes on, and however it ends. The only function that
 * decides them.
 */
export function outputsOfRun(result: RunResult): Outputs {
  const { runLog, failure, markdown } = result;
  return {
    ...DEFAULT_OUTPUTS,
    ...stateOutputs(result),
    ...(runLog === undefined ? {} : { changed: String(runLog.changed), created: String(hasCreatedEndpoint(runLog)) }),
    ...(failure === undefined ? {} : { 'error-code': failure.code }),
    // An output that is held back keeps the connection from being used.
    ...(failure?.code === 'secret-in-output' ? { status: 'failed' } : {}),
    ...(markdown === undefined ? {} : { 'summary-markdown': markdown }),
  };
}

function hasCreatedEndpoint({ done, seen }: RunLog): boolean {
  return [...done, ...seen].some(({ action }) => action.kind === 'create-endpoint');
}

/** What the outputs tell of AWS and CockroachDB Cloud. Without a plan nothing is known: the defaults say `failed`. */
function stateOutputs(result: RunResult): Outputs {
  const { request, swept, firstPlan } = result;
  if (swept !== undefined) return sweepOutputs(swept);
  if (request === undefined || firstPlan === undefined) return {};
  const outputs = departs(request) ? departureOutputs(result, request) : connectOutputs(result, request);
  return { ...outputs, ...planOutputs(firstPlan) };
}

function sweepOutputs({ rows, account }: NonNullable<RunResult['swept']>): Outputs {
  const has = (outcome: SweepRow['outcome']) => rows.some((row) => row.outcome === outcome);
  return {
    status: has('failed') ? 'failed' : has('swept') ? 'deleted' : 'absent',
    'aws-account-id': account,
    plan: JSON.stringify(rows.map(({ error: _, removal: __, ...row }) => row)),
    'plan-count': String(rows.filter(({ outcome }) => outcome !== 'kept').length),
    'monthly-cost': '0',
  };
}

/** `ensure`, `verify`, and trusted owners alone. */
function connectOutputs(result: RunResult, request: ActionInputs): Outputs {
  const { verdict, end } = result;
  const seen = seenBy(result);
  if (seen === undefined) return {};
  const reports = reportsOfRun(result);
  const outputs = outputsOf({ ...seen, expected: expectedBy(request) }, reports);
  if (verdict !== undefined) return { ...outputs, ...verdictOutputs(verdict, outputs) };
  if (end === 'pending') return { ...outputs, ...reportOutputs(reports), status: 'pending' };
  return isUnderWay(result) ? { ...outputs, ...reportOutputs(reports) } : outputs;
}

function verdictOutputs({ findings, unchecked }: Verdict, { status }: Outputs): Outputs {
  const drift = findings.filter(({ severity }) => severity === 'error');
  return {
    drift: JSON.stringify(findings.map(withoutBasis)),
    'drift-count': String(drift.length),
    // What could not be read is not known to be absent.
    ...(unchecked.length > 0 && status === 'absent' ? { status: 'failed' } : {}),
  };
}

/** `delete` of a private connection: what it began with stays told until it is gone. */
function departureOutputs(result: RunResult, request: ActionInputs): Outputs {
  const { standing, observed, end, failure, runLog } = result;
  const reports = reportsOfRun(result);
  const told = standing === undefined ? {} : outputsOf({ ...standing, expected: expectedBy(request) }, reports);
  const account = { 'aws-account-id': observed?.account ?? '' };
  if (failure !== undefined) return { ...told, ...account, status: 'failed' };
  if (end === 'pending') return { ...told, ...account, status: 'pending' };
  // Releasing a claim removes the environment too, though no resource has changed.
  const removed = (runLog?.done.length ?? 0) + (runLog?.seen.length ?? 0) > 0;
  const isOver = end === 'done' || (end === 'planned' && reports.length === 0);
  if (!isOver || observed === undefined) return { ...told, ...account };
  return { ...told, ...account, ...departedOutputs(reports, observed, end === 'done' && removed) };
}

/**
 * What the outputs of a run rest on. Steps and blockers of `verify` may rest on what could not be read; findings do
 * not.
 */
function seenBy({ verdict, plan, observed }: RunResult): { plan: Plan; observed: Observed } | undefined {
  if (verdict !== undefined) return { plan: { ...verdict.plan, steps: [], blockers: [] }, observed: verdict.observed };
  return plan === undefined || observed === undefined ? undefined : { plan, observed };
}

/** True where a run failed while something that it asked for may still change. */
function isUnderWay({ request, failure, runLog }: RunResult): boolean {
  return request !== undefined && !departs(request) && failure !== undefined && runLog?.mayBeUnderWay === true;
}

/** The private connection of each cluster, as the outputs tell it; of a run that removes one, as it last stood. */
export function reportsOfRun(result: RunResult): readonly ConnectionReport[] {
  const { request, standing, verdict, end, caPaths } = result;
  if (request === undefined) return [];
  const seen = departs(request) ? standing : seenBy(result);
  if (seen === undefined) return [];
  const reports = connectionReports({ ...seen, expected: expectedBy(request) }, verdict?.judged).map((report) => ({
    ...report,
    // What a run removes is nothing to connect to.
    ...(departs(request) ? { connection_url: '' } : {}),
    ca_cert_path: caPaths?.get(report.cluster_id) ?? '',
  }));
  // What may have been created is not known to be absent, and what may be changing is not known to stay as it is.
  if (departs(request)) return reports.map((report) => asLastRead(report, result.observed));
  return end === 'pending' || isUnderWay(result) ? pendingReports(reports) : reports;
}

/** What a run removes may be on its way out since it was last part of a plan. */
function asLastRead(report: ConnectionReport, observed: Observed | undefined): ConnectionReport {
  const endpoint = observed?.endpoints.find((one) => one.id === report.endpoint_id);
  const view = observed?.clusters.find(({ matches }) => matches.some(({ id }) => id === report.cluster_id));
  const connection = view?.connections.find((one) => one.endpointId === report.endpoint_id);
  return {
    ...report,
    endpoint_state: endpoint?.rawState ?? report.endpoint_state,
    // What is no longer listed is removed, where the list could be read.
    connection_status: view?.failure === undefined ? (connection?.rawStatus ?? '') : report.connection_status,
  };
}

/** What a request expects of its outputs. */
function expectedBy(request: ActionInputs): Expected {
  const { region, privateDns, ownersOnly } = request;
  return { region, privateDns, everyCluster: !ownersOnly && !departs(request) };
}
