// Evaluates a template as CloudFormation does, in the part of its language that ours uses; everything else is refused.
// Source: AWS CloudFormation user guide, intrinsic functions, conditions, pseudo parameters.
import { parse } from 'yaml';
import { type Evaluated, type EvaluatedRole, type Place, providerArn } from './evaluated.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Fields = Record<string, Json>;

interface Template {
  Parameters: Record<
    string,
    { Type: string; Default?: string; AllowedPattern?: string; AllowedValues?: string[]; MaxLength?: number }
  >;
  Conditions: Record<string, Json>;
  Resources: Record<string, { Type: string; Condition?: string; Properties: Fields }>;
  Outputs: Record<string, { Condition?: string; Value: Json }>;
}

const SECTIONS = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Conditions',
  'Resources',
  'Outputs',
];
/** What a property is where it is left out. */
const NO_VALUE = Symbol('AWS::NoValue');
type Value = Json | typeof NO_VALUE;

/** @throws Error as CloudFormation refuses a parameter or a template */
export function evaluateTemplate(text: string, given: Readonly<Record<string, string>>, place: Place): Evaluated {
  const template = parse(text) as Template;
  for (const name of Object.keys(template)) if (!SECTIONS.includes(name)) throw new Error(`Unknown section ${name}`);
  const scope = new Scope(template, parametersOf(template, given), place);
  const made = Object.entries(template.Resources).filter(([, one]) => scope.isMade(one.Condition));
  const roles: Record<string, EvaluatedRole> = {};
  let provider: Evaluated['provider'];
  for (const [, { Type, Properties }] of made) {
    const properties = scope.value(Properties) as Fields;
    if (Type === 'AWS::IAM::Role') {
      const role = roleOf(properties, place);
      roles[role.name.split('-').at(-1) ?? ''] = role;
    } else if (Type === 'AWS::IAM::OIDCProvider') {
      provider = { url: String(properties['Url']), audiences: properties['ClientIdList'] as string[] };
    } else throw new Error(`Unknown type ${Type}`);
  }
  const outputs = Object.entries(template.Outputs).flatMap(([name, one]): [string, string][] =>
    scope.isMade(one.Condition) ? [[name, String(scope.value(one.Value))]] : [],
  );
  return { roles, provider, outputs: Object.fromEntries(outputs) };
}

function roleOf(properties: Fields, { partition, accountId }: Place): EvaluatedRole {
  const name = String(properties['RoleName']);
  const policies = properties['Policies'] as unknown as { PolicyDocument: EvaluatedRole['trust'] }[];
  return {
    name,
    arn: `arn:${partition}:iam::${accountId}:role/${name}`,
    trust: properties['AssumeRolePolicyDocument'] as unknown as EvaluatedRole['trust'],
    policies: policies.map(({ PolicyDocument }) => PolicyDocument),
    boundary: properties['PermissionsBoundary'] as string | undefined,
  };
}

/** The parameters with their defaults. @throws Error for one that CloudFormation would refuse */
function parametersOf({ Parameters }: Template, given: Readonly<Record<string, string>>): Record<string, Json> {
  for (const name of Object.keys(given)) {
    if (Parameters[name] === undefined) throw new Error(`Parameters: [${name}] do not exist in the template`);
  }
  return Object.fromEntries(
    Object.entries(Parameters).map(([name, { Type, Default, AllowedPattern, AllowedValues, MaxLength }]) => {
      const value = given[name] ?? Default;
      if (value === undefined) throw new Error(`Parameters: [${name}] must have values`);
      const refused =
        (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(value)) ||
        (AllowedValues !== undefined && !AllowedValues.includes(value)) ||
        value.length > (MaxLength ?? 4096);
      if (refused) throw new Error(`Parameter '${name}' is not allowed: ${value}`);
      if (Type !== 'String' && Type !== 'CommaDelimitedList') throw new Error(`Unknown parameter type ${Type}`);
      return [name, Type === 'String' ? value : value.split(',').map((one) => one.trim())];
    }),
  );
}

/** What names mean in a template. */
class Scope {
  readonly #template: Template;
  readonly #names: Record<string, Json>;

  constructor(template: Template, parameters: Record<string, Json>, place: Place) {
    this.#template = template;
    const { partition, region, accountId } = place;
    const pseudo = { 'AWS::Partition': partition, 'AWS::Region': region, 'AWS::AccountId': accountId };
    this.#names = { ...parameters, ...pseudo };
    for (const [id, { Type, Condition, Properties }] of Object.entries(template.Resources)) {
      if (!this.isMade(Condition)) continue;
      if (Type === 'AWS::IAM::OIDCProvider') this.#names[id] = providerArn(place);
      if (Type !== 'AWS::IAM::Role') continue;
      this.#names[`${id}.Arn`] =
        `arn:${partition}:iam::${accountId}:role/${this.value(Properties['RoleName'] as Json) as string}`;
    }
  }

  isMade(condition: string | undefined): boolean {
    return condition === undefined || this.#holds(condition);
  }

  #holds(name: string): boolean {
    const condition = this.#template.Conditions[name];
    if (condition === undefined) throw new Error(`Unresolved condition ${name}`);
    return this.#test(condition);
  }

  #test(condition: Json): boolean {
    const [name, value] = only(condition);
    if (name === 'Condition') return this.#holds(String(value));
    if (name === 'Fn::Not') return !this.#test((value as Json[])[0] as Json);
    if (name !== 'Fn::Equals') throw new Error(`Unknown condition function ${name}`);
    const [left, right] = (value as Json[]).map((one) => this.value(one));
    return left === right;
  }

  #named(name: string): Json {
    const found = this.#names[name];
    if (found === undefined) throw new Error(`Unresolved resource dependency ${name}`);
    return found;
  }

  value(part: Json): Value {
    if (Array.isArray(part)) return part.map((one) => this.value(one)).filter((one): one is Json => one !== NO_VALUE);
    if (typeof part !== 'object' || part === null) return part;
    const [name = '', value] = Object.keys(part).length === 1 ? only(part) : [];
    if (name === 'Ref') return value === 'AWS::NoValue' ? NO_VALUE : this.#named(String(value));
    if (name.startsWith('Fn::')) return this.#call(name, value as Json);
    const members = Object.entries(part).map(([key, one]): [string, Value] => [key, this.value(one)]);
    return Object.fromEntries(members.filter((one): one is [string, Json] => one[1] !== NO_VALUE));
  }

  #call(name: string, value: Json): Value {
    switch (name) {
      case 'Fn::Sub':
        return String(value).replaceAll(/\$\{([\w:.]+)\}/g, (_, one: string) => String(this.#named(one)));
      case 'Fn::If': {
        const [condition, then, otherwise] = value as [string, Json, Json];
        return this.value(this.#holds(condition) ? then : otherwise);
      }
      case 'Fn::Join': {
        const [between, list] = value as [string, Json];
        return (this.value(list) as string[]).join(between);
      }
      case 'Fn::GetAtt':
        return this.#named((value as string[]).join('.'));
      default:
        throw new Error(`Unknown function ${name}`);
    }
  }
}

function only(part: Json): [string, Json] {
  const [entry, ...more] = Object.entries(part as Fields);
  if (entry === undefined || more.length > 0) throw new Error(`One function is expected: ${JSON.stringify(part)}`);
  return entry;
}
