import { PROXY_VARIABLES, type Request, readRequest } from './inputs.ts';
import { ensure, type OperationDeps } from './operations/ensure.ts';
import { driftOf, judge, type Verdict, verify } from './operations/verify.ts';
import { DEFAULT_OUTPUTS, type OutputName, outputsOf, outputWriter, pendingOutputs } from './outputs.ts';
import type { Observed, Plan } from './reconcile/model.ts';
import { type Log, tellStory } from './report/story.ts';
import { summaryMarkdown } from './report/summary.ts';
import { ActionError, describeError, isActionError } from './support/errors.ts';
import { openWorlds, type Surroundings } from './worlds.ts';

/** The runner as a run sees it. */
export interface Runner extends Omit<Surroundings, 'deadline'> {
  input(name: string): string;
  readonly log: Log;
  setOutput(name: OutputName, value: string): void;
  maskSecret(value: string): void;
  /** Shows the Markdown as the job's summary, where the server has summaries. */
  showSummary(markdown: string): Promise<void>;
  /** Tells one finding as an annotation. */
  annotate(level: 'error' | 'warning', title: string, text: string): void;
  /** Tells the failure as one annotation. */
  showError(error: ActionError, link: string): void;
  readonly nonce: string;
}

/**
 * One run from inputs to outputs; never throws.
 * @returns the exit code: 0, 1 for a failure, 130 when cancelled
 */
export async function run(runner: Runner): Promise<number> {
  const startedAt = runner.clock.now();
  const write = outputWriter(runner.setOutput);
  write(DEFAULT_OUTPUTS);
  const seen: { plan?: Plan; observed?: Observed; request?: Request; verdict?: Verdict } = {};
  let story: ReturnType<typeof tellStory> | undefined;
  let failure: ActionError | undefined;
  let worlds: ReturnType<typeof openWorlds> | undefined;
  try {
    for (const secret of secretsOf(runner)) runner.maskSecret(secret);
    const request = readRequest(runner.input, runner.env);
    seen.request = request;
    const deadline = startedAt + request.timeoutSeconds * 1000;
    worlds = openWorlds(request, { ...runner, deadline });
    story = tellStory(runner.log, runner.clock.now, (plan, observed, { changed, created }) => {
      seen.plan = plan;
      seen.observed = observed;
      write({
        ...outputsOf(plan, observed, request),
        changed: String(changed),
        created: String(madeEndpoint(created)),
      });
    });
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
    if (request.operation === 'verify') {
      seen.verdict = await verify(request, deps);
      story.close();
      write({ drift: JSON.stringify(seen.verdict.findings), 'drift-count': String(driftOf(seen.verdict).length) });
      tellVerdict(runner, seen.verdict, request.failOnDrift);
      judge(seen.verdict, request.failOnDrift);
    } else {
      const result = await ensure(request, deps);
      story.close();
      if (result.end === 'pending') write(pendingOutputs(result.plan, result.observed, request));
      tellEnd(runner.log, result.end, { plan: result.plan, changed: story.changed });
    }
  } catch (error) {
    story?.close();
    failure = withoutSecrets(isActionError(error) ? error : internalError(error), secretsOf(runner));
  }
  if (story !== undefined) write({ changed: String(story.changed), created: String(madeEndpoint(story.created)) });
  if (failure !== undefined) {
    write({ 'error-code': failure.code, ...(seen.plan === undefined ? { status: 'failed' } : {}) });
  }
  const link = failure === undefined ? '' : troubleshootingLink(runner.env, failure.code);
  const markdown = summaryMarkdown({
    plan: seen.plan,
    observed: seen.observed,
    wanted: {
      region: seen.request?.region ?? '',
      privateDns: seen.request?.privateDns ?? true,
      environment: seen.request?.environment ?? '',
    },
    spans: story?.spans ?? [],
    done: story?.done ?? [],
    changed: story?.changed ?? false,
    created: story?.created ?? new Set(),
    dryRun: seen.request?.dryRun ?? false,
    verdict: seen.verdict,
    totalMs: runner.clock.now() - startedAt,
    error: failure,
    errorLink: link,
  });
  write({ 'summary-markdown': markdown });
  await runner.showSummary(markdown);
  if (failure !== undefined) {
    for (const line of failure.details) runner.log.line(`- ${line}`);
    runner.showError(failure, link);
  }
  await worlds?.close().catch(() => undefined);
  if (failure === undefined) return 0;
  return failure.code === 'cancelled' ? 130 : 1;
}

/** One annotation per finding; errors show as errors only where they fail the step. */
function tellVerdict(runner: Runner, verdict: Verdict, failOnDrift: boolean): void {
  for (const finding of verdict.findings) {
    const level = finding.severity === 'error' && failOnDrift ? 'error' : 'warning';
    const about = finding.subject === '' ? '' : `${finding.subject}: `;
    runner.annotate(
      level,
      finding.check,
      `${about}expected ${finding.expected}, found ${finding.found}. ${finding.fix}`,
    );
  }
  if (verdict.findings.length === 0 && verdict.unchecked.length === 0)
    runner.log.line('Clean: everything is as it was asked for.');
}

function madeEndpoint(created: ReadonlySet<string>): boolean {
  return [...created].some((id) => id.startsWith('vpce-'));
}

/** The key, wherever it comes from, and the passwords of proxies. */
function secretsOf({ input, env }: Pick<Runner, 'input' | 'env'>): string[] {
  const secrets = [input('cockroach-api-key'), (env['COCKROACH_API_KEY'] ?? '').trim()];
  for (const name of PROXY_VARIABLES) {
    const url = env[name];
    if (url === undefined || !URL.canParse(url)) continue;
    const { password } = new URL(url);
    secrets.push(password, decoded(password));
  }
  return [...new Set(secrets)].filter((secret) => secret !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The runner masks what it prints letter by letter; an escaped or cut secret would pass it, so none may be in an error. */
function withoutSecrets(error: ActionError, secrets: readonly string[]): ActionError {
  const clean = (text: string) => secrets.reduce((all, secret) => all.replaceAll(secret, '***'), text);
  return new ActionError(
    error.code,
    { cause: clean(error.message), fix: clean(error.fix), details: error.details.map(clean) },
    { cause: error.cause },
  );
}

function tellEnd(
  log: Log,
  end: 'done' | 'pending' | 'planned',
  { plan, changed }: { plan: Plan; changed: boolean },
): void {
  if (end === 'planned') {
    log.line('Dry run: nothing was changed.');
  } else if (end === 'pending') {
    for (const wait of plan.waits)
      log.line(`Not waited for: ${wait.what} (${wait.seen}). A later run goes on from here.`);
  } else {
    for (const path of plan.paths) {
      for (const { cluster } of path.members) {
        log.line(`Cluster ${cluster.name || cluster.id} is reachable through ${path.endpoint?.id ?? 'no endpoint'}.`);
      }
    }
    if (!changed) log.line('Nothing was changed.');
  }
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
