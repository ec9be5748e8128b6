import { describe, expect, it } from 'vitest';
import type { PlainAnswer } from '../sandbox/faults.ts';
import { advancedWorld, ids, standardWorld } from '../sandbox/index.ts';
import { expectFailure, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { mutations, run } from '../support/run.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const escapedBy = (text: string, spell: (code: string) => string) =>
  text.replace(/./gs, (one) => spell(one.charCodeAt(0).toString(16)));

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
    const named = await run(sandbox);
    expectFailure(named, 'secret-in-output', /^Output connections would show a secret \(cockroach-api-key\)/);
    expect(named.log).toContain('Cluster named ***');
    expect(named.outputs['connections']).toBe('[]');
    expect(mutations(named)).toEqual([]);
  });

  // An API or a proxy repeats what it was sent, and its error gets into log, annotation, summary, outputs and comment.
  it.each<[how: string, spelled: (key: string) => string]>([
    ['in Base64, alone', (key) => base64(key)],
    ['in Base64, as a header sends it', (key) => base64(`Bearer ${key}`)],
    ['in Base64, with a user before it', (key) => base64(`user:${key}`)],
    ['in Base64, with a user of two letters before it', (key) => base64(`me:${key}\n`)],
    ['in Base64 of URLs', (key) => Buffer.from(`a?${key}`).toString('base64url')],
    ['in hexadecimal', (key) => Buffer.from(key).toString('hex')],
    ['in hexadecimal with capitals', (key) => Buffer.from(key).toString('hex').toUpperCase()],
    ['as \\u for each character', (key) => escapedBy(key, (code) => `\\u00${code}`)],
    ['percent-encoded', (key) => escapedBy(key, (code) => `%${code}`)],
    ['cut at its end', (key) => key.slice(0, 12)],
    ['cut at its beginning', (key) => key.slice(-20)],
    ['cut by the limit of a quotation', (key) => `${'x'.repeat(285)} ${key}`],
  ])('do not come out %s', async (_how, spelled) => {
    const options = standardWorld();
    options.world?.pulls.push({ number: 41, state: 'open', head: 'feature' });
    const sandbox = await memoryFor(options);
    const message = `said ${spelled(ids.apiKey)}`;
    const match = { service: 'cloud', action: /services$/ } as const;
    sandbox.faults.add({ match, kind: 'status', status: 400, message, times: 9 });
    const event = { name: 'pull_request', payload: { pull_request: { number: 41 } } };
    const result = await run(sandbox, { comment: 'true' }, { event, env: { RUNNER_DEBUG: '1' } });
    expectFailure(result, 'cloud-refused', /said (x{285} )?\S*\*\*\*/);
    const [comment] = sandbox.world.comments.values();
    for (const text of [result.summary, result.outputs['summary-markdown'], comment?.body]) {
      expect(text?.replaceAll('\\', '')).toMatch(/said (x{285} )?\S*\*\*\*/);
    }
    // Longer pieces, in any spelling, are looked for in every run.
    const shown = [result.stdout.replace(/^::add-mask::.*$/gm, ''), result.summary, comment?.body].join('\n');
    expect(shown).not.toMatch(/CCDB1|9abcdef/);
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
