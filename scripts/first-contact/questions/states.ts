import type { VpcEndpoint } from '@aws-sdk/client-ec2';
import { NotMade } from '../made.ts';
import type { Place } from '../place.ts';
import { type Answer, type Asking, known, question } from '../question.ts';
import type { CloudReply, Ec2Reply, Reply } from '../raw.ts';
import {
  connect,
  deleteEndpoint,
  disconnect,
  endpointWord,
  type ListedConnection,
  modify,
  readConnection,
  readEndpoint,
  until,
} from '../watch.ts';

const ANY = () => true;
const EVERY_MS = 1_000;
const WAITS = 'it waits until `timeout-seconds` is over';

interface Seen {
  /** Seconds from the answer to a write to the first read that showed its end. */
  readonly figures: Record<string, number>;
  readonly exchanges: number[];
  readonly available: Ec2Reply<VpcEndpoint>;
  readonly listed: ListedConnection;
  readonly services: CloudReply;
  /** Undefined where the VPC does not support private DNS. */
  readonly dns:
    | { on: Reply; flags: { state: string; on: boolean }[]; shown: Ec2Reply<VpcEndpoint>; off: Reply }
    | undefined;
}

export const states = question<Seen>({
  id: 'states',
  asks: 'How long does each state last, and how do the answers spell it?',
  rows: {
    'time-of-each-state': { answers: [known(ANY, WAITS, 'seconds')] },
    'private-dns-name': {
      expected: 'exact',
      answers: [
        known('exact', 'nothing depends on it', 'always'),
        known('wildcard', 'nothing depends on it', undefined),
        known('another name', 'nothing depends on it; `probe` reports what does not match', undefined),
      ],
    },
    'private-dns-off-permission': {
      answers: [
        known('allowed', 'it turns private DNS off', 'always'),
        known('denied', 'it ends with `aws-denied`', undefined),
      ],
    },
    'private-dns-flag': {
      answers: [
        known('with available', 'it waits for both', 'ec2.dnsFlag: with-available'),
        known('at once', 'it waits for both', 'ec2.dnsFlag: at-once'),
      ],
    },
    'spelling-of-endpoint-states': {
      expected: 'available',
      answers: [
        known('available', 'it compares without regard to case', 'ec2.pascalStates: false'),
        known('Available', 'it compares without regard to case', 'ec2.pascalStates: true'),
      ],
    },
    'spelling-of-connection-states': {
      expected: 'with STATUS_',
      answers: [
        known('with STATUS_', 'it takes both', 'cloud.statusPrefix: true'),
        known('without STATUS_', 'it takes both', 'cloud.statusPrefix: false'),
      ],
    },
    'region-of-a-connection': {
      answers: ['region_name', 'region', 'both', 'none'].map((one) =>
        known(one, 'it takes what is there, otherwise the service name', `cloud.regionField: ${one}`),
      ),
    },
    'aws-object-of-a-service': {
      answers: [
        known('present', 'it does not need it', 'cloud.awsSubObject: true'),
        known('absent', 'it does not need it', 'cloud.awsSubObject: false'),
      ],
    },
  },
  makes: 'One VPC endpoint, its security group and its connection; private DNS is turned on and off.',
  endpoints: 1,
  minutes: 15,
  undone: 'The connection, the endpoint and the group are deleted.',
  async look(asking) {
    const { figures, exchanges, note } = notes();
    const { id, created } = await asking.made.endpoint();
    const added = await connect(asking, id);
    const { available, listed } = await watchBoth(asking, { id, created, added, note });
    const services = await asking.raw.cloud('GET', '/networking/private-endpoint-services');
    const dns = asking.place.vpcDns ? await turnDns(asking, { id, note }) : undefined;
    const removed = await disconnect(asking, id);
    const isRemoved = ({ state }: ListedConnection) => ['', 'REJECTED', 'DELETED'].includes(state);
    const isDeleted = ({ value }: Ec2Reply<VpcEndpoint>) => ['deleted', 'absent'].includes(endpointWord(value));
    const isAbsent = ({ value }: Ec2Reply<VpcEndpoint>) => value === undefined;
    const list = () => readConnection(asking, id);
    const read = () => readEndpoint(asking, id);
    const gone = await until(asking, list, { isDone: isRemoved, everyMs: EVERY_MS });
    if (isRemoved(gone)) note('connection from removal to its end', removed, gone);
    const asked = await deleteEndpoint(asking, id);
    const deleted = await until(asking, read, { isDone: isDeleted, everyMs: EVERY_MS });
    if (isDeleted(deleted)) note('endpoint from deletion to deleted', asked, deleted);
    const absent = await until(asking, read, { isDone: isAbsent, everyMs: EVERY_MS });
    if (isAbsent(absent)) note('endpoint from deletion to absent', asked, absent);
    return { figures, exchanges, available, listed, services, dns };
  },
  judge(seen, ground) {
    const parts = Object.entries(seen.figures).map(([name, value]) => `${name} ${value.toFixed(1)} s`);
    const { figures, exchanges } = seen;
    return [
      { row: 'time-of-each-state', value: 'measured', says: `${parts.join('; ')}.`, exchanges, figures },
      ...spellings(seen),
      ...(seen.dns === undefined ? [] : dnsAnswers(seen.dns, ground)),
    ];
  },
});

