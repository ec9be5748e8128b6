import { expect } from 'vitest';
import { ruleActions } from '../sandbox/aws/ec2-actions/rules.ts';
import { ec2Context } from '../sandbox/aws/ec2-context.ts';
import { queryParams } from '../sandbox/aws/query-protocol.ts';
import { ids, type World } from '../sandbox/index.ts';

/** The command at the end of a text, to be pasted as it stands; '' where there is none. */
export function commandIn(text: string): string {
  return /aws ec2 .*$/s.exec(text)?.[0] ?? '';
}

const REVOKE =
  /^aws ec2 revoke-security-group-ingress --region (\S+) --group-id (sg-\w+) --ip-permissions '(?<permission>[^']+)'$/;

/** The lists of sources in a permission: as the AWS CLI spells them, and as EC2's Query API does. */
const ON_THE_WIRE: Readonly<Record<string, string>> = {
  IpRanges: 'IpRanges',
  Ipv6Ranges: 'Ipv6Ranges',
  PrefixListIds: 'PrefixListIds',
  UserIdGroupPairs: 'Groups',
};

/**
 * Carries out `aws ec2 revoke-security-group-ingress` as a person with every right does. The permission is in the shorthand of
 * the AWS CLI: `Key=value,List=[{Key=value,Key=value}]`.
 */
export function pasteRevoke(world: World, command: string): void {
  const [, region = '', groupId = ''] = REVOKE.exec(command) ?? [];
  const permission = REVOKE.exec(command)?.groups?.['permission'] ?? '';
  const [, plain = '', name = '', source = ''] = /^(.*),(\w+)=\[\{(.+)\}\]$/.exec(permission) ?? [];
  expect({ region, list: name in ON_THE_WIRE }, command).toEqual({ region: ids.region, list: true });
  const flat = Object.fromEntries([
    ['GroupId', groupId],
    ...pairs(plain).map(([key, value]) => [`IpPermissions.1.${key}`, value]),
    ...pairs(source).map(([key, value]) => [`IpPermissions.1.${ON_THE_WIRE[name]}.1.${key}`, value]),
  ]) as Record<string, string>;
  const caller = { accountId: ids.account, arn: `arn:aws:iam::${ids.account}:user/admin`, partition: 'aws', region };
  const action = 'RevokeSecurityGroupIngress';
  const context = ec2Context({ world, caller: { ...caller, policies: null }, action, params: queryParams(flat) });
  world.tick();
  ruleActions[action](context);
  world.tick();
}

function pairs(text: string): string[][] {
  return text.split(',').map((pair) => {
    const [, key = '', value = ''] = /^(\w+)=([^\s,=[\]{}]+)$/.exec(pair) ?? [];
    expect(key, `${pair} of ${text}`).not.toBe('');
    return [key, value];
  });
}
