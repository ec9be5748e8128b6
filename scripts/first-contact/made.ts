import {
  CreateSecurityGroupCommand,
  CreateVpcEndpointCommand,
  type CreateVpcEndpointCommandInput,
  type VpcEndpoint,
} from '@aws-sdk/client-ec2';
import { MANAGED_BY, MANAGED_BY_VALUE, SERVICE } from '../../src/reconcile/model/claims.ts';
import type { Place } from './place.ts';
import type { Ec2Reply, Raw } from './raw.ts';

/** Carried by everything that the questions make: what `--clean-up` finds it by. */
export const CONTACT_TAG = 'cockroachdb-privatelink/first-contact';

/** A VPC endpoint of a question, with a group of its own that lets nobody in. */
export interface OwnEndpoint {
  readonly id: string;
  readonly groupId: string;
  /** What it was created with, client token included. */
  readonly request: CreateVpcEndpointCommandInput;
  readonly created: Ec2Reply<VpcEndpoint | undefined>;
}

/** What could not be made, so that a question has no answer. */
export class NotMade extends Error {
  readonly exchange: number;
  constructor(what: string, { code, n }: { code: string; n: number }) {
    super(`${what}: ${code}`);
    this.exchange = n;
  }
}

/** Makes what a question needs, and knows everything that was made. */
export interface Made {
  /** IDs that were made, or may have been. */
  readonly endpoints: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Endpoint IDs that the Cloud was given, or may have been. */
  readonly connections: ReadonlySet<string>;
  /** @throws NotMade */
  group(name: string): Promise<{ readonly id: string; readonly created: Ec2Reply<string | undefined> }>;
  /** Creates a group and an endpoint in one zone; does not wait. @throws NotMade */
  endpoint(more?: { tags?: Readonly<Record<string, string>> }): Promise<OwnEndpoint>;
  /** Creates an endpoint with just this request, which may be one that was sent before. */
  endpointAgain(request: CreateVpcEndpointCommandInput): Promise<Ec2Reply<VpcEndpoint | undefined>>;
  /** Adds a connection at the Cloud. */
  connect(endpointId: string): ReturnType<Raw['cloud']>;
}

export const CONNECTIONS = '/networking/private-endpoint-connections';

/** @param of.nonce of this run of the command, which the tags hold */
export function createMade(place: Place, raw: Raw, of: { nonce: string; question: string }): Made {
  const { nonce, question } = of;
  const endpoints = new Set<string>();
  const groups = new Set<string>();
  const connections = new Set<string>();
  let count = 0;
  const next = () => {
    count += 1;
    return `${question}-${count}`;
  };
  // The role of setup/aws lets only through what has the tag of the action. The tag `service` names none, so that the
  // action takes nothing of this for its own.
  const tags = (more: Readonly<Record<string, string>> = {}) => {
    const all = { ...place.tags, [MANAGED_BY]: MANAGED_BY_VALUE, [SERVICE]: 'first-contact', [CONTACT_TAG]: nonce };
    return Object.entries({ ...all, ...more }).map(([Key, Value]) => ({ Key, Value }));
  };
  const create = async (request: CreateVpcEndpointCommandInput) => {
    const reply = await raw.ec2((client, sending) => client.send(new CreateVpcEndpointCommand(request), sending));
    const endpoint = reply.value?.VpcEndpoint;
    if (endpoint?.VpcEndpointId !== undefined) endpoints.add(endpoint.VpcEndpointId);
    return { ...reply, value: endpoint };
  };
  const group: Made['group'] = async (name) => {
    const reply = await raw.ec2((client, sending) =>
      client.send(
        new CreateSecurityGroupCommand({
          VpcId: place.vpcId,
          GroupName: `cockroachdb-privatelink first contact ${nonce} ${name}`,
          Description: 'Question of npm run first-contact, lets nobody in',
          TagSpecifications: [{ ResourceType: 'security-group', Tags: tags() }],
        }),
        sending,
      ),
    );
    const id = reply.value?.GroupId;
    if (id === undefined) throw new NotMade('CreateSecurityGroup', reply);
    groups.add(id);
    return { id, created: { ...reply, value: id } };
  };
  return {
    ...{ endpoints, groups, connections, group },
    async endpoint(more = {}) {
      const name = next();
      const { id: groupId } = await group(name);
      const request: CreateVpcEndpointCommandInput = {
        VpcId: place.vpcId,
        ServiceName: place.service?.name,
        VpcEndpointType: 'Interface',
        SubnetIds: place.subnetIds.slice(0, 1),
        SecurityGroupIds: [groupId],
        PrivateDnsEnabled: false,
        ClientToken: `first-contact-${nonce}-${name}`.slice(0, 64),
        TagSpecifications: [{ ResourceType: 'vpc-endpoint', Tags: tags(more.tags) }],
      };
      const created = await createOnceKnown(() => create(request));
      const id = created.value?.VpcEndpointId;
      if (id === undefined) throw new NotMade('CreateVpcEndpoint', created);
      return { id, groupId, request, created };
    },
    endpointAgain: create,
    connect(endpointId) {
      // Before it is sent: an answer may be lost.
      connections.add(endpointId);
      return raw.cloud('POST', CONNECTIONS, { endpoint_id: endpointId });
    },
  };

  /** A group that was created a moment ago may not be known yet; the client token makes a second try safe. */
  async function createOnceKnown(ask: () => ReturnType<typeof create>): ReturnType<typeof create> {
    for (let tries = 1; ; tries += 1) {
      const reply = await ask();
      if (tries >= 12 || !/^InvalidGroup|^no answer$/.test(reply.code)) return reply;
      await raw.pause(5_000);
    }
  }
}
