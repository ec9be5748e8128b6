import type { ErrorCode } from '../support/errors.ts';
import { setupAdvice, setupRole } from './setup-roles.ts';

/** What a denial of AWS says about the policy behind it (IAM user guide, Troubleshoot access denied error messages). */
interface Denial {
  /** The action that is denied or allowed by no policy; it may be another one than the call's (`ec2:CreateTags`). */
  readonly action: string;
  /**
   * `service control policy`, `VPC endpoint policy`, `permissions boundary`, …; undefined in the older form of the
   * text.
   */
  readonly policy: string | undefined;
  readonly policyArn: string | undefined;
  /** A `Deny` statement, which no `Allow` elsewhere overrides. */
  readonly explicit: boolean;
  /** The name of the role whose session was denied; '' where AWS names none. */
  readonly role: string;
  /** The ARN of what the action was for; '' where AWS names none. */
  readonly resource: string;
  /** The encoded message, which says more to whoever may decode it. */
  readonly encoded: string | undefined;
}

const PERFORM = /not authorized to perform: ([a-z0-9-]+:\w+)/i;
const EXPLICIT = /with an explicit deny in (?:an? |the )?([\w -]+?)(?::? (arn:[^\s,]*[\w/*-]))?(?=[.,;]|\s*$|:)/i;
const IMPLICIT = /because no ([\w -]+?) allows the ([a-z0-9-]+:\w+) action/i;
const ROLE = /:assumed-role\/([\w+=,.@-]+)\//;
const RESOURCE = /on resource: (arn:\S*?[\w/*-])(?=[.,;]?(?:\s|$))/;
const ENCODED = /Encoded authorization failure message:\s*(\S+)/;

/** Reads a denial. @param action the IAM action of the call, where the text names none */
export function parseDenial(message: string, action: string): Denial {
  const [, explicitly, policyArn] = EXPLICIT.exec(message) ?? [];
  const [, implicitly, unallowed] = IMPLICIT.exec(message) ?? [];
  return {
    action: unallowed ?? PERFORM.exec(message)?.[1] ?? action,
    policy: (explicitly ?? implicitly)?.trim(),
    policyArn,
    explicit: explicitly !== undefined,
    role: ROLE.exec(message)?.[1] ?? '',
    resource: RESOURCE.exec(message)?.[1] ?? '',
    encoded: ENCODED.exec(message)?.[1],
  };
}

/** The text without the encoded message, which is kilobytes long and says nothing to a reader. */
export function withoutEncoded(message: string): string {
  return message.replace(ENCODED, 'Encoded authorization failure message: …');
}

/** A denial in words: which policy it is, and what changes exactly that one. */
export function denialWords(denial: Denial): {
  readonly code: ErrorCode;
  readonly cause: string;
  readonly fix: string;
  readonly details?: readonly string[];
} {
  const { action, policy, policyArn, explicit, encoded, resource } = denial;
  const role = setupRole(denial.role);
  if (policy === undefined) return undecided(action, encoded);
  const named = policyArn === undefined ? policy : `${policy} (${policyArn.slice(policyArn.lastIndexOf('/') + 1)})`;
  const fix = explicit
    ? (DENIED[kindOf(policy)] ?? DENIED.other)(action, policyArn ?? `the ${policy}`)
    : role !== undefined && kindOf(policy) === 'identity'
      ? `${setupAdvice(role, action, resource)} The policy is in docs/iam.md#${PLACES[role]}.`
      : (UNALLOWED[kindOf(policy)] ?? UNALLOWED.other)(action, policy);
  const missing = /identity/i.test(policy)
    ? `Missing permission: no policy of the role allows ${action}`
    : `Missing permission: no ${policy} allows ${action}`;
  return { code: 'aws-denied', cause: explicit ? `${action} is denied by ${article(named)}` : missing, fix };
}

/** Where docs/iam.md has the policy of a role. */
const PLACES = { change: 'the-role-to-change', verify: 'the-role-to-verify', previews: 'the-role-to-change' } as const;

/** The smallest role that may do it. */
function placeOf(action: string): string {
  return /:Describe/.test(action) ? PLACES.verify : PLACES.change;
}

type Kind = 'identity' | 'organization' | 'boundary' | 'session' | 'endpoint' | 'other';

function kindOf(policy: string): Kind {
  if (/identity/i.test(policy)) return 'identity';
  if (/service control|resource control/i.test(policy)) return 'organization';
  if (/boundary/i.test(policy)) return 'boundary';
  if (/session/i.test(policy)) return 'session';
  return /endpoint/i.test(policy) ? 'endpoint' : 'other';
}

/** For a `Deny` statement: an `Allow` elsewhere would change nothing. */
const DENIED: Readonly<Record<Kind, (action: string, policy: string) => string>> = {
  identity: (action, policy) =>
    `Remove the Deny of ${action} from ${policy} of the role, or exempt this resource; an Allow does not override it.`,
  organization: (action, policy) =>
    `Ask the administrators of the AWS organization to exempt this role from the Deny of ${action} in ${policy}; nothing in the account overrides it.`,
  boundary: (action, policy) => `Remove the Deny of ${action} from ${policy} of the role.`,
  session: (action, policy) =>
    `Remove the Deny of ${action} from ${policy}, which was passed when the role was assumed (inline-session-policy or managed-session-policies of aws-actions/configure-aws-credentials).`,
  endpoint: (action, policy) =>
    `Remove the Deny of ${action} from ${policy}: the runner reaches AWS through that VPC endpoint.`,
  other: (action, policy) => `Remove the Deny of ${action} from ${policy}.`,
};

/** Where nothing allows the action. */
const UNALLOWED: Readonly<Record<Kind, (action: string, policy: string) => string>> = {
  identity: (action) => `Allow ${action} in the policy of the role (docs/iam.md#${placeOf(action)}).`,
  organization: (action, policy) =>
    `Ask the administrators of the AWS organization to allow ${action} in a ${policy} of the account; the policy of the role can't.`,
  boundary: (action) => `Allow ${action} in the permissions boundary of the role; its own policy alone is not enough.`,
  session: (action) =>
    `Allow ${action} in the session policy that was passed when the role was assumed (inline-session-policy or managed-session-policies of aws-actions/configure-aws-credentials).`,
  endpoint: (action) =>
    `Allow ${action} in the policy of the VPC endpoint through which the runner reaches AWS; the policy of the role can't.`,
  other: (action, policy) => `Allow ${action} in the ${policy}.`,
};

/**
 * The command that shows what an encoded message says; `region.ts` adds the region, without which the AWS CLI refuses
 * it.
 */
export const DECODE = 'aws sts decode-authorization-message';

/** The older text names no policy; only the encoded message tells it. */
function undecided(action: string, encoded: string | undefined): ReturnType<typeof denialWords> {
  const place = placeOf(action);
  const decode = `${DECODE} --query DecodedMessage --output text --encoded-message ${encoded}`;
  return {
    code: 'aws-denied',
    cause: `AWS denies ${action} and does not say which policy does`,
    fix:
      encoded === undefined
        ? `Look up the denied ${action} in CloudTrail. If no policy of the role allows it, allow it (docs/iam.md#${place}).`
        : `Run the command in the log, with credentials that allow it: its output names the Deny. If it names none, allow ${action} in the policy of the role (docs/iam.md#${place}).`,
    ...(encoded === undefined ? {} : { details: [decode] }),
  };
}

function article(noun: string): string {
  return /^[aeio]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}
