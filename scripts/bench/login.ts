/**
 * The action's own login and nothing else, as a program of its own: inputs, OIDC token, STS. The benchmark bundles it
 * as `dist/` is bundled. There is no input with which the action stops there.
 */
import * as core from '@actions/core';
import { requestToken } from '../../src/aws/token-request.ts';
import { readRequest } from '../../src/inputs.ts';
import { systemClock } from '../../src/support/clock.ts';
import { createSecrets } from '../../src/support/secrets.ts';

// Kept in, so that no less is loaded than by the action itself.
export { run } from '../../src/run.ts';

const request = readRequest(core.getInput, process.env);
const { openAws } = await import('../../src/aws/open.ts');
const aws = openAws(
  {
    region: request.region,
    role: {
      roleArn: request.roleArn ?? '',
      sessionName: request.roleSessionName,
      durationSeconds: request.roleDurationSeconds,
      audience: request.audience,
    },
    userAgent: 'benchmark',
    env: process.env,
  },
  {
    clock: systemClock,
    signal: new AbortController().signal,
    deadline: Date.now() + 60_000,
    token: {
      offered: true,
      enterpriseServer: false,
      isFork: async () => false,
      request: (audience) => requestToken(process.env, audience),
    },
    secrets: createSecrets(core.setSecret),
    debug: () => undefined,
  },
);
core.setOutput('aws-account-id', await aws.account());
aws.close();
