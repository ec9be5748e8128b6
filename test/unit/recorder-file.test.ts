import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INPUT_TYPES } from '../../src/recorder/about.ts';
import { openRecordFile } from '../../src/recorder/record-file.ts';
import { readActionInputs } from '../harness/action-inputs.ts';

let home = '';
beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'record-file-')));
  for (const name of ['workspace', 'workspace/sub', 'temp', 'outside']) mkdirSync(join(home, name));
  symlinkSync(join(home, 'outside'), join(home, 'workspace', 'leads-out'));
  symlinkSync(join(home, 'temp'), join(home, 'leads-in'));
  symlinkSync(join(home, 'outside', 'target'), join(home, 'workspace', 'link.jsonl'));
  writeFileSync(join(home, 'workspace', 'there.jsonl'), 'kept');
});
afterAll(() => rmSync(home, { recursive: true }));

const folders = () => ({ workspace: join(home, 'workspace'), temp: join(home, 'temp') });
const open = (path: string) => closeSync(openRecordFile(path, folders()));

describe('the file of a recording', () => {
  it.each([
    'a.jsonl',
    'sub/a.jsonl',
    './sub/../b.jsonl',
    '$home/temp/c.jsonl',
    '$home/leads-in/d.jsonl',
    '../temp/e.jsonl',
  ])('is made at %s', (path) => {
    const before = process.umask(0o777);
    try {
      open(path.replace('$home', home));
    } finally {
      process.umask(before);
    }
    const file = path.startsWith('$home') ? path.replace('$home', home) : join(home, 'workspace', path);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['leads-out/a.jsonl', 'neither in the workspace'],
    ['../outside/a.jsonl', 'neither in the workspace'],
    ['../a.jsonl', 'neither in the workspace'],
    ['/etc/a.jsonl', 'neither in the workspace'],
    ['..', 'neither in the workspace'],
    ['', 'neither in the workspace'],
    ['sub', 'EEXIST'],
    ['sub/', 'not the path of a file'],
    ['there.jsonl', 'EEXIST'],
    ['link.jsonl', 'EEXIST'],
    ['none/a.jsonl', 'ENOENT'],
    ['a\nb', 'not the path of a file'],
    ['a\0b', 'not the path of a file'],
  ])('is refused at %j', (path, why) => {
    expect(() => open(path)).toThrow(why);
    expect(readFileSync(join(home, 'workspace', 'there.jsonl'), 'utf8')).toBe('kept');
    expect(existsSync(join(home, 'outside', 'target')) || existsSync(join(home, 'outside', 'a.jsonl'))).toBe(false);
    expect(lstatSync(join(home, 'workspace', 'link.jsonl')).isSymbolicLink()).toBe(true);
  });

  it('is refused where the runner names no folder', () => {
    expect(() => openRecordFile(join(home, 'workspace', 'x.jsonl'), { workspace: '', temp: '' })).toThrow(
      'neither in the workspace',
    );
  });

  it('is made in one folder of the job where the other does not exist', () => {
    closeSync(openRecordFile(join(home, 'temp', 'f.jsonl'), { ...folders(), workspace: join(home, 'none') }));
    expect(existsSync(join(home, 'temp', 'f.jsonl'))).toBe(true);
  });

  // On Windows a backslash parts folders; here it is part of a name, and the file stays in the folder.
  it.skipIf(process.platform === 'win32')('has a backslash in its name here', () => {
    open('..\\x.jsonl');
    expect(existsSync(join(home, 'workspace', '..\\x.jsonl'))).toBe(true);
  });
});

it('every input of action.yml has a way to be written', () => {
  expect(Object.keys(INPUT_TYPES).toSorted()).toEqual(
    Object.keys(readActionInputs(join(import.meta.dirname, '../../action.yml'))).toSorted(),
  );
});

it('no input with a secret is written', () => {
  for (const name of Object.keys(INPUT_TYPES).filter((one) => /key|token|secret|password/.test(one)))
    expect([name, INPUT_TYPES[name]]).toEqual([name, 'closed']);
});
