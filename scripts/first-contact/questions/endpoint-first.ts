import { known, question } from '../question.ts';
import { connected, deleted, deleteEndpoint, disconnect, readConnection, seconds, until } from '../watch.ts';

export const endpointFirst = question({
  id: 'endpoint-first',
  asks: 'What does CockroachDB Cloud list for a connection whose VPC endpoint was deleted first?',
  rows: {
    'endpoint-deleted-first': {
      answers: [
        known('STALE', 'it removes the entry', 'cloud.stale: true'),
        known('absent', 'there is nothing to remove', 'cloud.stale: false'),
        known((value) => /^(REJECTED|DELETED|FAILED|EXPIRED)$/.test(value), 'it removes the entry', undefined),
      ],
    },
  },
  makes: 'One VPC endpoint, its security group and its connection.',
  endpoints: 1,
  minutes: 10,
  undone: 'The entry at CockroachDB Cloud is removed, and the group deleted with the endpoint.',
  async look(asking) {
    const { id } = await connected(asking);
    await deleteEndpoint(asking, id);
    const gone = await deleted(asking, id);
    const listed = await until(asking, () => readConnection(asking, id), {
      isDone: ({ state }) => state !== 'AVAILABLE' && state !== 'DELETING',
      forMs: 300_000,
    });
    const removed = listed.state === '' ? undefined : await disconnect(asking, id);
    return { gone, listed, removed };
  },
  judge: ({ gone, listed, removed }) => [
    {
      row: 'endpoint-deleted-first',
      value: listed.state || 'absent',
      says: `${seconds(Math.max(0, listed.at - gone.at))} after the endpoint was deleted, the connection was ${listed.state || 'absent'}.${
        removed === undefined ? '' : ` Removing the entry got ${removed.status || 'no answer'}.`
      }`,
      exchanges: [gone.n, listed.n, ...(removed === undefined ? [] : [removed.n])],
    },
  ],
});
