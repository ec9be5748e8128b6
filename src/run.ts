import { openClients } from './clients.ts';
import { runOperation, type Tell } from './commands.ts';
import { runText } from './github/markdown.ts';
import { isBranchOrPull, unsweptName } from './inputs/environment-name.ts';
import { departs } from './inputs/goal.ts';
import { type AboutRun, type ActionInputs, readInputs } from './inputs/inputs.ts';
import type { SecretsWithheld } from './inputs/parsers.ts';
import { type Home, pullNumberOf, tellPullRequest } from './operations/github-reports.ts';
import type { OperationDeps } from './operations/operation.ts';
import { leftOverLines, stillThere } from './report/cost.ts';
import { startRunLog } from './report/run-log.ts';
import { changeLines } from './report/step-lines.ts';
import type { SummaryFacts } from './report/summary/facts.ts';
import { commentMarkdown, summaryMarkdown } from './report/summary.ts';
import { outputsOfRun, type RunResult, reportsOfRun } from './run-result.ts';
import { addGivenSecrets } from './runner/given-secrets.ts';
import { outputWriter } from './runner/outputs.ts';
import { errorWithout, markdownWithout, withRedaction, writerWithoutSecrets } from './runner/redaction.ts';
import type { RawRunner, Runner } from './runner/runner.ts';
import { eventUnread } from './runner/runner-files.ts';
import { ActionError, cancelled, describeError, isActionError, type Problem, problemsOf } from './support/errors.ts';
import { type Moment, momentOf } from './support/moment.ts';
import { createProgress } from './support/progress.ts';
import { counted } from './support/text.ts';

/**
 * One run from inputs to outputs; never throws.
 * @returns the exit code: 0, 1 for a failure, 130 when cancelled
 */
export async function run(bare: RawRunner): Promise<number> {
  const { runner, over } = heard(withRedaction(bare));
  const started = momentOf(runner.clock);
  const write = writerWithoutSecrets(outputWriter(runner.setOutput), runner.secrets);
  const result: RunResult = { probes: [] };
  const tell: Tell = (fresh) => {
    Object.assign(result, fresh);
    write(outputsOfRun(result));
  };
  tell({});
  let failure: ActionError | undefined;
  try {
    addGivenSecrets(runner);
    await operate(runner, { result, tell, started });
  } catch (error) {
    failure = errorWithout(isActionError(error) ? error : internalError(error), runner.secrets);
  }
  // Whoever was told that the run stops is not told that it ended well: a signal counts even if nothing was left to do.
  if (runner.signal.aborted) failure = cancelled();
  const exitCode = failure === undefined ? 0 : failure.code === 'cancelled' ? 130 : 1;
  runner.decided(exitCode);
  result.runLog?.close();
  tell(failure === undefined ? {} : { failure });
  await report(runner, { result, tell, startedAt: started.mono });
  endRecording(runner, { result, exitCode });
  over();
  return exitCode;
}

/** A run is as good without its recording as with it. */
function endRecording(runner: Runner, { result, exitCode }: { result: Readonly<RunResult>; exitCode: number }): void {
  const steps = (result.runLog?.done ?? []).map(({ action }) => action.kind);
  if (runner.recording === undefined) return;
  const { exchanges, trouble } = runner.recording.end({ exitCode, outputs: outputsOfRun(result), steps });
  if (trouble === undefined) {
    runner.log.line(`Recording of ${counted(exchanges, 'request')} written to ${runner.input('record')}`);
    return;
  }
  runner.annotate('warning', {
    code: 'record',
    cause: `The recording is not complete: it could not be written\n${describeError(trouble)}`,
    fix: 'Check the disk of the runner.',
  });
}

/** The runner with an ear for silence: what a run waits for is said while nothing else is. */
function heard(runner: Omit<Runner, 'progress'>): { runner: Runner; over(): void } {
  const { log, clock } = runner;
  const ended = new AbortController();
  const progress = createProgress({ clock, line: (text) => log.line(text) });
  const noting =
    <A extends unknown[]>(tell: (...given: A) => void) =>
    (...given: A) => {
      progress.heard();
      tell(...given);
    };
  void progress.watch(ended.signal);
  return {
    runner: {
      ...runner,
      progress,
      log: { ...log, line: noting(log.line), startGroup: noting(log.startGroup), warning: noting(log.warning) },
    },
    over: () => ended.abort(),
  };
}

