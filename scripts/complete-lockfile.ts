/**
 * Adds what npm left out of package-lock.json: optional packages of other platforms that the registry at hand does not
 * carry. Without their entries `npm ci` refuses the file everywhere. With `--check` it only says whether any is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Entry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const file = path.join(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/** What a platform package says of itself, read from its name (`...-linux-x64-musl`). */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : os.includes('linux') && words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(libc.length > 0 ? { libc } : {}), ...(os.length > 0 ? { os } : {}) };
}

const missing: string[] = [];
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
    const hoisted = `node_modules/${name}`;
    const exact = /^\d/.test(range);
    const version = range.replace(/^[^\d]*/, '');
    const fits = (one: string) =>
      lock.packages[one] !== undefined && (!exact || lock.packages[one].version === version);
    if (fits(nested) || fits(hoisted)) continue;
    missing.push(`${name}@${version}`);
    const where = lock.packages[hoisted] === undefined ? hoisted : nested;
    lock.packages[where] = {
      version,
      ...(entry.dev === true ? { dev: true } : {}),
      optional: true,
      ...platformOf(name),
    };
  }
}

if (missing.length > 0 && process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${missing.join(', ')}. Run: npm run lockfile`);
  process.exit(1);
}
if (missing.length > 0) {
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
}
console.log(missing.length === 0 ? 'package-lock.json is complete' : `added ${missing.length} optional packages`);
