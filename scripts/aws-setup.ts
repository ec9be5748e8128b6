/**
 * Writes the CloudFormation template, the Terraform module and the generated parts of docs/iam.md from the policies of
 * setup/aws. With --check it writes nothing and exits 1 when something is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { terraformModule } from './aws-setup/module.ts';
import { iamPage } from './aws-setup/page.ts';
import { cloudFormationTemplate } from './aws-setup/template.ts';

const root = new URL('../', import.meta.url);
const files: Record<string, string> = {
  'setup/aws/template.yaml': cloudFormationTemplate(),
  ...Object.fromEntries(Object.entries(terraformModule()).map(([name, text]) => [`setup/aws/${name}`, text])),
};
files['docs/iam.md'] = iamPage(readFileSync(new URL('docs/iam.md', root), 'utf8'));

const stale = Object.entries(files).filter(([name, text]) => {
  const file = new URL(name, root);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});
if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`${name} is stale: run npm run readme`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [name, text] of stale) writeFileSync(new URL(name, root), text);
}
