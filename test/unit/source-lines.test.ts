import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MAX = 120;
/** Text for people, patterns and addresses stay in one piece, so that whoever meets them can search for them. */
const UNBROKEN = /['"`]|https?:\/\/|\/.+\/[a-z]*[,;]?$/;

it.each(['src', 'scripts'])(
  'lines of %s have at most 120 characters, but for text, patterns and addresses',
  (folder) => {
    const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    expect(files.length).toBeGreaterThan(20);
    const long = files.flatMap((file) =>
      readFileSync(path.join(root, folder, file), 'utf8')
        .split('\n')
        .map((line, index) => ({ line, place: `${folder}/${file}:${index + 1}` }))
        .filter(({ line }) => line.length > MAX && !(UNBROKEN.test(line) && !/^\s*\*/.test(line))),
    );
    expect(long.filter(({ line }) => !/https?:\/\//.test(line)).map(({ place }) => place)).toEqual([]);
  },
);
