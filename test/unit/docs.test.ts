import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bothSubjects } from '../../src/aws/identity-token.ts';
import { ERROR_CODES } from '../../src/support/errors.ts';
import type { PolicyDocument } from '../sandbox/aws/iam.ts';
import { bothPlans, ids, type LoggedRequest, standardRegion } from '../sandbox/index.ts';
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
const troubleshooting = read('docs/troubleshooting.md');

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
    expect(headings(troubleshooting, 2)).toEqual([...ERROR_CODES, 'Findings', 'Notes']);
  });

  it('says for each code what it means, what to do and what to look at', () => {
    const sections = troubleshooting.split(/^## /m).slice(1, ERROR_CODES.length + 1);
    expect(sections).toHaveLength(ERROR_CODES.length);
    for (const section of sections) {
      expect(section).toMatch(/^[a-z-]+\n\n\S.+\n\n- \*\*What to do:\*\* \S.+\n- \*\*What to look at:\*\* \S.+\n/);
    }
  });
});

/** Codes of the notes that a plan can have, from their type. */
function noteCodes(): string[] {
  const type = /interface Note \{\s*readonly code: ([^;]+);/.exec(read('src/reconcile/model.ts'))?.[1] ?? '';
  return literalsOf(type);
}

/** The string literals of a piece of source, without what is only compared with. */
function literalsOf(source: string): string[] {
  return [...source.replace(/=== '[^']*'/g, '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1] ?? '');
}

/**
 * The checks that the source can name in the first argument of `finding(…)`, beside blockers and notes, whose codes have
 * headings of their own. A way to name a check that is not known here fails the test.
 */
function checksInSource(): { checks: Set<string>; unknown: string[] } {
  const checks = new Set<string>();
  const unknown: string[] = [];
  const files = readdirSync(path.join(root, 'src/reconcile')).filter((file) => file.startsWith('finding'));
  for (const source of files.map((file) => read(`src/reconcile/${file}`))) {
    for (const [, given = ''] of source.matchAll(/(?<!function )\bfinding\(\s*([^,]+),/g)) {
      const prefix = /`([a-z-]+)\$\{endpoint\.state\}`/.exec(given)?.[1];
      const states = /\[([^\]]+)\]\.includes\(endpoint\.state\)/.exec(source)?.[1] ?? '';
      const named = [
        ...literalsOf(given),
        ...(prefix === undefined ? [] : literalsOf(states).map((state) => `${prefix}${state}`)),
        ...(given === 'check' ? [...source.matchAll(/const check =([^;]+);/g)].flatMap(checkValues) : []),
      ];
      for (const check of named) checks.add(check);
      if (named.length === 0 && !['blocker.code', 'note.code'].includes(given)) unknown.push(given);
    }
  }
  return { checks, unknown };
}

/** The values of `{ KEY: 'value' }[key] ?? 'value'`. */
function checkValues([, expression = '']: RegExpMatchArray): string[] {
  return [...expression.matchAll(/(?::|\?\?) '([a-z-]+)'/g)].map((match) => match[1] ?? '');
}

