import { expect } from 'vitest';
import { type Machine, printedCommands } from '../harness/paste.ts';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type MemorySandbox, standardWorld, type WorldSeed } from '../sandbox/index.ts';
import { claimTags, leave, sharedPath, sweepRun } from '../support/departures.ts';
import { ownedGroups, QUICK, theEndpoint } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { buildPath, ensure, findingsOf, namesOf, verify } from '../support/verify.ts';

/** Somebody who pastes what a run printed. */
export interface Paste {
  readonly box: MemorySandbox;
  readonly machine: Machine;
  /** Runs each of the commands that begin like this, which the run must have printed, and expects them to succeed. */
  paste(result: RunResult, beginning: string): Promise<string[]>;
}

/** A command that `src/` prints: where, and what is done to have it printed, and what it must have done. */
export interface PrintedRow {
  readonly from: string;
  readonly command: string;
  readonly when: string;
  /** The code has it once for this row and for another one. */
  readonly also?: true;
  /** The first AWS CLI 2 (its minor version) that knows the command; Debian 12 has 2.9. */
  readonly since?: number;
  readonly seed?: (seed: WorldSeed) => void;
  readonly play: (paste: Paste) => Promise<void>;
}

const P = 'cockroachdb-privatelink/';
const OTHER = 'vpce-svc-0ccccccccccccccc1';
const stranger = { vpcId: ids.vpc, serviceName: ids.standardServiceName, subnetIds: [...ids.subnets] };
const MANAGED = { [`${P}managed-by`]: 'github-action' };
const NAME = `cockroachdb-privatelink ${ids.standardService}`;

/** Rules of every form that the command has: sources of each kind, protocols with ports and without. */
const MANUAL_RULES = [
  { protocol: 'tcp', fromPort: 26257, toPort: 26257, cidr: '192.0.2.0/24' },
  { protocol: '-1', fromPort: -1, toPort: -1, cidr: '0.0.0.0/0' },
  { protocol: 'tcp', fromPort: 0, toPort: 65535, cidr6: '2001:db8::/32' },
  { protocol: 'icmp', fromPort: 8, toPort: -1, cidr: '192.0.2.0/24' },
  { protocol: 'tcp', fromPort: 26257, toPort: 26257, prefixListId: 'pl-0123456789abcdef0' },
];

