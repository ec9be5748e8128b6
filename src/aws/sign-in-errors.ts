import { ActionError, type ErrorCode, isActionError, oneLine, quoted, shortened } from '../support/errors.ts';
import { parseDenial } from './denial.ts';
import { awsCode, awsError, isAwsRefusal, meaningOf } from './errors.ts';
import { bothSubjects, type TokenClaims, type WebToken } from './identity-token.ts';
import { inRegion } from './region.ts';
import { setupRole, trustParameters } from './setup-roles.ts';

const CALL = 'AssumeRoleWithWebIdentity';
const ACTION = `sts:${CALL}`;

/** What a sign-in with an OIDC token is for. */
interface SignIn {
  readonly role: { readonly roleArn: string; readonly audience?: string };
  readonly token: WebToken;
  readonly region: string;
}

/**
 * The error a person sees for a sign-in that failed for good.
 * @param claims of the token that was sent, undefined where there was none
 */
export function signInError(error: unknown, given: SignIn, claims: TokenClaims | undefined): unknown {
  if (isActionError(error)) return error;
  const { role, token, region } = given;
  const words = isAwsRefusal(error) ? wordsFor(error, given, claims) : undefined;
  if (words === undefined)
    return inRegion(region, awsError(error, ACTION, `assume ${role.roleArn} with ${token.words}`));
  const said = quoted(`STS, asked to assume ${role.roleArn}`, (error as Error).message, awsCode(error));
  const about = claims === undefined ? [] : describeClaims(claims, token);
  const isTrust = words.code === 'role-not-assumed' && claims !== undefined && isOfJob(token);
  const details = isTrust ? [...about, ...fittingParameters(role.roleArn, claims), ...fittingCondition(claims)] : about;
  return new ActionError(words.code, { ...words, said, details }, { cause: error });
}

interface Words {
  readonly code: ErrorCode;
  readonly cause: string;
  readonly fix: string;
}

/**
 * What a refusal of the sign-in means in words, each with its own fix; undefined for one that is not about token or
 * trust.
 */
function wordsFor(error: Error, { role, token }: SignIn, claims: TokenClaims | undefined): Words | undefined {
  const { roleArn, audience } = role;
  const issuer = claims?.iss || 'of this GitHub server';
  switch (meaningOf(error, CALL)) {
    case 'denied': {
      const { policy } = parseDenial(error.message, ACTION);
      // A policy that is named is another one than the trust policy.
      if (policy !== undefined && !/trust/i.test(policy)) return undefined;
      return {
        code: 'role-not-assumed',
        cause: `AWS did not let ${isOfJob(token) ? 'this job' : token.words} assume ${nameOfRole(roleArn)}`,
        fix: `Compare the trust policy of ${roleArn} with the claims of the token below (docs/iam.md#who-can-use-the-roles); \`aud\` and \`sub\` must match exactly.`,
      };
    }
    case 'provider-missing':
      return {
        code: 'oidc-provider-missing',
        cause: 'The account of the role has no IAM OIDC provider for GitHub',
        fix: `Create the IAM OIDC provider ${issuer} in the account of the role, with the audience ${claims?.aud ?? audience} (docs/iam.md#aws-in-one-paste).`,
      };
    case 'audience':
      return {
        code: 'oidc-provider-missing',
        cause: 'The IAM OIDC provider does not know the audience of the token',
        fix: `Add the audience ${claims?.aud ?? audience} to the IAM OIDC provider ${issuer} in the account of the role, or set the input audience to one that it has.`,
      };
    case 'thumbprint':
      return {
        code: 'oidc-token-rejected',
        cause: 'The IAM OIDC provider has an outdated thumbprint',
        fix: `Update the thumbprints of the IAM OIDC provider ${issuer} in the account of the role; the provider itself can stay.`,
      };
    case 'issuer':
      return {
        code: 'oidc-token-rejected',
        cause: 'AWS does not accept the issuer of the OIDC token',
        fix: `Compare the URL of the IAM OIDC provider with the issuer ${issuer}: an enterprise can have one of its own.`,
      };
    case 'claim-missing':
      return {
        code: 'oidc-token-rejected',
        cause: 'The OIDC token lacks a claim that AWS needs',
        fix: 'Reset the customized subject claim of the repository or organization (OIDC subject claim template), or add the claim to it again.',
      };
    case 'session-over':
      return {
        code: isOfJob(token) ? 'oidc-token-rejected' : 'aws-credentials-invalid',
        cause: isOfJob(token)
          ? 'The OIDC token had expired, or was not valid yet, when AWS received it'
          : `AWS does not accept ${token.words}, which has expired`,
        fix: token.expired,
      };
    case 'token-invalid':
      return {
        code: 'oidc-token-rejected',
        cause: `AWS does not accept ${token.words}`,
        fix: 'Compare the IAM OIDC provider with the answer of STS above and the claims of the token below.',
      };
    default:
      return undefined;
  }
}

