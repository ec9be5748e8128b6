import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRecording } from '../../scripts/recording/check.ts';
import { type RecordingFile, readRecordingFile, readRecordingText } from '../../scripts/recording/read.ts';
import { type Replay, replayRecording } from '../../scripts/recording/replay/run.ts';
import { replayLines } from '../../scripts/recording/replay/telling.ts';
import { ids } from '../sandbox/index.ts';
import { SHORT, sharedPath } from '../support/departures.ts';
import { expectSuccess } from '../support/expectations.ts';
import { advanced, standard } from '../support/paths.ts';
import { sandboxFor, scenario } from '../support/processes.ts';
import { RECORDED_FAILURES } from '../support/recorded-failures.ts';
import { recordedRun } from '../support/recordings.ts';

const folder = path.resolve(import.meta.dirname, '../recordings');
const LONGEST_MS = 120_000;
/** Set to record the files of test/recordings again, from the runs of test/support/recorded-failures.ts. */
const AGAIN = process.env['RECORD_AGAIN'] === '1';

/** The replay ended as the recorded run, and asked nothing that the recording does not have. */
function expectSame(replay: Replay): void {
  expect(replay.replayed, replayLines(replay).lines.join('\n')).toEqual(replay.expected);
  expect(replay.deviations).toEqual([]);
  expect(replay.unsent).toEqual([]);
  expect(replayLines(replay).same).toBe(true);
}

describe('the recordings of failing runs', () => {
  for (const { name, code, world, play } of RECORDED_FAILURES) {
    it(`${name}: the bundle ends with ${code} again`, { timeout: LONGEST_MS }, async () => {
      const file = path.join(folder, `${name}.jsonl`);
      if (AGAIN) writeFileSync(file, (await play(await sandboxFor(world()))).text);
      const recording = readRecordingFile(file);
      expect(checkRecording(recording, [])).toEqual([]);
      expect(recording.end?.outputs['error-code']).toBe(code);
      expectSame(await replayRecording(recording));
    });
  }
});

describe('a run that was just recorded', () => {
  scenario('of every operation ends the same in its replay: Standard', standard(), async (box) => {
    const environment = 'branch:main';
    const first = await recordedRun(box, { environment }, { env: SHORT });
    const second = await recordedRun(box, { environment, 'allowed-cidrs': '10.0.0.0/8' }, { env: SHORT });
    const joined = await recordedRun(box, { environment: 'shop' }, { env: SHORT });
    const left = await recordedRun(box, { operation: 'delete', environment: 'shop' }, { env: SHORT });
    const verified = await recordedRun(box, { operation: 'verify', environment }, { env: SHORT });
    const deleted = await recordedRun(box, { operation: 'delete', environment }, { env: SHORT });
    expect(deleted.result.outputs['status']).toBe('deleted');
    for (const { recording } of [first, second, joined, left, verified, deleted]) {
      expectSame(await replayRecording(recording));
    }
  });

  scenario('ends the same in its replay: Advanced, with a wait for the endpoint service', advanced(), async (box) => {
    const first = await recordedRun(box, { cluster: ids.advancedName });
    expectSuccess(first.result);
    expectSame(await replayRecording(first.recording));
  });

  scenario('of sweep, with branches and pull requests of GitHub', standard(), async (box) => {
    sharedPath(box, [
      { environment: 'branch:gone', idleHours: 300 },
      { environment: 'branch:main', idleHours: 300 },
    ]);
    const one = await recordedRun(box, { operation: 'sweep', cluster: '', 'vpc-id': '' }, { env: SHORT });
    expectSame(await replayRecording(one.recording));
  });

  scenario('with requests that were throttled, cut and lost', standard(), async (box) => {
    box.faults.add({ match: { action: 'CreateVpcEndpoint' }, kind: 'throttle', times: 2 });
    box.faults.add({ match: { service: 'cloud', mutating: true }, kind: 'throttle', times: 1, retryAfter: 3 });
    box.faults.add({ match: { action: 'DescribeSubnets' }, kind: 'reset', times: 1 });
    const one = await recordedRun(box);
    expectSuccess(one.result);
    expectSame(await replayRecording(one.recording));
  });

  scenario('that was killed is replayed as far as it came', standard(), async (box) => {
    const one = await recordedRun(box, {}, { killAtRequest: { n: 3, when: 'after', mutatingOnly: true } });
    const replay = await replayRecording(one.recording);
    expect(replay.expected).toBeUndefined();
    // What came after the kill is not in the recording.
    expect(replay.deviations).toContainEqual({ call: 'CreateVpcEndpoint', what: 'unknown' });
    expect(replayLines(replay).lines.join('\n')).toMatch(/was killed[\s\S]*CreateVpcEndpoint/);
  });

  scenario('of a pull request', standard(), async (box) => {
    const payload = {
      number: 7,
      pull_request: { number: 7, head: { ref: 'topic', repo: { full_name: ids.repository } } },
    };
    const event = { name: 'pull_request', payload };
    const env = { ...SHORT, GITHUB_REF: 'refs/pull/7/merge', GITHUB_HEAD_REF: 'topic', GITHUB_BASE_REF: 'main' };
    const one = await recordedRun(box, { environment: 'pr:7' }, { event, env });
    expectSuccess(one.result);
    expectSame(await replayRecording(one.recording));
  });
});

describe('a replay that differs', () => {
  const failing = () => readRecordingFile(path.join(folder, 'denied-endpoint.jsonl'));
  const edited = (recording: RecordingFile, edit: (line: string) => string) =>
    readRecordingText(recording.lines.map(({ text }) => `${edit(text)}\n`).join(''), 'edited');

  it('is named: another answer', { timeout: LONGEST_MS }, async () => {
    const other = edited(failing(), (line) =>
      line.includes('"call":"CreateVpcEndpoint"') ? line.replaceAll('UnauthorizedOperation', 'InvalidParameter') : line,
    );
    const replay = await replayRecording(other);
    expect(replay.replayed.errorCode).toBe('aws-refused');
    const { lines, same } = replayLines(replay);
    expect(same).toBe(false);
    expect(lines).toContain('  error-code recorded: aws-denied; replayed: aws-refused');
  });

  it('is named: a request with other parameters, and a change that is not requested', {
    timeout: LONGEST_MS,
  }, async () => {
    const other = edited(failing(), (line) =>
      line.includes('"call":"CreateSecurityGroup"') ? line.replace('"GroupName":"', '"GroupName":"other ') : line,
    );
    const { deviations } = await replayRecording(other);
    expect(deviations).toContainEqual({ call: 'CreateSecurityGroup', what: 'other-parameters' });
  });

  it('is named: a change that nobody requested', { timeout: LONGEST_MS }, async () => {
    const other = edited(failing(), (line) =>
      line.includes('"call":"CreateVpcEndpoint"')
        ? `${line}\n${line.replaceAll('CreateVpcEndpoint', 'DeleteVpcEndpoints')}`
        : line,
    );
    const replay = await replayRecording(other);
    expect(replay.unsent.length).toBeGreaterThan(0);
    expect(replayLines(replay).lines).toContain('Recorded changes that were not requested:');
  });
});
