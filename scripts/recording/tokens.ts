import { GAP, hostsIn, withoutClean } from './shapes.ts';
import { isWord } from './words.ts';

/** A part of a text that is not known to be clean. */
export interface Suspect {
  /** What it looks like. */
  readonly what: string;
  readonly found: string;
}

const RUN = '(?<![A-Za-z0-9])';
/** What secrets and identifiers look like, the surest first. What none of them finds is still compared with the words. */
const LOOKS: readonly (readonly [string, RegExp])[] = [
  ['private key or certificate', /-----BEGIN [^-]+-----/g],
  ['JSON web token', /eyJ[\w-]{5,}(?:\.[\w-]+)*/g],
  ['access key ID of AWS', new RegExp(`${RUN}(?:AKIA|ASIA|AROA|AIDA|AIPA|ANPA|ACCA)[A-Z0-9]{8,}`, 'g')],
  ['token of GitHub', /(?:gh[opsur]_|github_pat_)\w{4,}/g],
  ['API key of CockroachDB Cloud', /CCDB1_\w+/g],
  ['e-mail address', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['UUID', /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi],
  ['ID of a resource', new RegExp(`${RUN}[a-z]+(?:-[a-z]+){0,3}-(?:[0-9a-f]{17}|[0-9a-f]{8})(?![A-Za-z0-9])`, 'gi')],
  ['IPv4 address', /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\w.]*\d)/g],
  ['IPv6 address', /(?<![\w:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?:\/\d{1,3})?(?![\w:])/gi],
  ['AWS account ID', /(?<!\d)\d{12}(?!\d)/g],
  ['hexadecimal value', new RegExp(`${RUN}(?=[0-9a-f]*\\d)[0-9a-f]{8,}(?![A-Za-z0-9])`, 'gi')],
  [
    'random text',
    new RegExp(`${RUN}(?=[\\w+/-]*\\d)(?=[\\w+/-]*[A-Z])(?=[\\w+/-]*[a-z])[A-Za-z0-9+/_-]{16,}={0,2}`, 'g'),
  ],
  ['number', /(?<!\d)\d(?:[ ()./_-]{0,2}\d){4,}(?!\d)/g],
];

/**
 * What a text holds that is neither a stand-in nor a word of the list nor the same for everybody: refused by default.
 * @param accepted digests that follow from stand-ins
 */
export function suspectsIn(text: string, accepted: ReadonlySet<string>): Suspect[] {
  const suspects: Suspect[] = [];
  const { rest: unhosted, foreign } = hostsIn(withoutDigests(text, accepted));
  suspects.push(...foreign.map((found) => ({ what: 'host', found })));
  let rest = withoutClean(unhosted);
  for (const [what, look] of LOOKS) {
    rest = rest.replace(look, (found) => {
      if (VAGUE.has(what) && isOrdinary(found)) return found;
      suspects.push({ what, found });
      return GAP;
    });
  }
  return [...suspects, ...strangeCharacters(rest), ...strangeWords(rest)];
}

/** Looks that words can have too. */
const VAGUE: ReadonlySet<string> = new Set(['ID of a resource', 'random text']);

/** `vpc-endpoint-connection2` has the shape of random text and is none. */
function isOrdinary(found: string): boolean {
  return !/^\d/.test(found) && found.split(/[^A-Za-z0-9]+/).every((run) => run === '' || isWord(run));
}

function withoutDigests(text: string, accepted: ReadonlySet<string>): string {
  return text.replace(/(?<![0-9A-Za-z])[0-9a-f]{8,64}(?![0-9A-Za-z])/g, (run) => (accepted.has(run) ? GAP : run));
}

function strangeCharacters(text: string): Suspect[] {
  const runs = text.replaceAll(GAP, ' a ').match(/[^\x20-\x7e\n]+|[^\s\w]{4,}/g) ?? [];
  return runs.map((found) => ({ what: 'characters that no word has', found }));
}

/** So many short words in a row may be something that was spelled out. */
const SPELLED = 3;

function strangeWords(text: string): Suspect[] {
  const suspects: Suspect[] = [];
  // Nothing is joined over what is known to be clean.
  for (const part of text.split(GAP)) {
    const runs = part.match(/[A-Za-z0-9]+/g) ?? [];
    suspects.push(...runs.flatMap((run, at) => strangeRun(run, runs[at - 1] ?? '')), ...spelledOut(runs));
  }
  return suspects;
}

function strangeRun(run: string, before: string): Suspect[] {
  if (!/^\d+$/.test(run)) return isWord(run) ? [] : [{ what: 'unknown word or name', found: run }];
  if (run.length > 3) return [{ what: 'number', found: run }];
  return /^\d+$/.test(before) ? [{ what: 'number in parts', found: `${before} ${run}` }] : [];
}

function spelledOut(runs: readonly string[]): Suspect[] {
  const at = runs.findIndex(
    (_, index) => runs.slice(index, index + SPELLED).filter((one) => one.length <= 2).length === SPELLED,
  );
  return at < 0 ? [] : [{ what: 'something spelled out', found: runs.slice(at, at + SPELLED).join(' ') }];
}
