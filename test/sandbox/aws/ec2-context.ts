import type { Tags } from '../types.ts';
import type { WorldState } from '../world.ts';
import type { Caller } from './caller.ts';
import { type ConditionKeys, decide } from './iam.ts';
import { AwsError, type QueryParams, type Xml } from './query-protocol.ts';

/** A resource that an action is checked against. */
export interface CheckedResource {
  /** `vpc/vpc-1`, `vpc-endpoint/*`, or `*`. */
  path: string;
  tags?: Tags;
  keys?: ConditionKeys;
}

/** All that an EC2 action works with. */
export interface Ec2Context {
  world: WorldState;
  caller: Caller;
  action: string;
  params: QueryParams;
  /** Refuses unless the caller's policies allow the action on every resource; then answers a dry run. */
  authorize(resources: CheckedResource[], also?: { action: string; resources: CheckedResource[] }): void;
  /** Whether the caller's policies allow an action of another service on everything. */
  allows(action: string): boolean;
}

export type Ec2Action = (context: Ec2Context) => { [name: string]: Xml } & { $delaySeconds?: number; $hangs?: boolean };
/** The ARN that conditions see: for a session of a role that of the role. Source: IAM user guide, aws:PrincipalArn. */
function principalArn(arn: string): string {
  return arn.replace(/^arn:([\w-]+):sts::(\d+):assumed-role\/([^/]+)\/.*$/, 'arn:$1:iam::$2:role/$3');
}

/** Builds the context of one request. */
export function ec2Context(base: Omit<Ec2Context, 'authorize' | 'allows'>): Ec2Context {
  const { world, caller, action, params } = base;
  const check = (name: string, resources: CheckedResource[]) => {
    const { guards } = world.settings.iam;
    if (!caller.policies && guards.length === 0) return;
    for (const resource of resources) {
      const arn =
        resource.path === '*'
          ? '*'
          : `arn:${caller.partition}:ec2:${caller.region}:${caller.accountId}:${resource.path}`;
      const keys: ConditionKeys = {
        'ec2:Region': caller.region,
        'aws:RequestedRegion': caller.region,
        'aws:PrincipalAccount': caller.accountId,
        'aws:PrincipalArn': principalArn(caller.arn),
        ...tagKeys(['aws:ResourceTag/', 'ec2:ResourceTag/'], resource.tags ?? {}),
        ...resource.keys,
      };
      const action = `ec2:${name}`;
      const identity = { kind: 'identity-based policy', policies: caller.policies };
      const all = [...guards.map(({ policy, ...guard }) => ({ ...guard, policies: [policy] })), identity].map(
        (one) => ({
          ...one,
          decision: one.policies === null ? 'allow' : decide(one.policies, { action, resource: arn, keys }),
        }),
      );
      // A Deny anywhere counts first; else every one of them has to allow it.
      const by = all.find((one) => one.decision === 'explicitDeny') ?? all.find((one) => one.decision !== 'allow');
      if (by !== undefined) throw refusal(world, { caller, action, arn, by });
    }
  };
  return {
    ...base,
    allows: (name) =>
      !caller.policies || decide(caller.policies, { action: name, resource: '*', keys: {} }) === 'allow',
    authorize(resources, also) {
      check(action, resources);
      if (also) check(also.action, also.resources);
      if (params.flag('DryRun')) {
        throw new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
      }
    },
  };
}

/** Condition keys of tags in a request. */
export function requestTagKeys(tags: Tags): ConditionKeys {
  const names = Object.keys(tags);
  return { ...tagKeys(['aws:RequestTag/'], tags), ...(names.length ? { 'aws:TagKeys': names } : {}) };
}

function tagKeys(prefixes: string[], tags: Tags): ConditionKeys {
  return Object.fromEntries(
    prefixes.flatMap((prefix) => Object.entries(tags).map(([key, value]) => [`${prefix}${key}`, value])),
  );
}

/** AWS's refusal for lack of a permission. */
export function refusal(
  world: WorldState,
  {
    caller,
    action,
    arn,
    by = { kind: 'identity-based policy', decision: 'implicitDeny' },
  }: { caller: Caller; action: string; arn: string; by?: { kind: string; arn?: string; decision: string } },
): AwsError {
  const article = /^[aeio]/i.test(by.kind) ? 'an' : 'a';
  const why =
    by.decision === 'explicitDeny'
      ? `with an explicit deny in ${article} ${by.kind}${by.arn === undefined ? '' : `: ${by.arn}`}`
      : `because no ${by.kind} allows the ${action} action`;
  const where = arn === '*' ? '' : ` on resource: ${arn}`;
  const blob = Buffer.from(world.random.hex(240)).toString('base64url');
  if (world.settings.iam.oldDenials) {
    const told = `You are not authorized to perform this operation. Encoded authorization failure message: ${blob}`;
    return new AwsError('UnauthorizedOperation', told, 403);
  }
  return new AwsError(
    'UnauthorizedOperation',
    `You are not authorized to perform this operation. User: ${caller.arn} is not authorized to perform: ${action}${where} ${why}. Encoded authorization failure message: ${blob}`,
    403,
  );
}
