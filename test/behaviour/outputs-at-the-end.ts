import type { RunResult } from '../harness/run-action.ts';
import type { MemorySandbox } from '../sandbox/index.ts';
import { SHORT } from '../support/departures.ts';
import { liveEndpoints } from '../support/paths.ts';
import { run } from '../support/run.ts';

/** What the outputs are at one end of a run, by hand: what the sandbox is in at that moment, as far as the run has read it. */
export interface EndRow {
  readonly operation: 'ensure' | 'verify' | 'delete' | 'sweep';
  readonly end: string;
  play(box: MemorySandbox): Promise<RunResult>;
  readonly exit: 0 | 1 | 130;
  readonly code: string;
  readonly status: string;
  /** Whether `endpoint-id` is set. */
  readonly endpoint: boolean;
  /** `endpoint-state`, `connection-status` and `private-dns-enabled`. */
  readonly seen: readonly [string, string, string];
  readonly changed: boolean;
  readonly created: boolean;
  readonly drift: number;
}

type Values = Pick<EndRow, 'exit' | 'code' | 'status' | 'endpoint' | 'seen' | 'changed' | 'created' | 'drift'>;

const NOTHING: readonly [string, string, string] = ['', '', ''];
export const WHOLE: readonly [string, string, string] = ['available', 'STATUS_AVAILABLE', 'true'];
/** Both sides available, without private DNS. */
export const NO_DNS: readonly [string, string, string] = ['available', 'STATUS_AVAILABLE', 'false'];

const blank: Values = {
  exit: 0,
  code: '',
  status: 'absent',
  endpoint: false,
  seen: NOTHING,
  changed: false,
  created: false,
  drift: 0,
};

/** A row of the table; what is not given is as in a run that found nothing. */
export function row(
  operation: EndRow['operation'],
  end: string,
  play: EndRow['play'],
  values: Partial<Values>,
): EndRow {
  return { operation, end, play, ...blank, ...values };
}

const quick = { env: SHORT };
export const deny = (box: MemorySandbox, action: string | RegExp) =>
  box.faults.add({
    match: { action },
    kind: 'status',
    status: 403,
    code: 'UnauthorizedOperation',
    message: 'no',
    times: 99,
  });
export const denyCloud = (box: MemorySandbox, action: RegExp) =>
  box.faults.add({ match: { action }, kind: 'status', status: 403, code: '7', message: 'no permission', times: 99 });
export const finished = async (box: MemorySandbox) => void (await run(box, {}, quick));
export const dnsOff = async (box: MemorySandbox) => {
  await finished(box);
  for (const { id } of liveEndpoints(box)) box.world.setPrivateDns(id, false);
};
const CONNECT = /^POST .*private-endpoint-connections$/;

/** Turn by turn with `wait: false`, one request of the world after the other. */
const turns =
  (count: number): EndRow['play'] =>
  async (box) => {
    let result = await run(box, { wait: 'false' }, quick);
    for (let turn = 1; turn < count; turn += 1) {
      await box.clock.sleep(20_000);
      result = await run(box, { wait: 'false' }, quick);
    }
    return result;
  };

