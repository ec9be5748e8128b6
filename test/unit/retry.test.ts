import { expect, it } from 'vitest';
import { withRetry } from '../../src/support/retry.ts';
import { virtualTime } from '../sandbox/virtual-time.ts';

it('a try that takes too long is aborted before the next one is sent', async () => {
  const time = virtualTime();
  const tries: AbortSignal[] = [];
  const stoppedBefore: boolean[] = [];
  const answer = withRetry(
    (over) => {
      stoppedBefore.push(tries.every((one) => one.aborted));
      tries.push(over);
      return tries.length < 3 ? new Promise<string>(() => undefined) : Promise.resolve('answered');
    },
    {
      clock: time.clock,
      signal: new AbortController().signal,
      deadline: Number.POSITIVE_INFINITY,
      repeatable: true,
      tryMs: 1_000,
      classify: () => ({ failure: 'transient' }),
    },
  );
  expect(await time.drive(answer)).toBe('answered');
  expect(stoppedBefore).toEqual([true, true, true]);
  expect(tries.map((one) => one.aborted)).toEqual([true, true, true]);
});
