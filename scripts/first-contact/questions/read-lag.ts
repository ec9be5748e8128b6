import {
  AuthorizeSecurityGroupIngressCommand,
  CreateTagsCommand,
  DeleteSecurityGroupCommand,
  DeleteTagsCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { WITHOUT_ZONES } from '../../../src/reconcile/model/claims.ts';
import { type Asking, known, question } from '../question.ts';
import type { Reply } from '../raw.ts';
import {
  connect,
  deleteEndpoint,
  disconnect,
  endpointWord,
  modify,
  readConnection,
  readEndpoint,
  readGroup,
  settled,
  until,
} from '../watch.ts';

/** What the action reckons with; README, PRIVATELINK_READ_LAG_SECONDS. */
const RECKONED_S = 30;
const EVERY_MS = 250;
/** Reads that have to agree before a write counts as seen. */
const CONFIRMING = 3;
const LONGEST_MS = 120_000;
const REPEATS = 3;
/** An address of the block for documentation (RFC 5737): the rule lets nobody in. */
const RULE = { IpProtocol: 'tcp', FromPort: 26257, ToPort: 26257, IpRanges: [{ CidrIp: '192.0.2.1/32' }] };

/** One write, and what the reads after it showed. */
interface Lag {
  /** `DescribeVpcEndpoints after CreateTags` */
  readonly pair: string;
  /** From the answer to the write to the start of the last read that did not show it; 0 where every read did. */
  readonly ms: number;
  /** The same to the first of the reads that all showed it; undefined: none within two minutes. */
  readonly shownMs: number | undefined;
  readonly exchanges: readonly number[];
}

export const readLag = question<readonly Lag[]>({
  id: 'read-lag',
  asks: 'How long after a write does a read not show it?',
  rows: {
    'read-lag': {
      answers: [
        known(
          (value) => Number.parseFloat(value) <= RECKONED_S,
          `it reckons with ${RECKONED_S} seconds`,
          'stale.seconds',
        ),
        known((value) => Number.parseFloat(value) > RECKONED_S, undefined, 'stale.seconds'),
      ],
    },
  },
  makes: 'One VPC endpoint, its connection and up to five security groups, with tags and a rule for 192.0.2.1.',
  endpoints: 1,
  minutes: 15,
  undone: 'The connection, the endpoint and the groups are deleted.',
  async look(asking) {
    const groups: Lag[] = [];
    for (let number = 1; number <= REPEATS; number += 1) groups.push(...(await groupLags(asking, `lag ${number}`)));
    return [...groups, ...(await endpointLags(asking))];
  },
  judge(lags) {
    const largest = new Map<string, Lag>();
    for (const lag of lags) if ((largest.get(lag.pair)?.ms ?? -1) < lag.ms) largest.set(lag.pair, lag);
    const worst = [...largest.values()].toSorted((one, other) => other.ms - one.ms);
    const [first] = worst;
    if (first === undefined) return [];
    const figures = Object.fromEntries(worst.map(({ pair, ms }) => [pair, Math.round(ms / 10) / 100]));
    const never = lags.filter(({ shownMs }) => shownMs === undefined).length;
    const says =
      `The largest of ${lags.length} seen: ${(first.ms / 1000).toFixed(1)} s, ${first.pair}. It is no bound.` +
      (never === 0 ? '' : ` ${never} of the writes did not show within ${LONGEST_MS / 1000} s.`);
    return [{ row: 'read-lag', value: `${(first.ms / 1000).toFixed(1)} s`, says, exchanges: first.exchanges, figures }];
  },
});

/** A write, and reads until several in a row show it. */
async function lagAfter<R extends Reply>(
  { raw }: Asking,
  pair: string,
  { wrote, read, shows }: { wrote: Reply; read(): Promise<R>; shows(reply: R): boolean },
): Promise<Lag[]> {
  // A write that was refused shows nothing.
  if (wrote.code !== '') return [];
  let missed: Reply | undefined;
  let shown: Reply | undefined;
  let inRow = 0;
  while (inRow < CONFIRMING && raw.now() - wrote.at < LONGEST_MS) {
    const reply = await read();
    if (reply.status > 0 && shows(reply)) {
      shown ??= reply;
      inRow += 1;
    } else if (reply.status > 0) {
      missed = reply;
      shown = undefined;
      inRow = 0;
    }
    await raw.pause(EVERY_MS);
  }
  return [
    {
      pair,
      ms: missed === undefined ? 0 : Math.max(0, missed.sentAt - wrote.at),
      shownMs: inRow < CONFIRMING || shown === undefined ? undefined : Math.max(0, shown.sentAt - wrote.at),
      exchanges: [wrote.n, ...(missed === undefined ? [] : [missed.n]), ...(shown === undefined ? [] : [shown.n])],
    },
  ];
}

/** A write that names what was just created: repeated until EC2 knows it. */
async function lagOfUse(
  asking: Asking,
  pair: string,
  { created, use }: { created: Reply; use(): Promise<Reply> },
): Promise<{ lags: Lag[]; used: Reply }> {
  const misses: Reply[] = [];
  const used = await until(asking, use, {
    isDone(reply) {
      if (/NotFound/.test(reply.code)) misses.push(reply);
      return !/NotFound/.test(reply.code);
    },
    everyMs: EVERY_MS,
    forMs: LONGEST_MS,
  });
  const missed = misses.at(-1);
  const ms = missed === undefined ? 0 : Math.max(0, missed.sentAt - created.at);
  const shownMs = used.code === '' ? Math.max(0, used.sentAt - created.at) : undefined;
  return {
    lags: [{ pair, ms, shownMs, exchanges: [created.n, ...(missed === undefined ? [] : [missed.n]), used.n] }],
    used,
  };
}

async function groupLags(asking: Asking, name: string): Promise<Lag[]> {
  const { raw, made } = asking;
  const { id, created } = await made.group(name);
  const read = () => readGroup(asking, id);
  const seen = 'DescribeSecurityGroups after';
  const isOpen = ({ value }: Awaited<ReturnType<typeof read>>) => (value?.IpPermissions ?? []).length > 0;
  const opened = await lagOfUse(asking, 'AuthorizeSecurityGroupIngress after CreateSecurityGroup', {
    created,
    use: () =>
      raw.ec2((client, sending) =>
        client.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: id, IpPermissions: [RULE] }), sending),
      ),
  });
  const lags = [
    ...opened.lags,
    ...(await lagAfter(asking, `${seen} CreateSecurityGroup`, {
      wrote: created,
      read,
      shows: ({ value }) => value !== undefined,
    })),
    ...(await lagAfter(asking, `${seen} AuthorizeSecurityGroupIngress`, { wrote: opened.used, read, shows: isOpen })),
  ];
  const closed = await raw.ec2((client, sending) =>
    client.send(new RevokeSecurityGroupIngressCommand({ GroupId: id, IpPermissions: [RULE] }), sending),
  );
  lags.push(
    ...(await lagAfter(asking, `${seen} RevokeSecurityGroupIngress`, {
      wrote: closed,
      read,
      shows: (reply) => !isOpen(reply),
    })),
  );
  const gone = await raw.ec2((client, sending) =>
    client.send(new DeleteSecurityGroupCommand({ GroupId: id }), sending),
  );
  lags.push(
    ...(await lagAfter(asking, `${seen} DeleteSecurityGroup`, {
      wrote: gone,
      read,
      shows: ({ value }) => value === undefined,
    })),
  );
  return lags;
}

