import type { MemorySandbox } from '../sandbox/index.ts';
import { leave, sharedPath, sweepRun } from '../support/departures.ts';
import { deny, type EndRow, row, WHOLE } from './outputs-at-the-end.ts';

const path = (box: MemorySandbox) => sharedPath(box, [{ environment: 'default' }]);
const GONE: readonly [string, string, string] = ['deleted', '', 'false'];
const DELETE: readonly EndRow[] = [
  row(
    'delete',
    'done',
    async (box) => {
      path(box);
      return leave(box, 'default');
    },
    {
      status: 'deleted',
      endpoint: true,
      seen: GONE,
      changed: true,
    },
  ),
  row('delete', 'nothing there', (box) => leave(box, 'default'), {}),
  // Its claim is released; the endpoint stays for the other.
  row(
    'delete',
    'done, another environment stays',
    async (box) => {
      sharedPath(box, [{ environment: 'default' }, { environment: 'pr:9' }]);
      return leave(box, 'default');
    },
    {
      status: 'deleted',
      endpoint: true,
      seen: ['available', '', 'true'],
    },
  ),
  row(
    'delete',
    'dry run',
    async (box) => {
      path(box);
      return leave(box, 'default', { inputs: { 'dry-run': 'true' } });
    },
    {
      status: 'available',
      endpoint: true,
      seen: WHOLE,
    },
  ),
  // What EC2 reported before the request to delete it.
  row(
    'delete',
    'pending',
    async (box) => {
      box.settings.seconds.delete = 600;
      path(box);
      return leave(box, 'default', { inputs: { wait: 'false' } });
    },
    {
      status: 'pending',
      endpoint: true,
      seen: ['deleting', 'STATUS_AVAILABLE', 'true'],
      changed: true,
    },
  ),
  row(
    'delete',
    'failed in disconnecting',
    async (box) => {
      path(box);
      box.faults.add({
        match: { action: /^DELETE / },
        kind: 'status',
        status: 500,
        code: '13',
        message: 'internal',
        times: 999,
      });
      return leave(box, 'default', { inputs: { 'timeout-seconds': '400' } });
    },
    {
      exit: 1,
      code: 'cloud-unavailable',
      status: 'failed',
      endpoint: true,
      seen: WHOLE,
      changed: true,
    },
  ),
  row(
    'delete',
    'failed in deleting',
    async (box) => {
      path(box);
      deny(box, 'DeleteVpcEndpoints');
      return leave(box, 'default');
    },
    {
      exit: 1,
      code: 'aws-denied',
      status: 'failed',
      endpoint: true,
      seen: ['available', 'STATUS_AVAILABLE', 'true'],
      changed: true,
    },
  ),
  row(
    'delete',
    'cancelled in deleting',
    async (box) => {
      path(box);
      return leave(box, 'default', { signalAt: { when: (one) => one.action === 'DeleteVpcEndpoints' } });
    },
    {
      exit: 130,
      code: 'cancelled',
      status: 'failed',
      endpoint: true,
      seen: ['available', 'STATUS_AVAILABLE', 'true'],
      changed: true,
    },
  ),
  row(
    'delete',
    'time-out',
    async (box) => {
      box.settings.seconds.delete = 1e6;
      path(box);
      return leave(box, 'default', { inputs: { 'timeout-seconds': '60' } });
    },
    {
      exit: 1,
      code: 'timeout',
      status: 'failed',
      endpoint: true,
      seen: ['deleting', '', 'true'],
      changed: true,
    },
  ),
];

const SWEEP: readonly EndRow[] = [
  row('sweep', 'nothing there', (box) => sweepRun(box), {}),
  row(
    'sweep',
    'nothing to sweep',
    async (box) => {
      path(box);
      return sweepRun(box);
    },
    {},
  ),
  row(
    'sweep',
    'swept',
    async (box) => {
      sharedPath(box, [{ environment: 'branch:gone', idleHours: 48 }]);
      return sweepRun(box);
    },
    {
      status: 'deleted',
      changed: true,
    },
  ),
];

/** The ends of runs that remove environments. */
export const ENDS_OF_REMOVAL: readonly EndRow[] = [...DELETE, ...SWEEP];
