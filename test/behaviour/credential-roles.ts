import { ids } from '../sandbox/index.ts';
import {
  and,
  BROKEN,
  EVER,
  file,
  KEYS,
  PROFILE_ROLE,
  profile,
  profileRole,
  RESET,
  type Row,
  roleOfProfile,
  SILENT,
  SUBJECT,
  THROTTLED,
  webIdentity,
} from './credential-sources.ts';

const sts = { name: 'AWS_WEB_IDENTITY_TOKEN_FILE', place: webIdentity } as const;
const role = { name: 'profile with role_arn and source_profile', place: profileRole } as const;

/** Roles that the run assumes itself, with a token file or as a profile says. What passes is waited for a minute at most, as with `role-to-assume`. */
export const ROLE_ROWS: readonly Row[] = [
  { ...sts, trouble: 'nothing', code: '', tries: 1, logs: ['AWS credentials: AWS_WEB_IDENTITY_TOKEN_FILE, role'] },
  // configure-aws-credentials 299: STS throttles and passes.
  {
    ...sts,
    trouble: 'throttled once',
    fault: THROTTLED,
    code: '',
    tries: 2,
  },
  { ...sts, trouble: '503 twice', fault: BROKEN, code: '', tries: 3 },
  { ...sts, trouble: 'reset once', fault: RESET, code: '', tries: 2 },
  { ...sts, trouble: 'a page of a proxy', fault: { kind: 'html', status: 200 }, code: '', tries: 2 },
  {
    ...sts,
    trouble: 'silent once',
    fault: SILENT,
    code: '',
    tries: 2,
    logs: ['Waiting for AWS credentials from AWS_WEB'],
  },
  {
    ...{ ...sts, trouble: '503 for ever', fault: { ...BROKEN, ...EVER }, code: 'aws-unavailable', tries: { least: 4 } },
    says: ['the token of AWS_WEB_IDENTITY_TOKEN_FILE', ids.role],
    within: 65,
  },
  {
    ...{ ...sts, trouble: 'silent for ever', fault: { ...SILENT, ...EVER }, code: 'aws-unavailable', tries: 3 },
    says: ['the token of AWS_WEB_IDENTITY_TOKEN_FILE'],
    within: 65,
  },
  {
    ...{ ...sts, trouble: 'a role that trusts others', trusts: { subjects: ['system:serviceaccount:prod:*'] } },
    ...{ code: 'role-not-assumed', tries: 1, says: ['the token of AWS_WEB_IDENTITY_TOKEN_FILE', 'trust policy'] },
    logs: [`sub: ${SUBJECT}`, 'token: AWS_WEB_IDENTITY_TOKEN_FILE'],
  },
  {
    ...{
      ...sts,
      trouble: 'a file that is missing',
      place: and(webIdentity, { AWS_WEB_IDENTITY_TOKEN_FILE: '/no/such/token' }),
    },
    ...{ code: 'aws-credentials-failed', tries: 0, within: 1 },
    says: ['AWS_WEB_IDENTITY_TOKEN_FILE names a file that does not exist: /no/such/token', 'Mount the token file'],
  },
  {
    ...{
      ...sts,
      trouble: 'an empty file',
      place: (folder, box) => ({ ...webIdentity(folder, box), AWS_WEB_IDENTITY_TOKEN_FILE: file(folder, 'empty', '') }),
    },
    ...{ code: 'aws-credentials-failed', tries: 0, says: ['names an empty file'] },
  },
  {
    // Amazon EKS pod identity webhook sets both; by hand one is forgotten.
    ...{
      ...sts,
      trouble: 'no AWS_ROLE_ARN',
      place: and(webIdentity, { AWS_ROLE_ARN: '' }),
      code: 'aws-credentials-failed',
    },
    ...{ tries: 0, says: ['AWS_WEB_IDENTITY_TOKEN_FILE is set, but AWS_ROLE_ARN is empty', 'Set AWS_ROLE_ARN'] },
  },
  {
    // A token of GitHub that an earlier step wrote into a file lives five minutes.
    ...{ ...sts, trouble: 'a token that has expired', settings: { oidc: { lifetimeSeconds: -10 } } },
    ...{ code: 'aws-credentials-invalid', tries: { least: 3 }, within: 65 },
    says: ['the token of AWS_WEB_IDENTITY_TOKEN_FILE, which has expired', 'set role-to-assume instead'],
  },

  { ...role, trouble: 'nothing', code: '', tries: 1, logs: ['AWS credentials: profile "ci" (AWS_PROFILE, role_arn)'] },
  { ...role, trouble: 'throttled once', fault: THROTTLED, code: '', tries: 2 },
  { ...role, trouble: '503 twice', fault: BROKEN, code: '', tries: 3 },
  { ...role, trouble: 'reset once', fault: RESET, code: '', tries: 2 },
  {
    ...role,
    trouble: 'silent for ever',
    fault: { ...SILENT, ...EVER },
    code: 'aws-unavailable',
    tries: 3,
    says: ['profile "ci"'],
    within: 65,
  },
  {
    ...{
      ...role,
      trouble: 'a role that trusts others',
      trusts: { principals: [] },
      code: 'role-not-assumed',
      tries: 1,
    },
    says: ['profile "ci" (AWS_PROFILE, role_arn) assume its role', PROFILE_ROLE, 'identity of source_profile'],
  },
  {
    // IAM user guide, Troubleshoot access denied error messages: no Allow overrides a Deny of the organization.
    ...{ ...role, trouble: 'a service control policy that denies it', code: 'aws-denied', tries: 1 },
    fault: {
      ...{ kind: 'status', status: 403, code: 'AccessDenied', ...EVER },
      message: `User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: ${PROFILE_ROLE} with an explicit deny in a service control policy: arn:aws:organizations::999999999999:policy/o-1/service_control_policy/p-1`,
    },
    says: ['sts:AssumeRole is denied by a service control policy', 'administrators of the AWS organization'],
  },
  {
    ...{
      ...role,
      trouble: 'no source_profile',
      place: profile(roleOfProfile),
      code: 'aws-credentials-failed',
      tries: 0,
    },
    says: ['Profile "ci"', 'source_profile "base" does not exist', 'Correct source_profile'],
  },
  {
    ...{
      ...role,
      trouble: 'a second factor',
      place: profile(`${roleOfProfile}mfa_serial = arn:aws:iam::111122223333:mfa/me\n`, `[base]\n${KEYS}`),
    },
    ...{ code: 'aws-credentials-failed', tries: 0, says: ['mfa_serial asks for a code', 'nobody can enter a code'] },
  },
  {
    ...{
      ...role,
      name: 'profile with keys',
      trouble: 'nothing',
      place: profile('', `[ci]\n${KEYS}`),
      code: '',
      tries: 0,
    },
    logs: ['AWS credentials: profile "ci" (AWS_PROFILE, aws_access_key_id)'],
  },
  {
    ...{ ...role, name: 'profile with keys', trouble: 'half of them', code: 'aws-credentials-failed', tries: 0 },
    place: profile('', `[ci]\naws_access_key_id = ${ids.accessKeyId}\n`),
    says: ['Profile "ci" (AWS_PROFILE, incomplete)', 'Complete the profile'],
  },
  {
    // configure-aws-credentials 962: the variable is of the workflow, the profile of nobody.
    ...{ ...role, name: 'profile', trouble: 'not there', place: profile(''), code: 'aws-credentials-failed', tries: 0 },
    says: ['AWS_PROFILE names a profile that does not exist: "ci"', 'Correct or unset AWS_PROFILE'],
  },
  {
    // configure-aws-credentials 1068
    ...{
      ...role,
      name: 'profile with IAM Identity Center',
      trouble: 'no session',
      code: 'aws-credentials-failed',
      tries: 0,
    },
    place: profile(
      `[profile ci]\nsso_start_url = https://nobody-${process.pid}.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = ${ids.account}\nsso_role_name = ci\n`,
    ),
    says: ['Profile "ci" (AWS_PROFILE, IAM Identity Center)', 'nobody can log in on a runner'],
  },
  {
    ...{
      ...role,
      name: 'profile with a token file',
      trouble: 'a file that is missing',
      code: 'aws-credentials-failed',
      tries: 0,
    },
    place: profile(`[profile ci]\nrole_arn = ${ids.role}\nweb_identity_token_file = /no/such/token\n`),
    says: ['Profile "ci" (AWS_PROFILE, web_identity_token_file) names a file that does not exist'],
  },
];
