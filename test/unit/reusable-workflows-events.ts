// What the reusable workflows do for the events that GitHub has. Data only, written by hand; reusable-workflows-events.test.ts
// evaluates the workflow files. Events and activity types:
// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows

/** `-`: skipped. Else the operation and the environment. */
export type Outcome = string;

/** Events of a pull request: its head in this repository, in a fork, in a fork that is deleted; and by Dependabot. */
export const PULL_ROWS: readonly [
  event: string,
  actions: string,
  own: Outcome,
  fork: Outcome,
  deletedFork: Outcome,
  dependabot: Outcome,
][] = [
  ['pull_request', 'opened reopened synchronize ready_for_review', 'ensure pr:12', '-', '-', '-'],
  ['pull_request', 'closed', 'delete pr:12', '-', '-', '-'],
  [
    'pull_request',
    'assigned unassigned labeled unlabeled edited converted_to_draft locked unlocked',
    '-',
    '-',
    '-',
    '-',
  ],
  ['pull_request', 'enqueued dequeued milestoned demilestoned review_requested', '-', '-', '-', '-'],
  ['pull_request', 'review_request_removed auto_merge_enabled auto_merge_disabled stacked', '-', '-', '-', '-'],

  // It has the secrets of this repository, whoever's code the pull request holds.
  ['pull_request_target', 'closed', 'delete pr:12', '-', '-', '-'],
  ['pull_request_target', 'opened reopened synchronize ready_for_review', '-', '-', '-', '-'],
  ['pull_request_target', 'assigned unassigned labeled unlabeled edited converted_to_draft locked', '-', '-', '-', '-'],
  ['pull_request_target', 'unlocked enqueued dequeued milestoned demilestoned review_requested', '-', '-', '-', '-'],
  ['pull_request_target', 'review_request_removed auto_merge_enabled auto_merge_disabled stacked', '-', '-', '-', '-'],

  ['pull_request_review', 'submitted edited dismissed', '-', '-', '-', '-'],
  ['pull_request_review_comment', 'created edited deleted', '-', '-', '-', '-'],
  // An event that GitHub does not have yet.
  ['pull_request_decided', 'opened closed', '-', '-', '-', '-'],
];

/**
 * Events of a ref: the branch `feature/Login`, the tag `v1.2.0`, a branch of the merge queue, a branch of Dependabot. Events
 * without one run on the default branch; they are given one all the same, which must make no difference.
 */
export const REF_ROWS: readonly [
  event: string,
  actions: string,
  branch: Outcome,
  tag: Outcome,
  mergeQueue: Outcome,
  dependabot: Outcome,
][] = [
  ['push', '', 'ensure branch:feature/Login', '-', '-', '-'],
  ['workflow_dispatch', '', 'ensure branch:feature/Login', '-', '-', '-'],
  ['schedule', '', 'ensure branch:feature/Login', '-', '-', '-'],
  ['delete', '', 'delete branch:feature/Login', '-', '-', '-'],

  ['create', '', '-', '-', '-', '-'],
  ['merge_group', 'checks_requested', '-', '-', '-', '-'],
  ['release', 'published unpublished created edited deleted prereleased released', '-', '-', '-', '-'],
  ['workflow_run', 'requested completed in_progress', '-', '-', '-', '-'],
  // Any word, as the caller of the API likes.
  ['repository_dispatch', 'opened closed synchronize delete deploy', '-', '-', '-', '-'],
  ['deployment', '', '-', '-', '-', '-'],
  ['deployment_status', '', '-', '-', '-', '-'],
  ['check_run', 'created rerequested completed requested_action', '-', '-', '-', '-'],
  ['check_suite', 'completed', '-', '-', '-', '-'],
  ['status', '', '-', '-', '-', '-'],
  ['page_build', '', '-', '-', '-', '-'],
  ['registry_package', 'published updated', '-', '-', '-', '-'],
  ['image_version', 'created ready deleted', '-', '-', '-', '-'],
  ['branch_protection_rule', 'created edited deleted', '-', '-', '-', '-'],

  [
    'issues',
    'opened edited deleted transferred pinned unpinned closed reopened assigned unassigned',
    '-',
    '-',
    '-',
    '-',
  ],
  ['issues', 'labeled unlabeled locked unlocked milestoned demilestoned typed untyped', '-', '-', '-', '-'],
  ['issues', 'field_added field_removed', '-', '-', '-', '-'],
  ['issue_comment', 'created edited deleted', '-', '-', '-', '-'],
  ['discussion', 'created edited deleted transferred pinned unpinned labeled unlabeled locked', '-', '-', '-', '-'],
  ['discussion', 'unlocked category_changed answered unanswered', '-', '-', '-', '-'],
  ['discussion_comment', 'created edited deleted', '-', '-', '-', '-'],
  ['label', 'created edited deleted', '-', '-', '-', '-'],
  ['milestone', 'created closed opened edited deleted', '-', '-', '-', '-'],
  ['project', 'created closed reopened edited deleted', '-', '-', '-', '-'],
  ['project_card', 'created moved converted edited deleted', '-', '-', '-', '-'],
  ['project_column', 'created updated moved deleted', '-', '-', '-', '-'],
  ['fork', '', '-', '-', '-', '-'],
  ['gollum', '', '-', '-', '-', '-'],
  ['public', '', '-', '-', '-', '-'],
  ['watch', 'started', '-', '-', '-', '-'],
  // An event that GitHub does not have yet.
  ['branch_archived', 'closed', '-', '-', '-', '-'],
];

/** Names in GitHub's schema that no run has as its event: a call has its caller's; the other is another word for issue_comment. */
export const NO_EVENTS = ['workflow_call', 'pull_request_comment'];

/**
 * The other workflows take nothing from the event: they run but for forks, heads of other repositories and Dependabot.
 * Columns as above; every event and activity type is tried.
 */
export const OTHERS = {
  pulls: ['runs', '-', '-', '-'],
  refs: ['runs', 'runs', 'runs', '-'],
  /** It runs on the default branch, whatever was deleted. */
  delete: ['runs', 'runs', 'runs', 'runs'],
} as const;
