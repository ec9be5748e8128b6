import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromIni } from '@aws-sdk/credential-providers';
import { it, onTestFinished, vi } from 'vitest';
// What the product loads when it needs it is loaded here before any test: no virtual time may pass meanwhile.
import '@actions/github';
import '../../src/aws/open.ts';
import '../../src/github/api.ts';
import '../../src/github/comment.ts';
import '../../src/github/drift-issue.ts';
import '../../src/github/live-refs.ts';
import '../../src/operations/delete.ts';
import '../../src/probe/probe.ts';
import '../../src/operations/sweep/sweep.ts';
import '../../src/operations/verify.ts';
import '../../src/reconcile/apply/apply.ts';
import { type MemorySandbox, openSandbox, type SandboxOptions } from '../sandbox/index.ts';
import { run } from './run.ts';

/** A test that takes longer than this (real milliseconds) waits for something that does not come. */
const LONGEST_MS = 60_000;

/** One test of what runs do, in a world of its own in memory and on virtual time. */
export function behaviour(name: string, options: SandboxOptions, play: (box: MemorySandbox) => Promise<void>): void {
  it(name, { timeout: LONGEST_MS }, () => inMemory(options, play));
}

/**
 * A world in memory while `play` goes on. Dates show its time, so that requests are signed with it, and chance is the same
 * each time. Not to be used twice at once.
 */
export async function inMemory<T>(options: SandboxOptions, play: (box: MemorySandbox) => Promise<T>): Promise<T> {
  const { box, close } = await openInMemory(options);
  try {
    return await play(box);
  } finally {
    close();
  }
}

/** The same world for the rest of a test. */
export async function memoryFor(options: SandboxOptions): Promise<MemorySandbox> {
  const { box, close } = await openInMemory(options);
  onTestFinished(close);
  return box;
}

async function openInMemory(options: SandboxOptions): Promise<{ box: MemorySandbox; close(): void }> {
  await warm();
  const random = vi.spyOn(Math, 'random').mockImplementation(repeatable());
  const close = () => {
    vi.useRealTimers();
    random.mockRestore();
  };
  return { box: openSandbox(options, (now) => void vi.setSystemTime(now)), close };
}

let warmed: Promise<void> | undefined;

/** A first run reads the AWS SDK's files and settings, in the machine's time; so does the first profile of each kind. */
function warm(): Promise<void> {
  warmed ??= Promise.all([run(openSandbox(), { operation: 'verify', 'drift-issue': 'true' }), loadProfiles()]).then(
    () => undefined,
  );
  return warmed;
}

const PROFILES = `[keys]
aws_access_key_id = AKIA0
aws_secret_access_key = none
[sso]
sso_start_url = https://nobody.awsapps.com/start
sso_region = us-east-1
sso_account_id = 1
sso_role_name = ci
`;

/** The SDK loads what reads a profile when one asks for it. Nothing is sent: nobody has logged in here. */
async function loadProfiles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
  const filepath = join(folder, 'credentials');
  writeFileSync(filepath, PROFILES);
  for (const profile of ['keys', 'sso']) await fromIni({ profile, filepath })().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
}

/** Numbers from 0 to 1 without a pattern, always the same ones (a linear congruential generator). */
function repeatable(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
