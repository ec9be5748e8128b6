import { known, question } from '../question.ts';

export const basePath = question({
  id: 'base-path',
  asks: 'What does the Cloud API answer under a base path that is doubled?',
  rows: {
    'doubled-base-path': {
      expected: '404',
      answers: [
        known('404', '`/api/v1` at the end of the address is dropped', 'always'),
        known((value) => /^\d+$/.test(value), '`/api/v1` at the end of the address is dropped', undefined),
      ],
    },
  },
  makes: 'Nothing: it reads once.',
  endpoints: 0,
  minutes: 1,
  undone: 'There is nothing to undo.',
  look: ({ raw }) => raw.cloud('GET', '/api/v1/api/v1/clusters'),
  judge: (reply) => [
    {
      row: 'doubled-base-path',
      value: String(reply.status || reply.code),
      says: `Answered with ${reply.status || 'nothing'}, as ${/^application\/json$/.test(reply.contentType) ? 'JSON' : 'something other than JSON'}.`,
      exchanges: [reply.n],
    },
  ],
});
