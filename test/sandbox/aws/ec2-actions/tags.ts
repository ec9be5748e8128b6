import type { Tags } from '../../types.ts';
import { type CheckedResource, type Ec2Action, type Ec2Context, requestTagKeys } from '../ec2-context.ts';
import { applyFilters, paginate } from '../listing.ts';
import { AwsError } from '../query-protocol.ts';
import { checkTagCount, readTags } from '../tag-rules.ts';
import { groupResource, withoutVpcKey } from './endpoint-parts.ts';

/** The tags of a resource and how IAM sees it. */
function taggable({ world, caller }: Ec2Context, id: string): { tags: Tags; resource: CheckedResource } {
  const mine = <T extends { accountId: string }>(found: T | undefined) =>
    found?.accountId === caller.accountId ? found : undefined;
  const kind = id.split('-')[0];
  if (kind === 'vpce') {
    const endpoint = mine(world.tables.endpoint.get(id));
    const young = endpoint && world.now() - endpoint.createdAt < world.settings.propagation.endpoint * 1000;
    if (!endpoint || endpoint.state === 'deleted' || young) {
      throw new AwsError('InvalidVpcEndpointId.NotFound', `The Vpc Endpoint Id '${id}' does not exist`);
    }
    const keys = { 'ec2:VpceServiceName': endpoint.serviceName };
    return { tags: endpoint.tags, resource: { path: `vpc-endpoint/${id}`, tags: endpoint.tags, keys } };
  }
  if (kind === 'sg') {
    const group = mine(world.tables.group.get(id));
    const young = group && world.now() - group.createdAt < world.settings.propagation.group * 1000;
    if (!group || young) throw new AwsError('InvalidGroup.NotFound', `The security group '${id}' does not exist`);
    return { tags: group.tags, resource: groupResource(world, id) };
  }
  const tables = { sgr: 'rule', vpc: 'vpc', subnet: 'subnet' } as const;
  const paths = { sgr: 'security-group-rule', vpc: 'vpc', subnet: 'subnet' } as const;
  if (kind === 'sgr' || kind === 'vpc' || kind === 'subnet') {
    const found = mine<{ accountId: string; tags: Tags }>(world.tables[tables[kind]].get(id));
    if (found) return { tags: found.tags, resource: { path: `${paths[kind]}/${id}`, tags: found.tags } };
  }
  throw new AwsError('InvalidID', `The ID '${id}' is not valid`);
}

const CreateTags: Ec2Action = (context) => {
  const { params } = context;
  const ids = params.list('ResourceId');
  const tags = readTags(params);
  if (!ids.length || !Object.keys(tags).length) {
    throw new AwsError('MissingParameter', 'The request must contain ResourceId and Tag');
  }
  const found = ids.map((id) => taggable(context, id));
  context.authorize(
    found.map(({ resource }) => ({ ...resource, keys: { ...resource.keys, ...requestTagKeys(tags) } })),
  );
  for (const one of found) checkTagCount(context, { ...one.tags, ...tags });
  for (const one of found) refuseOverwriteAtLimit(context, one.tags);
  for (const one of found) Object.assign(one.tags, tags);
  return { return: true };
};

function refuseOverwriteAtLimit({ world }: Ec2Context, tags: Tags): void {
  const { tagOverwriteAtLimit, quotas } = world.settings.ec2;
  if (tagOverwriteAtLimit === 'allowed' || Object.keys(tags).length < quotas.tagsPerResource) return;
  throw new AwsError('TagLimitExceeded', `More than ${quotas.tagsPerResource} tags specified.`);
}

/** A key alone goes whatever its value; a key with a value only if the value matches. */
const DeleteTags: Ec2Action = (context) => {
  const { params } = context;
  const ids = params.list('ResourceId');
  if (!ids.length) throw new AwsError('MissingParameter', 'The request must contain ResourceId');
  const found = ids.map((id) => taggable(context, id));
  const wanted = params.structures('Tag').map((tag) => ({ key: tag.get('Key') ?? '', value: tag.get('Value') }));
  const named = Object.fromEntries(wanted.map(({ key, value }) => [key, value ?? '']));
  context.authorize(
    found.map(({ resource }) => {
      const { keys, ...known } = withoutVpcKey(resource);
      return { ...known, keys: { ...keys, ...requestTagKeys(named) } };
    }),
  );
  for (const { tags } of found) {
    if (!params.has('Tag')) for (const key of Object.keys(tags)) delete tags[key];
    for (const { key, value } of wanted) {
      if (value === undefined || tags[key] === value) delete tags[key];
    }
  }
  return { return: true };
};

/** A row for each tag; `key` and `value` filter those, with wildcards. Source: EC2 API reference, DescribeTags. */
const DescribeTags: Ec2Action = (context) => {
  context.authorize([{ path: '*' }]);
  const { world, caller } = context;
  const resources = [
    ...world.read('endpoint').map((one) => ({ ...one, kind: 'vpc-endpoint' })),
    ...world.read('group').map((one) => ({ ...one, kind: 'security-group' })),
  ].filter((one) => one.region === caller.region && one.accountId === caller.accountId);
  const all = resources.flatMap(({ id, kind, tags }) =>
    Object.entries(tags).map(([key, value]) => ({ id, kind, key, value, tags: {} })),
  );
  const rows = applyFilters(context, all, {
    'resource-id': (row) => [row.id],
    'resource-type': (row) => [row.kind],
    key: (row) => [row.key],
    value: (row) => [row.value],
  });
  const { page, nextToken } = paginate(context, rows);
  return {
    tagSet: page.map(({ id, kind, key, value }) => ({ resourceId: id, resourceType: kind, key, value })),
    nextToken,
  };
};

export const tagActions = { CreateTags, DeleteTags, DescribeTags };