/** Reads the inputs, opens the clients and does what is asked. */
async function operate(
  runner: Runner,
  { result, tell, started }: { result: Readonly<RunResult>; tell: Tell; started: Moment },
): Promise<void> {
  const request = readInputs(runner.input, runner.env, await aboutRun(runner));
  tell({ request });
  tell({ home: await homeOf(runner, request) });
  const unswept = request.operation === 'ensure' ? unsweptName(request.environment) : undefined;
  if (unswept !== undefined)
    runner.annotate('warning', { code: 'environment', cause: unswept.cause, fix: `${unswept.fix}.` });
  const deadline = started.mono + request.timeoutSeconds * 1000;
  const clients = await openClients(request, { ...runner, info: (line) => runner.log.line(line), deadline });
  const runLog = startRunLog(runner.log, {
    now: runner.clock.now,
    readLagMs: request.readLagMs,
    planTitle: request.operation === 'verify' ? 'What ensure would do' : 'Plan',
    onPlan: (plan, observed) => {
      runner.recording?.waiting([...new Set(plan.waits.map(({ kind }) => kind))]);
      tell({
        plan,
        observed,
        ...(result.firstPlan === undefined ? { firstPlan: plan } : {}),
        ...(plan.paths.length === 0 ? {} : { standing: { plan, observed } }),
      });
    },
  });
  tell({ runLog });
  const deps: OperationDeps = {
    clients,
    signal: runner.signal,
    listener: runLog,
    deadline,
    started,
    nonce: runner.nonce,
    home: {
      serverUrl: runner.env['GITHUB_SERVER_URL'] ?? '',
      repositoryId: runner.env['GITHUB_REPOSITORY_ID'] || runner.env['GITHUB_REPOSITORY'] || 'local',
    },
  };
  try {
    await runOperation(runner, { request, deps, result, tell });
  } finally {
    await clients.close().catch(() => undefined);
  }
}

/** What the inputs cannot be judged without; the event is read only where they need it. */
async function aboutRun(runner: Runner): Promise<AboutRun> {
  const { input, env } = runner;
  const keyless = [input('cockroach-api-key'), env['COCKROACH_API_KEY'] ?? ''].every((key) => key.trim() === '');
  return {
    withheld: keyless ? await secretsWithheld(runner) : undefined,
    recordMistake: runner.recordMistake,
    event: isBranchOrPull(input('environment')) ? await runner.eventNames() : undefined,
  };
}

/** Whose run this is, where GitHub gives it no secrets. */
async function secretsWithheld({ env, token }: Runner): Promise<SecretsWithheld | undefined> {
  if (await token.isFork()) return 'fork';
  return env['GITHUB_ACTOR'] === 'dependabot[bot]' ? 'dependabot' : undefined;
}

/** Summary, comment and annotation, in this order, whatever way the run ended. */
async function report(
  runner: Runner,
  { result, tell, startedAt }: { result: Readonly<RunResult>; tell: Tell; startedAt: number },
): Promise<void> {
  const { failure, request, home } = result;
  const link = failure === undefined ? '' : troubleshootingLink(runner.env, failure.code);
  const facts = { ...factsOf(result), totalMs: runner.clock.now() - startedAt, errorLink: link };
  const markdown = summaryMarkdown(facts);
  tell({ markdown });
  await runner.showSummary(markdown);
  if (request?.comment === true && home !== undefined && failure?.code !== 'cancelled') {
    await comment(runner, facts, { request, home });
  }
  if (failure === undefined) return;
  if (isDeparting(result) && result.plan !== undefined)
    for (const line of leftOverLines(stillThere(result.plan))) runner.log.line(line);
  for (const problem of problemsOf(failure)) runner.annotate('error', problem);
}