export const PRINTED: readonly PrintedRow[] = [
  {
    from: 'src/operations',
    command: 'aws ec2 delete-vpc-endpoints',
    when: 'an endpoint that nobody claims is kept by sweep',
    async play({ box, paste }) {
      const claims = [{ environment: 'branch:a' }];
      const { endpoint } = sharedPath(box, claims, { ageHours: 50 });
      for (const key of Object.keys(claimTags(box, claims))) box.world.setTags(endpoint.id, { [key]: null });
      expect(await paste(await sweepRun(box), 'aws ec2 delete-vpc-endpoints')).toHaveLength(1);
      expect(['deleting', 'deleted']).toContain(box.world.endpoint(endpoint.id)?.state);
    },
  },
  {
    from: 'src/reconcile',
    command: 'aws ec2 revoke-security-group-ingress',
    when: 'manual rules, of every form that the command has',
    async play({ box, paste }) {
      const { group } = buildPath(box);
      const peer = box.world.createGroup({ vpcId: ids.vpc, name: 'app' }).id;
      const sql = { protocol: 'tcp', fromPort: 26257, toPort: 26257 };
      for (const rule of [...MANUAL_RULES, { ...sql, sourceGroupId: peer }])
        box.world.addRule({ groupId: group, ...rule });
      const before = await verify(box);
      expect(await paste(before, 'aws ec2 revoke-security-group-ingress')).toHaveLength(6);
      expect(findingsOf(await verify(box))).toEqual([]);
    },
  },
  {
    from: 'src/reconcile',
    command: 'aws ec2 create-tags',
    when: 'an endpoint lacks the tag of its service',
    async play({ box, paste }) {
      const { id } = box.world.createEndpoint({ ...stranger, privateDnsEnabled: true, tags: { ...MANAGED } });
      expect(await paste(await ensure(box), 'aws ec2 create-tags')).toHaveLength(1);
      expect(box.world.endpoint(id)?.tags[`${P}service`]).toBe(ids.standardServiceName);
      expect((await ensure(box)).log).not.toContain("isn't managed");
    },
  },
  {
    from: 'src/reconcile',
    command: 'aws ec2 create-tags',
    when: 'the group lacks that tag',
    also: true,
    async play({ box, paste }) {
      const { id } = box.world.createGroup({ vpcId: ids.vpc, name: NAME, tags: { ...MANAGED } });
      expect(await paste(await run(box), 'aws ec2 create-tags')).toHaveLength(1);
      await ensure(box);
      expect([ownedGroups(box).map((one) => one.id), theEndpoint(box).groupIds]).toEqual([[id], [id]]);
    },
  },
  {
    from: 'src/reconcile',
    command: 'aws ec2 delete-tags',
    when: 'the resource of another owner has the tag of this action',
    async play({ box, paste }) {
      buildPath(box);
      const { id } = box.world.createGroup({ vpcId: ids.vpc, name: 'of somebody', tags: { ...MANAGED } });
      expect(await paste(await verify(box), 'aws ec2 delete-tags')).toHaveLength(1);
      expect(box.world.tables.group.get(id)?.tags).toEqual({});
      expect(namesOf(await verify(box))).toEqual([]);
    },
  },
  {
    from: 'src/reconcile',
    command: 'aws ec2 modify-vpc-attribute',
    when: 'DNS is off in the VPC',
    async play({ box, paste }) {
      box.world.setVpcDns(ids.vpc, { support: false, hostnames: false });
      expect(await paste(await run(box), 'aws ec2 modify-vpc-attribute')).toHaveLength(1);
      expect(box.world.tables.vpc.get(ids.vpc)).toMatchObject({ dnsSupport: true, dnsHostnames: true });
    },
  },
  {
    from: 'src/reconcile',
    command: 'aws ec2 modify-vpc-endpoint',
    when: "private DNS of another owner's endpoint is off",
    async play({ box, paste }) {
      const { id } = box.world.createEndpoint(stranger);
      expect(await paste(await run(box), 'aws ec2 modify-vpc-endpoint')).toHaveLength(1);
      await ensure(box);
      expect(box.world.endpoint(id)?.privateDnsEnabled).toBe(true);
    },
  },
  {
    from: 'src/reconcile',
    command: 'aws ec2 describe-network-interfaces',
    when: 'something still uses the group',
    async play({ box, machine, paste }) {
      const { groupId } = sharedPath(box, [{ environment: 'branch:a' }]);
      const other = box.world.createGroup({ vpcId: ids.vpc, name: 'other' });
      box.world.addRule({ groupId: other.id, sourceGroupId: groupId });
      const [command = ''] = await paste(await leave(box, 'branch:a'), 'aws ec2 describe-network-interfaces');
      expect(JSON.parse((await machine.paste(command)).stdout)).toEqual({ NetworkInterfaces: [] });
    },
  },
  {
    from: 'src/reconcile',
    command: 'aws ec2 delete-vpc-endpoints',
    when: 'the cluster reports another service',
    seed: (seed) => seed.services.push({ ...(seed.services[0] as WorldSeed['services'][number]), id: OTHER }),
    async play({ box, paste }) {
      const path = buildPath(box);
      const service = box.world.tables.cloudService.get(`${path.cluster}/${ids.region}`);
      Object.assign(service ?? {}, { serviceId: OTHER });
      expect(await paste(await verify(box), 'aws ec2 delete-vpc-endpoints')).toHaveLength(1);
      expect(['deleting', 'deleted']).toContain(box.world.endpoint(path.endpoint)?.state);
    },
  },
  {
    from: 'src/aws',
    command: 'aws sts decode-authorization-message',
    when: 'a denial names no policy',
    async play({ box, paste }) {
      box.world.settings.iam.oldDenials = true;
      const policy = {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Deny' as const, Action: 'ec2:CreateVpcEndpoint', Resource: '*' }],
      };
      box.world.settings.iam.guards = [{ kind: 'service control policy', policy }];
      expect(await paste(await run(box), 'aws sts decode-authorization-message')).toHaveLength(1);
      expect(box.requests.filter(({ action }) => action === 'DecodeAuthorizationMessage')).toHaveLength(1);
    },
  },
  {
    from: 'src/aws',
    command: 'aws account enable-region',
    when: 'the account has not enabled the region',
    since: 10,
    seed(seed) {
      for (const account of seed.accounts) account.disabledRegions = ['me-south-1'];
    },
    async play({ box, paste }) {
      const result = await run(box, { 'dry-run': 'true', 'aws-region': 'me-south-1' });
      expect(await paste(result, 'aws account enable-region --region-name me-south-1')).toHaveLength(1);
    },
  },
];

/** A world of one row. */
export function worldOf({ seed }: PrintedRow) {
  const { world } = standardWorld();
  for (const cluster of world?.clusters ?? []) cluster.allowlist = [];
  if (world !== undefined) seed?.(world);
  return { ...(world === undefined ? {} : { world }), settings: QUICK };
}

/** Pastes on a machine. */
export function pasteOn(box: MemorySandbox, machine: Machine): Paste {
  return {
    box,
    machine,
    async paste(result, beginning) {
      const commands = printedCommands(result).filter((one) => one.startsWith(beginning));
      const ends = await Promise.all(commands.map((command) => machine.paste(command)));
      for (const [index, { exitCode, stderr }] of ends.entries())
        expect({ exitCode, stderr }, commands[index]).toEqual({ exitCode: 0, stderr: '' });
      return commands;
    },
  };
}
