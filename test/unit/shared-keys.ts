// Which runs share a concurrency group, a drift issue or a comment, when they differ in one input. Data only, written by hand.
// The rule: where two runs can come to different results, none may cancel, overwrite or close what the other knows.

/** How two runs stand to each other whose inputs differ in one place. */
export type Same = 'same' | 'different';
/** What becomes of a run that waits when the other comes: `apart`: they have groups of their own. */
export type Waiting = 'apart' | 'waits' | 'replaced';

/** Inputs of the first run of each workflow. */
export const FIRST = {
  preview: {
    cluster: 'orders',
    'aws-region': 'us-east-1',
    'role-to-assume': 'arn:aws:iam::111122223333:role/privatelink',
    'vpc-id': 'vpc-0123456789abcdef0',
  },
  verify: {
    cluster: 'orders',
    'aws-region': 'us-east-1',
    'role-to-assume': 'arn:aws:iam::111122223333:role/privatelink',
    'vpc-id': 'vpc-0123456789abcdef0',
  },
  'fan-out': { operation: 'ensure', 'dry-run': false },
  sweep: { 'aws-region': 'us-east-1', 'role-to-assume': 'arn:aws:iam::111122223333:role/privatelink' },
} as const;

/** The target of the first run of `fan-out`. */
export const TARGET = { 'aws-region': 'us-east-1', 'vpc-id': 'vpc-0123456789abcdef0', cluster: 'orders' } as const;

/** Why a run that waits may be replaced: its environment is that of the event, so the newer one knows all that it knew. */
const NEWER = 'the newer run of a pull request or branch has the newer settings';
const SETTINGS = 'one environment: its runs must not meet, and each is to be heard';

type WorkflowRow = readonly [
  workflow: keyof typeof FIRST,
  input: string,
  second: string | boolean | number,
  waiting: Waiting,
  why: string,
];

