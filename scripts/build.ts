/** Builds dist/ from src/, with the licences of all that is in it. A folder given as argument takes the place of dist/. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle, moduleFolder, ncc, root } from './bundle/bundle.ts';

const dist = path.join(root, process.argv[2] ?? 'dist');
const work = path.join(root, 'pre');

await bundle({ input: path.join(root, 'src/main.ts'), out: dist, work });
licences();

/** ncc finds no licences in a bundle of a bundle, so they are taken from a second, thrown-away one of the plain modules. */
function licences(): void {
  const plain = path.join(work, 'plain');
  moduleFolder(plain);
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const input = path.join(plain, 'index.js');
  writeFileSync(
    input,
    `${Object.keys(dependencies)
      .map((name) => `import '${name}';`)
      .join('\n')}\n`,
  );
  const out = path.join(work, 'licensed');
  ncc(input, out, ['--license', 'licenses.txt']);
  cpSync(path.join(out, 'licenses.txt'), path.join(dist, 'licenses.txt'));
  rmSync(work, { recursive: true, force: true });
}
