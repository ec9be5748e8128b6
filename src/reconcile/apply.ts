import { createHash } from 'node:crypto';
import type { ZoneRefusal } from '../aws/ec2.ts';
import { classifyAwsError } from '../aws/errors.ts';
import type { Endpoint } from '../aws/types.ts';
import { classifyCloudError, isCloudRefusal } from '../cockroach/errors.ts';
import { ActionError, isActionError } from '../support/errors.ts';
import { CREATED_AT, isOurs, MANAGED_BY, MANAGED_BY_VALUE, SERVICE, tagText } from './claims.ts';
import { isGone } from './members.ts';
import { type RunMemory, remember } from './memory.ts';
import type { Desired, Facet, Observed, Step, StepAction } from './model.ts';
import type { Worlds } from './observe.ts';
import { RULE_DESCRIPTION } from './plan-network.ts';

export interface Applying {
  readonly desired: Desired;
  readonly observed: Observed;
  readonly memory: RunMemory;
  readonly worlds: Worlds;
  log(line: string): void;
}

/** What a step came to. */
export type Outcome =
  /** Done; `patch` shows its effect until the next read does; `created` is the ID of what came to be. */
  | { readonly kind: 'done'; readonly patch: (observed: Observed) => Observed; readonly created?: string }
  /** Not done, or nobody knows: read these facets again and plan anew. `lost` where the answer was lost. */
  | {
      readonly kind: 'look-again';
      readonly facets: readonly Facet[];
      readonly lost?: boolean;
      readonly why: string;
      readonly patch?: (observed: Observed) => Observed;
    };

type Of<K extends StepAction['kind']> = Extract<StepAction, { kind: K }>;

/** An endpoint that was made by this very call is not older than this; an older one is a replay of its creation token. */
const REPLAY_AGE_MS = 5 * 60_000;
/** How long EC2 may not know a service, and the Cloud not know an endpoint, that were made a moment ago. */
const PROPAGATION_MS = 60_000;

/**
 * Does one step. A call whose answer was lost is never repeated blindly: the world is read again and the planner decides.
 * @throws ActionError for what cannot be mended by looking again
 */
export async function applyStep(step: Step, context: Applying): Promise<Outcome> {
  try {
    const outcome = await act(step, context);
    if (outcome.kind === 'done') remember(context.memory, step.id, context.worlds.clock.now(), touchedBy(step.action));
    return outcome;
  } catch (error) {
    if (!isActionError(error) || !isAnswerLost(error)) throw error;
    for (const facet of touchedBy(step.action)) context.memory.touched.set(facet, context.worlds.clock.now());
    return { kind: 'look-again', facets: touchedBy(step.action), lost: true, why: error.message };
  }
}

/** True where nobody knows whether the call was executed. */
function isAnswerLost(error: ActionError): boolean {
  if (error.cause === undefined) return false;
  const failure =
    isCloudRefusal(error.cause) || error.code === 'cloud-unavailable'
      ? classifyCloudError(error.cause, 0)
      : classifyAwsError(error.cause);
  return failure.failure === 'transient';
}

/** The facets in which a step shows. */
function touchedBy(action: StepAction): Facet[] {
  switch (action.kind) {
    case 'create-services':
      return [`services:${action.clusterRef}`, `cluster:${action.clusterRef}`];
    case 'trust':
    case 'untrust':
      return [`owners:${action.clusterRef}`];
    case 'connect':
    case 'disconnect':
      return [`connections:${action.clusterRef}`, 'endpoints'];
    case 'create-group':
    case 'authorize-ingress':
    case 'revoke-ingress':
      return ['groups'];
    default:
      return ['endpoints'];
  }
}

