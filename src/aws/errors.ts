import { ActionError, describeError, type ErrorCode, isActionError, quoted } from '../support/errors.ts';
import { fixForPage } from '../support/foreign-page.ts';
import type { Classified } from '../support/retry.ts';
import { unreachable, wireProblem } from '../support/wire.ts';
import { denialWords, parseDenial, withoutEncoded } from './denial.ts';
import { type ForeignAnswer, hostOfError, isForeignAnswer } from './foreign-answers.ts';
import { type Meaning, REFUSED_UNSEEN, refusalMeaning, SENT_AGAIN } from './refusals.ts';

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

/** Why a try failed, in a few words for the log. */
export function reasonOf(error: unknown): string {
  if (isActionError(error)) return (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
  if (isForeignAnswer(error)) return `HTTP ${error.$metadata.httpStatusCode}, ${error.contentType}`;
  const problem = wireProblem(error);
  return statusOf(error) === undefined && problem !== undefined
    ? problem.words
    : awsCode(asAnswered(error)) || describeError(error);
}

/** The refusal itself, where this project gave it a name of its own. */
function asAnswered(error: unknown): unknown {
  return isAwsRefusal(error) && error.name === REFUSED_UNSEEN && error.cause !== undefined ? error.cause : error;
}

/** What a failed EC2 or STS call says about trying again. */
export function classifyAwsError(error: unknown): Classified {
  // A sign-in that failed has had its own tries.
  if (isActionError(error)) return { failure: 'final' };
  const meaning = meaningOf(error);
  if (meaning !== undefined && SENT_AGAIN.has(meaning)) return { failure: 'throttled' };
  const status = statusOf(error);
  // A proxy counts its own clients, and whether it passed the request on is not known.
  if (status === 429) return { failure: isForeignAnswer(error) ? 'transient' : 'throttled' };
  if (status !== undefined && (status >= 500 || status === 408)) return { failure: 'transient' };
  const problem = wireProblem(error);
  if (problem !== undefined) return problem;
  // A 2xx answer that could not be read was cut short or came from something in between.
  if (status !== undefined && status < 300) return { failure: 'transient' };
  return { failure: 'final' };
}

/** The status of the HTTP answer; the SDK puts $metadata without one on an error for which there was no answer. */
function statusOf(error: unknown): number | undefined {
  return isAwsRefusal(error) ? error.$metadata.httpStatusCode : undefined;
}

/**
 * The error a person sees for an AWS call that failed for good. Only an answer of AWS itself is a refusal.
 * @param action the IAM action, e.g. `ec2:CreateVpcEndpoint`
 * @param doing what was being done, as a verb phrase
 */
export function awsError(thrown: unknown, action: string, doing: string): ActionError {
  const error = asAnswered(thrown);
  const who = serviceOf(action);
  if (isForeignAnswer(error)) return inBetween(error, who, doing);
  if (!isAwsRefusal(error) || statusOf(error) === undefined) {
    return new ActionError('aws-unavailable', unreachable(error, { who, doing, host: hostOfError(error) }), {
      cause: error,
    });
  }
  const said = quoted(`${who}, asked to ${doing}`, withoutEncoded(error.message), awsCode(error));
  const { code, ...words } = wordsFor(error, action);
  return new ActionError(code, { ...words, said }, { cause: error });
}

/** The error for the page of a proxy, a firewall or a sign-in page. */
function inBetween(error: ForeignAnswer, who: string, doing: string): ActionError {
  const status = error.$metadata.httpStatusCode;
  const cause = `The answer is not from ${who}: HTTP ${status}, ${error.contentType}`;
  const fix = fixForPage(
    status,
    'Check the proxy, firewall or sign-in page between the runner and AWS, and name the host in NO_PROXY where it needs no proxy.',
  );
  return new ActionError(
    'aws-unavailable',
    { cause, said: `Asked to ${doing} at ${hostOfError(error)}`, fix },
    { cause: error },
  );
}

interface Words {
  readonly code: ErrorCode;
  readonly cause: string;
  readonly fix: string;
  readonly details?: readonly string[];
}

/**
 * What a refusal means in words. A permission is advised only where one is missing, and in the policy that lacks it.
 */
function wordsFor(error: AwsRefusal, action: string): Words {
  const code = awsCode(error);
  const meaning = meaningOf(error, action.replace(/^\w+:/, ''));
  switch (meaning) {
    case 'denied':
      return denialWords(parseDenial(error.message, action));
    case 'session-over':
    case 'bad-credentials':
      return {
        code: 'aws-credentials-invalid',
        cause: `AWS does not accept the credentials: ${code}`,
        fix:
          meaning === 'session-over'
            ? "Set role-to-assume, so that the action renews its session, or request a longer session in the step that signs in. Check the runner's clock."
            : 'Check that they are not expired, belong to this partition and that the clock of the runner is right.',
      };
    case 'quota':
      return quotaWords(code, error.message);
    case 'subnet-full':
    case 'tag-limit':
    case 'dns-conflict':
    case 'dns-name-missing':
    case 'vpc-dns-off':
      return FIXED[meaning];
  }
  if (meaning === 'busy' || classifyAwsError(error).failure !== 'final') {
    return {
      code: 'aws-unavailable',
      cause: `AWS kept refusing ${action}: ${code}`,
      fix: 'Run again later; every run continues from what exists.',
    };
  }
  return {
    code: 'aws-refused',
    cause: `AWS refused ${action}: ${code}`,
    fix: 'Correct what the message names; the troubleshooting page lists the known ones.',
  };
}

/**
 * Quotas of Amazon VPC by the code of their refusal, with their names and codes in Service Quotas (Amazon VPC user
 * guide, Amazon VPC quotas).
 */
const QUOTAS: Readonly<Record<string, readonly [name: string, code: string]>> = {
  VpcEndpointLimitExceeded: ['Interface VPC endpoints per VPC', 'L-29B6F2EB'],
  SecurityGroupLimitExceeded: ['VPC security groups per Region', 'L-E79EC296'],
  RulesPerSecurityGroupLimitExceeded: ['Inbound or outbound rules per security group', 'L-0EA8095F'],
};

/** How to see the limit of the account; `region.ts` adds the region. */
export const SHOW_QUOTA = 'aws service-quotas get-service-quota --service-code vpc';

/** The quota by its name, and its limit where AWS says it. */
function quotaWords(refusal: string, message: string): Words {
  const [name, quota] = QUOTAS[refusal] ?? [];
  const limit = /\b(?:is|of|to|than|limit|maximum|max)\b[:\s(]*(\d{1,6})\b/i.exec(message)?.[1];
  const which = name === undefined ? `A quota of the AWS account is reached (${refusal})` : `Quota reached: ${name}`;
  return {
    code: 'aws-quota',
    cause: limit === undefined ? which : `${which}; the limit is ${limit}`,
    fix: `Delete what is not needed, or request a higher quota in Service Quotas${quota === undefined ? '' : ` (Amazon VPC, ${quota})`}.`,
    details:
      quota === undefined ? [] : [`To see your limit, run: ${SHOW_QUOTA} --quota-code ${quota} --query Quota.Value`],
  };
}

const FIXED = {
  'subnet-full': {
    code: 'subnet-full',
    cause: 'A subnet has no free IP address',
    fix: 'Name subnets with free addresses in subnet-ids.',
  },
  'tag-limit': {
    code: 'tag-limit',
    cause: 'No more tags fit on the resource',
    fix: 'Use endpoint-id (attach only) for further environments; it needs no claims.',
  },
  'dns-conflict': {
    code: 'dns-conflict',
    cause: 'Another endpoint or private hosted zone of the VPC already answers for the private DNS name',
    fix: 'Find it with the commands in docs/troubleshooting.md and remove it, or set private-dns: false.',
  },
  'dns-name-missing': {
    code: 'dns-name-missing',
    cause: 'The endpoint service has no private DNS name, or has not verified it',
    fix: 'Set private-dns: false and ask Cockroach Labs support about the private DNS name of the service.',
  },
  'vpc-dns-off': {
    code: 'vpc-dns-off',
    cause: 'Private DNS needs enableDnsSupport and enableDnsHostnames, and one of them is off in the VPC',
    fix: 'Turn on enableDnsSupport and enableDnsHostnames of the VPC, or set private-dns: false.',
  },
} as const satisfies Partial<Record<Meaning, Words>>;

/** The service of an IAM action, as its owner writes it. */
function serviceOf(action: string): string {
  return action.startsWith('sts:') ? 'STS' : 'EC2';
}
