import { beforeAll, describe, expect, it } from 'vitest';
import { readRecordingText } from '../../scripts/recording/read.ts';
import { replayRecording } from '../../scripts/recording/replay/run.ts';
import { type Play, type RecordedPlay, recordInMemory } from '../harness/recorded-run.ts';
import { ids, type MemorySandbox } from '../sandbox/index.ts';
import { SHORT, sharedPath } from '../support/departures.ts';
import { standard } from '../support/paths.ts';
import { step } from '../support/run.ts';

type Fault = Parameters<MemorySandbox['faults']['add']>[0];

/** The name of the branch is a word of the texts that the action writes. */
const A = { environment: 'branch:a' };
const play = (inputs: Record<string, string>, more: Partial<Play> = {}): Play => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the expression that stands for the token in a workflow
  const token = { 'github-token': '${{ github.token }}' };
  return { world: standard(), env: SHORT, ...more, inputs: step({ ...token, ...inputs }) };
};
const faulty = (...faults: Fault[]): Partial<Play> => ({
  before: (box) => {
    for (const fault of faults) box.faults.add(fault);
  },
});

const PLAYS: Readonly<Record<string, { play: Play; exit: number }>> = {
  'a run for a branch whose name is a word of its descriptions': { play: play(A), exit: 0 },
  'a cancelled run': {
    play: play(A, { signalAt: { when: ({ action }) => action === 'CreateVpcEndpoint' } }),
    exit: 130,
  },
  'a run that times out': {
    play: play({ ...A, 'timeout-seconds': '45' }, { world: standard({ seconds: { connection: 600 } }) }),
    exit: 1,
  },
  'changes that were throttled and whose answers were lost': {
    play: play(
      A,
      faulty(
        { match: { action: 'CreateVpcEndpoint' }, kind: 'throttle', times: 2 },
        { match: { action: 'CreateSecurityGroup' }, when: 'after', kind: 'reset' },
        { match: { service: 'cloud', mutating: true }, kind: 'throttle', retryAfter: 3 },
        { match: { action: 'DescribeSubnets' }, kind: 'wire', wire: 'refused' },
      ),
    ),
    exit: 0,
  },
  'an answer that never comes': {
    play: play(A, faulty({ match: { action: 'DescribeSubnets' }, kind: 'hang' })),
    exit: 0,
  },
  'lists in pages, and an account that is an app': {
    play: play(
      { ...A, operation: 'verify', 'drift-issue': 'true' },
      {
        world: standard({ ec2: { pageSize: 2 }, cloud: { pageSize: 1, pagesEverywhere: true } }),
        before: (box) =>
          void sharedPath(box, [A, { environment: 'branch:b' }, { cluster: ids.secondStandardCluster, ...A }]),
      },
    ),
    exit: 0,
  },
  'reads that lag': {
    play: play(A, { world: standard({ stale: { seconds: { endpoint: 3, connection: 3, group: 3 }, mode: 'max' } }) }),
    exit: 0,
  },
};

/** Recorded before anything is replayed: Date shows the time of the sandbox meanwhile. */
const recorded = new Map<string, RecordedPlay>();
beforeAll(async () => {
  for (const [name, { play: one }] of Object.entries(PLAYS)) recorded.set(name, await recordInMemory(one));
});

describe('a replay asks exactly what was recorded and ends the same, of', () => {
  it.concurrent.each(Object.entries(PLAYS))('%s', { timeout: 120_000 }, async (name, { exit }) => {
    const { text = '', result } = recorded.get(name) ?? {};
    expect(result?.exitCode).toBe(exit);
    const { expected, replayed, deviations, unsent, log } = await replayRecording(readRecordingText(text, name));
    expect({ replayed, deviations, unsent }, log).toEqual({ replayed: expected, deviations: [], unsent: [] });
  });
});
