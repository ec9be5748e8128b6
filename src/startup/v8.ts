import { setFlagsFromString } from 'node:v8';

/**
 * A run of so many clusters goes on for many seconds, whatever it does; a shorter one is over before its heap matters.
 */
const LONG_RUN_CLUSTERS = 50;

/**
 * Has V8 collect garbage rather than let its heap grow, in a run of many clusters: it would make room for several times
 * what such a run keeps. A short run is quicker without.
 */
export function keepHeapSmall(clusters: number): void {
  if (clusters >= LONG_RUN_CLUSTERS) setFlagsFromString('--optimize-for-size');
}

/**
 * undici parses HTTP/1.1 in WebAssembly. V8 takes a few hundred bytes of headers for a busy loop and would compile the
 * parser anew to make it quicker, which costs more processor time and memory than all else that the Cloud API's client
 * does. The limit set here is out of reach for the few hundred answers of a run; it concerns WebAssembly only. Over
 * HTTP/2, which is used where the server offers it, there is no such parser.
 */
export function keepParserSimple(): void {
  setFlagsFromString('--wasm-tiering-budget=1000000000');
}
