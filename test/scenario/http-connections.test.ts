import { afterEach, expect, it } from 'vitest';
import { startProxy } from '../harness/proxy.ts';
import { startTlsFront, type TlsFrontOptions } from '../harness/tls-front.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { run } from '../support/run.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

const CLOUD = 'cloud.sandbox.invalid';
const EC2 = 'ec2.sandbox.invalid';
const STS = 'sts.sandbox.invalid';

/** Puts TLS before the sandbox, reached through tunnels of a proxy; the Cloud speaks HTTP/2 there as it does outside. */
async function overTls(sandbox: Sandbox, options: TlsFrontOptions = { http2: [CLOUD] }) {
  const { urls } = sandbox;
  const front = await startTlsFront({ [EC2]: urls.ec2, [STS]: urls.sts, [CLOUD]: urls.cloud }, options);
  const proxy = await startProxy({
    routes: Object.fromEntries([EC2, STS, CLOUD].map((host) => [`${host}:443`, front.address])),
  });
  closing.push(front, proxy);
  const env = {
    AWS_ENDPOINT_URL_EC2: `https://${EC2}`,
    AWS_ENDPOINT_URL_STS: `https://${STS}`,
    COCKROACH_SERVER: `https://${CLOUD}`,
    NODE_EXTRA_CA_CERTS: front.certificate,
    HTTPS_PROXY: proxy.url,
  };
  const setUps = (host: string) => front.setUps.filter((one) => one.host === host);
  return { env, setUps };
}

it('sets up TLS once for each host and keeps the connections for the whole run', async () => {
  const sandbox = await sandboxFor(standard());
  const { env, setUps } = await overTls(sandbox);
  const result = await run(sandbox, {}, { env });
  expectSuccess(result);
  expect(sandbox.requests.filter(({ service }) => service === 'cloud').length).toBeGreaterThan(5);
  // One that was closed while the run waited is resumed, without a set-up of its own.
  const whole = setUps(CLOUD).filter(({ resumed }) => !resumed);
  expect(whole).toEqual([{ host: CLOUD, protocol: 'h2', resumed: false }]);
  expect(setUps(STS)).toHaveLength(1);
  // HTTP/1.1 carries one request at a time: as many connections as the first look asks for side by side, and never one more.
  const firstLook = ['Vpcs', 'VpcAttribute', 'VpcAttribute', 'Subnets', 'VpcEndpoints', 'SecurityGroups'];
  expect(sandbox.requests.filter(({ service }) => service === 'ec2').length).toBeGreaterThan(firstLook.length + 3);
  expect(setUps(EC2)).toHaveLength(firstLook.length);
});

it('goes on after an answer of CockroachDB Cloud that HTTP/2 breaks off', async () => {
  const sandbox = await sandboxFor(standard());
  let broken = 0;
  const { env } = await overTls(sandbox, {
    http2: [CLOUD],
    meddle({ host, method, path }) {
      if (host !== CLOUD || method !== 'GET' || !path.endsWith('/private-endpoint-services') || broken > 0) return;
      broken += 1;
      return 'reset';
    },
  });
  const result = await run(sandbox, { 'dry-run': 'true' }, { env });
  expect(broken).toBe(1);
  expectSuccess(result);
});