function act(step: Step, context: Applying): Promise<Outcome> {
  const { action } = step;
  switch (action.kind) {
    case 'create-services':
      return createServices(action, context);
    case 'create-group':
      return createGroup(step, action, context);
    case 'authorize-ingress':
      return changeRules(
        action.groupId,
        context.worlds.ec2.authorizeIngress(action.groupId, action.sources, RULE_DESCRIPTION),
        (ingress) => [
          ...ingress,
          ...action.sources.map((source) => ({
            protocol: 'tcp',
            fromPort: 26257,
            toPort: 26257,
            source,
            description: RULE_DESCRIPTION,
          })),
        ],
      );
    case 'revoke-ingress':
      return changeRules(action.groupId, context.worlds.ec2.revokeIngress(action.groupId, action.rules), (ingress) =>
        ingress.filter((rule) => !action.rules.includes(rule)),
      );
    case 'create-endpoint':
      return createEndpoint(action, context);
    case 'claim':
    case 'mark':
      return changeEndpoint(
        action.endpointId,
        context.worlds.ec2.setTags(action.endpointId, action.tags),
        (endpoint) => ({
          ...endpoint,
          tags: { ...endpoint.tags, ...action.tags },
        }),
      );
    case 'unmark':
      return changeEndpoint(
        action.endpointId,
        context.worlds.ec2.removeTags(action.endpointId, action.tags).then(() => 'done' as const),
        (endpoint) => ({
          ...endpoint,
          tags: Object.fromEntries(Object.entries(endpoint.tags).filter(([key]) => !Object.hasOwn(action.tags, key))),
        }),
      );
    case 'modify-endpoint':
      return modify(action, context);
    case 'set-private-dns':
      return changeEndpoint(action.endpointId, setPrivateDns(action, context), (endpoint) => ({
        ...underChange(endpoint),
        privateDns: action.enabled,
      }));
    case 'delete-endpoint':
      return changeEndpoint(
        action.endpointId,
        context.worlds.ec2.deleteEndpoint(action.endpointId).then(() => 'done' as const),
        (endpoint) => ({
          ...endpoint,
          state: 'deleting',
          rawState: 'deleting',
        }),
      );
    case 'connect':
      return connect(step, action, context);
    case 'disconnect':
      return disconnect(action, context);
    case 'trust':
      return trust(step, action, context);
    case 'untrust':
      return untrust(action, context);
  }
}

/** EC2 shows an endpoint as pending while a change is being made. */
function underChange(endpoint: Endpoint): Endpoint {
  return { ...endpoint, state: 'pending', rawState: 'pending' };
}

async function createServices(action: Of<'create-services'>, { worlds }: Applying): Promise<Outcome> {
  const services = await worlds.cloud.createServices(action.clusterId);
  return {
    kind: 'done',
    patch: (observed) =>
      patchCluster(observed, action.clusterRef, (view) => ({
        ...view,
        services: services.length > 0 ? services : view.services,
      })),
  };
}

async function createGroup(
  step: Step,
  action: Of<'create-group'>,
  { worlds, memory, desired, observed }: Applying,
): Promise<Outcome> {
  const tags = {
    Name: action.name,
    ...desired.tags,
    [MANAGED_BY]: MANAGED_BY_VALUE,
    [CREATED_AT]: new Date(memory.startedAt).toISOString(),
    [SERVICE]: tagText(action.serviceName),
  };
  const made = await worlds.ec2.createGroup({
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
      ownerId: observed.account,
      tags,
      ingress: [],
    };
    memory.createdGroups.push({ group, at: worlds.clock.now() });
    return { kind: 'done', created: group.id, patch: (before) => ({ ...before, groups: [...before.groups, group] }) };
  }
  // Another run made it a moment ago, or a stranger holds the name; the planner tells which once it sees the group.
  // Names are unique whatever their case, while EC2's filter minds it, so the whole VPC is read.
  remember(memory, step.id, worlds.clock.now(), ['groups']);
  const holders = (await worlds.ec2.groups({ vpcId: action.vpcId })).filter(
    (group) => group.name.toLowerCase() === action.name.toLowerCase(),
  );
  for (const group of holders.filter(isOurs)) memory.createdGroups.push({ group, at: worlds.clock.now() });
  const patch = (before: Observed) => ({
    ...before,
    groups: [...before.groups.filter((one) => !holders.some((holder) => holder.id === one.id)), ...holders],
  });
  return { kind: 'look-again', facets: [], why: 'the security group is there already', patch };
}

