import type { RecordingFile } from '../read.ts';
import { type Answered, answeredOf, rowsAt, textAt } from './exchanges.ts';

/** Seconds between which something happened. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** How long something took: at least `from`, at most `to` seconds, as far as the reads of the run tell. */
export interface Phase extends Span {
  readonly what: string;
  /** The setting of the sandbox that decides it. */
  readonly knob: string;
}

/** What was read, in the order of the reads. */
export interface Told {
  readonly phases: readonly Phase[];
  /** States of each resource in their order, by what the resource is. */
  readonly states: ReadonlyMap<string, readonly string[]>;
}

interface Read {
  readonly start: number;
  readonly end: number;
  /** State by ID; what the read did not show is not in it. */
  readonly shown: ReadonlyMap<string, string>;
}

const CONNECTIONS = '/api/v1/clusters/{id}/networking/private-endpoint-connections';
const SERVICES = '/api/v1/clusters/{id}/networking/private-endpoint-services';

/** The states that a run saw and how long each took, endpoints and connections in the order in which they appear. */
export function toldBy(recording: RecordingFile): Told {
  const every = answeredOf(recording);
  const all = every.filter(({ exchange }) => exchange.status === 200);
  const endpoints = reads(all, 'DescribeVpcEndpoints', ({ body }) =>
    rowsAt(body, 'DescribeVpcEndpointsResponse.vpcEndpointSet').map((row) => [
      textAt(row, 'vpcEndpointId'),
      `${textAt(row, 'state')}, private DNS ${textAt(row, 'privateDnsEnabled') === 'true' ? 'on' : 'off'}`,
    ]),
  );
  const connections = reads(all, `GET ${CONNECTIONS}`, ({ body }) =>
    rowsAt(body, 'connections').map((row) => [textAt(row, 'endpoint_id'), textAt(row, 'status')]),
  );
  const services = reads(all, `GET ${SERVICES}`, ({ body }) =>
    rowsAt(body, 'services').map((row) => [textAt(row, 'region_name'), textAt(row, 'status')]),
  );
  const groups = reads(all, 'DescribeSecurityGroups', ({ body }) =>
    rowsAt(body, 'DescribeSecurityGroupsResponse.securityGroupInfo').map((row) => [textAt(row, 'groupId'), 'there']),
  );
  const states = new Map([
    ...sequences('VPC endpoint', endpoints),
    ...sequences('connection', connections),
    ...sequences('endpoint service', services),
  ]);
  const listsOf = { endpoints, connections, services, groups };
  return {
    states,
    phases: [...ofCreation(all, listsOf), ...ofChanges(all, listsOf), ...ofDeletion(all, listsOf, every)],
  };
}

type Lists = Readonly<Record<'endpoints' | 'connections' | 'services' | 'groups', readonly Read[]>>;

function reads(all: readonly Answered[], call: string, rows: (one: Answered) => [string, string][]): Read[] {
  return all
    .filter(({ exchange }) => exchange.call === call)
    .map((one) => ({ start: one.exchange.start / 1000, end: one.end / 1000, shown: new Map(rows(one)) }))
    .toSorted((a, b) => a.end - b.end);
}

function sequences(what: string, list: readonly Read[]): [string, string[]][] {
  const ids = [...new Set(list.flatMap(({ shown }) => [...shown.keys()]))];
  return ids.map((id, index) => {
    const seen = list.map(({ shown }) => shown.get(id) ?? 'not listed');
    const changes = seen.filter((state, at) => at === 0 || state !== seen[at - 1]);
    return [`${what} ${index + 1}`, changes];
  });
}

function writes(all: readonly Answered[], call: string): (Span & { one: Answered })[] {
  return all
    .filter(({ exchange }) => exchange.call === call)
    .map((one) => ({ from: one.exchange.start / 1000, to: one.end / 1000, one }));
}

/** When a list first showed something after a cause; undefined where it never did. */
function seen(list: readonly Read[], cause: Span, holds: (read: Read) => boolean): Span | undefined {
  const later = list.filter(({ start }) => start >= cause.to);
  const first = later.findIndex(holds);
  const read = later[first];
  if (read === undefined) return undefined;
  // Before the first read that begins after the cause, nothing is known.
  return { from: later[first - 1]?.start ?? cause.from, to: read.end };
}

function phase(
  { what, knob }: Pick<Phase, 'what' | 'knob'>,
  cause: Span | undefined,
  effect: Span | undefined,
): Phase[] {
  if (cause === undefined || effect === undefined) return [];
  return [{ what, knob, from: Math.max(0, effect.from - cause.to), to: effect.to - cause.from }];
}

const is =
  (id: string, state: string) =>
  ({ shown }: Read) =>
    (shown.get(id) ?? '').toLowerCase().replace('status_', '').split(',')[0] === state;

