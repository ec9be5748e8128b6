import { Readable } from 'node:stream';
import { beforeAll, expect, it } from 'vitest';
import { createEc2 } from '../../src/aws/ec2.ts';
import { isActionError } from '../../src/support/errors.ts';
import { virtualTime } from '../sandbox/virtual-time.ts';

const REFUSED =
  '<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>Request limit exceeded.</Message></Error></Errors><RequestID>1</RequestID></Response>';
const DONE = '<ModifyVpcEndpointResponse><requestId>1</requestId><return>true</return></ModifyVpcEndpointResponse>';

/** EC2 that refuses the first requests for their rate, and notes when each came (seconds). */
function throttlingEc2(refusals: number, { timeoutSeconds = 3600 } = {}) {
  const time = virtualTime();
  const startedAt = time.clock.now();
  const cancel = new AbortController();
  const came: number[] = [];
  const told: string[] = [];
  const requestHandler = {
    async handle() {
      came.push((time.clock.now() - startedAt) / 1000);
      const refused = came.length <= refusals;
      const body = Readable.from([refused ? REFUSED : DONE]);
      return { response: { statusCode: refused ? 503 : 200, headers: { 'content-type': 'text/xml' }, body } };
    },
  };
  const ec2 = createEc2({
    connection: { settings: { region: 'eu-central-1', maxAttempts: 1, requestHandler }, close: () => undefined },
    identity: { credentials: async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' }) },
    clock: time.clock,
    signal: cancel.signal,
    deadline: startedAt + timeoutSeconds * 1000,
    info: (line) => told.push(line),
    debug: () => undefined,
  });
  return { ec2, time, came, told, cancel, seconds: () => (time.clock.now() - startedAt) / 1000 };
}

// The first call loads code and reads files, which takes real time while virtual time does not stand still.
beforeAll(async () => {
  const { ec2, time } = throttlingEc2(0);
  await time.drive(ec2.modifyEndpoint('vpce-01', {})).catch(() => undefined);
});

it('a change of an endpoint that is refused for its rate is left to be decided anew, each time after a longer pause', async () => {
  const { ec2, time, came, told, seconds } = throttlingEc2(4);
  const answers = [];
  const ends: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    answers.push(await time.drive(ec2.modifyEndpoint('vpce-01', { privateDns: true })));
    ends.push(seconds());
  }
  expect(answers).toEqual(['throttled', 'throttled', 'throttled', 'throttled', 'done', 'done']);
  // One request for each decision: the endpoint may be shared, and another run may have made the change by then.
  expect(came).toHaveLength(6);
  expect(told).toHaveLength(4);
  const pauses = ends.map((end, round) => end - (came[round] ?? 0));
  for (const [round, [least, most]] of [
    [8, 16],
    [16, 32],
    [32, 64],
    [36, 72],
    [0, 0],
    [0, 0],
  ].entries()) {
    expect(pauses[round]).toBeGreaterThanOrEqual(least ?? 0);
    expect(pauses[round]).toBeLessThanOrEqual(most ?? 0);
  }
});

it('after a change that was made the pauses begin anew', async () => {
  const { ec2, time, came, seconds } = throttlingEc2(2);
  for (let round = 0; round < 3; round += 1) await time.drive(ec2.modifyEndpoint('vpce-01', { privateDns: true }));
  came.length = 0;
  const before = seconds();
  expect(await time.drive(ec2.modifyEndpoint('vpce-01', { privateDns: false }))).toBe('throttled');
  expect(seconds() - before).toBeLessThanOrEqual(16);
});

it('the pause ends with the time of the run', async () => {
  const { ec2, time, seconds } = throttlingEc2(1, { timeoutSeconds: 3 });
  expect(await time.drive(ec2.modifyEndpoint('vpce-01', { privateDns: true }))).toBe('throttled');
  expect(seconds()).toBe(3);
});

it('the pause ends where the run is cancelled', async () => {
  const { ec2, time, cancel } = throttlingEc2(1);
  const change = ec2.modifyEndpoint('vpce-01', { privateDns: true });
  void time.clock.sleep(1_000, new AbortController().signal).then(() => cancel.abort());
  const error = await time.drive(change).catch((caught: unknown) => caught);
  expect(isActionError(error) && error.code).toBe('cancelled');
});