export const WORKFLOW_ROWS: readonly WorkflowRow[] = [
  [
    'verify',
    'cluster',
    'billing',
    'waits',
    'each knows about its own cluster; the list is in no group, whose name is bounded',
  ],
  ['verify', 'aws-region', 'eu-west-1', 'apart', 'another place'],
  ['verify', 'vpc-id', 'vpc-0fedcba9876543210', 'apart', 'another place'],
  ['verify', 'environment', 'staging', 'apart', 'another environment'],
  ['verify', 'environment', 'default', 'waits', 'the same environment: default is what none means'],
  ['verify', 'role-to-assume', 'arn:aws:iam::444455556666:role/other', 'waits', 'another role may see less'],
  ['verify', 'allowed-account-ids', '111122223333', 'waits', SETTINGS],
  ['verify', 'subnet-ids', 'subnet-0123456789abcdef0', 'waits', SETTINGS],
  ['verify', 'security-group-ids', 'sg-0123456789abcdef0', 'waits', SETTINGS],
  ['verify', 'allowed-cidrs', '10.0.0.0/8', 'waits', SETTINGS],
  ['verify', 'allowed-security-group-ids', 'sg-0123456789abcdef0', 'waits', SETTINGS],
  ['verify', 'private-dns', false, 'waits', SETTINGS],
  ['verify', 'fail-on-drift', false, 'waits', 'one of them may gate a deployment'],
  ['verify', 'drift-issue', false, 'waits', 'only one of them keeps the issue'],
  ['verify', 'runs-on', 'vpc-runner', 'waits', 'another runner may reach what this one does not'],
  ['verify', 'deployment-environment', 'production', 'waits', 'another subject, and reviewers of its own'],
  ['verify', 'timeout-seconds', 600, 'waits', 'one of them may end before the other would'],
  ['verify', 'probe', true, 'waits', 'only one of them tries the path'],

  ['fan-out', 'targets.cluster', 'billing', 'waits', 'one endpoint may serve both, and each makes its own connection'],
  ['fan-out', 'targets.aws-region', 'eu-west-1', 'apart', 'another place'],
  ['fan-out', 'targets.vpc-id', 'vpc-0fedcba9876543210', 'apart', 'another place'],
  ['fan-out', 'targets.environment', 'staging', 'apart', 'another environment'],
  ['fan-out', 'targets.environment', 'default', 'waits', 'the same environment: default is what none means'],
  ['fan-out', 'targets.role-to-assume', 'arn:aws:iam::444455556666:role/other', 'waits', SETTINGS],
  ['fan-out', 'targets.subnet-ids', 'subnet-0123456789abcdef0', 'waits', SETTINGS],
  ['fan-out', 'targets.security-group-ids', 'sg-0123456789abcdef0', 'waits', SETTINGS],
  ['fan-out', 'targets.allowed-cidrs', '10.0.0.0/8', 'waits', SETTINGS],
  ['fan-out', 'targets.allowed-security-group-ids', 'sg-0123456789abcdef0', 'waits', SETTINGS],
  ['fan-out', 'targets.private-dns', false, 'waits', SETTINGS],
  ['fan-out', 'operation', 'delete', 'waits', 'ensure and delete of one environment must not run side by side'],
  ['fan-out', 'operation', 'verify', 'apart', 'a check waits for nobody, and nobody for it'],
  ['fan-out', 'dry-run', true, 'apart', 'a plan waits for nobody, and nobody for it'],
  ['fan-out', 'environment', 'staging', 'apart', 'another environment'],
  ['fan-out', 'role-to-assume', 'arn:aws:iam::444455556666:role/other', 'waits', SETTINGS],
  ['fan-out', 'allowed-account-ids', '111122223333', 'waits', SETTINGS],
  ['fan-out', 'tags', 'team=data', 'waits', SETTINGS],
  ['fan-out', 'max-parallel', 1, 'waits', 'the same runs, fewer at a time'],
  ['fan-out', 'runs-on', 'vpc-runner', 'waits', 'another runner may reach what this one does not'],
  ['fan-out', 'deployment-environment', 'production', 'waits', 'another subject, and reviewers of its own'],
  ['fan-out', 'timeout-seconds', 600, 'waits', 'one of them may end before the other would'],
  ['fan-out', 'probe', true, 'waits', 'only one of them tries the path'],

  ['sweep', 'aws-region', 'eu-west-1', 'apart', 'another place'],
  ['sweep', 'vpc-id', 'vpc-0123456789abcdef0', 'apart', 'another place'],
  [
    'sweep',
    'role-to-assume',
    'arn:aws:iam::444455556666:role/other',
    'waits',
    'another account: the other sweep does not see it',
  ],
  ['sweep', 'allowed-account-ids', '111122223333', 'waits', 'another account may be refused'],
  ['sweep', 'sweep-grace-hours', 48, 'waits', 'one of them deletes less'],
  ['sweep', 'dry-run', false, 'waits', 'one of them deletes nothing'],
  ['sweep', 'runs-on', 'vpc-runner', 'waits', 'another runner may reach what this one does not'],
  ['sweep', 'deployment-environment', 'production', 'waits', 'another subject, and reviewers of its own'],
  ['sweep', 'timeout-seconds', 600, 'waits', 'one of them may end before the other would'],

  ['preview', 'aws-region', 'eu-west-1', 'apart', 'another place'],
  ['preview', 'vpc-id', 'vpc-0fedcba9876543210', 'apart', 'another place'],
  [
    'preview',
    'cluster',
    'orders, billing',
    'replaced',
    `${NEWER}; it takes a list and is not for a matrix over clusters`,
  ],
  ['preview', 'role-to-assume', 'arn:aws:iam::444455556666:role/other', 'replaced', NEWER],
  ['preview', 'allowed-account-ids', '111122223333', 'replaced', NEWER],
  ['preview', 'subnet-ids', 'subnet-0123456789abcdef0', 'replaced', NEWER],
  ['preview', 'security-group-ids', 'sg-0123456789abcdef0', 'replaced', NEWER],
  ['preview', 'allowed-cidrs', '10.0.0.0/8', 'replaced', NEWER],
  ['preview', 'allowed-security-group-ids', 'sg-0123456789abcdef0', 'replaced', NEWER],
  ['preview', 'private-dns', false, 'replaced', NEWER],
  ['preview', 'tags', 'team=data', 'replaced', NEWER],
  ['preview', 'comment', false, 'replaced', NEWER],
  ['preview', 'runs-on', 'vpc-runner', 'replaced', NEWER],
  ['preview', 'deployment-environment', 'production', 'replaced', NEWER],
  ['preview', 'timeout-seconds', 600, 'replaced', NEWER],
  ['preview', 'probe', true, 'replaced', NEWER],
];

/** Two events of one workflow, with the same inputs. GitHub compares groups without case. */
export const EVENT_ROWS: readonly (readonly [
  workflow: 'preview' | 'fan-out' | 'check',
  first: string,
  second: string,
  waiting: Waiting,
  why: string,
])[] = [
  ['preview', 'opened 12', 'closed 12', 'replaced', 'what is closed while it waits need not be made'],
  ['preview', 'opened 12', 'opened 13', 'apart', 'another environment'],
  ['preview', 'push feature', 'delete feature', 'replaced', 'what is deleted while it waits need not be made'],
  ['preview', 'push feature', 'push main', 'apart', 'another environment'],
  [
    'preview',
    'push Feature',
    'push feature',
    'replaced',
    'GitHub knows no case in groups, and expressions have no hash: documented',
  ],
  ['fan-out', 'push main', 'push feature', 'waits', 'one environment, whatever the branch'],
  ['check', 'push main', 'push feature', 'apart', 'another state of the configuration'],
  ['check', 'push Feature', 'push feature', 'waits', 'GitHub knows no case in groups: they only wait for each other'],
];

