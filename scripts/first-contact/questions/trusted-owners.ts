import { known, question } from '../question.ts';

const NOT_ENABLED = 'it ends with `owners-not-enabled` or `owners-denied`';

export const trustedOwners = question({
  id: 'trusted-owners',
  asks: 'What does the Cloud API answer when the trusted owners are listed?',
  rows: {
    'trusted-owners-not-enabled': {
      answers: [
        known('enabled', 'it reads and adds trusted owners', 'cloud.trustedOwners: enrolled'),
        known(
          '400',
          'it ends with `owners-not-enabled` if the message says so, otherwise with `cloud-refused`',
          'cloud.trustedOwners: 400',
        ),
        known('403', NOT_ENABLED, 'cloud.trustedOwners: 403'),
        known('404', NOT_ENABLED, 'cloud.trustedOwners: 404'),
        known(
          '412',
          'it ends with `owners-not-enabled` if the message says so, otherwise with `cloud-refused`',
          undefined,
        ),
        known('501', NOT_ENABLED, 'cloud.trustedOwners: 501'),
      ],
    },
    'trusted-owners-on-standard': {
      answers: [
        known(
          (value) => /^(?:400|403|404|501)$/.test(value),
          'it reads them only where `trusted-owners` is set',
          'always',
        ),
        known('enabled', 'it reads them only where `trusted-owners` is set', undefined),
      ],
    },
  },
  makes: 'Nothing: it reads once.',
  endpoints: 0,
  minutes: 1,
  undone: 'There is nothing to undo.',
  look: (asking) => asking.raw.cloud('GET', '/networking/private-endpoint-trusted-owners'),
  judge(listed, { cluster }) {
    const row = cluster.serverless ? 'trusted-owners-on-standard' : 'trusted-owners-not-enabled';
    const isOk = listed.status >= 200 && listed.status < 300;
    const says = isOk
      ? `The list was answered with ${listed.status}.`
      : `Refused with ${listed.status || 'no answer'}, ${listed.code === '' ? 'no code' : `code ${listed.code}`}.`;
    return [{ row, value: isOk ? 'enabled' : String(listed.status || listed.code), says, exchanges: [listed.n] }];
  },
});
