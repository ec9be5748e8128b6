import { describe, expect, it } from 'vitest';
import type { RunResult } from '../harness/step.ts';
import { atPlaces } from '../harness/torture.ts';
import type { PlainAnswer } from '../sandbox/faults.ts';
import { ids, type LoggedRequest, type Sandbox, type SandboxOptions } from '../sandbox/index.ts';
import { madeHoursAgo, SHORT, sharedPath } from '../support/departures.ts';
import { behaviour, inMemory } from '../support/in-memory.ts';
import { advanced, standard } from '../support/paths.ts';
import { run } from '../support/run.ts';

/** A run and what it finds; it asks for everything that its operation ever asks of the Cloud API. */
interface Work {
  name: string;
  world: () => SandboxOptions;
  before?: (box: Sandbox) => void;
  inputs: Record<string, string>;
  /** The code that it ends with where an answer is not the API's. */
  code: string;
  /** A read that a run can do without: it only tells when a trusted owner was added. */
  spares?: RegExp;
}

const A = { environment: 'branch:a' };
const onSecond = { environment: 'branch:a', cluster: ids.secondStandardCluster };
const GONE = { environment: 'branch:gone', idleHours: 30 };

const WORKS: readonly Work[] = [
  { name: 'ensure, Standard', world: standard, inputs: A, code: 'cloud-unavailable' },
  {
    name: 'ensure by name',
    world: standard,
    inputs: { ...A, cluster: ids.standardName },
    code: 'cloud-unavailable',
  },
  {
    name: 'ensure, Advanced, with a trusted owner',
    world: advanced,
    inputs: { ...A, cluster: ids.advancedCluster, 'trusted-owners': ids.otherAccount },
    code: 'cloud-unavailable',
    spares: /^GET .*trusted-owners\/ID$/,
  },
  {
    name: 'verify',
    world: standard,
    before: (box) => sharedPath(box, [A]),
    inputs: { operation: 'verify', ...A },
    code: 'could-not-check',
  },
  {
    name: 'delete',
    world: standard,
    before: (box) => sharedPath(box, [A, onSecond]),
    inputs: { operation: 'delete', cluster: '', ...A },
    code: 'cloud-unavailable',
  },
  {
    name: 'delete by name',
    world: standard,
    before: (box) => sharedPath(box, [A]),
    inputs: { operation: 'delete', ...A, cluster: ids.standardName },
    code: 'cloud-unavailable',
  },
  {
    name: 'delete of an endpoint that is named',
    world: standard,
    before: (box) => {
      const { endpoint } = sharedPath(box, []);
      box.world.setTags(endpoint.id, Object.fromEntries(Object.keys(endpoint.tags).map((key) => [key, null])));
      box.world.connect(ids.standardCluster, endpoint.id);
      box.world.setConnectionStatus(ids.standardCluster, endpoint.id, 'AVAILABLE');
    },
    inputs: { operation: 'delete', 'vpc-id': '', 'endpoint-id': 'the endpoint' },
    code: 'cloud-unavailable',
  },
  {
    name: 'delete of trusted owners',
    world: advanced,
    before: (box) => void box.world.addTrustedOwner(ids.advancedCluster, ids.otherAccount),
    inputs: {
      ...{ operation: 'delete', cluster: ids.advancedCluster, 'vpc-id': '' },
      ...{ 'trusted-owners': ids.otherAccount, 'trusted-owners-mode': 'add' },
    },
    code: 'cloud-unavailable',
  },
  {
    name: 'sweep',
    world: standard,
    before: (box) => sharedPath(box, [GONE]),
    inputs: { operation: 'sweep', cluster: '', 'vpc-id': '' },
    code: 'sweep-incomplete',
  },
];

const answer = (status: number, type: string, body: string): PlainAnswer => ({
  status,
  headers: type === '' ? {} : { 'Content-Type': type },
  body,
});
const HTML = '<html><body>Not Found</body></html>';
/** Answers of something between the runner and the API. */
const FOREIGN: Readonly<Record<string, PlainAnswer>> = {
  'HTML 404': answer(404, 'text/html; charset=utf-8', HTML),
  'empty 404': answer(404, '', ''),
  '404 with JSON of another shape': answer(404, 'application/json', '{"error":"not_found","path":"/"}'),
  '404 with JSON whose code is text': answer(404, 'application/json', '{"code":"NoSuchRoute","message":"no"}'),
  '404 with JSON whose code is the status': answer(404, 'application/json', '{"code":404,"message":"no route"}'),
  '403 with JSON whose code is the status': answer(403, 'application/json', '{"code":403,"message":"blocked"}'),
  '409 with a message alone': answer(409, 'application/json', '{"message":"conflict"}'),
  'HTML 401': answer(401, 'text/html', HTML),
  'HTML 403': answer(403, 'text/html', HTML),
  'HTML 407': answer(407, 'text/html', HTML),
  'HTML 409': answer(409, 'text/html', HTML),
  'HTML 400': answer(400, 'text/html', HTML),
};
/** The same with a status that claims success; a read that gets one has seen nothing. */
const FOREIGN_READS: Readonly<Record<string, PlainAnswer>> = {
  '200 with JSON of another shape': answer(200, 'application/json', '{"status":"ok"}'),
  '200 with a list': answer(200, 'application/json', '[]'),
  '200 with a page to sign in on': answer(200, 'text/html', HTML),
  '200 with null': answer(200, 'application/json', 'null'),
};

