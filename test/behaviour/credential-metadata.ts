import {
  and,
  BROKEN,
  CUT,
  container,
  EVER,
  instance,
  RESET,
  type Row,
  SILENT,
  THROTTLED,
} from './credential-sources.ts';

const pod = { name: 'AWS_CONTAINER_CREDENTIALS_FULL_URI', place: container } as const;
const ec2 = { name: 'EC2 instance metadata', place: instance } as const;

/** Metadata services of the container and of the instance. */
export const METADATA_ROWS: readonly Row[] = [
  {
    ...pod,
    trouble: 'nothing',
    code: '',
    tries: 1,
    logs: ['AWS credentials: AWS_CONTAINER_CREDENTIALS_FULL_URI (169.254.170.23)'],
  },
  // aws/eks-pod-identity-agent 50: throttled where many jobs begin at once.
  { ...pod, trouble: 'throttled once', fault: THROTTLED, code: '', tries: 2 },
  { ...pod, trouble: '503 twice', fault: BROKEN, code: '', tries: 3 },
  { ...pod, trouble: 'reset once', fault: RESET, code: '', tries: 2 },
  { ...pod, trouble: 'half an answer', fault: CUT, code: '', tries: 2 },
  // aws/secrets-store-csi-driver-provider-aws 537: the agent of a new node is not there yet.
  { ...pod, trouble: 'silent once', fault: SILENT, code: '', tries: 2 },
  {
    ...{
      ...pod,
      trouble: '503 for ever',
      fault: { ...BROKEN, ...EVER },
      code: 'aws-credentials-failed',
      tries: { least: 4 },
    },
    says: [
      /AWS_CONTAINER_CREDENTIALS_FULL_URI \(169\.254\.170\.23\) returned no credentials\. Reason: answered HTTP 503/,
      'credentials agent',
    ],
    within: 65,
  },
  {
    ...{
      ...pod,
      trouble: 'silent for ever',
      fault: { ...SILENT, ...EVER },
      code: 'aws-credentials-failed',
      tries: { least: 4 },
    },
    says: [/AWS_CONTAINER_CREDENTIALS_FULL_URI.*no answer in 10 s/],
    within: 65,
  },
  {
    ...{ ...pod, trouble: 'a role that trusts others', settings: { metadata: { roleRefused: true } } },
    ...{
      code: 'aws-credentials-failed',
      tries: 1,
      says: ['HTTP 403: AccessDeniedException', 'pods.eks.amazonaws.com'],
    },
  },
  {
    ...{ ...pod, trouble: 'a file that is missing', code: 'aws-credentials-failed', tries: 0 },
    place: and(container, { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/no/such/token' }),
    says: ['AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names a file that does not exist'],
  },
  {
    // aws/aws-sdk-php 3188
    ...{ ...pod, trouble: 'no token', place: and(container, { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: undefined }) },
    ...{ code: 'aws-credentials-failed', tries: 1, says: ['Service account token cannot be empty'] },
  },
  {
    // The SDK refuses such addresses too: whoever sets the variable would get what the job may do.
    ...{ ...pod, trouble: 'a foreign address', code: 'aws-credentials-failed', tries: 0 },
    place: and(container, { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://10.0.0.1/v1/credentials' }),
    says: ['AWS_CONTAINER_CREDENTIALS_FULL_URI is not an allowed address for credentials: http://10.0.0.1'],
  },

  { ...ec2, trouble: 'nothing', code: '', tries: 3, logs: ['AWS credentials: EC2 instance metadata'] },
  { ...ec2, trouble: 'throttled once', fault: THROTTLED, code: '', tries: 4 },
  { ...ec2, trouble: '503 twice', fault: BROKEN, code: '', tries: 5 },
  { ...ec2, trouble: 'reset once', fault: RESET, code: '', tries: 4 },
  { ...ec2, trouble: 'silent once', fault: SILENT, code: '', tries: 5, within: 25 },
  {
    ...{
      ...ec2,
      trouble: '503 for ever',
      fault: { ...BROKEN, ...EVER },
      code: 'aws-credentials-failed',
      tries: { least: 4 },
    },
    says: ['EC2 instance metadata returned no credentials. Reason: answered HTTP 503', 'set role-to-assume'],
    within: 65,
  },
  {
    // Any runner that is no EC2 instance and has no keys: nobody asked for this source, so it is not waited for long.
    ...{
      ...ec2,
      trouble: 'silent for ever',
      fault: { ...SILENT, ...EVER },
      code: 'aws-credentials-missing',
      tries: { least: 4 },
    },
    says: ['No AWS credentials are configured', 'Set role-to-assume'],
    logs: ['EC2 instance metadata: no answer in 2 s', 'AWS_WEB_IDENTITY_TOKEN_FILE: not set'],
    within: 25,
  },
  {
    ...{
      ...ec2,
      trouble: 'a role that trusts others',
      settings: { metadata: { roleRefused: true } },
      code: 'role-not-assumed',
    },
    ...{ tries: 3, says: ['the EC2 instance assume its role', 'Allow ec2.amazonaws.com'] },
  },
  {
    ...{ ...ec2, trouble: 'no role', settings: { metadata: { role: '' } }, code: 'aws-credentials-missing' },
    ...{ tries: { least: 4 }, logs: ['EC2 instance metadata: answered HTTP 404 (no role)'], within: 25 },
  },
  {
    // hashicorp/terraform-provider-aws 23110, github-aws-runners/terraform-aws-github-runner 3821
    ...{
      ...ec2,
      trouble: 'a hop limit of 1',
      settings: { metadata: { hopLimitReached: true } },
      code: 'aws-credentials-failed',
    },
    ...{ tries: { least: 4 }, says: ['IMDSv2', 'Raise the hop limit of the instance metadata to 2'], within: 25 },
  },
  {
    ...ec2,
    trouble: 'a hop limit of 1 and IMDSv1',
    settings: { metadata: { hopLimitReached: true, v1: true } },
    code: '',
    tries: 3,
  },
  {
    // Azure answers 400 to whoever does not know its header.
    ...{
      ...ec2,
      trouble: 'another provider',
      fault: { kind: 'status', status: 400, ...EVER },
      code: 'aws-credentials-missing',
    },
    ...{ tries: 1, logs: ['EC2 instance metadata: answered HTTP 400'], within: 25 },
  },
  {
    ...{
      ...ec2,
      trouble: 'a runner of GitHub',
      place: and(instance, { RUNNER_ENVIRONMENT: 'github-hosted' }),
      tries: 0,
    },
    ...{ code: 'aws-credentials-missing', logs: ['not queried, the runner is hosted by GitHub'], within: 1 },
  },
  {
    ...{ ...ec2, trouble: 'switched off', place: and(instance, { AWS_EC2_METADATA_DISABLED: 'true' }), tries: 0 },
    ...{ code: 'aws-credentials-missing', logs: ['not queried, AWS_EC2_METADATA_DISABLED is true'], within: 1 },
  },
];
