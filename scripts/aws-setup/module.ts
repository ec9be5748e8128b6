import {
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
  snakeCase,
} from './source.ts';

const HEAD = '# Made by `npm run readme` from setup/aws/policies and setup/aws/parameters.json.\n';
const VALUES: Readonly<Record<string, string>> = {
  Partition: 'local.partition',
  Region: 'local.region',
  AccountId: 'local.account_id',
  ProviderArn: 'local.provider_arn',
};

/** The Terraform module of the same content as the template: its files by name. */
export function terraformModule(): Readonly<Record<string, string>> {
  return {
    'variables.tf': HEAD + PARAMETERS.map(variable).join('\n'),
    'main.tf': `${HEAD}${FRAME}\n${ROLES.map(roleBlocks).join('\n')}`,
    'outputs.tf': HEAD + OUTPUTS,
  };
}

const quoted = (text: string) => JSON.stringify(text);

function variable(one: Parameter): string {
  const name = snakeCase(one.name);
  const type = one.list ? 'list(string)' : one.boolean ? 'bool' : 'string';
  const byDefault = one.list
    ? '[]'
    : one.boolean
      ? 'false'
      : one.default === undefined
        ? undefined
        : quoted(one.default);
  return [
    `variable "${name}" {`,
    `  description = ${quoted(one.description)}`,
    `  type        = ${type}`,
    ...(byDefault === undefined ? [] : [`  default     = ${byDefault}`]),
    ...validations(one, name).flatMap((condition) => [
      '',
      '  validation {',
      `    condition     = ${condition}`,
      `    error_message = ${quoted(`${name} ${one.patternWords}.`)}`,
      '  }',
    ]),
    '}',
    '',
  ].join('\n');
}

function validations({ pattern, maxLength }: Parameter, name: string): string[] {
  return [
    ...(pattern === undefined ? [] : [`can(regex(${quoted(pattern)}, var.${name}))`]),
    ...(maxLength === undefined ? [] : [`length(var.${name}) <= ${maxLength}`]),
  ];
}

const FRAME = `
terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.81"
    }
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account_id   = data.aws_caller_identity.current.account_id
  partition    = data.aws_partition.current.partition
  region       = data.aws_region.current.id
  provider_arn = var.oidc_provider_arn != "" ? var.oidc_provider_arn : aws_iam_openid_connect_provider.github[0].arn
}

resource "aws_iam_openid_connect_provider" "github" {
  count          = var.oidc_provider_arn != "" ? 0 : 1
  url            = ${quoted(ISSUER)}
  client_id_list = [var.audience]
}
`;

function roleBlocks({ key, trust, policy, vpc, when }: (typeof ROLES)[number]): string {
  const count = when === undefined ? [] : [`  count = ${test(when)} ? 1 : 0`];
  const index = when === undefined ? '' : '[0]';
  return [
    `resource "aws_iam_role" "${key}" {`,
    ...count,
    `  name                 = "\${var.name}-${key}"`,
    '  description          = "Private connections to CockroachDB Cloud from GitHub Actions"',
    '  permissions_boundary = var.permissions_boundary != "" ? var.permissions_boundary : null',
    `  assume_role_policy   = <<-JSON`,
    ...indented(policySource(trust)),
    '  JSON',
    '}',
    '',
    `resource "aws_iam_role_policy" "${key}" {`,
    ...count,
    '  name   = "privatelink"',
    `  role   = aws_iam_role.${key}${index}.id`,
    '  policy = <<-JSON',
    ...indented(forVpc(policySource(policy), vpc)),
    '  JSON',
    '}',
    '',
  ].join('\n');
}

const indented = (part: Part) => json(part).map((line) => `    ${line}`);

/** JSON as a template of Terraform: the lines of a value. */
function json(part: Part): string[] {
  if (typeof part === 'string') return [string(part)];
  const mark = marked(part);
  if (mark !== undefined && 'List' in mark) return [`\${jsonencode(var.${snakeCase(mark.List)})}`];
  if (mark !== undefined) return [choice(mark.If)];
  if (Array.isArray(part))
    return members(
      part.map((one) => ({ value: one, name: '' })),
      '[]',
    );
  const named = membersOf(part as { [key: string]: Part }).map(([key, value]) => ({ value, name: `${quoted(key)}: ` }));
  return members(named, '{}');
}

const string = (text: string) =>
  quoted(text).replaceAll(/\$\{(\w+)\}/g, (_, name: string) => `\${${VALUES[name] ?? `var.${snakeCase(name)}`}}`);

/** One of two strings. */
function choice([name, then, otherwise]: readonly Part[]): string {
  const [first, second] = [string(String(then)), string(String(otherwise))].map((one) => one.slice(1, -1));
  return `"%{ if ${test(String(name))} }${first}%{ else }${second}%{ endif }"`;
}

/** An object or a list; what may be left out brings its own comma, and so stands before what is always there. */
function members(all: readonly { value: Part; name: string }[], [open, close]: string): string[] {
  const isOptional = ({ value }: { value: Part }) => {
    const mark = marked(value);
    return mark !== undefined && 'If' in mark && mark.If.length === 2;
  };
  const last = all.at(-1);
  if (last === undefined || isOptional(last))
    throw new Error('the last member of a list or object must always be there');
  const lines = all.flatMap((one, index) => {
    const mark = marked(one.value);
    const comma = index === all.length - 1 ? '' : ',';
    if (!isOptional(one) || mark === undefined || !('If' in mark)) return withComma(one.name, json(one.value), comma);
    const [name, then = ''] = mark.If;
    return [`%{ if ${test(String(name))} ~}`, ...withComma(one.name, json(then), comma), '%{ endif ~}'];
  });
  return [`${open}`, ...lines.map((line) => (line.startsWith('%{') ? line : `  ${line}`)), `${close}`];
}

function withComma(name: string, lines: readonly string[], comma: string): string[] {
  const named = lines.map((line, index) => (index === 0 ? name + line : line));
  return named.map((line, index) => (index === named.length - 1 ? line + comma : line));
}

/** When a condition holds, in Terraform's words. */
function test(name: string): string {
  const { list, boolean, ...parameter } = conditionNamed(name).parameter;
  const variable = `var.${snakeCase(parameter.name)}`;
  if (boolean) return variable;
  return list ? `length(${variable}) > 0` : `${variable} != ""`;
}

const OUTPUTS = `
output "change_role_arn" {
  description = "The role for role-to-assume: ensure, delete and sweep."
  value       = aws_iam_role.change.arn
}

output "verify_role_arn" {
  description = "The role for role-to-assume: verify, and any operation with dry-run."
  value       = aws_iam_role.verify.arn
}

output "previews_role_arn" {
  description = "The role for role-to-assume: previews of pull requests. Null without preview_vpc_id."
  value       = var.preview_vpc_id != "" ? aws_iam_role.previews[0].arn : null
}

output "oidc_provider_arn" {
  description = "GitHub's OIDC provider."
  value       = local.provider_arn
}

output "with" {
  description = "The lines for \`with:\` of a step that changes something."
  value = join("\\n", concat(
    [
      "aws-region: \${local.region}",
      "role-to-assume: \${aws_iam_role.change.arn}",
      "vpc-id: \${var.vpc_id}",
    ],
    var.team != "" ? ["tags: team=\${var.team}"] : [],
  ))
}
`;
