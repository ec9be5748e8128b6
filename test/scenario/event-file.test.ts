import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { expectFailure, expectSuccess } from '../support/expectations.ts';
import { standard } from '../support/paths.ts';
import { scenario } from '../support/processes.ts';
import { run } from '../support/run.ts';

const inputs = { operation: 'verify', environment: 'branch:main', 'fail-on-drift': 'false' };
const head = { ref: 'main', repo: { full_name: 'mallory/shop' } };
const fork = { name: 'pull_request', payload: { pull_request: { number: 12, head } } };

scenario('the file of the event says whose a branch is', standard(), async (sandbox) => {
  const refused = await run(sandbox, inputs, { event: fork });
  expectFailure(
    refused,
    'input-invalid',
    /^environment: .* is a branch of another repository\nSet environment to pr:12/,
  );
  expect(refused.requests).toEqual([]);
});

scenario('a file of the event that is missing or malformed names no pull request', standard(), async (sandbox) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'event-file-'));
  try {
    const half = path.join(folder, 'half.json');
    writeFileSync(half, '{"pull_request":{"head":');
    for (const file of [undefined, '', folder, path.join(folder, 'missing.json'), half])
      expectSuccess(await run(sandbox, inputs, { event: fork, env: { GITHUB_EVENT_PATH: file } }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

scenario('a file of the event that cannot be read lets nothing be changed', standard(), async (sandbox) => {
  const refused = await run(
    sandbox,
    { operation: 'delete', environment: 'branch:main' },
    { event: fork, env: { GITHUB_EVENT_PATH: '/nowhere/event.json' } },
  );
  expectFailure(refused, 'runner-files', /^The event of this run \(GITHUB_EVENT_PATH\) could not be read\n/);
  expect(refused.requests).toEqual([]);
});

scenario('a comment needs neither index nor event of the toolkit', standard(), async (sandbox) => {
  const pull = { title: '', body: '', labels: [], user: 'octocat', pullHead: 'a', createdAt: 0, updatedAt: 0 };
  sandbox.world.issues.set(7, { ...pull, number: 7, state: 'open' });
  const folder = mkdtempSync(path.join(tmpdir(), 'event-file-'));
  try {
    const half = path.join(folder, 'half.json');
    writeFileSync(half, '{"pull_request":{"head":');
    const env = { GITHUB_EVENT_PATH: half };
    const result = await run(sandbox, { environment: 'pr:7', comment: 'true' }, { event: { name: 'push' }, env });
    expectSuccess(result);
    expect(sandbox.world.comments.size, result.log).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

scenario('a name comes to the action as the runner hands it over', standard(), async (sandbox) => {
  const environment = 'branch:feature\u3000';
  const event = { name: 'push', payload: {} };
  const refused = await run(
    sandbox,
    { ...inputs, cluster: `${ids.standardName}\u3000`, environment: `${environment}\n` },
    { event },
  );
  expectFailure(refused, 'input-invalid', /^cluster: ".*<U\+3000>" is not a cluster ID/);
});
