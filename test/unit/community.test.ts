import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface FormItem {
  type: string;
  id?: string;
  attributes: { label?: string; value?: string; options?: string[]; render?: string };
}

describe('issue forms', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(path.join(root, folder)).filter((file) => file !== 'config.yml');

  it.each(forms)('%s has what GitHub asks for', (file) => {
    const form = parse(read(`${folder}/${file}`)) as { name: string; description: string; body: FormItem[] };
    expect(form.name).not.toBe('');
    expect(form.description).not.toBe('');
    const ids = form.body.flatMap((item) => item.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      if (type === 'markdown') expect(attributes.value).not.toBe('');
      else expect([id, attributes.label], id).not.toContain(undefined);
      if (type === 'dropdown') expect(attributes.options?.length).toBeGreaterThan(1);
    }
    expect(form.body.some(({ type }) => type !== 'markdown')).toBe(true);
  });

  it('for a bug asks for what it takes to reproduce it', () => {
    const { body } = parse(read(`${folder}/bug.yml`)) as { body: (FormItem & { validations?: { required?: true } })[] };
    const needed = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
    expect(needed).toEqual(['version', 'operation', 'plan', 'step', 'seen', 'log']);
    expect(body.find(({ id }) => id === 'code')?.attributes).toMatchObject({ label: 'Error code' });
    const options = (id: string) => body.find((item) => item.id === id)?.attributes.options;
    expect(options('operation')).toEqual(['ensure', 'verify', 'delete', 'sweep']);
    expect(options('plan')).toEqual(expect.arrayContaining(['Standard', 'Advanced']));
    expect(JSON.stringify(body.find(({ id }) => id === 'log'))).toContain('Enable debug logging');
  });

  it('are the only way in, and vulnerabilities have one of their own', () => {
    const config = parse(read(`${folder}/config.yml`)) as {
      blank_issues_enabled: boolean;
      contact_links: { url: string }[];
    };
    expect(config.blank_issues_enabled).toBe(false);
    expect(config.contact_links.map(({ url }) => url)).toContainEqual(
      expect.stringMatching(/^https:\/\/github\.com\/OWNER\/[\w-]+\/security\/advisories\/new$/),
    );
  });
});

describe('updates of dependencies', () => {
  it('wait for a week, for packages and for actions', () => {
    const { updates } = parse(read('.github/dependabot.yml')) as {
      updates: { 'package-ecosystem': string; cooldown?: { 'default-days'?: number } }[];
    };
    expect(updates.map((one) => one['package-ecosystem']).toSorted()).toEqual(['github-actions', 'npm']);
    for (const { cooldown } of updates) expect(cooldown?.['default-days']).toBeGreaterThanOrEqual(7);
  });
});

describe('git', () => {
  it('takes dist/ and the lockfile for generated and pictures for binary', () => {
    const attributes = (file: string) =>
      execFileSync('git', ['check-attr', 'linguist-generated', 'diff', 'text', '--', file], {
        cwd: root,
        encoding: 'utf8',
      });
    expect(attributes('dist/index.js')).toMatch(/linguist-generated: true\n.*diff: unset/);
    expect(attributes('package-lock.json')).toContain('linguist-generated: true');
    expect(attributes('docs/pictures/path-light.png')).toContain('text: unset');
  });
});

describe('recipes', () => {
  it('name every example and every reusable workflow', () => {
    const page = read('docs/recipes.md');
    for (const file of readdirSync(path.join(root, 'examples'))) expect(page).toContain(`(../examples/${file})`);
    for (const file of readdirSync(path.join(root, '.github/workflows'))) {
      if (read(`.github/workflows/${file}`).includes('workflow_call:'))
        expect(page).toContain(`(../.github/workflows/${file})`);
    }
  });
});
