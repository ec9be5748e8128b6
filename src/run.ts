import { discreet, errorWithout, findingWithout, secretsOf } from './discretion.ts';
import type { SecretsWithheld } from './input-reader.ts';
import { type Request, readRequest } from './inputs.ts';
import { ensure } from './operations/ensure.ts';
import type { OperationDeps } from './operations/operation.ts';
import { judgeProbes, prove } from './operations/prove.ts';
import type { SweepRow } from './operations/sweep-task.ts';
import { type Home, pullNumberOf, tellDriftIssue, tellPullRequest } from './operations/tell-github.ts';
import { driftOf, judge, type Verdict, verify } from './operations/verify.ts';
import {
  DEFAULT_OUTPUTS,
  departedOutputs,
  type OutputName,
  outputsOf,
  outputWriter,
  pendingOutputs,
} from './outputs.ts';
import type { ProbeResult } from './probe/types.ts';
import type { Observed, Plan } from './reconcile/model.ts';
import { leftOverLines, stillThere } from './report/cost.ts';
import { tellDeparture, tellEnd, tellProbes, tellVerdict } from './report/ending.ts';
import { type Log, type Story, tellStory } from './report/story.ts';
import { summaryMarkdown } from './report/summary.ts';
import { ActionError, describeError, isActionError } from './support/errors.ts';
import type { Secrets } from './support/secrets.ts';
import { openWorlds, type Surroundings } from './worlds.ts';

/** The runner as a run is given it. */
export interface BareRunner extends Omit<Surroundings, 'deadline' | 'secrets'> {
  input(name: string): string;
  readonly log: Log;
  setOutput(name: OutputName, value: string): void;
  maskSecret(value: string): void;
  /** Number of the pull request of the event, 0 if it is for none. */
  pullNumber(): Promise<number>;
  /** Shows the Markdown as the job's summary, where the server has summaries. */
  showSummary(markdown: string): Promise<void>;
  /** Tells one finding as an annotation. */
  annotate(level: 'error' | 'warning', title: string, text: string): void;
  /** Tells the failure as one annotation. */
  showError(error: ActionError, link: string): void;
  readonly nonce: string;
}

type Runner = BareRunner & { readonly secrets: Secrets };

/** What is known of a run so far, for whatever way it ends. */
interface Known {
  request?: Request;
  home?: Home;
  plan?: Plan;
  observed?: Observed;
  story?: Story;
  verdict?: Verdict;
  /** What `sweep` did and did not; undefined for other operations. */
  swept?: readonly SweepRow[];
  /** The output `connections` as last told; a departure ends without any path to tell. */
  connections?: string;
  probes: readonly ProbeResult[];
  failure?: ActionError;
}

type Write = ReturnType<typeof outputWriter>;

/**
 * One run from inputs to outputs; never throws.
 * @returns the exit code: 0, 1 for a failure, 130 when cancelled
 */
export async function run(bare: BareRunner): Promise<number> {
  const runner: Runner = discreet(bare);
  const startedAt = runner.clock.now();
  const write = outputWriter(runner.setOutput);
  const known: Known = { probes: [] };
  write(DEFAULT_OUTPUTS);
  try {
    runner.secrets.add(...secretsOf(runner));
    await operate(runner, { write, known, startedAt });
  } catch (error) {
    known.failure = errorWithout(isActionError(error) ? error : internalError(error), runner.secrets);
  }
  known.story?.close();
  await report(runner, { write, known, startedAt });
  if (known.failure === undefined) return 0;
  return known.failure.code === 'cancelled' ? 130 : 1;
}

/** Reads the inputs, opens both worlds and does what is asked. */
async function operate(
  runner: Runner,
  { write, known, startedAt }: { write: Write; known: Known; startedAt: number },
): Promise<void> {
  const keyless = runner.input('cockroach-api-key') === '' && (runner.env['COCKROACH_API_KEY'] ?? '').trim() === '';
  const request = readRequest(runner.input, runner.env, keyless ? await secretsWithheld(runner) : undefined);
  known.request = request;
  known.home = await homeOf(runner, request);
  const deadline = startedAt + request.timeoutSeconds * 1000;
  const worlds = await openWorlds(request, { ...runner, deadline });
  const story = tellStory(runner.log, runner.clock.now, (plan, observed, { changed, created }) => {
    // The plan that the run began with; later ones are what is left of it.
    const { plan: steps, ...outputs } = outputsOf(plan, observed, request);
    if (known.plan === undefined && steps !== undefined) write({ plan: steps });
    // A departure ends without a path; what it began with stays told.
    const told = departs(request) && plan.paths.length === 0 ? { 'aws-account-id': observed.account } : outputs;
    if (told === outputs) known.connections = outputs.connections ?? '[]';
    write({ ...told, changed: String(changed), created: String(madeEndpoint(created)) });
    known.plan = plan;
    known.observed = observed;
  });
  known.story = story;
  const deps: OperationDeps = {
    worlds,
    signal: runner.signal,
    listener: story,
    deadline,
    startedAt,
    nonce: runner.nonce,
    home: {
      serverUrl: runner.env['GITHUB_SERVER_URL'] ?? '',
      repositoryId: runner.env['GITHUB_REPOSITORY_ID'] || runner.env['GITHUB_REPOSITORY'] || 'local',
    },
  };
  try {
    if (request.operation === 'verify') await verifyAndTell(runner, { request, deps, known, write });
    else if (request.operation === 'sweep') await sweepAndTell(runner, { request, deps, known, write });
    else if (departs(request)) await deleteAndTell(runner, { request, deps, known, write });
    else await ensureAndTell(runner, { request, deps, known, write });
  } finally {
    await worlds.close().catch(() => undefined);
  }
}

