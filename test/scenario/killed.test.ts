import { describe, expect, it } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { leave, SHORT } from '../support/departures.ts';
import { expectNothingLeft, expectOnePath, expectSuccess, standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { run } from '../support/run.ts';

const A = { environment: 'branch:a' };
const ensure = (box: Sandbox, options = {}) => run(box, A, { ...options, env: SHORT });

// Every request of every operation is tried in memory (test/torture/crash-matrix.test.ts).
describe('a process that is killed', () => {
  it('in the middle of making a private connection leaves what the next one finishes', async () => {
    const box = await sandboxFor(standard());
    // The group, its rules, the endpoint.
    const killed = await ensure(box, { killAtRequest: { n: 3, when: 'after', mutatingOnly: true } });
    expect(killed.signal).toBe('SIGKILL');
    expect(box.world.endpoints()).toHaveLength(1);
    expectSuccess(await ensure(box));
    expectOnePath(box, ids.standardCluster);
    expect(box.world.endpoints()).toHaveLength(1);
  });

  it('in the middle of deleting one leaves what the next one finishes', async () => {
    const box = await sandboxFor(standard());
    expectSuccess(await ensure(box));
    // The mark, the connection.
    const killed = await leave(box, 'branch:a', { killAtRequest: { n: 2, when: 'after', mutatingOnly: true } });
    expect(killed.signal).toBe('SIGKILL');
    expectSuccess(await leave(box, 'branch:a'));
    expectNothingLeft(box, ids.standardCluster);
  });
});