/** Inputs of the first run of the action. */
export const FIRST_STEP = {
  operation: 'verify',
  cluster: 'orders',
  'cockroach-api-key': 'CCDB1_key',
  'aws-region': 'us-east-1',
  'vpc-id': 'vpc-0123456789abcdef0',
  environment: 'staging',
  'drift-issue': 'true',
  comment: 'true',
} as const;

/**
 * Whose findings and text a run leaves alone that shares issue and comment with another: `kept`: the other's; `replaced`: it
 * is about the same cluster of the same environment, so the newer check knows better.
 */
export type Other = 'kept' | 'replaced';

const NEWEST = 'settings are those of the environment: the newer check of a cluster knows better';

export const KEY_ROWS: readonly (readonly [
  input: string,
  second: string,
  issue: Same,
  comment: Same,
  other: Other,
  why: string,
])[] = [
  ['cluster', 'billing', 'same', 'same', 'kept', 'each knows about its own cluster'],
  ['cluster', 'billing, payments', 'same', 'same', 'kept', 'each knows about its own clusters'],
  ['cluster', 'orders, billing', 'same', 'same', 'replaced', 'it knows about the other cluster, too'],
  ['vpc-id', 'vpc-0fedcba9876543210', 'different', 'different', 'kept', 'another place'],
  ['endpoint-id', 'vpce-0123456789abcdef0', 'different', 'different', 'kept', 'another place'],
  ['aws-region', 'eu-west-1', 'different', 'different', 'kept', 'another place'],
  ['environment', 'production', 'different', 'different', 'kept', 'another environment'],
  ['environment', 'Staging', 'different', 'different', 'kept', 'another environment: names are exact'],
  [
    'operation',
    'ensure',
    'same',
    'same',
    'replaced',
    'only verify keeps the issue; in the comment the newer run knows better',
  ],
  ['cockroach-api-key', 'CCDB1_other', 'same', 'same', 'replaced', NEWEST],
  ['cockroach-api-url', 'https://staging.cockroachlabs.cloud', 'same', 'same', 'replaced', NEWEST],
  ['role-to-assume', 'arn:aws:iam::111122223333:role/other', 'same', 'same', 'replaced', NEWEST],
  ['role-session-name', 'other', 'same', 'same', 'replaced', NEWEST],
  ['role-duration-seconds', '900', 'same', 'same', 'replaced', NEWEST],
  ['audience', 'other', 'same', 'same', 'replaced', NEWEST],
  ['allowed-account-ids', '111122223333', 'same', 'same', 'replaced', NEWEST],
  ['subnet-ids', 'subnet-0123456789abcdef0', 'same', 'same', 'replaced', NEWEST],
  ['security-group-ids', 'sg-0123456789abcdef0', 'same', 'same', 'replaced', NEWEST],
  ['allowed-cidrs', '10.0.0.0/8', 'same', 'same', 'replaced', NEWEST],
  ['allowed-security-group-ids', 'sg-0123456789abcdef0', 'same', 'same', 'replaced', NEWEST],
  ['private-dns', 'false', 'same', 'same', 'replaced', NEWEST],
  ['trusted-owners', 'self', 'same', 'same', 'replaced', NEWEST],
  ['trusted-owners-mode', 'exact', 'same', 'same', 'replaced', NEWEST],
  ['tags', 'team=data', 'same', 'same', 'replaced', NEWEST],
  ['probe', 'true', 'same', 'same', 'replaced', 'a probe that proves nothing closes no issue'],
  ['wait', 'false', 'same', 'same', 'replaced', NEWEST],
  ['timeout-seconds', '60', 'same', 'same', 'replaced', NEWEST],
  ['dry-run', 'true', 'same', 'same', 'replaced', 'the plan gives way to what was done'],
  ['fail-on-drift', 'false', 'same', 'same', 'replaced', 'the findings are the same'],
  ['drift-issue', 'false', 'same', 'same', 'replaced', 'a run without it writes none'],
  ['comment', 'false', 'same', 'same', 'replaced', 'a run without it writes none'],
  ['record', 'other.jsonl', 'same', 'same', 'replaced', 'a recording changes nothing'],
  ['sweep-grace-hours', '48', 'same', 'same', 'replaced', 'only sweep reads it, and it keeps neither'],
  [
    'github-token',
    'ghs_other',
    'same',
    'same',
    'replaced',
    'another account has an issue and a comment of its own, by their author',
  ],
];
