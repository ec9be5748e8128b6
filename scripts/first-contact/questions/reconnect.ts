import { known, question } from '../question.ts';
import { connected, disconnect, endpointWord, readConnection, readEndpoint, seconds, until } from '../watch.ts';

const GONE = ['', 'REJECTED', 'DELETED'];
const OVER = ['AVAILABLE', 'FAILED', 'EXPIRED'];
const WAITS = 'it waits for another state, then replaces its own endpoint once';

export const reconnect = question({
  id: 'reconnect',
  asks: 'What happens to a connection that is removed, removed once more, and added again?',
  rows: {
    'rejected-connection-again': {
      expected: (value) => value.endsWith('then AVAILABLE'),
      answers: [
        known((value) => value.endsWith('then AVAILABLE'), 'it adds the connection again and waits', 'always'),
        known((value) => value.endsWith('then REJECTED'), WAITS, undefined),
      ],
    },
    'removed-connection': {
      answers: [
        known('REJECTED', 'it counts as removed', 'cloud.keepRejected: true'),
        known('absent', 'it counts as removed', 'cloud.keepRejected: false; always on Standard'),
        known('DELETED', 'it counts as removed', undefined),
      ],
    },
    'removal-again': {
      answers: [
        known('200', 'it counts as removed', 'cloud.deleteRejected: 200'),
        known('404', 'it counts as removed', 'cloud.deleteRejected: 404; always where it is not listed'),
      ],
    },
    'standard-connection-states': {
      expected: 'absent after removal',
      answers: [
        known('absent after removal', 'it handles each status of the specification', 'always'),
        known('REJECTED after removal', 'it handles each status of the specification', undefined),
      ],
    },
  },
  makes: 'One VPC endpoint, its security group and its connection, which is removed and added again.',
  endpoints: 1,
  minutes: 12,
  undone: 'The connection, the endpoint and the group are deleted.',
  async look(asking) {
    const { id, listed } = await connected(asking);
    const states: string[] = [listed.state];
    const watch = (isDone: (state: string) => boolean, forMs: number) =>
      until(asking, () => readConnection(asking, id), {
        isDone: ({ state }) => {
          if (states.at(-1) !== state) states.push(state);
          return isDone(state);
        },
        everyMs: 1_000,
        forMs,
      });
    const removed = await disconnect(asking, id);
    const after = await watch((state) => GONE.includes(state), 300_000);
    const endpoint = await readEndpoint(asking, id);
    const again = await disconnect(asking, id);
    const added = await asking.made.connect(id);
    const end = await watch((state) => OVER.includes(state), 600_000);
    return { states, removed, after, endpoint: endpointWord(endpoint.value), again, added, end };
  },
  judge({ states, removed, after, endpoint, again, added, end }, { cluster }) {
    const left = after.state || 'absent';
    const path = states.map((state) => state || 'absent').join(', ');
    const time = seconds(after.at - removed.at);
    const answers = [
      {
        row: 'rejected-connection-again',
        value: `${left}, then ${end.state || 'absent'}`,
        says: `Added again, it got ${added.status || 'no answer'} and was ${end.state || 'absent'} after ${seconds(end.at - added.at)}. States in order: ${path}.`,
        exchanges: [removed.n, after.n, added.n, end.n],
      },
      {
        row: 'removed-connection',
        value: left,
        says: `${time} after the removal the connection was ${left}, and the VPC endpoint ${endpoint}.`,
        exchanges: [removed.n, after.n],
      },
      {
        row: 'removal-again',
        value: String(again.status || again.code),
        says: `Removing it once more got ${again.status || 'no answer'}.`,
        exchanges: [again.n],
      },
    ];
    if (!cluster.serverless) return answers;
    const says = `States in order: ${path}.`;
    return [
      ...answers,
      {
        row: 'standard-connection-states',
        value: `${left} after removal`,
        says,
        exchanges: [removed.n, after.n, end.n],
      },
    ];
  },
});