const nameOf = ({ action }: LoggedRequest) =>
  action.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID').replace(/vpce-0[0-9a-f]{16}/, 'ENDPOINT');

function play(box: Sandbox, { before, inputs }: Work): Promise<RunResult> {
  before?.(box);
  const given = { ...inputs };
  if (given['endpoint-id'] !== undefined) given['endpoint-id'] = box.world.endpoints()[0]?.id ?? '';
  return run(box, given, { env: SHORT });
}

/** Every kind of request that the undisturbed run makes at the Cloud API. */
function requestsOf(work: Work): Promise<LoggedRequest[]> {
  return inMemory(work.world(), async (box) => {
    const { requests } = await play(box, work);
    return [...new Map(requests.filter((one) => one.service === 'cloud').map((one) => [nameOf(one), one])).values()];
  });
}

/** One kind of request is answered so from its first time on; what the run did after the first of these answers. */
function disturbed(work: Work, request: string, given: PlainAnswer) {
  return inMemory(work.world(), async (box) => {
    let first: LoggedRequest | undefined;
    box.faults.add({
      match: (one) => {
        if (one.service !== 'cloud' || nameOf(one) !== request) return false;
        first ??= one;
        return true;
      },
      kind: 'rewrite',
      rewrite: () => given,
      times: Number.POSITIVE_INFINITY,
    });
    const result = await play(box, work);
    const answeredAt = (first?.at ?? Number.POSITIVE_INFINITY) + box.settings.latencyMs;
    const later = result.requests.filter((one) => one.mutating && one.at >= answeredAt && one.service !== 'github');
    const own = `leaving/`;
    const writes = later.filter(
      (one) => !(one.action === 'DeleteTags' && (one.params['Tag.1.Key'] ?? '').includes(own)),
    );
    return { result, first, writes: writes.map(nameOf) };
  });
}

describe.each(WORKS)('$name: an answer that is not the API’s', (work) => {
  it('is followed by no write, and named with status, content and host', async () => {
    // The CA certificate decides nothing: usable-connection.test.ts.
    const requests = (await requestsOf(work)).filter(({ action }) => !action.endsWith('/cert'));
    expect(requests.length).toBeGreaterThanOrEqual(work.name.includes('sweep') ? 2 : 3);
    const seen: unknown[] = [];
    const expected: unknown[] = [];
    for (const [index, request] of requests.entries()) {
      const all = Object.entries({ ...FOREIGN, ...(request.mutating ? {} : FOREIGN_READS) });
      for (const [kind, given] of atPlaces(all, 0, 1 + (index % (all.length - 1)))) {
        const what = `${nameOf(request)}: ${kind}`;
        const { result, first, writes } = await disturbed(work, nameOf(request), given);
        const text = [result.log, ...result.annotations.map(({ message }) => message)].join('\n');
        seen.push({
          ...{ what, asked: first !== undefined, writes, exit: result.exitCode, code: result.outputs['error-code'] },
          named: text.includes(`cockroachlabs.cloud answered HTTP ${given.status} with `),
        });
        const spared = work.spares?.test(nameOf(request)) === true;
        const ending = spared ? { exit: 0, code: '', named: false } : { exit: 1, code: work.code, named: true };
        expected.push({ what, asked: true, writes: [], ...ending });
      }
    }
    expect(seen.length).toBeGreaterThanOrEqual(2 * requests.length);
    expect(seen).toEqual(expected);
  });
});

