import { describe, expect } from 'vitest';
import { ACTIONS_BOT, githubKnobs } from '../sandbox/github/knobs.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { expectDeparted, leave, SHORT } from '../support/departures.ts';
import { warningsOf } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  errorLine,
  errorText,
  expectFailure,
  expectNothingLeft,
  expectRefusal,
  expectSuccess,
  standard,
} from '../support/paths.ts';
import { run } from '../support/run.ts';

const number = 41;
const world = () => standard({}, (seed) => seed.pulls.push({ number, state: 'open', head: 'feature' }));
const event = (repository: string = ids.repository) => ({
  name: 'pull_request',
  payload: { pull_request: { number, head: { repo: { full_name: repository } } } },
});
const comments = (box: Sandbox) => [...box.world.comments.values()].filter((one) => one.issue === number);

describe('a number in the event that no pull request has', () => {
  for (const odd of [0, -41, 41.5, 1e21, '41', '41/../42', null, { number }]) {
    behaviour(`${JSON.stringify(odd)}: refused before any request`, world(), async (box) => {
      const payload = { pull_request: { number: odd, head: { repo: { full_name: ids.repository } } } };
      const result = await run(box, { comment: 'true' }, { event: { name: 'pull_request', payload } });
      expectRefusal(result, 'input-invalid');
      expect(errorLine(result)).toContain('names a pull request');
      expect(result.requests).toEqual([]);
    });
  }
});

describe('comment', () => {
  behaviour(
    'with delete: the one comment of the environment is edited and says that the path is gone',
    world(),
    async (box) => {
      const inputs = { environment: `pr:${number}`, comment: 'true' };
      expectSuccess(await run(box, inputs, { env: SHORT, event: event() }));
      const [made, ...more] = comments(box).map((one) => ({ ...one }));
      expect(more).toEqual([]);
      expect(made?.body).toContain('✅ available');
      const planned = await leave(box, inputs.environment, {
        inputs: { comment: 'true', 'dry-run': 'true' },
        event: event(),
      });
      expectSuccess(planned);
      expect(comments(box).map((one) => one.id)).toEqual([made?.id]);
      expectDeparted(await leave(box, inputs.environment, { inputs: { comment: 'true' }, event: event() }), 'deleted');
      expectNothingLeft(box, ids.standardCluster);
      expect(comments(box).map((one) => one.id)).toEqual([made?.id]);
      expect(comments(box)[0]?.body).toContain('✅ deleted');
      expect(comments(box)[0]?.body).not.toContain('✅ available');
      // A pull request that closes later says so again, in the same place, with no event of it.
      const again = await leave(box, inputs.environment, { inputs: { comment: 'true' } });
      expectSuccess(again);
      expect(again.outputs).toMatchObject({ status: 'absent', changed: 'false' });
      expect(comments(box).map((one) => one.id)).toEqual([made?.id]);
      expect(comments(box)[0]?.body).toContain('nothing was deleted');
    },
  );

  behaviour('that may not be written is a warning: the path is gone all the same', world(), async (box) => {
    expectSuccess(await run(box, { environment: 'branch:a' }, { env: SHORT }));
    box.faults.add({ match: { service: 'github', mutating: true }, kind: 'status', status: 403, times: 99 });
    const result = await leave(box, 'branch:a', { inputs: { comment: 'true' }, event: event() });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs['status']).toBe('deleted');
    expect(
      result.annotations
        .filter((one) => one.level === 'warning')
        .map((one) => one.message)
        .join(),
    ).toMatch(/comment on the pull request was not written/);
    expectNothingLeft(box, ids.standardCluster);
  });

  behaviour('on a locked conversation is a warning that names the lock, no permission', world(), async (box) => {
    githubKnobs(box.world).locked.add(number);
    const result = await run(box, { environment: `pr:${number}`, comment: 'true' }, { env: SHORT, event: event() });
    expectSuccess(result);
    expect(warningsOf(result).map((one) => one.message)).toEqual([
      expect.stringMatching(
        /not written \(github-denied\)\nThe conversation is locked[\s\S]*"Unable to create comment because issue is locked\."/,
      ),
    ]);
    expect(warningsOf(result)[0]?.message).not.toMatch(/permissions:/);
  });

  behaviour('that may be another owner’s is not changed, and no other is made: a warning', world(), async (box) => {
    const inputs = { environment: `pr:${number}`, comment: 'true' };
    expectSuccess(await run(box, inputs, { env: SHORT, event: event() }));
    const before = structuredClone(comments(box));
    for (const [cause, turn] of [
      [/doesn't report whose token this is; unchanged: comment 9001\nSet github-token/, { login: null }],
      [
        /doesn't show who wrote comment 9001; nothing was changed\nDelete it/,
        { accounts: new Map([[ACTIONS_BOT, null]]) },
      ],
    ] as const) {
      Object.assign(githubKnobs(box.world), { login: ACTIONS_BOT, accounts: new Map() }, turn);
      const result = await run(box, inputs, { env: SHORT, event: event() });
      expectSuccess(result);
      expect(warningsOf(result).map((one) => one.message)).toEqual([expect.stringMatching(cause)]);
      expect(comments(box)).toEqual(before);
      expect(result.requests.filter((one) => one.service === 'github' && one.mutating)).toEqual([]);
    }
  });
});

describe('a run without secrets', () => {
  const keyless = { 'cockroach-api-key': '' };
  const runs = {
    'of a fork says so': [event('mallory/shop'), {}, /pull requests from forks get no secrets/],
    'of a fork that was deleted says so': [
      { name: 'pull_request', payload: { pull_request: { number, head: { repo: null } } } },
      {},
      /from forks/,
    ],
    'of Dependabot says so': [event(), { GITHUB_ACTOR: 'dependabot[bot]' }, /dependabot\[bot\] started the run/],
    'of the repository itself blames nobody': [event(), {}, /^cockroach-api-key: is required \(or the environment/],
    // Such a run has the secrets of the repository, whoever opened the pull request.
    'of pull_request_target blames nobody': [
      { ...event('mallory/shop'), name: 'pull_request_target' },
      {},
      /^cockroach-api-key: is required \(or the environment/,
    ],
  } as const;
  for (const [what, [on, env, says]] of Object.entries(runs)) {
    behaviour(what, world(), async (box) => {
      for (const operation of ['ensure', 'delete']) {
        const result = await run(box, { ...keyless, operation, environment: 'branch:a' }, { event: on, env });
        expectRefusal(result, 'input-invalid');
        expect(errorText(result).split('\n')[0]).toMatch(says);
        expect(result.requests).toEqual([]);
      }
    });
  }

  behaviour('that has a key is told about the token it lacks', world(), async (box) => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };
    const result = await leave(box, 'branch:a', {
      event: event('mallory/shop'),
      env: env as unknown as Record<string, string>,
    });
    expectFailure(result, 'oidc-unavailable');
    expect(errorText(result)).toContain('from a fork');
  });
});
