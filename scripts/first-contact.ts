/**
 * Runs the committed action once through its whole life cycle against AWS and CockroachDB Cloud, asks both what is
 * unknown about them, and writes a sheet with the answers. It creates things, and deletes them again: see
 * docs/first-contact.md.
 *
 *     npm run first-contact -- --cluster my-cluster --vpc-id vpc-0123456789abcdef0 --aws-region us-east-1 --ask all
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { systemNetwork } from '../src/network.ts';
import { logLines } from '../src/runner/log-line.ts';
import { systemClock } from '../src/support/clock.ts';
import { root } from './bundle/bundle.ts';
import { actionProcess, forRunner, forTerminal } from './first-contact/action-process.ts';
import { firstContact } from './first-contact/contact.ts';
import { help } from './first-contact/help.ts';
import { type Request, readCommandLine } from './first-contact/options.ts';

/** Exit code of a mistake in the command line; 0, 1 and 130 are those of a run. */
const USAGE = 2;

async function main(): Promise<void> {
  const { env } = process;
  const asked = readCommandLine(process.argv.slice(2), env);
  if (asked.kind === 'help') {
    console.log(help());
    return;
  }
  if (asked.kind === 'mistakes') return usage(asked.mistakes);
  const { request } = asked;
  const nonce = randomBytes(5).toString('hex');
  const folder = request.out ?? `first-contact-${new Date().toISOString().slice(0, 10)}-${nonce}`;
  if (existsSync(folder)) return usage(['--out: is there already. Name a folder that this command can make.']);
  const isRunner = env['GITHUB_ACTIONS'] === 'true';
  const print = (line: string) => {
    const shown = isRunner ? forRunner(line) : forTerminal(line);
    if (shown !== undefined) console.log(shown);
  };
  const signal = stopOnSignals();
  process.exitCode = await firstContact({
    ...{ env, request, folder, nonce, clock: systemClock, network: systemNetwork(env) },
    version: (JSON.parse(read('package.json')) as { version: string }).version,
    statusPage: read('docs/status.md'),
    signal,
    runAction: actionProcess({ env, folder, print }),
    agrees: () => agrees(request, signal),
    say: (text) => {
      for (const line of logLines(text)) console.log(line);
    },
  });
  // A socket that never answers must not keep a finished run alive.
  setTimeout(() => process.exit(), 1_000).unref();
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

function usage(mistakes: readonly string[]): void {
  for (const line of [...mistakes, 'Nothing was run. npm run first-contact -- --help lists the options.'])
    console.error(line);
  process.exitCode = USAGE;
}

/** The first signal ends the work and begins the clean-up; the second ends the process. */
function stopOnSignals(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (stop.signal.aborted) {
        console.error('Stopped. What was created may remain: run the same command with --clean-up.');
        process.exit(130);
      }
      console.log('Stopping. Whatever was created is deleted first. Press Ctrl+C again to stop that too.');
      stop.abort();
    });
  return stop.signal;
}

async function agrees({ consented }: Request, signal: AbortSignal): Promise<boolean> {
  if (consented) return true;
  if (!process.stdin.isTTY) {
    console.log('There is no terminal to ask at. Add --yes if you agree.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // The line editor takes Ctrl+C for itself.
  terminal.on('SIGINT', () => process.emit('SIGINT'));
  try {
    const answer = await terminal.question('Type yes to begin: ', { signal });
    return answer.trim().toLowerCase() === 'yes';
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    terminal.close();
  }
}

void main();
