import { describe, expect, it } from 'vitest';
import { startProxy } from '../harness/proxy.ts';
import { startTlsFront } from '../harness/tls-front.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { expectSuccess, warningsOf } from '../support/expectations.ts';
import { standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { run } from '../support/run.ts';

const AMBIENT = { AWS_ACCESS_KEY_ID: ids.accessKeyId, AWS_SECRET_ACCESS_KEY: ids.secretAccessKey };
const DRY = { 'role-to-assume': '', 'dry-run': 'true' };

describe('variables that a workflow leaves empty', () => {
  it.each([
    ...[
      'AWS_DEFAULTS_MODE',
      'AWS_MAX_ATTEMPTS',
      'AWS_RETRY_MODE',
      'AWS_USE_FIPS_ENDPOINT',
      'AWS_USE_DUALSTACK_ENDPOINT',
    ],
    ...[
      'AWS_ENDPOINT_URL',
      'AWS_PROFILE',
      'AWS_CONFIG_FILE',
      'AWS_REGION',
      'AWS_SESSION_TOKEN',
      'AWS_ACCOUNT_ID_ENDPOINT_MODE',
    ],
    ...[
      'AWS_SDK_UA_APP_ID',
      'AWS_STS_REGIONAL_ENDPOINTS',
      'AWS_WEB_IDENTITY_TOKEN_FILE',
      'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    ],
  ])('%s counts as not set', async (name) => {
    const sandbox = await sandboxFor(standard());
    const result = await run(sandbox, DRY, { env: { ...AMBIENT, [name]: '' } });
    expectSuccess(result);
    expect(result.stderr).toBe('');
  });
});

describe('NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
  /** EC2 and STS behind a certificate that nobody knows. */
  async function behindTls(sandbox: Sandbox, more: (certificate: string) => Record<string, string>) {
    const hosts = { 'ec2.sandbox.example': sandbox.urls.ec2, 'sts.sandbox.example': sandbox.urls.sts };
    const front = await startTlsFront(hosts);
    const routes = Object.fromEntries(Object.keys(hosts).map((host) => [`${host}:443`, front.address]));
    const proxy = await startProxy({ routes });
    try {
      const env = {
        ...{ ...AMBIENT, NODE_TLS_REJECT_UNAUTHORIZED: '0', HTTPS_PROXY: proxy.url },
        ...{ AWS_ENDPOINT_URL_EC2: 'https://ec2.sandbox.example', AWS_ENDPOINT_URL_STS: 'https://sts.sandbox.example' },
      };
      return await run(sandbox, DRY, { env: { ...env, ...more(front.certificate) } });
    } finally {
      await proxy.close();
      await front.close();
    }
  }

  it('does not let the run send anything to a server whose certificate nobody knows', async () => {
    const sandbox = await sandboxFor(standard());
    const result = await behindTls(sandbox, () => ({}));
    expect(result.exitCode).toBe(1);
    expect(result.log).toMatch(/self-signed certificate/);
    expect(warningsOf(result).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^NODE_TLS_REJECT_UNAUTHORIZED=0 is ignored/),
    );
    expect(sandbox.requests.filter(({ service }) => service === 'ec2' || service === 'sts')).toEqual([]);
  });

  it('is ignored with a warning where the certificate is known', async () => {
    const sandbox = await sandboxFor(standard());
    const result = await behindTls(sandbox, (certificate) => ({ NODE_EXTRA_CA_CERTS: certificate }));
    expectSuccess(result);
    expect(
      warningsOf(result)
        .map(({ message }) => message)
        .join(),
    ).toContain('NODE_EXTRA_CA_CERTS');
    expect(result.stderr).not.toContain('NODE_TLS_REJECT_UNAUTHORIZED');
  });
});
