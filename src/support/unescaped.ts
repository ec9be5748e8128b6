/** A stretch of a text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A text without its escapes. */
export interface Unescaped {
  readonly text: string;
  /** Where a stretch of it stands in the text with escapes. */
  sourceOf(span: TextSpan): TextSpan;
}

/**
 * One character as JSON, URLs, HTML and Markdown escape it: `\u0041`, `\x41`, `%41`, `&#65;`, `&#x41;`, `&amp;`, `\_`,
 * and the character of no width that keeps GitHub from making links and mentions.
 */
const ESCAPE =
  /\\u([0-9a-f]{4})|[\\]x([0-9a-f]{2})|%([0-9a-f]{2})|&#x0*([0-9a-f]{1,4});|&#0*(\d{1,5});|&(amp|lt|gt|quot|apos);|\\([!-/:-@[-`{-~])|\u200b/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text with each escape read once; undefined where there is none. */
export function unescaped(text: string): Unescaped | undefined {
  if (!/[\\%&\u200b]/.test(text)) return undefined;
  // Where plain text and escapes begin, by turns, in both texts.
  const places = [{ here: 0, there: 0 }];
  let plain = '';
  let kept = 0;
  for (const match of text.matchAll(ESCAPE)) {
    plain += text.slice(kept, match.index);
    places.push({ here: plain.length, there: match.index });
    plain += characterOf(match);
    kept = match.index + match[0].length;
    places.push({ here: plain.length, there: kept });
  }
  if (kept === 0) return undefined;
  return {
    text: plain + text.slice(kept),
    sourceOf: ({ start, end }) => ({ start: startOf(places, start), end: endOf(places, end) }),
  };
}

function characterOf([, ...parts]: readonly (string | undefined)[]): string {
  const [unicode, hex, percent, htmlHex, html, name, marked] = parts;
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? '';
  if (html !== undefined) return String.fromCharCode(Number(html));
  const digits = unicode ?? hex ?? percent ?? htmlHex;
  return digits === undefined ? (marked ?? '') : String.fromCharCode(Number.parseInt(digits, 16));
}

interface Place {
  readonly here: number;
  readonly there: number;
}

/** The last place that begins at or before this one. */
function placeBefore(places: readonly Place[], at: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((places[middle]?.here ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startOf(places: readonly Place[], at: number): number {
  const { here, there } = places[placeBefore(places, at)] ?? { here: 0, there: 0 };
  return there + at - here;
}

/** Ends after the whole escape of the last character. */
function endOf(places: readonly Place[], end: number): number {
  const index = placeBefore(places, end - 1);
  const isEscape = index % 2 === 1;
  const { here, there } = places[isEscape ? index + 1 : index] ?? { here: 0, there: 0 };
  return isEscape ? there : there + end - here;
}
