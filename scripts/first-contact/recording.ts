import path from 'node:path';
import type { Network } from '../../src/network.ts';
import { startRecording } from '../../src/recorder/start.ts';
import type { Surroundings } from './session.ts';

/** A recording of requests of this command itself. */
export interface OwnRecording {
  through(network: Network): Network;
  /** Number of the newest exchange. */
  last(): number;
  end(exitCode: number): void;
}

/** The repository whose claims the runs keep: on a person's machine one that nobody has. */
export function repositoryOf(env: NodeJS.ProcessEnv): string {
  return env['GITHUB_REPOSITORY_ID'] || '0';
}

/** Begins a recording in a new file of the folder. @throws Error where it can't be made */
export function openRecording(
  { folder, name }: { folder: string; name: string },
  { env, clock }: Surroundings,
  inputs: Readonly<Record<string, string>>,
): OwnRecording {
  const workspace = path.resolve(folder);
  const recording = startRecording(name, {
    env: { ...env, GITHUB_REPOSITORY_ID: repositoryOf(env), GITHUB_WORKSPACE: workspace, RUNNER_TEMP: '' },
    clock,
    input: (input) => inputs[input] ?? '',
  });
  return {
    through: recording.through,
    last: recording.last,
    end: (exitCode) => void recording.end({ exitCode, outputs: {} as never, steps: [] }),
  };
}
