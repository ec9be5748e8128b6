import { expect, test } from 'vitest';
import { metadataFailure } from '../../src/aws/sources/metadata.ts';
import { applyStep } from '../../src/reconcile/apply/apply.ts';
import type { Applying } from '../../src/reconcile/apply/outcome.ts';
import { startJournal } from '../../src/reconcile/model/journal.ts';
import type { ReadyStep } from '../../src/reconcile/model/steps.ts';
import { ActionError, type ErrorCode } from '../../src/support/errors.ts';
import { wallTime } from '../../src/support/moment.ts';

const CUT = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

/** What becomes of a step whose call ended with this code, each time over a connection that broke. */
async function stepThatEnds(code: ErrorCode) {
  const step = { id: 'trust:1', title: '', action: { kind: 'trust', clusterId: 'c', clusterRef: 'c', accountId: '1' } };
  const error = new ActionError(code, { cause: 'it broke', fix: 'Run again.' }, { cause: CUT });
  const context = {
    journal: startJournal('nonce', { mono: 0, wall: wallTime(0) }),
    clients: { clock: { now: () => 0, wall: () => 0 }, cloud: { addTrustedOwner: () => Promise.reject(error) } },
    observed: { clusters: [] },
    log: () => undefined,
  };
  return applyStep(step as unknown as ReadyStep, context as unknown as Applying);
}

test.each(['aws-unavailable', 'cloud-unavailable'] as const)(
  'a call without an answer is looked for again: %s',
  async (code) => {
    expect(await stepThatEnds(code)).toMatchObject({ kind: 'requeue', unanswered: true });
  },
);

test.each(['oidc-failed', 'oidc-token-rejected', 'role-not-assumed', 'aws-credentials-failed'] as const)(
  'a sign-in that failed kept the call from being sent: %s',
  async (code) => {
    await expect(stepThatEnds(code)).rejects.toMatchObject({ code });
  },
);

test.each([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'final'],
  ['CERT_HAS_EXPIRED', 'final'],
  ['ECONNRESET', 'transient'],
  ['ECONNREFUSED', 'transient'],
])('a metadata service behind %s: %s', (code, failure) => {
  expect(metadataFailure(Object.assign(new Error('no'), { code }))).toBe(failure);
});
