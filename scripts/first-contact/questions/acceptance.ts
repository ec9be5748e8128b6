import { known, question } from '../question.ts';
import type { Ec2Reply } from '../raw.ts';
import { endpointWord, modify, readConnection, readEndpoint, seconds, until, visible } from '../watch.ts';

/** An endpoint that waits so long is not accepted by itself. */
const PATIENCE_MS = 120_000;
const WAITING = 'pendingacceptance';

export const acceptance = question({
  id: 'acceptance',
  asks: 'Who accepts a new VPC endpoint, and what can be done with it before?',
  rows: {
    'acceptance-of-an-endpoint': {
      answers: [
        known('at its creation', 'it waits for the endpoint', 'cloud.standardAccept: at-creation'),
        known(
          'by its connection',
          'it adds the connection and waits',
          'cloud.standardAccept: first-connection; always on Advanced',
        ),
      ],
    },
    'private-dns-after-acceptance': {
      expected: 'refused',
      answers: [
        known('refused', 'it turns private DNS on once the endpoint and its connections are available', 'always'),
        known('accepted', 'it turns private DNS on later than it could', undefined),
      ],
    },
    'dns-entries-before-acceptance': {
      answers: [
        known('empty', 'it never reads them', 'ec2.dnsEntriesBeforeAcceptance: false'),
        known('filled', 'it never reads them', 'ec2.dnsEntriesBeforeAcceptance: true'),
      ],
    },
    'listed-before-it-is-added': {
      answers: [
        known('listed', 'it adds the connection', 'cloud.listUnadded: true on Advanced'),
        known('absent', 'it adds the connection', 'cloud.listUnadded: false; always on Standard'),
      ],
    },
  },
  makes: 'One VPC endpoint, its security group, and at the end its connection.',
  endpoints: 1,
  minutes: 8,
  undone: 'The connection, the endpoint and the group are deleted.',
  async look(asking) {
    const { id, created } = await asking.made.endpoint();
    await visible(asking, id);
    const alone = await until(asking, () => readEndpoint(asking, id), {
      isDone: ({ value }) => endpointWord(value) !== WAITING,
      forMs: PATIENCE_MS,
    });
    if (endpointWord(alone.value) !== WAITING) return { created, alone, waiting: undefined };
    const listed = await readConnection(asking, id);
    const before = asking.place.vpcDns
      ? await modify(asking, { VpcEndpointId: id, PrivateDnsEnabled: true })
      : undefined;
    const added = await asking.made.connect(id);
    const accepted = await until(asking, () => readEndpoint(asking, id), {
      isDone: ({ value }) => endpointWord(value) !== WAITING,
      everyMs: 500,
    });
    const after = asking.place.vpcDns
      ? await modify(asking, { VpcEndpointId: id, PrivateDnsEnabled: true })
      : undefined;
    return { created, alone, waiting: { listed, before, added, accepted, after } };
  },
  judge({ created, alone, waiting }) {
    const row = 'acceptance-of-an-endpoint';
    if (waiting === undefined) {
      const says = `Without a connection the endpoint was ${endpointWord(alone.value)} ${seconds(alone.at - created.at)} after its creation.`;
      return [{ row, value: 'at its creation', says, exchanges: [created.n, alone.n] }];
    }
    const { listed, before, added, accepted, after } = waiting;
    const entries = alone.value?.DnsEntries?.length ?? 0;
    return [
      {
        row,
        value: 'by its connection',
        says: `It waited ${seconds(alone.at - created.at)} without a connection. ${seconds(accepted.at - added.at)} after the connection was added it was ${endpointWord(accepted.value)}.`,
        exchanges: [created.n, alone.n, added.n, accepted.n],
      },
      {
        row: 'dns-entries-before-acceptance',
        value: entries === 0 ? 'empty' : 'filled',
        says: `The endpoint that waited for acceptance had ${entries} DNS entries.`,
        exchanges: [alone.n],
      },
      {
        row: 'listed-before-it-is-added',
        value: listed.state === '' ? 'absent' : 'listed',
        says: `Before it was added, CockroachDB Cloud listed the connection as ${listed.state || 'absent'}.`,
        exchanges: [listed.n],
      },
      ...dnsAnswers(before, { after, accepted }),
    ];
  },
});

function dnsAnswers(
  before: Ec2Reply<unknown> | undefined,
  { after, accepted }: { after: Ec2Reply<unknown> | undefined; accepted: { at: number } },
) {
  if (before === undefined || after === undefined) return [];
  const said = ({ code }: Ec2Reply<unknown>) => (code === '' ? 'accepted' : `refused with ${code}`);
  return [
    {
      row: 'private-dns-after-acceptance',
      value: before.code === '' ? 'accepted' : 'refused',
      says: `Before the acceptance, private DNS was ${said(before)}; ${seconds(after.sentAt - accepted.at)} after it was seen, ${said(after)}.`,
      exchanges: [before.n, after.n],
    },
  ];
}
