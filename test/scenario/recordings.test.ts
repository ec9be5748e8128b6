import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRecording } from '../../scripts/recording/check.ts';
import { readRecordingText } from '../../scripts/recording/read.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { SHORT, sharedPath } from '../support/departures.ts';
import { errorsOf, expectFailure, expectSuccess, warningsOf } from '../support/expectations.ts';
import { inMemory } from '../support/in-memory.ts';
import { advanced, expectNothingLeft, standard } from '../support/paths.ts';
import { sandboxFor, scenario } from '../support/processes.ts';
import { expectEnd, expectEveryRequest, namesOfWorld, type RecordedRun, recordedRun } from '../support/recordings.ts';
import { run } from '../support/run.ts';
import { buildPath } from '../support/verify.ts';

const whole = (one: RecordedRun) => {
  expectEveryRequest(one);
  expectEnd(one);
};
const calls = ({ recording }: RecordedRun) => recording.exchanges.map(({ call }) => call);
const STEPS = ['create-group', 'authorize-ingress', 'create-endpoint', 'connect', 'set-private-dns'];

describe('the recording of a run', () => {
  scenario(
    'that makes a connection to a Standard cluster, and of the next one, which finds it',
    standard(),
    async (box) => {
      const first = await recordedRun(box);
      expectSuccess(first.result);
      whole(first);
      expect(first.recording.end?.steps).toEqual(STEPS);
      expect(first.recording.exchanges.some(({ waits = [] }) => waits.includes('endpoint'))).toBe(true);
      const second = await recordedRun(box);
      whole(second);
      expect(second.recording.end?.steps).toEqual([]);
      expect(second.recording.exchanges).toHaveLength(11);
      // The key of the stand-ins is thrown away: the same VPC is another one in the next recording.
      const vpc = ({ recording }: RecordedRun) => recording.head.inputs?.['vpc-id'];
      expect(vpc(first)).toMatch(/^vpc-0fade[0-9a-f]{12}$/);
      expect(vpc(first)).not.toBe(vpc(second));
    },
  );

  scenario('that makes one to an Advanced cluster', advanced(), async (box) => {
    const one = await recordedRun(box, { cluster: ids.advancedName });
    expectSuccess(one.result);
    whole(one);
    expect(one.recording.end?.steps).toEqual(expect.arrayContaining(['create-endpoint', 'connect']));
    expect(one.recording.head.inputs?.['cluster']).toEqual([expect.stringMatching(/^cluster-fade[0-9a-f]{8}$/)]);
  });

  scenario('with wrong inputs has its first line and its last', standard(), async (box) => {
    const one = await recordedRun(box, { 'vpc-id': 'acme-vpc', 'subnet-ids': 'zzyx' });
    expectFailure(one.result, 'input-invalid');
    whole(one);
    expect(one.recording.exchanges).toEqual([]);
    expect(one.recording.head.inputs).toMatchObject({ 'vpc-id': '[4]-vpc', 'subnet-ids': ['[4]'] });
  });

  scenario('that AWS denies keeps the words of the refusal', standard(), async (box) => {
    const message = `You are not authorized to perform this operation. User: arn:aws:sts::${ids.account}:assumed-role/privatelink-deployer/jo is not authorized to perform: ec2:CreateVpcEndpoint on resource: arn:aws:ec2:us-east-1:${ids.account}:vpc/${ids.vpc} because no identity-based policy allows the action. Encoded authorization failure message: ${'x7Qz'.repeat(60)}`;
    box.faults.add({
      match: { action: 'CreateVpcEndpoint' },
      kind: 'status',
      status: 403,
      code: 'UnauthorizedOperation',
      message,
    });
    const one = await recordedRun(box);
    expectFailure(one.result, 'aws-denied');
    whole(one);
    const refused = one.recording.exchanges.find(({ status }) => status === 403);
    expect(JSON.stringify(refused?.body)).toMatch(
      /You are not authorized to perform this operation\. User: arn:aws:sts::0000\d{8}:assumed-role\/role-fade\w{8}\/\S+ is not authorized to perform: ec2:CreateVpcEndpoint on resource: arn:aws:ec2:us-east-1:0000\d{8}:vpc\/vpc-0fade\w{12} because no identity-based policy allows the action\. Encoded authorization failure message: \[240\]/,
    );
  });

  scenario('that the Cloud refuses keeps the words of the refusal', standard(), async (box) => {
    const message = `the cluster ${ids.standardName} of acme is not allowed to be changed`;
    box.faults.add({ match: { service: 'cloud', mutating: true }, kind: 'status', status: 403, message, times: 9 });
    const one = await recordedRun(box);
    expect(one.result.exitCode).toBe(1);
    whole(one);
    const refused = one.recording.exchanges.find(({ status, service }) => status === 403 && service === 'cloud');
    expect(JSON.stringify(refused?.body)).toMatch(/the cluster \S*fade\S* of \S+ is not allowed to be changed/);
  });

  scenario('that is killed has whole lines and no last one', standard(), async (box) => {
    const one = await recordedRun(box, {}, { killAtRequest: { n: 3, when: 'after', mutatingOnly: true } });
    expect(one.result.signal).toBe('SIGKILL');
    expect([one.recording.end, one.recording.cut]).toEqual([undefined, '']);
    expect(one.recording.exchanges.length).toBeGreaterThan(10);
    // All that was answered is there; the request at which it was killed is not.
    const answered = one.result.requests.filter(({ status }) => status !== 0);
    expect(calls(one)).toContain('AuthorizeSecurityGroupIngress');
    expect(calls(one)).not.toContain('CreateVpcEndpoint');
    expect(one.recording.exchanges.length).toBeGreaterThanOrEqual(answered.length - 2);
  });

  scenario('that is throttled has every try', standard(), async (box) => {
    box.faults.add({ match: { action: 'CreateVpcEndpoint' }, kind: 'throttle', times: 2 });
    box.faults.add({ match: { service: 'cloud', mutating: true }, kind: 'throttle', times: 1, retryAfter: 3 });
    const one = await recordedRun(box);
    expectSuccess(one.result);
    whole(one);
    const tries = one.recording.exchanges
      .filter(({ call }) => call === 'CreateVpcEndpoint')
      .map(({ status }) => status);
    expect(tries).toEqual([503, 503, 200]);
    expect(one.recording.exchanges.map(({ headers }) => headers?.['retry-after']).filter(Boolean)).toEqual(['3']);
  });

  scenario('with hostile answers holds nothing of them', standard(), async (box) => {
    const rewrite = (body: string, headers = {}) => ({ kind: 'rewrite' as const, rewrite: () => ({ body, headers }) });
    box.faults.add({ match: { action: 'DescribeVpcs' }, kind: 'html', status: 502 });
    box.faults.add({
      match: { action: 'DescribeSubnets' },
      ...rewrite(`<html>${ids.apiKey} ${'acme '.repeat(400_000)}</html>`, { 'content-type': 'text/html; acme' }),
    });
    box.faults.add({
      match: { service: 'cloud', action: /endpoint-connections$/ },
      ...rewrite(
        JSON.stringify({ connections: [], [ids.apiKey]: { acme: ids.apiKey }, note: 'shop '.repeat(400_000) }),
      ),
    });
    box.faults.add({ match: { service: 'cloud', action: /endpoint-services$/ }, kind: 'truncated' });
    const one = await recordedRun(box, { 'timeout-seconds': '120' });
    expect(one.result.exitCode).not.toBeNull();
    expectEnd(one);
    expect(one.text.length).toBeLessThan(200_000);
    const shown = one.recording.exchanges.map(({ call, status, error, body }) => ({ call, status, error, body }));
    // The SDK takes no page for an answer, and nobody reads its body.
    expect(shown).toContainEqual({ call: 'DescribeSubnets', status: 200, error: undefined, body: undefined });
    expect(JSON.stringify(shown)).toContain('"string(2000000)"');
    expect(shown.filter(({ error }) => error !== undefined).length).toBeGreaterThan(0);
  });

  scenario('of verify has what it read and wrote at GitHub', standard(), async (box) => {
    const path = buildPath(box);
    box.world.setPrivateDns(path.endpoint, false);
    const payload = { pull_request: { number: 7, head: { repo: { full_name: ids.repository } } } };
    const one = await recordedRun(
      box,
      { operation: 'verify', 'drift-issue': 'true', comment: 'true' },
      { event: { name: 'pull_request', payload } },
    );
    expectFailure(one.result, 'drift');
    whole(one);
    expect(calls(one)).toEqual(
      expect.arrayContaining([
        'POST /repos/{owner}/{repo}/issues',
        'GET /repos/{owner}/{repo}/issues/{number}/comments',
      ]),
    );
    const [issue] = one.recording.exchanges.filter(({ call }) => call === 'POST /repos/{owner}/{repo}/issues');
    // Their texts are the action's own words about this connection: their length says enough.
    expect(issue?.params?.['body']).toMatchObject({
      title: expect.stringMatching(/^string\(\d+\)$/),
      body: expect.stringMatching(/^string\(\d+\)$/),
    });
    expect(one.recording.end?.outputs['drift']).toContainEqual(
      expect.objectContaining({ check: 'private-dns-off', severity: 'error' }),
    );
  });

  scenario('of delete', standard(), async (box) => {
    expectSuccess(await run(box, { environment: 'branch:zorkmid' }, { env: SHORT }));
    const one = await recordedRun(
      box,
      { operation: 'delete', cluster: '', environment: 'branch:zorkmid' },
      { env: SHORT },
    );
    expectSuccess(one.result);
    expectNothingLeft(box, ids.standardCluster);
    whole(one);
    expect(one.recording.end?.steps.length).toBeGreaterThan(3);
    expect(one.text).not.toContain('zorkmid');
  });

  scenario('of sweep', standard(), async (box) => {
    sharedPath(box, [
      { environment: 'branch:gone', idleHours: 300 },
      { environment: 'branch:main', idleHours: 300 },
    ]);
    const one = await recordedRun(box, { operation: 'sweep', cluster: '', 'vpc-id': '' }, { env: SHORT });
    expectSuccess(one.result);
    whole(one);
    expect(calls(one)).toEqual(expect.arrayContaining(['DescribeVpcEndpoints', 'DeleteTags']));
    expect(one.text).not.toContain('branch:gone');
  });

  it('with an answer that does not end has its failure', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
    try {
      await inMemory(standard(), async (box) => {
        box.faults.add({ match: { service: 'github' }, kind: 'wire', wire: 'endless', times: 99 });
        const inputs = { environment: 'pr:7', comment: 'true', record: join(folder, 'run.jsonl') };
        const result = await run(box, inputs, { env: { RUNNER_TEMP: folder } });
        const recording = readRecordingText(readFileSync(join(folder, 'run.jsonl'), 'utf8'), 'it');
        expect(checkRecording(recording, namesOfWorld(box))).toEqual([]);
        expect(
          recording.exchanges.filter(({ service, error }) => service === 'github' && error !== undefined),
        ).not.toEqual([]);
        expect(recording.end?.exit).toBe(result.exitCode);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** What a run asked, without what is random in it. */
const asked = (requests: RecordedRun['result']['requests']) =>
  requests.map(({ service, action }) => `${service} ${action}`).toSorted();

describe('a run with a recording', () => {
  it('asks the same and ends the same as without', { timeout: 120_000 }, async () => {
    const [one, other] = await Promise.all([sandboxFor(standard()), sandboxFor(standard())]);
    const first = async (box: Sandbox, recorded: boolean) => {
      const result = recorded ? (await recordedRun(box, { wait: 'false' })).result : await run(box, { wait: 'false' });
      return {
        asked: asked(result.requests),
        outputs: { ...result.outputs, 'summary-markdown': '' },
        exit: result.exitCode,
      };
    };
    expect(await first(one, true)).toEqual(await first(other, false));
  });

  it('goes on where the disk is full, and says so', { timeout: 60_000 }, async () => {
    const box = await sandboxFor(standard());
    // The limit of a process stands for a full disk: the write fails in the middle of the recording.
    const preload = `data:text/javascript,${encodeURIComponent("import fs from 'node:fs';import{syncBuiltinESMExports as s}from'node:module';const w=fs.writeSync;let n=0;fs.writeSync=(f,b,...r)=>{if(Buffer.isBuffer(b)&&b.length>20&&b[0]===123&&++n>3)throw Object.assign(new Error('ENOSPC: no space left on device, write'),{code:'ENOSPC'});return w(f,b,...r)};s();")}`;
    const one = await recordedRun(box, {}, { nodeArgs: [`--import=${preload}`] });
    expectSuccess(one.result);
    expect(one.recording.lines).toHaveLength(3);
    const warning = warningsOf(one.result).find(({ title }) => title.endsWith('record'));
    expect(warning?.message).toMatch(/^The recording is not complete[\s\S]*ENOSPC/);
  });

  it('is refused a place elsewhere, with all other mistakes and before any request', { timeout: 60_000 }, async () => {
    const box = await sandboxFor(standard());
    const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
    symlinkSync('/etc', join(folder, 'etc'));
    try {
      for (const [record, why] of [
        ['/etc/run.jsonl', 'neither in the workspace nor in RUNNER_TEMP'],
        [join(folder, 'etc', 'run.jsonl'), 'neither in the workspace nor in RUNNER_TEMP'],
        [join(folder, 'none', 'run.jsonl'), 'its folder does not exist'],
      ]) {
        const result = await run(box, { record: record ?? '', 'vpc-id': 'wrong' }, { env: { RUNNER_TEMP: folder } });
        expectFailure(result, 'input-invalid', `record: no recording can be made there: `, why ?? '', 'vpc-id');
        expect(result.requests).toEqual([]);
        expect(errorsOf(result).length).toBeGreaterThan(1);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
