import { readFileSync } from 'node:fs';
import type { PolicyDocument, PolicyStatement } from '../sandbox/aws/iam.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { evaluateTemplate } from './aws-setup/cloudformation.ts';
import type { Evaluated } from './aws-setup/evaluated.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const template = read('setup/aws/template.yaml');
const pages = { iam: read('docs/iam.md'), security: read('SECURITY.md') };

/** The policies of docs/iam.md, and that of SECURITY.md, by the name of the comment around each. */
export type PolicyName = 'policy' | 'verify-policy' | 'tag-policy';

/** A policy of these pages as a reader finds it, with its placeholders; its statements as a list, each with a Sid. */
export function pagePolicy(name: PolicyName | 'trust-policy'): { Statement: (PolicyStatement & { Sid: string })[] } {
  const fence = new RegExp(`<!-- ${name}:start -->\\n\`\`\`json\\n(.*?)\`\`\`\\n<!-- ${name}:end -->`, 's');
  return JSON.parse(fence.exec(name === 'tag-policy' ? pages.security : pages.iam)?.[1] ?? '');
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

/** What the template makes in each account of a sandbox for each VPC, with nothing given but what it needs. */
function stacks({ world }: Sandbox, region: string): Evaluated[] {
  return [...world.accounts.values()].flatMap(({ id: accountId, partition }) =>
    [...world.tables.vpc.keys()].map((VpcId) => {
      const key = [partition, region, accountId, VpcId].join(' ');
      const place = { partition, region, accountId };
      const stack = made.get(key) ?? evaluateTemplate(template, { VpcId, Repository: 'acme/shop' }, place);
      made.set(key, stack);
      return stack;
    }),
  );
}

const made = new Map<string, Evaluated>();

/**
 * The policies of the role that a step with these inputs uses, as the template makes it.
 * @param inputs all inputs of the step, defaults included
 */
export function policiesForStep(sandbox: Sandbox, inputs: Readonly<Record<string, string>>): PolicyDocument[] {
  const on = (name: string) => /^true$/i.test((inputs[name] ?? '').trim());
  const asked = inputs['aws-region'] ?? '';
  const region = /^[\w-]+$/.test(asked) ? asked : sandbox.world.region;
  const role = inputs['operation'] === 'verify' || on('dry-run') ? 'verify' : 'change';
  return stacks(sandbox, region).flatMap(({ roles }) => roles[role]?.policies ?? []);
}
