import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { licencesOf } from './licences.ts';

export const root = path.resolve(import.meta.dirname, '../..');
const bundlerCli = path.join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');

/** Runs @vercel/ncc on one ES module. */
function ncc(input: string, out: string): void {
  execFileSync(process.execPath, [bundlerCli, 'build', input, '-o', out, '--no-cache', '-q'], {
    // It names chunks by their paths from here.
    cwd: root,
    stdio: 'inherit',
  });
}

/** Makes an empty folder whose files ncc takes for ES modules, and writes as such: import.meta stays what it is. */
function moduleFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
}

/**
 * Gives each importer the part of undici that it uses; octokit brings two copies of its own, which are never asked for.
 */
const undiciParts: Plugin = {
  name: 'undici-parts',
  resolveId(id, importer = '') {
    if (id !== 'undici') return null;
    const from = importer.replaceAll('\\', '/');
    if (from.includes('/node_modules/@actions/')) return path.join(root, 'scripts/bundle/no-undici.js');
    return from.endsWith('/src/support/dispatchers.ts') ? path.join(root, 'scripts/bundle/undici-request.js') : null;
  },
};

/**
 * Bundles one entry: rolldown shakes the tree (it proves the AWS SDK's schemas pure, which webpack cannot), then
 * @vercel/ncc makes the bundle that GitHub runs. Readable, not minified, and the same bytes from every checkout. The
 * licences of all that is in it lie beside it.
 * @param work folder for what is in between; it is emptied first and removed afterwards
 */
export async function bundle(entry: { input: string; out: string; work: string }): Promise<void> {
  const modules = await shake({ input: entry.input, out: entry.work });
  rmSync(entry.out, { recursive: true, force: true });
  ncc(path.join(entry.work, 'index.js'), entry.out);
  const licences = licencesOf(modules, { root, bundlers: ['@vercel/ncc'] });
  writeFileSync(path.join(entry.out, 'licenses.txt'), licences);
  rmSync(entry.work, { recursive: true, force: true });
}

/**
 * The first half of that: one tree-shaken module and its chunks. It runs as it is, so it is what `npm run try` runs.
 * @param out folder for it; it is emptied first
 * @returns the modules of which anything is left after the shaking
 */
export async function shake(entry: { input: string; out: string }): Promise<string[]> {
  moduleFolder(entry.out);
  const shaken = await rolldown({
    input: entry.input,
    cwd: root,
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    plugins: [undiciParts],
    treeshake: {
      moduleSideEffects: [
        { test: /node_modules\/(@actions\/|tunnel\/)/, sideEffects: false },
        { external: true, sideEffects: false },
      ],
    },
    // undici's own switch for builds without its second, experimental HTTP parser.
    transform: { target: 'node24', define: { esbuildDetection: 'true' } },
  });
  const { output } = await shaken.write({
    dir: entry.out,
    format: 'esm',
    minify: false,
    // Doc comments are a fifth of the text, and every runner would fetch and scan them; they are in src/.
    comments: { legal: true, annotation: true, jsdoc: false },
    entryFileNames: 'index.js',
    chunkFileNames: '[name].js',
  });
  return output.flatMap((one) =>
    one.type === 'chunk'
      ? Object.entries(one.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []))
      : [],
  );
}
