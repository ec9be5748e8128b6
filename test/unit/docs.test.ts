import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bothSubjects } from '../../src/aws/identity-token.ts';
import { ERROR_CODES } from '../../src/support/errors.ts';
import type { PolicyDocument } from '../sandbox/aws/iam.ts';
import { bothPlans, ids, type LoggedRequest } from '../sandbox/index.ts';
import { run, sandboxFor } from '../scenario/support.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync(path.join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const readme = read('README.md');

/** Contents of the fenced blocks of one language. */
function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map((match) => match[1] ?? '');
}

const withoutBlocks = (markdown: string) => markdown.replace(/^```.*?^```$/gms, '');
const headings = (markdown: string, level: number) =>
  [...withoutBlocks(markdown).matchAll(new RegExp(`^#{${level}} (.+)$`, 'gm'))].map((match) => match[1] ?? '');

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

const anchors = (markdown: string) => [1, 2, 3, 4].flatMap((level) => headings(markdown, level).map(anchorOf));

describe('troubleshooting', () => {
  it('has one heading for each error code, in the same order, and none that is dead', () => {
    expect(headings(read('docs/troubleshooting.md'), 2)).toEqual([...ERROR_CODES, 'Notes']);
  });

  it('says for each code what it means, what to do and what to look at', () => {
    const sections = read('docs/troubleshooting.md')
      .split(/^## /m)
      .slice(1, ERROR_CODES.length + 1);
    expect(sections).toHaveLength(ERROR_CODES.length);
    for (const section of sections) {
      expect(section).toMatch(/^[a-z-]+\n\n\S.+\n\n- \*\*What to do:\*\* \S.+\n- \*\*What to look at:\*\* \S.+\n/);
    }
  });
});

describe('links', () => {
  const links = pages.flatMap((page) =>
    [...withoutBlocks(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => ({ page, target: match[1] ?? '' })),
  );
  const relative = links.filter(({ target }) => !/^[a-z]+:/.test(target));

  it('are there', () => {
    expect(relative.length).toBeGreaterThan(10);
  });

  it.each(relative)('$page → $target', ({ page, target }) => {
    const [file = '', anchor] = target.split('#');
    const full = file === '' ? page : path.join(path.dirname(page), file);
    expect(existsSync(path.join(root, full)), full).toBe(true);
    if (anchor !== undefined) expect(anchors(read(full))).toContain(anchor);
  });
});

describe('files', () => {
  it('that the pages name are there', () => {
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/(?<![\w/])(?:src|test|scripts|docs)\/[\w./-]*[\w/]/g)].map((match) => match[0]),
    );
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('of the heart all have a row in the architecture', () => {
    const page = read('docs/architecture.md');
    const missing = readdirSync(path.join(root, 'src/reconcile')).filter((file) => !page.includes(`\`${file}\``));
    expect(missing).toEqual([]);
  });
});

describe('README', () => {
  it('has the tables that action.yml gives', () => {
    const check = spawnSync(process.execPath, [path.join(root, 'scripts/readme-tables.ts'), '--check'], {
      encoding: 'utf8',
    });
    expect(check.stderr).toBe('');
    expect(check.status).toBe(0);
  });

  it('has the two commands, and they are those of CI and package.json', () => {
    expect(blocks(readme, 'sh').map((block) => block.trim())).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
    const commands = read('.ci/run').match(/^npm .*$/gm);
    expect(commands?.join(' && ')).toBe('npm ci && npm test');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['demo', 'test']));
    execFileSync(process.execPath, ['--check', path.join(root, scripts['demo']?.split(' ').at(-1) ?? '')]);
  });

  it('has a quick start with known inputs and outputs, a token, and runs that are not cancelled', () => {
    const workflow = parse(blocks(readme, 'yaml')[0] ?? '') as {
      permissions: unknown;
      concurrency: Record<string, unknown>;
      jobs: { privatelink: { steps: { with?: Record<string, string>; run?: string }[] } };
    };
    const { inputs, outputs } = parse(read('action.yml')) as Record<'inputs' | 'outputs', object>;
    expect(workflow.permissions).toEqual({ 'id-token': 'write', contents: 'read' });
    expect(workflow.concurrency['cancel-in-progress']).toBe(false);
    const { steps } = workflow.jobs.privatelink;
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(steps[0]?.with ?? { none: '' })));
    const used = /outputs\.([a-z-]+)/.exec(steps[1]?.run ?? '')?.[1];
    expect(Object.keys(outputs)).toContain(used);
  });

  it('has JSON that parses', () => {
    const documents = blocks(readme, 'json');
    expect(documents).toHaveLength(2);
    for (const text of documents) expect((JSON.parse(text) as PolicyDocument).Version).toBe('2012-10-17');
  });

  it('shows the subject in both forms that GitHub uses', () => {
    const statement = (JSON.parse(blocks(readme, 'json')[0] ?? '{}') as PolicyDocument).Statement;
    const { Condition: condition } = Array.isArray(statement) ? (statement[0] ?? { Effect: 'Deny' }) : statement;
    const subjects = condition?.['StringEquals']?.['token.actions.githubusercontent.com:sub'];
    const sub = 'repo:acme/shop:ref:refs/heads/main';
    const claims = { iss: '', aud: '', sub, repository: 'acme/shop', repositoryOwner: 'acme' };
    const { old, immutable } = bothSubjects({ ...claims, repositoryId: '7', repositoryOwnerId: '6' });
    const fill = (text: string) =>
      text.replace('ORG_ID', '6').replace('REPO_ID', '7').replace('ORG', 'acme').replace('REPO', 'shop');
    expect([subjects].flat().map((subject) => fill(subject ?? ''))).toEqual([old, immutable]);
  });
});

