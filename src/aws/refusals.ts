/** What a refusal of AWS means to this project, in the words that the rest of the code uses. */
export type Meaning =
  /** Refused for the rate of the account; not executed. */
  | 'rate'
  /**
   * Refused for a moment and not executed: a service being propagated, two tag writes at once, a provider out of reach.
   */
  | 'not-now'
  /** Another change of the same VPC endpoint is under way; not executed. */
  | 'busy'
  /** EC2 does not know yet that the endpoint was accepted; not executed. */
  | 'not-accepted'
  /** The endpoint already has what was to be added, or has not what was to be removed. */
  | 'outdated'
  | 'endpoint-gone'
  | 'group-gone'
  | 'group-exists'
  | 'rule-exists'
  | 'rule-gone'
  | 'in-use'
  | 'token-taken'
  | 'service-unknown'
  | 'zone-refused'
  | 'dns-conflict'
  | 'dns-name-missing'
  | 'vpc-dns-off'
  | 'denied'
  /** No IAM OIDC provider for the issuer of the token. */
  | 'provider-missing'
  | 'audience'
  | 'thumbprint'
  | 'issuer'
  | 'claim-missing'
  /** The OIDC token, for a reason that this project does not know. */
  | 'token-invalid'
  /** The session has ended, or the signature is too old. */
  | 'session-over'
  | 'bad-credentials'
  | 'quota'
  | 'subnet-full'
  | 'tag-limit';

/**
 * Refusals after which the same request is sent again, since it was not executed and nothing that it rests on has
 * changed. One that destroys is sent again only while its decision holds. All others stand as an answer: the caller
 * reads again what the request rested on (`requeueOn`, `outdated`), or fails.
 */
export const SENT_AGAIN: ReadonlySet<Meaning> = new Set(['rate', 'not-now']);

export interface Refusal {
  readonly meaning: Meaning;
  /** The calls that it is known of; any if left out. */
  readonly calls?: readonly string[];
  /** Wire codes, compared without regard to case: EC2 spells some in two ways. Any code if left out. */
  readonly codes?: readonly string[];
  /** What the message must hold besides, where a code alone says too little. */
  readonly words?: RegExp;
  /** Where it is known from. */
  readonly source: string;
}

/** The name of an error for a request that AWS refused for its signature, and whose next try is signed better. */
export const REFUSED_UNSEEN = 'RefusedUnseen';

const EC2_ERRORS = 'EC2 API reference, Error codes';
const STS_ERRORS = 'STS API reference, Common errors';

/** STS puts eight causes under one code. */
const TOKEN_REFUSED = [
  'InvalidIdentityToken',
  'InvalidIdentityTokenException',
  'IDPRejectedClaim',
  'IDPRejectedClaimException',
];

/**
 * Every refusal of AWS that this project knows, the first row that fits counts; the sandbox has a knob for each that
 * passes.
 */
