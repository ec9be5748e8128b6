import type { Deferred } from '../../aws/ec2/refusals.ts';
import { type Endpoint, SQL_PORT, sourceText } from '../../aws/types.ts';
import { ActionError, isActionError, quoted } from '../../support/errors.ts';
import { joinShort } from '../../support/text.ts';
import { CREATED_AT, hasRoomFor, MANAGED_BY, MANAGED_BY_VALUE, SERVICE, tagText, timeTag } from '../model/claims.ts';
import { isManagedGroup } from '../model/managed.ts';
import type { Observed } from '../model/observed.ts';
import { refusalOf, sourceUnknownSince } from '../model/recall.ts';
import { type Of, stepId } from '../model/steps.ts';
import { RULE_DESCRIPTION } from '../plan/rules.ts';
import { learnZone } from './creation.ts';
import { type Applying, type Outcome, outdated, PROPAGATION_MS } from './outcome.ts';

/** EC2 shows an endpoint as pending while a change is being made. */
export function underChange(endpoint: Endpoint): Endpoint {
  return { ...endpoint, state: 'pending', rawState: 'pending', asRead: asRead(endpoint) };
}

/** What EC2 reported of an endpoint, before this run changed it. */
export function asRead(endpoint: Endpoint): NonNullable<Endpoint['asRead']> {
  const { rawState, privateDns } = endpoint;
  return endpoint.asRead ?? { rawState, privateDns };
}

/** Creates the group of the action; where the name is taken, the planner is shown by whom. */
export async function createGroup(
  action: Of<'create-group'>,
  { clients, journal, desired, observed }: Applying,
): Promise<Outcome> {
  const tags: Record<string, string> = {
    Name: action.name,
    ...desired.tags,
    [MANAGED_BY]: MANAGED_BY_VALUE,
    [CREATED_AT]: timeTag(journal.startedAtWall),
    [SERVICE]: tagText(action.serviceName),
  };
  if (hasRoomFor(tags, Object.keys(action.claims).length)) Object.assign(tags, action.claims);
  const made = await clients.ec2.createGroup({
    vpcId: action.vpcId,
    name: action.name,
    description: action.description,
    tags,
  });
  if (made.kind === 'created') {
    const group = {
      id: made.groupId,
      name: action.name,
      vpcId: action.vpcId,
      ownerId: observed.account ?? '',
      tags,
      ingress: [],
    };
    return {
      kind: 'done',
      created: group.id,
      patch: (before) => ({ ...before, groups: [...before.groups, group] }),
      result: { kind: 'done', groups: [group] },
    };
  }
  // Another run made it a moment ago, or a stranger holds the name; the planner tells which once it sees the group.
  // Names are unique whatever their case, while EC2's filter minds it, so the whole VPC is read.
  const holders = (await clients.ec2.groups({ vpcId: action.vpcId })).filter(
    (group) => group.name.toLowerCase() === action.name.toLowerCase(),
  );
  const patch = (before: Observed) => ({
    ...before,
    groups: [...before.groups.filter((one) => !holders.some((holder) => holder.id === one.id)), ...holders],
  });
  const result = { kind: 'done', groups: holders.filter(isManagedGroup) } as const;
  return { kind: 'requeue', facets: [], why: 'the security group already exists', patch, result };
}

/**
 * Adds rules. A source group that EC2 doesn't know may have been made a moment ago.
 * @throws ActionError `group-invalid` where EC2 still doesn't know it once that has passed
 */
export async function letIn({ groupId, sources }: Of<'authorize-ingress'>, context: Applying): Promise<Outcome> {
  const { journal, clients } = context;
  const answer = await clients.ec2.authorizeIngress(groupId, sources, RULE_DESCRIPTION);
  const refusal = typeof answer === 'object' && !answer.message.includes(groupId) ? answer.message : undefined;
  if (refusal !== undefined) {
    const since = sourceUnknownSince(journal, groupId) ?? clients.clock.now();
    if (clients.clock.now() - since >= PROPAGATION_MS) {
      throw new ActionError('group-invalid', {
        cause: `EC2 does not know ${joinShort(
          sources.flatMap((one) => ('groupId' in one ? [one.groupId] : [])),
          2,
        )} of allowed-security-group-ids`,
        said: quoted('EC2, asked to add the rules', refusal, 'InvalidGroup.NotFound'),
        fix: 'Use groups of this VPC or of a peered VPC in this region, and list other clients in allowed-cidrs.',
      });
    }
  }
  const outcome = await changeRules(
    groupId,
    Promise.resolve(typeof answer === 'object' ? 'requeue' : answer),
    (ingress) => [
      ...ingress,
      ...sources.map((source) => ({
        protocol: 'tcp',
        fromPort: SQL_PORT,
        toPort: SQL_PORT,
        source,
        from: sourceText(source),
        description: RULE_DESCRIPTION,
      })),
    ],
  );
  if (refusal === undefined || outcome.kind !== 'requeue') return outcome;
  return {
    ...outcome,
    why: `EC2 does not know a source of the rules yet: ${refusal}`,
    result: { kind: 'source-unknown' },
  };
}

