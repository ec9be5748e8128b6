import { CreateTagsCommand } from '@aws-sdk/client-ec2';
import { WITHOUT_ZONES } from '../../../src/reconcile/model/claims.ts';
import { known, question } from '../question.ts';
import { readEndpoint, until, visible } from '../watch.ts';

const MOST = 50;
/** Tags that each endpoint of a question has; see made.ts. */
const USUAL = 3;
/** A key that the role of setup/aws may write, and does not mean a claim. */
const WRITTEN_OVER = WITHOUT_ZONES;
const ONE_MORE = 'cockroachdb-privatelink/leaving/first-contact';

export const tagLimit = question({
  id: 'tag-limit',
  asks: 'Can a tag be overwritten on an endpoint that has 50 tags?',
  rows: {
    'tag-at-the-limit': {
      answers: [
        known('allowed', 'its claims stay fresh on a full endpoint', 'ec2.tagOverwriteAtLimit: allowed'),
        known('TagLimitExceeded', 'it ends with `tag-limit`', 'ec2.tagOverwriteAtLimit: refused'),
      ],
    },
  },
  makes: 'One VPC endpoint with 50 tags and its security group.',
  endpoints: 1,
  minutes: 4,
  undone: 'The endpoint and the group are deleted.',
  async look(asking) {
    const { raw, place } = asking;
    const fillers = MOST - USUAL - 1 - Object.keys(place.tags).length;
    const names = Array.from({ length: fillers }, (_, index) => `first-contact-${index + 1}`);
    const tags = { [WRITTEN_OVER]: 'first', ...Object.fromEntries(names.map((name) => [name, 'filler'])) };
    const { id } = await asking.made.endpoint({ tags });
    const listed = await visible(asking, id);
    const write = (Key: string) =>
      raw.ec2((client, sending) =>
        client.send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key, Value: 'second' }] }), sending),
      );
    const tagValue = (reply: typeof listed) => reply.value?.Tags?.find(({ Key }) => Key === WRITTEN_OVER)?.Value;
    const over = await write(WRITTEN_OVER);
    const after = await until(asking, () => readEndpoint(asking, id), {
      isDone: (reply) => over.code !== '' || tagValue(reply) === 'second',
      forMs: 60_000,
    });
    const more = await write(ONE_MORE);
    return { count: listed.value?.Tags?.length ?? 0, over, shows: tagValue(after) === 'second', after, more };
  },
  judge({ count, over, shows, after, more }) {
    const row = 'tag-at-the-limit';
    const control = `A tag more was ${more.code === '' ? 'accepted, so this is no limit' : `refused with ${more.code}`}.`;
    const says =
      over.code === ''
        ? `With ${count} tags, one was overwritten${shows ? ' and shows its new value' : ', but a read did not show it within 60 s'}. ${control}`
        : `With ${count} tags, overwriting one was refused with ${over.code}. ${control}`;
    return [{ row, value: over.code === '' ? 'allowed' : over.code, says, exchanges: [over.n, after.n, more.n] }];
  },
});
