import { describe, expect, it } from 'vitest';
import type { RunResult } from '../harness/step.ts';
import { ids, type MemorySandbox, standardWorld } from '../sandbox/index.ts';
import { standardRegion } from '../sandbox/worlds.ts';
import { errorsOf, expectFailure, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { mutations, plannedSteps, run } from '../support/run.ts';
import { type Given, type Outcome, PLACES, PLAUSIBLE, type Place, WORDS } from './secret-words.ts';

const number = 41;
const event = {
  name: 'pull_request',
  payload: { pull_request: { number, head: { repo: { full_name: 'acme/shop' } } } },
};
/** A plan with words in it: the rule for the VPC goes, one for this block comes. */
const INPUTS = { comment: 'true', 'dry-run': 'true', 'allowed-cidrs': '10.99.0.0/16' };
/** Outputs of words for people; all others are for machines. */
const WORDED = ['summary-markdown', 'plan'];

/** A finished connection whose host may hold the secret. */
async function worldOf(word: string): Promise<MemorySandbox> {
  const options = standardWorld();
  options.world?.pulls.push({ number, state: 'open', head: 'feature' });
  const box = await memoryFor(options);
  expectSuccess(await run(box));
  const internalDns =
    word === PLAUSIBLE ? `internal-${word}.aws-us-east-1.cockroachlabs.cloud` : standardRegion().internalDns;
  box.world.changeCluster(ids.standardCluster, { regions: [{ ...standardRegion(), internalDns }] });
  return box;
}

const forMachines = ({ outputs }: RunResult) =>
  Object.fromEntries(Object.entries(outputs).filter(([name]) => !WORDED.includes(name)));
const idsOfPlan = (result: RunResult) => plannedSteps(result).map(({ id, bookkeeping }) => ({ id, bookkeeping }));
const wordsOfPlan = (result: RunResult) => plannedSteps(result).map(({ step, after }) => `${step} ${after}`);
/** The comment except for what differs by run: the run with its time, the hash of both, and its times. */
function commentOf(box: MemorySandbox): string {
  const body = [...box.world.comments.values()].find(({ issue }) => issue === number)?.body ?? '';
  return body
    .replace(/cockroachdb-privatelink:section:v1:\S+/, '')
    .replace(/<sub>Written by .*<\/sub>/, '')
    .replace(/\n*<details><summary>Time: .*?<\/details>/s, '');
}

describe.each(WORDS)('the word "$word" ($why)', ({ word, cells }) => {
  it('is hidden where it can be a secret, and changes nothing where it cannot', { timeout: 60_000 }, async () => {
    const box = await worldOf(word);
    const without = await run(box, INPUTS, { event });
    expectSuccess(without);
    expect(wordsOfPlan(without).join()).toContain('10.99.0.0/16');
    const body = commentOf(box);
    for (const { place, outcome } of cells) {
      const given: Given = PLACES[place](word, box);
      if (outcome === '!') box.world.secrets.add(word);
      // A comment keeps the text of other runs, such as those without the word.
      if (outcome === '*') box.world.comments.clear();
      const result = await run(box, { ...INPUTS, ...given.inputs }, { event, env: given.env ?? {} });
      expectOutcome(result, { without, word, place, outcome });
      if (outcome === '=') expect(commentOf(box), place).toBe(body);
      // Shorter words stand in the marker and the link of every comment.
      if (outcome === '*' && word.length >= 4) expect(commentOf(box)).not.toContain(word);
      if (outcome === '*') expect(commentOf(box).includes('***')).toBe(result.summary.includes('***'));
      box.faults.clear();
      box.world.secrets.delete(word);
    }
  });
});

const pictureOf = (summary: string) => /```mermaid.*?```/s.exec(summary)?.[0] ?? '';
const withoutPicture = (summary: string) => summary.replace(pictureOf(summary), '');

/** What a person, a program and the runner see. */
function expectOutcome(
  result: RunResult,
  { without, word, place, outcome }: { without: RunResult; word: string; place: Place; outcome: Outcome },
): void {
  const texts = [
    result.log,
    result.summary,
    ...wordsOfPlan(result),
    ...result.annotations.map(({ message }) => message),
  ];
  expect(
    mutations(result).filter((action) => !action.includes('/repos/')),
    place,
  ).toEqual([]);
  switch (outcome) {
    case '=':
      expectSuccess(result);
      expect(forMachines(result), place).toEqual(forMachines(without));
      expect(plannedSteps(result), place).toEqual(plannedSteps(without));
      expect(texts.join('\n'), place).not.toContain('***');
      expect(result.masks, place).not.toContain(word);
      return;
    case '*':
      expectSuccess(result);
      expect(forMachines(result), place).toEqual(forMachines(without));
      expect(idsOfPlan(result), place).toEqual(idsOfPlan(without));
      for (const text of texts) expect(text, place).not.toContain(word);
      expect(result.summary.includes('***'), result.summary).toBe(withoutPicture(without.summary).includes(word));
      // Stars in a picture would keep it from being drawn.
      expect(pictureOf(result.summary) !== '', place).toBe(!pictureOf(without.summary).includes(word));
      // The runner would take letters out of the whole job, and drop most job outputs.
      expect(result.masks.includes(word), place).toBe(word.length >= 6);
      return;
    case '!':
      expectFailure(result, 'secret-in-output', nameOf(place));
      expect(result.outputs, place).toMatchObject({ 'internal-dns': '', connections: '[]', status: 'failed' });
      expect(result.outputs['endpoint-id'], place).toBe(without.outputs['endpoint-id']);
      expect(result.masks, place).toContain(word);
      return;
    default: {
      const code = { i: 'input-invalid', u: 'oidc-unavailable', o: 'oidc-failed', s: 'aws-unavailable' }[outcome];
      expect([result.outputs['error-code'], result.exitCode], place).toEqual([code, 1]);
      expect(errorsOf(result)[0]?.message, place).not.toContain('***');
      expect(result.masks, place).not.toContain(word);
    }
  }
}

/** How the error names the place. */
function nameOf(place: Place): RegExp {
  if (place.endsWith('of the session')) return /\(the AWS session\)/;
  if (place === 'the user of a proxy') return /\(HTTPS_PROXY\)/;
  if (place === 'the password of a proxy') return /\(https_proxy\)/;
  return new RegExp(`\\(${place}\\)`);
}