/** The ends of runs of `ensure`. */
export const ENDS_OF_ENSURE: readonly EndRow[] = [
  row('ensure', 'done', (box) => run(box, {}, quick), {
    status: 'available',
    endpoint: true,
    seen: WHOLE,
    changed: true,
    created: true,
  }),
  row(
    'ensure',
    'done, nothing to change',
    async (box) => {
      await finished(box);
      return run(box, {}, quick);
    },
    {
      status: 'available',
      endpoint: true,
      seen: WHOLE,
    },
  ),
  row('ensure', 'pending, first turn', turns(1), {
    status: 'pending',
    endpoint: true,
    seen: ['pending', 'STATUS_PENDING', 'false'],
    changed: true,
    created: true,
  }),
  // Private DNS was requested in this turn; what EC2 reported last is that it is off.
  row('ensure', 'pending, second turn', turns(2), { status: 'pending', endpoint: true, seen: NO_DNS, changed: true }),
  row('ensure', 'done, third turn', turns(3), { status: 'available', endpoint: true, seen: WHOLE }),
  row('ensure', 'dry run, nothing there', (box) => run(box, { 'dry-run': 'true' }, quick), {}),
  row(
    'ensure',
    'dry run, private DNS off',
    async (box) => {
      await dnsOff(box);
      return run(box, { 'dry-run': 'true' }, quick);
    },
    {
      status: 'degraded',
      endpoint: true,
      seen: NO_DNS,
    },
  ),
  row(
    'ensure',
    'failed in reading AWS',
    async (box) => {
      deny(box, 'DescribeVpcs');
      return run(box, {}, quick);
    },
    {
      exit: 1,
      code: 'aws-denied',
      status: 'failed',
    },
  ),
  row(
    'ensure',
    'failed in creating the group',
    async (box) => {
      deny(box, 'CreateSecurityGroup');
      return run(box, {}, quick);
    },
    {
      exit: 1,
      code: 'aws-denied',
    },
  ),
  row(
    'ensure',
    'failed in creating the endpoint',
    async (box) => {
      deny(box, 'CreateVpcEndpoint');
      return run(box, {}, quick);
    },
    {
      exit: 1,
      code: 'aws-denied',
      changed: true,
    },
  ),
  row(
    'ensure',
    'failed in connecting',
    async (box) => {
      denyCloud(box, CONNECT);
      return run(box, {}, quick);
    },
    {
      exit: 1,
      code: 'cloud-denied',
      status: 'pending',
      endpoint: true,
      seen: ['pending', '', 'false'],
      changed: true,
      created: true,
    },
  ),
  row(
    'ensure',
    'failed in private DNS',
    async (box) => {
      deny(box, 'ModifyVpcEndpoint');
      return run(box, {}, quick);
    },
    {
      exit: 1,
      code: 'aws-denied',
      status: 'degraded',
      endpoint: true,
      seen: NO_DNS,
      changed: true,
      created: true,
    },
  ),
  row(
    'ensure',
    'cancelled in reading',
    (box) => run(box, {}, { ...quick, signalAt: { when: (one) => one.action === 'DescribeVpcs' } }),
    {
      exit: 130,
      code: 'cancelled',
      status: 'failed',
    },
  ),
  row(
    'ensure',
    'cancelled in creating the endpoint',
    (box) => run(box, {}, { ...quick, signalAt: { when: (one) => one.action === 'CreateVpcEndpoint' } }),
    {
      exit: 130,
      code: 'cancelled',
      status: 'pending',
      changed: true,
    },
  ),
  row(
    'ensure',
    'cancelled in connecting',
    (box) => run(box, {}, { ...quick, signalAt: { when: (one) => CONNECT.test(one.action) } }),
    {
      exit: 130,
      code: 'cancelled',
      status: 'pending',
      endpoint: true,
      seen: ['pending', '', 'false'],
      changed: true,
      created: true,
    },
  ),
  row(
    'ensure',
    'cancelled in private DNS',
    (box) => run(box, {}, { ...quick, signalAt: { when: (one) => one.action === 'ModifyVpcEndpoint' } }),
    {
      exit: 130,
      code: 'cancelled',
      status: 'pending',
      endpoint: true,
      seen: NO_DNS,
      changed: true,
      created: true,
    },
  ),
  row(
    'ensure',
    'time-out in waiting',
    async (box) => {
      box.settings.seconds.connection = 1e6;
      return run(box, { 'timeout-seconds': '60' }, quick);
    },
    {
      exit: 1,
      code: 'timeout',
      status: 'pending',
      endpoint: true,
      seen: ['available', 'STATUS_PENDING', 'false'],
      changed: true,
      created: true,
    },
  ),
  row(
    'ensure',
    'time-out in private DNS',
    async (box) => {
      box.settings.seconds.dns = 1e6;
      return run(box, { 'timeout-seconds': '60' }, quick);
    },
    {
      exit: 1,
      code: 'timeout',
      status: 'pending',
      endpoint: true,
      seen: ['pending', 'STATUS_AVAILABLE', 'false'],
      changed: true,
      created: true,
    },
  ),
];
