import { ownedGroups } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { deny, denyCloud, dnsOff, type EndRow, finished, NO_DNS, row, WHOLE } from './outputs-at-the-end.ts';

const verify = { operation: 'verify' };
/** The ends of runs of `verify`. */
export const ENDS_OF_VERIFY: readonly EndRow[] = [
  row(
    'verify',
    'clean',
    async (box) => {
      await finished(box);
      return run(box, verify);
    },
    {
      status: 'available',
      endpoint: true,
      seen: WHOLE,
    },
  ),
  row('verify', 'nothing there', (box) => run(box, verify), { exit: 1, code: 'drift', drift: 1 }),
  row(
    'verify',
    'drift of private DNS',
    async (box) => {
      await dnsOff(box);
      return run(box, verify);
    },
    {
      exit: 1,
      code: 'drift',
      status: 'degraded',
      endpoint: true,
      seen: NO_DNS,
      drift: 1,
    },
  ),
  row(
    'verify',
    'drift of a rule',
    async (box) => {
      await finished(box);
      for (const group of ownedGroups(box)) for (const { id } of box.world.rules(group.id)) box.world.removeRule(id);
      return run(box, verify);
    },
    { exit: 1, code: 'drift', status: 'degraded', endpoint: true, seen: WHOLE, drift: 1 },
  ),
  row(
    'verify',
    'endpoint not read',
    async (box) => {
      await finished(box);
      deny(box, 'DescribeVpcEndpoints');
      return run(box, verify);
    },
    {
      exit: 1,
      code: 'could-not-check',
      status: 'failed',
    },
  ),
  row(
    'verify',
    'connections not read',
    async (box) => {
      await finished(box);
      denyCloud(box, /^GET .*connections$/);
      return run(box, verify);
    },
    {
      exit: 1,
      code: 'could-not-check',
      status: 'failed',
      endpoint: true,
      seen: ['available', '', 'true'],
    },
  ),
  // What the status rests on was read.
  row(
    'verify',
    'group not read',
    async (box) => {
      await finished(box);
      deny(box, 'DescribeSecurityGroups');
      return run(box, verify);
    },
    {
      exit: 1,
      code: 'could-not-check',
      status: 'available',
      endpoint: true,
      seen: WHOLE,
    },
  ),
  row(
    'verify',
    'cancelled',
    async (box) => {
      await finished(box);
      return run(box, verify, { signalAt: { when: (one) => one.action === 'DescribeVpcs' } });
    },
    {
      exit: 130,
      code: 'cancelled',
      status: 'failed',
    },
  ),
];
