import type { Tags } from '../types.ts';
import type { Ec2Context } from './ec2-context.ts';
import { AwsError, type QueryParams } from './query-protocol.ts';

// Any character: "Amazon EC2 resources allow any characters" (AWS tag conventions). Lengths are in Unicode characters.

/** Reads `Tag.N.Key` and `Tag.N.Value`, refusing what EC2 refuses. */
export function readTags(params: QueryParams): Tags {
  const tags: Tags = {};
  for (const tag of params.structures('Tag')) {
    const key = tag.get('Key') ?? '';
    const value = tag.get('Value') ?? '';
    if (key.toLowerCase().startsWith('aws:')) {
      throw new AwsError('InvalidParameterValue', "Tag keys starting with 'aws:' are reserved for internal use");
    }
    if (key.length === 0) throw new AwsError('InvalidParameterValue', 'Tag key cannot be empty');
    if ([...key].length > 128) {
      throw new AwsError('InvalidParameterValue', `Tag key exceeds the maximum length of 128 characters: ${key}`);
    }
    if ([...value].length > 256) {
      throw new AwsError('InvalidParameterValue', 'Tag value exceeds the maximum length of 256 characters');
    }
    if (Object.hasOwn(tags, key)) throw new AwsError('InvalidParameterValue', `Duplicate tag key '${key}' specified.`);
    tags[key] = value;
  }
  return tags;
}

/** Tags of a create call for one type of resource. */
export function readTagSpecification(context: Ec2Context, resourceType: string): Tags {
  let tags: Tags = {};
  for (const specification of context.params.structures('TagSpecification')) {
    const type = specification.get('ResourceType') ?? '';
    if (type !== resourceType) {
      throw new AwsError(
        'InvalidParameterValue',
        `'${type}' is not a valid taggable resource type for this operation.`,
      );
    }
    tags = { ...tags, ...readTags(specification) };
  }
  checkTagCount(context, tags);
  return tags;
}

/** Refuses more tags than a resource can hold. */
export function checkTagCount(context: Ec2Context, tags: Tags): void {
  const most = context.world.settings.ec2.quotas.tagsPerResource;
  if (Object.keys(tags).length > most) {
    throw new AwsError('TagLimitExceeded', `More than ${most} tags specified.`);
  }
}
