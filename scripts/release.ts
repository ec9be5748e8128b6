/**
 * The release. `notes vX.Y.Z` prints its part of the changelog and fails if the tag is not the version of package.json;
 * `publish vX.Y.Z` makes the release of the commit GITHUB_SHA and moves the tag of the major version. Both can be
 * repeated.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { github } from './release/github.ts';
import { publish } from './release/publish.ts';
import { VERSION } from './release/versions.ts';

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

if (import.meta.main) {
  const [command, tag = ''] = process.argv.slice(2);
  const read = (file: string) => readFileSync(path.join(import.meta.dirname, '..', file), 'utf8');
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const notes = notesOf(tag, { changelog: read('CHANGELOG.md'), version });
  if (command === 'notes') console.log(notes);
  else if (command === 'publish') await publishFromHere(tag, notes);
  else throw new Error('usage: release.ts notes|publish vX.Y.Z');
}

/** Publishes with what the job's environment says. */
async function publishFromHere(tag: string, notes: string): Promise<void> {
  const variable = (name: string) => {
    const value = process.env[name];
    if (value === undefined || value === '') throw new Error(`${name} is not set`);
    return value;
  };
  const client = github({
    api: variable('GITHUB_API_URL'),
    repository: variable('GITHUB_REPOSITORY'),
    token: variable('GH_TOKEN'),
  });
  try {
    for (const line of await publish(client, { tag, sha: variable('GITHUB_SHA'), notes })) console.log(line);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
