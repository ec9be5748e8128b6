import { pieceFinder, SHORTEST_PIECE } from './pieces.ts';
import { type Spelling, spellingsOf } from './spellings.ts';
import { type Span, unescaped } from './unescaped.ts';

/** A secret, or a piece of one, in a text. */
export interface Sighting extends Span {
  readonly secret: string;
  readonly whole: boolean;
  /** Characters of the spelling that stand there. */
  readonly length: number;
}

/** Beginnings that count where a text was cut; fewer characters say nothing. */
const SHORTEST_BEGINNING = 4;
/** Escapes within escapes: a URL in JSON in Markdown. */
const DEEPEST = 3;

/**
 * A search for all of these secrets at once, whose time grows with the text alone. It sees them through escapes and in
 * every spelling: whole, a piece that tells (pieces.ts), and a beginning of at least 4 characters before `…`.
 */
export function secretSearch(secrets: readonly string[]): (text: string) => Sighting[] {
  const look = plainSearch(secrets);
  return (text) => {
    const sightings = look(text);
    let sourceOf = (span: Span) => span;
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
  const beginnings = beginningsOf(secrets);
  return (text) => {
    const sighting = (word: Spelling & { secret: string }, { start, end }: Span): Sighting => ({
      ...(word.base64 ? withEdges(text, { start, end }) : { start, end }),
      secret: word.secret,
      whole: end - start === word.text.length,
      length: end - start,
    });
    return [
      ...piecesIn(text).flatMap((piece) => long.slice(piece.word, piece.word + 1).map((word) => sighting(word, piece))),
      ...short.flatMap((word) => placesOf(text, word.text).map((place) => sighting(word, place))),
      ...placesOf(text, '…').flatMap(({ start }) => beginningBefore(text, start, beginnings)),
    ];
  };
}

/** In Base64 the characters at both ends hold a few bits of the secret too; padding shows how long it is. */
function withEdges(text: string, { start, end }: Span): Span {
  const isBase64 = (at: number) => /[A-Za-z0-9+/_-]/.test(text.charAt(at));
  let after = isBase64(end) ? end + 1 : end;
  while (after < end + 3 && text.charAt(after) === '=') after += 1;
  return { start: isBase64(start - 1) ? start - 1 : start, end: after };
}

function placesOf(text: string, word: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    places.push({ start: at, end: at + word.length });
  return places;
}

/** Beginnings that are no piece yet, each with its secret. */
function beginningsOf(secrets: readonly string[]): ReadonlyMap<string, string> {
  const beginnings = new Map<string, string>();
  for (const secret of secrets) {
    for (let length = SHORTEST_BEGINNING; length < Math.min(secret.length, SHORTEST_PIECE); length += 1)
      beginnings.set(secret.slice(0, length), secret);
  }
  return beginnings;
}

/** The longest beginning of a secret that ends here. */
function beginningBefore(text: string, end: number, beginnings: ReadonlyMap<string, string>): Sighting[] {
  for (let length = Math.min(end, SHORTEST_PIECE - 1); length >= SHORTEST_BEGINNING; length -= 1) {
    const secret = beginnings.get(text.slice(end - length, end));
    if (secret !== undefined) return [{ start: end - length, end, secret, whole: false, length }];
  }
  return [];
}
