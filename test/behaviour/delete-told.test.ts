import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { leave, sharedPath } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectSuccess, standard } from '../support/paths.ts';

const A = { environment: 'branch:a' };
const linesOf = (log: string) => log.split('\n').filter((line) => line !== '' && !line.startsWith('##[debug]'));
/** Without the times, which differ from run to run. */
const timeless = (log: string) => linesOf(log).map((line) => line.replace(/ \(\d+(\.\d)? s\)$/, ''));

describe('what a person reads of a delete', () => {
  behaviour('tells the plan, each step and each wait once, and that nothing is left', standard(), async (box) => {
    const { endpoint, groupId } = sharedPath(box, [A]);
    const result = await leave(box, 'branch:a');
    expectSuccess(result);
    const { id } = endpoint;
    expect(timeless(result.log)).toEqual(
      expect.arrayContaining([
        `AWS account ${ids.account}`,
        `Endpoint service ${ids.standardServiceName}`,
        'Plan: delete 3, tag 1',
        `  # removal mark      ${id}`,
        `  - connection        ${ids.standardName} to ${id}`,
        `  - VPC endpoint      ${id}`,
        `  - security group    ${groupId}`,
        `✔ Marked ${id} for removal`,
        `✔ Disconnected cluster ${ids.standardName} from ${id}`,
        `✔ Requested deletion of VPC endpoint ${id}`,
        `✔ VPC endpoint ${id} is deleted`,
        `✔ Deleted security group ${groupId}`,
        `Deleted for environment branch:a: the connection of cluster ${ids.standardName} to ${id}, VPC endpoint ${id} and security group ${groupId}`,
      ]),
    );
    const told = timeless(result.log).filter((line) => /^[…✔]/.test(line));
    expect(told.filter((line, index) => told.indexOf(line) !== index)).toEqual([]);
    expect(result.summary).toMatch(
      /^## .*: ✅ deleted\n\nDeleted for environment branch:a: the connection .* VPC endpoint .* security group .*\n\n<details><summary>4 completed steps<\/summary>\n\n- mark/,
    );
  });

  behaviour('tells who keeps the endpoint and what it costs', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A, { environment: 'pr:9' }]);
    const result = await leave(box, 'branch:a');
    expectSuccess(result);
    expect(timeless(result.log)).toEqual(
      expect.arrayContaining([
        `✔ Released 1 claim on ${endpoint.id}`,
        `Remaining: VPC endpoint ${endpoint.id}, still used by pr:9, about $21.90 a month`,
        `Released for environment branch:a: the claim on VPC endpoint ${endpoint.id}`,
      ]),
    );
    const told = timeless(result.log).filter((line) => line.startsWith('… '));
    expect(told.filter((line, index) => told.indexOf(line) !== index)).toEqual([]);
    expect(result.summary).toContain('✅ removed; 1 resource kept');
    expect(result.summary).toMatch(
      /\| Resource \| Reason \| Cost \|\n.*\n\| VPC endpoint .* \| still used by pr:9 \| about \$21\.90 a month/,
    );
  });

  behaviour('tells that nothing was there, and why it looked twice', standard(), async (box) => {
    // A lag that no busy machine uses up before the first read is done.
    const result = await leave(box, 'branch:a', { env: { PRIVATELINK_READ_LAG_SECONDS: '60' } });
    expectSuccess(result);
    const lines = linesOf(result.log);
    expect(lines).toContain('Plan: no changes');
    expect(lines).toContain(
      '… Waiting for AWS to show recent changes: reads may lag. AWS shows them after some seconds',
    );
    expect(lines).toContain(`Note: Environment branch:a claims nothing in ${ids.vpc}`);
    expect(lines.slice(-2)).toEqual([
      'Nothing was deleted.',
      'Connections at CockroachDB Cloud were not checked: no claim of this environment names a cluster. Set cluster to have them checked.',
    ]);
    expect(result.summary).toContain('⚪ nothing was deleted');
  });
});
