import { describe, expect, it } from 'vitest';
import type { PlainAnswer } from '../sandbox/faults.ts';
import { advancedWorld, ids, standardWorld } from '../sandbox/index.ts';
import { expectFailure, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { run } from '../support/run.ts';

describe('secrets', () => {
  it.each(['standard', 'advanced'])('never come out of a first run, not even with debug logging (%s)', async (plan) => {
    const standard = plan === 'standard';
    const sandbox = await memoryFor(standard ? standardWorld() : advancedWorld());
    const cluster = standard ? ids.standardCluster : ids.advancedCluster;
    const result = await run(sandbox, { cluster }, { env: { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' } });
    expectSuccess(result);
    expect(result.annotations.filter(({ level }) => level === 'debug').length).toBeGreaterThan(10);
    expect(sandbox.secrets().length).toBeGreaterThanOrEqual(7);
    expect(result.masks).toContain(ids.apiKey);
    expect([result.state, result.exportedEnv]).toEqual([{}, {}]);
  });

  it('never come out of a run that fails at each side, with debug logging', async () => {
    for (const service of ['sts', 'ec2', 'cloud'] as const) {
      const sandbox = await memoryFor(standardWorld());
      sandbox.faults.add({ match: { service }, kind: 'status', status: 400, code: 'Strange', message: 'no', times: 9 });
      const result = await run(sandbox, {}, { env: { RUNNER_DEBUG: '1' } });
      expectFailure(result, service === 'cloud' ? 'cloud-refused' : 'aws-refused', /no/);
    }
  });

  it('do not come out when the API repeats the key in its refusal', async () => {
    const sandbox = await memoryFor(standardWorld());
    const message = `bad header: Bearer ${ids.apiKey}`;
    sandbox.faults.add({ match: { service: 'cloud' }, kind: 'status', status: 400, message, times: 9 });
    const result = await run(sandbox);
    expect(result.outputs['error-code']).toBe('cloud-refused');
    expect(result.log).toContain('bad header');
    // The runner stars masked values out of the log; nothing does so for outputs and the summary, where Markdown
    // escapes the underscores of the key and so only seems to hide it.
    const shown = [result.log, result.summary, ...Object.values(result.outputs)].join('\n').replaceAll('\\', '');
    expect(shown).not.toContain(ids.apiKey);
  });

  it('do not come out where an answer repeats them, whole, cut off or in a name', async () => {
    const sandbox = await memoryFor(standardWorld());
    const { faults } = sandbox;
    // What this run was given; the other keys of this world it does not know.
    const others: string[] = [ids.readOnlyApiKey, ids.secretAccessKey, ids.otherSecretAccessKey];
    const own = () => sandbox.secrets().filter((secret) => !others.includes(secret));
    // As STS does in the canonical string of SignatureDoesNotMatch; EC2 may do so too.
    const repeating = (answer: PlainAnswer) => ({
      status: 403,
      body: answer.body.replace(
        /<Message>.*<\/Message>/s,
        `<Message>${'x'.repeat(250)} x-amz-security-token:${own().join(' ')}</Message>`,
      ),
    });
    const match = { action: 'DescribeSubnets' };
    faults.add({ match, kind: 'status', status: 403, code: 'SignatureDoesNotMatch', message: 'no', times: 9 });
    faults.add({ match, kind: 'rewrite', rewrite: repeating, times: 9 });
    const refused = await run(sandbox);
    expectFailure(refused, 'aws-credentials-invalid', /x-amz-security-token:/);

    faults.clear();
    const cut = `${'x'.repeat(280)} ${ids.apiKey}`;
    faults.add({ match: { service: 'cloud' }, kind: 'status', status: 400, message: cut, times: 9 });
    expectFailure(await run(sandbox), 'cloud-refused', /xxx/);

    faults.clear();
    sandbox.world.changeCluster(ids.standardCluster, { name: `named ${ids.apiKey}` });
    const named = await run(sandbox, { 'dry-run': 'true' });
    expectSuccess(named);
    expect(named.outputs['connections']).toContain('named ***');
  });

  it('are masked before anything else is printed', async () => {
    const sandbox = await memoryFor(standardWorld());
    const result = await run(sandbox, { 'dry-run': 'true' });
    expect(result.stdout.split('\n')[0]).toBe(`::add-mask::${ids.apiKey}`);
  });
});

describe('a key', () => {
  it('that CockroachDB Cloud does not know is an error that does not show it', async () => {
    const sandbox = await memoryFor(standardWorld());
    const key = 'CCDB1_nobodysKeyId_nobodysSecret0123456789';
    sandbox.world.secrets.add(key);
    const result = await run(sandbox, { 'cockroach-api-key': key });
    expectFailure(result, 'cloud-key-rejected', /cockroach-api-key/);
    expect(sandbox.mutations()).toEqual([]);
  });

  it('comes from COCKROACH_API_KEY where the input is empty', async () => {
    const sandbox = await memoryFor(standardWorld());
    const env = { COCKROACH_API_KEY: ids.apiKey };
    const result = await run(sandbox, { 'cockroach-api-key': '', 'dry-run': 'true' }, { env });
    expectSuccess(result);
    expect(result.masks).toContain(ids.apiKey);
  });
});
