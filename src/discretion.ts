import { PROXY_VARIABLES } from './inputs.ts';
import type { OutputName } from './outputs.ts';
import type { Finding } from './reconcile/findings/finding.ts';
import type { Log } from './report/story.ts';
import { ActionError } from './support/errors.ts';
import { createSecrets, type Secrets } from './support/secrets.ts';

/** The ways by which text leaves a run. */
interface Doors {
  readonly log: Log;
  setOutput(name: OutputName, value: string): void;
  maskSecret(value: string): void;
  showSummary(markdown: string): Promise<void>;
  annotate(level: 'error' | 'warning', title: string, text: string): void;
  debug(line: string): void;
}

/**
 * The runner with every way out watched: it masks what it prints letter by letter, but an escaped or cut secret would pass
 * it, and it looks at neither outputs nor summary. Each secret that becomes known is masked too.
 */
export function discreet<R extends Doors>(runner: R): R & { readonly secrets: Secrets } {
  const secrets = createSecrets((secret) => runner.maskSecret(secret));
  const { hide } = secrets;
  const { log } = runner;
  return {
    ...runner,
    secrets,
    log: { ...log, line: (text) => log.line(hide(text)), warning: (text) => log.warning(hide(text)) },
    debug: (line) => runner.debug(hide(line)),
    setOutput: (name, value) => runner.setOutput(name, hide(value)),
    showSummary: (markdown) => runner.showSummary(hide(markdown)),
    annotate: (level, title, text) => runner.annotate(level, title, hide(text)),
  };
}

/** Variables that hold a secret of the job. */
const SECRET_VARIABLES = [
  'COCKROACH_API_KEY',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
];

/** The key and the tokens, wherever they come from, and the passwords of proxies. */
export function secretsOf({ input, env }: { input(name: string): string; env: NodeJS.ProcessEnv }): string[] {
  const secrets = [
    input('cockroach-api-key').trim(),
    ...SECRET_VARIABLES.map((name) => (env[name] ?? '').trim()),
    input('github-token'),
  ];
  for (const name of PROXY_VARIABLES) {
    const url = env[name];
    if (url === undefined || !URL.canParse(url)) continue;
    const { username, password } = new URL(url);
    secrets.push(password, decoded(password));
    // As the proxy is sent it.
    if (password !== '') secrets.push(Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64'));
  }
  return secrets;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The failure as it may be shown; its `cause` is never printed. */
export function errorWithout(error: ActionError, { hide }: Secrets): ActionError {
  return new ActionError(
    error.code,
    { cause: hide(error.message), fix: hide(error.fix), details: error.details.map(hide) },
    { cause: error.cause },
  );
}

/** A finding as it may be posted. */
export function findingWithout<F extends Finding>(finding: F, { hide }: Secrets): F {
  const { subject, expected, found, fix } = finding;
  return { ...finding, subject: hide(subject), expected: hide(expected), found: hide(found), fix: hide(fix) };
}
