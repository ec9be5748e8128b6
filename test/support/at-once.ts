import type { RunResult } from '../harness/run-action.ts';
import type { Sandbox } from '../sandbox/index.ts';

/** How the two runs of one night meet. */
export const MEETINGS = [
  'the first before the second',
  'the second before the first',
  'both at the same time',
] as const;
export type Meeting = (typeof MEETINGS)[number];

/**
 * Two runs, one after the other in either order; or at the same time in the worst way: both read at GitHub before either
 * writes. Where one of them has nothing to write, the other goes on when it has ended.
 */
export async function twoRuns(
  box: Sandbox,
  meeting: Meeting,
  [first, second]: readonly [() => Promise<RunResult>, () => Promise<RunResult>],
): Promise<[RunResult, RunResult]> {
  if (meeting === 'the first before the second') {
    const one = await first();
    return [one, await second()];
  }
  if (meeting === 'the second before the first') {
    const other = await second();
    return [await first(), other];
  }
  const both = Promise.withResolvers<void>();
  const there = new Set<string>();
  let ended = 0;
  const arrive = () => {
    if (there.size + ended >= 2) both.resolve();
  };
  const remove = box.onRequest(async ({ request, when }) => {
    if (when !== 'before' || request.service !== 'github' || !request.mutating) return;
    there.add(request.door);
    arrive();
    await both.promise;
  });
  const until = async (run: () => Promise<RunResult>) => {
    const result = await run();
    ended += 1;
    arrive();
    return result;
  };
  const results = await Promise.all([until(first), until(second)]);
  remove();
  return results;
}
