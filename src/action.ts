import type * as toolkit from '@actions/core';
import { requestToken } from './aws/token-request.ts';
import { tidyAwsVariables } from './aws/variables.ts';
import { type EventFile, isForkEvent, namesOfEvent, pullNumberOfEvent, readEvent } from './github/event.ts';
import type { InputMistake } from './inputs/parsers.ts';
import type { Network } from './network.ts';
import type { Recording } from './recorder/start.ts';
import { pageLink, run } from './run.ts';
import { type Annotations, createAnnotations } from './runner/annotations.ts';
import { logLine, logLines } from './runner/log-line.ts';
import { DEFAULT_OUTPUTS } from './runner/outputs.ts';
import { keepOutputs } from './runner/runner-files.ts';
import type { Clock } from './support/clock.ts';
import { type ActionError, problemsOf } from './support/errors.ts';
import { readProxies } from './support/proxies.ts';
import { withTimeLimit } from './support/time-limit.ts';
import { trimAscii } from './support/white-space.ts';

/**
 * How a runner stops a step: SIGINT and 7.5 s later SIGTERM, on Windows Ctrl+C and Ctrl+Break, which Node calls SIGINT
 * and SIGBREAK; 2.5 s after that it kills. Windows sends the second at once where it can't send the first. Source:
 * actions/runner, ProcessInvoker.cs; Node.js docs, Signal events.
 */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;
export type StopSignal = (typeof STOP_SIGNALS)[number];
/** Whatever still hangs then is left behind. */
const CANCEL_GRACE_MS = 4_000;
/** One try for a token; the caller requests it again where that fails. */
const OIDC_TIMEOUT_MS = 30_000;
/**
 * The Node of `runs.using` in action.yml, by its minor version: a runner that does not know it may start the action
 * under an older one, and the agents of Node know the proxies of the environment from 24.5 on.
 */
const OLDEST = { minor: 0, node: 'Node 24', runner: '2.327.1' };
const OLDEST_BEHIND_PROXY = { minor: 5, node: 'Node 24.5 behind a proxy', runner: '2.328.0' };

interface Annotation {
  readonly title?: string;
}

/** What the action uses of `@actions/core`. */
export interface Toolkit
  extends Pick<
    typeof toolkit,
    'getInput' | 'setOutput' | 'setSecret' | 'info' | 'debug' | 'isDebug' | 'startGroup' | 'endGroup'
  > {
  error(message: string, properties?: Annotation): void;
  warning(message: string, properties?: Annotation): void;
  writeSummary(markdown: string): Promise<void>;
}

/** The process, the runner and the outside as the action is given them. */
export interface Host {
  /** The process's own, which Node and the AWS SDK read too: what is wrong in it is put right in place. */
  readonly env: NodeJS.ProcessEnv;
  /** `24.5.0` */
  readonly nodeVersion: string;
  readonly toolkit: Toolkit;
  /** The first error of writing to the log, if there was one. */
  logFailure(): unknown;
  readonly network: Network;
  readonly clock: Clock;
  /** Twelve hexadecimal digits that no other run has. */
  readonly nonce: string;
  /** The payload of the event; read from the runner's file at this call, which may be missing or malformed. */
  payload(): Promise<unknown>;
  /** Writes a file into a folder, or throws; writeTempFile of runner/temp-file.ts. */
  writeTempFile(folder: string, name: string, content: string): string;
  onSignal(signal: StopSignal, listener: () => void): void;
  /** Ends the process after `ms`, unless it has ended by itself. */
  exitAfter(ms: number, exitCode: () => number): void;
}

/**
 * The whole action, for one step; never throws.
 * @returns the exit code of the step: 0, 1 for a failure, 130 when cancelled
 */
export async function action(host: Host): Promise<number> {
  const { env, toolkit } = host;
  const outputs = keepOutputs((name, value) => setOutput(host, name, value), host.logFailure);
  const annotations = createAnnotations({
    annotate: (level, text, title) => toolkit[level](text, { title }),
    line: (text) => say(toolkit, text),
    page: (path) => pageLink(env, path),
  });
  const exitCode = await runStep({
    ...host,
    annotations,
    toolkit: { ...toolkit, setOutput: outputs.setOutput },
    exitAfter: (ms, code) =>
      host.exitAfter(ms, () => {
        annotations.end();
        return code() || (outputs.trouble() === undefined ? 0 : 1);
      }),
  });
  const trouble = outputs.trouble();
  const code = trouble === undefined ? exitCode : await tellTrouble({ ...host, annotations }, trouble, exitCode);
  annotations.end();
  return code;
}

