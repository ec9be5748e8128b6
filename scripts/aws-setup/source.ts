import { readFileSync } from 'node:fs';

/** One setting of the template and of the module, as `setup/aws/parameters.json` has it. */
export interface Parameter {
  /** As CloudFormation names it; Terraform's name is the same in snake case. */
  readonly name: string;
  readonly description: string;
  /** Undefined for one that has to be given. */
  readonly default?: string;
  /** A regular expression that CloudFormation and Terraform both know. */
  readonly pattern?: string;
  readonly patternWords?: string;
  readonly maxLength?: number;
  readonly list?: boolean;
  readonly boolean?: boolean;
}

/** What holds where a policy says `If`: a parameter that is given, or true. */
export interface Condition {
  readonly name: string;
  readonly parameter: Parameter;
}

/**
 * A value of a policy: plain JSON of IAM with `${Name}` in its strings, `{"If": [condition, value, otherwise]}`, which
 * without `otherwise` leaves the member out, and `{"List": parameter}`.
 */
export type Part = string | readonly Part[] | { readonly [key: string]: Part };

/** The policies of `setup/aws/policies`, by file name. */
export const POLICIES = ['change', 'verify', 'trust-change', 'trust-verify', 'trust-previews'] as const;
export type PolicyFile = (typeof POLICIES)[number];

const FOLDER = new URL('../../setup/aws/', import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));

/** The policy of a file. */
export function policySource(file: PolicyFile): { readonly Statement: readonly { readonly [key: string]: Part }[] } {
  return read(`policies/${file}.json`);
}

const { parameters, conditions } = read('parameters.json') as {
  parameters: readonly Parameter[];
  conditions: Readonly<Record<string, string>>;
};
export const PARAMETERS = parameters;

function parameterNamed(name: string): Parameter {
  const found = parameters.find((one) => one.name === name);
  if (found === undefined) throw new Error(`setup/aws/parameters.json has no parameter ${name}`);
  return found;
}

export const CONDITIONS: readonly Condition[] = Object.entries(conditions).map(([name, parameter]) => ({
  name,
  parameter: parameterNamed(parameter),
}));

/** @throws Error for a condition that the file does not have */
export function conditionNamed(name: unknown): Condition {
  const found = CONDITIONS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`setup/aws/parameters.json has no condition ${String(name)}`);
  return found;
}

/** The three kinds of parts that are not plain JSON; undefined for plain JSON. */
export function marked(part: Part): { If: readonly Part[] } | { List: string } | undefined {
  if (typeof part !== 'object' || Array.isArray(part)) return undefined;
  const { If, List } = part as { If?: readonly Part[]; List?: string };
  if (If !== undefined) return { If };
  return List === undefined ? undefined : { List };
}

/** The members of an object of a policy that are IAM's. */
export function membersOf(part: { readonly [key: string]: Part }): [string, Part][] {
  return Object.entries(part).filter(([key]) => key !== 'Purpose');
}

/** The roles: which may use them, what they may do, and in which VPC. */
export const ROLES = [
  { key: 'change', id: 'ChangeRole', trust: 'trust-change', policy: 'change', vpc: 'VpcId', when: undefined },
  { key: 'verify', id: 'VerifyRole', trust: 'trust-verify', policy: 'verify', vpc: 'VpcId', when: undefined },
  {
    key: 'previews',
    id: 'PreviewsRole',
    trust: 'trust-previews',
    policy: 'change',
    vpc: 'PreviewVpcId',
    when: 'PreviewsGiven',
  },
] as const;

/** A policy for the VPC of another parameter. */
export function forVpc(part: Part, vpc: string): Part {
  return JSON.parse(JSON.stringify(part).replaceAll(`\${VpcId}`, `\${${vpc}}`));
}

/** The address of GitHub's OIDC provider. */
export const ISSUER = 'https://token.actions.githubusercontent.com';

/** The name of a parameter in Terraform. */
export function snakeCase(name: string): string {
  return name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

/**
 * A policy as IAM has it.
 * @param names what the placeholders stand for
 * @param given the conditions that hold
 */
export function plainPolicy(
  file: PolicyFile,
  names: Readonly<Record<string, string>>,
  given: readonly string[] = [],
): unknown {
  const plain = (part: Part): unknown => {
    if (typeof part === 'string')
      return part.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
        const value = names[name];
        if (value === undefined) throw new Error(`nothing stands for ${name}`);
        return value;
      });
    if (Array.isArray(part)) return part.map(plain).filter((one) => one !== undefined);
    const mark = marked(part);
    if (mark !== undefined && 'List' in mark) throw new Error(`a list is not known here: ${mark.List}`);
    if (mark !== undefined) {
      const [name, then = '', otherwise] = mark.If;
      if (given.includes(conditionNamed(name).name)) return plain(then);
      return otherwise === undefined ? undefined : plain(otherwise);
    }
    const members = membersOf(part as { [key: string]: Part }).map(([key, value]) => [key, plain(value)] as const);
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  };
  return plain(policySource(file));
}
