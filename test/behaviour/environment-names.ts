// Which names `environment` may have in which event. Data only, written by hand; environment-names.test.ts runs it.
// Payloads: https://docs.github.com/en/webhooks/webhook-events-and-payloads; variables of the runner:
// https://docs.github.com/en/actions/reference/workflows-and-actions/variables.

/** The event of a run: its payload, and what the runner sets for it besides the name. */
export interface EventOfRun {
  name: string;
  payload: unknown;
  env?: Record<string, string>;
}

/** Each operation takes the name, or it is refused with these words (cause and fix). */
type Verdict = 'accepted' | RegExp;
export type NameRow = readonly [
  what: string,
  event: EventOfRun,
  environment: string,
  ensureAndVerify: Verdict,
  remove: Verdict,
];

const OWN = { id: 700000001, full_name: 'acme/shop' };
const FORK = { id: 900000009, full_name: 'mallory/shop' };
const repository = { ...OWN, default_branch: 'main' };

/** The pull request 12 from `head` to main. */
function pull(name: string, head: unknown, action = 'synchronize'): EventOfRun {
  const pull_request = { number: 12, head, base: { ref: 'main', repo: OWN } };
  const target = name === 'pull_request_target';
  return {
    name,
    payload: { action, number: 12, repository, pull_request },
    env: target ? onBranch('main') : { GITHUB_REF: 'refs/pull/12/merge', GITHUB_REF_NAME: '12/merge' },
  };
}
const onBranch = (name: string) => ({ GITHUB_REF: `refs/heads/${name}`, GITHUB_REF_NAME: name });
const onTag = (name: string) => ({
  GITHUB_REF: `refs/tags/${name}`,
  GITHUB_REF_NAME: name,
  GITHUB_REF_TYPE: 'tag',
});

const own = pull('pull_request', { ref: 'feature', repo: OWN });
const fork = pull('pull_request', { ref: 'feature', repo: FORK });
const forkMain = pull('pull_request', { ref: 'main', repo: FORK });
const gone = pull('pull_request', { ref: 'feature', repo: null });
const closedTarget = pull('pull_request_target', { ref: 'feature', repo: FORK }, 'closed');

const push = (branch: string): EventOfRun => ({
  name: 'push',
  payload: { ref: `refs/heads/${branch}`, repository },
  env: onBranch(branch),
});
const tagPush: EventOfRun = {
  name: 'push',
  payload: { ref: 'refs/tags/v1.2.0', repository },
  env: onTag('v1.2.0'),
};
const deleted = (ref: string, ref_type: string): EventOfRun => ({
  name: 'delete',
  payload: { ref, ref_type, repository },
  env: onBranch('main'),
});
const created = (ref: string, ref_type: string): EventOfRun => ({
  name: 'create',
  payload: { ref, ref_type, repository },
  env: ref_type === 'tag' ? onTag(ref) : onBranch(ref),
});
const workflowRun = (head_repository: unknown, pulls: unknown[] = []): EventOfRun => ({
  name: 'workflow_run',
  payload: {
    action: 'completed',
    repository,
    workflow_run: { head_branch: 'feature', head_repository, pull_requests: pulls },
  },
  env: onBranch('main'),
});
const releasedRun: EventOfRun = {
  name: 'workflow_run',
  payload: {
    action: 'completed',
    repository,
    workflow_run: { event: 'release', head_branch: 'v1.2.0', head_repository: OWN, pull_requests: [] },
  },
  env: onBranch('main'),
};
const QUEUE = 'gh-readonly-queue/main/pr-12-0123456789abcdef0123456789abcdef01234567';
const queue: EventOfRun = {
  name: 'merge_group',
  payload: { action: 'checks_requested', repository, merge_group: { head_ref: `refs/heads/${QUEUE}` } },
  env: onBranch(QUEUE),
};
const issue = (more: object): EventOfRun => ({
  name: 'issue_comment',
  payload: { action: 'created', repository, issue: { number: 12, ...more } },
});
const checkOf = (...pulls: unknown[]): EventOfRun => ({
  name: 'check_suite',
  payload: { action: 'completed', repository, check_suite: { head_branch: 'feature', pull_requests: pulls } },
});

const FOREIGN = /is a branch of another repository\nSet environment to pr:12, since the branch is in mallory\/shop;/;
const FOREIGN_GONE = /is a branch of a deleted repository\nSet environment to pr:12;/;
const FOREIGN_RUN = /is a branch of another repository\nSet environment to pr:<number>, /;
const TAG = /is a tag, not a branch\nRun this step for branches only, /;
const BASE = /is the base branch of pull request 12; .*\nSet environment to /;
const DEFAULT = /is the default branch, not the deleted branch "feature"\nSet environment to branch:feature /;
const DEFAULT_TAG = /is the default branch, not the deleted tag "v1\.2\.0"\nRun this step for branches only/;
const MERGE_REF = /is a merge ref, not a branch\nSet environment to pr:12;/;
const NO_NAME = /is not the name of a branch/;