type Note = (name: string, since: Reply, end: Reply) => void;

/** Figures by their name, and the exchanges that they come from. */
function notes(): { figures: Record<string, number>; exchanges: number[]; note: Note } {
  const figures: Record<string, number> = {};
  const exchanges: number[] = [];
  const note: Note = (name, since, end) => {
    figures[name] = Math.max(0, Math.round((end.at - since.at) / 100) / 10);
    exchanges.push(since.n, end.n);
  };
  return { figures, exchanges, note };
}

/** Reads both sides until they are available, and notes how long each state was shown. @throws NotMade */
async function watchBoth(
  asking: Asking,
  { id, created, added, note }: { id: string; created: Reply; added: Reply; note: Note },
): Promise<{ available: Ec2Reply<VpcEndpoint>; listed: ListedConnection }> {
  const sides = { endpoint: sightings('endpoint', note), connection: sightings('connection', note) };
  let available: Ec2Reply<VpcEndpoint> | undefined;
  let first: Reply | undefined;
  const listed = await until(
    asking,
    async () => {
      available = await readEndpoint(asking, id);
      if (available.status > 0) sides.endpoint(endpointWord(available.value), available);
      if (endpointWord(available.value) === 'available') first ??= available;
      return readConnection(asking, id);
    },
    {
      isDone(reply) {
        sides.connection(reply.state || 'absent', reply);
        return ENDED.includes(reply.state) && endpointWord(available?.value) !== 'pending';
      },
      everyMs: EVERY_MS,
    },
  );
  const state = endpointWord(available?.value);
  if (available === undefined || listed.state !== 'AVAILABLE' || state !== 'available')
    throw new NotMade('endpoint and connection', { code: `${state} and ${listed.state || 'absent'}`, n: listed.n });
  note('endpoint from creation to available', created, first ?? available);
  note('connection from POST to AVAILABLE', added, listed);
  return { available, listed };
}

const ENDED = ['AVAILABLE', 'REJECTED', 'FAILED', 'EXPIRED'];

/** Notes each state of a side when the next one is seen: from its first sighting to that. */
function sightings(side: string, note: Note): (state: string, reply: Reply) => void {
  let last: { state: string; since: Reply } | undefined;
  return (state, reply) => {
    if (last?.state === state) return;
    if (last !== undefined) note(`${side} ${last.state}`, last.since, reply);
    last = { state, since: reply };
  };
}

async function turnDns(asking: Asking, { id, note }: { id: string; note: Note }): Promise<NonNullable<Seen['dns']>> {
  const flags: { state: string; on: boolean }[] = [];
  const on = await modify(asking, { VpcEndpointId: id, PrivateDnsEnabled: true });
  const watch = (expected: boolean) =>
    until(asking, () => readEndpoint(asking, id), {
      isDone({ value }) {
        const now = { state: endpointWord(value), on: value?.PrivateDnsEnabled === true };
        if (expected) flags.push(now);
        return now.state === 'available' && now.on === expected;
      },
      everyMs: EVERY_MS,
    });
  const shown = on.code === '' ? await watch(true) : await readEndpoint(asking, id);
  if (on.code === '' && shown.value?.PrivateDnsEnabled === true) note('private DNS on', on, shown);
  const off = await modify(asking, { VpcEndpointId: id, PrivateDnsEnabled: false });
  const hidden = off.code === '' ? await watch(false) : undefined;
  if (hidden?.value?.PrivateDnsEnabled === false) note('private DNS off', off, hidden);
  return { on, flags, shown, off };
}

