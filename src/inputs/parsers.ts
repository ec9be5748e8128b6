import { isIP } from 'node:net';
import { canonicalCidr } from '../support/cidr.ts';
import { joinShort } from '../support/text.ts';
import { quotedValue as show, trimAscii } from '../support/white-space.ts';

const DEFAULT_API_URL = 'https://cockroachlabs.cloud';
/** EC2 allows 50 tags a resource; ours (managed-by, created, service, Name), claims and six reserve slots need room. */
const MOST_USER_TAGS = 20;
const MOST_REPORTED = 5;
const MOST_IN_ONE = 30;
/**
 * What the quota of rules of a security group can be raised to; at first it is 60, and EC2 says so where it is reached.
 */
export const MOST_RULES = 1_000;

/** The runner's value of an input without the ASCII white space around it, '' when unset. */
export type InputValue = (name: string) => string;

/** Whose runs GitHub gives no secrets of the repository to. */
export type SecretsWithheld = 'fork' | 'dependabot';

const WITHHELD: Record<SecretsWithheld, { readonly why: string; readonly fix: string }> = {
  fork: {
    why: 'since runs for pull requests from forks get no secrets',
    fix: 'Skip the step there: `if: github.event.pull_request.head.repo.full_name == github.repository`',
  },
  dependabot: {
    why: 'since dependabot[bot] started the run, which gets Dependabot secrets only',
    fix: "Add the key to the Dependabot secrets, or skip the step: `if: github.actor != 'dependabot[bot]'`",
  },
};

/** What is wrong with an input or variable, its name first; with a fix where correcting the value is none. */
export type InputMistake = string | { readonly cause: string; readonly fix: string };

/**
 * The parsers, each naming the input in what it reports. Values that are wrong are reported and replaced by a harmless
 * one.
 */
export function inputReader(input: InputValue, mistakes: InputMistake[], withheld: SecretsWithheld | undefined) {
  const values = valueParsers(input, mistakes);
  const lists = listParsers(input, mistakes);
  return {
    ...values,
    ...lists,
    ...cloudParsers(input, mistakes, withheld),

    trustedOwners(): { accounts: string[]; mode: 'add' | 'exact' } | undefined {
      const accounts = lists.list('trusted-owners', {
        form: /^(\d{12}|self|\*)$/,
        what: 'a 12-digit AWS account ID, self or *',
        max: 200,
      });
      const mode = values.oneOf('trusted-owners-mode', ['add', 'exact'], 'add');
      return accounts.length === 0 ? undefined : { accounts, mode };
    },
  };
}

/** Parsers of inputs that are one value. */
function valueParsers(input: InputValue, mistakes: InputMistake[]) {
  return {
    oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
      const value = input(name) || fallback;
      const found = allowed.find((word) => word === value);
      if (found === undefined) mistakes.push(`${name}: ${show(value)} is not one of ${allowed.join(', ')}`);
      return found ?? fallback;
    },

    optional(name: string, form: RegExp, what: string): string | undefined {
      const value = input(name);
      if (value === '') return undefined;
      if (form.test(value)) return value;
      mistakes.push(`${name}: ${show(value)} is not ${what}`);
      return undefined;
    },

    boolean(name: string, fallback: boolean): boolean {
      const value = input(name);
      if (value === '') return fallback;
      if (/^(true|True|TRUE)$/.test(value)) return true;
      if (!/^(false|False|FALSE)$/.test(value)) mistakes.push(`${name}: ${show(value)} is neither true nor false`);
      return false;
    },

    integer(name: string, range: { min: number; max: number; fallback: number }): number {
      const value = input(name);
      if (value === '') return range.fallback;
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= range.min && number <= range.max) return number;
      mistakes.push(`${name}: ${show(value)} is not a whole number from ${range.min} to ${range.max}`);
      return range.fallback;
    },

    region(name: string, fallback: string | undefined, optional: boolean): string {
      const value = input(name) || (fallback ?? '').trim();
      if (value === '' && optional) return '';
      if (/^[a-z]{2,4}(-[a-z]+){1,2}-\d{1,2}$/.test(value)) return value;
      mistakes.push(
        value === '' ? `${name}: is required (or AWS_REGION)` : `${name}: ${show(value)} is not an AWS region`,
      );
      return '';
    },

    environment(name: string): string {
      const value = input(name) || 'default';
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
      if (value.length > 500 || /[\u0000-\u001f\u007f]/.test(value))
        mistakes.push(`${name}: must be one line of at most 500 characters`);
      return value;
    },
  };
}