function ofCreation(all: readonly Answered[], { endpoints, connections, services, groups }: Lists): Phase[] {
  const [made] = writes(all, `POST ${SERVICES}`);
  const ready = made && seen(services, made, ({ shown }) => [...shown.values()].some((one) => /AVAILABLE$/.test(one)));
  const [added] = writes(all, `POST ${CONNECTIONS}`);
  const grouped = writes(all, 'CreateSecurityGroup').flatMap((cause) => {
    const id = textAt(cause.one.body, 'CreateSecurityGroupResponse.groupId');
    const shown = seen(groups, cause, (read) => read.shown.has(id));
    return phase({ what: 'a new security group is listed', knob: 'stale.seconds.group' }, cause, shown);
  });
  const created = writes(all, 'CreateVpcEndpoint').flatMap((cause) => {
    const id = textAt(cause.one.body, 'CreateVpcEndpointResponse.vpcEndpoint.vpcEndpointId');
    const listed = seen(endpoints, cause, (read) => read.shown.has(id));
    const waited = endpoints.some(is(id, 'pendingacceptance'));
    const accepted = waited && added ? seen(endpoints, added, (read) => !is(id, 'pendingacceptance')(read)) : undefined;
    const available = seen(endpoints, cause, is(id, 'available'));
    const asked = added && available && (available.to > added.to ? available : added);
    const connected = asked && seen(connections, { ...asked, to: asked.from }, is(id, 'available'));
    const took = { from: 0, to: 0 };
    return [
      ...phase({ what: 'CreateVpcEndpoint answers', knob: 'seconds.createEndpoint' }, took, {
        from: cause.to - cause.from - 0.1,
        to: cause.to - cause.from,
      }),
      ...phase({ what: 'a new VPC endpoint is listed', knob: 'stale.seconds.endpoint' }, cause, listed),
      ...phase({ what: 'a VPC endpoint is accepted', knob: 'seconds.acceptance' }, added, accepted),
      ...phase(
        { what: 'a VPC endpoint is available', knob: 'seconds.available' },
        waited ? accepted : cause,
        available,
      ),
      ...phase({ what: 'a connection is available', knob: 'seconds.connection' }, asked, connected),
      ...phase(
        { what: 'a new connection is listed', knob: 'stale.seconds.connection' },
        added,
        added && seen(connections, added, ({ shown }) => shown.has(id)),
      ),
    ];
  });
  return [
    ...phase({ what: 'an endpoint service is available', knob: 'seconds.serviceCreate' }, made, ready),
    ...grouped,
    ...created,
  ];
}

function ofChanges(all: readonly Answered[], { endpoints }: Lists): Phase[] {
  return writes(all, 'ModifyVpcEndpoint').flatMap((cause) => {
    const { params = {} } = cause.one.exchange;
    const id = String(params['VpcEndpointId']);
    const dns = params['PrivateDnsEnabled'];
    const word = dns === true || dns === 'true' ? 'on' : 'off';
    const done = seen(
      endpoints,
      cause,
      (read) => is(id, 'available')(read) && (dns === undefined || (read.shown.get(id) ?? '').endsWith(word)),
    );
    const what = dns === undefined ? 'a VPC endpoint is changed' : `private DNS is ${word}`;
    return phase({ what, knob: dns === undefined ? 'seconds.modify' : 'seconds.dns' }, cause, done);
  });
}

/** When a change was taken that was refused before. */
function tried(every: readonly Answered[], call: string, cause: Span): Span | undefined {
  const tries = writes(every, call);
  const taken = tries.findIndex(({ one }) => one.exchange.status === 200);
  const to = tries[taken]?.to;
  return to === undefined ? undefined : { from: tries[taken - 1]?.from ?? cause.from, to };
}

function ofDeletion(all: readonly Answered[], { endpoints, connections }: Lists, every: readonly Answered[]): Phase[] {
  const removed = writes(all, `DELETE ${CONNECTIONS}/{endpoint}`).flatMap((cause) => {
    const id = String((cause.one.exchange.params?.['path'] as string[] | undefined)?.[1]);
    const gone = seen(connections, cause, (read) => !read.shown.has(id) || is(id, 'rejected')(read));
    return phase({ what: 'a connection is removed', knob: 'seconds.disconnect' }, cause, gone);
  });
  const deleted = writes(all, 'DeleteVpcEndpoints').flatMap((cause) => {
    const id = String(cause.one.exchange.params?.['VpcEndpointId.1']);
    const gone = seen(endpoints, cause, (read) => !read.shown.has(id) || is(id, 'deleted')(read));
    const group = tried(every, 'DeleteSecurityGroup', cause);
    return [
      ...phase({ what: 'a VPC endpoint is deleted', knob: 'seconds.delete' }, cause, gone),
      ...phase(
        { what: 'the security group of a deleted VPC endpoint can be deleted', knob: 'seconds.eniDetach' },
        cause,
        group,
      ),
    ];
  });
  return [...removed, ...deleted];
}
