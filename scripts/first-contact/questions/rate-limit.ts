import { known, question } from '../question.ts';
import type { CloudReply } from '../raw.ts';

/** More than the ten in a second that the API promises, and more than a slow way to it lets through. */
const BURST = 60;

export const rateLimit = question({
  id: 'rate-limit',
  asks: 'With which status does the Cloud API limit the rate?',
  rows: {
    'rate-limit-status': {
      answers: [
        known('429', 'it sends the request again after the pause', 'cloud.rateLimitStatus: 429'),
        known('503', 'it sends the request again after the pause', 'cloud.rateLimitStatus: 503'),
        known('400', 'it sends the request again after the pause', 'cloud.rateLimitStatus: 400'),
        known('none seen', 'nothing is refused', undefined),
      ],
    },
  },
  makes: `Nothing: it reads the cluster ${BURST} times at once. Others that use the same service account are limited for some seconds.`,
  endpoints: 0,
  minutes: 1,
  undone: 'There is nothing to undo.',
  async look({ raw }) {
    const before = raw.last();
    const replies = await Promise.all(Array.from({ length: BURST }, () => raw.cloudOnce('GET', '')));
    const span = [before + 1, raw.last()];
    await raw.pause(10_000);
    return { replies, span };
  },
  judge({ replies, span }) {
    const row = 'rate-limit-status';
    const refused = replies.filter(({ status }) => status > 0 && (status < 200 || status > 299));
    if (refused.length === 0)
      return [{ row, value: 'none seen', says: `None of ${replies.length} reads was refused.`, exchanges: span }];
    const of = <T>(pick: (reply: CloudReply) => T) => [...new Set(refused.map(pick))].join(' and ');
    const worded = refused.filter(({ message }) => /rate limit/i.test(message)).length;
    const says = `${refused.length} of ${replies.length} reads were refused, with ${of(({ status }) => status)}, code ${of(({ code }) => code)}; ${worded} of them with the words "rate limit". They are the exchanges from the first to the last of these two.`;
    return [{ row, value: of(({ status }) => String(status)), says, exchanges: span }];
  },
});