async function changeRules(
  groupId: string,
  call: Promise<'done' | 'look-again'>,
  change: (ingress: Observed['groups'][number]['ingress']) => Observed['groups'][number]['ingress'],
): Promise<Outcome> {
  if ((await call) === 'look-again')
    return { kind: 'look-again', facets: ['groups'], why: 'the rules of the security group are not what they were' };
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

async function modify(action: Of<'modify-endpoint'>, context: Applying): Promise<Outcome> {
  const answer = await context.worlds.ec2.modifyEndpoint(action.endpointId, action);
  if (typeof answer === 'object') {
    const serviceName = context.observed.endpoints.find((one) => one.id === action.endpointId)?.serviceName ?? '';
    return learnZone(serviceName, answer, context);
  }
  return changeEndpoint(action.endpointId, Promise.resolve(answer), (endpoint) => ({
    ...underChange(endpoint),
    subnetIds: [...endpoint.subnetIds.filter((id) => !action.removeSubnetIds.includes(id)), ...action.addSubnetIds],
    groupIds: [...endpoint.groupIds.filter((id) => !action.removeGroupIds.includes(id)), ...action.addGroupIds],
  }));
}

async function setPrivateDns(action: Of<'set-private-dns'>, { worlds }: Applying): Promise<'done' | 'look-again'> {
  const answer = await worlds.ec2.modifyEndpoint(action.endpointId, { privateDns: action.enabled });
  return answer === 'done' ? 'done' : 'look-again';
}

async function changeEndpoint(
  endpointId: string,
  call: Promise<'done' | 'look-again'>,
  change: (endpoint: Endpoint) => Endpoint,
): Promise<Outcome> {
  if ((await call) === 'look-again')
    return { kind: 'look-again', facets: ['endpoints'], why: `${endpointId} is not in the state it was seen in` };
  return {
    kind: 'done',
    patch: (observed) => ({
      ...observed,
      endpoints: observed.endpoints.map((one) => (one.id === endpointId ? change(one) : one)),
    }),
  };
}

/** ClientToken: at most 64 ASCII characters, the same for the same parts. */
function clientToken(parts: readonly string[], salt: number): string {
  return createHash('sha256')
    .update(JSON.stringify([...parts, salt]))
    .digest('hex');
}

async function createEndpoint(action: Of<'create-endpoint'>, context: Applying): Promise<Outcome> {
  const { worlds, memory, observed } = context;
  const { serviceName } = action;
  for (const salt of [action.salt, action.salt + 1]) {
    const creation = await worlds.ec2.createEndpoint({ ...action, clientToken: clientToken(action.tokenParts, salt) });
    if (creation.kind !== 'created') return creationSetback(action, context, { creation, salt });
    const { endpoint } = creation;
    const knownGone = isGone(endpoint) || observed.endpoints.some((one) => one.id === endpoint.id && isGone(one));
    if (knownGone) {
      context.log(`EC2 answered with ${endpoint.id}, which is deleted; trying once more with another creation token`);
      continue;
    }
    const now = worlds.clock.now();
    if (endpoint.createdAt > 0 && endpoint.createdAt < now - REPLAY_AGE_MS) {
      memory.tokenTaken.set(serviceName, { at: now, salt });
      return {
        kind: 'look-again',
        facets: ['endpoints'],
        why: `EC2 answered with ${endpoint.id}, which an earlier run created`,
      };
    }
    memory.tokenTaken.delete(serviceName);
    memory.serviceUnknownSince.delete(serviceName);
    // The answer may leave out what was asked for; the tags matter at once, since they say that the endpoint is ours.
    const whole: Endpoint = {
      ...endpoint,
      vpcId: endpoint.vpcId || action.vpcId,
      serviceName,
      interface: true,
      tags: { ...action.tags, ...endpoint.tags },
      subnetIds: endpoint.subnetIds.length > 0 ? endpoint.subnetIds : action.subnetIds,
      groupIds: endpoint.groupIds.length > 0 ? endpoint.groupIds : action.groupIds,
    };
    memory.createdEndpoints.push({ endpoint: whole, at: now, replacing: action.replacing });
    return {
      kind: 'done',
      created: whole.id,
      patch: (before) => ({ ...before, endpoints: [...before.endpoints.filter((one) => one.id !== whole.id), whole] }),
    };
  }
  memory.tokenTaken.set(serviceName, { at: worlds.clock.now() - 2 * context.desired.readLagMs, salt: action.salt + 1 });
  return { kind: 'look-again', facets: ['endpoints'], why: 'EC2 answered twice with an endpoint that is deleted' };
}

/** Remembers a zone that EC2 refused, so that the next plan does without it. */
function learnZone(
  serviceName: string,
  refusal: ZoneRefusal,
  { desired, observed, memory }: Pick<Applying, 'desired' | 'observed' | 'memory'>,
): Outcome {
  const zone = observed.subnets.find((one) => one.id === refusal.subnetId)?.zoneId;
  if (zone === undefined || desired.subnetIds.length > 0) {
    throw new ActionError('az-none', {
      cause: `EC2: ${refusal.message}`,
      fix: 'Name subnets in other availability zones in subnet-ids.',
    });
  }
  const zones = memory.refusedZones.get(serviceName) ?? new Set();
  memory.refusedZones.set(serviceName, zones.add(zone));
  return { kind: 'look-again', facets: [], why: `EC2 does not offer the service in ${zone}, whatever its list says` };
}

/** What to do when EC2 did not create the endpoint for one of the reasons that pass or teach something. */
function creationSetback(
  action: Of<'create-endpoint'>,
  { worlds, memory, desired, observed }: Applying,
  {
    creation,
    salt,
  }: { creation: Exclude<Awaited<ReturnType<Worlds['ec2']['createEndpoint']>>, { kind: 'created' }>; salt: number },
): Outcome {
  const now = worlds.clock.now();
  const { serviceName } = action;
  switch (creation.kind) {
    case 'token-taken':
      memory.tokenTaken.set(serviceName, { at: now, salt });
      return { kind: 'look-again', facets: ['endpoints'], why: 'another run is creating the endpoint' };
    case 'group-unknown':
      return { kind: 'look-again', facets: ['groups'], why: 'the new security group is not known everywhere yet' };
    case 'zone-refused': {
      return learnZone(serviceName, creation, { desired, observed, memory });
    }
    case 'service-unknown': {
      const since = memory.serviceUnknownSince.get(serviceName) ?? now;
      memory.serviceUnknownSince.set(serviceName, since);
      if (now - since < PROPAGATION_MS) {
        return {
          kind: 'look-again',
          facets: [],
          why: `EC2 does not know ${serviceName} yet; a new service or a newly trusted account takes up to a minute to show`,
        };
      }
      throw new ActionError('service-not-visible', {
        cause: `EC2 does not let account ${observed.account || '(unknown)'} see the endpoint service ${serviceName} in ${desired.region}: ${creation.message}`,
        fix: 'If the cluster has trusted owners, add this account; else check that the VPC is in the region of the service and owned by this account.',
      });
    }
  }
}

async function connect(step: Step, action: Of<'connect'>, { worlds, memory }: Applying): Promise<Outcome> {
  const facet = `connections:${action.clusterRef}` as const;
  const created = memory.createdEndpoints.find(({ endpoint }) => endpoint.id === action.endpointId);
  try {
    const connection = await worlds.cloud.addConnection(action.clusterId, action.endpointId);
    if (connection === undefined) {
      remember(memory, step.id, worlds.clock.now(), [facet, 'endpoints']);
      return {
        kind: 'look-again',
        facets: [facet],
        why: 'CockroachDB Cloud says that the connection is there already',
      };
    }
    const shown = { ...connection, endpointId: action.endpointId, status: connection.status || 'PENDING' };
    return {
      kind: 'done',
      patch: (observed) =>
        patchCluster(observed, action.clusterRef, (view) => ({
          ...view,
          connections: [...view.connections.filter((one) => one.endpointId !== action.endpointId), shown],
        })),
    };
  } catch (error) {
    // The Cloud looks the endpoint up at AWS, where one that was just made may not be visible yet.
    const young = created !== undefined && worlds.clock.now() - created.at < PROPAGATION_MS;
    const unknown = isActionError(error) && isCloudRefusal(error.cause) && [400, 404].includes(error.cause.status);
    if (!young || !unknown) throw error;
    return {
      kind: 'look-again',
      facets: [facet, 'endpoints'],
      why: `CockroachDB Cloud does not see the new endpoint yet (${error.message})`,
    };
  }
}

async function disconnect(action: Of<'disconnect'>, { worlds }: Applying): Promise<Outcome> {
  await worlds.cloud.deleteConnection(action.clusterId, action.endpointId);
  return {
    kind: 'done',
    patch: (observed) =>
      patchCluster(observed, action.clusterRef, (view) => ({
        ...view,
        connections: view.connections.map((one) =>
          one.endpointId === action.endpointId ? { ...one, status: 'DELETING' } : one,
        ),
      })),
  };
}

async function trust(step: Step, action: Of<'trust'>, { worlds, memory }: Applying): Promise<Outcome> {
  const facet = `owners:${action.clusterRef}` as const;
  const owner = await worlds.cloud.addTrustedOwner(action.clusterId, action.accountId);
  if (owner === undefined) {
    remember(memory, step.id, worlds.clock.now(), [facet]);
    return { kind: 'look-again', facets: [facet], why: `AWS account ${action.accountId} is trusted already` };
  }
  return {
    kind: 'done',
    patch: (observed) =>
      patchCluster(observed, action.clusterRef, (view) => ({ ...view, owners: [...(view.owners ?? []), owner] })),
  };
}

async function untrust(action: Of<'untrust'>, { worlds }: Applying): Promise<Outcome> {
  await worlds.cloud.removeTrustedOwner(action.clusterId, action.owner.id);
  return {
    kind: 'done',
    patch: (observed) =>
      patchCluster(observed, action.clusterRef, (view) => ({
        ...view,
        owners: (view.owners ?? []).filter((one) => one.id !== action.owner.id),
      })),
  };
}

function patchCluster(
  observed: Observed,
  ref: string,
  change: (view: Observed['clusters'][number]) => Observed['clusters'][number],
): Observed {
  return { ...observed, clusters: observed.clusters.map((view) => (view.ref === ref ? change(view) : view)) };
}
