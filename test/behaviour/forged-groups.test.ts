import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { connected, leave, SHORT, sweepRun, sweptRows } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { errorLine, errorText, expectFailure, expectSuccess, standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';
import { findingsOf, namesOf } from '../support/verify.ts';
import { deadMark, GROUPS, type GroupRow, OWN, P } from './forged-tags.ts';

const NAME = `cockroachdb-privatelink ${ids.standardService}`;

/** Puts the group of a row into a world, unused or as the group of an endpoint of another owner that is connected. */
function placeGroup(box: Sandbox, row: GroupRow, { marked, used }: { marked: boolean; used: boolean }): string {
  const { world } = box;
  const tags = { ...row.tags, ...(marked ? deadMark(box) : {}) };
  const { id } = world.createGroup({ vpcId: ids.vpc, name: row.name, tags });
  world.addRule({ groupId: id, cidr: '198.51.100.0/24', description: 'cockroachdb-privatelink' });
  if (!used) return id;
  const stranger = world.createEndpoint({
    vpcId: ids.vpc,
    serviceName: ids.standardServiceName,
    subnetIds: [...ids.subnets],
    groupIds: [id],
    privateDnsEnabled: true,
  });
  connected(box, ids.standardCluster, stranger.id);
  return id;
}

const lookOf = ({ world }: Sandbox, id: string) =>
  structuredClone({ group: world.tables.group.get(id), rules: world.rules(id) });

/** The tags and rules of the group are as they were. */
function expectUntouched(box: Sandbox, id: string, before: ReturnType<typeof lookOf>): void {
  expect(lookOf(box, id)).toEqual(before);
}

for (const row of GROUPS) {
  const owned = row.ensure === 'uses it';
  describe(`a security group with ${row.what}`, () => {
    for (const marked of [false, true]) {
      const mark = marked ? 'marked' : 'not marked';

      for (const used of [false, true]) {
        const by = used ? 'used by an endpoint of another owner' : 'unused';
        behaviour(`${mark}, ${by}: sweep`, standard(), async (box) => {
          const id = placeGroup(box, row, { marked, used });
          const before = lookOf(box, id);
          const result = await sweepRun(box);
          expectSuccess(result);
          expect(mutations(result)).toEqual(owned && !used ? ['DeleteSecurityGroup'] : []);
          if (!owned || used) expectUntouched(box, id, before);
          const rows = sweptRows(result);
          expect(JSON.parse(result.outputs['plan'] ?? '')).toHaveLength(Object.keys(rows).length);
          if (row.why === '') expect(Object.keys(rows)).toEqual(owned && !used ? [`security group ${id}`] : []);
          else {
            const why = `not managed: ${row.why}`;
            expect(rows).toEqual({ [`security group ${id}`]: expect.objectContaining({ outcome: 'kept', why }) });
          }
        });

        behaviour(`${mark}, ${by}: delete`, standard(), async (box) => {
          const id = placeGroup(box, row, { marked, used });
          const before = lookOf(box, id);
          const result = await leave(box, OWN, { inputs: { cluster: ids.standardCluster } });
          expectSuccess(result);
          expect(mutations(result)).toEqual(owned && !used ? ['DeleteSecurityGroup'] : []);
          if (!owned || used) expectUntouched(box, id, before);
        });
      }

      behaviour(`${mark}: verify`, standard(), async (box) => {
        const id = placeGroup(box, row, { marked, used: false });
        const before = lookOf(box, id);
        const result = await run(box, { operation: 'verify', environment: OWN, 'fail-on-drift': 'false' });
        expectSuccess(result);
        expect(mutations(result)).toEqual([]);
        expectUntouched(box, id, before);
        const warned = findingsOf(result).filter((one) => one.check === 'not-ours');
        if (row.ensure === 'makes its own') {
          expect(warned.map((one) => [one.severity, one.subject])).toEqual([['warning', id]]);
          expect(warned[0]?.found).toContain(row.why);
          expect(warned[0]?.fix).toMatch(new RegExp(`--resources ${id} --tags Key=${P}managed-by$`));
        } else expect(warned).toEqual([]);
        // One without the tag is not seen by verify.
        if (row.why !== '')
          expect(namesOf(result).includes('error group-name-taken')).toBe(row.ensure === 'name taken');
      });

      behaviour(`${mark}: ensure ${row.ensure}`, standard(), async (box) => {
        const id = placeGroup(box, row, { marked, used: false });
        const before = lookOf(box, id);
        const result = await run(box, { environment: OWN, 'timeout-seconds': '120' }, { env: SHORT });
        if (row.ensure === 'name taken') expectTaken(result, { row, id });
        else expectSuccess(result);
        if (!owned) expectUntouched(box, id, before);
        const [made] = box.world.groups((one) => one.name === NAME && one.id !== id);
        expect(made !== undefined).toBe(row.ensure === 'makes its own');
        if (owned) expect(box.world.rules(id).map((rule) => rule.cidr)).toEqual(['10.20.0.0/16', '100.64.0.0/20']);
      });
    }
  });
}

/** The run ends before it creates anything, and says what is missing and how to set it. */
function expectTaken(result: RunResult, { row, id }: { row: GroupRow; id: string }): void {
  expectFailure(result, 'group-name-taken');
  expect(mutations(result).filter((action) => action !== 'CreateSecurityGroup')).toEqual([]);
  if (row.why === '') return;
  // It carries the tag and is read before anything is tried.
  expect(mutations(result)).toEqual([]);
  expect(errorLine(result)).toContain(`Security group ${id} has the name of this action's group, but ${row.why}`);
  const command = `aws ec2 create-tags --region us-east-1 --resources ${id} --tags 'Key=${P}service,Value=${ids.standardServiceName}'`;
  expect(errorText(result).includes(command)).toBe(row.why.endsWith('is missing'));
}
