import { describe, expect } from 'vitest';
import type { World } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import { commandIn, pasteRevoke } from '../support/pasted-revoke.ts';
import { expectSuccess, sources } from '../support/paths.ts';
import { mutations } from '../support/run.ts';
import {
  buildPath,
  claimTag,
  closedWorld,
  ensure,
  expectClean,
  expectOutcome,
  findingsOf,
  namesOf,
  type Path,
  verify,
} from '../support/verify.ts';
import { harmless, OURS, opensSql, otherPorts, own, peeredVpc, type Row, sharedManual } from './manual-rules.ts';

const peered = closedWorld('Standard', (seed) => void seed.vpcs.push(peeredVpc));

/** The finished path with the row's rule in its group, and the inputs that it is as configured for. */
function make(world: World, path: Path, row: Row): { inputs: Record<string, string>; source: string } {
  const added = world.addRule({ groupId: path.group, ...row.add(world, path) });
  const source = added.sourceGroupId ?? '';
  if (row.shared === true) world.setTags(path.endpoint, claimTag(path.cluster, 'other'));
  if (row.cidrs === undefined) return { inputs: {}, source };
  for (const rule of world.rules(path.group)) if (rule.id !== added.id) world.removeRule(rule.id);
  for (const cidr of row.cidrs) world.addRule({ groupId: path.group, cidr, description: OURS });
  const groups = row.allowGroup === true ? { 'allowed-security-group-ids': source } : {};
  return { inputs: { 'allowed-cidrs': row.cidrs.join(','), ...groups }, source };
}

function play(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const row of rows) {
      const name = `${row.rule}: ${row.finds.join() || 'nothing'}; ensure writes ${row.writes.join() || 'nothing'}`;
      behaviour(name, peered, async (box) => {
        const { world } = box;
        const path = buildPath(box);
        const { inputs, source } = make(world, path, row);
        const words = row.words.replaceAll('SOURCE', source);
        const rules = world.rules(path.group).map((one) => one.id);

        const before = await verify(box, inputs);
        expectOutcome(before, row.finds);
        const result = await ensure(box, inputs);
        expectSuccess(result);
        expect(mutations(result)).toEqual(row.writes);
        const header = `Security group ${path.group} has 1 manual rule. This action never changes it:`;
        for (const place of [result.log, result.summary.replaceAll('\\', '')]) {
          expect(place.includes(header), place).toBe(words !== '');
          expect(place.includes('manual rule'), place).toBe(words !== '');
          if (words !== '') expect(place).toContain(words);
        }
        if (row.writes.length > 0) return expectClean(await verify(box, inputs));
        expect(world.rules(path.group).map((one) => one.id)).toEqual(rules);
        expectOutcome(await verify(box, inputs), row.finds);
        if (words === '') return;

        const [finding] = findingsOf(before);
        expect(finding?.found).toBe(words);
        const command = commandIn(finding?.fix ?? '');
        const advice =
          row.fix === undefined ? undefined : [row.fix, 'To remove it:', command].filter((part) => part !== '');
        if (advice !== undefined) expect(finding?.fix).toBe(advice.join(' ').replaceAll('SOURCE', source));
        pasteRevoke(world, command);
        expect(world.rules(path.group)).toHaveLength(rules.length - 1);
        expect(namesOf(await verify(box, inputs))).toEqual([]);
      });
    }
  });
}

play('a manual rule that opens the SQL port', opensSql);
play('a manual rule that lets in only what is configured', harmless);
play('a manual rule for another port', otherPorts);
play('a rule with the description of the action', own);
play('a manual rule beside the claim of another environment', sharedManual);

