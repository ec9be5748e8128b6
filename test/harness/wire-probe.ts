// Sends one request with each client of the action to each address given, and prints what came in place of an answer. A
// process of its own, since proxies and CAs are read when it starts.
import process from 'node:process';
import { fetchWithin } from '../../src/github/address.ts';
import { systemNetwork } from '../../src/network.ts';
import { wireProblem } from '../../src/support/wire.ts';

const urls = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
const seen: Record<string, Record<string, unknown>> = {};
const { EC2Client, DescribeVpcsCommand } = await import('@aws-sdk/client-ec2');
const { getOctokit } = await import('@actions/github');
const network = systemNetwork(process.env);
const cloud = await network.cloud();
for (const [kind, url] of Object.entries(urls)) {
  process.env['AWS_ENDPOINT_URL_EC2'] = url;
  const { settings } = await network.aws('us-east-1', 'probe');
  const ec2 = new EC2Client({ ...settings, endpoint: url, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
  const octokit = getOctokit('token', { baseUrl: url, log: { debug() {}, info() {}, warn() {}, error() {} } });
  octokit.hook.before('request', (options) => {
    options.request.fetch = fetchWithin(options.baseUrl, network.githubFetch);
  });
  const clients = {
    oidc: () => network.getJson(`${url}/token`, {}),
    ec2: () => ec2.send(new DescribeVpcsCommand({})),
    cloud: () =>
      cloud.send({ method: 'GET', url: new URL(`${url}/api`), headers: {}, signal: AbortSignal.timeout(9_000) }),
    github: () => octokit.request('GET /x', { request: { signal: AbortSignal.timeout(9_000) } }),
  };
  const results = Object.entries(clients).map(async ([client, send]) => {
    const problem = await send().then(
      () => 'an answer',
      (error: unknown) => wireProblem(error),
    );
    return [client, problem ?? 'nothing known'] as const;
  });
  seen[kind] = Object.fromEntries(await Promise.all(results));
}
console.log(JSON.stringify(seen));
process.exit(0);
