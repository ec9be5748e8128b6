import { between, table } from '../markdown-table.ts';
import { PARAMETERS, type Parameter, type PolicyFile, plainPolicy, policySource, snakeCase } from './source.ts';

/** The page with its tables and policies written anew. */
export function iamPage(page: string): string {
  const parts: readonly [string, string][] = [
    ['parameters', parameterTable()],
    ['statements', statementTable('change')],
    ['policy', fenced('change')],
    ['verify-policy', fenced('verify')],
    ['trust-policy', fenced('trust-change')],
  ];
  return parts.reduce((text, [name, part]) => between(text, name, part), page);
}

const cell = (text: string) => text.replaceAll('|', '\\|');

function parameterTable(): string {
  return table(
    ['CloudFormation', 'Terraform', 'Default', 'Meaning'],
    PARAMETERS.map((one) => [`\`${one.name}\``, `\`${snakeCase(one.name)}\``, byDefault(one), cell(one.description)]),
  );
}

function byDefault({ list, boolean, ...one }: Parameter): string {
  if (list || one.default === '') return '';
  if (boolean) return '`false`';
  return one.default === undefined ? 'needed' : `\`${one.default}\``;
}

function statementTable(file: PolicyFile): string {
  return table(
    ['Statement', 'What it is for'],
    policySource(file).Statement.map(({ Sid, Purpose }) => [`\`${String(Sid)}\``, cell(String(Purpose))]),
  );
}

/** What a reader replaces. */
const PLACEHOLDERS = {
  Partition: 'aws',
  Region: 'REGION',
  AccountId: 'ACCOUNT_ID',
  VpcId: 'VPC_ID',
  Repository: 'ORG/REPO',
  Branch: 'main',
  Audience: 'sts.amazonaws.com',
  ProviderArn: 'arn:aws:iam::ACCOUNT_ID:oidc-provider/token.actions.githubusercontent.com',
};

function fenced(file: PolicyFile): string {
  return `\`\`\`json\n${pretty(plainPolicy(file, PLACEHOLDERS))}\n\`\`\``;
}

/** JSON with what fits into a line on one line. */
function pretty(value: unknown, indent = '', before = 0): string {
  const flat = spaced(value);
  if (typeof value !== 'object' || value === null || (indent !== '' && indent.length + before + flat.length < 118))
    return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Array.isArray(value)
    ? value.map((one) => inner + pretty(one, inner))
    : Object.entries(value).map(([key, one]) => `${inner}"${key}": ${pretty(one, inner, key.length + 4)}`);
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `"${key}": ${spaced(one)}`)
    .join(', ')} }`;
}
