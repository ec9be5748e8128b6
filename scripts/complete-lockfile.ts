/**
 * Has npm fill in what package-lock.json lacks: optional packages of other platforms, which npm leaves out when
 * node_modules is there (npm/cli 4828), and the integrity of entries. With `--check` it only says what is wrong.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What of an entry of the lock file is read here. */
export interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A lock file of version 3. */
export interface LockFile {
  packages: Record<string, LockEntry>;
}

/** SHA-512 and nothing weaker; npm writes several hashes with blanks between them. */
const SHA512 = /(^| )sha512-[A-Za-z0-9+/]{86}==( |$)/;

/**
 * What is wrong with an entry. npm checks a download against `integrity` alone: one without it installs whatever comes.
 * An address (`resolved`) is never written for a package of a registry (.npmrc), so one that is there leads past the
 * registry.
 */
function faultOf({ version, integrity, resolved, link, inBundle }: LockEntry): string | undefined {
  if (link === true) return 'a link';
  if (resolved !== undefined) return `comes from ${resolved}`;
  if (version === undefined) return 'no version';
  // What another package has inside its archive is covered by that one's hash.
  if (inBundle === true) return undefined;
  return SHA512.test(integrity ?? '') ? undefined : 'no SHA-512 integrity';
}

/** Each entry that `npm ci` could not check, with what is wrong with it. */
export function faultyEntries(lock: LockFile): { place: string; fault: string }[] {
  return Object.entries(lock.packages).flatMap(([place, entry]) => {
    const fault = place === '' ? undefined : faultOf(entry);
    return fault === undefined ? [] : [{ place, fault }];
  });
}

/** Optional packages without an entry. `npm ci` refuses a lock file that lacks those of its platform. */
export function missingPackages({ packages }: LockFile): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => !placesOf(place, name).some((one) => fits(packages[one], range)))
      .map(([name, range]) => `${name}@${range}`),
  );
}

/** Where Node looks for a package, from the innermost folder outwards. */
function placesOf(place: string, name: string): string[] {
  const places = [`${place === '' ? '' : `${place}/`}node_modules/${name}`];
  for (let outer = place; outer !== ''; ) {
    outer = outer.slice(0, Math.max(0, outer.lastIndexOf('/node_modules/')));
    places.push(`${outer === '' ? '' : `${outer}/`}node_modules/${name}`);
  }
  return places;
}

/** Ranges are left to npm: platform packages are asked for by exact version. */
function fits(entry: LockEntry | undefined, range: string): boolean {
  return entry !== undefined && (!/^\d/.test(range) || entry.version === range);
}

/** All that is wrong, a line each. */
export function faultsOf(lock: LockFile): string[] {
  return [
    ...faultyEntries(lock).map(({ place, fault }) => `${place}: ${fault}`),
    ...missingPackages(lock).map((one) => `${one}: no entry`),
  ];
}

if (import.meta.main) {
  const root = path.join(import.meta.dirname, '..');
  const file = path.join(root, 'package-lock.json');
  const read = () => JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  if (!process.argv.includes('--check') && faultsOf(read()).length > 0) {
    const lock = read();
    // npm fills in an entry that is not there, never one that is.
    for (const { place } of faultyEntries(lock)) delete lock.packages[place];
    writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
    spawnSync('npm install --package-lock-only --ignore-scripts', { cwd: root, shell: true, stdio: 'inherit' });
  }
  const lock = read();
  const faults = faultsOf(lock);
  if (faults.length > 0) {
    console.error(`package-lock.json is not complete. Run: npm run lockfile\n  ${faults.join('\n  ')}`);
    process.exit(1);
  }
  console.log(`package-lock.json is complete: ${Object.keys(lock.packages).length - 1} packages with their hash`);
}