describe('two environments on one endpoint', () => {
  const app = { environment: 'app', 'allowed-cidrs': '10.7.0.0/16' };
  const jobs = { environment: 'jobs', 'allowed-cidrs': '10.8.0.0/16' };

  behaviour(
    'neither calls the sources of the other drift; both call a manual rule drift',
    closedWorld(),
    async (box) => {
      for (const inputs of [app, jobs, app]) expectSuccess(await ensure(box, inputs));
      const [endpoint] = box.world.endpoints();
      const group = endpoint?.groupIds[0] ?? '';
      expect(sources(box, group)).toEqual(['10.7.0.0/16', '10.8.0.0/16']);
      for (const inputs of [app, jobs]) expectOutcome(await verify(box, inputs), ['warning shared-setting']);

      const { id } = box.world.addRule({ groupId: group, cidr: '10.9.0.0/16', description: 'by hand' });
      for (const inputs of [app, jobs]) {
        expectOutcome(await verify(box, inputs), ['error rule-manual', 'warning shared-setting']);
        const result = await ensure(box, inputs);
        expect(mutations(result)).toEqual([]);
        expect(result.log).toContain('26257/tcp from 10.9.0.0/16');
      }
      box.world.removeRule(id);

      // The rule of the one that was removed goes with the next run of the other.
      expectSuccess(await ensure(box, { operation: 'delete', environment: 'jobs' }));
      const result = await ensure(box, app);
      expect(mutations(result)).toEqual(['RevokeSecurityGroupIngress']);
      expect(sources(box, group)).toEqual(['10.7.0.0/16']);
      expectClean(await verify(box, app));
    },
  );

  behaviour('what one configures covers a manual rule for it alone', closedWorld(), async (box) => {
    for (const inputs of [app, jobs]) expectSuccess(await ensure(box, inputs));
    const group = box.world.endpoints()[0]?.groupIds[0] ?? '';
    box.world.addRule({ groupId: group, cidr: '10.7.1.0/24' });
    expectOutcome(await verify(box, app), ['warning shared-setting']);
    // Which sources the other environment configures stands in no tag.
    expectOutcome(await verify(box, jobs), ['error rule-manual', 'warning shared-setting']);
  });
});

describe('several manual rules', () => {
  behaviour('are listed in one note, and each is a finding with its own command', closedWorld(), async (box) => {
    const { group } = buildPath(box);
    box.world.addRule({ groupId: group, cidr: '192.0.2.0/24' });
    box.world.addRule({ groupId: group, cidr: '192.0.2.0/24', fromPort: 443, toPort: 443 });
    box.world.addRule({ groupId: group, cidr: '10.20.7.0/24' });
    const result = await ensure(box);
    expectSuccess(result);
    const at = result.log.indexOf(`Note: Security group ${group} has 2 manual rules. This action never changes them:`);
    expect(result.log.slice(at).split('\n').slice(1, 4)).toEqual([
      expect.stringMatching(/26257\/tcp from 192\.0\.2\.0\/24: opens SQL to a source that isn't configured$/),
      expect.stringMatching(/443\/tcp from 192\.0\.2\.0\/24: not the SQL port$/),
      expect.not.stringContaining('10.20.7.0/24'),
    ]);
    for (const line of result.log.slice(at).split('\n', 3)) expect(line.length, line).toBeLessThanOrEqual(120);
    const checked = await verify(box);
    expectOutcome(checked, ['error rule-manual', 'warning rule-stranger']);
    for (const { fix } of findingsOf(checked)) pasteRevoke(box.world, commandIn(fix));
    expectClean(await verify(box));
  });

  behaviour('a source that EC2 never shows is reported without a command to paste', closedWorld(), async (box) => {
    const { group } = buildPath(box);
    const cidr = "192.0.2.0/24'; reboot '";
    box.world.addRule({ groupId: group, cidr });
    const result = await verify(box);
    expect(namesOf(result)).toEqual(['error rule-manual']);
    expect(findingsOf(result)[0]).toMatchObject({ found: `26257/tcp from ${cidr}`, fix: 'Remove the rule.' });
  });

  behaviour('a dry run says it too', closedWorld(), async (box) => {
    const { group } = buildPath(box);
    box.world.addRule({ groupId: group, cidr: '192.0.2.0/24' });
    const result = await ensure(box, { 'dry-run': 'true' });
    expect(result.log).toContain(`Security group ${group} has 1 manual rule`);
    expect(result.summary).toContain('manual rule');
  });
});