/** Parsers of the key for CockroachDB Cloud, and of where it is sent. */
function cloudParsers(input: InputValue, mistakes: InputMistake[], withheld: SecretsWithheld | undefined) {
  return {
    /**
     * Never shows the value. A key with white space or control characters could not go into a header: any around it is
     * dropped.
     */
    secret(name: string, fallback: string | undefined, variable: string): string {
      const value = input(name).trim() || (fallback ?? '').trim();
      if (value === '')
        mistakes.push(
          withheld === undefined
            ? `${name}: is required (or the environment variable ${variable})`
            : { cause: `${name}: is empty, ${WITHHELD[withheld].why}`, fix: WITHHELD[withheld].fix },
        );
      else if (!/^[\x21-\x7e]{1,4096}$/.test(value))
        mistakes.push(`${name}: contains white space or characters that an API key never has`);
      return value;
    },

    apiUrl(name: string, fallback: string | undefined): URL {
      const value = input(name).trim() || (fallback ?? '').trim() || DEFAULT_API_URL;
      const url = URL.canParse(value) ? new URL(value) : undefined;
      const problem = apiUrlProblem(url);
      if (problem !== undefined) mistakes.push(`${name}: ${problem}`);
      if (url === undefined || problem !== undefined) return new URL(DEFAULT_API_URL);
      // As the API's own pages write it; below it every path would be answered by 404.
      url.pathname = url.pathname.replace(/\/api\/v1\/*$/, '/');
      return url;
    },
  };
}

/** Parsers of inputs with several entries. */
function listParsers(input: InputValue, mistakes: InputMistake[]) {
  /** @param rule what an entry looks like, in what words, and how many there may be */
  function list(name: string, { form, what, max }: { form: RegExp; what: string; max: number }): string[] {
    const { entries, mistake } = listEntries(input(name));
    if (mistake !== undefined) mistakes.push(`${name}: ${mistake}`);
    reportSome(
      name,
      entries.filter((entry) => !form.test(entry)).map((entry) => `${name}: ${show(entry)} is not ${what}`),
    );
    if (entries.length > max) mistakes.push(`${name}: has ${entries.length} entries, at most ${max} are allowed`);
    return entries.filter((entry) => form.test(entry));
  }

  /** The first mistakes of one input by themselves, and further ones in one: thousands would fill the summary. */
  function reportSome(name: string, wrong: readonly string[]): void {
    mistakes.push(...wrong.slice(0, MOST_REPORTED));
    const rest = wrong.slice(MOST_REPORTED).map((one) => one.slice(name.length + 2));
    if (rest.length > 0)
      mistakes.push(`${name}: ${rest.length} more entries are wrong: ${joinShort(rest, MOST_IN_ONE)}`);
  }

  return {
    list,

    cidrs(name: string): string[] {
      const entries = list(name, { form: /.*/, what: '', max: MOST_RULES });
      const canonical = entries.map((entry) => canonicalCidr(entry) ?? (isIP(entry) === 4 ? `${entry}/32` : undefined));
      const wrong = entries.filter((_, index) => canonical[index] === undefined);
      reportSome(
        name,
        wrong.map((entry) => `${name}: ${show(entry)} is not an IPv4 CIDR block`),
      );
      return [...new Set(canonical.filter((cidr) => cidr !== undefined))];
    },

    /**
     * Tags, as lines of `key=value` or as a JSON object. EC2 takes any character in keys and values; only its reserved
     * prefix and its lengths count (EC2 user guide, Tag restrictions; AWS tag conventions: "Amazon EC2 resources allow
     * any characters").
     */
    tags(name: string): Record<string, string> {
      // No prototype, since a tag may be called anything.
      const tags: Record<string, string> = Object.create(null);
      const wrong: string[] = [];
      const entries = tagEntries(input(name));
      for (const entry of entries) {
        const problem = tagProblem(entry, tags);
        if (problem !== undefined) wrong.push(`${name}: ${show(entry.key ?? entry.shown)} ${problem}`);
        else tags[entry.key ?? ''] = entry.value ?? '';
      }
      reportSome(name, wrong);
      if (entries.length > MOST_USER_TAGS)
        mistakes.push(`${name}: has ${entries.length} tags, at most ${MOST_USER_TAGS} are allowed`);
      return tags;
    },
  };
}

/**
 * The entries of a list input, without duplicates and in their order: on separate lines or with commas, or as a JSON
 * array of texts, as `toJSON` and Terraform give it. No entry of any list begins with a bracket.
 * @returns with the mistake where it is no list; then there are no entries
 */
export function listEntries(text: string): { readonly entries: string[]; readonly mistake: string | undefined } {
  const array = text.startsWith('[') ? jsonTexts(text) : text.split(/[\n,]+/);
  if (typeof array === 'string') return { entries: [], mistake: array };
  const entries = [...new Set(array.map(trimAscii).filter((entry) => entry !== ''))];
  // Expressions without a value leave the commas or brackets around them. Taken for a list that isn't there, that would
  // delete or open more than the workflow names.
  const isEmpty = entries.length === 0 && text !== '';
  const empty = text.startsWith('[') ? 'is a JSON array without entries' : 'contains only separators';
  return { entries, mistake: isEmpty ? `${empty}; add an entry or remove the input` : undefined };
}

/** The texts of a JSON array, or what is wrong with it. */
function jsonTexts(text: string): readonly string[] | string {
  let array: readonly unknown[];
  try {
    // Text that begins with a bracket parses to an array or not at all.
    array = JSON.parse(text) as readonly unknown[];
  } catch {
    return `${show(text)} is not a JSON array; put each entry in double quotes`;
  }
  const at = array.findIndex((entry) => typeof entry !== 'string');
  // A number would lose its leading zeros.
  if (at >= 0) return `entry ${at + 1} of the JSON array is not text; put it in double quotes`;
  return array as readonly string[];
}

interface TagEntry {
  /** Undefined, with `value`, for what is no tag. */
  readonly key: string | undefined;
  readonly value: string | undefined;
  /** What is shown of it. */
  readonly shown: string;
}

/** The entries of a JSON object, or of lines; the first `=` of a line ends its key. */
function tagEntries(text: string): TagEntry[] {
  const object = jsonObject(text);
  if (object !== undefined) {
    return Object.entries(object).map(([key, value]) =>
      typeof value === 'object'
        ? { key: undefined, value: undefined, shown: key }
        : { key, value: String(value), shown: key },
    );
  }
  return text
    .split('\n')
    .map(trimAscii)
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf('=');
      return at < 1
        ? { key: undefined, value: undefined, shown: line }
        : { key: trimAscii(line.slice(0, at)), value: trimAscii(line.slice(at + 1)), shown: line };
    });
}

/** Text that is a JSON object; `{a}=b` is a line. */
function jsonObject(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** What XML, in which EC2 answers, can't carry: control characters and halves of pairs. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Why an entry is no tag, why EC2 would refuse it, or why it isn't the workflow's to set. */
function tagProblem({ key, value }: TagEntry, taken: Readonly<Record<string, string>>): string | undefined {
  if (key === undefined || value === undefined) return 'is not key=value';
  if (/^(aws:|cockroachdb-privatelink\/)/i.test(key)) return 'starts with a reserved prefix';
  if (NOT_IN_XML.test(key) || NOT_IN_XML.test(value)) return 'has control characters in its key or value';
  const [longKey, longValue] = [[...key].length > 128, [...value].length > 256];
  if (key === '' || longKey) return 'is not a tag key (1 to 128 characters)';
  if (longValue) return 'has a value of more than 256 characters';
  return Object.hasOwn(taken, key) ? 'is given twice' : undefined;
}

/** Why the API can't be at an address; undefined stands for one that could not be parsed. */
function apiUrlProblem(url: URL | undefined): string | undefined {
  const isLocal = url?.protocol === 'http:' && isLoopback(url.hostname);
  if (url === undefined || (url.protocol !== 'https:' && !isLocal)) {
    return 'must be an https address (http only on loopback)';
  }
  if (isNeverTheCloud(url.hostname)) {
    return `must not be an address that only the runner itself can reach (${show(url.hostname)})`;
  }
  const isPlain = [url.username, url.password, url.search, url.hash].every((part) => part === '');
  return isPlain ? undefined : 'must be a plain address without user, query or fragment';
}

/**
 * Addresses at which machines ask about themselves (link-local, as the metadata services of clouds) or which are
 * nobody's: no API is there, and no key may be sent there.
 */
function isNeverTheCloud(hostname: string): boolean {
  return (
    /^(169\.254|0|22[4-9]|23\d|24\d|25[0-5])\./.test(hostname) ||
    /^\[(::|::ffff:.*|fe[89ab].*|fd00:ec2:.*|ff.*)\]$/.test(hostname) ||
    /(^|\.)metadata\.(google\.internal|azure\.com)\.?$|^instance-data(\.ec2\.internal)?\.?$/.test(hostname)
  );
}

/** A host that cannot leave this machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