describe('findings', () => {
  const [, findings = '', notes = ''] = /^## Findings$(.*)^## Notes$(.*)/ms.exec(troubleshooting) ?? [];
  const withoutHeading = (codes: Iterable<string>) =>
    [...codes].filter((code) => !ERROR_CODES.some((one) => one === code)).toSorted();

  it('have one heading for each check that is no error code, and none that is dead', () => {
    const { checks, unknown } = checksInSource();
    expect(unknown).toEqual([]);
    expect(checks.size).toBeGreaterThan(25);
    expect(headings(findings, 3).toSorted()).toEqual(withoutHeading(checks));
  });

  it('that are notes have their heading among the notes', () => {
    expect(noteCodes()).toContain('zones');
    expect(headings(notes, 3).toSorted()).toEqual(withoutHeading(noteCodes()));
  });

  it('say their severity first', () => {
    const sections = findings.split(/^### /m).slice(1);
    expect(sections.length).toBeGreaterThan(25);
    for (const section of sections) expect(section).toMatch(/^[a-z-]+\n\n(Error|Warning)\. [A-Z]/);
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

  it('of the product all have a row in the architecture', () => {
    const page = read('docs/architecture.md');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const hasRow = (name: string) => rows.some((row) => row.includes(`\`${name}\``));
    const inside = (folder: string) => readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.ts'));
    const named = ['src', 'src/operations', 'src/probe', 'src/github', 'src/report'].flatMap((folder) =>
      inside(folder).map((file) => `${folder}/${file}`),
    );
    expect(named.length).toBeGreaterThan(20);
    expect([...named, ...inside('src/reconcile')].filter((name) => !hasRow(name))).toEqual([]);
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

  it('has recipes that are workflows with known inputs and the permissions that these need', () => {
    const { inputs } = parse(read('action.yml')) as { inputs: object };
    const recipes = blocks(readme, 'yaml').map((text) => parse(text) as Recipe);
    const seen = recipes.map(({ permissions, jobs }) => {
      const given = Object.values(jobs)[0]?.steps[0]?.with ?? {};
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      expect(Object.keys(given)).toEqual(
        expect.arrayContaining(['cluster', 'cockroach-api-key', 'aws-region', 'role-to-assume', 'vpc-id']),
      );
      expect(permissions).toEqual({
        'id-token': 'write',
        contents: 'read',
        ...(given['drift-issue'] === true ? { issues: 'write' } : {}),
        ...(given['comment'] === true ? { 'pull-requests': 'write' } : {}),
      });
      return Object.keys(given);
    });
    for (const name of ['drift-issue', 'comment', 'trusted-owners', 'probe']) expect(seen.flat()).toContain(name);
  });

  it('has JSON that parses', () => {
    const documents = blocks(readme, 'json');
    expect(documents).toHaveLength(3);
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

interface Recipe {
  permissions: Record<string, string>;
  jobs: Record<string, { steps: { with?: Record<string, unknown> }[] }>;
}

type Policy = PolicyDocument & { Statement: { Action: string | string[] }[] };

/** A policy of the README, filled in for the sandbox. */
function policyOf(marker: string): Policy {
  const [, part = ''] = new RegExp(`<!-- ${marker}:start -->(.*)<!-- ${marker}:end -->`, 's').exec(readme) ?? [];
  const text = (blocks(part.trimStart(), 'json')[0] ?? '')
    .replaceAll('REGION', ids.region)
    .replaceAll('ACCOUNT_ID', ids.account)
    .replaceAll('VPC_ID', ids.vpc);
  return JSON.parse(text) as Policy;
}

/** The EC2 actions that runs asked for. */
const usedBy = (...runs: { requests: LoggedRequest[] }[]) => [
  ...new Set(
    runs.flatMap(({ requests }) =>
      requests.filter(({ service }) => service === 'ec2').map(({ action }) => `ec2:${action}`),
    ),
  ),
];

const allowedBy = (policy: Policy) => [
  ...new Set(policy.Statement.flatMap(({ Action }) => Action).filter((action) => action.startsWith('ec2:'))),
];

describe('the permission policy of the README for verify', () => {
  it('is enough for verify with a probe and for a dry run, and allows no action that is never used', async () => {
    const policy = policyOf('verify-policy');
    const options = bothPlans();
    for (const subnet of options.world?.subnets ?? []) subnet.cidr = subnet.cidr.replace('10.', '127.');
    const sandbox = await sandboxFor(options);
    // A name and addresses for which nobody but this machine is asked.
    sandbox.world.changeCluster(ids.standardCluster, { regions: [{ ...standardRegion(), internalDns: 'localhost' }] });
    const made = await run(sandbox);
    expect(made.outputs['status']).toBe('available');
    sandbox.iam.policies = [policy];
    const plan = await run(sandbox, { cluster: ids.advancedCluster, 'dry-run': 'true' });
    expect(plan.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(plan.exitCode).toBe(0);
    const verified = await run(sandbox, { operation: 'verify', probe: 'true' });
    expect(verified.outputs['error-code']).toBe('probe-outside');
    expect(verified.outputs['drift-count']).toBe('0');
    expect(usedBy(plan, verified).toSorted()).toEqual(allowedBy(policy).toSorted());
  });
});

describe('the permission policy of the README for ensure', () => {
  it('is enough for a first run and for every repair, and allows no EC2 action that is never used', async () => {
    const policy = policyOf('policy');
    const sandbox = await sandboxFor({ ...bothPlans(), settings: { iam: { policies: [policy] } } });
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

    // A zone that EC2 refuses although the service lists it is noted on the endpoint.
    const [refused = ''] = ids.subnets.slice(-1);
    world.setEndpointSubnets(standard.id, ids.subnets.slice(0, 2));
    sandbox.faults.add({
      match: { action: 'ModifyVpcEndpoint' },
      kind: 'status',
      status: 400,
      code: 'InvalidParameter',
      message: `The VPC endpoint service does not support the availability zone of the subnet: ${refused}.`,
    });
    const third = await run(sandbox, inputs);
    expect(third.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(world.endpoint(standard.id).tags).toHaveProperty('cockroachdb-privatelink/without-zones', 'use1-az4');

    expect(allowedBy(policy).toSorted()).toEqual(usedBy(first, second, third).toSorted());
  });

  it('does not let the action touch an endpoint of somebody else', async () => {
    const policy = policyOf('policy');
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
