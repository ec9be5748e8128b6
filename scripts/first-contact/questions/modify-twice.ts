import { known, question } from '../question.ts';
import type { Ec2Reply } from '../raw.ts';
import { connected, endpointWord, modify, readEndpoint, seconds } from '../watch.ts';

/** How often the second change is tried: EC2 refills the bucket of this call slowly. */
const EVERY_MS = 4_000;
const LONGEST_MS = 10 * 60_000;

interface Seen {
  readonly first: Ec2Reply<unknown>;
  /** The second change, as often as it was tried. */
  readonly tries: readonly Ec2Reply<unknown>[];
  /** The endpoint's state right before each of them. */
  readonly states: readonly string[];
}

/** What was seen, and no more: a read can be late. */
const LONGER = 'refused while a read showed available';
const SHORTER = 'accepted while a read showed pending';

const WORDS = 'it reads the endpoint again and decides again';

export const modifyTwice = question<Seen>({
  id: 'modify-twice',
  asks: 'What does EC2 answer to a change of an endpoint right after another one, and for how long?',
  rows: {
    'modify-during-a-change': {
      expected: (value) => /^(OperationInProgress|InvalidParameter)$/.test(value),
      answers: [
        known('OperationInProgress', WORDS, 'ec2.underWay: OperationInProgress'),
        known('InvalidParameter', WORDS, 'ec2.underWay: InvalidParameter'),
        known('IncorrectState', WORDS, 'ec2.underWay: IncorrectState'),
        known('accepted', 'its change is made', 'ec2.modifyWhileNotAvailable: accept'),
      ],
    },
    'length-of-a-modify': {
      answers: [
        known('while pending', WORDS, 'ec2.modifyWhileNotAvailable: refuse'),
        known('during the call', 'its change is made', 'ec2.modifyWhileNotAvailable: accept'),
        known(SHORTER, WORDS, undefined),
        known(LONGER, WORDS, undefined),
      ],
    },
  },
  makes: 'One VPC endpoint, its connection and three security groups; the endpoint is changed twice.',
  endpoints: 1,
  minutes: 8,
  undone: 'The connection, the endpoint and the groups are deleted.',
  async look(asking) {
    const { id } = await connected(asking);
    const one = await asking.made.group('second');
    const other = await asking.made.group('third');
    const first = await modify(asking, { VpcEndpointId: id, AddSecurityGroupIds: [one.id] });
    const tries: Ec2Reply<unknown>[] = [];
    const states: string[] = [];
    const end = asking.raw.now() + LONGEST_MS;
    do {
      if (tries.length > 0) await asking.raw.pause(EVERY_MS);
      states.push(endpointWord((await readEndpoint(asking, id)).value));
      tries.push(await modify(asking, { VpcEndpointId: id, AddSecurityGroupIds: [other.id] }));
    } while (tries.at(-1)?.code !== '' && asking.raw.now() < end);
    return { first, tries, states };
  },
  judge({ first, tries, states }) {
    const [second] = tries;
    if (second === undefined || first.code !== '') return [];
    const row = 'modify-during-a-change';
    const after = seconds(second.sentAt - first.at);
    if (second.code === '')
      return [
        {
          row,
          value: 'accepted',
          says: `Accepted ${after} after the answer to the first.`,
          exchanges: [first.n, second.n],
        },
        {
          row: 'length-of-a-modify',
          value: 'during the call',
          says: `A second change was accepted ${after} after the first was answered; the endpoint was ${states[0]}.`,
          exchanges: [first.n, second.n],
        },
      ];
    return [
      {
        row,
        value: second.code,
        says: `Refused with ${second.code}, ${after} after the answer to the first.`,
        exchanges: [first.n, second.n],
      },
      lengthOf({ first, tries, states }),
    ];
  },
});

/** How long the second change was refused, and what the endpoint showed right before each try. */
function lengthOf({ first, tries, states }: Seen) {
  const refused = tries.filter(({ code }) => code !== '');
  const last = refused.at(-1) ?? first;
  const taken = tries.find(({ code }) => code === '');
  const before = [...new Set(states.slice(0, refused.length))];
  const span = seconds(last.sentAt - first.at);
  const form = before.includes('available')
    ? LONGER
    : taken !== undefined && states.at(-1) === 'pending'
      ? SHORTER
      : 'while pending';
  const end =
    taken === undefined
      ? `still refused after ${span}`
      : `refused for ${span}, accepted ${seconds(taken.sentAt - first.at)} after the first change`;
  return {
    row: 'length-of-a-modify',
    value: form,
    says: `The second change was ${end}. Reads right before the refused tries showed ${before.join(' and ')}; a read can be late.`,
    exchanges: [first.n, last.n, ...(taken === undefined ? [] : [taken.n])],
  };
}