describe('the API’s own 404', () => {
  const own = (message: string) => answer(404, 'application/json', JSON.stringify({ code: 5, message, details: [] }));
  const onNetworking = (box: Sandbox) =>
    box.faults.add({
      match: ({ action }) => /networking\/private-endpoint-(services|connections)$/.test(action),
      ...{ kind: 'rewrite', rewrite: () => own('cluster not found'), times: Number.POSITIVE_INFINITY },
    });

  behaviour('of a networking call is no proof for verify that the cluster is gone', standard(), async (box) => {
    sharedPath(box, [A]);
    onNetworking(box);
    const result = await run(box, { operation: 'verify', 'drift-issue': 'true', ...A });
    expect([result.exitCode, result.outputs['error-code'], result.outputs['drift-count']]).toEqual([
      1,
      'could-not-check',
      '0',
    ]);
    expect(result.requests.filter((one) => one.mutating)).toEqual([]);
  });

  behaviour('of a networking call keeps an orphan from sweep', standard(), async (box) => {
    sharedPath(box, [{ environment: 'staging', idleHours: 99 }]);
    onNetworking(box);
    const result = await run(box, { operation: 'sweep', cluster: '', 'vpc-id': '' }, { env: SHORT });
    expect(result.requests.filter((one) => one.mutating)).toEqual([]);
    expect(result.outputs['status']).toBe('absent');
  });

  behaviour(
    'of the cluster lets delete of an own claim go on, which says what it did not see',
    standard(),
    async (box) => {
      const { endpoint } = sharedPath(box, [A]);
      box.faults.add({
        match: ({ action }) => action.startsWith('GET /api/v1/clusters/'),
        ...{ kind: 'rewrite', rewrite: () => own('cluster not found'), times: Number.POSITIVE_INFINITY },
      });
      const result = await run(box, { operation: 'delete', cluster: '', ...A }, { env: SHORT });
      expect(result.exitCode, result.log).toBe(0);
      expect(result.log).toMatch(/is not visible to this API key .*its connections were not checked/);
      expect(box.world.endpoints((one) => one.id === endpoint.id && one.state === 'available')).toEqual([]);
    },
  );

  it.each([
    { listing: 'lacks it and is not empty', gone: true, lists: 'others' },
    { listing: 'is empty', gone: false, lists: 'nothing' },
    { listing: 'has it', gone: false, lists: 'all' },
  ] as const)('of the cluster, whose list $listing: gone is $gone for sweep and verify', async ({ gone, lists }) => {
    await inMemory(standard(), async (box) => {
      const { endpoint } = sharedPath(box, [{ environment: 'staging', idleHours: 99 }]);
      box.world.setTags(endpoint.id, madeHoursAgo(box, 99));
      box.faults.add({
        match: ({ action }) => action.startsWith(`GET /api/v1/clusters/${ids.standardCluster}`),
        ...{ kind: 'rewrite', rewrite: () => own('cluster not found'), times: Number.POSITIVE_INFINITY },
      });
      box.faults.add({
        match: ({ action }) => action === 'GET /api/v1/clusters',
        kind: 'rewrite',
        rewrite: ({ body }) => ({ body: lists === 'all' ? body : withoutCluster(body, lists) }),
        times: Number.POSITIVE_INFINITY,
      });
      const verified = await run(box, { operation: 'verify', environment: 'staging' });
      expect(verified.outputs['error-code']).toBe(gone ? 'drift' : 'could-not-check');
      const swept = await run(box, { operation: 'sweep', cluster: '', 'vpc-id': '' }, { env: SHORT });
      expect(swept.outputs['status'], swept.log).toBe(gone ? 'deleted' : 'absent');
    });
  });
});

/** The list of clusters without the one that is looked for, or without any. */
function withoutCluster(body: string, lists: 'others' | 'nothing'): string {
  const page = JSON.parse(body) as { clusters: { id: string }[] };
  const clusters = page.clusters.filter((one) => lists === 'others' && one.id !== ids.standardCluster);
  return JSON.stringify({ ...page, clusters });
}

describe('cockroach-api-url', () => {
  it.each([
    { url: 'https://cockroachlabs.cloud/api/v1', path: '/api/v1/clusters' },
    { url: 'https://cockroachlabs.cloud/api/v1/', path: '/api/v1/clusters' },
    { url: 'https://proxy.example.com/crdb', path: '/crdb/api/v1/clusters' },
    { url: 'https://proxy.example.com/crdb/api/v1', path: '/crdb/api/v1/clusters' },
  ])('$url asks for $path', async ({ url, path }) => {
    await inMemory(standard(), async (box) => {
      const { requests } = await run(box, { 'cockroach-api-url': url, cluster: ids.standardName, 'dry-run': 'true' });
      expect(requests.filter((one) => one.service === 'cloud')[0]?.action).toBe(`GET ${path}`);
    });
  });
});
