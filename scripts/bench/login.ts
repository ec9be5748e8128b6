/**
 * The action's own login and nothing else, as a program of its own: inputs, OIDC token, STS. The benchmark bundles it
 * as `dist/` is bundled. There is no input with which the action stops there.
 */
import * as core from '@actions/core';
import { requestToken } from '../../src/aws/token-request.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { systemNetwork } from '../../src/network.ts';
import { nextRequestSent } from '../../src/startup/request-sent.ts';
import { systemClock } from '../../src/support/clock.ts';
import { createProgress } from '../../src/support/progress.ts';
import { readProxies } from '../../src/support/proxies.ts';
import { createSecrets } from '../../src/support/secrets.ts';

const request = readInputs(core.getInput, process.env);
const tokenSent = nextRequestSent();
const token = requestToken(process.env, request.audience, systemNetwork(process.env).getJson);
// Loaded while GitHub answers, as the action does.
await tokenSent;
const [{ openAwsConnection }, { assumeRole }] = await Promise.all([
  import('../../src/aws/connection.ts'),
  import('../../src/aws/credentials.ts'),
]);
const connection = openAwsConnection(request.region, readProxies(process.env).proxyFor, 'benchmark');
const { credentials } = assumeRole(
  {
    roleArn: request.roleArn ?? '',
    sessionName: request.roleSessionName,
    durationSeconds: request.roleDurationSeconds,
    audience: request.audience,
  },
  {
    connection,
    clock: systemClock,
    signal: new AbortController().signal,
    deadline: Date.now() + 60_000,
    token: {
      offered: true,
      enterpriseServer: false,
      isFork: async () => false,
      request: () => token,
    },
    secrets: createSecrets(core.setSecret),
    progress: createProgress({ clock: systemClock, line: () => undefined }),
    info: () => undefined,
    debug: () => undefined,
  },
);
const { accountId = '' } = await credentials();
core.setOutput('aws-account-id', accountId);
connection.close();