/** What the summary shows of a run, apart from what depends on the runner. */
function factsOf(result: Readonly<RunResult>): Omit<SummaryFacts, 'totalMs' | 'errorLink'> {
  const { request, runLog } = result;
  return {
    plan: result.plan,
    observed: result.observed,
    operation: request?.operation,
    environment: request?.environment ?? '',
    attached: request?.endpointId !== undefined,
    region: request?.region ?? '',
    apiUrl: request?.apiUrl,
    reports: reportsOfRun(result),
    spans: runLog?.spans ?? [],
    done: [
      ...(runLog?.done ?? []).map((step) => step.title),
      ...(runLog?.seen ?? []).map((step) => `${step.title} (no answer, but a later read shows it)`),
    ],
    changes: changeLines([...(runLog?.done ?? []), ...(runLog?.seen ?? [])], result.observed),
    changed: runLog?.changed ?? false,
    created: runLog?.created ?? new Set(),
    dryRun: request?.dryRun ?? false,
    departure: isDeparting(result),
    removal: result.removal ?? [],
    swept: result.swept?.rows,
    verdict: result.verdict,
    probes: result.probes,
    error: result.failure,
  };
}

function isDeparting({ request }: Readonly<RunResult>): boolean {
  return request !== undefined && departs(request);
}

/** A comment that cannot be made is a warning: what the step was for is done or has failed by itself. */
async function comment(
  runner: Runner,
  facts: SummaryFacts,
  { request, home }: { request: ActionInputs; home: Home },
): Promise<void> {
  try {
    const context = { ...runner, deadline: runner.clock.now() + 60_000 };
    const { hide } = runner.secrets;
    const markdown = commentMarkdown(facts, {
      writtenBy: runText(home, runner.clock.wall()),
      hide: (text) => markdownWithout(text, runner.secrets),
    });
    runner.log.line(await tellPullRequest({ markdown, observed: facts.observed }, { request, home, context, hide }));
  } catch (error) {
    runner.annotate('warning', commentProblem(error));
  }
}

function commentProblem(error: unknown): Problem {
  const cause = 'The comment on the pull request was not written';
  if (!isActionError(error)) return { code: 'comment', cause: `${cause}\n${describeError(error)}`, fix: '' };
  return { code: 'comment', cause: `${cause} (${error.code})\n${error.message}`, fix: error.fix };
}

/** Where the workflow runs; the pull request only where a comment needs one. */
async function homeOf(runner: Runner, request: ActionInputs): Promise<Home> {
  const { env } = runner;
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  // On `pull_request` GITHUB_SHA is a merge commit, which no list of the pull request has.
  const names = request.comment && env['GITHUB_EVENT_NAME'] === 'pull_request' ? await runner.eventNames() : undefined;
  const home = {
    owner,
    repo,
    runUrl: `${env['GITHUB_SERVER_URL'] ?? ''}/${owner}/${repo}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}`,
    runNumber: env['GITHUB_RUN_NUMBER'] ?? '',
    commit: names?.head?.commit ?? env['GITHUB_SHA'] ?? '',
    pullNumber: request.comment ? await runner.pullNumber() : 0,
  };
  if (request.comment && pullNumberOf(request, home) === 0) {
    const { unread } = await runner.eventNames();
    if (unread !== undefined) throw eventUnread('comment', unread);
    throw new ActionError('input-invalid', {
      cause: 'comment: neither the event of this run nor `environment` names a pull request',
      fix: 'Run the step on pull_request, or set environment to pr:<number>, or leave comment out.',
    });
  }
  return home;
}

/**
 * Where a reader finds more: the page of the action's own repository, or its path where that is unknown. The runner
 * names no repository for `uses: ./path` (actions/runner, ActionRunner.cs), so the reusable workflows of this
 * repository name it.
 */
export function troubleshootingLink(env: NodeJS.ProcessEnv, code: string): string {
  return pageLink(env, `docs/troubleshooting.md#${code}`);
}

/** The same for any page of this repository. @param page `docs/iam.md#teams` */
export function pageLink(env: NodeJS.ProcessEnv, page: string): string {
  const given = env['PRIVATELINK_ACTION_REPOSITORY'] || '';
  const repository = given || (env['GITHUB_ACTION_REPOSITORY'] ?? '');
  const ref = env[given === '' ? 'GITHUB_ACTION_REF' : 'PRIVATELINK_ACTION_REF'] ?? '';
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return page;
  return `${env['GITHUB_SERVER_URL'] ?? ''}/${repository}/blob/${/^[\w./-]+$/.test(ref) ? ref : 'main'}/${page}`;
}

function internalError(error: unknown): ActionError {
  return new ActionError(
    'internal',
    {
      cause: 'The action failed with an unexpected error',
      said: describeError(error),
      fix: 'Run again with debug logging (re-run with "Enable debug logging") and report it with that log.',
    },
    { cause: error },
  );
}
