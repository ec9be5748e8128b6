/** A stretch of a text that is a piece of a known word. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Index of the word that it is a piece of. */
  readonly word: number;
}

/** So many characters are looked up at a time. */
const GRAM = 6;
/** The shortest piece that counts. From 11 characters on it holds one of the places at which a text is looked at. */
export const SHORTEST_PIECE = 2 * GRAM;
/**
 * Without its beginning a piece counts from here on, or from half of the word: fewer may be of an ID that looks alike.
 */
const ANYWHERE = 20;
/** A word that repeats itself more often says no more; this keeps the search linear for it too. */
const MOST_ALIKE = 32;

/**
 * Finds the words in a text, and pieces of them: the first 12 characters, or any 20 in a row (of a shorter word half of
 * it). A text is looked at in every sixth place only, in a table of all six characters in a row that the words have, so
 * that the time grows with the text and not with the words.
 * @param words longer ones than `SHORTEST_PIECE`; others are not found
 */
export function pieceFinder(words: readonly string[]): (text: string) => Piece[] {
  const table = tableOf(words);
  /** The piece of one word around this place, not before `from`. */
  const pieceAt = (text: string, at: number, { entry, from }: { entry: number; from: number }): Piece | undefined => {
    const { index, offset } = table.place(entry);
    const word = words[index] ?? '';
    let end = at;
    for (let to = offset; to < word.length && word.charCodeAt(to) === text.charCodeAt(end); to += 1) end += 1;
    if (end - at < GRAM) return undefined;
    let start = at;
    let begin = offset;
    for (; begin > 0 && start > from && word.charCodeAt(begin - 1) === text.charCodeAt(start - 1); begin -= 1)
      start -= 1;
    const min = begin === 0 ? SHORTEST_PIECE : Math.max(SHORTEST_PIECE, Math.min(ANYWHERE, word.length / 2));
    return end - start < min ? undefined : { start, end, word: index };
  };
  return (text) => {
    const found: Piece[] = [];
    let from = 0;
    for (let at = 0; at + GRAM <= text.length; ) {
      let end = at;
      for (let entry = table.first(text, at); entry >= 0; entry = table.next(entry)) {
        const piece = pieceAt(text, at, { entry, from });
        if (piece === undefined) continue;
        found.push(piece);
        end = Math.max(end, piece.end);
      }
      // Where the next piece begins within this one, what is left of it counts only with its beginning.
      if (end > at) from = Math.max(from, end - ANYWHERE);
      at = Math.max(end, at + GRAM);
    }
    return found;
  };
}

/** All six characters in a row that the words have, by their hash; numbers only, since words may be many kilobytes. */
function tableOf(words: readonly string[]) {
  const grams = words.reduce((sum, word) => sum + Math.max(0, word.length - GRAM + 1), 0);
  const mask = 2 ** Math.ceil(Math.log2(2 * grams + 2)) - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  const nexts = new Int32Array(grams);
  const indexes = new Int32Array(grams);
  const offsets = new Int32Array(grams);
  const at = (numbers: Int32Array, index: number) => numbers[index] ?? -1;
  let entries = 0;
  words.forEach((word, index) => {
    for (let offset = 0; offset + GRAM <= word.length; offset += 1) {
      const bucket = hash(word, offset) & mask;
      let alike = 0;
      for (let entry = at(heads, bucket); entry >= 0 && alike < MOST_ALIKE; entry = at(nexts, entry)) {
        const other = words[at(indexes, entry)] ?? '';
        if (other.startsWith(word.slice(offset, offset + GRAM), at(offsets, entry))) alike += 1;
      }
      if (alike === MOST_ALIKE) continue;
      nexts[entries] = at(heads, bucket);
      indexes[entries] = index;
      offsets[entries] = offset;
      heads[bucket] = entries;
      entries += 1;
    }
  });
  return {
    first: (text: string, start: number) => at(heads, hash(text, start) & mask),
    next: (entry: number) => at(nexts, entry),
    place: (entry: number) => ({ index: at(indexes, entry), offset: at(offsets, entry) }),
  };
}

/** FNV-1a of the six characters that start here, with its high bits mixed into the low ones. */
function hash(text: string, start: number): number {
  let sum = 0x811c9dc5;
  for (let at = start; at < start + GRAM; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum ^ (sum >>> 15);
}
