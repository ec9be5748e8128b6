/**
 * What a release needs to know. `notes vX.Y.Z` prints the part of the changelog and fails if the tag is not the version of
 * package.json; `major vX.Y.Z` reads all tags and prints the tag that moves (`vX`), or nothing if a newer release has it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const VERSION = /^v(\d+)\.(\d+)\.(\d+)$/;

/**
 * The changelog's text for a version.
 * @throws Error if the tag is no version, not that of package.json, or has no dated part in the changelog
 */
export function notesOf(tag: string, { changelog, version }: { changelog: string; version: string }): string {
  if (!VERSION.test(tag)) throw new Error(`${tag} is not a tag like v1.2.3`);
  if (tag !== `v${version}`) throw new Error(`${tag} is not the version of package.json, which is ${version}`);
  const parts = changelog.split(/^(?=## )/m);
  const part = parts.find((one) => one.startsWith(`## [${version}] - `));
  const [heading = '', ...lines] = part?.split('\n') ?? [];
  if (!/^## \[[\d.]+\] - \d{4}-\d\d-\d\d$/.test(heading)) {
    throw new Error(`CHANGELOG.md has no heading "## [${version}] - YYYY-MM-DD"`);
  }
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing about ${version}`);
  return notes;
}

/** The tag of the major version if it is to move to this release: `v1` for the newest of all `v1.*.*`, else ''. */
export function movingTag(tag: string, tags: readonly string[]): string {
  const [major, ...rest] = numbersOf(tag);
  if (major === undefined) throw new Error(`${tag} is not a tag like v1.2.3`);
  const isNewer = tags.some((one) => {
    const [otherMajor, ...other] = numbersOf(one);
    return otherMajor === major && compare(other, rest) > 0;
  });
  return isNewer ? '' : `v${major}`;
}

const numbersOf = (tag: string) => (VERSION.exec(tag) ?? []).slice(1).map(Number);

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

if (import.meta.main) {
  const [command, tag = ''] = process.argv.slice(2);
  const read = (file: string) => readFileSync(path.join(import.meta.dirname, '..', file), 'utf8');
  if (command === 'notes') {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    console.log(notesOf(tag, { changelog: read('CHANGELOG.md'), version }));
  } else if (command === 'major') {
    process.stdout.write(movingTag(tag, readFileSync(0, 'utf8').split(/\s+/)));
  } else {
    throw new Error('usage: release.ts notes|major vX.Y.Z');
  }
}
