import { describe, expect, test } from 'vitest';
import type { Applying } from '../../src/reconcile/apply/outcome.ts';
import { outdated } from '../../src/reconcile/apply/outcome.ts';
import { startJournal } from '../../src/reconcile/model/journal.ts';
import { stepId } from '../../src/reconcile/model/steps.ts';
import { ActionError } from '../../src/support/errors.ts';
import { wallTime } from '../../src/support/moment.ts';

const ID = 'vpce-0123456789abcdef0';
const LAG = 60_000;
const REFUSED = new ActionError('aws-refused', { cause: 'AWS refused to modify it', fix: 'Run again.' });

/** One run to which reads show the endpoint with these subnets. */
function run() {
  const journal = startJournal('nonce', { mono: 0, wall: wallTime(0) });
  const action = { kind: 'set-private-dns', endpointId: ID, enabled: true } as const;
  return (now: number, readAt: number, subnetIds: readonly string[], groupTags: Record<string, string> = {}) => {
    const endpoint = { id: ID, state: 'available', subnetIds, groupIds: [], privateDns: false, tags: {} };
    const context = {
      desired: { readLagMs: LAG },
      journal,
      observed: { endpoints: [endpoint], groups: [{ id: 'sg-1', tags: groupTags }], readAt: { endpoints: readAt } },
      clients: { clock: { now: () => now } },
    };
    const outcome = outdated(ID, REFUSED, context as unknown as Applying);
    const result = outcome.result ?? { kind: 'not-done' };
    const at = { mono: now, wall: wallTime(now) };
    journal.entries.push({ kind: 'call', step: { id: stepId.dnsOn(ID), action }, at, result });
    // The security group may be what is gone, or full.
    expect(outcome).toMatchObject({ facets: ['endpoints', 'groups'] });
    return outcome.kind;
  };
}

describe('a call that EC2 refuses because the endpoint is not as reads show it', () => {
  test('is planned again, until reads have had two read lags to show the change', () => {
    const refuse = run();
    expect(refuse(1_000, 500, ['subnet-1'])).toBe('requeue');
    expect(refuse(122_000, 121_000, ['subnet-1'])).toBe('requeue');
    expect(() => refuse(122_100, 121_001, ['subnet-1'])).toThrow(REFUSED);
  });

  test('is planned again where the run was suspended between its read and the call', () => {
    const refuse = run();
    expect(refuse(1_000, 500, ['subnet-1'])).toBe('requeue');
    expect(refuse(3_600_000, 1_500, ['subnet-1'])).toBe('requeue');
  });

  test('is another refusal where reads show another change', () => {
    const refuse = run();
    expect(refuse(1_000, 500, ['subnet-1'])).toBe('requeue');
    expect(refuse(300_000, 299_000, ['subnet-2'])).toBe('requeue');
    expect(refuse(420_000, 419_999, ['subnet-2'])).toBe('requeue');
    expect(() => refuse(420_100, 420_001, ['subnet-2'])).toThrow(REFUSED);
  });

  test('is another refusal where reads show a change of the security group', () => {
    const refuse = run();
    expect(refuse(1_000, 500, ['subnet-1'])).toBe('requeue');
    expect(refuse(300_000, 299_000, ['subnet-1'], { team: 'search' })).toBe('requeue');
  });
});
