/**
 * Builds dist/ from src/: rolldown shakes the tree (it proves the AWS SDK's schemas pure, which webpack cannot), then
 * @vercel/ncc makes the bundle that GitHub runs. Readable, not minified, and the same bytes from every checkout.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

const root = path.resolve(import.meta.dirname, '..');
const pre = path.join(root, 'pre');
const dist = path.join(root, process.argv[2] ?? 'dist');
const ncc = path.join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');

rmSync(pre, { recursive: true, force: true });
rmSync(dist, { recursive: true, force: true });
mkdirSync(pre);
// With this type ncc writes ES modules (and dist/package.json): top-level await and import.meta stay what they are.
writeFileSync(path.join(pre, 'package.json'), '{ "type": "module" }\n');

/** @actions/http-client needs undici only for the dispatcher that octokit asks for; octokit brings its own http-client. */
const undiciShim = path.join(root, 'scripts/undici-shim.js');

const bundle = await rolldown({
  input: path.join(root, 'src/main.ts'),
  cwd: root,
  platform: 'node',
  resolve: { mainFields: ['module', 'main'] },
  plugins: [
    {
      name: 'undici-shim',
      resolveId(id, importer) {
        const from = (importer ?? '').replaceAll('\\', '/');
        return id === 'undici' &&
          /\/node_modules\/@actions\/http-client\/lib\/index\.js$/.test(from) &&
          !from.includes('@actions/github')
          ? undiciShim
          : null;
      },
    },
  ],
  treeshake: {
    moduleSideEffects: [
      { test: /node_modules\/(@actions\/|tunnel\/)/, sideEffects: false },
      { external: true, sideEffects: false },
    ],
  },
  transform: { target: 'node24' },
});
await bundle.write({ dir: pre, format: 'esm', minify: false, entryFileNames: 'index.js', chunkFileNames: '[name].js' });

execFileSync(process.execPath, [ncc, 'build', path.join(pre, 'index.js'), '-o', dist, '--no-cache', '-q'], {
  stdio: 'inherit',
});
licences();
rmSync(pre, { recursive: true, force: true });

/** ncc finds no licences in a bundle of a bundle, so they are taken from a second, thrown-away one of the plain modules. */
function licences(): void {
  const plain = path.join(root, 'pre/plain');
  mkdirSync(plain, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  writeFileSync(path.join(plain, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(
    path.join(plain, 'index.js'),
    `${Object.keys(dependencies)
      .map((name) => `import '${name}';`)
      .join('\n')}\n`,
  );
  const out = path.join(root, 'pre/licensed');
  execFileSync(
    process.execPath,
    [ncc, 'build', path.join(plain, 'index.js'), '-o', out, '--no-cache', '-q', '--license', 'licenses.txt'],
    { stdio: 'inherit' },
  );
  cpSync(path.join(out, 'licenses.txt'), path.join(dist, 'licenses.txt'));
}
