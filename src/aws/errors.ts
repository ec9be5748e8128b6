import { ActionError, describeError, type ErrorCode, oneLine, shortened } from '../support/errors.ts';
import { type Failure, networkFailure } from '../support/retry.ts';
import { type Meaning, refusalMeaning, SENT_AGAIN } from './refusals.ts';

/** What this project reads of an error thrown by the AWS SDK, told by shape: two copies of a class may be bundled. */
export interface AwsRefusal extends Error {
  readonly $metadata: { readonly httpStatusCode?: number; readonly requestId?: string };
}

/** True for what the SDK throws, answered or not. */
export function isAwsRefusal(error: unknown): error is AwsRefusal {
  return (
    error instanceof Error && '$metadata' in error && typeof error.$metadata === 'object' && error.$metadata !== null
  );
}

/** The wire code of an AWS error (`InvalidGroup.Duplicate`), '' for anything else. */
export function awsCode(error: unknown): string {
  if (!isAwsRefusal(error)) return '';
  return 'Code' in error && typeof error.Code === 'string' ? error.Code : error.name;
}

/** Compares wire codes without regard to case: EC2 spells some in two ways (`InvalidSubnetID`, `InvalidSubnetId`). */
export function hasAwsCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = awsCode(error).toLowerCase();
  return codes.some((one) => one.toLowerCase() === code);
}

/** What AWS refused a call for, undefined where it did not, or in a way that this project does not know. */
export function meaningOf(error: unknown, call = ''): Meaning | undefined {
  return isAwsRefusal(error) ? refusalMeaning({ code: awsCode(error), message: error.message }, call) : undefined;
}

/** What a failed EC2 or STS call says about trying again. */
export function classifyAwsError(error: unknown): { failure: Failure; retryAfterMs?: number } {
  const meaning = meaningOf(error);
  if (meaning !== undefined && SENT_AGAIN.has(meaning)) return { failure: 'throttled' };
  const status = isAwsRefusal(error) ? error.$metadata.httpStatusCode : undefined;
  if (status === 429) return { failure: 'throttled' };
  if (status !== undefined && status >= 500) return { failure: 'transient' };
  const network = networkFailure(error);
  if (network !== undefined) return { failure: network };
  // A 2xx answer that could not be read was cut short or came from something in between.
  if (status !== undefined && status < 300) return { failure: 'transient' };
  return { failure: 'final' };
}

/**
 * The error a person sees for an AWS call that failed for good.
 * @param action the IAM action, e.g. `ec2:CreateVpcEndpoint`
 * @param doing what was being done, as a verb phrase
 */
export function awsError(error: unknown, action: string, doing: string): ActionError {
  const make = (code: ErrorCode, cause: string, fix: string) => new ActionError(code, { cause, fix }, { cause: error });
  // The SDK puts $metadata on network failures too, without a status.
  const answered =
    isAwsRefusal(error) && (error.$metadata.httpStatusCode !== undefined || networkFailure(error) === undefined);
  if (!answered) {
    if (isMissingCredentials(error)) return missingCredentials(error);
    return make(
      'aws-unavailable',
      `AWS could not be reached to ${doing}: ${describeError(error)}`,
      'Check the network and proxy of the runner and https://health.aws.amazon.com, then run again.',
    );
  }
  if (isAwsRefusal(error) && error.$metadata.httpStatusCode === 407) {
    return make(
      'aws-unavailable',
      `AWS could not be reached to ${doing}: the proxy of the runner asks for other credentials (HTTP 407)`,
      'Put the right user and password into HTTPS_PROXY or HTTP_PROXY, or name the host in NO_PROXY.',
    );
  }
  const said = `${withoutBlob(error.message)} (${awsCode(error)})`;
  const meaning = meaningOf(error, action.replace(/^\w+:/, ''));
  switch (meaning) {
    case 'denied':
      return make(
        'aws-denied',
        `The AWS identity may not ${doing}: ${said}`,
        `Allow ${missingAction(error.message) ?? action} in the policy of the role (README, IAM); an SCP or boundary may deny it too.`,
      );
    case 'session-over':
    case 'bad-credentials':
      return make(
        'aws-credentials-invalid',
        `AWS does not accept the credentials to ${doing}: ${said}`,
        meaning === 'session-over'
          ? 'Give the step that they come from a longer session, or set role-to-assume, with which the action signs in anew; check the clock of the runner.'
          : 'Check that they are not expired, belong to this partition and that the clock of the runner is right.',
      );
    case 'quota':
      return make(
        'aws-quota',
        `A quota of the AWS account is reached: ${said}`,
        'Delete what is not needed or ask for more in Service Quotas.',
      );
    case 'subnet-full':
      return make(
        'subnet-full',
        `A subnet has no free IP address: ${said}`,
        'Name subnets with free addresses in subnet-ids.',
      );
    case 'tag-limit':
      return make(
        'tag-limit',
        `No more tags fit: ${said}`,
        'Use endpoint-id (attach only) for further environments; it needs no claims.',
      );
    case 'dns-conflict':
    case 'dns-name-missing':
    case 'vpc-dns-off':
      return make(meaning, said, DNS_FIXES[meaning]);
  }
  if (meaning === 'busy' || classifyAwsError(error).failure !== 'final') {
    return make(
      'aws-unavailable',
      `AWS kept refusing to ${doing}: ${said}`,
      'Run again later; every run goes on from what is there.',
    );
  }
  return make(
    'aws-refused',
    `AWS refused to ${doing}: ${said}`,
    'Read its words above; the troubleshooting page lists the known ones.',
  );
}

/** What to do about a refusal to turn on private DNS. */
const DNS_FIXES = {
  'dns-conflict':
    'Find the holder: `aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=<vpc>` (PrivateDnsEnabled) or ' +
    '`aws route53 list-hosted-zones-by-vpc --vpc-id <vpc> --vpc-region <region>`; remove it, or set private-dns: false.',
  'dns-name-missing':
    'Set private-dns: false and ask Cockroach Labs support about the private DNS name of the service.',
  'vpc-dns-off': 'Turn on enableDnsSupport and enableDnsHostnames of the VPC, or set private-dns: false.',
} as const;

/** `ec2:X` out of AWS's newer denial text ("... is not authorized to perform: ec2:X on resource ..."). */
function missingAction(message: string): string | undefined {
  return /not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)/.exec(message)?.[1];
}

/** AWS appends an encoded blob of several kilobytes that says nothing to a reader. */
function withoutBlob(message: string): string {
  return shortened(oneLine(message.replace(/\.?\s*Encoded authorization failure message:.*$/s, '')), 400);
}

function isMissingCredentials(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'CredentialsProviderError' || /could not load credentials/i.test(error.message))
  );
}

function missingCredentials(error: unknown): ActionError {
  return new ActionError(
    'aws-credentials-missing',
    {
      cause: `No AWS credentials were found: ${describeError(error)}`,
      fix: 'Set role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials before this step.',
    },
    { cause: error },
  );
}
