/** Fails when the committed dist/ is not, byte for byte, what src/ builds to. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const fresh = path.join(root, 'tmp/dist-check');
execFileSync(process.execPath, [path.join(root, 'scripts/build.ts'), 'tmp/dist-check'], { stdio: 'inherit' });

const contents = (dir: string) =>
  new Map(
    readdirSync(dir)
      .toSorted()
      .map((file) => [file, readFileSync(path.join(dir, file))]),
  );
const built = contents(fresh);
const committed = contents(path.join(root, 'dist'));
const wrong = [...new Set([...built.keys(), ...committed.keys()])].filter((file) => {
  const [one, other] = [built.get(file), committed.get(file)];
  return one === undefined || other === undefined || !one.equals(other);
});
rmSync(fresh, { recursive: true, force: true });
if (wrong.length > 0) {
  console.error(`dist/ is not what src/ builds to (${wrong.join(', ')}). Run: npm run build`);
  process.exit(1);
}
console.log(`dist/ is what src/ builds to: ${built.size} files`);
