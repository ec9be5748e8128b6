import http from 'node:http';
import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Network, systemNetwork } from '../../src/network.ts';
import { addGivenSecrets } from '../../src/runner/given-secrets.ts';
import { credentialsIn, readProxies } from '../../src/support/proxies.ts';
import { createSecrets } from '../../src/support/secrets.ts';
import { NO_PROXY_ROWS } from '../support/no-proxy-rows.ts';
import { PROXY, PROXY_ROWS, type ProxyRow } from '../support/proxy-rows.ts';

afterEach(() => vi.restoreAllMocks());

/** Every client of the product, as the product itself makes it. */
const CLIENTS: Readonly<Record<string, { own: string; ask(network: Network, address: string): Promise<unknown> }>> = {
  "GitHub's token service": {
    own: 'https://run-actions-1.actions.githubusercontent.com',
    ask: ({ getJson }, address) => getJson(address, {}),
  },
  STS: {
    own: 'https://sts.us-east-1.amazonaws.com',
    async ask(network, endpoint) {
      const { settings } = await network.aws('us-east-1', 'test');
      return new STSClient({ ...settings, endpoint, credentials }).send(new GetCallerIdentityCommand({}));
    },
  },
  EC2: {
    own: 'https://ec2.us-east-1.amazonaws.com',
    async ask(network, endpoint) {
      const { settings } = await network.aws('us-east-1', 'test');
      return new EC2Client({ ...settings, endpoint, credentials }).send(new DescribeRegionsCommand({}));
    },
  },
  'CockroachDB Cloud': {
    own: 'https://cockroachlabs.cloud',
    async ask(network, address) {
      const { signal } = new AbortController();
      return (await network.cloud()).send({ method: 'GET', url: new URL(address), headers: {}, signal });
    },
  },
  "GitHub's API": {
    own: 'https://api.github.com',
    ask: ({ githubFetch }, address) => githubFetch(address),
  },
};
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' };

/** Where the next connections would go to; none is opened. */
function watchConnections(): string[] {
  const opened: string[] = [];
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function connect(this: Socket, ...given: unknown[]): Socket {
    const [options] = given.flat() as [{ host: string; port: number | string }];
    const host = options.host.includes(':') ? `[${options.host.replace(/^\[|\]$/g, '')}]` : options.host;
    opened.push(`${this instanceof TLSSocket ? 'https' : 'http'}://${host}:${options.port}`);
    const stopped = Object.assign(new Error('stopped by the test'), { code: 'ECONNREFUSED' });
    process.nextTick(() => this.destroy(stopped));
    return this;
  });
  return opened;
}

const withPort = (address: string) => {
  const { protocol, hostname, port } = new URL(address);
  return `${protocol}//${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
};

function shown({ env, address = 'its own service' }: ProxyRow): string {
  return `${JSON.stringify(env)}, asked for ${address}`;
}

describe.each(Object.entries(CLIENTS))('%s', (_name, { own, ask }) => {
  it.each([...PROXY_ROWS, ...NO_PROXY_ROWS].map((row) => ({ title: shown(row), ...row })))(
    '$title: $way',
    async ({ env, address = own, way }) => {
      const opened = watchConnections();
      const error = await ask(systemNetwork({ ...env }), address).then(
        () => 'answered',
        (thrown: unknown) => thrown as Error,
      );
      if (way === 'refused') {
        expect(opened).toEqual([]);
        expect(String(error)).toMatch(/is not a usable address|SOCKS proxies are not supported/);
      } else {
        expect(opened.slice(0, 1)).toEqual([way === 'direct' ? withPort(address) : way]);
      }
    },
  );

  it('does not go by the variables of the process, but by those that it was given', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://other.example.com:1');
    vi.stubEnv('ALL_PROXY', 'http://other.example.com:1');
    vi.stubEnv('NO_PROXY', '*');
    const opened = watchConnections();
    await ask(systemNetwork({ HTTPS_PROXY: PROXY }), own).catch(() => undefined);
    vi.unstubAllEnvs();
    expect(opened[0]).toBe(PROXY);
  });
});

it('the agent that the AWS SDK asks the machine for credentials with never asks a proxy', async () => {
  http.globalAgent = new http.Agent({ proxyEnv: { HTTP_PROXY: PROXY } });
  systemNetwork({ HTTP_PROXY: PROXY, ALL_PROXY: PROXY, NODE_USE_ENV_PROXY: '1' });
  const opened = watchConnections();
  await new Promise((resolve) => http.get('http://169.254.169.254/latest').on('error', resolve));
  expect(opened).toEqual(['http://169.254.169.254:80']);
});

describe('mistakes', () => {
  const names = (env: Record<string, string>) => readProxies(env).mistakes.map((line) => line.replace(/:.*/, ''));

  it.each([
    [{ HTTPS_PROXY: PROXY, ALL_PROXY: 'socks5://proxy:1080' }, []],
    [{ ALL_PROXY: 'socks5://proxy:1080' }, ['ALL_PROXY']],
    [{ HTTPS_PROXY: PROXY, HTTP_PROXY: 'proxy:port' }, ['HTTP_PROXY']],
    [{ HTTPS_PROXY: 'proxy:port', HTTP_PROXY: PROXY }, ['HTTPS_PROXY']],
  ])('of %j are of %j', (env, expected) => {
    expect(names(env)).toEqual(expected);
  });

  it('of a variable for http alone keep a request from going around the proxy', () => {
    const { proxyFor } = readProxies({ HTTPS_PROXY: PROXY, ALL_PROXY: 'socks5://proxy:1080' });
    expect(proxyFor(new URL('https://cockroachlabs.cloud'))?.href).toBe(new URL(PROXY).href);
    expect(() => proxyFor(new URL('http://ghes.example.com'))).toThrow(/^ALL_PROXY: SOCKS/);
  });
});

describe('passwords', () => {
  const secretsOf = (value: string) => credentialsIn(value).passwords;
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  it.each([
    ['http://runner:p%40ss-w0rd@proxy:3128', ['p%40ss-w0rd', 'p@ss-w0rd', base64('runner:p@ss-w0rd')]],
    [' runner:p%40ss-w0rd@proxy:3128\n', ['p%40ss-w0rd', 'p@ss-w0rd', base64('runner:p@ss-w0rd')]],
    ['http://runner:p@ss-w0rd@proxy:3128', ['p@ss-w0rd', 'p%40ss-w0rd', base64('runner:p@ss-w0rd')]],
    ['http://runner:100%-secret@proxy:3128', ['100%-secret', base64('runner:100%-secret')]],
    ['http://runner:12#34-secret@proxy:3128', ['12#34-secret', base64('runner:12#34-secret')]],
    ['socks5://runner:a-secret@proxy:1080', ['a-secret', base64('runner:a-secret')]],
  ])('of %s are known however they are spelled', (value, secrets) => {
    expect([...new Set(secretsOf(value))].toSorted()).toEqual(secrets.toSorted());
  });

  it('are known of a variable that is not in force', () => {
    const secrets = createSecrets(() => undefined);
    const env = { https_proxy: PROXY, ALL_PROXY: 'http://runner:a-secret@proxy' };
    addGivenSecrets({ input: () => '', env, secrets });
    expect(secrets.hide('it says a-secret')).toBe('it says ***');
  });

  it('are none where there is no password', () => {
    expect(secretsOf(PROXY)).toEqual([]);
    expect(secretsOf('http://runner@proxy:3128')).toEqual([]);
  });
});
