import { createHash } from 'node:crypto';
import type { ZoneRefusal } from '../../aws/ec2.ts';
import { type Endpoint, isGone } from '../../aws/types.ts';
import { ActionError, oneLine, quoted, shortened } from '../../support/errors.ts';
import { readClaims } from '../model/claims.ts';
import { serviceUnknownSince } from '../model/recall.ts';
import type { Of } from '../model/steps.ts';
import type { Clients } from '../observe.ts';
import { type Applying, type Outcome, PROPAGATION_MS } from './outcome.ts';

/**
 * An endpoint that was made by this very call is not older than this; an older one is a replay of its creation token.
 */
const REPLAY_AGE_MS = 5 * 60_000;

/** ClientToken: at most 64 ASCII characters, the same for the same parts. */
function clientToken(parts: readonly string[], salt: number): string {
  return createHash('sha256')
    .update(JSON.stringify([...parts, salt]))
    .digest('hex');
}

/** Creates the endpoint; an answer that is an earlier one, replayed for its token, is told apart. */
export async function createEndpoint(action: Of<'create-endpoint'>, context: Applying): Promise<Outcome> {
  const { clients, journal, observed } = context;
  const { serviceName } = action;
  for (const salt of [action.salt, action.salt + 1]) {
    const creation = await clients.ec2.createEndpoint({ ...action, clientToken: clientToken(action.tokenParts, salt) });
    if (creation.kind !== 'created') return creationSetback(action, context, { creation, salt });
    const { endpoint } = creation;
    const knownGone = isGone(endpoint) || observed.endpoints.some((one) => one.id === endpoint.id && isGone(one));
    if (knownGone) {
      context.log(`EC2 returned ${endpoint.id}, which is deleted; retrying with another client token`);
      continue;
    }
    // The clocks of AWS and of this machine may differ; a claim of this run leaves no doubt.
    const isOwn = readClaims(endpoint.tags).some((claim) => claim.nonce === journal.nonce);
    if (!isOwn && endpoint.createdAt > 0 && endpoint.createdAt < clients.clock.wall() - REPLAY_AGE_MS) {
      return {
        kind: 'requeue',
        facets: ['endpoints'],
        why: `EC2 returned ${endpoint.id}, which an earlier run created`,
        result: { kind: 'token-taken', salt, spent: false },
      };
    }
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
    return {
      kind: 'done',
      created: whole.id,
      patch: (before) => ({ ...before, endpoints: [...before.endpoints.filter((one) => one.id !== whole.id), whole] }),
      result: { kind: 'done', endpoint: whole },
    };
  }
  const result = { kind: 'token-taken', salt: action.salt + 1, spent: true } as const;
  return {
    kind: 'requeue',
    facets: ['endpoints'],
    why: 'EC2 returned a deleted endpoint twice',
    result,
  };
}

/** A zone that EC2 refused, so that the next plan does without it. */
export function learnZone(
  serviceName: string,
  refusal: ZoneRefusal,
  { desired, observed }: Pick<Applying, 'desired' | 'observed'>,
): Outcome {
  const zone = observed.subnets.find((one) => one.id === refusal.subnetId)?.zoneId;
  if (zone === undefined || desired.subnetIds.length > 0) {
    throw new ActionError('az-none', {
      cause: `EC2 does not offer the endpoint service in the availability zone of ${refusal.subnetId ?? 'a subnet'}`,
      said: `EC2: "${shortened(oneLine(refusal.message), 500)}"`,
      fix: 'Set subnet-ids to subnets in other availability zones.',
    });
  }
  const why = `EC2 does not offer the service in ${zone}, although it lists that zone`;
  return { kind: 'requeue', facets: [], why, result: { kind: 'zone-refused', serviceName, zone } };
}

/** What to do when EC2 did not create the endpoint for one of the reasons that pass or teach something. */
function creationSetback(
  action: Of<'create-endpoint'>,
  { clients, journal, desired, observed }: Applying,
  {
    creation,
    salt,
  }: { creation: Exclude<Awaited<ReturnType<Clients['ec2']['createEndpoint']>>, { kind: 'created' }>; salt: number },
): Outcome {
  const now = clients.clock.now();
  const { serviceName } = action;
  switch (creation.kind) {
    case 'token-taken':
      return {
        kind: 'requeue',
        facets: ['endpoints'],
        why: 'another run is creating the endpoint',
        result: { kind: 'token-taken', salt, spent: false },
      };
    case 'group-unknown':
      return { kind: 'requeue', facets: ['groups'], why: 'EC2 does not know the new security group yet' };
    case 'zone-refused': {
      return learnZone(serviceName, creation, { desired, observed });
    }
    case 'service-unknown': {
      const since = serviceUnknownSince(journal, serviceName) ?? now;
      if (now - since < PROPAGATION_MS) {
        return {
          kind: 'requeue',
          facets: [],
          why: `EC2 does not know ${serviceName} yet; a new service or a newly trusted account takes up to a minute to appear`,
          result: { kind: 'service-unknown' },
        };
      }
      throw new ActionError('service-not-visible', {
        cause: `Account ${observed.account ?? '(unknown)'} can't see endpoint service ${serviceName}`,
        said: quoted('EC2', creation.message, 'InvalidServiceName'),
        fix: 'Add this account if the cluster has trusted owners; otherwise check that this account owns the VPC and that the VPC is in the region of the service.',
      });
    }
  }
}
