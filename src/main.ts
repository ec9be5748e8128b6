import { randomBytes } from 'node:crypto';
import * as core from '@actions/core';
import { requestToken } from './aws/token-request.ts';
import { PROXY_VARIABLES } from './inputs.ts';
import { DEFAULT_OUTPUTS } from './outputs.ts';
import { logLine } from './report/log-line.ts';
import { run } from './run.ts';
import { systemClock } from './support/clock.ts';
import type { ActionError } from './support/errors.ts';

/** The runner kills a cancelled step 7.5 s after SIGINT; whatever still hangs then is left behind. */
const CANCEL_GRACE_MS = 4_000;
/** One try for a token; it is asked for again where that fails. */
const OIDC_TIMEOUT_MS = 30_000;
/**
 * The Node of `runs.using` in action.yml, by its minor version: a runner that does not know it may start the action under an
 * older one, and the agents of Node know the proxies of the environment from 24.5 on.
 */
const OLDEST = { minor: 0, node: 'Node 24', runner: '2.327.1' };
const OLDEST_BEHIND_PROXY = { minor: 5, node: 'Node 24.5 behind a proxy', runner: '2.328.0' };

function showError(error: ActionError, link: string): void {
  core.error(`${logLine(error.message)}\n${logLine(error.fix)}\n${link}`, {
    title: `CockroachDB PrivateLink: ${error.code}`,
  });
}

async function showSummary(markdown: string): Promise<void> {
  if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '') {
    core.warning(
      'This server shows no job summaries (GitHub Enterprise Server before 3.6); the output summary-markdown has the text.',
    );
    return;
  }
  try {
    await core.summary.addRaw(markdown).write();
  } catch (error) {
    core.warning(`The job summary could not be written: ${logLine(String(error))}`);
  }
}

/** An OIDC token of the job, in half a minute or not at all. */
async function fetchOidcToken(audience: string): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${OIDC_TIMEOUT_MS / 1000} s`)), OIDC_TIMEOUT_MS);
  });
  try {
    return await Promise.race([requestToken(process.env, audience), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The pull request of the event, 0 if it is for none; the event is read from the runner's file. */
async function pullNumber(): Promise<number> {
  const { context } = await import('@actions/github');
  return (
    context.payload.pull_request?.number ??
    (context.payload.issue?.['pull_request'] === undefined ? 0 : context.payload.issue.number)
  );
}

/** True for a run of a pull request from a fork, to which GitHub gives neither tokens nor secrets (but for `pull_request_target`). */
async function isFork(): Promise<boolean> {
  if (process.env['GITHUB_EVENT_NAME'] === 'pull_request_target') return false;
  const { context } = await import('@actions/github');
  const head = context.payload.pull_request?.['head'] as { repo?: { full_name?: string } | null } | undefined;
  // A fork that was deleted since has no repository at all.
  return head !== undefined && head.repo?.full_name !== process.env['GITHUB_REPOSITORY'];
}

async function main(): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const proxied = PROXY_VARIABLES.some((name) => (process.env[name] ?? '') !== '');
  const oldest = proxied ? OLDEST_BEHIND_PROXY : OLDEST;
  if (major < 24 || (major === 24 && minor < oldest.minor)) {
    for (const [name, value] of Object.entries(DEFAULT_OUTPUTS)) core.setOutput(name, value);
    core.setOutput('status', 'failed');
    core.setOutput('error-code', 'node-too-old');
    core.error(
      `The runner runs this action under Node ${process.versions.node}; it needs ${oldest.node}\nUpdate the runner to ${oldest.runner} or later (older GitHub Enterprise Server: update the server)\ndocs/troubleshooting.md#node-too-old`,
      { title: 'CockroachDB PrivateLink: node-too-old' },
    );
    process.exitCode = 1;
    return;
  }
  const cancel = new AbortController();
  let decided: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (cancel.signal.aborted) return;
      core.info(
        decided === undefined
          ? `${signal} received: stopping. What was begun goes on at AWS and CockroachDB Cloud; the next run takes it from there.`
          : `${signal} received when the run was over: what it came to stands.`,
      );
      cancel.abort();
      setTimeout(() => process.exit(decided ?? 130), CANCEL_GRACE_MS).unref();
    });
  }
  const { env } = process;
  process.exitCode = await run({
    env,
    clock: systemClock,
    signal: cancel.signal,
    nonce: randomBytes(6).toString('hex'),
    userAgent: `cockroachdb-privatelink-action (${env['GITHUB_REPOSITORY'] ?? 'local'})`.replace(/[^\x20-\x7e]/g, '_'),
    input: (name) => core.getInput(name),
    setOutput: (name, value) => core.setOutput(name, value),
    maskSecret: (value) => core.setSecret(value),
    log: {
      line: (text) => core.info(logLine(text)),
      startGroup: (name) => core.startGroup(name),
      endGroup: () => core.endGroup(),
      warning: (text) => core.warning(logLine(text)),
    },
    debug: (line) => {
      if (core.isDebug()) core.debug(logLine(line));
    },
    token: {
      offered:
        (env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '' && (env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '') !== '',
      isFork,
      enterpriseServer:
        (env['GITHUB_SERVER_URL'] ?? 'https://github.com') !== 'https://github.com' &&
        !(env['GITHUB_SERVER_URL'] ?? '').endsWith('.ghe.com'),
      request: fetchOidcToken,
    },
    annotate: (level, title, text) =>
      (level === 'error' ? core.error : core.warning)(logLine(text), { title: `CockroachDB PrivateLink: ${title}` }),
    pullNumber,
    showSummary,
    showError,
    decided: (exitCode) => {
      decided = exitCode;
    },
  });
  // A socket that never answers must not keep a finished step alive.
  setTimeout(() => process.exit(), 1_000).unref();
}

void main();
