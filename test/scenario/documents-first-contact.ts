import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { QUESTIONS } from '../../scripts/first-contact/questions.ts';
import type { Sheet } from '../../scripts/first-contact/sheet.ts';
import { runChild } from '../harness/child.ts';
import { fillIn } from '../harness/expressions.ts';
import type { FencedBlock } from '../harness/fenced-blocks.ts';
import { runnerEnvironment } from '../harness/runner-environment.ts';
import { ACTION, type JobStep, type Workflow } from '../harness/workflow-files.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { SHORT } from '../support/departures.ts';
import { expectNothingLeft, liveEndpoints } from '../support/paths.ts';
import { type Plays, pasteLocally } from './documents-support.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The blocks of docs/first-contact.md. */
export const FIRST_CONTACT_BLOCKS: Plays = {
  'docs/first-contact.md#on-your-machine': async ({ box, block }) => {
    const [told] = await pasteLocally(box, block);
    // Without a terminal nobody can agree.
    expect([told?.exitCode, told?.stderr, box.mutations()]).toEqual([1, '', []]);
    const text = told?.stdout.replaceAll(/\s+/g, ' ');
    for (const one of QUESTIONS.filter(({ lasting }) => lasting !== true)) expect(text).toContain(one.asks);
    expect(text).toMatch(/Cost: about \$0\.15, /);
  },
  'docs/first-contact.md#as-a-workflow': async ({ box, block }) => {
    const { document, steps } = workflowOf(block);
    expect(document.on).toEqual({ workflow_dispatch: expect.anything() });
    expect(document.permissions).toEqual({});
    expect(document.jobs['first-contact']?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    const [checkout, , install, contact, upload, ...more] = steps;
    expect(more).toEqual([]);
    expect(checkout?.with).toMatchObject({ repository: ACTION, 'persist-credentials': false });
    expect([install?.run, install?.env]).toEqual(['npm ci', undefined]);
    expect([upload?.if, upload?.with?.['path']]).toEqual(['always()', 'first-contact']);
    await expectContact(box, contact ?? {});
  },
  'docs/first-contact.md#sharing': async ({ block }) => {
    const [, id] = /^npm run recording -- check first-contact\/ask-([a-z-]+)\.jsonl$/.exec(block.text.trim()) ?? [];
    expect(QUESTIONS.map((one) => one.id)).toContain(id);
  },
  'docs/first-contact.md#cleaning-up': async ({ box, block }) => {
    const tags = {
      'cockroachdb-privatelink/managed-by': 'github-action',
      'cockroachdb-privatelink/first-contact': '0123456789',
    };
    const place = { vpcId: ids.vpc, serviceName: ids.standardServiceName, subnetIds: [...ids.subnets] };
    const mine = box.world.createEndpoint({ ...place, tags });
    const other = box.world.createEndpoint(place);
    const group = box.world.createGroup({ vpcId: ids.vpc, name: 'first contact', tags });
    box.world.connect(ids.standardCluster, mine.id);
    const [told] = await pasteLocally(box, block);
    expect([told?.exitCode, told?.stderr], told?.stdout).toEqual([0, '']);
    expect(liveEndpoints(box).map(({ id }) => id)).toEqual([other.id]);
    expect(box.world.groups(({ id }) => id === group.id)).toEqual([]);
    expect(box.world.connections(ids.standardCluster)).toEqual([]);
  },
};

function workflowOf({ text }: FencedBlock): { document: Workflow; steps: readonly JobStep[] } {
  const document = parse(text) as Workflow;
  return { document, steps: document.jobs['first-contact']?.steps ?? [] };
}

/** Runs the step as a runner would, in a checkout, with one question. */
async function expectContact(box: Sandbox, { run = '', env: given = {} }: JobStep): Promise<void> {
  const checkout = mkdtempSync(path.join(tmpdir(), 'contact-checkout-'));
  try {
    for (const name of readdirSync(root).filter((one) => one !== '.git'))
      symlinkSync(path.join(root, name), path.join(checkout, name));
    const inputs = { cluster: ids.standardName, 'vpc-id': ids.vpc, ask: 'trusted-owners, group-in-use' };
    const secrets = { COCKROACH_API_KEY: ids.apiKey };
    const values = Object.entries(given).map(([name, value]) => [name, fillIn(value, { inputs, secrets })] as const);
    const door = await box.openDoor('contact', box.iam.policies);
    const env = {
      ...runnerEnvironment(box, { home: checkout, event: 'workflow_dispatch', door }),
      ...Object.fromEntries(values),
      ...SHORT,
      ROLE: ids.role,
      PATH: process.env['PATH'] ?? '',
      npm_config_loglevel: 'silent',
      npm_config_cache: path.join(tmpdir(), 'npm-cache-of-tests'),
    };
    const ended = await runChild(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      env,
      cwd: checkout,
    });
    expect(ended.exitCode, `${ended.stdout}\n${ended.stderr}`).toBe(0);
    expect(ended.stdout).not.toMatch(new RegExp(`^(?!::add-mask::).*${ids.apiKey}`, 'm'));
    const folder = path.join(checkout, 'first-contact');
    const sheet = JSON.parse(readFileSync(path.join(folder, 'sheet.json'), 'utf8')) as Sheet;
    expect(sheet.life.every(({ ok }) => ok)).toBe(true);
    expect(sheet.questions.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['trusted-owners', 'answered'],
      ['group-in-use', 'answered'],
    ]);
    expectNothingLeft(box, ids.standardCluster);
  } finally {
    rmSync(checkout, { recursive: true, force: true });
  }
}
