import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf, type LockFile } from '../../scripts/complete-lockfile.ts';

const HASH = `sha512-${'A'.repeat(86)}==`;
const one = { version: '1.0.0', integrity: HASH };
const lockOf = (packages: LockFile['packages']): LockFile => ({ packages: { '': {}, ...packages } });

describe('the lock file', () => {
  it.each([
    ['no hash', { version: '1.0.0' }, 'no SHA-512 integrity'],
    ['an empty hash', { ...one, integrity: '' }, 'no SHA-512 integrity'],
    ['a hash that is not SHA-512', { ...one, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'no SHA-512 integrity'],
    ['a hash that was cut', { ...one, integrity: HASH.slice(0, 60) }, 'no SHA-512 integrity'],
    ['no version', { integrity: HASH }, 'no version'],
    ['an address of its own', { ...one, resolved: 'git+ssh://git@example.org/a.git#1' }, 'comes from git+ssh:'],
    ['a link', { link: true, ...one }, 'a link'],
  ])('is refused with an entry that has %s', (_what, entry, fault) => {
    expect(faultsOf(lockOf({ 'node_modules/a': entry, 'node_modules/b': one }))).toEqual([
      expect.stringContaining(`node_modules/a: ${fault}`),
    ]);
  });

  it('may have what another package brings inside its archive without a hash', () => {
    expect(
      faultsOf(
        lockOf({ 'node_modules/a': one, 'node_modules/a/node_modules/b': { version: '1.0.0', inBundle: true } }),
      ),
    ).toEqual([]);
  });

  it.each([
    ['beside it', 'node_modules/native', one, []],
    ['further out', 'node_modules/a/node_modules/native', one, []],
    ['in its own folder', 'node_modules/a/node_modules/b/node_modules/native', one, []],
    ['where Node does not look', 'node_modules/c/node_modules/native', one, ['native@1.0.0: no entry']],
    ['of another version', 'node_modules/native', { ...one, version: '2.0.0' }, ['native@1.0.0: no entry']],
  ])('has each optional package %s', (_where, place, native, expected) => {
    const wants = { ...one, optionalDependencies: { native: '1.0.0' } };
    expect(faultsOf(lockOf({ 'node_modules/a/node_modules/b': wants, [place]: native }))).toEqual(expected);
  });

  it('of this repository has nothing wrong with it, and addresses no registry', () => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8');
    const lock = JSON.parse(text) as LockFile;
    expect(faultsOf(lock)).toEqual([]);
    expect(text.match(/"integrity": "sha512-/g)).toHaveLength(Object.keys(lock.packages).length - 1);
    expect(text).not.toContain('"resolved"');
  });
});
