import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as core from '@actions/core';
import { action } from './action.ts';
import { systemNetwork } from './network.ts';
import { writeTempFile } from './runner/temp-file.ts';
import { systemClock } from './support/clock.ts';

async function main(): Promise<void> {
  let logFailure: unknown;
  // Whoever reads the log may be gone, or its disk full. A run that was begun goes on to its end all the same.
  process.stdout.on('error', (error) => {
    logFailure ??= error;
  });
  process.stderr.on('error', () => undefined);
  process.exitCode = await action({
    env: process.env,
    nodeVersion: process.versions.node,
    toolkit: {
      getInput: core.getInput,
      setOutput: core.setOutput,
      setSecret: core.setSecret,
      info: core.info,
      debug: core.debug,
      isDebug: core.isDebug,
      startGroup: core.startGroup,
      endGroup: core.endGroup,
      error: core.error,
      warning: core.warning,
      writeSummary: async (markdown) => {
        // What an earlier try could not write is not tried again.
        await core.summary.emptyBuffer().addRaw(markdown).write();
      },
    },
    logFailure: () => logFailure,
    network: systemNetwork(process.env),
    clock: systemClock,
    nonce: randomBytes(6).toString('hex'),
    payload: async () => JSON.parse(await readFile(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8')),
    writeTempFile,
    onSignal: (signal, listener) => process.on(signal, listener),
    exitAfter: (ms, exitCode) => setTimeout(() => process.exit(exitCode()), ms).unref(),
  });
  // A socket that never answers must not keep a finished step alive.
  setTimeout(() => process.exit(), 1_000).unref();
}

void main();
