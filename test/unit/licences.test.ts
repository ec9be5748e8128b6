import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { licencesOf, packageFolder } from '../../scripts/bundle/licences.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** Packages in a folder of their own: their licence by SPDX, and the files that they ship. */
function installed(packages: Record<string, { license?: string; files?: Record<string, string> }>) {
  const root = mkdtempSync(path.join(tmpdir(), 'licences-'));
  roots.push(root);
  for (const [name, { license, files = {} }] of Object.entries(packages)) {
    const folder = path.join(root, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ name: name.split('node_modules/').at(-1), version: '1.0.0', license }),
    );
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  }
  const module = (name: string) => path.join(root, 'node_modules', name, 'lib/index.js');
  return { module, of: (...modules: string[]) => licencesOf(modules, { root, bundlers: [] }) };
}

const mit = { license: 'MIT', files: { LICENSE: 'Take it.\r\n' } };

describe('licences of a bundle', () => {
  it('stand once for each text, under the packages that have it', () => {
    const { of, module } = installed({
      b: mit,
      '@s/a': mit,
      c: { license: 'ISC', files: { 'license.md': 'Use it.' } },
    });
    const text = of(module('b'), module('c'), module('@s/a'), '/src/main.ts');
    expect(text.split(/\n-+\n\n/)).toEqual([
      '@s/a 1.0.0 (MIT)\nb 1.0.0 (MIT)\n\nTake it.\n',
      'c 1.0.0 (ISC)\n\nUse it.\n',
    ]);
  });

  it('have the notices with them, and each copy of a package', () => {
    const { of, module } = installed({
      a: { license: 'Apache-2.0', files: { LICENSE: 'Text.', NOTICE: 'Made by A.' } },
      'a/node_modules/b': mit,
    });
    expect(of(module('a'), module('a/node_modules/b'))).toContain('a 1.0.0 (Apache-2.0)\n\nText.\n\nMade by A.\n');
    expect(of(module('a/node_modules/b'))).toBe('b 1.0.0 (MIT)\n\nTake it.\n');
  });

  it('are those of another package of the owner where a package ships none', () => {
    const { of, module } = installed({ '@s/a': mit, '@s/b': { license: 'MIT' } });
    expect(of(module('@s/a'), module('@s/b'))).toBe('@s/a 1.0.0 (MIT)\n@s/b 1.0.0 (MIT)\n\nTake it.\n');
  });

  it.each([
    ['of another owner', { '@t/a': mit, '@s/b': { license: 'MIT' } }, '@s/b 1.0.0 ships no licence'],
    ['of another kind', { '@s/a': mit, '@s/b': { license: 'ISC' } }, '@s/b 1.0.0 ships no licence'],
    ['without a name', { '@s/b': {} }, '@s/b names no licence'],
  ])('fail the build where the only one is %s', (_what, packages, message) => {
    const { of, module } = installed(packages);
    expect(() => of(...Object.keys(packages).map(module))).toThrow(message);
  });

  it('fail the build for a module that no package has', () => {
    expect(() => installed({}).of('\0some-plugin/made-up.js')).toThrow('nobody knows whose module');
  });

  it('are found on every system', () => {
    expect(packageFolder('C:\\w\\node_modules\\@s\\a\\dist\\x.js')).toBe('C:\\w\\node_modules\\@s\\a');
    expect(packageFolder('/w/node_modules/a/node_modules/b/x.js')).toBe('/w/node_modules/a/node_modules/b');
    expect(packageFolder('/w/src/main.ts')).toBeUndefined();
  });
});
