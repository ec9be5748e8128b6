import { readFileSync } from 'node:fs';
import type { PolicyDocument, PolicyStatement } from '../sandbox/aws/iam.ts';
import type { Sandbox } from '../sandbox/index.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const security = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');

/** The policies of the README, and that of SECURITY.md, by the name of the comment around each. */
export type PolicyName = 'policy' | 'verify-policy' | 'tag-policy';

/** A policy of these pages as a reader finds it, with its placeholders; its statements as a list, each with a Sid. */
export function readmePolicy(name: PolicyName): { Statement: (PolicyStatement & { Sid: string })[] } {
  const fence = new RegExp(`<!-- ${name}:start -->\\n\`\`\`json\\n(.*?)\`\`\`\\n<!-- ${name}:end -->`, 's');
  return JSON.parse(fence.exec(name === 'tag-policy' ? security : readme)?.[1] ?? '');
}

/** A policy with its placeholders filled in, for each VPC and account of a sandbox: what a reader would attach to the roles. */
export function filledIn({ world }: Sandbox, policy: PolicyDocument, region: string): PolicyDocument[] {
  const accounts = [...world.accounts.values()];
  return accounts.flatMap(({ id, partition }) =>
    [...world.tables.vpc.keys()].map(
      (vpcId) =>
        JSON.parse(
          JSON.stringify(policy)
            .replaceAll('arn:aws:', `arn:${partition}:`)
            .replaceAll('REGION', region)
            .replaceAll('ACCOUNT_ID', id)
            .replaceAll('VPC_ID', vpcId),
        ) as PolicyDocument,
    ),
  );
}

/**
 * What the README tells a reader to attach for a step with these inputs.
 * @param inputs all inputs of the step, defaults included
 */
export function policiesForStep(sandbox: Sandbox, inputs: Readonly<Record<string, string>>): PolicyDocument[] {
  const on = (name: string) => /^true$/i.test((inputs[name] ?? '').trim());
  const reads = inputs['operation'] === 'verify' || on('dry-run');
  const asked = inputs['aws-region'] ?? '';
  const region = /^[\w-]+$/.test(asked) ? asked : sandbox.world.region;
  const policy: PolicyDocument = readmePolicy(reads ? 'verify-policy' : 'policy');
  // "With probe: true, add ec2:DescribeNetworkInterfaces to Read."
  const probing: PolicyDocument = {
    Statement: { Effect: 'Allow', Action: 'ec2:DescribeNetworkInterfaces', Resource: '*' },
  };
  return filledIn(sandbox, policy, region).concat(on('probe') && !reads ? [probing] : []);
}