/** The role without the path of its ARN: short enough for a first line. */
function nameOfRole(arn: string): string {
  return `role ${arn.slice(arn.lastIndexOf('/') + 1)}`;
}

/** True for a token that GitHub issues to this job, not one of a file. */
function isOfJob({ name }: WebToken): boolean {
  return name === 'role-to-assume';
}

/**
 * What a trust policy sees, of a token of GitHub with the form of the subject that it does not have; whole, since they
 * are there to be copied.
 */
function describeClaims(claims: TokenClaims, token: WebToken): string[] {
  const { old, immutable } = bothSubjects(claims);
  const forms = Object.entries({ 'form without IDs': old, 'immutable form': immutable });
  const others = forms.filter(([, subject]) => subject !== claims.sub);
  return [
    'Claims of the token:',
    ...(isOfJob(token) ? [] : [`token: ${token.name}`]),
    `iss: ${oneLine(claims.iss)}`,
    `aud: ${oneLine(claims.aud)}`,
    `sub: ${oneLine(claims.sub)}`,
    ...others.map(([form, subject]) => `sub, ${form}: ${oneLine(subject)}`),
  ];
}

/** For a role of `setup/aws`: the parameters with which it would let this job in, none where no parameter does. */
function fittingParameters(roleArn: string, { sub }: TokenClaims): string[] {
  const role = setupRole(roleArn);
  if (role === undefined) return [];
  const parameters = trustParameters(role, oneLine(sub));
  if (parameters !== undefined) return [`Parameters of setup/aws that let this job in: ${parameters}`];
  return role === 'change' && /:pull_request$/.test(sub)
    ? ['No parameter of setup/aws lets pull requests use this role; PreviewVpcId makes a role for them.']
    : [];
}

/**
 * The condition of a trust policy that this token fulfils: its audience and its subject, without a wildcard. A subject
 * that other runs have too is named as such.
 */
function fittingCondition({ iss, aud, sub }: TokenClaims): string[] {
  if ([iss, aud, sub].includes('')) return [];
  const provider = oneLine(iss).replace(/^https:\/\//, '');
  // IAM reads `${` as the beginning of a variable, and a branch may be called so.
  const exactly = (value: string) => oneLine(value).replaceAll(/\$(?=\{)/g, () => DOLLAR);
  const condition = { StringEquals: { [`${provider}:aud`]: exactly(aud), [`${provider}:sub`]: exactly(sub) } };
  return [
    'Condition for the trust policy that fits this job and no other subject:',
    `"Condition": ${JSON.stringify(condition)}`,
    ...sharedWith(sub),
  ];
}

/** A dollar sign in a value of a policy (IAM user guide, Policy variables, special characters). */
const DOLLAR = ['$', '{$}'].join('');

/** Who else gets this subject, where that is more than the runs of one branch or deployment environment. */
function sharedWith(sub: string): string[] {
  const previews =
    'Use a role of its own for previews, which reaches a VPC for previews only (docs/iam.md#who-can-use-the-roles).';
  if (/:pull_request(?::|$)/.test(sub))
    return [
      `Every pull request of this repository has this subject: whoever can push a branch could use the role.`,
      previews,
    ];
  const tag = /:ref:refs\/tags\/([^:]+)/.exec(sub)?.[1];
  if (tag === undefined) return [];
  return [
    `Whoever can create or move the tag ${shortened(oneLine(tag), 60)} could use the role, and the next tag has a different subject.`,
    previews,
  ];
}
