import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { openAwsConnection } from '../../src/aws/connection.ts';
import { ambientCredentials } from '../../src/aws/credentials.ts';
import { systemClock } from '../../src/support/clock.ts';
import { createSecrets } from '../../src/support/secrets.ts';

const TOKEN = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOmFjbWUvc2hvcCJ9.c2lnbmF0dXJlLW9mLXRoaXM';

it.each(['AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'])(
  'the token in %s is read again at each sign-in: Kubernetes replaces it during a long run',
  async (variable) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'token-')), 'token');
    const secrets = createSecrets(() => undefined);
    const env = { [variable]: file };
    const connection = openAwsConnection('us-east-1', () => undefined, 'test');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY');
    const identity = ambientCredentials({
      env,
      connection,
      clock: systemClock,
      signal: new AbortController().signal,
      deadline: Number.POSITIVE_INFINITY,
      token: { offered: false, enterpriseServer: false, isFork: async () => false, request: async () => '' },
      secrets,
      debug: () => undefined,
    });
    writeFileSync(file, `${TOKEN}\n`);
    await identity.credentials();
    vi.unstubAllEnvs();
    connection.close();
    expect(secrets.hide(`said ${TOKEN}`)).toBe('said ***');
  },
);