/** The host with the one place that annotations go through: GitHub shows ten of a level. */
type Step = Host & { readonly annotations: Annotations };

/**
 * Every runner with Node 24 sets the variable. Without it, the toolkit would print commands that GitHub has deprecated.
 */
function setOutput({ env, toolkit }: Host, name: string, value: string): void {
  if ((env['GITHUB_OUTPUT'] ?? '') === '') throw new Error('GITHUB_OUTPUT is not set');
  toolkit.setOutput(name, value);
}

async function runStep(host: Step): Promise<number> {
  const { env, toolkit, clock, annotations } = host;
  if (isNodeTooOld(host)) return 1;
  tidyAwsVariables(env);
  checkCertificates(host);
  const { signal, decided } = stopOnSignals(host);
  let read: Promise<EventFile> | undefined;
  const event = () => (read ??= readEvent(host.payload));
  const isFork = async () =>
    env['GITHUB_EVENT_NAME'] !== 'pull_request_target' && isForkEvent((await event()).payload, env);
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  // The toolkit would drop spaces that a name can end in.
  const input = (name: string) => trimAscii(toolkit.getInput(name, { trimWhitespace: false }));
  const { recording, recordMistake } = await recordingOf(host, input);
  const network = recording?.through(host.network) ?? host.network;
  return run({
    env,
    clock,
    network,
    recording,
    recordMistake,
    signal,
    nonce: host.nonce,
    userAgent: `cockroachdb-privatelink-action (${env['GITHUB_REPOSITORY'] ?? 'local'})`.replace(/[^\x20-\x7e]/g, '_'),
    input,
    setOutput: (name, value) => toolkit.setOutput(name, value),
    maskSecret: (value) => toolkit.setSecret(value),
    log: {
      line: (text) => say(toolkit, text),
      startGroup: (name) => toolkit.startGroup(name),
      endGroup: () => toolkit.endGroup(),
      warning: (text) => annotations.tell('warning', { code: 'note', cause: text, fix: '' }),
    },
    debug: (line) => {
      if (toolkit.isDebug()) toolkit.debug(logLine(line));
    },
    token: {
      offered:
        (env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '' && (env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '') !== '',
      isFork,
      enterpriseServer: server !== 'https://github.com' && !server.endsWith('.ghe.com'),
      request: (audience) => fetchOidcToken({ ...host, network }, audience),
      host: hostOf(env['ACTIONS_ID_TOKEN_REQUEST_URL']),
    },
    annotate: annotations.tell,
    pullNumber: async () => pullNumberOfEvent((await event()).payload),
    eventNames: async () => namesOfEvent(await event(), env),
    showSummary: (markdown) => showSummary(host, markdown),
    writeTempFile: (name, content) => host.writeTempFile(env['RUNNER_TEMP'] ?? '', name, content),
    decided,
  });
}

/** The recording of this run, where one is requested. The code for it is loaded then only. */
async function recordingOf(
  { env, clock }: Host,
  input: (name: string) => string,
): Promise<{ recording?: Recording; recordMistake?: InputMistake }> {
  const path = input('record');
  if (path === '') return {};
  const { startRecording } = await import('./recorder/start.ts');
  try {
    return { recording: startRecording(path, { env, clock, input }) };
  } catch (error) {
    return {
      recordMistake: {
        cause: `record: no recording can be made there: ${recordFileProblem(error)}`,
        fix: 'Name a new file in an existing folder of the workspace or of RUNNER_TEMP.',
      },
    };
  }
}

/** Without the path, which a workflow may have built from a name. */
function recordFileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EEXIST') return 'the file exists';
  if (code === 'ENOENT') return 'its folder does not exist';
  return code === '' && error instanceof Error ? error.message : `the file system says ${code}`;
}

function say({ info }: Toolkit, text: string): void {
  for (const line of logLines(text)) info(line);
}

