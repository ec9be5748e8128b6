import { pieceFinder, SHORTEST_PIECE } from './pieces.ts';
import { type Spelling, spellingsOf } from './spellings.ts';
import { type TextSpan, unescaped } from './unescaped.ts';

/** A secret, or a piece of one, in a text. */
export interface Sighting extends TextSpan {
  readonly secret: string;
  readonly whole: boolean;
  /** Characters of the spelling that stand there. */
  readonly length: number;
}

/** Beginnings and ends that count where a text was cut; fewer characters say nothing. */
const SHORTEST_REST = 4;
/** From so many characters on a piece tells wherever it stands (pieces.ts). */
const LONGEST_REST = 20;
const HEX_RUN = /[0-9a-f]{12,}/gi;
/** Escapes within escapes: a URL in JSON in Markdown. */
const DEEPEST = 3;

/**
 * A search for all of these secrets at once, whose time grows with the text alone. It sees them through escapes and in
 * every spelling: whole, a piece that tells (pieces.ts), and where `…` says that it was cut, 4 characters before or
 * after that.
 */
export function secretSearch(secrets: readonly string[]): (text: string) => Sighting[] {
  const look = plainSearch(secrets);
  return (text) => {
    const sightings = look(text);
    let sourceOf = (span: TextSpan) => span;
    let layer = text;
    for (let depth = 0; depth < DEEPEST; depth += 1) {
      const read = unescaped(layer);
      if (read === undefined) break;
      const outer = sourceOf;
      sourceOf = (span) => outer(read.sourceOf(span));
      for (const one of look(read.text)) sightings.push({ ...one, ...sourceOf(one) });
      layer = read.text;
    }
    return sightings;
  };
}

/** Sees no escapes. */
function plainSearch(secrets: readonly string[]): (text: string) => Sighting[] {
  const words = secrets.flatMap((secret) => spellingsOf(secret).map((spelling) => ({ ...spelling, secret })));
  const long = words.filter(({ text }) => text.length >= SHORTEST_PIECE);
  const short = words.filter(({ text }) => text.length < SHORTEST_PIECE);
  const piecesIn = pieceFinder(long.map(({ text }) => text));
  const rests = restsOf(secrets);
  const search = (text: string): Sighting[] => {
    const sighting = (word: Spelling & { secret: string }, { start, end }: TextSpan): Sighting => ({
      ...(word.base64 ? withEdges(text, { start, end }) : { start, end }),
      secret: word.secret,
      whole: end - start === word.text.length,
      length: end - start,
    });
    return [
      ...piecesIn(text).flatMap((piece) => long.slice(piece.word, piece.word + 1).map((word) => sighting(word, piece))),
      ...short.flatMap((word) => placesOf(text, word.text).map((place) => sighting(word, place))),
      ...placesOf(text, '…').flatMap((cut) => [
        ...restAt(rests.beginnings, (length) => ({ start: cut.start - length, end: cut.start }), text),
        ...restAt(rests.ends, (length) => ({ start: cut.end, end: cut.end + length }), text),
      ]),
    ];
  };
  return (text) => {
    const folded = withHexFolded(text);
    return folded === undefined ? search(text) : [...search(text), ...search(folded)];
  };
}

/** The text with small letters in hexadecimal that has both, of the same length; undefined where there is none. */
function withHexFolded(text: string): string | undefined {
  let found = false;
  const folded = text.replace(HEX_RUN, (run) => {
    if (!(/[a-f]/.test(run) && /[A-F]/.test(run))) return run;
    found = true;
    return run.toLowerCase();
  });
  return found ? folded : undefined;
}

/** In Base64 the characters at both ends hold a few bits of the secret too; padding shows how long it is. */
function withEdges(text: string, { start, end }: TextSpan): TextSpan {
  const isBase64 = (at: number) => /[A-Za-z0-9+/_-]/.test(text.charAt(at));
  let after = isBase64(end) ? end + 1 : end;
  while (after < end + 3 && text.charAt(after) === '=') after += 1;
  return { start: isBase64(start - 1) ? start - 1 : start, end: after };
}

function placesOf(text: string, word: string): TextSpan[] {
  const places: TextSpan[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    places.push({ start: at, end: at + word.length });
  return places;
}

interface Rests {
  /** By the first characters of secrets, and by their last ones: the secret. */
  readonly beginnings: ReadonlyMap<string, string>;
  readonly ends: ReadonlyMap<string, string>;
}

/** What is left of secrets that were cut, and is no piece yet. */
function restsOf(secrets: readonly string[]): Rests {
  const beginnings = new Map<string, string>();
  const ends = new Map<string, string>();
  for (const secret of secrets) {
    // The end of a secret is a piece from 20 characters on, its beginning from 12.
    for (let length = SHORTEST_REST; length < Math.min(secret.length, LONGEST_REST); length += 1) {
      beginnings.set(secret.slice(0, length), secret);
      ends.set(secret.slice(-length), secret);
    }
  }
  return { beginnings, ends };
}

/** The longest of these that stands at a cut. */
function restAt(rests: ReadonlyMap<string, string>, place: (length: number) => TextSpan, text: string): Sighting[] {
  for (let length = LONGEST_REST - 1; length >= SHORTEST_REST; length -= 1) {
    const { start, end } = place(length);
    const secret = start < 0 ? undefined : rests.get(text.slice(start, end));
    // Near the end of a text a slice is shorter than it was asked to be.
    if (secret !== undefined && end <= text.length) return [{ start, end, secret, whole: false, length }];
  }
  return [];
}
