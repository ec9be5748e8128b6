import { readHiddenData } from '../../src/github/hidden-data.ts';
import { parted } from '../../src/support/commands.ts';
import type { LoggedRequest, Sandbox } from '../sandbox/index.ts';
import { wideLines } from './log-width.ts';
import { foreignMarkup } from './markdown.ts';
import type { Annotation } from './runner-files.ts';
import { unexplained } from './troubleshooting.ts';

interface Evidence {
  sandbox: Sandbox;
  /** Values of the environment that the run was given. */
  given: (string | undefined)[];
  /** Texts that the run left behind, by where; standard output without the lines that register masks. */
  places: Record<string, string>;
  masks: string[];
  requests: LoggedRequest[];
  errorCode: string;
  timedOut: boolean;
  annotations: readonly Annotation[];
}

/**
 * What no run may do, whatever it is asked and whatever it is answered: show a secret, send one elsewhere than where it
 * belongs, print a workflow command or Markdown that it does not mean, mask what is no secret, end as `internal`, or not end.
 */
export function findMisconduct(evidence: Evidence): string[] {
  const { sandbox, given, places, masks, requests, errorCode, timedOut, annotations } = evidence;
  const secrets = sandbox.secrets();
  const posts = requests.filter(({ service, mutating }) => service === 'github' && mutating);
  const told = Object.fromEntries(
    posts.map(({ action, body }, index) => [`${action} (${index})`, `${body}\n${hiddenIn(body)}`]),
  );
  return [
    ...findLeaks(secrets, { ...places, ...told }),
    ...requests.flatMap(({ misplaced }) => misplaced),
    ...foreignCommands(places['stdout'] ?? ''),
    ...strangeCharacters(places['stdout'] ?? ''),
    ...foreignMarkup(places['summary'] ?? ''),
    ...posts.flatMap(({ body }) => foreignMarkup(textOf(body).replace(DUPLICATE, ''), 'comment')),
    ...(/^\s*::|##\[/m.test(places['stderr'] ?? '') ? ['a workflow command on standard error'] : []),
    ...masks
      .filter((mask) => !secrets.some((secret) => secret.includes(mask)) && !given.some((value) => holds(value, mask)))
      .map((mask) => `a mask for what is no secret: ${mask.slice(0, 80)}`),
    ...unpastable(places['stdout'] ?? '', places['summary'] ?? ''),
    ...wideLines(places['stdout'] ?? ''),
    ...(errorCode === 'internal' ? ['error-code internal: a failure that nobody foresaw'] : []),
    ...(timedOut ? ['it did not end by itself'] : []),
    ...wrongAnnotations(annotations),
    ...unexplained(annotations),
  ];
}

/**
 * Annotations that the run page does not show as they are meant: GitHub drops those after the tenth of a level, the
 * runner cuts what has more than 4,096 characters, and a list shows little more than a first line.
 */
function wrongAnnotations(all: readonly Annotation[]): string[] {
  const shown = all.filter(({ level }) => level === 'error' || level === 'warning');
  const [errors, warnings] = ['error', 'warning'].map((level) => shown.filter((one) => one.level === level));
  const texts = shown.map(({ title, message }) => `${title}\n${message}`);
  const firsts = shown.map(({ message }) => message.split('\n')[0] ?? '');
  return [
    ...[errors, warnings].flatMap((of = []) => (of.length > 10 ? [`${of.length} annotations of a level`] : [])),
    ...firsts.filter((line) => line.length > 100).map((line) => `an annotation with a long first line: ${line}`),
    ...firsts.filter((line) => line === '').map(() => 'an annotation that begins with an empty line'),
    ...texts.filter((text, index) => texts.indexOf(text) !== index).map((text) => `an annotation twice: ${text}`),
    ...shown.filter(({ message }) => message.length > 4_096).map(({ title }) => `too long an annotation: ${title}`),
  ];
}

/** The one reference to another issue that is meant. */
const DUPLICATE = /^A duplicate of #\d+(?=, which is kept)/;

/** What is packed into the hidden lines of a text that was posted: nobody sees it there, but it is published. */
function hiddenIn(body: string): string {
  const values = textOf(body)
    .split('\n')
    .flatMap((line) => ['checks', 'section'].map((kind) => readHiddenData(kind, line)));
  return JSON.stringify(values.filter((value) => value !== undefined));
}

/** The Markdown of an issue or comment that was posted. */
function textOf(body: string): string {
  const post = JSON.parse(body === '' ? '{}' : body) as { body?: unknown };
  return typeof post.body === 'string' ? post.body : '';
}

/** Characters that move the cursor or turn the direction of what is shown. */
function strangeCharacters(stdout: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
  const strange = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
  const line = stdout.split('\n').find((one) => strange.test(one));
  return line === undefined ? [] : [`a control character in a line of the log: ${JSON.stringify(line.slice(0, 200))}`];
}

/** A secret may be part of a variable, as a password is of a proxy's address, whose user and password are sent in Base64. */
function holds(value: string | undefined, mask: string): boolean {
  if (value === undefined) return false;
  if (value.includes(mask)) return true;
  const sent = Buffer.from(mask, 'base64').toString();
  const isSent = (text: string) => sent.includes(':') && text.includes(`//${sent}@`);
  try {
    const decoded = decodeURIComponent(value);
    return decoded.includes(mask) || isSent(decoded);
  } catch {
    return isSent(value);
  }
}

/** What can hold a secret, or a part of it, that has no white space: most of a text cannot. */
const LONG_WORD = /\S{8,}/g;

/** Characters of a secret that nobody may show in a row: too many to come about by chance. */
const WINDOW = 24;

/**
 * Names the place and the kind of every secret that came out: as it is, with the escapes of Markdown or HTML in it, in
 * another spelling (of a URL, of JSON, in hexadecimal, in Base64), or a part of it that is longer than a few characters.
 */
export function findLeaks(secrets: string[], places: Record<string, string>): string[] {
  return Object.entries(places).flatMap(([place, text]) => {
    const html = text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
    const shown = [text, text.replaceAll('\\', ''), html];
    const words = [...new Set(shown.flatMap((one) => one.match(LONG_WORD) ?? []))];
    const all = words.join('\n');
    const long = words.filter((word) => word.length >= WINDOW).join('\n');
    const holds = (part: string) => (part.length < WINDOW ? all : long).includes(part);
    return secrets
      .filter((secret) => secret.length >= 8)
      .filter((secret) =>
        piecesOf(secret).some((part) => (/\s/.test(part) ? shown.some((one) => one.includes(part)) : holds(part))),
      )
      .map((secret) => `${place}: ${secret.slice(0, 12)}… (${secret.length} characters)`);
  });
}

const known = new Map<string, string[]>();

/** What gives a secret away, in any of its spellings. */
function piecesOf(secret: string): string[] {
  const pieces = known.get(secret) ?? spellings(secret).flatMap(parts);
  known.set(secret, pieces);
  return pieces;
}

function spellings(secret: string): string[] {
  const hex = Buffer.from(secret).toString('hex');
  const escaped = secret.replace(/./gs, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const percent = secret.replace(/./gs, (one) => `%${one.charCodeAt(0).toString(16)}`);
  // In Base64 with none, one or two bytes of something else in its first group of three.
  const base64 = ['', 'x', 'xx'].map((before) =>
    Buffer.from(`${before}${secret}`)
      .toString('base64')
      .slice(before.length === 0 ? 0 : 4)
      .replace(/.?=*$/, ''),
  );
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), hex, escaped, percent, ...base64];
}

