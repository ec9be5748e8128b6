// Loaded with --require into a child process: leaves behind, when it ends, the most memory that it ever had resident.
// Not ru_maxrss, which a child inherits from the process that it was forked from.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  writeFileSync(process.env.BENCH_PEAK_FILE, kib);
});
