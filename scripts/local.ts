/**
 * Runs `verify`, or `ensure` as a dry run, from a person's machine: the same code as in a workflow, with the AWS
 * credentials of that machine and the key in COCKROACH_API_KEY. Changes nothing.
 *
 *     npm run local -- verify --cluster my-cluster --vpc-id vpc-0123456789abcdef0 --aws-region us-east-1
 */
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import process from 'node:process';
import { action, type Host } from '../src/action.ts';
import { systemNetwork } from '../src/network.ts';
import { systemClock } from '../src/support/clock.ts';
import { readCommandLine } from './local/command-line.ts';
import { help } from './local/help.ts';
import { terminal } from './local/terminal.ts';

/** Exit code of a mistake in the command line, as of many programs; 0, 1 and 130 are those of a run. */
const USAGE = 2;

async function main(): Promise<void> {
  const { env } = process;
  const asked = readCommandLine(process.argv.slice(2), env);
  if (asked.kind === 'help') {
    console.log(help());
    return;
  }
  if (asked.kind === 'mistakes') {
    for (const line of [...asked.mistakes, 'Nothing was run. npm run local -- --help lists the options.'])
      console.error(line);
    process.exitCode = USAGE;
    return;
  }
  // A reader that is gone, such as `head`, must not end a run with a stack trace.
  process.stdout.on('error', () => undefined);
  // A runner has files for these, without which it is too old. Here the log says all; nothing is written to either.
  Object.assign(env, { GITHUB_OUTPUT: os.devNull, GITHUB_STEP_SUMMARY: os.devNull });
  // Claims are compared with those of this repository; see help.ts.
  env['GITHUB_SERVER_URL'] ||= 'https://github.com';
  // Where a recording may be made.
  env['GITHUB_WORKSPACE'] ||= process.cwd();
  // Only a run that changes something writes files for later steps.
  const host: Host & { writeTempFile(): never } = {
    env,
    nodeVersion: process.versions.node,
    toolkit: terminal((name) => asked.inputs[name] ?? '', { isDebug: env['RUNNER_DEBUG'] === '1' }),
    logFailure: () => undefined,
    network: systemNetwork(env),
    clock: systemClock,
    nonce: randomBytes(6).toString('hex'),
    // No event started this run.
    payload: async () => ({}),
    onSignal: (signal, listener) => process.on(signal, listener),
    exitAfter: (ms, exitCode) => setTimeout(() => process.exit(exitCode()), ms).unref(),
    writeTempFile: () => {
      throw new Error('neither verify nor a dry run writes files');
    },
  };
  process.exitCode = await action(host);
  // A socket that never answers must not keep a finished run alive.
  setTimeout(() => process.exit(), 1_000).unref();
}

void main();
