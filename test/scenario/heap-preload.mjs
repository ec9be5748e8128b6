// Loaded with --import into a child process that runs with --expose-gc: notes once a minute, on the process's own clock,
// what is left of its memory after a collection, and leaves the figures behind when the process ends.
import { writeFileSync } from 'node:fs';

const samples = [];
setInterval(() => {
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  samples.push({ heap: heapUsed, rss });
}, 60_000).unref();
process.on('exit', () => writeFileSync(process.env.HEAP_SAMPLES_FILE, JSON.stringify(samples)));
