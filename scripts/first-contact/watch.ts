import {
  DeleteVpcEndpointsCommand,
  DescribeSecurityGroupsCommand,
  DescribeVpcEndpointsCommand,
  ModifyVpcEndpointCommand,
  type ModifyVpcEndpointCommandInput,
  type SecurityGroup,
  type VpcEndpoint,
} from '@aws-sdk/client-ec2';
import { CONNECTIONS, NotMade, type OwnEndpoint } from './made.ts';
import type { Asking } from './question.ts';
import type { CloudReply, Ec2Reply, Reply } from './raw.ts';

/** How often a state is looked at that takes seconds to minutes. */
const EVERY_MS = 2_000;
const LONGEST_MS = 15 * 60_000;

type Place = Pick<Asking, 'raw'>;

/** An endpoint as EC2 lists it; undefined where it is not listed. */
export async function readEndpoint({ raw }: Place, id: string): Promise<Ec2Reply<VpcEndpoint>> {
  const reply = await raw.ec2((client, sending) =>
    client.send(new DescribeVpcEndpointsCommand({ Filters: [{ Name: 'vpc-endpoint-id', Values: [id] }] }), sending),
  );
  return { ...reply, value: reply.value?.VpcEndpoints?.find((one) => one.VpcEndpointId === id) };
}

export async function readGroup({ raw }: Place, id: string): Promise<Ec2Reply<SecurityGroup>> {
  const reply = await raw.ec2((client, sending) =>
    client.send(new DescribeSecurityGroupsCommand({ Filters: [{ Name: 'group-id', Values: [id] }] }), sending),
  );
  return { ...reply, value: reply.value?.SecurityGroups?.find((one) => one.GroupId === id) };
}

/** The row of a connection as the Cloud lists it. */
export interface ListedConnection extends CloudReply {
  /** Undefined where it is not listed. */
  readonly row: Readonly<Record<string, unknown>> | undefined;
  /** Without the prefix; '' where it is not listed. */
  readonly state: string;
}

/** Reads the list of connections; the specification knows no pages of it, but a page that is named is read. */
export async function readConnection({ raw }: Place, endpointId: string): Promise<ListedConnection> {
  let query = '';
  for (let pages = 1; ; pages += 1) {
    const reply = await raw.cloud('GET', `${CONNECTIONS}${query}`);
    const { connections, pagination } = (reply.body ?? {}) as { connections?: unknown; pagination?: object };
    const rows = (Array.isArray(connections) ? connections : []) as Record<string, unknown>[];
    const row = rows.find((one) => one['endpoint_id'] === endpointId);
    const next = (pagination as { next_page?: unknown } | undefined)?.next_page;
    if (row !== undefined || typeof next !== 'string' || next === '' || pages >= MOST_PAGES)
      return { ...reply, row, state: row === undefined ? '' : stateWord(row['status']) };
    query = `?pagination.page=${encodeURIComponent(next)}`;
  }
}

const MOST_PAGES = 50;

/** A state of the Cloud without `STATUS_`, in capitals; a word of another form is not repeated. */
export function stateWord(status: unknown): string {
  const text = String(status ?? '').toUpperCase();
  return /^[A-Z_]{2,40}$/.test(text) ? text.replace(/^STATUS_/, '') : 'UNREADABLE';
}

/** A state of an endpoint in small letters. */
export function endpointWord(endpoint: VpcEndpoint | undefined): string {
  const text = String(endpoint?.State ?? '').toLowerCase();
  return endpoint === undefined ? 'absent' : /^[a-z]{2,30}$/.test(text) ? text : 'unreadable';
}

/**
 * Reads until it is as it should be. Where no answer came it reads on.
 * @returns the last read; whether it is as it should be is for the caller to see
 */
