import { describe, expect } from 'vitest';
import type { Fault } from '../sandbox/faults.ts';
import { ids, type MemorySandbox, type SandboxOptions, type ServiceName } from '../sandbox/index.ts';
import { sharedPath } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, standard } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { buildPath, closedWorld } from '../support/verify.ts';

/** The longest time between two lines of the normal log (s). */
const LONGEST_SILENCE = 15;

interface Line {
  at: number;
  text: string;
}

/** Runs a step, and says where its log was silent for too long. */
async function silences(box: MemorySandbox, inputs: Record<string, string>, env = {}): Promise<string[]> {
  const began = box.clock.now();
  const lines: Line[] = [{ at: began, text: '(start)' }];
  const result = await run(box, inputs, { env, onLine: (at, text) => void lines.push({ at, text }) });
  lines.push({ at: box.clock.now(), text: '(end)' });
  // A line of the log, not a wall of them: retries that fail alike are said once.
  expect(lines.length, result.log).toBeLessThan(20 + (box.clock.now() - began) / 1000);
  for (const { text } of lines.filter((one) => /^… (EC2|STS|GitHub|CockroachDB|Waiting for)/.test(one.text)))
    expect(text.length, text).toBeLessThanOrEqual(200);
  return lines.slice(1).flatMap(({ at, text }, index) => {
    const before = lines[index] ?? { at: began, text: '' };
    const seconds = (at - before.at) / 1000;
    return seconds > LONGEST_SILENCE ? [`${seconds.toFixed(1)} s between "${before.text}" and "${text}"`] : [];
  });
}

const ALWAYS = Number.POSITIVE_INFINITY;
const TROUBLES: Readonly<Record<string, Omit<Fault, 'match'>>> = {
  'never answers': { kind: 'hang' },
  'answers 500': { kind: 'status', status: 500 },
  'answers 503 with a page': { kind: 'html', status: 503 },
  'answers 429': { kind: 'status', status: 429 },
  'refuses for the rate': { kind: 'throttle' },
  'says to come back in a minute': { kind: 'status', status: 429, retryAfter: 60 },
  'is not found by DNS': { kind: 'wire', wire: 'dns' },
  'refuses connections': { kind: 'wire', wire: 'refused' },
  'is behind a proxy that refuses CONNECT': { kind: 'wire', wire: 'connect-503' },
  'cuts answers short': { kind: 'truncated' },
};
const SERVICES: readonly ServiceName[] = ['oidc', 'sts', 'ec2', 'cloud', 'github'];

describe('no silence of more than 15 s in the normal log', () => {
  for (const service of SERVICES)
    for (const [how, trouble] of Object.entries(TROUBLES)) {
      behaviour(`where ${service} ${how}`, closedWorld(), async (box) => {
        buildPath(box);
        box.faults.add({ match: { service }, ...trouble, times: ALWAYS });
        expect(await silences(box, { operation: 'verify', 'drift-issue': 'true' })).toEqual([]);
      });
    }

  const writes: readonly [string, SandboxOptions, Fault['match'], Omit<Fault, 'match'>][] = [
    ['endpoint writes that stand in line', standard(), { action: 'CreateVpcEndpoint' }, { kind: 'throttle', times: 6 }],
    ['a write without an answer', standard(), { action: 'CreateVpcEndpoint' }, { kind: 'hang', times: 2 }],
    ['a change without an answer', standard(), { action: 'ModifyVpcEndpoint' }, { kind: 'hang', times: 2 }],
    ['a change that stands in line', standard(), { action: 'ModifyVpcEndpoint' }, { kind: 'throttle', times: 4 }],
    [
      'a connection that the Cloud fails to make',
      standard(),
      { action: /^POST / },
      { kind: 'status', status: 500, times: 9 },
    ],
  ];
  for (const [what, world, match, trouble] of writes)
    behaviour(what, world, async (box) => {
      box.faults.add({ match, ...trouble });
      expect(await silences(box, {})).toEqual([]);
    });

  const SLOW = { seconds: { serviceCreate: 200, connection: 100, available: 90, createEndpoint: 40, dns: 80 } };
  behaviour('a first run in which everything takes long', advanced(SLOW), async (box) => {
    expect(await silences(box, { cluster: ids.advancedCluster })).toEqual([]);
  });

  for (const operation of ['delete', 'sweep'] as const)
    behaviour(
      `${operation}, with its waits for other runs`,
      standard({ seconds: { delete: 70, eniDetach: 60 } }),
      async (box) => {
        sharedPath(box, [{ environment: 'branch:gone', idleHours: 99 }]);
        const inputs =
          operation === 'delete' ? { environment: 'branch:gone', cluster: '' } : { cluster: '', 'vpc-id': '' };
        expect(await silences(box, { operation, ...inputs })).toEqual([]);
      },
    );

  behaviour('a comment that GitHub puts off', standard(), async (box) => {
    const pull = { title: '', body: '', labels: [], user: 'octocat', pullHead: 'a', createdAt: 0, updatedAt: 0 };
    box.world.issues.set(7, { ...pull, number: 7, state: 'open' });
    const message = 'was submitted too quickly';
    box.faults.add({ match: { action: /^POST .*comments$/ }, kind: 'status', status: 422, message });
    expect(await silences(box, { environment: 'pr:7', comment: 'true' })).toEqual([]);
  });
});

describe('a retry', () => {
  behaviour(
    'says what answered, which try it was, when the next one is and for how long',
    closedWorld(),
    async (box) => {
      buildPath(box);
      box.faults.add({ match: { action: 'DescribeVpcs' }, kind: 'status', status: 503, code: 'Unavailable', times: 3 });
      const lines: string[] = [];
      await run(box, { operation: 'verify' }, { onLine: (_, text) => void lines.push(text) });
      const told = lines.filter((line) => line.startsWith('… EC2'));
      expect(told.length).toBeGreaterThanOrEqual(2);
      for (const line of told)
        expect(line).toMatch(
          /^… EC2 DescribeVpcs: Unavailable \(try \d\); next try in [\d.]+ s, times out in \d+ min( \d+ s)?$/,
        );
    },
  );

  behaviour('that is over in a moment is no noise', closedWorld(), async (box) => {
    buildPath(box);
    box.faults.add({ match: { service: 'ec2' }, kind: 'reset', times: 1 });
    box.faults.add({ match: { service: 'cloud' }, kind: 'reset', times: 1 });
    const lines: string[] = [];
    await run(box, { operation: 'verify' }, { onLine: (_, text) => void lines.push(text) });
    expect(lines.filter((line) => line.startsWith('… '))).toEqual([]);
  });

  behaviour('of many calls at the same time is said once', standard(), async (box) => {
    box.faults.add({ match: { service: 'ec2' }, kind: 'wire', wire: 'refused', times: ALWAYS });
    const lines: string[] = [];
    const result = await run(box, {}, { onLine: (_, text) => void lines.push(text) });
    const asked = result.requests.filter((one) => one.service === 'ec2').length;
    expect(lines.filter((line) => line.startsWith('… EC2')).length).toBeLessThan(asked / 2);
  });
});
