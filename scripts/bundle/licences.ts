import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package of which something is in the bundle. */
interface Shipped {
  readonly title: string;
  readonly license: string;
  /** Its licence and notices as it ships them; '' where it ships none, as some packages of the AWS SDK. */
  readonly text: string;
}

/** Modules that a bundler makes up itself, and the package whose code they are. */
const MADE_UP: Readonly<Record<string, string>> = { '\0rolldown/runtime.js': 'rolldown' };
const RULE = '-'.repeat(80);

/**
 * The text of dist/licenses.txt: the licences of the packages that these modules are of, each text once. Apache-2.0 and
 * MIT both ask for that where code is passed on.
 * @param modules as rolldown names those that it took: absolute paths, and `\0...` for what it made up
 * @param bundlers names of packages that put code of their own around the modules
 * @throws Error for a module of unknown origin, and for a package with neither a licence nor another one with the same
 */
export function licencesOf(modules: readonly string[], from: { root: string; bundlers: readonly string[] }): string {
  const installed = (name: string) => path.join(from.root, 'node_modules', name);
  const folders = new Set(from.bundlers.map(installed));
  for (const id of modules) {
    const maker = MADE_UP[id];
    if (maker === undefined && !path.isAbsolute(id))
      throw new Error(`nobody knows whose module ${JSON.stringify(id)} is`);
    const folder = maker === undefined ? packageFolder(id) : installed(maker);
    if (folder !== undefined) folders.add(folder);
  }
  return sheet([...folders].map(shipped));
}

/** The folder of the package that a module belongs to; undefined for modules of the action itself. */
export function packageFolder(module: string): string | undefined {
  const [folder] = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(module) ?? [];
  return folder;
}

function shipped(folder: string): Shipped {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  if (license === undefined) throw new Error(`${name} names no licence`);
  // Apache-2.0 wants NOTICE files passed on too.
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.toSorted().map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const text = texts.map((one) => one.replaceAll('\r\n', '\n').trim()).join('\n\n');
  return { title: `${name} ${version}`, license, text };
}

function sheet(packages: readonly Shipped[]): string {
  const byText = new Map<string, Shipped[]>();
  for (const one of packages.toSorted((a, b) => (a.title < b.title ? -1 : 1))) {
    const { text } = one.text === '' ? sameLicence(one, packages) : one;
    byText.set(text, [...(byText.get(text) ?? []), one]);
  }
  return [...byText]
    .map(([text, under]) => `${under.map(({ title, license }) => `${title} (${license})`).join('\n')}\n\n${text}\n`)
    .join(`\n${RULE}\n\n`);
}

/** A package of the same owner under the same licence that ships its text. */
function sameLicence({ title, license }: Shipped, packages: readonly Shipped[]): Shipped {
  const owner = title.split('/')[0];
  const other = packages.find((one) => one.text !== '' && one.license === license && one.title.split('/')[0] === owner);
  if (other === undefined) throw new Error(`${title} ships no licence, and nothing else has its text`);
  return other;
}
