import { expect } from 'vitest';
import { isKnownType, parseHcl, resourceOf, unknownNames } from '../harness/hcl.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { ownedGroups, theEndpoint } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';
import { buildPath } from '../support/verify.ts';
import { type Plays, strangersEndpoint } from './documents-support.ts';

/** The blocks of docs/terraform.md: commands are carried out, configurations parsed and compared with what the action makes. */
export const TERRAFORM_BLOCKS: Plays = {
  'docs/terraform.md#from-terraform-to-the-action': async ({ block }) => {
    const { removed = [] } = await parseHcl(block.text);
    expect(removed.map(({ lifecycle }) => lifecycle)).toEqual([[{ destroy: false }]]);
    for (const { from } of removed) expect(isKnownType(from), from).toBe(true);
  },
  'docs/terraform.md#from-terraform-to-the-action-2': async ({ box, block }) => {
    const { id } = strangersEndpoint(box);
    tagByHand(box, block.text, { 'vpce-0123456789abcdef0': id });
    const result = await run(box, { 'dry-run': 'true' });
    expectSuccess(result);
    expect(result.log).not.toContain('not made by the action');
    expect(result.log).not.toContain("isn't managed");
    expect(result.outputs['plan']).toContain(`turn on private DNS for ${id}`);
  },
  'docs/terraform.md#from-the-action-to-terraform': async ({ box, block }) => {
    const path = buildPath(box);
    tagByHand(box, block.text, { 'vpce-0123456789abcdef0': path.endpoint, 'sg-0123456789abcdef0': path.group });
    const result = await run(box);
    expectSuccess(result);
    expect([mutations(result), ownedGroups(box)]).toEqual([[], []]);
    expect(result.log).toContain("isn't managed by this action");
  },
  'docs/terraform.md#from-the-action-to-terraform-2': async ({ box, block }) => {
    const configuration = await parseHcl(block.text);
    expect(unknownNames(configuration)).toEqual([]);
    const { import: imports = [], resource = {} } = configuration;
    const declared = Object.entries(resource).flatMap(([type, named]) =>
      Object.keys(named).map((name) => `\${${type}.${name}}`),
    );
    expect(imports.map((one) => one.to).toSorted()).toEqual(declared.toSorted());
    expectSuccess(await run(box));
    const endpoint = theEndpoint(box);
    const [group] = ownedGroups(box);
    const [rule] = box.world.rules(group?.id ?? '');
    const said = (address: string) => JSON.parse(ofTheSandbox(resourceOf(configuration, address)));
    // What Terraform would replace or change if it were not as the action made it.
    expect(said('aws_security_group.cockroachdb')).toEqual({
      name: group?.name,
      description: group?.description,
      vpc_id: group?.vpcId,
    });
    expect(said('aws_vpc_security_group_ingress_rule.cockroachdb')).toMatchObject({
      description: rule?.description,
      ip_protocol: rule?.protocol,
      from_port: rule?.fromPort,
      to_port: rule?.toPort,
    });
    expect(said('aws_vpc_endpoint.cockroachdb')).toMatchObject({ vpc_endpoint_type: endpoint.type });
    expect(said('aws_vpc_endpoint.cockroachdb')).not.toHaveProperty('private_dns_enabled');
    expect(said('aws_vpc_endpoint_private_dns.cockroachdb')).toMatchObject({
      private_dns_enabled: endpoint.privateDnsEnabled,
    });
  },
};

/** The page's IDs of the service and the VPC, as the sandbox has them. */
function ofTheSandbox(body: Record<string, unknown>): string {
  return JSON.stringify(body)
    .replaceAll('vpce-svc-0123456789abcdef0', ids.standardService)
    .replaceAll('vpc-0123456789abcdef0', ids.vpc);
}

/** The page's name of the service, as the sandbox has it. */
const ofTheService = (value: string) => value.replaceAll('vpce-svc-0123456789abcdef0', ids.standardService);

/** Carries out `aws ec2 create-tags` or `delete-tags`, as written. */
function tagByHand(box: Sandbox, command: string, put: Record<string, string>): void {
  const form =
    /^aws ec2 (create|delete)-tags --region us-east-1 --resources ((?:[\w-]+ )+)--tags ((?:'?Key=[^,\s]+(?:,Value=\S+)?'?\s)+)$/;
  const [, verb, resources = '', pairs = ''] = form.exec(command) ?? [];
  expect(verb, command).toBeDefined();
  const tags = pairs
    .trim()
    .split(' ')
    .map((pair) => /^'?Key=([^,']+)(?:,Value=([^']*))?'?$/.exec(pair) ?? [])
    .map(([, key = '', value = '']) => [key, verb === 'create' ? ofTheService(value) : null] as const);
  for (const resource of resources.trim().split(' '))
    box.world.setTags(put[resource] ?? resource, Object.fromEntries(tags));
}