function dnsAnswers(
  { on, flags, shown, off }: NonNullable<Seen['dns']>,
  ground: Pick<Place, 'cluster' | 'service'>,
): Answer[] {
  if (on.code !== '') return [];
  const early = flags.some((flag) => flag.on && flag.state !== 'available');
  const denied = /UnauthorizedOperation|AccessDenied/.test(off.code);
  const answers: Answer[] = [
    {
      row: 'private-dns-flag',
      value: early ? 'at once' : 'with available',
      says: early
        ? 'The flag was on while the endpoint was not available.'
        : 'No read showed the flag before the endpoint was available.',
      exchanges: [on.n, shown.n],
    },
    {
      row: 'private-dns-off-permission',
      value: off.code === '' ? 'allowed' : denied ? 'denied' : off.code,
      says: `Turning private DNS off was ${off.code === '' ? 'allowed' : `refused with ${off.code}`} with the credentials of this run.`,
      exchanges: [off.n],
    },
  ];
  return [...answers, ...nameAnswers(shown, ground)];
}

const NAME_WORDS = {
  exact: 'exactly the private host of the cluster',
  wildcard: 'a wildcard',
  'another name': 'another name than the private host of the cluster',
};

function nameAnswers(shown: Ec2Reply<VpcEndpoint>, ground: Pick<Place, 'cluster' | 'service'>): Answer[] {
  const form = nameForm(shown.value, ground);
  if (form === undefined) return [];
  const says = `The endpoint lists ${NAME_WORDS[form]}.`;
  return [{ row: 'private-dns-name', value: form, says, exchanges: [shown.n] }];
}

/** The private DNS name among the entries of an endpoint: those of AWS end in amazonaws.com. */
function nameForm(
  endpoint: VpcEndpoint | undefined,
  { cluster, service }: Pick<Place, 'cluster' | 'service'>,
): keyof typeof NAME_WORDS | undefined {
  const names = (endpoint?.DnsEntries ?? []).map(({ DnsName = '' }) => DnsName.toLowerCase().replace(/\.$/, ''));
  const own = names.find((name) => name !== '' && !/\.amazonaws\.com(?:\.cn)?$/.test(name));
  if (own === undefined) return undefined;
  const host = cluster.regions.find(({ name }) => name === service?.region)?.internalDns?.toLowerCase();
  if (own === host) return 'exact';
  return /^(?:\*|\\052)\./.test(own) ? 'wildcard' : 'another name';
}

function spellings({ available, listed, services }: Seen): Answer[] {
  const row = listed.row ?? {};
  const hasName = 'region_name' in row;
  const hasRegion = 'region' in row;
  const rows = ((services.body ?? {}) as { services?: Record<string, unknown>[] }).services ?? [];
  const prefix = /^STATUS_/.test(String(row['status'])) ? 'with STATUS_' : 'without STATUS_';
  const field = hasName && hasRegion ? 'both' : hasName ? 'region_name' : hasRegion ? 'region' : 'none';
  const object = rows.some((one) => 'aws' in one) ? 'present' : 'absent';
  const spelled = String(available.value?.State);
  const state = /^[Aa]vailable$/.test(spelled) ? spelled : 'another word';
  return [
    {
      row: 'spelling-of-endpoint-states',
      value: state,
      says: `EC2 wrote the state as \`${state}\`.`,
      exchanges: [available.n],
    },
    {
      row: 'spelling-of-connection-states',
      value: prefix,
      says: `CockroachDB Cloud writes states ${prefix}.`,
      exchanges: [listed.n],
    },
    {
      row: 'region-of-a-connection',
      value: field,
      says: `A connection names its region in: ${field}.`,
      exchanges: [listed.n],
    },
    {
      row: 'aws-object-of-a-service',
      value: object,
      says: `The object \`aws\` of a service is ${object}.`,
      exchanges: [services.n],
    },
  ];
}
