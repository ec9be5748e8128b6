import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startMachine } from '../harness/paste.ts';
import { describeWith } from '../harness/programs.ts';
import { inMemory } from '../support/in-memory.ts';
import { PRINTED, pasteOn, worldOf } from './pasted-commands.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** A program that people paste commands of, with what it is to do. `curl` is in connection-strings.test.ts. */
const COMMAND =
  /(?<![\w./-])(?:aws (?:account|ec2|iam|route53|sts) [a-z-]+|(?:gh|git|terraform) [a-z-]{2,}(?= )|psql (?=["'-]))/g;

/** The commands in the code of a file of `src/`, each as often as it is there. Comments print nothing. */
function commandsIn(file: string): string[] {
  const code = readFileSync(path.join(root, file), 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/(?<=^|\s)\/\/.*$/gm, '');
  return (code.match(COMMAND) ?? []).map((command) => `${folderOf(file)}: ${command}`);
}

const folderOf = (file: string) => file.split(/[/\\]/).slice(0, 2).join('/');

describe('commands that are printed to be pasted', () => {
  it('have a row here each, with a run that prints them', () => {
    const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('dictionary.ts'));
    const found = files.flatMap(commandsIn);
    const rows = PRINTED.filter(({ also }) => also !== true).map(({ from, command }) => `${from}: ${command}`);
    expect(found.toSorted()).toEqual(rows.toSorted());
  });
});

function versionOfAws(): string {
  const { stdout } = spawnSync('aws', ['--version'], { encoding: 'utf8' });
  return stdout ?? '';
}

describeWith(['aws'], 'pasted on a machine with credentials and no region', () => {
  const [, major, minor] = /^aws-cli\/(\d+)\.(\d+)/.exec(versionOfAws()) ?? [];
  for (const row of PRINTED) {
    const isKnown = row.since === undefined || major !== '2' || Number(minor) >= row.since;
    it.skipIf(!isKnown)(`${row.command}: ${row.when}`, async () => {
      await inMemory(worldOf(row), async (box) => {
        const machine = await startMachine(box);
        try {
          await row.play(pasteOn(box, machine));
        } finally {
          await machine.close();
        }
      });
    });
  }
});
