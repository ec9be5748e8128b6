import { describe, it } from 'vitest';
import { cancelAt, expectCancelledIn, PHASES, worldOf } from '../support/phases.ts';
import { sandboxFor } from '../support/processes.ts';

// Five seconds are five seconds: these runs are the only ones on a clock that is not accelerated.
describe('a process that is cancelled', () => {
  const cases = PHASES.map((phase, index) => {
    const signal = index % 2 === 0 ? ('SIGINT' as const) : ('SIGTERM' as const);
    return { name: phase.name, phase, signal };
  });
  it.each(cases)('ends within 5 s $name, by $signal', async ({ phase, signal }) => {
    const { cluster, options } = worldOf(phase);
    const sandbox = await sandboxFor({ ...options, rate: 1 });
    expectCancelledIn(phase, sandbox, await cancelAt(phase, { sandbox, cluster, signal }));
  });
});
