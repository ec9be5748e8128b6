import { stringify } from 'yaml';
import {
  CONDITIONS,
  type Condition,
  conditionNamed,
  forVpc,
  ISSUER,
  marked,
  membersOf,
  PARAMETERS,
  type Parameter,
  type Part,
  policySource,
  ROLES,
} from './source.ts';

type Json = string | number | readonly Json[] | { readonly [key: string]: Json };

const NO_VALUE = { Ref: 'AWS::NoValue' };
const PSEUDO: Readonly<Record<string, string>> = {
  Partition: 'AWS::Partition',
  Region: 'AWS::Region',
  AccountId: 'AWS::AccountId',
};
const PROVIDER = 'GitHubOidcProvider';
const PROVIDER_ARN: Json = { 'Fn::If': ['ProviderGiven', { Ref: 'OidcProviderArn' }, { Ref: PROVIDER }] };

/** The CloudFormation template that makes the roles, as YAML. */
export function cloudFormationTemplate(): string {
  const template: Json = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'IAM roles with which GitHub Actions give a VPC a private connection to CockroachDB Cloud.',
    Metadata: { 'AWS::CloudFormation::Interface': { ParameterGroups: groups() } },
    Parameters: Object.fromEntries(PARAMETERS.map((one) => [one.name, parameter(one)])),
    Conditions: {
      ...Object.fromEntries(CONDITIONS.map((one) => [one.name, condition(one)])),
      ProviderMissing: { 'Fn::Not': [{ Condition: 'ProviderGiven' }] },
    },
    Resources: {
      [PROVIDER]: {
        Type: 'AWS::IAM::OIDCProvider',
        Condition: 'ProviderMissing',
        // Other roles of the account can use it: it stays when the stack goes.
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: { Url: ISSUER, ClientIdList: [{ Ref: 'Audience' }] },
      },
      ...Object.fromEntries(ROLES.map((role) => [role.id, roleResource(role)])),
    },
    Outputs: outputs(),
  };
  return `# Made by \`npm run readme\` from setup/aws/policies and setup/aws/parameters.json.\n${stringify(template, { lineWidth: 0 })}`;
}

function groups(): Json {
  const [vpc = '', repository = '', ...more] = PARAMETERS.map(({ name }) => name);
  return [
    { Label: { default: 'Needed' }, Parameters: [vpc, repository] },
    { Label: { default: 'Optional' }, Parameters: more },
  ];
}

function parameter(one: Parameter): Json {
  const { description: Description, pattern, patternWords, maxLength } = one;
  if (one.list) return { Type: 'CommaDelimitedList', Description, Default: '' };
  if (one.boolean) return { Type: 'String', Description, Default: 'false', AllowedValues: ['true', 'false'] };
  return {
    Type: 'String',
    Description,
    ...(one.default === undefined ? {} : { Default: one.default }),
    ...(pattern === undefined ? {} : { AllowedPattern: pattern }),
    ...(patternWords === undefined ? {} : { ConstraintDescription: patternWords }),
    ...(maxLength === undefined ? {} : { MaxLength: maxLength }),
  };
}

function condition({ parameter: { name, list, boolean } }: Condition): Json {
  const ref = { Ref: name };
  if (boolean) return { 'Fn::Equals': [ref, 'true'] };
  return { 'Fn::Not': [{ 'Fn::Equals': [list ? { 'Fn::Join': ['', ref] } : ref, ''] }] };
}

function roleResource({ key, trust, policy, vpc, when }: (typeof ROLES)[number]): Json {
  return {
    Type: 'AWS::IAM::Role',
    ...(when === undefined ? {} : { Condition: when }),
    Properties: {
      RoleName: { 'Fn::Sub': `\${Name}-${key}` },
      Description: 'Private connections to CockroachDB Cloud from GitHub Actions',
      AssumeRolePolicyDocument: jsonOf(policySource(trust)),
      PermissionsBoundary: { 'Fn::If': ['BoundaryGiven', { Ref: 'PermissionsBoundary' }, NO_VALUE] },
      Policies: [{ PolicyName: 'privatelink', PolicyDocument: jsonOf(forVpc(policySource(policy), vpc)) }],
    },
  };
}

function jsonOf(part: Part): Json {
  if (typeof part === 'string') return text(part);
  if (Array.isArray(part)) return part.map(jsonOf);
  const mark = marked(part);
  if (mark !== undefined && 'List' in mark) return { Ref: mark.List };
  if (mark !== undefined) {
    const [name, then = '', otherwise] = mark.If;
    const last = otherwise === undefined ? NO_VALUE : jsonOf(otherwise);
    return { 'Fn::If': [conditionNamed(name).name, jsonOf(then), last] };
  }
  return Object.fromEntries(membersOf(part as { [key: string]: Part }).map(([key, value]) => [key, jsonOf(value)]));
}

function text(said: string): Json {
  if (said === `\${ProviderArn}`) return PROVIDER_ARN;
  const [, only] = /^\$\{(\w+)\}$/.exec(said) ?? [];
  if (only !== undefined) return { Ref: PSEUDO[only] ?? only };
  if (!said.includes(`\${`)) return said;
  return { 'Fn::Sub': said.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => `\${${PSEUDO[name] ?? name}}`) };
}

/** The ARNs, and what a step has to say to use the role. */
function outputs(): Json {
  const arns = ROLES.map(({ id, key, when }): [string, Json] => [
    `${id}Arn`,
    {
      Description: `The role for role-to-assume: ${WORDS[key]}.`,
      ...(when === undefined ? {} : { Condition: when }),
      Value: { 'Fn::GetAtt': [id, 'Arn'] },
    },
  ]);
  return {
    ...Object.fromEntries(arns),
    OidcProviderArn: { Description: "GitHub's OIDC provider.", Value: PROVIDER_ARN },
    With: {
      Description: 'The lines for `with:` of a step that changes something.',
      Value: {
        'Fn::If': [
          'TeamGiven',
          { 'Fn::Sub': `${WITH.join('\n')}\ntags: team=\${Team}` },
          { 'Fn::Sub': WITH.join('\n') },
        ],
      },
    },
  };
}

const WORDS = {
  change: 'ensure, delete and sweep',
  verify: 'verify, and any operation with dry-run',
  previews: 'previews of pull requests',
} as const;

const WITH = [`aws-region: \${AWS::Region}`, `role-to-assume: \${ChangeRole.Arn}`, `vpc-id: \${VpcId}`];