/** Does a change of rules, and shows it until the next read. */
export async function changeRules(
  groupId: string,
  call: Promise<'done' | 'requeue'>,
  change: (ingress: Observed['groups'][number]['ingress']) => Observed['groups'][number]['ingress'],
): Promise<Outcome> {
  if ((await call) === 'requeue')
    return {
      kind: 'requeue',
      facets: ['groups'],
      why: 'the rules of the security group have changed since they were read',
    };
  return {
    kind: 'done',
    patch: (observed) => ({
      ...observed,
      groups: observed.groups.map((group) =>
        group.id === groupId ? { ...group, ingress: change(group.ingress) } : group,
      ),
    }),
  };
}

/** Changes subnets and groups of the endpoint. */
export async function modify(action: Of<'modify-endpoint'>, context: Applying): Promise<Outcome> {
  const answer = await context.clients.ec2.modifyEndpoint(action.endpointId, action);
  if (typeof answer === 'object' && answer.kind === 'outdated')
    return outdated(action.endpointId, answer.error, context);
  if (typeof answer === 'object' && answer.kind === 'zone-refused') {
    const serviceName = context.observed.endpoints.find((one) => one.id === action.endpointId)?.serviceName ?? '';
    return learnZone(serviceName, answer, context);
  }
  return changeEndpoint(action.endpointId, Promise.resolve(answer), (endpoint) => ({
    ...underChange(endpoint),
    subnetIds: [...endpoint.subnetIds.filter((id) => !action.removeSubnetIds.includes(id)), ...action.addSubnetIds],
    groupIds: [...endpoint.groupIds.filter((id) => !action.removeGroupIds.includes(id)), ...action.addGroupIds],
  }));
}

/**
 * Turns private DNS on or off. Right after an endpoint was deleted, or had ended while its own private DNS was being
 * turned on, the name may still be held by nobody that shows it: the first refusal for that is written down, and the
 * planner tries once more when the holder is gone or the read lag has passed.
 */
export async function setPrivateDns(
  { endpointId, enabled }: Of<'set-private-dns'>,
  context: Applying,
): Promise<Outcome> {
  const { clients, journal } = context;
  try {
    const answer = await clients.ec2.modifyEndpoint(endpointId, { privateDns: enabled });
    if (typeof answer === 'object' && answer.kind === 'outdated') return outdated(endpointId, answer.error, context);
    const made =
      typeof answer === 'object' && answer.kind === 'zone-refused'
        ? ({ kind: 'requeue', why: answer.message } as const)
        : answer;
    return changeEndpoint(endpointId, Promise.resolve(made), (endpoint) => ({
      ...underChange(endpoint),
      privateDns: enabled,
    }));
  } catch (error) {
    const isFirst = refusalOf(journal, stepId.dnsOn(endpointId)) === undefined;
    if (!isFirst || !isActionError(error) || error.code !== 'dns-conflict') throw error;
    const result = { kind: 'name-held', error } as const;
    return { kind: 'requeue', facets: ['endpoints'], why: error.message, result };
  }
}

/** Does a change of an endpoint, and shows it until the next read. */
export async function changeEndpoint(
  endpointId: string,
  call: Promise<'done' | 'throttled' | Deferred>,
  change: (endpoint: Endpoint) => Endpoint,
): Promise<Outcome> {
  const answer = await call;
  if (answer !== 'done')
    return {
      kind: 'requeue',
      facets: ['endpoints'],
      why: answer === 'throttled' ? 'AWS throttled the request' : answer.why,
    };
  return {
    kind: 'done',
    patch: (observed) => ({
      ...observed,
      endpoints: observed.endpoints.map((one) => (one.id === endpointId ? change(one) : one)),
    }),
  };
}
