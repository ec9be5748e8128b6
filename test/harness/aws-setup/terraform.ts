// Evaluates a module as Terraform does, in the part of its language that ours uses; everything else is refused. The HCL
// is read by a parser of the real language. Source: Terraform language, expressions, strings and templates.
import { parse } from '@cdktn/hcl2json';
import { type Evaluated, type EvaluatedRole, type Place, providerArn } from './evaluated.ts';
import { expression, template, type Value } from './terraform-expressions.ts';

type Block = Record<string, unknown>;
type Blocks = Record<string, Block[]>;

interface Module {
  variable: Blocks;
  locals: Block[];
  data: Record<string, Blocks>;
  resource: Record<string, Blocks>;
  output: Blocks;
  terraform: Block[];
}

/** @param files the module's files. @throws Error as Terraform refuses a variable or a file */
export async function evaluateModule(
  files: Readonly<Record<string, string>>,
  given: Readonly<Record<string, Value>>,
  place: Place,
): Promise<Evaluated> {
  const module = (await parse('module.tf', Object.values(files).join('\n'))) as unknown as Module;
  const variables = variablesOf(module.variable, given);
  const names: Record<string, Value> = {
    'data.aws_caller_identity.current.account_id': place.accountId,
    'data.aws_partition.current.partition': place.partition,
    'data.aws_region.current.id': place.region,
    ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [`var.${name}`, value])),
  };
  const evaluate = (source: unknown) => evaluated(source, names);
  const made = (block: Block) => block['count'] === undefined || Number(evaluate(block['count'])) > 0;
  const providers = module.resource['aws_iam_openid_connect_provider'] ?? {};
  const [provider] = Object.values(providers).flat().filter(made);
  if (provider !== undefined) names['aws_iam_openid_connect_provider.github[0].arn'] = providerArn(place);
  for (const block of module.locals)
    for (const [name, one] of Object.entries(block)) names[`local.${name}`] = evaluate(one);

  const roles: Record<string, EvaluatedRole> = {};
  for (const [key, [block = {}]] of Object.entries(module.resource['aws_iam_role'] ?? {})) {
    if (!made(block)) continue;
    const name = String(evaluate(block['name']));
    const arn = `arn:${place.partition}:iam::${place.accountId}:role/${name}`;
    for (const at of [`aws_iam_role.${key}`, `aws_iam_role.${key}[0]`])
      Object.assign(names, { [`${at}.arn`]: arn, [`${at}.id`]: name });
    const policies = (module.resource['aws_iam_role_policy']?.[key] ?? []).filter(
      (one) => evaluate(one['role']) === name,
    );
    roles[key] = {
      name,
      arn,
      trust: JSON.parse(String(evaluate(block['assume_role_policy']))),
      policies: policies.map(({ policy }) => JSON.parse(String(evaluate(policy)))),
      boundary: (evaluate(block['permissions_boundary']) ?? undefined) as string | undefined,
    };
  }
  const outputs = Object.entries(module.output).flatMap(([name, [block]]): [string, string][] => {
    const value = evaluate(block?.['value']);
    return value === null ? [] : [[name, String(value)]];
  });
  return {
    roles,
    provider:
      provider === undefined
        ? undefined
        : { url: String(evaluate(provider['url'])), audiences: evaluate(provider['client_id_list']) as string[] },
    outputs: Object.fromEntries(outputs),
  };
}

/** The variables with their defaults. @throws Error for one that Terraform would refuse */
function variablesOf(blocks: Blocks, given: Readonly<Record<string, Value>>): Record<string, Value> {
  for (const name of Object.keys(given)) {
    if (blocks[name] === undefined) throw new Error(`An argument named "${name}" is not expected here.`);
  }
  const values = Object.fromEntries(
    Object.entries(blocks).map(([name, [block = {}]]): [string, Value] => {
      const value = given[name] ?? (block['default'] as Value | undefined);
      if (value === undefined) throw new Error(`The argument "${name}" is required, but no definition was found.`);
      return [name, value];
    }),
  );
  const names = Object.fromEntries(Object.entries(values).map(([name, value]) => [`var.${name}`, value]));
  for (const [name, [block = {}]] of Object.entries(blocks)) {
    for (const rule of (block['validation'] as Block[] | undefined) ?? []) {
      if (evaluated(rule['condition'], names) !== true) throw new Error(`Invalid value for variable ${name}`);
    }
  }
  return values;
}

/** A value of the parsed file: JSON whose strings are templates; one that is a single `${…}` keeps its type. */
function evaluated(source: unknown, names: Readonly<Record<string, Value>>): Value {
  if (Array.isArray(source)) return source.map((one) => evaluated(one, names));
  if (typeof source !== 'string') return source as Value;
  const whole = /^\$\{((?:[^{}"]|"(?:[^"\\]|\\.)*")*)\}$/s.exec(source)?.[1];
  return whole === undefined ? template(source, names) : expression(whole, names);
}
