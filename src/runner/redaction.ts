import type { Finding } from '../reconcile/findings/finding.ts';
import type { Log } from '../report/run-log.ts';
import { ActionError, type Problem } from '../support/errors.ts';
import { createSecrets, type Secrets } from '../support/secrets.ts';
import type { OutputName, Outputs } from './outputs.ts';

/** The ways by which text leaves a run. */
interface Doors {
  readonly log: Log;
  setOutput(name: OutputName, value: string): void;
  maskSecret(value: string): void;
  showSummary(markdown: string): Promise<void>;
  annotate(level: 'error' | 'warning', problem: Problem): void;
  debug(line: string): void;
}

/**
 * The runner with every way out watched: it masks what it prints letter by letter, but an escaped or cut secret would
 * pass it, and it looks at neither outputs nor summary. Each secret that becomes known is masked too.
 */
export function withRedaction<R extends Doors>(runner: R): R & { readonly secrets: Secrets } {
  const secrets = createSecrets((secret) => runner.maskSecret(secret));
  const { hide } = secrets;
  const { log } = runner;
  return {
    ...runner,
    secrets,
    log: {
      ...log,
      line: (text) => log.line(hide(text)),
      startGroup: (name) => log.startGroup(hide(name)),
      warning: (text) => log.warning(hide(text)),
    },
    debug: (line) => runner.debug(hide(line)),
    setOutput: (name, value) => runner.setOutput(name, wordsHidden(name, value, secrets)),
    showSummary: (markdown) => runner.showSummary(markdownWithout(markdown, secrets)),
    annotate: (level, problem) => runner.annotate(level, problemWithout(problem, secrets)),
  };
}

/** Outputs that are JSON with words for people among IDs and states. */
const WITH_WORDS: ReadonlySet<OutputName> = new Set(['plan', 'drift']);
/** Where those words are: in steps, findings and rows of `sweep`. */
const WORDS: ReadonlySet<string> = new Set(['step', 'after', 'expected', 'found', 'fix', 'what', 'why', 'command']);

/** An output with the secrets in its words hidden. All else in it is for machines, and stays as it is. */
function wordsHidden(name: OutputName, value: string, secrets: Secrets): string {
  if (name === 'summary-markdown') return markdownWithout(value, secrets);
  return WITH_WORDS.has(name) ? replaceWords(value, secrets.hide) : value;
}

/** What of an output is for machines. */
function withoutWords(name: OutputName, value: string): string {
  if (name === 'summary-markdown') return '';
  return WITH_WORDS.has(name) ? replaceWords(value, () => '') : value;
}

function replaceWords(json: string, replace: (words: string) => string): string {
  const reviver = (key: string, value: unknown) =>
    typeof value === 'string' && WORDS.has(key) ? replace(value) : value;
  return JSON.stringify(JSON.parse(json, reviver));
}

/**
 * Writes outputs of which none is rewritten where it is for machines: IDs, hosts and states would be others, and what
 * uses them would fail far from here. One that holds a secret is not written; all others are.
 * @throws ActionError `secret-in-output`, after the others were written
 */
export function writerWithoutSecrets(write: (outputs: Outputs) => void, secrets: Secrets): (outputs: Outputs) => void {
  const reported = new Set<OutputName>();
  return (outputs) => {
    const all = Object.entries(outputs) as [OutputName, string][];
    const held = all.flatMap(([output, value]) => {
      const secret = secrets.heldBy(withoutWords(output, value));
      return secret === undefined ? [] : [{ output, secret }];
    });
    write(Object.fromEntries(all.filter(([name]) => !held.some(({ output }) => output === name))));
    // The run fails with the first of them once; what else it has to say is still written.
    const fresh = held.filter(({ output }) => !reported.has(output));
    for (const { output } of fresh) reported.add(output);
    const [first] = fresh;
    if (first === undefined) return;
    throw new ActionError('secret-in-output', {
      cause: `Output ${first.output} would show a secret (${first.secret})`,
      fix: 'Replace the secret if it is real: a name or host at AWS or CockroachDB Cloud contains it. If it is left over from a test, remove it from the job.',
      details: held.map(({ output, secret }) => `${output}: not written, since it contains a secret (${secret})`),
    });
  };
}

/** A picture as `diagram.ts` draws it. */
const PICTURE = /^```mermaid\n.*?\n```\n*/gms;

/** A summary as it may be shown. A picture with stars in it would not be drawn, so it is left out. */
export function markdownWithout(markdown: string, { hide }: Secrets): string {
  return hide(markdown.replace(PICTURE, (picture) => (hide(picture) === picture ? picture : '')));
}

/** The failure as it may be shown; its `cause` is never printed. */
export function errorWithout(error: ActionError, secrets: Secrets): ActionError {
  return new ActionError(
    error.code,
    {
      cause: secrets.hide(error.message),
      fix: secrets.hide(error.fix),
      details: error.details.map(secrets.hide),
      problems: error.problems.map((one) => problemWithout(one, secrets)),
    },
    { cause: error.cause },
  );
}

function problemWithout({ code, cause, fix, details = [] }: Problem, { hide }: Secrets): Problem {
  return { code, cause: hide(cause), fix: hide(fix), details: details.map(hide) };
}

/** A finding as it may be posted. */
export function findingWithout<F extends Finding>(finding: F, { hide }: Secrets): F {
  const { subject, expected, found, fix } = finding;
  return { ...finding, subject: hide(subject), expected: hide(expected), found: hide(found), fix: hide(fix) };
}
