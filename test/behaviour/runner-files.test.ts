import { describe, expect, it } from 'vitest';
import type { RunResult } from '../harness/step.ts';
import { ids, type MemorySandbox } from '../sandbox/index.ts';
import { sharedPath } from '../support/departures.ts';
import { errorsOf, expectFailure, expectSuccess, warningsOf } from '../support/expectations.ts';
import { behaviour, inMemory } from '../support/in-memory.ts';
import { standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

/** What Node and the toolkit throw for a file in trouble (`core.setOutput`, actions/toolkit file-command.ts). */
const TROUBLES: Readonly<Record<string, () => Error>> = {
  'is missing': () => new Error('Missing file at path: /home/runner/work/_temp/set_output'),
  'is a folder': () => coded('EISDIR', 'illegal operation on a directory, open'),
  'is read-only': () => coded('EACCES', 'permission denied, open'),
  'is on a read-only disk': () => coded('EROFS', 'read-only file system, open'),
  'is on a full disk': () => coded('ENOSPC', 'no space left on device, write'),
  'is over a quota': () => coded('EDQUOT', 'disk quota exceeded, write'),
};
const coded = (code: string, words: string) => Object.assign(new Error(`${code}: ${words}`), { code });

/** When the trouble begins, as the world shows it, and whether it ends again. */
const MOMENTS: Readonly<Record<string, (box: MemorySandbox, writes: number) => boolean>> = {
  'from the beginning': () => true,
  'after the first write': (_box, writes) => writes > 1,
  'once something was changed': (box) => box.mutations().length > 0,
  'once the endpoint is there or gone': (box) => box.mutations().some(({ action }) => /VpcEndpoints?$/.test(action)),
  'for one write only': (_box, writes) => writes === 3,
};

interface Play {
  inputs: Record<string, string>;
  before?(box: MemorySandbox): void;
}
const PLAYS: Readonly<Record<string, Play>> = {
  ensure: { inputs: { environment: 'default' } },
  delete: {
    inputs: { operation: 'delete', environment: 'default' },
    before: (box) => void sharedPath(box, [{ environment: 'default' }]),
  },
};

/** The run, and the state that it leaves at AWS and CockroachDB Cloud. */
async function played({ inputs, before }: Play, output?: (box: MemorySandbox, writes: number) => void) {
  return inMemory(standard(), async (box) => {
    before?.(box);
    let writes = 0;
    const result = await run(box, inputs, {
      runnerFiles: {
        output() {
          writes += 1;
          output?.(box, writes);
        },
      },
    });
    const { world } = box;
    const states = [
      ...world.endpoints().map(({ state, privateDnsEnabled }) => `endpoint ${state} ${privateDnsEnabled}`),
      ...world.connections(ids.standardCluster).map(({ status }) => `connection ${status}`),
      `${world.groups().length} groups`,
    ];
    return { result, states };
  });
}

const cases = Object.keys(PLAYS).flatMap((play) =>
  Object.keys(TROUBLES).flatMap((trouble) => Object.keys(MOMENTS).map((moment) => ({ play, trouble, moment }))),
);

describe('GITHUB_OUTPUT', () => {
  it.each(cases)('$trouble $moment: $play ends as it would have, and says so', async ({ play, trouble, moment }) => {
    const of = PLAYS[play] as Play;
    const untroubled = await played(of);
    expectSuccess(untroubled.result);
    const why = TROUBLES[trouble]?.() as Error & { code?: string };
    const { result, states } = await played(of, (box, writes) => {
      if (MOMENTS[moment]?.(box, writes)) throw why;
    });
    expect(result.stderr).toBe('');
    expect(result.exitCode).toBe(1);
    expect(states).toEqual(untroubled.states);
    expect(mutations(result)).toEqual(mutations(untroubled.result));
    const [error, ...more] = errorsOf(result);
    expect(more).toEqual([]);
    expect(error?.title).toBe('CockroachDB PrivateLink: runner-files');
    const lines = error?.message.split('\n') ?? [];
    expect([...lines.slice(0, 2), lines.at(-1)]).toEqual([
      `The outputs of this step could not be written: ${why.code ?? 'Missing file at path'}`,
      expect.stringMatching(/^Check the runner's disk/),
      'https://github.com/acme/privatelink-action/blob/v1/docs/troubleshooting.md#runner-files',
    ]);
    expect(result.log).toContain(`Reason: ${why.message}`);
    expect(result.log).toMatch(/^Not written: \S+/m);
    expect(result.summary).toMatch(/`runner-files`\*\* The outputs of this step could not be written/);
  });

  behaviour('on a full disk: the log has each value that no later step gets', standard(), async (box) => {
    const output = () => {
      throw coded('ENOSPC', 'no space left on device, write');
    };
    const result = await run(box, {}, { runnerFiles: { output } });
    const [endpoint] = box.world.endpoints();
    expect(result.outputs).toEqual({});
    expect(result.log).toContain(`Not written: endpoint-id: ${endpoint?.id}`);
    expect(result.log).toContain('Not written: status: available');
    expect(result.log).toMatch(/Not written: summary-markdown \(\d+ characters\)/);
  });

  for (const value of [undefined, '']) {
    behaviour(
      `that is ${value === '' ? 'empty' : 'not set'}: no command of old is printed`,
      standard(),
      async (box) => {
        const result = await run(box, {}, { env: { GITHUB_OUTPUT: value } });
        expect([result.exitCode, result.outputs]).toEqual([1, {}]);
        expect(errorsOf(result)[0]?.message).toMatch(
          /^The outputs of this step could not be written: GITHUB_OUTPUT is not set\n/,
        );
        expect(result.log).toContain('Not written: status: available');
        expect(result.stdout).not.toContain('set-output');
      },
    );
  }

  behaviour('on a full disk for a moment: the code comes as an output all the same', standard(), async (box) => {
    let writes = 0;
    const output = () => {
      writes += 1;
      if (writes === 2) throw coded('ENOSPC', 'no space left on device, write');
    };
    const result = await run(box, {}, { runnerFiles: { output } });
    expectFailure(result, 'runner-files');
    expect(result.outputs['status']).toBe('available');
  });

  behaviour('in trouble: a run that fails keeps its own code, and tells both', standard(), async (box) => {
    const output = () => {
      throw coded('EACCES', 'permission denied, open');
    };
    const result = await run(box, { cluster: 'no-such-one' }, { runnerFiles: { output } });
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result).map(({ title }) => title)).toEqual(['CockroachDB PrivateLink: cluster-not-found']);
    expect(warningsOf(result).map(({ title }) => title)).toContain('CockroachDB PrivateLink: runner-files');
    expect(result.log).toContain('Not written: error-code: cluster-not-found');
  });

  behaviour('in trouble: a cancelled run stays cancelled', standard(), async (box) => {
    const output = () => {
      throw coded('EACCES', 'permission denied, open');
    };
    const result = await run(box, {}, { runnerFiles: { output }, signalAt: { request: 5 } });
    expect(result.exitCode).toBe(130);
  });
});