/** Whose run this is, where GitHub gives it no secrets. */
async function secretsWithheld({ env, token }: Runner): Promise<SecretsWithheld | undefined> {
  if (await token.isFork()) return 'fork';
  return env['GITHUB_ACTOR'] === 'dependabot[bot]' ? 'dependabot' : undefined;
}

interface Task {
  request: Request;
  deps: OperationDeps;
  known: Known;
  write: Write;
}

/** True where a path is given up; deleting trusted owners alone is told like making them. */
function departs({ operation, ownersOnly }: Request): boolean {
  return operation === 'delete' && !ownersOnly;
}

async function deleteAndTell(runner: Runner, { request, deps, known, write }: Task): Promise<void> {
  const { deletePath } = await import('./operations/delete.ts');
  const { end, plan, observed } = await deletePath(request, deps);
  known.story?.close();
  // Giving up a claim is leaving too, though nothing that anybody sees has changed.
  const left = (known.story?.done.length ?? 0) > 0;
  if (end === 'done') write(departedOutputs(known.connections ?? '[]', observed, left));
  if (end === 'pending') write({ status: 'pending' });
  tellDeparture(runner.log, end, { plan, left, environment: request.environment });
}

async function sweepAndTell(runner: Runner, { request, deps, known, write }: Task): Promise<void> {
  if (known.home === undefined) return;
  const { sweep, sweepFailure } = await import('./operations/sweep.ts');
  const around = { ...runner, deadline: deps.deadline, githubToken: request.githubToken };
  const { rows, account } = await sweep(request, { ...deps, home: { ...deps.home, ...known.home }, around });
  known.story?.close();
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

async function ensureAndTell(runner: Runner, { request, deps, known, write }: Task): Promise<void> {
  const carryOut = request.operation === 'delete' ? (await import('./operations/delete.ts')).deletePath : ensure;
  const result = await carryOut(request, deps);
  known.story?.close();
  if (result.end === 'pending') write(pendingOutputs(result.plan, result.observed, request));
  tellEnd(runner.log, result.end, { plan: result.plan, changed: known.story?.changed ?? false });
  if (!request.probe) return;
  if (result.end !== 'done') {
    runner.log.line(`Not probed: ${result.end === 'planned' ? 'this is a dry run' : 'the path is not finished yet'}.`);
    return;
  }
  known.probes = await prove(result.plan, result.observed, {
    region: request.region,
    worlds: deps.worlds,
    signal: runner.signal,
    deadline: deps.deadline,
    fresh: known.story?.changed ?? false,
    log: (line) => runner.log.line(line),
  });
  tellProbes(runner.log, known.probes);
  judgeProbes(known.probes);
}

async function verifyAndTell(runner: Runner, { request, deps, known, write }: Task): Promise<void> {
  const verdict = await verify(request, deps);
  known.verdict = verdict;
  known.story?.close();
  write({ drift: JSON.stringify(verdict.findings), 'drift-count': String(driftOf(verdict).length) });
  if (request.probe) await probeAfterVerify(runner, { request, deps, known, verdict });
  const { unchecked } = known.verdict;
  // What could not be read is not known to be absent.
  if (unchecked.length > 0 && outputsOf(verdict.plan, verdict.observed, request).status === 'absent')
    write({ status: 'failed' });
  const unproved = known.probes.some((one) => one.outcome !== 'proved');
  tellVerdict(runner, { ...verdict, unchecked }, { failOnDrift: request.failOnDrift, unproved });
  const outside = known.probes.some((one) => one.outcome === 'outside');
  const drift = driftOf(verdict).length > 0;
  // A path that no probe could prove is not clean: then the issue may be opened or edited, never closed.
  if (request.driftIssue && unchecked.length === 0 && !outside && (drift || !unproved)) {
    await keepIssue(runner, { request, deps, known, verdict });
  }
  judge(known.verdict, request.failOnDrift);
  judgeProbes(known.probes);
}

/** Keeps the drift issue; where that fails, drift is still what the step fails with. */
async function keepIssue(
  runner: Runner,
  { request, deps, known, verdict }: Omit<Task, 'write'> & { verdict: Verdict },
): Promise<void> {
  if (known.home === undefined) return;
  try {
    const around = { ...runner, deadline: deps.deadline };
    runner.log.line(
      await tellDriftIssue(
        verdict.findings.map((one) => findingWithout(one, runner.secrets)),
        { request, home: known.home, around },
      ),
    );
  } catch (error) {
    const told =
      isActionError(error) && error.code !== 'cancelled' && driftOf(verdict).length > 0 && request.failOnDrift;
    if (!told) throw error;
    runner.annotate('warning', 'drift-issue', `The drift issue was not kept: ${error.message} ${error.fix}`);
  }
}

/** A probe that could not even be begun (a read is denied, the CA is not to be had) is a check that could not be made. */
async function probeAfterVerify(
  runner: Runner,
  { request, deps, known, verdict }: Omit<Task, 'write'> & { verdict: Verdict },
): Promise<void> {
  try {
    known.probes = await prove(verdict.plan, verdict.observed, {
      region: request.region,
      worlds: deps.worlds,
      signal: runner.signal,
      deadline: deps.deadline,
      fresh: false,
      log: (line) => runner.log.line(line),
    });
    tellProbes(runner.log, known.probes);
  } catch (error) {
    if (!isActionError(error) || error.code === 'cancelled') throw error;
    known.verdict = { ...verdict, unchecked: [...verdict.unchecked, { what: 'the probe', error }] };
  }
}

/** Outputs, summary, comment and annotation, in this order, whatever way the run ended. */
async function report(
  runner: Runner,
  { write, known, startedAt }: { write: Write; known: Known; startedAt: number },
): Promise<void> {
  const { story, failure, request } = known;
  if (story !== undefined) write({ changed: String(story.changed), created: String(madeEndpoint(story.created)) });
  const departing = request !== undefined && departs(request);
  if (failure !== undefined) {
    write({ 'error-code': failure.code, ...(known.plan === undefined || departing ? { status: 'failed' } : {}) });
  }
  const link = failure === undefined ? '' : troubleshootingLink(runner.env, failure.code);
  const markdown = summaryMarkdown({
    plan: known.plan,
    observed: known.observed,
    wanted: { region: request?.region ?? '', privateDns: request?.privateDns ?? true },
    spans: story?.spans ?? [],
    done: story?.done ?? [],
    changed: story?.changed ?? false,
    created: story?.created ?? new Set(),
    dryRun: request?.dryRun ?? false,
    departure: departing,
    swept: known.swept,
    verdict: known.verdict,
    probes: known.probes,
    totalMs: runner.clock.now() - startedAt,
    error: failure,
    errorLink: link,
  });
  write({ 'summary-markdown': markdown });
  await runner.showSummary(markdown);
  if (request?.comment === true && known.home !== undefined && failure?.code !== 'cancelled') {
    await comment(runner, markdown, { request, home: known.home });
  }
  if (failure === undefined) return;
  if (departing && known.plan !== undefined)
    for (const line of leftOverLines(stillThere(known.plan))) runner.log.line(line);
  for (const line of failure.details) runner.log.line(`- ${line}`);
  runner.showError(failure, link);
}

/** A comment that cannot be made is a warning: what the step was for is done or has failed by itself. */
async function comment(
  runner: Runner,
  markdown: string,
  { request, home }: { request: Request; home: Home },
): Promise<void> {
  try {
    const around = { ...runner, deadline: runner.clock.now() + 60_000 };
    runner.log.line(await tellPullRequest(runner.secrets.hide(markdown), { request, home, around }));
  } catch (error) {
    const told = isActionError(error) ? `${error.message} ${error.fix}` : describeError(error);
    runner.annotate('warning', 'comment', `The comment on the pull request was not written: ${told}`);
  }
}

/** Where the workflow runs; the pull request only where a comment needs one. */
async function homeOf(runner: Runner, request: Request): Promise<Home> {
  const [owner = '', repo = ''] = (runner.env['GITHUB_REPOSITORY'] ?? '').split('/');
  const home = {
    owner,
    repo,
    runUrl: `${runner.env['GITHUB_SERVER_URL'] ?? ''}/${owner}/${repo}/actions/runs/${runner.env['GITHUB_RUN_ID'] ?? ''}`,
    pullNumber: request.comment ? await runner.pullNumber() : 0,
  };
  if (request.comment && pullNumberOf(request, home) === 0) {
    throw new ActionError('input-invalid', {
      cause: 'comment: there is no pull request: neither the event is for one nor is environment pr:<number>',
      fix: 'Run the step on pull_request, or set environment to pr:<number>, or leave comment out.',
    });
  }
  return home;
}

function madeEndpoint(created: ReadonlySet<string>): boolean {
  return [...created].some((id) => id.startsWith('vpce-'));
}

/** Where a reader finds more: the page of the action's own repository, or its path where that is unknown. */
function troubleshootingLink(env: NodeJS.ProcessEnv, code: string): string {
  const page = `docs/troubleshooting.md#${code}`;
  const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
  const ref = env['GITHUB_ACTION_REF'] ?? '';
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return page;
  return `${env['GITHUB_SERVER_URL'] ?? ''}/${repository}/blob/${/^[\w./-]+$/.test(ref) ? ref : 'main'}/${page}`;
}

function internalError(error: unknown): ActionError {
  return new ActionError(
    'internal',
    {
      cause: `The action failed in a way it did not foresee: ${describeError(error)}`,
      fix: 'Run again with debug logging (re-run with "Enable debug logging") and report it with that log.',
    },
    { cause: error },
  );
}
