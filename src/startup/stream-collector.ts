import type { Readable } from 'node:stream';
import { wholeBody } from '../support/whole-body.ts';

/**
 * Reads the answers of AWS whole. The SDK's own collector asks first whether an answer is a web stream, for which Node
 * loads all of them: several milliseconds in every run.
 */
export function streamCollector(stream: Readable): Promise<Uint8Array> {
  return wholeBody(stream);
}
