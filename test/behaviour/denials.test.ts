import { describe, expect } from 'vitest';
import type { Guard } from '../sandbox/aws/iam.ts';
import { ids, type MemorySandbox } from '../sandbox/index.ts';
import { expectFailure } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { errorText, expectRefusal, standard } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { buildPath } from '../support/verify.ts';

const SCP = 'arn:aws:organizations::999988887777:policy/o-b2fpbzyd95/service_control_policy/p-v4qqk7we';
const RCP = 'arn:aws:organizations::999988887777:policy/o-b2fpbzyd95/resource_control_policy/p-a1b2c3d4';
const BOUNDARY = `arn:aws:iam::${ids.account}:policy/platform/boundary`;
const ALLOW_ALL = { Effect: 'Allow', Action: '*', Resource: '*' } as const;
const without = (action: string) => ({ Statement: { Effect: 'Allow', NotAction: action, Resource: '*' } as const });
const denying = (action: string) => ({
  Statement: [ALLOW_ALL, { Effect: 'Deny', Action: action, Resource: '*' } as const],
});

interface Row {
  guard: Guard;
  /** The whole first line. */
  fact: string;
  /** The whole advice. */
  fix: RegExp;
  source: string;
}

const CREATE = 'ec2:CreateVpcEndpoint';
const GUIDE = 'IAM user guide, Troubleshoot access denied error messages';

/** For each kind of policy: that it denies, and that it does not allow. */
const ROWS: Readonly<Record<string, Row>> = {
  'a Deny in a service control policy, with its ARN': {
    guard: { kind: 'service control policy', arn: SCP, policy: denying(CREATE) },
    fact: `${CREATE} is denied by a service control policy (p-v4qqk7we).`,
    fix: new RegExp(`administrators of the AWS organization to exempt this role from the Deny of ${CREATE} in ${SCP};`),
    source: 'ministryofjustice/aws-root-account PR 1494',
  },
  'a Deny in a service control policy without ARN': {
    guard: { kind: 'service control policy', policy: denying(CREATE) },
    fact: `${CREATE} is denied by a service control policy.`,
    fix: /organization to exempt this role from the Deny of ec2:CreateVpcEndpoint in the service control policy;/,
    source: 'aws/karpenter-provider-aws 7370, 8190',
  },
  'a service control policy that does not allow it': {
    guard: { kind: 'service control policy', policy: without(CREATE) },
    fact: `Missing permission: no service control policy allows ${CREATE}.`,
    fix: /administrators of the AWS organization to allow ec2:CreateVpcEndpoint in a service control policy/,
    source: GUIDE,
  },
  'a Deny in a resource control policy': {
    guard: { kind: 'resource control policy', arn: RCP, policy: denying(CREATE) },
    fact: `${CREATE} is denied by a resource control policy (p-a1b2c3d4).`,
    fix: new RegExp(`organization to exempt this role from the Deny of ${CREATE} in ${RCP};`),
    source: GUIDE,
  },
  'a Deny in a permissions boundary': {
    guard: { kind: 'permissions boundary', arn: BOUNDARY, policy: denying(CREATE) },
    fact: `${CREATE} is denied by a permissions boundary (boundary).`,
    fix: new RegExp(`Remove the Deny of ${CREATE} from ${BOUNDARY} of the role`),
    source: GUIDE,
  },
  'a permissions boundary that does not allow it': {
    guard: { kind: 'permissions boundary', policy: without(CREATE) },
    fact: `Missing permission: no permissions boundary allows ${CREATE}.`,
    fix: /Allow ec2:CreateVpcEndpoint in the permissions boundary of the role/,
    source: GUIDE,
  },
  'a session policy that does not allow it': {
    guard: { kind: 'session policy', policy: without(CREATE) },
    fact: `Missing permission: no session policy allows ${CREATE}.`,
    fix: /in the session policy that was passed when the role was assumed/,
    source: GUIDE,
  },
  'a Deny in a session policy': {
    guard: { kind: 'session policy', policy: denying(CREATE) },
    fact: `${CREATE} is denied by a session policy.`,
    fix: /Remove the Deny of ec2:CreateVpcEndpoint from the session policy/,
    source: GUIDE,
  },
  'a VPC endpoint policy that does not allow it': {
    guard: { kind: 'VPC endpoint policy', policy: without(CREATE) },
    fact: `Missing permission: no VPC endpoint policy allows ${CREATE}.`,
    fix: /in the policy of the VPC endpoint through which the runner reaches AWS/,
    source: GUIDE,
  },
  'a Deny in a VPC endpoint policy': {
    guard: { kind: 'VPC endpoint policy', policy: denying(CREATE) },
    fact: `${CREATE} is denied by a VPC endpoint policy.`,
    fix: /Remove the Deny of ec2:CreateVpcEndpoint from the VPC endpoint policy: the runner reaches AWS through/,
    source: GUIDE,
  },
  'a Deny in a resource-based policy': {
    guard: { kind: 'resource-based policy', policy: denying(CREATE) },
    fact: `${CREATE} is denied by a resource-based policy.`,
    fix: /Remove the Deny of ec2:CreateVpcEndpoint from the resource-based policy/,
    source: GUIDE,
  },
  'a Deny in a policy of the role': {
    guard: {
      kind: 'identity-based policy',
      arn: `arn:aws:iam::${ids.account}:policy/no-endpoints`,
      policy: denying(CREATE),
    },
    fact: `${CREATE} is denied by an identity-based policy (no-endpoints).`,
    fix: new RegExp(`Remove the Deny of ${CREATE} from arn:aws:iam::${ids.account}:policy/no-endpoints of the role`),
    source: GUIDE,
  },
};

