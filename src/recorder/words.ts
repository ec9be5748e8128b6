import { DICTIONARY } from './dictionary.ts';
import { cleanHost, isPublicName } from './hosts.ts';
import { PLACE_TEXT } from './places.ts';
import type { StandIns } from './stand-ins.ts';

/** Cleans text: names and IDs become stand-ins, words of the dictionary stay, the rest becomes its length. */
export interface TextCleaner {
  /** `The vpc endpoint [9] does not exist` */
  text(value: string): string;
  /** The name of a field: `vpcEndpointId`, or `[8]` for one with a word that is not in the dictionary. */
  field(name: string): string;
}

/** A text longer than this says no more than its length: it is a page, not a message. */
const LONGEST_TEXT = 2_000;
const IPV6 = [
  '(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){2,7}(?:[0-9a-fA-F]{1,4}|:)(?::?[0-9a-fA-F]{1,4})*(?:/\\d{1,3})?',
  '(?<![\\w:])::1?(?:/\\d{1,3})?(?![\\w:])',
].join('|');
/**
 * Shapes by which a value is known wherever it stands, the longest first. What they find is replaced, or is the same
 * for everybody: a region, a zone, the date of an API version, a time.
 */
const SHAPES = [
  '(?<branch>(?<![A-Za-z0-9])branch:[^\\s"\'`,;()<>]*[^\\s"\'`,;()<>.:])',
  '(?<pull>(?<![A-Za-z0-9])(?:pr:|#|pulls?/|issues/)\\d{1,9}(?![A-Za-z0-9.-]))',
  '(?<escape>%(?:20|2[56CF]|3[ABDF]))',
  '(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)',
  '(?<time>\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d))',
  '(?<uuid>\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b)',
  '(?<resource>\\b[a-z]+(?:-[a-z]+){0,3}-(?:[0-9a-f]{17}|[0-9a-f]{8})\\b)',
  '(?<ipv4>(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}(?:/\\d{1,2})?(?!\\w|\\.\\d))',
  `(?<ipv6>${IPV6})`,
  `(?<zone>\\b${PLACE_TEXT}\\b)`,
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
/** `sg-01234567`, and the longest prefix with 17 digits. */
const SHORTEST_ID = 10;
const LONGEST_ID = 36;
/** So many short pieces in a row may be something that was spelled out: `A K I A`. */
const SPELLED = 3;
/** IDs of AWS have one of these in front; anything else of their shape is a name with a suffix. */
const RESOURCES = new Set(
  `vpc vpce vpce-svc vpce-svc-perm vpce-rsc subnet sg sgr eni eni-attach rtb rtbassoc dopt acl aclassoc igw eigw nat pcx
  tgw vgw cgw eipalloc eipassoc ami vol snap pl vpc-cidr-assoc subnet-cidr-assoc lt dopt-assoc`.split(/\s+/),
);
/** The last label of a name that is a host, whatever words it has. Codes of errors end otherwise. */
const HOST =
  /^(?:[a-z0-9_-]+\.)+(?:com|net|org|io|dev|cloud|app|ai|co|cn|eu|de|uk|us|internal|local|corp|lan|home|intranet|test|arpa)$/i;

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
  const piecesOf = createSplitter(`${namesIn(names)}${SHAPES}`);
  const cleaned = new Map<string, string>();
  const inside = joinedNames(names);

  /** A word of states and codes, or a count, is one also where a branch has that name. */
  const known = (value: string) => (isCommon(value) ? undefined : standIns.known(value));

  /** A run reads the same texts over and over. What is learned later changes none that was written before. */
  function text(value: string): string {
    const whole = known(value);
    if (whole !== undefined) return whole;
    const before = cleaned.get(value);
    if (before !== undefined) return before;
    const made = isResource(value)
      ? standIns.resource(value)
      : /^[A-Za-z]*$/.test(value)
        ? word(value)
        : pieceByPiece(value);
    cleaned.set(value, made);
    return made;
  }

  function pieceByPiece(value: string): string {
    if (value.length > LONGEST_TEXT) return `string(${value.length})`;
    const pieces = piecesOf(value);
    const hidden = spelledOut(pieces);
    let out = '';
    let at = 0;
    for (const [index, { at: start, found, name }] of pieces.entries()) {
      out += punctuation(value.slice(at, start));
      const shown = (shape[name] ?? words)(found);
      out += hidden.has(index) && known(found) === undefined ? `[${found.length}]` : shown;
      at = start + found.length;
    }
    return out + punctuation(value.slice(at));
  }

  /** What becomes of each shape, by the name of its group. */
  const shape: Readonly<Record<string, (found: string) => string>> = {
    name: (found) => known(found) ?? `[${found.length}]`,
    branch: (found) => {
      const name = found.slice('branch:'.length);
      return `branch:${standIns.known(name) ?? standIns.name('branch', name)}`;
    },
    pull: (found) => found.replace(/\d+$/, standIns.number),
    escape: (found) => found,
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
    word: (found) => known(found) ?? word(found),
    other: (found) => `[${found.length}]`,
  };

  /** A name that was learned from an answer, a host, or words that are joined. */
  function compound(found: string): string {
    const whole = known(found) ?? known(found.toLowerCase());
    if (whole !== undefined) return whole;
    return isPublicName(found) || HOST.test(found) ? cleanHost(found, { standIns }) : words(found);
  }

  function time(found: string): string {
    const ms = Date.parse(found);
    return Number.isNaN(ms) ? `[${found.length}]` : relative(ms);
  }

  function resource(found: string): string {
    return RESOURCES.has(found.slice(0, found.lastIndexOf('-'))) ? standIns.resource(found) : words(found);
  }

  /** Words that are joined, without a name of the run and without an address or account in parts: `ip-10-0-0-1`. */
  function words(found: string): string {
    const parts = found.split(inside);
    return parts.map((part, index) => (index % 2 === 1 ? (standIns.known(part) ?? '') : joined(part))).join('');
  }

  return { text, field: (name) => (name.length > 80 ? `[${name.length}]` : text(name)) };
}

