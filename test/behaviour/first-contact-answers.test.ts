import { describe, expect } from 'vitest';
import { QUESTIONS } from '../../scripts/first-contact/questions.ts';
import { type DeepPartial, ids, type Settings } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, standard } from '../support/paths.ts';
import { type Contacted, contact, expectAllRemoved } from './first-contact.ts';
import { KNOBS } from './first-contact-knobs.ts';

const { advancedCluster, standardCluster } = ids;

describe('against a sandbox that is set to it, the sheet names', () => {
  for (const { plan, ask, row, knobs } of KNOBS)
    for (const [settings, answer] of knobs) {
      const name = `${answer} for ${row}, on ${plan} with ${JSON.stringify(settings)}`;
      behaviour(name, plan === 'standard' ? standard(settings) : advanced(settings), async (box) => {
        const cluster = plan === 'standard' ? standardCluster : advancedCluster;
        if (plan === 'advanced') box.world.makeServices(cluster);
        const result = await contact(box, [ask], { cluster });
        expect(result.row(row), result.said).toMatchObject({ answer });
        expect(result.row(row).evidence).toMatchObject({ file: `ask-${ask}.jsonl` });
        expect(result.row(row).agrees?.sandbox).toMatch(/^yes: /);
        expectAllRemoved(box, cluster, result);
      });
    }
});

/** The figures of a row whose name begins like this. */
const figure = ({ row }: Contacted, id: string, name: string) =>
  Object.entries(row(id).figures ?? {}).find(([pair]) => pair.startsWith(name))?.[1] ?? Number.NaN;

/** It compares two reads, and says so. */
const LATE = 'length-of-a-modify';

describe('reads that lag', () => {
  const stale = { seconds: { endpoint: 8, group: 8, rule: 8, connection: 8, eni: 8 } };
  const undone = QUESTIONS.filter(({ lasting, id }) => lasting !== true && id !== 'read-lag').map(({ id }) => id);
  for (const plan of ['standard', 'advanced'] as const)
    behaviour(`change no answer, on ${plan}`, (plan === 'standard' ? standard : advanced)({ stale }), async (box) => {
      const cluster = plan === 'standard' ? standardCluster : advancedCluster;
      if (plan === 'advanced') box.world.makeServices(cluster);
      const lagging = await contact(box, undone, { cluster });
      expectAllRemoved(box, cluster, lagging);
      box.settings.stale.seconds = {};
      const usual = await contact(box, undone, { cluster });
      const answers = ({ sheet }: Contacted) =>
        sheet?.rows.filter(({ id }) => id !== LATE).map(({ id, answer }) => [id, answer]);
      expect(answers(lagging), lagging.said).toEqual(answers(usual));
    });
});

describe('what is measured', () => {
  const LAGS: readonly (readonly [DeepPartial<Settings>, string, number?])[] = [
    [{ stale: { seconds: { endpoint: 6 } } }, 'DescribeVpcEndpoints after CreateTags'],
    [{ stale: { seconds: { endpoint: 6 } } }, 'DescribeVpcEndpoints after ModifyVpcEndpoint'],
    [{ stale: { seconds: { group: 6 } } }, 'DescribeSecurityGroups after CreateSecurityGroup'],
    [{ stale: { seconds: { rule: 6 } } }, 'DescribeSecurityGroups after AuthorizeSecurityGroupIngress'],
    [{ stale: { seconds: { connection: 6 } } }, 'list of connections after POST'],
    [{ propagation: { group: 6 } }, 'AuthorizeSecurityGroupIngress after CreateSecurityGroup'],
    // The call itself takes one of the seconds.
    [{ propagation: { endpoint: 6 } }, 'CreateTags after CreateVpcEndpoint', 5],
  ];
  for (const [settings, pair, at = 6] of LAGS)
    behaviour(`is the lag of ${pair}, with ${JSON.stringify(settings)}`, standard(settings), async (box) => {
      const result = await contact(box, ['read-lag']);
      // The last read that missed the write began less than one pause before the lag was over.
      expect(figure(result, 'read-lag', pair), result.said).toBeGreaterThan(at - 0.5);
      expect(figure(result, 'read-lag', pair)).toBeLessThanOrEqual(at);
      expect(result.row('read-lag').says).toContain('It is no bound.');
      expectAllRemoved(box, standardCluster, result);
    });

  behaviour('is no lag where every read shows the write before it', standard(), async (box) => {
    const result = await contact(box, ['read-lag']);
    expect(result.row('read-lag')).toMatchObject({
      answer: '0.0 s',
      agrees: { action: expect.stringMatching(/^yes/) },
    });
    expect(Object.values(result.row('read-lag').figures ?? {}).every((one) => one === 0)).toBe(true);
    expect(Object.keys(result.row('read-lag').figures ?? {}).length).toBeGreaterThan(12);
  });

  behaviour(
    'is a lag that is longer than the action reckons with',
    standard({ stale: { seconds: { rule: 40 } } }),
    async (box) => {
      const { agrees, answer } = (await contact(box, ['read-lag'])).row('read-lag');
      expect(Number.parseFloat(answer)).toBeGreaterThan(39);
      expect(agrees?.action).toMatch(/^no: /);
    },
  );

  const TIMES: readonly (readonly [DeepPartial<Settings['seconds']>, string, number])[] = [
    [{ acceptance: 20, available: 30, connection: 10 }, 'connection from POST to AVAILABLE', 40],
    [{ acceptance: 20, available: 30, connection: 10 }, 'endpoint from creation to available', 30],
    [{ available: 30 }, 'endpoint pending', 30],
    [{ available: 30, connection: 10 }, 'connection PENDING', 40],
    [{ dns: 25 }, 'private DNS on', 25],
    [{ dns: 25 }, 'private DNS off', 25],
    [{ disconnect: 15 }, 'connection from removal to its end', 15],
    [{ delete: 35 }, 'endpoint from deletion to deleted', 35],
    [{ delete: 10, deletedVisible: 50 }, 'endpoint from deletion to absent', 60],
  ];
  for (const [seconds, name, expected] of TIMES)
    behaviour(`is the time of: ${name}, ${expected} s`, standard({ seconds }), async (box) => {
      const result = await contact(box, ['states']);
      const measured = figure(result, 'time-of-each-state', name);
      expect(measured, result.said).toBeGreaterThanOrEqual(expected - 2);
      expect(measured).toBeLessThanOrEqual(expected + 4);
    });
});
