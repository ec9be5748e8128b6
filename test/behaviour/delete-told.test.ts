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
    const group = `delete the security group ${groupId} ("cockroachdb-privatelink ${ids.standardService}")`;
    const connection = `remove the available connection of ${id} from cluster ${ids.standardName}`;
    const visible = 'once its leaving mark has been visible to every run';
    expect(timeless(result.log)).toEqual(
      expect.arrayContaining([
        `AWS account ${ids.account}`,
        `endpoint service ${ids.standardServiceName}`,
        `1. mark ${id} as being left`,
        `2. ${connection} — ${visible}`,
        `3. delete VPC endpoint ${id} (available) — ${visible}`,
        `4. ${group} — once its VPC endpoint is gone`,
        `✔ ${connection}`,
        `✔ ${group}`,
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
        `✔ remove the claim of branch:a from ${endpoint.id}`,
        `left: VPC endpoint ${endpoint.id}, still used by pr:9, about $21.90 a month`,
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
    expect(lines).toContain(
      'wait for one more look: reads may lag; what was made or deleted a moment ago shows by then',
    );
    expect(lines).toContain(`note: Environment branch:a claims nothing in ${ids.vpc}`);
    expect(lines.slice(-2)).toEqual([
      'Nothing was deleted.',
      'Connections at CockroachDB Cloud were not checked: no claim of this environment names a cluster. Set cluster to have them checked.',
    ]);
    expect(result.summary).toContain('⚪ nothing was deleted');
  });
});
