import { join } from 'node:path';
import type { WorldSeed } from '../sandbox/index.ts';

let runs = 0;

/** What a GitHub-hosted runner sets for a step, with the sandbox in place of the outside world. Nothing else. */
export function runnerEnvironment(
  sandbox: { world: Pick<WorldSeed, 'repository'> },
  run: { home: string; event: string; door: { urls: { github: string }; env: Readonly<Record<string, string>> } },
): Record<string, string> {
  const { repository } = sandbox.world;
  const file = (name: string) => join(run.home, name);
  const pull = run.event.startsWith('pull_request');
  const branch = repository.ref.replace(/^refs\/heads\//, '');
  runs += 1;
  return {
    // The runner's own account, without what a machine at hand may have set for itself.
    HOME: run.home,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'privatelink',
    GITHUB_ACTION_REPOSITORY: 'acme/privatelink-action',
    GITHUB_ACTION_REF: 'v1',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_BASE_REF: pull ? repository.defaultBranch : '',
    GITHUB_HEAD_REF: pull ? branch : '',
    GITHUB_REF: repository.ref,
    GITHUB_REF_NAME: branch,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REPOSITORY: `${repository.owner}/${repository.name}`,
    GITHUB_REPOSITORY_ID: repository.id,
    GITHUB_REPOSITORY_OWNER: repository.owner,
    GITHUB_REPOSITORY_OWNER_ID: repository.ownerId,
    GITHUB_RUN_ID: String(1_000_000 + runs),
    GITHUB_RUN_NUMBER: String(runs),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'privatelink',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_WORKFLOW_REF: `${repository.owner}/${repository.name}/.github/workflows/deploy.yml@${repository.ref}`,
    GITHUB_WORKFLOW_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_EVENT_NAME: run.event,
    GITHUB_EVENT_PATH: file('event.json'),
    GITHUB_GRAPHQL_URL: `${run.door.urls.github}/graphql`,
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_WORKSPACE: file('workspace'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
    GITHUB_STEP_SUMMARY: file('summary'),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'sandbox runner',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: file('temp'),
    RUNNER_TOOL_CACHE: file('tools'),
    // No credentials but those of the sandbox.
    AWS_CONFIG_FILE: file('no-aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: file('no-aws-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    ...run.door.env,
  };
}