/** Says so where the runner's Node cannot run the action. */
function isNodeTooOld({ env, nodeVersion, toolkit, annotations }: Step): boolean {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const oldest = readProxies(env).given ? OLDEST_BEHIND_PROXY : OLDEST;
  if (major > 24 || (major === 24 && minor >= oldest.minor)) return false;
  for (const [name, value] of Object.entries(DEFAULT_OUTPUTS)) toolkit.setOutput(name, value);
  toolkit.setOutput('status', 'failed');
  toolkit.setOutput('error-code', 'node-too-old');
  annotations.tell('error', {
    code: 'node-too-old',
    cause: `The runner runs this action under Node ${nodeVersion}; it needs ${oldest.node}`,
    fix: `Update the runner to ${oldest.runner} or later (older GitHub Enterprise Server: update the server)`,
  });
  return true;
}

/**
 * Has Node check certificates whatever the variable says that turns this off for every connection. Otherwise anybody on
 * the way could read the keys, and answer in place of AWS or CockroachDB Cloud what a run then deletes by. Whoever set
 * it for a private CA has a better way; where none is in between, the run needs neither.
 */
function checkCertificates({ env, annotations }: Step): void {
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return;
  delete env['NODE_TLS_REJECT_UNAUTHORIZED'];
  annotations.tell('warning', {
    code: 'certificates',
    cause: 'NODE_TLS_REJECT_UNAUTHORIZED=0 is ignored: this action always checks certificates.',
    fix: 'For a private CA, set NODE_EXTRA_CA_CERTS to the file of its certificate when the runner starts.',
  });
}

/** A signal that aborts when the runner cancels the step; a second one changes nothing. */
function stopOnSignals({ toolkit, onSignal, exitAfter }: Host): {
  signal: AbortSignal;
  decided(exitCode: number): void;
} {
  const cancel = new AbortController();
  let decided: number | undefined;
  for (const name of STOP_SIGNALS) {
    onSignal(name, () => {
      if (cancel.signal.aborted) return;
      say(
        toolkit,
        decided === undefined
          ? `${name} received: stopping. Changes that were requested continue at AWS and CockroachDB Cloud; the next run picks them up.`
          : `${name} received after the run was over: its result does not change.`,
      );
      cancel.abort();
      exitAfter(CANCEL_GRACE_MS, () => decided ?? 130);
    });
  }
  return {
    signal: cancel.signal,
    decided(exitCode) {
      decided = exitCode;
    },
  };
}

function hostOf(url = ''): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** An OIDC token of the job, in half a minute or not at all. */
async function fetchOidcToken({ env, clock, network }: Host, audience: string): Promise<string> {
  return withTimeLimit(() => requestToken(env, audience, network.getJson), { ms: OIDC_TIMEOUT_MS, clock });
}

async function showSummary({ env, toolkit, annotations }: Step, markdown: string): Promise<void> {
  if ((env['GITHUB_STEP_SUMMARY'] ?? '') === '') {
    annotations.tell('warning', {
      code: 'summary',
      cause: 'This server shows no job summaries (GitHub Enterprise Server before 3.6)',
      fix: 'The output summary-markdown has the text.',
    });
    return;
  }
  try {
    await toolkit.writeSummary(markdown);
  } catch (error) {
    annotations.tell('warning', {
      code: 'summary',
      cause: `The job summary could not be written\n${String(error)}`,
      fix: '',
    });
  }
}

/**
 * Tells what of a run that is over could not be written. A run that failed has told why already; that stays its code.
 * @returns the exit code of the step
 */
async function tellTrouble(host: Step, trouble: ActionError, exitCode: number): Promise<number> {
  const { toolkit, annotations } = host;
  for (const problem of problemsOf(trouble)) annotations.tell(exitCode === 0 ? 'error' : 'warning', problem);
  if (exitCode !== 0) return exitCode;
  keepOutputs((name, value) => setOutput(host, name, value), host.logFailure).setOutput('error-code', trouble.code);
  const told = `\n**\`${trouble.code}\`** ${trouble.message}\n\n${trouble.fix}\n`;
  // That the summary can't be written either was told when the run wrote its own.
  await toolkit.writeSummary(told).catch(() => undefined);
  return 1;
}
