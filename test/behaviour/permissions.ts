import type { PolicyName } from '../harness/role-policies.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import type { Path } from '../support/verify.ts';

/** A right of the policies in docs/iam.md, and a step that cannot do without it. */
export interface Right {
  policy: PolicyName;
  /** `Sid action resource`, the resource without what is before its type. */
  right: string;
  /** What the error names; the action of the right unless told otherwise. */
  names?: string;
  /** Brings a finished path into a state in which the step needs the right; without it there is no path yet. */
  spoil?: (sandbox: Sandbox, path: Path) => void;
  inputs?: Record<string, string>;
}

const ago = (sandbox: Sandbox, ms: number) => new Date(sandbox.clock.now() - ms).toISOString();
const readsNothingElse = () => undefined;
const CLAIM = 'cockroachdb-privatelink/claim/';
const LEAVE = { operation: 'delete', environment: 'default' };

/** One row for each right; a test keeps the rows and the policies equal. */
export const RIGHTS: readonly Right[] = [
  { policy: 'policy', right: 'Read ec2:DescribeVpcs *' },
  { policy: 'policy', right: 'Read ec2:DescribeSubnets *' },
  { policy: 'policy', right: 'Read ec2:DescribeSecurityGroups *' },
  { policy: 'policy', right: 'Read ec2:DescribeVpcEndpoints *' },
  {
    policy: 'policy',
    right: 'Read ec2:DescribeNetworkInterfaces *',
    spoil: readsNothingElse,
    inputs: { probe: 'true' },
  },
  { policy: 'policy', right: 'ReadVpcAttributes ec2:DescribeVpcAttribute vpc/VPC_ID' },
  { policy: 'policy', right: 'ChangeEndpointsInVpc ec2:CreateVpcEndpoint vpc/VPC_ID' },
  {
    policy: 'policy',
    right: 'ChangeEndpointsInVpc ec2:ModifyVpcEndpoint vpc/VPC_ID',
    spoil: ({ world }, { endpoint }) => world.setPrivateDns(endpoint, false),
  },
  { policy: 'policy', right: 'UseNetwork ec2:CreateVpcEndpoint subnet/*' },
  { policy: 'policy', right: 'UseNetwork ec2:CreateVpcEndpoint security-group/*' },
  {
    policy: 'policy',
    right: 'ChangeNetwork ec2:ModifyVpcEndpoint subnet/*',
    spoil: ({ world }, { endpoint }) => world.setEndpointSubnets(endpoint, ids.subnets.slice(0, 2)),
  },
  {
    policy: 'policy',
    right: 'ChangeNetwork ec2:ModifyVpcEndpoint security-group/*',
    spoil: ({ world }, { endpoint }) =>
      world.setEndpointGroups(endpoint, [world.createGroup({ vpcId: ids.vpc, name: 'other' }).id]),
  },
  { policy: 'policy', right: 'CreateEndpoint ec2:CreateVpcEndpoint vpc-endpoint/*' },
  {
    policy: 'policy',
    right: 'ChangeOwnEndpoints ec2:ModifyVpcEndpoint vpc-endpoint/*',
    spoil: ({ world }, { endpoint }) => world.setPrivateDns(endpoint, false),
  },
  {
    policy: 'policy',
    right: 'ChangeOwnEndpoints ec2:DeleteVpcEndpoints vpc-endpoint/*',
    spoil: ({ world }, { endpoint }) => world.endEndpoint(endpoint, 'failed'),
  },
  { policy: 'policy', right: 'CreateGroupInVpc ec2:CreateSecurityGroup vpc/VPC_ID' },
  { policy: 'policy', right: 'CreateGroup ec2:CreateSecurityGroup security-group/*' },
  { policy: 'policy', right: 'ChangeOwnGroups ec2:AuthorizeSecurityGroupIngress security-group/*' },
  {
    policy: 'policy',
    right: 'ChangeOwnGroups ec2:RevokeSecurityGroupIngress security-group/*',
    spoil: ({ world }, { group }) =>
      void world.addRule({ groupId: group, cidr: '192.0.2.0/24', description: 'cockroachdb-privatelink' }),
  },
  { policy: 'policy', right: 'TagAtCreation ec2:CreateTags vpc-endpoint/*' },
  { policy: 'policy', right: 'TagAtCreation ec2:CreateTags security-group/*' },
  {
    policy: 'policy',
    right: 'KeepClaims ec2:CreateTags vpc-endpoint/*',
    spoil({ world }, { endpoint }) {
      const claims = Object.keys(world.endpoint(endpoint).tags).filter((key) => key.startsWith(CLAIM));
      world.setTags(endpoint, Object.fromEntries(claims.map((key) => [key, null])));
    },
  },
  {
    policy: 'policy',
    right: 'KeepClaims ec2:DeleteTags vpc-endpoint/*',
    spoil: (sandbox, { endpoint }) =>
      sandbox.world.setTags(endpoint, {
        'cockroachdb-privatelink/leaving/dead': `v1 at=${ago(sandbox, 3_600_000)} clusters=`,
      }),
  },
  {
    policy: 'policy',
    right: 'ChangeOwnGroups ec2:DeleteSecurityGroup security-group/*',
    spoil: readsNothingElse,
    inputs: LEAVE,
  },
  { policy: 'policy', right: 'KeepClaims ec2:CreateTags security-group/*', spoil: readsNothingElse, inputs: LEAVE },
  {
    policy: 'policy',
    right: 'KeepClaims ec2:DeleteTags security-group/*',
    spoil: ({ world }, { endpoint }) => world.setTags(endpoint, { [`${CLAIM}other`]: 'another environment' }),
    inputs: LEAVE,
  },
  {
    policy: 'policy',
    right: 'PrivateDns route53:AssociateVPCWithHostedZone *',
    spoil: ({ world }, { endpoint }) => world.setPrivateDns(endpoint, false),
  },
  ...['DescribeVpcs', 'DescribeSubnets', 'DescribeSecurityGroups', 'DescribeVpcEndpoints'].map((action) => ({
    policy: 'verify-policy' as const,
    right: `Read ec2:${action} *`,
    spoil: readsNothingElse,
    inputs: { operation: 'verify' },
  })),
  {
    policy: 'verify-policy',
    right: 'Read ec2:DescribeNetworkInterfaces *',
    spoil: readsNothingElse,
    inputs: { operation: 'verify', probe: 'true' },
  },
  {
    policy: 'verify-policy',
    right: 'ReadVpcAttributes ec2:DescribeVpcAttribute vpc/VPC_ID',
    spoil: readsNothingElse,
    inputs: { operation: 'verify' },
  },
];