export const REFUSALS: readonly Refusal[] = [
  {
    meaning: 'rate',
    codes: [
      ...['RequestLimitExceeded', 'Throttling', 'ThrottlingException', 'ThrottledException', 'EC2ThrottledException'],
      ...['RequestThrottled', 'RequestThrottledException', 'TooManyRequestsException', 'SlowDown'],
      ...['BandwidthLimitExceeded', 'PriorRequestNotComplete'],
    ],
    source: 'AWS SDK, throttling error codes; EC2 API request throttling',
  },
  {
    meaning: 'not-now',
    codes: [
      ...['Unavailable', 'ConcurrentTagAccess', 'IDPCommunicationError', 'IDPCommunicationErrorException'],
      REFUSED_UNSEEN,
    ],
    source: `${EC2_ERRORS}; STS AssumeRoleWithWebIdentity; src/aws/signature-retry.ts`,
  },
  {
    meaning: 'not-now',
    codes: TOKEN_REFUSED,
    words: /couldn['’]?t retrieve verification key/i,
    source: 'aws/aws-cli 7194; aws-actions/configure-aws-credentials 299; awslabs/aws-sdk-rust 827: passes by itself',
  },
  {
    meaning: 'thumbprint',
    codes: TOKEN_REFUSED,
    words: /thumbprint/i,
    source: 'aws-actions/configure-aws-credentials 357, 579',
  },
  {
    meaning: 'provider-missing',
    codes: TOKEN_REFUSED,
    words: /no OpenID ?Connect provider/i,
    source: 'aws-actions/configure-aws-credentials 280, 721',
  },
  {
    meaning: 'audience',
    codes: TOKEN_REFUSED,
    words: /\baudience\b|\baud\b/i,
    source: 'aws-actions/configure-aws-credentials 1309; guardian/cdk 1944',
  },
  {
    meaning: 'session-over',
    codes: TOKEN_REFUSED,
    words: /expired|not yet valid|not active|before (the )?(not|expiration)/i,
    source: 'STS AssumeRoleWithWebIdentity, Errors (that this code is used for it is inferred)',
  },
  {
    meaning: 'claim-missing',
    codes: TOKEN_REFUSED,
    words: /must include|missing .*claim|claim .*missing|required claim/i,
    source: 'STS: "Token must include the sub claim" (the other words are inferred)',
  },
  {
    meaning: 'issuer',
    codes: TOKEN_REFUSED,
    words: /\bissuer\b|\biss\b/i,
    source: 'STS AssumeRoleWithWebIdentity (inferred)',
  },
  { meaning: 'token-invalid', codes: TOKEN_REFUSED, source: 'STS AssumeRoleWithWebIdentity, Errors' },
  {
    meaning: 'busy',
    codes: ['OperationInProgress'],
    source:
      'hashicorp/terraform-provider-aws 42875, PR 42884, PR 48364 (ModifyVpcEndpoint; the other calls are inferred)',
  },
  {
    meaning: 'busy',
    codes: ['InvalidParameter', 'InvalidParameterValue'],
    words: /idempotent operation going on/i,
    source: 'mongodb/terraform-provider-mongodbatlas 590',
  },
  {
    meaning: 'busy',
    calls: ['ModifyVpcEndpoint', 'DeleteVpcEndpoints'],
    codes: ['IncorrectState', 'InvalidState'],
    source: `${EC2_ERRORS} (that these calls use them is inferred)`,
  },
  {
    meaning: 'busy',
    calls: ['ModifyVpcEndpoint', 'DeleteVpcEndpoints'],
    codes: ['OperationNotPermitted'],
    words: /state|pending|in progress/i,
    source: `${EC2_ERRORS} (inferred)`,
  },
  {
    meaning: 'not-accepted',
    calls: ['ModifyVpcEndpoint'],
    words: /private DNS can(not be enabled until| only be enabled after).*accepted/i,
    source:
      'hashicorp/terraform-provider-aws 7148, PR 37628 (that it passes where both sides are available is inferred)',
  },
  {
    meaning: 'outdated',
    calls: ['ModifyVpcEndpoint'],
    codes: ['InvalidParameter', 'InvalidParameterValue'],
    words: /not associated/i,
    source: 'inferred from EC2’s words for groups and subnets that an endpoint lacks',
  },
  { meaning: 'outdated', calls: ['ModifyVpcEndpoint'], codes: ['DuplicateSubnetsInSameZone'], source: EC2_ERRORS },
  {
    meaning: 'endpoint-gone',
    codes: ['InvalidVpcEndpointId.NotFound', 'InvalidVpcEndpoint.NotFound'],
    source: `${EC2_ERRORS}; DeleteVpcEndpoints has the second spelling`,
  },
  {
    meaning: 'group-gone',
    codes: ['InvalidGroup.NotFound', 'InvalidGroupId.NotFound', 'InvalidSecurityGroupID.NotFound'],
    source: EC2_ERRORS,
  },
  { meaning: 'group-exists', codes: ['InvalidGroup.Duplicate'], source: EC2_ERRORS },
  { meaning: 'rule-exists', codes: ['InvalidPermission.Duplicate'], source: EC2_ERRORS },
  { meaning: 'rule-gone', codes: ['InvalidPermission.NotFound'], source: EC2_ERRORS },
  {
    meaning: 'in-use',
    calls: ['DeleteSecurityGroup'],
    codes: ['DependencyViolation', 'InvalidGroup.InUse'],
    source: EC2_ERRORS,
  },
  {
    meaning: 'token-taken',
    calls: ['CreateVpcEndpoint'],
    codes: ['IdempotentParameterMismatch'],
    source: 'EC2 API reference, Ensuring idempotency',
  },
  { meaning: 'service-unknown', calls: ['CreateVpcEndpoint'], codes: ['InvalidServiceName'], source: EC2_ERRORS },
  {
    meaning: 'zone-refused',
    words: /does not support the availability zone of the subnet/i,
    source: 'hashicorp/terraform-provider-aws 13387',
  },
  { meaning: 'dns-conflict', words: /conflicting DNS domain/i, source: 'hashicorp/terraform-provider-aws 17535' },
  {
    meaning: 'dns-name-missing',
    words: /does not provide a private DNS name|has not verified the private DNS name/i,
    source: 'AWS PrivateLink guide, Manage DNS names',
  },
  {
    meaning: 'vpc-dns-off',
    words: /enableDnsSupport|enableDnsHostnames/i,
    source: 'AWS PrivateLink guide, Manage DNS names',
  },
  { meaning: 'denied', codes: ['UnauthorizedOperation', 'AccessDenied', 'AccessDeniedException'], source: EC2_ERRORS },
  { meaning: 'session-over', codes: ['RequestExpired', 'ExpiredToken', 'ExpiredTokenException'], source: STS_ERRORS },
  {
    meaning: 'bad-credentials',
    codes: ['AuthFailure', 'InvalidClientTokenId', 'SignatureDoesNotMatch', 'UnrecognizedClientException'],
    source: `${STS_ERRORS}; ${EC2_ERRORS}`,
  },
  {
    meaning: 'quota',
    codes: [
      ...['VpcEndpointLimitExceeded', 'SecurityGroupLimitExceeded', 'RulesPerSecurityGroupLimitExceeded'],
      ...['SecurityGroupsPerInterfaceLimitExceeded', 'NetworkInterfaceLimitExceeded', 'ResourceLimitExceeded'],
    ],
    source: EC2_ERRORS,
  },
  { meaning: 'subnet-full', codes: ['InsufficientFreeAddressesInSubnet'], source: EC2_ERRORS },
  { meaning: 'tag-limit', codes: ['TagLimitExceeded'], source: EC2_ERRORS },
];

/**
 * What a refusal means, undefined for one that this project does not know.
 * @param call the API call (`ModifyVpcEndpoint`); without it only rows that hold for any call fit
 */
export function refusalMeaning(
  { code, message }: { readonly code: string; readonly message: string },
  call = '',
): Meaning | undefined {
  const fits = ({ calls, codes, words }: Refusal) =>
    (calls === undefined || calls.includes(call)) &&
    (codes === undefined || codes.some((one) => one.toLowerCase() === code.toLowerCase())) &&
    (words === undefined || words.test(message));
  return REFUSALS.find(fits)?.meaning;
}
