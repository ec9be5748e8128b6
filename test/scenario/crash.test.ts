import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { allKills, type Kill, killedDelete, PATHS } from './crash.ts';
import { expectDeparted, leave, SHORT, TORTURE } from './departures.ts';
import { advanced, expectNothingLeft, PLANS, scenario, standard } from './paths.ts';
import { run } from './support.ts';

const killAfter = (n: number): Kill => ({ n, when: 'after', mutatingOnly: true });
const killBefore = (n: number): Kill => ({ n, when: 'before', mutatingOnly: true });

/** After the mark, between connection and endpoint, between endpoint and group; after the claim, before the mark goes. */
const DELICATE: Record<keyof typeof PATHS, Kill[]> = {
  Standard: [killAfter(3)],
  Advanced: [killAfter(2), killBefore(4)],
  'Standard, two clusters': [killAfter(2)],
  'shared by two environments': [killAfter(2)],
  'shared, with a cluster of its own': [killAfter(2), killAfter(3)],
};

describe('a delete that is killed and started again ends with nothing left', () => {
  for (const [what, { users, writes }] of Object.entries(PATHS)) {
    for (const kill of TORTURE ? allKills(writes) : DELICATE[what as keyof typeof PATHS]) {
      const world = what === 'Advanced' ? advanced : standard;
      scenario(`${what}: killed ${kill.when} write ${kill.n}`, world(), (box) => killedDelete(box, users, kill));
    }
  }
});

describe('an ensure that is killed is taken down by its environment alone', () => {
  const writes = { Standard: 5, Advanced: 6 } as const;
  for (const { plan, worldOf, clusterId } of PLANS) {
    const delicate = plan === 'Standard' ? [killAfter(1), killBefore(3), killAfter(3)] : [killAfter(3), killAfter(4)];
    for (const kill of TORTURE ? allKills(writes[plan]) : delicate) {
      scenario(`${plan}: killed ${kill.when} write ${kill.n}`, worldOf(), async (box) => {
        const inputs = { environment: 'branch:a', cluster: clusterId };
        const killed = await run(box, inputs, { env: SHORT, killAtRequest: kill });
        expect(killed.signal).toBe('SIGKILL');
        const result = await leave(box, 'branch:a');
        expect(result.exitCode, result.log).toBe(0);
        expectNothingLeft(box, clusterId);
        expectDeparted(await leave(box, 'branch:a'), 'absent');
        expect(box.world.connections(ids.standardCluster)).toEqual([]);
      });
    }
  }
});