export const NAME_ROWS: readonly NameRow[] = [
  // Pull requests of this repository.
  ['own', own, 'branch:feature', 'accepted', 'accepted'],
  ['own', own, 'pr:12', 'accepted', 'accepted'],
  ['own', own, 'branch:other', 'accepted', 'accepted'],
  ['own', own, 'branch:main', 'accepted', BASE],
  ['own, from main', pull('pull_request', { ref: 'main', repo: OWN }), 'branch:main', 'accepted', 'accepted'],
  [
    'own, written in other case',
    pull('pull_request', { ref: 'feature', repo: { full_name: 'Acme/Shop' } }),
    'branch:feature',
    'accepted',
    'accepted',
  ],
  [
    'own, renamed since',
    pull('pull_request', { ref: 'feature', repo: { ...OWN, full_name: 'acme/store' } }),
    'branch:feature',
    'accepted',
    'accepted',
  ],
  ['own', own, 'branch:12/merge', MERGE_REF, MERGE_REF],
  ['own', own, 'branch:refs/pull/12/merge', MERGE_REF, MERGE_REF],

  // Forks: no event of a pull request makes its head a branch of this repository.
  ['fork', fork, 'branch:feature', FOREIGN, FOREIGN],
  ['fork, from its main', forkMain, 'branch:main', FOREIGN, FOREIGN],
  ['fork', fork, 'pr:12', 'accepted', 'accepted'],
  ['fork', fork, 'feature', 'accepted', 'accepted'],
  ['fork', fork, 'branch:Feature', 'accepted', 'accepted'],
  ['fork', fork, 'branch:feature-2', 'accepted', 'accepted'],
  ['fork', fork, 'branch:main', 'accepted', BASE],
  [
    'fork that has the ID of none',
    pull('pull_request', { ref: 'main', repo: { full_name: 'mallory/shop' } }),
    'branch:main',
    FOREIGN,
    FOREIGN,
  ],
  [
    'fork that took the old name of this repository',
    pull('pull_request', { ref: 'main', repo: { ...FORK, full_name: 'acme/shop' } }),
    'branch:main',
    /is a branch of another repository\n.* in acme\/shop;/,
    /is a branch of another repository\n.* in acme\/shop;/,
  ],
  ['deleted fork', gone, 'branch:feature', FOREIGN_GONE, FOREIGN_GONE],
  ['deleted fork', pull('pull_request', { ref: 'main' }), 'branch:main', FOREIGN_GONE, FOREIGN_GONE],
  ['deleted fork', gone, 'pr:12', 'accepted', 'accepted'],
  ...[
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
    'pull_request_review_thread',
    // An event that GitHub does not have yet.
    'pull_request_approved',
  ].map((name): NameRow => [name, pull(name, { ref: 'main', repo: FORK }), 'branch:main', FOREIGN, FOREIGN]),
  ['fork, pull_request_target', closedTarget, 'branch:main', 'accepted', BASE],
  ['fork, pull_request_target', closedTarget, 'pr:12', 'accepted', 'accepted'],
  ['fork, workflow_run', workflowRun(FORK), 'branch:feature', FOREIGN_RUN, FOREIGN_RUN],
  ['fork, workflow_run', workflowRun(FORK), 'branch:main', 'accepted', 'accepted'],
  [
    'deleted fork, workflow_run',
    workflowRun(null),
    'branch:feature',
    /is a branch of a deleted repository\nSet environment to pr:<number>/,
    /is a branch of a deleted repository\nSet environment to pr:<number>/,
  ],
  ['own, workflow_run', workflowRun(OWN), 'branch:feature', 'accepted', 'accepted'],
  // GitHub names the tag of a release in `head_branch` (safedep/vet 586).
  ['own, workflow_run of a release', releasedRun, 'branch:v1.2.0', TAG, TAG],
  ['own, workflow_run of a release', releasedRun, 'branch:main', 'accepted', 'accepted'],

  // Branches, tags and what is deleted.
  ['push', push('feature'), 'branch:feature', 'accepted', 'accepted'],
  ['push', push('main'), 'branch:main', 'accepted', 'accepted'],
  ['push', push('v1.2.0'), 'branch:v1.2.0', 'accepted', 'accepted'],
  [
    'push',
    push('feature'),
    'branch:refs/heads/feature',
    NO_NAME,
    /is not the name .*\nSet environment to branch:feature;/,
  ],
  ['tag', tagPush, 'branch:v1.2.0', TAG, TAG],
  ['tag', tagPush, 'branch:refs/tags/v1.2.0', TAG, TAG],
  ['tag', tagPush, 'branch:main', 'accepted', 'accepted'],
  ['tag', tagPush, 'v1.2.0', 'accepted', 'accepted'],
  ['tag', tagPush, 'branch:v1.2.0-rc', 'accepted', 'accepted'],
  ['tag, by its type', { ...tagPush, env: { ...onTag('v1.2.0'), GITHUB_REF: '' } }, 'branch:v1.2.0', TAG, TAG],
  ['tag, by its ref', { ...tagPush, env: { ...onTag('v1.2.0'), GITHUB_REF_TYPE: '' } }, 'branch:v1.2.0', TAG, TAG],
  [
    'tag, release',
    { name: 'release', payload: { action: 'published', repository, release: {} }, env: onTag('v1.2.0') },
    'branch:v1.2.0',
    TAG,
    TAG,
  ],
  [
    'tag, workflow_dispatch',
    { name: 'workflow_dispatch', payload: { repository }, env: onTag('v1.2.0') },
    'branch:v1.2.0',
    TAG,
    TAG,
  ],
  ['created tag', created('v1.2.0', 'tag'), 'branch:v1.2.0', TAG, TAG],
  ['created tag, by its payload', { ...created('v1.2.0', 'tag'), env: onBranch('main') }, 'branch:v1.2.0', TAG, TAG],
  ['created branch', created('feature', 'branch'), 'branch:feature', 'accepted', 'accepted'],
  ['deleted tag', deleted('v1.2.0', 'tag'), 'branch:v1.2.0', TAG, TAG],
  ['deleted tag', deleted('v1.2.0', 'tag'), 'branch:feature', 'accepted', 'accepted'],
  ['deleted tag', deleted('v1.2.0', 'tag'), 'branch:main', 'accepted', DEFAULT_TAG],
  ['deleted branch', deleted('feature', 'branch'), 'branch:feature', 'accepted', 'accepted'],
  ['deleted branch', deleted('feature', 'branch'), 'branch:main', 'accepted', DEFAULT],
  // GitHub keeps its default branch, unless the repository changed it at the same time.
  ['deleted branch, now the default', deleted('main', 'branch'), 'branch:main', 'accepted', 'accepted'],
  ['schedule', { name: 'schedule', payload: { schedule: '0 3 * * *' } }, 'branch:main', 'accepted', 'accepted'],
  ['dispatch', { name: 'workflow_dispatch', payload: { repository } }, 'branch:main', 'accepted', 'accepted'],

  // The merge queue: its branch is one of this repository for as long as the queue needs it.
  ['merge queue', queue, `branch:${QUEUE}`, 'accepted', 'accepted'],
  ['merge queue', queue, `branch:refs/heads/${QUEUE}`, NO_NAME, NO_NAME],
  ['merge queue', queue, 'branch:main', 'accepted', 'accepted'],

  // Numbers that are not of a pull request of this repository.
  [
    'issue',
    issue({}),
    'pr:12',
    /is an issue, not a pull request\nRun this step for/,
    /is an issue, not a pull request/,
  ],
  ['issue', issue({}), 'pr:13', 'accepted', 'accepted'],
  ['pull request', issue({ pull_request: { url: 'https://api.github.com/' } }), 'pr:12', 'accepted', 'accepted'],
  [
    'check of another repository',
    checkOf({ number: 12, base: { ref: 'main', repo: { id: FORK.id } } }),
    'pr:12',
    /is a pull request of another repository\nRun this step for/,
    /is a pull request of another repository\nRun this step for/,
  ],
  [
    'check of two repositories',
    checkOf({ number: 12, base: { repo: { id: FORK.id } } }, { number: 12, base: { repo: { id: OWN.id } } }),
    'pr:12',
    'accepted',
    'accepted',
  ],
  [
    'run of another repository',
    workflowRun(OWN, [{ number: 12, base: { repo: { id: FORK.id } } }]),
    'pr:12',
    /is a pull request of another repository/,
    /is a pull request of another repository/,
  ],
  ['run', workflowRun(OWN, [{ number: 12, base: { repo: { id: OWN.id } } }]), 'pr:12', 'accepted', 'accepted'],

  // Payloads of no pull request: then none is known. One that can't be read at all is in runner-files.test.ts.
  ...[{}, { pull_request: null }, { pull_request: 7 }, { pull_request: { head: null } }].map(
    (payload): NameRow => [
      `payload ${JSON.stringify(payload)}`,
      { name: 'pull_request', payload },
      'branch:feature',
      'accepted',
      'accepted',
    ],
  ),
];