async function endpointLags(asking: Asking): Promise<Lag[]> {
  const { made } = asking;
  const { id, created } = await made.endpoint();
  const read = () => readEndpoint(asking, id);
  const seen = 'DescribeVpcEndpoints after';
  const tagging = await tagLags(asking, { id, created });
  const lags = [
    ...tagging,
    ...(await lagAfter(asking, `${seen} CreateVpcEndpoint`, {
      wrote: created,
      read,
      shows: ({ value }) => value !== undefined,
    })),
  ];
  const added = await connect(asking, id);
  const list = () => readConnection(asking, id);
  lags.push(
    ...(await lagAfter(asking, 'list of connections after POST', {
      wrote: added,
      read: list,
      shows: ({ state }) => state !== '',
    })),
  );
  await until(asking, list, { isDone: ({ state }) => ['AVAILABLE', 'REJECTED', 'FAILED'].includes(state) });
  await settled(asking, id);
  const group = await made.group('lag of a change');
  const changed = await modify(asking, { VpcEndpointId: id, AddSecurityGroupIds: [group.id] });
  const hasGroup = ({ value }: Awaited<ReturnType<typeof read>>) =>
    value?.Groups?.some(({ GroupId }) => GroupId === group.id) === true;
  lags.push(...(await lagAfter(asking, `${seen} ModifyVpcEndpoint`, { wrote: changed, read, shows: hasGroup })));
  const before = await list();
  const removed = await disconnect(asking, id);
  lags.push(
    ...(await lagAfter(asking, 'list of connections after DELETE', {
      wrote: removed,
      read: list,
      shows: ({ state }) => state !== before.state,
    })),
  );
  await settled(asking, id);
  const asked = await deleteEndpoint(asking, id);
  const isGoing = ({ value }: Awaited<ReturnType<typeof read>>) =>
    ['deleting', 'deleted', 'absent'].includes(endpointWord(value));
  lags.push(...(await lagAfter(asking, `${seen} DeleteVpcEndpoints`, { wrote: asked, read, shows: isGoing })));
  return lags;
}

/** A tag is written and removed again, several times. */
async function tagLags(asking: Asking, { id, created }: { id: string; created: Reply }): Promise<Lag[]> {
  const { raw } = asking;
  const read = () => readEndpoint(asking, id);
  const seen = 'DescribeVpcEndpoints after';
  const tagValue = ({ value }: Awaited<ReturnType<typeof read>>) =>
    value?.Tags?.find(({ Key }) => Key === WITHOUT_ZONES)?.Value;
  const write = (Value: string) =>
    raw.ec2((client, sending) =>
      client.send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key: WITHOUT_ZONES, Value }] }), sending),
    );
  const lags: Lag[] = [];
  for (let number = 1; number <= REPEATS; number += 1) {
    const value = `first-contact-${number}`;
    let wrote: Reply;
    if (number === 1) {
      const first = await lagOfUse(asking, 'CreateTags after CreateVpcEndpoint', { created, use: () => write(value) });
      lags.push(...first.lags);
      wrote = first.used;
    } else wrote = await write(value);
    lags.push(
      ...(await lagAfter(asking, `${seen} CreateTags`, { wrote, read, shows: (reply) => tagValue(reply) === value })),
    );
    const removed = await raw.ec2((client, sending) =>
      client.send(new DeleteTagsCommand({ Resources: [id], Tags: [{ Key: WITHOUT_ZONES, Value: value }] }), sending),
    );
    const isGone = (reply: Awaited<ReturnType<typeof read>>) =>
      reply.value !== undefined && tagValue(reply) === undefined;
    lags.push(...(await lagAfter(asking, `${seen} DeleteTags`, { wrote: removed, read, shows: isGone })));
  }
  return lags;
}
