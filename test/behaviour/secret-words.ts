import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ids, type MemorySandbox } from '../sandbox/index.ts';
import { issueToken } from '../sandbox/oidc-server.ts';

/** A word as the step finds it. */
export interface Given {
  readonly inputs?: Record<string, string>;
  readonly env?: Record<string, string>;
}

/** Every place that a secret is taken from: puts the word there, so that the run goes on with it. */
export const PLACES = {
  'cockroach-api-key': (word, { world }) => {
    const account = world.serviceAccounts.get(ids.apiKey);
    if (account !== undefined) world.serviceAccounts.set(word, { ...account, key: word });
    return { inputs: { 'cockroach-api-key': word } };
  },
  'github-token': (word) => ({ inputs: { 'github-token': word, comment: 'false' } }),
  COCKROACH_API_KEY: (word) => ({ env: { COCKROACH_API_KEY: word } }),
  AWS_SECRET_ACCESS_KEY: (word) => ({ env: { AWS_SECRET_ACCESS_KEY: word } }),
  AWS_SESSION_TOKEN: (word) => ({ env: { AWS_SESSION_TOKEN: word } }),
  AWS_ACCESS_KEY_ID: (word) => ({ env: { AWS_ACCESS_KEY_ID: word } }),
  AWS_CONTAINER_AUTHORIZATION_TOKEN: (word) => ({ env: { AWS_CONTAINER_AUTHORIZATION_TOKEN: word } }),
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: (word, { faults, world }) => {
    const rewrite = () => ({ status: 200, body: JSON.stringify({ value: issueToken(world, 'sts.amazonaws.com') }) });
    faults.add({ match: { service: 'oidc' }, kind: 'rewrite', rewrite, times: 99 });
    world.secretHomes.set(word, 'oidc authorization');
    return { env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: word } };
  },
  'the OIDC token': (word, { faults }) => {
    const body = JSON.stringify({ count: 1, value: word });
    faults.add({ match: { service: 'oidc' }, kind: 'rewrite', rewrite: () => ({ body }), times: 99 });
    return {};
  },
  'the secret key of the session': (word, { faults }) => {
    const rewrite = ({ body }: { body: string }) => ({ body: body.replace(/(<SecretAccessKey>)[^<]*/, `$1${word}`) });
    faults.add({ match: { service: 'sts' }, kind: 'rewrite', rewrite, times: 99 });
    return {};
  },
  'the token of the session': (word, { faults, world }) => {
    const rewrite = ({ body }: { body: string }) => {
      const [, id = ''] = /<AccessKeyId>([^<]*)/.exec(body) ?? [];
      const key = world.accessKeys.get(id);
      if (key !== undefined) world.accessKeys.set(id, { ...key, sessionToken: word });
      world.secretHomes.set(word, 'aws x-amz-security-token');
      return { body: body.replace(/(<SessionToken>)[^<]*/, `$1${word}`) };
    };
    faults.add({ match: { service: 'sts' }, kind: 'rewrite', rewrite, times: 99 });
    return {};
  },
  AWS_WEB_IDENTITY_TOKEN_FILE: (word) => ({ env: { AWS_WEB_IDENTITY_TOKEN_FILE: fileOf(word) } }),
  AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: (word) => ({ env: { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: fileOf(word) } }),
  'the user of a proxy': (word) => ({ env: { HTTPS_PROXY: `http://${encodeURIComponent(word)}@proxy:3128` } }),
  'the password of a proxy': (word) => ({ env: { https_proxy: `http://joe:${encodeURIComponent(word)}@proxy:3128` } }),
} satisfies Record<string, (word: string, box: MemorySandbox) => Given>;

export type Place = keyof typeof PLACES;

function fileOf(word: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'token-')), 'token');
  writeFileSync(file, `${word}\n`);
  return file;
}

/** A secret key as AWS gives one out, and as a host may hold it. */
export const PLAUSIBLE = 'q7Xr2mB9wK4tZ8nV5cJ3hL6pD1sF0gYaUeIoRkTb';

/**
 * What a word comes to in a place:
 * - `=` it is no secret: outputs, log, summary and comment are as without it, and the runner masks nothing;
 * - `*` it is hidden in all words for people, and the outputs for machines are as without it;
 * - `!` it is a secret: the run fails before it changes anything, rather than write an output that shows it;
 * - `i` the run fails with `input-invalid`, since the input is empty;
 * - `u` the run fails with `oidc-unavailable`, since the runner offers no token;
 * - `o` the run fails with `oidc-failed`, since the answer is no token;
 * - `s` the run fails to sign in, since the session has no secret key.
 */
export type Outcome = '=' | '*' | '!' | 'i' | 'u' | 'o' | 's';

const COLUMNS: readonly Place[] = [
  'cockroach-api-key',
  'github-token',
  'COCKROACH_API_KEY',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_ACCESS_KEY_ID',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'the OIDC token',
  'the secret key of the session',
  'the token of the session',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'the user of a proxy',
  'the password of a proxy',
];

/** By hand: each word, why it is here, and its outcome in each column. */
const ROWS: readonly (readonly [word: string, why: string, outcomes: string])[] = [
  ['testing', 'left by a mock (moto)', '= = = = = = = = o = = = = = *'],
  ['test', 'left by a mock (LocalStack)', '= = = = = = = = o = = = = = *'],
  ['1', 'one digit', '= = = = = = = = o = = = = = *'],
  ['x', 'one letter', '= = = = = = = = o = = = = = *'],
  ['us-east-1', 'the region', '= = = = = = = = o = = = = = *'],
  [ids.standardName, 'the name of the cluster', '= = = = = = = = o = = = = = *'],
  ['shared-9z8', 'a part of the host', '= = = = = = = = o = = = = = *'],
  ['cockroachlabs.cloud', 'a longer part of the host', '= = = = = = = = o = = = = = *'],
  [ids.vpc, 'the VPC', '= = = = = = = = o = = = = = *'],
  [ids.standardCluster, 'the ID of the cluster', '= = = = = = = = o = = = = = *'],
  ['available', 'a state', '= = = = = = = = o = = = = = *'],
  ['', 'an empty string', 'i = = = = = = u o s = = = = ='],
  [' ', 'white space', 'i = = = = = = = o = = = = = ='],
  // An access key ID is no secret, and what is no JWT is no OIDC token.
  [PLAUSIBLE, 'a secret key in the host', '! ! ! ! ! = ! ! o ! ! ! ! ! !'],
];

/** The table as its rows have it. */
export const WORDS = ROWS.map(([word, why, outcomes]) => {
  const cells = outcomes.split(' ') as Outcome[];
  if (cells.length !== COLUMNS.length) throw new Error(`the row of ${word} has ${cells.length} outcomes`);
  return { word, why, cells: COLUMNS.map((place, index) => ({ place, outcome: cells[index] ?? '=' })) };
});
