// A small evaluator of identity policies: Action, Resource, Condition; deny wins. Source: IAM user guide, policy
// evaluation logic and condition operators.
import { globMatch } from './query-protocol.ts';

type OneOrMany = string | string[];
export interface PolicyStatement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  /** Of a trust policy: the identity provider that it trusts. */
  Principal?: { Federated: string };
  Action?: OneOrMany;
  NotAction?: OneOrMany;
  Resource?: OneOrMany;
  NotResource?: OneOrMany;
  Condition?: Record<string, Record<string, OneOrMany>>;
}
export interface PolicyDocument {
  Version?: string;
  Statement: PolicyStatement | PolicyStatement[];
}
/** A policy that does not belong to the caller, yet limits what it may do. */
export interface Guard {
  /** As AWS names it: `service control policy`, `permissions boundary`, `session policy`, `VPC endpoint policy`. */
  kind: string;
  /** The policy's ARN, which AWS names for some kinds. */
  arn?: string;
  policy: PolicyDocument;
}
export type ConditionKeys = Record<string, OneOrMany | undefined>;
export interface AccessRequest {
  action: string;
  resource: string;
  keys: ConditionKeys;
}

const many = (value: OneOrMany | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [String(value)];

/** Decides one action on one resource. */
export function decide(policies: PolicyDocument[], request: AccessRequest): 'allow' | 'explicitDeny' | 'implicitDeny' {
  let allowed = false;
  for (const statement of policies.flatMap((policy) => policy.Statement)) {
    if (!covers(statement, request)) continue;
    if (statement.Effect === 'Deny') return 'explicitDeny';
    allowed = true;
  }
  return allowed ? 'allow' : 'implicitDeny';
}

function covers(statement: PolicyStatement, { action, resource, keys }: AccessRequest): boolean {
  const actionFits = (pattern: string) => globMatch(pattern, action, 'i');
  const resourceFits = (pattern: string) => globMatch(pattern, resource);
  if (statement.Action && !many(statement.Action).some(actionFits)) return false;
  if (statement.NotAction && many(statement.NotAction).some(actionFits)) return false;
  if (statement.Resource && !many(statement.Resource).some(resourceFits)) return false;
  if (statement.NotResource && many(statement.NotResource).some(resourceFits)) return false;
  return Object.entries(statement.Condition ?? {}).every(([operator, wanted]) =>
    Object.entries(wanted).every(([key, values]) =>
      holds(operator, { actual: lookUp(keys, key), values: many(values) }),
    ),
  );
}

function lookUp(keys: ConditionKeys, wanted: string): OneOrMany | undefined {
  // Condition keys ignore case, but the tag key after the slash is compared as a tag key of that service is.
  const found = Object.keys(keys).find((key) => key.toLowerCase() === wanted.toLowerCase());
  return found === undefined ? undefined : keys[found];
}

function holds(operator: string, { actual, values }: { actual: OneOrMany | undefined; values: string[] }): boolean {
  const [, quantifier, name = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  if (name === 'Null') return (actual === undefined) === (values[0] === 'true');
  const negative = name.includes('Not');
  if (actual === undefined) return Boolean(ifExists) || quantifier === 'ForAllValues' || negative;
  const test = (value: string) => values.some((wanted) => compare(name, { value, wanted })) !== negative;
  const all = many(actual);
  if (quantifier === 'ForAnyValue') return all.some(test);
  return all.every(test);
}

function compare(name: string, { value, wanted }: { value: string; wanted: string }): boolean {
  switch (name) {
    case 'StringEquals':
    case 'StringNotEquals':
      return value === wanted;
    case 'StringEqualsIgnoreCase':
    case 'StringNotEqualsIgnoreCase':
      return value.toLowerCase() === wanted.toLowerCase();
    case 'Bool':
      return value.toLowerCase() === wanted.toLowerCase();
    case 'StringLike':
    case 'StringNotLike':
    case 'ArnLike':
    case 'ArnEquals':
    case 'ArnNotLike':
    case 'ArnNotEquals':
      return globMatch(wanted, value);
    default:
      throw new Error(`the sandbox does not know the condition operator ${name}`);
  }
}

/**
 * Whether a trust policy lets a web identity in. Source: IAM user guide, condition context keys for OIDC federation.
 * @param provider ARN of the identity provider; @param claims of the token
 */
export function trusts(
  policy: PolicyDocument,
  provider: string,
  claims: { readonly aud: string; readonly sub: string },
): boolean {
  const issuer = provider.replace(/^.*:oidc-provider\//, '');
  const mine = [policy.Statement].flat().filter(({ Principal }) => Principal?.Federated === provider);
  const keys = { [`${issuer}:aud`]: claims.aud, [`${issuer}:sub`]: claims.sub };
  const request = { action: 'sts:AssumeRoleWithWebIdentity', resource: '*', keys };
  return decide([{ ...policy, Statement: mine }], request) === 'allow';
}

/** Lets a caller look at everything and change nothing. */
export const readOnlyPolicy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: ['ec2:Describe*', 'sts:GetCallerIdentity'], Resource: '*' },
};
