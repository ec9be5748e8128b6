import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  type IpPermission,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { meaningOf } from '../errors.ts';
import { type IngressRule, type Source, SQL_PORT } from '../types.ts';
import { type Caller, tagged } from './call.ts';
import { requeueOn } from './refusals.ts';

/** What a rule that is to be added can end in besides an error. */
export type Authorization = 'done' | 'requeue' | { readonly kind: 'group-unknown'; readonly message: string };

type GroupCreation = { readonly kind: 'created'; readonly groupId: string } | { readonly kind: 'name-taken' };
type GroupDeletion = { readonly kind: 'deleted' } | { readonly kind: 'in-use'; readonly message: string };

export interface GroupWrites {
  /** The new group's ID, or `name-taken` where the VPC has a group of this name (case-insensitive). */
  createGroup(group: {
    vpcId: string;
    name: string;
    description: string;
    tags: Readonly<Record<string, string>>;
  }): Promise<GroupCreation>;
  /**
   * Lets 26257/tcp in from the sources; `requeue` where a rule exists already, `group-unknown` where EC2 doesn't know
   * the group or one of the sources (yet).
   */
  authorizeIngress(groupId: string, sources: readonly Source[], description: string): Promise<Authorization>;
  /** Takes rules away by value; rules that are gone already give `requeue`. */
  revokeIngress(groupId: string, rules: readonly IngressRule[]): Promise<'done' | 'requeue'>;
  /**
   * `in-use` where a network interface or a rule of another group still uses it; one that is not there counts as
   * deleted.
   */
  deleteGroup(groupId: string): Promise<GroupDeletion>;
}

/** What is changed about security groups. */
export function groupWrites(caller: Caller): GroupWrites {
  return { ...wholeGroups(caller), ...groupRules(caller) };
}

function wholeGroups({ client, sending, call }: Caller): Pick<GroupWrites, 'createGroup' | 'deleteGroup'> {
  return {
    createGroup: (group) =>
      call<GroupCreation>(
        {
          action: 'CreateSecurityGroup',
          doing: `create the security group ${group.name}`,
          recover: (error) => (meaningOf(error) === 'group-exists' ? { kind: 'name-taken' } : undefined),
        },
        async () => {
          const answer = await client().send(
            new CreateSecurityGroupCommand({
              VpcId: group.vpcId,
              GroupName: group.name,
              Description: group.description,
              TagSpecifications: tagged('security-group', group.tags),
            }),
            sending,
          );
          return { kind: 'created', groupId: answer.GroupId ?? '' };
        },
      ),

    deleteGroup: (groupId) =>
      call<GroupDeletion>(
        {
          action: 'DeleteSecurityGroup',
          doing: `delete the security group ${groupId}`,
          recover: (error) => {
            const meaning = meaningOf(error, 'DeleteSecurityGroup');
            if (meaning === 'group-gone') return { kind: 'deleted' };
            if (meaning !== 'in-use' && meaning !== 'busy') return undefined;
            return { kind: 'in-use', message: error instanceof Error ? error.message : '' };
          },
        },
        async () => {
          await client().send(new DeleteSecurityGroupCommand({ GroupId: groupId }), sending);
          return { kind: 'deleted' };
        },
      ),
  };
}

function groupRules({ client, sending, call }: Caller): Pick<GroupWrites, 'authorizeIngress' | 'revokeIngress'> {
  return {
    authorizeIngress: (groupId, sources, description) =>
      call<Authorization>(
        {
          action: 'AuthorizeSecurityGroupIngress',
          doing: `open port ${SQL_PORT} in ${groupId}`,
          recover: (error) =>
            meaningOf(error) === 'group-gone'
              ? { kind: 'group-unknown', message: (error as Error).message }
              : requeueOn('AuthorizeSecurityGroupIngress', 'rule-exists')(error),
        },
        async () => {
          const permission = permissionFor(
            { protocol: 'tcp', fromPort: SQL_PORT, toPort: SQL_PORT },
            sources,
            description,
          );
          await client().send(
            new AuthorizeSecurityGroupIngressCommand({ GroupId: groupId, IpPermissions: [permission] }),
            sending,
          );
          return 'done';
        },
      ),

    revokeIngress: (groupId, rules) =>
      call<'done' | 'requeue'>(
        {
          action: 'RevokeSecurityGroupIngress',
          doing: `remove stale rules from ${groupId}`,
          recover: requeueOn('RevokeSecurityGroupIngress', 'rule-gone', 'group-gone', 'busy'),
        },
        async () => {
          const permissions = rules.flatMap((rule) =>
            rule.source === undefined ? [] : [permissionFor(rule, [rule.source])],
          );
          await client().send(
            new RevokeSecurityGroupIngressCommand({ GroupId: groupId, IpPermissions: permissions }),
            sending,
          );
          return 'done';
        },
      ),
  };
}

function permissionFor(
  rule: { protocol: string; fromPort: number; toPort: number },
  sources: readonly Source[],
  Description?: string,
): IpPermission {
  const described = Description === undefined ? {} : { Description };
  const cidrs = sources.flatMap((source) => ('cidr' in source ? [{ CidrIp: source.cidr, ...described }] : []));
  const groups = sources.flatMap((source) => ('groupId' in source ? [{ GroupId: source.groupId, ...described }] : []));
  return {
    IpProtocol: rule.protocol,
    FromPort: rule.fromPort,
    ToPort: rule.toPort,
    ...(cidrs.length > 0 ? { IpRanges: cidrs } : {}),
    ...(groups.length > 0 ? { UserIdGroupPairs: groups } : {}),
  };
}