/** Overlapping pieces of a secret; whoever shows a good part of it shows one of them. */
function parts(secret: string): string[] {
  if (secret.length <= WINDOW) return [secret];
  const starts = Array.from({ length: Math.ceil((secret.length - WINDOW) / 4) + 1 }, (_, index) => index * 4);
  return starts.map((start) => secret.slice(start, start + WINDOW)).filter((part) => part.length === WINDOW);
}

/** The beginning of a command for a shell. */
const SHELL = /(?<![\w./-])(?:aws (?:account|ec2|iam|route53|sts) [a-z]|gh (?:api|attestation) |curl -|git push )/;

/**
 * Commands that would not run as pasted: with words around them, with something left to fill in, or shown as text, in which
 * Markdown may have put marks.
 */
function unpastable(stdout: string, summary: string): string[] {
  const lines = stdout
    .replace(/^::debug::.*$/gm, '')
    .replace(/%0A/g, '\n')
    .split('\n')
    .filter((line) => SHELL.test(line))
    .map((line) => ({ line, command: parted(line.replace(/^::[^:]*::/, '').trimStart()).command }));
  const texts = summary
    .replace(/^```.*?^```$/gms, '')
    .replace(/<code>.*?<\/code>/g, '')
    .split('\n');
  // A comma makes a list in PowerShell, brackets make file names in zsh: both are for quotes.
  const unquoted = (command: string) => /[,[\]{}*?]/.test(command.replace(/'[^']*'/g, ''));
  return [
    ...lines
      .filter(({ command }) => command === '' || /[<…]|\.$|\(or /.test(command) || unquoted(command))
      .map(({ line }) => line),
    ...texts.filter((line) => SHELL.test(line)),
  ].map((line) => `a command that does not run as pasted: ${line.slice(0, 300)}`);
}

/** The commands that the action means; `error` and `warning` have a title of its own. */
const MEANT =
  /^::(?:group::|endgroup::$|debug::|(?:error|warning) title=CockroachDB PrivateLink%3A (?:[\w-]+|\d+ more)::)/;

/**
 * Lines that a runner would take for a command that the action does not print on purpose. The runner trims what .NET
 * calls white space, looks for `::` at the beginning and for the older `##[` anywhere in other lines.
 */
function foreignCommands(stdout: string): string[] {
  return stdout
    .split(/\r\n|\r|\n/)
    .filter((line) => (/^[\s\u0085]*::/.test(line) ? !MEANT.test(line) : line.includes('##[')))
    .map((line) => `a workflow command that is not meant: ${line.slice(0, 200)}`);
}
