/**
 * Fails when the committed dist/ is not, byte for byte, what src/ builds to. It is built at another path than that of
 * this checkout, so that a path which got into it would show wherever dist/ was built.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const elsewhere = path.join(root, 'tmp/dist-check/another checkout');

rmSync(elsewhere, { recursive: true, force: true });
mkdirSync(elsewhere, { recursive: true });
for (const name of ['src', 'scripts', 'package.json'])
  cpSync(path.join(root, name), path.join(elsewhere, name), { recursive: true });
linkAll(path.join(root, 'node_modules'), path.join(elsewhere, 'node_modules'));
execFileSync(process.execPath, [path.join(elsewhere, 'scripts/build.ts')], { stdio: 'inherit' });

/** A folder with the same files, not copied: as a link a module would be found at its old path. */
function linkAll(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkAll(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

const contents = (dir: string) =>
  new Map(
    readdirSync(dir)
      .toSorted()
      .map((file) => [file, readFileSync(path.join(dir, file))]),
  );
const built = contents(path.join(elsewhere, 'dist'));
const committed = contents(path.join(root, 'dist'));
const wrong = [...new Set([...built.keys(), ...committed.keys()])].filter((file) => {
  const [one, other] = [built.get(file), committed.get(file)];
  return one === undefined || other === undefined || !one.equals(other);
});
rmSync(path.join(root, 'tmp/dist-check'), { recursive: true, force: true });
if (wrong.length > 0) {
  console.error(`dist/ is not what src/ builds to (${wrong.join(', ')}). Run: npm run build`);
  process.exit(1);
}
console.log(`dist/ is what src/ builds to, at another path: ${built.size} files`);
