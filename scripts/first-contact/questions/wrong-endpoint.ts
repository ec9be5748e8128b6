import { known, question } from '../question.ts';
import { deleted, deleteEndpoint, readConnection, seconds, until, visible } from '../watch.ts';

export const wrongEndpoint = question({
  id: 'wrong-endpoint',
  asks: 'What does the Cloud API answer for an endpoint ID that is gone? The ID is of an endpoint that this command deleted.',
  rows: {
    'unknown-endpoint-id': {
      expected: '400',
      answers: [
        known('400', 'it reads again, then ends with `cloud-refused`', 'cloud.badEndpoint: 400'),
        known('404', 'it reads again, then ends with `cloud-refused`', undefined),
        known('STATUS_FAILED', 'it ends with `connection-failed`', 'cloud.badEndpoint: STATUS_FAILED'),
        known('500', 'it ends with `cloud-unavailable`', undefined),
      ],
    },
  },
  makes: 'One VPC endpoint and its security group, and an entry at CockroachDB Cloud if it takes the ID.',
  endpoints: 1,
  minutes: 6,
  undone: 'The entry at CockroachDB Cloud is removed, and the group deleted with the endpoint.',
  async look(asking) {
    const { id } = await asking.made.endpoint();
    await visible(asking, id);
    await deleteEndpoint(asking, id);
    await deleted(asking, id);
    const answered = await asking.made.connect(id);
    if (answered.status < 200 || answered.status > 299) return { answered, listed: undefined };
    const listed = await until(asking, () => readConnection(asking, id), {
      isDone: ({ state }) => !['', 'PENDING', 'PENDING_ACCEPTANCE'].includes(state),
      forMs: 180_000,
    });
    return { answered, listed };
  },
  judge({ answered, listed }) {
    const row = 'unknown-endpoint-id';
    if (listed === undefined) {
      const says = `Refused with ${answered.status || 'no answer'}${answered.code === '' ? '' : `, code ${answered.code}`}.`;
      return [{ row, value: String(answered.status || answered.code), says, exchanges: [answered.n] }];
    }
    const state = listed.state === '' ? 'absent' : `STATUS_${listed.state}`;
    const says = `Taken with ${answered.status}; ${seconds(listed.at - answered.at)} later the connection was ${state}.`;
    return [{ row, value: state, says, exchanges: [answered.n, listed.n] }];
  },
});
