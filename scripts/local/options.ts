import type { Forms } from './words.ts';

/** The inputs that make sense without a workflow, by the name that action.yml gives them. */
export const OPTIONS: Forms = {
  cluster: 'list',
  environment: 'value',
  'private-dns': 'switch',
  'aws-region': 'value',
  'vpc-id': 'value',
  'subnet-ids': 'list',
  'endpoint-id': 'value',
  tags: 'list',
  'cockroach-api-url': 'value',
  'allowed-account-ids': 'list',
  'security-group-ids': 'list',
  'allowed-cidrs': 'list',
  'allowed-security-group-ids': 'list',
  'trusted-owners': 'list',
  'trusted-owners-mode': 'value',
  'dry-run': 'switch',
  'timeout-seconds': 'value',
  probe: 'switch',
  'fail-on-drift': 'switch',
  record: 'value',
};

const GITHUB = 'needs GitHub Actions. This command writes nothing to GitHub.';
const OIDC = "needs GitHub's OIDC token. Set AWS_PROFILE to a profile for that role.";

/** The other inputs of the action, and why they are not options here. */
export const NOT_HERE: Readonly<Record<string, string>> = {
  operation: 'is the first word: verify or ensure.',
  'cockroach-api-key': 'is no option, since other users of this machine can read command lines. Set COCKROACH_API_KEY.',
  'role-to-assume': OIDC,
  'role-session-name': OIDC,
  'role-duration-seconds': OIDC,
  audience: OIDC,
  wait: 'has no effect here: neither verify nor a dry run waits.',
  'sweep-grace-hours': 'belongs to sweep, which runs in a workflow only.',
  comment: GITHUB,
  'drift-issue': GITHUB,
  'github-token': GITHUB,
};
