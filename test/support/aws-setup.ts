import { readFileSync } from 'node:fs';
import { evaluateTemplate } from '../harness/aws-setup/cloudformation.ts';
import type { Evaluated, Place } from '../harness/aws-setup/evaluated.ts';
import { evaluateModule } from '../harness/aws-setup/terraform.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';

const read = (file: string) => readFileSync(new URL(`../../setup/aws/${file}`, import.meta.url), 'utf8');

/** The committed template. */
export const TEMPLATE = read('template.yaml');
/** The committed module, by file. */
export const MODULE = Object.fromEntries(
  ['variables.tf', 'main.tf', 'outputs.tf'].map((file) => [file, read(file)] as const),
);

export const PLACE: Place = { partition: 'aws', region: ids.region, accountId: ids.account };

/** Parameters as CloudFormation takes them: all are strings, a list has commas. */
export type Given = Readonly<Record<string, string>>;

export function fromTemplate(given: Given, place = PLACE): Evaluated {
  return evaluateTemplate(TEMPLATE, given, place);
}

/** The same from the module. */
export function fromModule(given: Given, place = PLACE): Promise<Evaluated> {
  const variables = Object.entries(given).map(([name, value]) => {
    const snake = name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
    if (name === 'MoreSubjects') return [snake, value === '' ? [] : value.split(',')] as const;
    return [snake, value === 'true' || value === 'false' ? value === 'true' : value] as const;
  });
  return evaluateModule(MODULE, Object.fromEntries(variables), place);
}

/** Makes the roles in a sandbox, with their trust and their policies. */
export function install({ world }: Sandbox, { roles }: Evaluated): void {
  const usual = world.roles.get(ids.role);
  if (usual === undefined) throw new Error('the sandbox has no role');
  for (const { arn, name, trust, policies } of Object.values(roles)) {
    world.roles.set(arn, { ...usual, arn, name, trust, policies: [...policies] });
  }
}
