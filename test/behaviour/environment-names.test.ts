import { describe, expect, it } from 'vitest';
import type { RunResult } from '../harness/step.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { expectDeparted, SHORT, sharedPath } from '../support/departures.ts';
import { errorsOf, expectFailure } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { errorText, expectNothingLeft, expectSuccess, liveEndpoints, standard } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { type EventOfRun, NAME_ROWS } from './environment-names.ts';

type Inputs = Record<string, string>;

/** One run for an event. */
const runOn = (box: Sandbox, inputs: Inputs, { name, payload, env }: EventOfRun): Promise<RunResult> =>
  run(box, inputs, { env: { ...SHORT, ...env }, event: { name, payload } });

/** Refused with these words, before anything was asked of anybody. */
function expectRefused(result: RunResult, says: RegExp): void {
  expectFailure(result, 'input-invalid', /^environment: /, /nothing was sent to AWS or CockroachDB Cloud/);
  expect(errorText(result)).toMatch(says);
  expect(errorText(result).split('\n')[0]?.length).toBeLessThanOrEqual(100);
  expect(result.requests).toEqual([]);
}

describe('environment', () => {
  it.each(NAME_ROWS.map((row) => [`${row[0]}: ${row[2]}`]))('%s is tried once', (name) => {
    expect(NAME_ROWS.filter((row) => `${row[0]}: ${row[2]}` === name)).toHaveLength(1);
  });

  for (const [what, event, environment, ensureAndVerify, remove] of NAME_ROWS) {
    behaviour(`${what}: ${environment}`, standard(), async (box) => {
      const { endpoint } = sharedPath(box, [{ environment }]);
      for (const operation of ['verify', 'ensure']) {
        const result = await runOn(box, { operation, environment }, event);
        if (ensureAndVerify !== 'accepted') expectRefused(result, ensureAndVerify);
        else expectSuccess(result);
      }
      const dry = await runOn(box, { operation: 'delete', environment, cluster: '', 'dry-run': 'true' }, event);
      const result = await runOn(box, { operation: 'delete', environment, cluster: '' }, event);
      if (remove === 'accepted') {
        expectSuccess(dry);
        expectDeparted(result, 'deleted');
        expectNothingLeft(box, ids.standardCluster);
      } else {
        expectRefused(dry, remove);
        expectRefused(result, remove);
        expect(liveEndpoints(box).map(({ id }) => id)).toEqual([endpoint.id]);
      }
    });
  }

  behaviour('that is wrong is told together with every other mistake', standard(), async (box) => {
    const event = NAME_ROWS.find(([what]) => what === 'fork')?.[1] ?? { name: '', payload: {} };
    const result = await runOn(box, { environment: 'branch:feature', wait: 'later', 'vpc-id': 'vpc-x' }, event);
    expectFailure(result, 'input-invalid');
    expect(errorsOf(result)).toHaveLength(3);
    expect(result.log).toMatch(/vpc-id: .* is not a VPC ID/m);
    expect(result.log).toMatch(/wait: .* is neither true nor false/m);
    expect(result.log).toMatch(
      /environment: "branch:feature" is a branch of another repository\nSet environment to pr:12, since/m,
    );
    expect(result.requests).toEqual([]);
  });

  behaviour('of sweep has no meaning, whatever its name', standard(), async (box) => {
    const event = NAME_ROWS.find(([what]) => what === 'fork')?.[1] ?? { name: '', payload: {} };
    const result = await runOn(box, { operation: 'sweep', environment: 'branch:feature', cluster: '' }, event);
    expectFailure(result, 'input-invalid', /^environment: can't be used with operation sweep/);
    expectSuccess(await runOn(box, { operation: 'sweep', cluster: '' }, event));
  });
});

describe('the file of the event', () => {
  const reading = async (box: Sandbox, environment: string) => {
    let reads = 0;
    const event = {
      name: 'push',
      get payload() {
        reads += 1;
        return {};
      },
    };
    const result = await run(
      box,
      { operation: 'verify', environment, 'fail-on-drift': 'false' },
      { env: SHORT, event },
    );
    expectSuccess(result);
    return reads;
  };

  behaviour('is read once where a name is of a branch or pull request, else never', standard(), async (box) => {
    expect(await reading(box, 'branch:main')).toBe(1);
    expect(await reading(box, 'pr:12')).toBe(1);
    for (const environment of ['', 'default', 'staging', 'prod:eu']) expect(await reading(box, environment)).toBe(0);
  });

  behaviour(
    'that cannot be read counts as the event of no pull request for a run that only reads',
    standard(),
    async (box) => {
      const event = {
        name: 'pull_request',
        get payload(): unknown {
          throw new SyntaxError('Unexpected end of JSON input');
        },
      };
      const inputs = { operation: 'verify', environment: 'branch:main', 'fail-on-drift': 'false' };
      expectSuccess(await run(box, inputs, { env: SHORT, event }));
      // The true mistake comes first, and a comment needs the event.
      const keyless = await run(box, { ...inputs, 'cockroach-api-key': '' }, { env: SHORT, event });
      expectFailure(keyless, 'input-invalid', /^cockroach-api-key: is required/);
      expectFailure(await run(box, { ...inputs, comment: 'true' }, { event }), 'runner-files', /GITHUB_EVENT_PATH/);
    },
  );
});
