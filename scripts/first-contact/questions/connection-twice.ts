import { known, question } from '../question.ts';
import { connected, readConnection, seconds, until } from '../watch.ts';

export const connectionTwice = question({
  id: 'connection-twice',
  asks: 'What does the Cloud API answer when an available connection is added a second time?',
  rows: {
    'repost-of-a-connection': {
      answers: [
        known('200', 'it counts as added', 'cloud.addAgain: 200'),
        known('409', 'it lists the connections again', 'cloud.addAgain: 409'),
        known('400', 'it lists the connections again if the message says "already"', 'cloud.addAgain: 400'),
      ],
    },
  },
  makes: 'One VPC endpoint, its security group and its connection.',
  endpoints: 1,
  minutes: 6,
  undone: 'The connection, the endpoint and the group are deleted.',
  async look(asking) {
    const { id } = await connected(asking);
    const again = await asking.made.connect(id);
    // Whether the second request disturbs the first.
    const after = await until(asking, () => readConnection(asking, id), {
      isDone: ({ state }) => state !== 'AVAILABLE',
      forMs: 30_000,
    });
    return { again, after };
  },
  judge: ({ again, after }) => [
    {
      row: 'repost-of-a-connection',
      value: String(again.status || again.code),
      says: `The second request got ${again.status || again.code}${again.code === '' ? '' : ` with code ${again.code}`}. ${
        after.state === 'AVAILABLE'
          ? `The connection stayed AVAILABLE for ${seconds(after.at - again.at)} after it.`
          : `The connection was ${after.state || 'absent'} ${seconds(after.at - again.at)} after it.`
      }`,
      exchanges: [again.n, after.n],
    },
  ],
});
