import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type EarlierSteps, runSteps, type Step } from '../harness/job-runner.ts';

const workflow = parse(readFileSync(new URL('../../.github/workflows/ci.yml', import.meta.url), 'utf8')) as {
  jobs: { sandbox: { permissions: object; steps: Step[] } };
};

describe('the job of CI that runs the action against the sandbox', () => {
  const { permissions, steps } = workflow.jobs.sandbox;

  it('has no right to an OIDC token, which would take the place of that of the sandbox', () => {
    expect(permissions).toEqual({ contents: 'read' });
  });

  it('ends well, and its sandbox is gone afterwards', async () => {
    const results = await runSteps(steps);
    const told = Object.fromEntries(results.map(({ name, exitCode }) => [name, exitCode]));
    expect(told, results.map(({ log }) => log).join('\n')).toEqual({
      'Start the sandbox': 0,
      'First run': 0,
      'Second run': 0,
      Check: 0,
      'A run that has to fail': 1,
      'Compare what came out': 0,
      'Stop the sandbox': 0,
    });
    const pid = Number(/process (\d+)/.exec(results[0]?.log ?? '')?.[1]);
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
  });

  const compared: EarlierSteps = {
    first: {
      outcome: 'success',
      outputs: { status: 'available', changed: 'true', created: 'true', connections: '[1]' },
    },
    second: { outcome: 'success', outputs: { status: 'available', changed: 'false', connections: '[1]' } },
    verify: { outcome: 'success', outputs: { 'drift-count': '0' } },
    wrong: { outcome: 'failure', outputs: { 'error-code': 'cluster-not-found' } },
  };
  const compare = async (changes: EarlierSteps) => {
    const step = steps.filter(({ name }) => name === 'Compare what came out');
    const results = await runSteps(step, { earlier: { ...compared, ...changes } });
    return results.map(({ exitCode }) => exitCode);
  };

  it.each([
    ['nothing', {}, 0],
    ['a second run that changed something', { second: changed('second', { changed: 'true' }) }, 1],
    ['another connection', { second: changed('second', { connections: '[2]' }) }, 1],
    ['drift', { verify: changed('verify', { 'drift-count': '1' }) }, 1],
    ['another error', { wrong: changed('wrong', { 'error-code': 'aws-denied' }) }, 1],
  ] as const)('with %s wrong, the comparison ends as it should', async (_, changes, exitCode) => {
    expect(await compare(changes)).toEqual([exitCode]);
  });

  function changed(id: string, outputs: Record<string, string>): EarlierSteps[string] {
    const step = compared[id];
    if (step === undefined) throw new Error(`there is no step ${id}`);
    return { ...step, outputs: { ...step.outputs, ...outputs } };
  }
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