export async function until<R extends Reply>(
  { raw }: Place,
  read: () => Promise<R>,
  { isDone, everyMs = EVERY_MS, forMs = LONGEST_MS }: { isDone(reply: R): boolean; everyMs?: number; forMs?: number },
): Promise<R> {
  const end = raw.now() + forMs;
  for (;;) {
    const reply = await read();
    if ((reply.status > 0 && isDone(reply)) || raw.now() + everyMs > end) return reply;
    await raw.pause(everyMs);
  }
}

const SETTLED: readonly string[] = ['available', 'rejected', 'failed', 'expired', 'deleted', 'absent'];

/** Waits until an endpoint is where it stays. */
export function settled(asking: Asking, id: string): Promise<Ec2Reply<VpcEndpoint>> {
  // An endpoint that was created a moment ago may not be listed yet.
  const from = asking.raw.now() + 60_000;
  const isDone = ({ value }: Ec2Reply<VpcEndpoint>) =>
    SETTLED.includes(endpointWord(value)) && (value !== undefined || asking.raw.now() > from);
  return until(asking, () => readEndpoint(asking, id), { isDone });
}

/** Waits until an endpoint is listed that was created a moment ago. */
export function visible(asking: Asking, id: string): Promise<Ec2Reply<VpcEndpoint>> {
  return until(asking, () => readEndpoint(asking, id), { isDone: ({ value }) => value !== undefined, forMs: 120_000 });
}

/** Waits until an endpoint is deleted. */
export async function deleted(asking: Asking, id: string): Promise<Ec2Reply<VpcEndpoint>> {
  const isDone = ({ value }: Ec2Reply<VpcEndpoint>) => ['deleted', 'absent'].includes(endpointWord(value));
  return until(asking, () => readEndpoint(asking, id), { isDone });
}

/** Adds the connection; a Cloud that doesn't know the endpoint yet is given a minute. @throws NotMade */
export async function connect(asking: Asking, id: string): Promise<CloudReply> {
  const isDone = ({ status }: CloudReply) => status !== 400 && status !== 404;
  const reply = await until(asking, () => asking.made.connect(id), { isDone, everyMs: 10_000, forMs: 120_000 });
  if (reply.status >= 200 && reply.status < 300) return reply;
  throw new NotMade('POST private-endpoint-connections', { code: String(reply.status), n: reply.n });
}

/** An endpoint that is connected and available on both sides. @throws NotMade */
export async function connected(asking: Asking): Promise<OwnEndpoint & { readonly listed: ListedConnection }> {
  const own = await asking.made.endpoint();
  await connect(asking, own.id);
  const listed = await until(asking, () => readConnection(asking, own.id), {
    isDone: ({ state }) => ['AVAILABLE', 'REJECTED', 'FAILED', 'EXPIRED'].includes(state),
  });
  if (listed.state !== 'AVAILABLE')
    throw new NotMade('the connection', { code: listed.state || 'absent', n: listed.n });
  const endpoint = await settled(asking, own.id);
  const state = endpointWord(endpoint.value);
  if (state !== 'available') throw new NotMade('the endpoint', { code: state, n: endpoint.n });
  return { ...own, listed };
}

export function modify({ raw }: Place, change: ModifyVpcEndpointCommandInput): Promise<Ec2Reply<unknown>> {
  return raw.ec2((client, sending) => client.send(new ModifyVpcEndpointCommand(change), sending));
}

/** Deletes an endpoint; what stands in `Unsuccessful` is a refusal too. */
export async function deleteEndpoint({ raw }: Place, id: string): Promise<Reply> {
  const reply = await raw.ec2((client, sending) =>
    client.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [id] }), sending),
  );
  const refused = reply.value?.Unsuccessful?.[0]?.Error?.Code;
  return refused === undefined
    ? reply
    : { ...reply, code: /^[A-Za-z.]{1,80}$/.test(refused) ? refused : 'unreadable code' };
}

export function disconnect({ raw }: Place, endpointId: string): Promise<CloudReply> {
  return raw.cloud('DELETE', `${CONNECTIONS}/${encodeURIComponent(endpointId)}`);
}

/** `12.3 s` */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
