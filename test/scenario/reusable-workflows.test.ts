import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { ACTION, callableOf, reusableWorkflows, type Workflow } from '../harness/workflow-files.ts';
import { runWorkflow } from '../harness/workflow-run.ts';
import { ids } from '../sandbox/index.ts';
import { sharedPath, sweptRows } from '../support/departures.ts';
import { expectNothingLeft } from '../support/paths.ts';
import { scenario } from '../support/processes.ts';
import { mutations } from '../support/run.ts';
import { playOf, pull, readersWorld, trustOnly } from './documents-support.ts';

const TARGET = { 'aws-region': ids.region, 'vpc-id': ids.vpc, cluster: ids.standardName };
/** What a company gives a reusable workflow, as text like every value of a call. */
const PLACE = {
  'runs-on': '["self-hosted", "vpc"]',
  'deployment-environment': 'production',
  'timeout-seconds': '900',
  'role-to-assume': ids.role,
};
const LINK =
  'https://github.com/acme/privatelink-action/blob/0123456789abcdef0123456789abcdef01234567/docs/troubleshooting.md#';

for (const file of reusableWorkflows()) {
  const { inputs } = callableOf(file);
  const [job] = Object.values(file.document.jobs);
  const call = (more: Record<string, string>): Workflow => {
    const given = { ...TARGET, targets: JSON.stringify([TARGET]), ...PLACE, ...more };
    return {
      on: { push: null, pull_request: null },
      jobs: {
        call: {
          uses: `${ACTION}/${file.name}@COMMIT_SHA`,
          permissions: job?.permissions ?? {},
          with: Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(inputs, name))),
          secrets: { 'cockroach-api-key': ids.apiKey },
        },
      },
    };
  };
  // To verify, the account is one of the things that differ.
  const code = file.name.endsWith('/verify.yml') ? 'drift' : 'wrong-account';
  const event = file.name.endsWith('/preview.yml') ? pull('opened') : { event: 'push' };

  scenario(
    `${file.name} runs where it is told to, and its problems link to the page of its commit`,
    readersWorld(),
    async (box) => {
      trustOnly(box, 'repo:acme/shop:environment:production');
      const { jobs, runs } = await runWorkflow(box, call({ 'allowed-account-ids': ids.otherAccount }), event);
      expect(jobs).toEqual([{ runsOn: ['self-hosted', 'vpc'], environment: 'production' }]);
      expect(runs.map(({ outputs }) => outputs['error-code'])).toEqual([code]);
      expect(runs[0]?.annotations.map(({ message }) => message).join('\n')).toContain(`${LINK}wrong-account`);
      expect(runs[0]?.summary).toContain(`${LINK}${code}`);
    },
  );

  scenario(`${file.name} signs in as its branch without a deployment environment`, readersWorld(), async (box) => {
    trustOnly(box, 'repo:acme/shop:environment:production');
    const { jobs, runs } = await runWorkflow(box, call({ 'deployment-environment': '' }), event);
    expect(jobs).toEqual([{ runsOn: ['self-hosted', 'vpc'], environment: '' }]);
    expect(runs[0]?.exitCode).toBe(1);
    expect(runs[0]?.annotations.map(({ title }) => title).join()).toMatch(/role-not-assumed|could-not-check/);
  });
}

scenario('examples/sweep.yml only plans until the repository variable is set', readersWorld(), async (box) => {
  const text = readFileSync('examples/sweep.yml', 'utf8');
  const { go } = playOf(box, { key: 'examples/sweep.yml', language: 'yaml', text });
  sharedPath(box, [{ environment: 'pr:11', idleHours: 30 }]);
  const [dry] = (await go({ event: 'schedule' })).runs;
  expect(dry && { rows: sweptRows(dry)['pr:11']?.outcome, done: mutations(dry) }).toEqual({
    rows: 'would be swept',
    done: [],
  });
  const [swept] = (await go({ event: 'schedule', vars: { PRIVATELINK_SWEEP: 'delete' } })).runs;
  expect(swept?.outputs['status']).toBe('deleted');
  expectNothingLeft(box, ids.standardCluster);
});
