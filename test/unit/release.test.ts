import { describe, expect, it } from 'vitest';
import { movingTag } from '../../scripts/release/versions.ts';
import { notesOf } from '../../scripts/release.ts';

const changelog = `# Changelog

## [Unreleased]

### Added

- Something new.

## [1.10.0] - 2026-12-01

### Fixed

- A \`bug\`.

## [1.9.0] - 2026-11-30
`;
const version = '1.10.0';

describe('notes of a release', () => {
  it('are its part of the changelog', () => {
    expect(notesOf('v1.10.0', { changelog, version })).toBe('### Fixed\n\n- A `bug`.');
  });

  it.each([
    ['1.10.0', version, 'is not a tag like v1.2.3'],
    ['v1.10.0-rc.1', version, 'is not a tag like v1.2.3'],
    ['v1.10.1', version, 'is not the version of package.json, which is 1.10.0'],
    ['v1.11.0', '1.11.0', 'has no heading "## [1.11.0] - YYYY-MM-DD"'],
    ['v1.9.0', '1.9.0', 'says nothing about 1.9.0'],
  ])('are refused for %s with version %s', (tag, one, message) => {
    expect(() => notesOf(tag, { changelog, version: one })).toThrow(message);
  });

  it('are refused while the version has no date', () => {
    const undated = changelog.replace(' - 2026-12-01', ' - soon');
    expect(() => notesOf('v1.10.0', { changelog: undated, version })).toThrow('YYYY-MM-DD');
  });
});

describe('the tag of the major version', () => {
  it.each([
    ['v1.0.0', [], 'v1'],
    ['v1.0.0', ['v1.0.0'], 'v1'],
    ['v1.10.0', ['v1.9.0', 'v1.9.9', 'v1'], 'v1'],
    ['v1.9.1', ['v1.10.0', 'v1.9.0'], ''],
    ['v1.9.1', ['v2.0.0', 'v1.9.0'], 'v1'],
    ['v2.0.0', ['v1.10.0'], 'v2'],
    ['v0.1.0', ['v0.0.9', 'latest', ''], 'v0'],
  ])('for %s among %j is "%s"', (tag, tags, expected) => {
    expect(movingTag(tag, tags)).toBe(expected);
  });
});
