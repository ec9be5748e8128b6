import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Data in the text of an issue or comment, as a comment of HTML that the page does not show. It is compressed: the same
 * words stand in the visible table. Who may edit the text may edit the data too, so what is read is checked by its
 * reader.
 */

/** What a value may take when it is unpacked; a longer one is not packed either. */
export const MOST_UNPACKED = 2_000_000;

/** A JSON value as one line. It holds no character that ends the comment, mentions somebody or refers to an issue. */
export function hiddenData(kind: string, value: unknown): string {
  return `${opening(kind)}${deflateRawSync(JSON.stringify(value)).toString('base64')} -->`;
}

/** The value of a line that `hiddenData` wrote; undefined for any other line. */
export function readHiddenData(kind: string, line: string): unknown {
  const start = opening(kind);
  if (!line.startsWith(start)) return undefined;
  const [, packed] = /^([A-Za-z0-9+/]+={0,2}) -->\s*$/.exec(line.slice(start.length)) ?? [];
  if (packed === undefined) return undefined;
  try {
    const unpacked = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_UNPACKED });
    return JSON.parse(unpacked.toString()) as unknown;
  } catch {
    return undefined;
  }
}

const opening = (kind: string) => `<!-- cockroachdb-privatelink:${kind}:v1:`;