describe('the log', () => {
  const lost = { logFailure: () => coded('EPIPE', 'broken pipe, write') };

  behaviour(
    'that nobody reads any more: the run ends as it would have, with its code as an output',
    standard(),
    async (box) => {
      const result = await run(box, {}, { runnerFiles: lost });
      expectFailure(result, 'runner-files', /^The log of this step could not be written: EPIPE\n/);
      expect(result.outputs['status']).toBe('available');
      expect(result.summary).toMatch(/`runner-files`\*\* The log of this step could not be written: EPIPE/);
    },
  );

  behaviour('that nobody reads any more: a run that fails keeps its code', standard(), async (box) => {
    const result = await run(box, { cluster: 'no-such-one' }, { runnerFiles: lost });
    expectFailure(result, 'cluster-not-found');
  });
});

describe('GITHUB_STEP_SUMMARY', () => {
  behaviour('that cannot be written is a warning, since the output has its text', standard(), async (box) => {
    const summary = () => {
      throw coded('ENOSPC', 'no space left on device, write');
    };
    const result = await run(box, {}, { runnerFiles: { summary } });
    expectSuccess(result);
    expect(warningsOf(result).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The job summary could not be written\n.*ENOSPC/),
    ]);
    expect(result.outputs['summary-markdown']).toMatch(/^## CockroachDB Cloud PrivateLink/);
  });
});

