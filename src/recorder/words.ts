import { DICTIONARY } from './dictionary.ts';
import { cleanHost, isPublicName } from './hosts.ts';
import type { StandIns } from './stand-ins.ts';

/** Cleans text: what identifies somebody becomes its stand-in, words that everybody uses stay, the rest its length. */
export interface TextCleaner {
  /** `The vpc endpoint [9] does not exist` */
  text(value: string): string;
  /** The name of a field: `vpcEndpointId`, or `[3]State`. */
  field(name: string): string;
}

/** A text longer than this says no more than its length: it is a page, not a message. */
const LONGEST_TEXT = 2_000;
const REGION = [
  '(?:us-gov|us-iso[a-z]*|us|eu|eusc|ap|sa|ca|me|af|il|mx|cn)',
  '-(?:[a-z]+-)?(?:north|south|east|west|central)(?:east|west)?-\\d',
].join('');
const IPV6 = [
  '(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){2,7}(?:[0-9a-fA-F]{1,4}|:)(?::?[0-9a-fA-F]{1,4})*(?:/\\d{1,3})?',
  '(?<![\\w:])::1?(?:/\\d{1,3})?(?![\\w:])',
].join('|');
/**
 * Shapes by which a value is known wherever it stands, the longest first. What they find is replaced, or is the same
 * for everybody: a region, a zone, the date of an API version, a time.
 */
const SHAPES = [
  '(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)',
  '(?<time>\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d))',
  '(?<uuid>\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b)',
  '(?<resource>\\b[a-z]+(?:-[a-z]+){0,3}-(?:[0-9a-f]{17}|[0-9a-f]{8})\\b)',
  '(?<ipv4>\\b(?:\\d{1,3}\\.){3}\\d{1,3}(?:/\\d{1,2})?\\b)',
  `(?<ipv6>${IPV6})`,
  `(?<zone>\\b(?:${REGION}[a-z]?|[a-z]{2,4}\\d-az\\d{1,2})\\b)`,
  '(?<version>\\bv\\d{2}\\.\\d(?:\\.\\d{1,2})?\\b)',
  '(?<compound>[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)+)',
  '(?<account>(?<![\\w.-])\\d{12}(?![\\w.-]))',
  '(?<word>[A-Za-z0-9]+)',
  '(?<other>[^\\x20-\\x7e\\n]+)',
].join('|');
const PIECES = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;
/** A shorter name is in too many words; it becomes its length, like any word. */
const SHORTEST_NAME = 4;
/** Ports and limits that messages name. */
const NUMBERS = new Set(['26257', '1024', '4096', '65535']);

/**
 * Cleans the texts of one recording.
 * @param names of the run that have a stand-in, which are found within texts too
 * @param relative turns a time into seconds from the start of the recording
 */
