import { CreateTagsCommand, DeleteTagsCommand } from '@aws-sdk/client-ec2';
import { type Caller, tagList } from './call.ts';
import { requeueOn } from './refusals.ts';

export interface TagWrites {
  /** Writes the tags on all the resources; `requeue` where one of them is not there. */
  setTags(resourceIds: readonly string[], tags: Readonly<Record<string, string>>): Promise<'done' | 'requeue'>;
  /** Removes each tag only if it still has the value given. */
  removeTags(resourceIds: readonly string[], tags: Readonly<Record<string, string>>): Promise<'done' | 'requeue'>;
}

/** What is changed about the tags of endpoints and groups. */
export function tagWrites({ client, sending, call }: Caller): TagWrites {
  return {
    setTags: (resourceIds, tags) =>
      call<'done' | 'requeue'>(
        {
          action: 'CreateTags',
          doing: `tag ${resourceIds.join(' and ')}`,
          recover: requeueOn('CreateTags', 'endpoint-gone', 'group-gone'),
        },
        async () => {
          await client().send(new CreateTagsCommand({ Resources: [...resourceIds], Tags: tagList(tags) }), sending);
          return 'done';
        },
      ),

    removeTags: (resourceIds, tags) =>
      call<'done' | 'requeue'>(
        {
          action: 'DeleteTags',
          doing: `remove tags of ${resourceIds.join(' and ')}`,
          recover: requeueOn('DeleteTags', 'endpoint-gone', 'group-gone', 'busy'),
        },
        async () => {
          await client().send(new DeleteTagsCommand({ Resources: [...resourceIds], Tags: tagList(tags) }), sending);
          return 'done';
        },
      ),
  };
}
