/**
 * Bodies of answers, read whole and never longer than a client has use for: an answer that does not end would fill the
 * memory of the runner.
 */

/** Longer than any list that AWS, CockroachDB Cloud or GitHub sends at once: 100 issues of 65,536 characters each. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The error for a body that is longer; `wire.ts` has its words. */
function tooLong(max: number): Error {
  return Object.assign(new Error(`more than ${max} bytes came`), { code: 'ERR_BODY_TOO_LONG' });
}

/** Reads a stream to its end; one that is too long is closed. @throws Error with `code` ERR_BODY_TOO_LONG */
export async function wholeBody(stream: AsyncIterable<Uint8Array>, max = MOST_BYTES): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > max) throw tooLong(max);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