describe('a denial names the policy behind it, and the advice is for that one', () => {
  for (const [name, { guard, fact, fix }] of Object.entries(ROWS)) {
    behaviour(name, standard(), async (box) => {
      box.world.settings.iam.guards = [guard];
      const result = await run(box);
      expectFailure(result, 'aws-denied', fix);
      const [first = '', said = ''] = errorText(result).split('\n');
      expect(first).toBe(fact);
      expect(first.length).toBeLessThanOrEqual(100);
      // AWS's words are whole, but for the encoded message, and show where they were cut.
      expect(said).toMatch(
        /^EC2, asked to create a VPC endpoint in vpc-.*is not authorized to perform: ec2:CreateVpcEndpoint on resource: arn:aws:ec2:/,
      );
      expect(said).toMatch(/Encoded authorization failure message: …" \(UnauthorizedOperation\)$/);
      if (guard.arn !== undefined) expect(said).toContain(guard.arn);
      // The policy of the role is not what is to be changed.
      expect(errorText(result)).not.toMatch(/Allow \S+ in the policy of the role|decode-authorization-message/);
    });
  }

  behaviour('what names no policy is decoded before anything is allowed', standard(), async (box) => {
    box.world.settings.iam.oldDenials = true;
    box.world.settings.iam.guards = [{ kind: 'service control policy', policy: denying(CREATE) }];
    const result = await run(box);
    expectFailure(
      result,
      'aws-denied',
      /^AWS denies ec2:CreateVpcEndpoint and does not say which policy does\./,
      /Run the command in the log/,
    );
    const command = result.log.split('\n').find((line) => line.includes('decode-authorization-message')) ?? '';
    // The whole message is there to be copied, and nowhere else.
    expect(command).toMatch(
      /^aws sts decode-authorization-message --region us-east-1 --query DecodedMessage --output text --encoded-message [\w-]{300,}$/,
    );
    expect(errorText(result)).not.toMatch(/[\w-]{100,}/);
  });

  behaviour('another action than that of the call is the one to allow', standard(), async (box) => {
    const message = `You are not authorized to perform this operation. User: arn:aws:sts::${ids.account}:assumed-role/r/s is not authorized to perform: ec2:CreateVpcEndpoint on resource: arn:aws:ec2:eu-west-2:${ids.account}:vpc-endpoint/* because no identity-based policy allows the vpce:AllowMultiRegion action.`;
    const denied = { kind: 'status', status: 403, code: 'UnauthorizedOperation', message } as const;
    box.faults.add({ match: { action: 'CreateVpcEndpoint' }, ...denied, times: 99 });
    // ministryofjustice/modernisation-platform PR 12326
    expectFailure(
      await run(box),
      'aws-denied',
      /^Missing permission: no policy of the role allows vpce:AllowMultiRegion\./,
      /Allow vpce:AllowMultiRegion in the policy of the role/,
    );
  });
});

describe('a read that is denied does not hide what explains it', () => {
  const MISTYPED = 'vpc-0123456789abcdef0';
  const FOREIGN = standard({}, (seed) => {
    Object.assign(seed.vpcs[0] ?? {}, { accountId: ids.otherAccount, sharedWith: [ids.account] });
  });
  /** The role may read the VPC itself, and nothing in it. */
  const blind = (box: MemorySandbox) => {
    box.world.settings.iam.guards = [
      {
        kind: 'service control policy',
        policy: { Statement: { Effect: 'Allow', Action: 'ec2:DescribeVpcs', Resource: '*' } },
      },
    ];
  };
  const nothing = (box: MemorySandbox) => {
    box.world.settings.iam.guards = [{ kind: 'service control policy', policy: { Statement: [] } }];
  };

  behaviour('a mistyped vpc-id, under the policy of the README for one VPC', standard(), async (box) => {
    const result = await run(box, { 'vpc-id': MISTYPED });
    expectRefusal(result, 'vpc-not-found');
    expect(result.requests.some((one) => one.errorCode === 'UnauthorizedOperation')).toBe(true);
    expect(errorText(result)).not.toMatch(/Allow|permission/);
  });

  behaviour('a mistyped vpc-id, where every other read is denied', standard(), async (box) => {
    blind(box);
    expectRefusal(await run(box, { 'vpc-id': MISTYPED }), 'vpc-not-found');
  });

  behaviour('a shared VPC', FOREIGN, async (box) => {
    blind(box);
    const result = await run(box);
    expectRefusal(result, 'vpc-shared');
    expect(errorText(result)).toContain(`Run with a role of account ${ids.otherAccount}`);
  });

  for (const operation of ['ensure', 'delete', 'sweep'] as const) {
    behaviour(`a wrong account, where every read is denied: ${operation}`, standard(), async (box) => {
      nothing(box);
      const inputs = operation === 'sweep' ? { cluster: '' } : operation === 'delete' ? { environment: 'default' } : {};
      const result = await run(box, { operation, 'allowed-account-ids': ids.otherAccount, ...inputs });
      expectRefusal(result, 'wrong-account');
    });
  }

  behaviour('a denied read in the right account and VPC is what it is', standard(), async (box) => {
    nothing(box);
    expectRefusal(await run(box, { 'allowed-account-ids': ids.account }), 'aws-denied');
  });

  for (const [name, world, inputs, check] of [
    ['a mistyped vpc-id', standard(), { 'vpc-id': MISTYPED }, 'vpc-not-found'],
    ['a shared VPC', FOREIGN, {}, 'vpc-shared'],
    ['a wrong account', standard(), { 'allowed-account-ids': ids.otherAccount }, 'wrong-account'],
  ] as const) {
    behaviour(`verify reports it as a finding, and nothing that it did not read: ${name}`, world, async (box) => {
      buildPath(box);
      if (check === 'wrong-account') nothing(box);
      else blind(box);
      const result = await run(box, { operation: 'verify', ...inputs });
      expect(result.outputs['error-code'], result.log).toBe('drift');
      const findings = JSON.parse(result.outputs['drift'] ?? '[]') as { check: string; severity: string }[];
      expect(findings.filter((one) => one.severity === 'error').map((one) => one.check)).toEqual([check]);
      expect(result.outputs['status']).toBe('failed');
      expect(result.log).not.toMatch(/not checked|Allow ec2:/);
    });
  }
});