describe('the permission policy of the README', () => {
  const policyText = (blocks(readme, 'json')[1] ?? '')
    .replaceAll('REGION', ids.region)
    .replaceAll('ACCOUNT_ID', ids.account)
    .replaceAll('VPC_ID', ids.vpc);

  it('is enough for a first run and for every repair, and allows no EC2 action that is never used', async () => {
    const policy = JSON.parse(policyText) as { Statement: { Action: string | string[] }[] };
    const sandbox = await sandboxFor({ ...bothPlans(), settings: { iam: { policies: [policy as PolicyDocument] } } });
    const { world } = sandbox;
    const inputs = { cluster: `${ids.standardCluster}, ${ids.advancedCluster}` };
    const first = await run(sandbox, inputs);
    expect(first.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(first.outputs['status']).toBe('available');

    const [standard, advanced] = [ids.standardServiceName, ''].map(
      (name) => world.endpoints((one) => (one.serviceName === ids.standardServiceName) === (name !== ''))[0],
    );
    if (standard === undefined || advanced === undefined) throw new Error('the first run made no two endpoints');
    const claim = Object.keys(standard.tags).find((key) => key.includes('/claim/')) ?? '';
    const dead = new Date(sandbox.clock.now() - 3_600_000).toISOString();
    world.setTags(standard.id, { [claim]: null, 'cockroachdb-privatelink/leaving/dead': `v1 at=${dead} clusters=` });
    world.addRule({
      groupId: standard.groupIds[0] ?? '',
      cidr: '192.0.2.0/24',
      description: 'cockroachdb-privatelink',
    });
    world.setEndpointSubnets(standard.id, standard.subnetIds.slice(0, 2));
    world.endEndpoint(advanced.id, 'failed');
    const second = await run(sandbox, inputs);
    expect(second.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(second.outputs['status']).toBe('available');
    expect(world.endpoint(standard.id).tags).not.toHaveProperty('cockroachdb-privatelink/leaving/dead');

    const actionsOf = (requests: LoggedRequest[]) =>
      requests.filter(({ service }) => service === 'ec2').map(({ action }) => `ec2:${action}`);
    const used = new Set(actionsOf([...first.requests, ...second.requests]));
    const allowed = new Set(policy.Statement.flatMap((statement) => statement.Action));
    expect([...allowed].filter((action) => action.startsWith('ec2:')).toSorted()).toEqual([...used].toSorted());
  });

  it('does not let the action touch an endpoint of somebody else', async () => {
    const policy = JSON.parse(policyText) as PolicyDocument;
    const sandbox = await sandboxFor({ ...bothPlans(), settings: { iam: { policies: [policy] } } });
    await run(sandbox);
    const [endpoint] = sandbox.world.endpoints();
    if (endpoint === undefined) throw new Error('the first run made no endpoint');
    // Still the action's by its tag when it is read, somebody else's when it is written.
    sandbox.onRequest(({ request, when }) => {
      if (when === 'before' && request.action === 'ModifyVpcEndpoint')
        sandbox.world.setTags(endpoint.id, { 'cockroachdb-privatelink/managed-by': 'somebody-else' });
    });
    sandbox.world.setPrivateDns(endpoint.id, false);
    const second = await run(sandbox);
    expect(second.exitCode).toBe(1);
    expect(second.outputs['error-code']).toBe('aws-denied');
    expect(sandbox.world.endpoint(endpoint.id).privateDnsEnabled).toBe(false);
  });
});