/** Most values are one ID of AWS; those need none of the shapes. */
function isResource(value: string): boolean {
  if (value.length < SHORTEST_ID || value.length > LONGEST_ID) return false;
  const at = value.lastIndexOf('-');
  return RESOURCES.has(value.slice(0, at)) && /^(?:[0-9a-f]{17}|[0-9a-f]{8})$/.test(value.slice(at + 1));
}

/** Splits a text into what one of the shapes finds, each with the name of its shape. */
function createSplitter(pattern: string): (text: string) => (Piece & { readonly at: number })[] {
  const shapes = new RegExp(pattern.replace(/\(\?<[a-z]\w*>/g, '('), 'g');
  const kinds = [...pattern.matchAll(/\(\?<([a-z]\w*)>/g)].map(([, kind = '']) => kind);
  return (text) => {
    const pieces: (Piece & { readonly at: number })[] = [];
    shapes.lastIndex = 0;
    for (let match = shapes.exec(text); match !== null; match = shapes.exec(text)) {
      let kind = 1;
      while (match[kind] === undefined) kind += 1;
      pieces.push({ at: match.index, found: match[0], name: kinds[kind - 1] ?? '' });
    }
    return pieces;
  };
}

function joined(found: string): string {
  const parts = [...found.matchAll(/[A-Za-z0-9]+/g)].map((match) => ({
    at: match.index,
    found: match[0],
    name: 'word',
  }));
  const several = (found.match(/(?<![A-Za-z])\d+(?![A-Za-z])/g) ?? []).length > 1;
  const hidden = spelledOut(parts);
  let index = -1;
  return found.replace(/[A-Za-z0-9]+/g, (part) => {
    index += 1;
    return hidden.has(index) || (several && isNumeric(part)) ? `[${part.length}]` : word(part);
  });
}

/** The first of the shapes: the longest name first, since one may begin with another. */
function namesIn(names: readonly string[]): string {
  const long = longestFirst(names.filter((name) => name.length >= SHORTEST_NAME && !isCommon(name)));
  if (long.length === 0) return '';
  return `(?<name>(?<=^|[^\\w-]|%[0-9A-F]{2})(?:${long.map(escaped).join('|')})(?![\\w-]))|`;
}

/** Names of several words, which are found within longer ones too; a name of one word may be part of any. */
function joinedNames(names: readonly string[]): RegExp {
  const joint = longestFirst(names.filter((name) => /^\w+(?:[^\w\s]|_)\w/.test(name)));
  return joint.length === 0 ? /(?!)/ : new RegExp(`(?<![A-Za-z0-9])(${joint.map(escaped).join('|')})(?![A-Za-z0-9])`);
}

function longestFirst(names: readonly string[]): string[] {
  return names.toSorted((a, b) => b.length - a.length);
}

function escaped(name: string): string {
  return name.replace(/[^\w ]/g, '\\$&');
}

function isCommon(value: string): boolean {
  return DICTIONARY.has(value.toLowerCase()) || /^\d{1,3}$/.test(value);
}

/** A run of letters and digits, if all its words are in the dictionary. */
function word(found: string): string {
  if (isNumeric(found)) return found.length <= 3 || NUMBERS.has(found) ? found : `[${found.length}]`;
  if (/^(?:[a-z]+|[A-Z]?[a-z]+|[A-Z]+s?)$/.test(found) && DICTIONARY.has(found.toLowerCase())) return found;
  const pieces = found.match(PIECES) ?? [];
  const all = pieces.every((piece, at) =>
    isNumeric(piece) ? at > 0 && piece.length <= 3 : piece.length > 1 && DICTIONARY.has(piece.toLowerCase()),
  );
  return all && pieces.length <= MOST_PIECES ? found : `[${found.length}]`;
}

/** More words than any name of a field or code has. */
const MOST_PIECES = 9;

function isNumeric(text: string): boolean {
  return /^\d+$/.test(text);
}

function isIpv4(text: string): boolean {
  const [address = '', length = '32'] = text.split('/');
  return address.split('.').every((octet) => Number(octet) < 256) && Number(length) <= 32;
}

interface Piece {
  readonly found: string;
  /** Of the shape. */
  readonly name: string;
}

/**
 * Pieces that may be one value that was split: numbers next to numbers (`1111-2222-3333`), and several very short ones
 * in a row.
 */
function spelledOut(pieces: readonly Piece[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    if (beginsWithDigit(piece) && endsInDigit(pieces[index - 1])) hidden.add(index);
    if (endsInDigit(piece) && beginsWithDigit(pieces[index + 1])) hidden.add(index);
    if (!isShort(piece)) from = index + 1;
    else if (partsOf(pieces.slice(from, index + 1)) >= SPELLED)
      for (let at = from; at <= index; at += 1) hidden.add(at);
  }
  return hidden;
}

const JOINT = /[-_.]/;
const isShort = ({ found, name }: Piece) =>
  (name === 'word' || name === 'compound') && found.split(JOINT).every((part) => part.length <= 2);
const partsOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { found }) => sum + found.split(JOINT).length, 0);
const LOOSE = new Set(['word', 'compound', 'account']);
const endsInDigit = (piece: Piece | undefined) =>
  piece !== undefined && LOOSE.has(piece.name) && /\d$/.test(piece.found);
const beginsWithDigit = (piece: Piece | undefined) =>
  piece !== undefined && LOOSE.has(piece.name) && /^\d/.test(piece.found);

/** What stands between words. Runs of it are no longer than in a sentence or in code. */
function punctuation(text: string): string {
  return text.replace(/[^\s\w]{4,}/g, (run) => `[${run.length}]`);
}