describe('GITHUB_EVENT_PATH', () => {
  const unread = {
    event: () => {
      throw coded('ENOENT', "no such file or directory, open '/home/runner/event.json'");
    },
  };
  type Ends = 'as without' | 'runner-files' | 'input-invalid';
  /** operation, event, environment, further inputs: how it ends. */
  const rows: readonly [string, string, string, Record<string, string>, Ends][] = [
    // A fork's branch could have the name.
    ['delete', 'pull_request', 'branch:main', {}, 'runner-files'],
    ['delete', 'pull_request_target', 'branch:main', {}, 'runner-files'],
    ['delete', 'workflow_run', 'branch:main', {}, 'runner-files'],
    // A tag's name, or the default branch's, for the deleted branch.
    ['delete', 'delete', 'branch:main', {}, 'runner-files'],
    ['delete', 'an_event_of_tomorrow', 'branch:main', {}, 'runner-files'],
    // An issue's number, or another repository's.
    ['delete', 'issue_comment', 'pr:7', {}, 'runner-files'],
    ['ensure', 'pull_request', 'branch:main', {}, 'runner-files'],
    ['ensure', 'check_run', 'pr:7', {}, 'runner-files'],
    // Told by the variables of the runner.
    ['delete', 'push', 'branch:main', {}, 'as without'],
    ['delete', 'workflow_dispatch', 'branch:main', {}, 'as without'],
    ['delete', 'schedule', 'pr:7', {}, 'as without'],
    // Names that no event has a say in.
    ['delete', 'pull_request', 'default', {}, 'as without'],
    ['ensure', 'pull_request_target', 'staging', {}, 'as without'],
    // Reads only.
    ['verify', 'pull_request', 'branch:main', { 'fail-on-drift': 'false' }, 'as without'],
    // The true mistake comes first.
    ['delete', 'pull_request', 'branch:main', { wait: 'no' }, 'input-invalid'],
    ['delete', 'pull_request', 'branch:main', { 'cockroach-api-key': '' }, 'input-invalid'],
    ['delete', 'pull_request', 'branch:12/merge', {}, 'input-invalid'],
    // Only the event knows the pull request.
    ['ensure', 'pull_request', 'default', { comment: 'true' }, 'runner-files'],
    ['ensure', 'push', 'default', { comment: 'true' }, 'input-invalid'],
  ];

  it.each(rows)('that cannot be read: %s at %s of %s %j ends: %s', async (operation, name, environment, more, ends) => {
    const one = async (runnerFiles: typeof unread | undefined): Promise<RunResult> =>
      inMemory(standard(), (box) => {
        const inputs = { operation, environment, ...more };
        return run(box, inputs, { event: { name, payload: {} }, ...(runnerFiles && { runnerFiles }) });
      });
    const result = await one(unread);
    if (ends === 'as without') {
      const readable = await one(undefined);
      expectSuccess(readable);
      expect([result.exitCode, mutations(result), result.outputs['status']]).toEqual([
        ...[0, mutations(readable), readable.outputs['status']],
      ]);
      return;
    }
    const says = ends === 'runner-files' ? /^The event of this run \(GITHUB_EVENT_PATH\) could not be read\n/ : /./;
    expectFailure(result, ends, says);
    expect(result.requests).toEqual([]);
    if (ends === 'runner-files') expect(result.log).toMatch(/^Reason: ENOENT: no such file/m);
  });

  it.each(['text', 7, [], true])('that holds %j in place of an event lets nothing be changed', (payload) =>
    inMemory(standard(), async (box) => {
      sharedPath(box, [{ environment: 'branch:main' }]);
      const before = structuredClone(box.world.endpoints());
      const event = { name: 'pull_request', payload };
      const result = await run(box, { operation: 'delete', environment: 'branch:main' }, { event });
      expectFailure(result, 'runner-files', /GITHUB_EVENT_PATH/);
      expect(result.log).toContain('Reason: it contains no JSON object');
      expect([result.requests, box.world.endpoints()]).toEqual([[], before]);
    }),
  );
});
