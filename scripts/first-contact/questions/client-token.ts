import { known, question } from '../question.ts';
import { deleted, deleteEndpoint, endpointWord, visible } from '../watch.ts';

export const clientToken = question({
  id: 'client-token',
  asks: 'What does EC2 answer to a creation with the client token of an endpoint that is deleted?',
  rows: {
    'client-token-after-deletion': {
      answers: [
        known('the deleted endpoint', 'it takes another token at once', 'ec2.deadToken: replay-dead-id'),
        known('a new endpoint', 'it uses the new endpoint', 'ec2.deadToken: create-new'),
        known('IdempotentParameterMismatch', 'it reads again, then takes another token', undefined),
      ],
    },
  },
  makes: 'One VPC endpoint and its security group, and a second endpoint if EC2 creates one.',
  endpoints: 2,
  minutes: 6,
  undone: 'The endpoints and the group are deleted.',
  async look(asking) {
    const own = await asking.made.endpoint();
    await visible(asking, own.id);
    await deleteEndpoint(asking, own.id);
    const gone = await deleted(asking, own.id);
    const again = await asking.made.endpointAgain(own.request);
    return { id: own.id, created: own.created, gone, again };
  },
  judge({ id, created, gone, again }) {
    const row = 'client-token-after-deletion';
    const exchanges = [created.n, gone.n, again.n];
    const endpoint = again.value;
    if (endpoint === undefined) return [{ row, value: again.code, says: `Refused with ${again.code}.`, exchanges }];
    const isOld = endpoint.VpcEndpointId === id;
    const state = endpointWord(endpoint);
    const says = isOld
      ? `The answer was the deleted endpoint, in state ${state}.`
      : `EC2 created a new endpoint, in state ${state}.`;
    return [{ row, value: isOld ? 'the deleted endpoint' : 'a new endpoint', says, exchanges }];
  },
});