export function createTextCleaner({
  standIns,
  names,
  relative,
}: {
  readonly standIns: StandIns;
  readonly names: readonly string[];
  relative(time: number): string;
}): TextCleaner {
  const shapes = new RegExp(`${namesIn(names)}${SHAPES}`, 'g');

  function text(value: string): string {
    if (value.length > LONGEST_TEXT) return `string(${value.length})`;
    const whole = standIns.known(value);
    if (whole !== undefined) return whole;
    const pieces = [...value.matchAll(shapes)].map((match) => ({
      at: match.index,
      found: match[0],
      groups: match.groups ?? {},
    }));
    let out = '';
    let at = 0;
    for (const [index, piece] of pieces.entries()) {
      out += punctuation(value.slice(at, piece.at));
      const numeric = isNumeric(piece.found) && (nearNumber(pieces, index, -1) || nearNumber(pieces, index, 1));
      out += numeric ? `[${piece.found.length}]` : replaced(piece.found, piece.groups);
      at = piece.at + piece.found.length;
    }
    return out + punctuation(value.slice(at));
  }

  /** What becomes of each shape, by the name of its group. */
  const shape: Readonly<Record<string, (found: string) => string>> = {
    name: (found) => standIns.known(found) ?? `[${found.length}]`,
    email: standIns.email,
    time,
    uuid: standIns.uuid,
    resource,
    ipv4: (found) => (isIpv4(found) ? standIns.ipv4(found) : words(found)),
    ipv6: standIns.ipv6,
    zone: (found) => found,
    version: (found) => found,
    compound,
    account: standIns.account,
    word: (found) => standIns.known(found) ?? word(found),
    other: (found) => `[${found.length}]`,
  };

  function replaced(found: string, groups: Readonly<Record<string, string | undefined>>): string {
    const name = Object.keys(groups).find((one) => groups[one] !== undefined);
    return name === undefined ? `[${found.length}]` : (shape[name] ?? words)(found);
  }

  /** A name that was learned from an answer, a host, or words that are joined. */
  function compound(found: string): string {
    const known = standIns.known(found);
    if (known !== undefined) return known;
    return isPublicName(found) ? cleanHost(found, { standIns, label: text }) : words(found);
  }

  function time(found: string): string {
    const ms = Date.parse(found);
    return Number.isNaN(ms) ? `[${found.length}]` : relative(ms);
  }

  /** IDs of AWS by their known prefixes; anything else of that shape is a name with a suffix. */
  function resource(found: string): string {
    const at = found.lastIndexOf('-');
    return words(found.slice(0, at)).includes('[') ? `[${found.length}]` : standIns.resource(found);
  }

  function words(found: string): string {
    const several = (found.match(/(?<![A-Za-z])\d+(?![A-Za-z])/g) ?? []).length > 1;
    // An address or account ID in parts: `ip-10-0-0-1`.
    return found.replace(/[A-Za-z0-9]+/g, (part) => (several && isNumeric(part) ? `[${part.length}]` : word(part)));
  }

  return {
    text,
    field: (name) =>
      name.length > 80 ? `[${name.length}]` : words(name.replace(/[^\w.:/-]+/g, (one) => `[${one.length}]`)),
  };
}

/** The first of the shapes: the longest name first, since one may begin with another. */
function namesIn(names: readonly string[]): string {
  const long = names.filter((name) => name.length >= SHORTEST_NAME).toSorted((a, b) => b.length - a.length);
  if (long.length === 0) return '';
  const escaped = long.map((name) => name.replace(/[^\w ]/g, '\\$&'));
  return `(?<name>(?<![\\w-])(?:${escaped.join('|')})(?![\\w-]))|`;
}

/** A run of letters and digits, if all its words are in the dictionary. */
function word(found: string): string {
  if (isNumeric(found)) return found.length <= 3 || NUMBERS.has(found) ? found : `[${found.length}]`;
  if (DICTIONARY.has(found.toLowerCase())) return found;
  const pieces = found.match(PIECES) ?? [];
  const all = pieces.every((piece, at) =>
    isNumeric(piece) ? at > 0 && piece.length <= 3 : piece.length > 1 && DICTIONARY.has(piece.toLowerCase()),
  );
  return all ? found : `[${found.length}]`;
}

function isNumeric(text: string): boolean {
  return /^\d+$/.test(text);
}

function isIpv4(text: string): boolean {
  const [address = '', length = '32'] = text.split('/');
  return address.split('.').every((octet) => Number(octet) < 256) && Number(length) <= 32;
}

/** Numbers next to each other may be one that was split: `1111-2222-3333`. */
function nearNumber(pieces: readonly { found: string }[], at: number, step: 1 | -1): boolean {
  const neighbour = pieces[at + step];
  return neighbour !== undefined && isNumeric(neighbour.found);
}

/** What stands between words. Runs of it are no longer than in a sentence or in code. */
function punctuation(text: string): string {
  return text.replace(/[^\s\w]{4,}/g, (run) => `[${run.length}]`);
}
