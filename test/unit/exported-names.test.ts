import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const EXPORT = /^export (?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;

test('an exported name of the product has one meaning', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const names = files.flatMap((file) =>
    // The signatures of one overloaded function are one meaning.
    [...new Set([...readFileSync(path.join(src, file), 'utf8').matchAll(EXPORT)].map(([, name = '']) => name))].map(
      (name) => ({ name, file }),
    ),
  );
  expect(names.length).toBeGreaterThan(500);
  const twice = [...Map.groupBy(names, ({ name }) => name)].filter(([, places]) => places.length > 1);
  expect(twice.map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(', ')}`)).toEqual([]);
});
