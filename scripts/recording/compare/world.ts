import type { Play } from '../../../test/harness/recorded-run.ts';
import { type DeepPartial, emptySeed, ids, type MemorySandbox, type Settings } from '../../../test/sandbox/index.ts';
import type { ConnectionStatus, EndpointState, Plan } from '../../../test/sandbox/types.ts';
import { inputOfRecording } from '../inputs.ts';
import type { Head, RecordingFile } from '../read.ts';
import { type Answered, answeredOf, at, isChange, rowsAt, type Tree, textAt, textsAt } from './exchanges.ts';

type Seed = ReturnType<typeof emptySeed>;

/** A recorded run as one that can be played, and what of its world is not in it. */
export interface Seeded {
  readonly play: Play;
  /** Parts of the recorded world that the sandbox was not given, in words. */
  readonly left: readonly string[];
}

/** What the recording read before its first change. */
interface FirstAnswers {
  /** All rows of a list, over all pages; the first one of each ID. */
  rows(call: string, path: string, id: string): Tree[];
  /** The answers to a call. */
  of(call: string): Answered[];
}

const CONNECTIONS = 'GET /api/v1/clusters/{id}/networking/private-endpoint-connections';
const SERVICES = 'GET /api/v1/clusters/{id}/networking/private-endpoint-services';

/**
 * The world that a recording began in, from what it read before its first change.
 * @param settings of the sandbox
 */
export function seededFrom(recording: RecordingFile, settings: DeepPartial<Settings>): Seeded {
  const { head } = recording;
  const first = firstAnswers(answeredOf(recording));
  const region = String(head.inputs?.['aws-region'] ?? ids.region);
  const account = accountOf(head, first);
  const seed: Seed = { ...emptySeed(), region, clusters: [], subnets: [], vpcs: [], clusterServices: [] };
  seedRunner(seed, head, account);
  seedNetwork(seed, first, { region, account });
  seedCloud(seed, first, region);
  seedEndpoints(seed, first, region);
  const setUp = (box: MemorySandbox) => {
    setTags(box, first);
    connectAll(box, first);
  };
  const inputs = Object.fromEntries(
    Object.keys(head.inputs ?? {})
      .filter((name) => name !== 'record')
      .map((name) => [name, inputOf(head, name)]),
  );
  const env = {
    ...(head.run?.['seconds'] as Record<string, string> | undefined),
    ...(head.inputs?.['role-to-assume'] === undefined
      ? { AWS_ACCESS_KEY_ID: ids.accessKeyId, AWS_SECRET_ACCESS_KEY: ids.secretAccessKey }
      : {}),
  };
  const event = { name: String(head.run?.['event'] ?? 'push') };
  return { play: { world: { world: seed, settings }, inputs, env, event, before: setUp }, left: leftOut(recording) };
}

function inputOf(head: Head, name: string): string {
  if (name === 'cockroach-api-key') return ids.apiKey;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the expression that stands for the token in a workflow
  if (name === 'github-token') return '${{ github.token }}';
  if (name === 'cockroach-api-url') return '';
  return inputOfRecording(name, head.inputs?.[name]);
}

function firstAnswers(all: readonly Answered[]): FirstAnswers {
  const change = all.find(({ exchange }) => isChange(exchange));
  const early = all.filter(
    ({ exchange, end }) => exchange.status === 200 && (change === undefined || end <= change.exchange.start),
  );
  const of = (call: string) => early.filter(({ exchange }) => exchange.call === call);
  return {
    of,
    rows(call, path, id) {
      const rows = of(call).flatMap(({ body }) => rowsAt(body, path));
      return [...new Map(rows.toReversed().map((row) => [textAt(row, id), row])).values()].toReversed();
    },
  };
}

function accountOf(head: Head, first: FirstAnswers): string {
  const [, ofRole] = /::(\d{12}):/.exec(String(head.inputs?.['role-to-assume'] ?? '')) ?? [];
  const [vpc] = first.rows('DescribeVpcs', 'DescribeVpcsResponse.vpcSet', 'vpcId');
  return ofRole ?? (textAt(vpc, 'ownerId') || ids.account);
}

/** Account, role and repository. */
function seedRunner(seed: Seed, { run = {}, inputs = {} }: Head, account: string): void {
  const [owner = 'acme', name = 'shop'] = String(run['repository'] ?? '').split('/');
  const ref = String(run['ref'] ?? 'refs/heads/main');
  const branch = ref.replace(/^refs\/heads\//, '');
  seed.repository = { owner, ownerId: '600000001', name, id: String(run['repositoryId']), ref, defaultBranch: branch };
  seed.branches = [branch];
  seed.accounts = [{ id: account }];
  const arn = inputs['role-to-assume'];
  seed.roles = typeof arn === 'string' ? [{ arn, subjects: ['*'] }] : [];
  seed.accessKeys = [{ accessKeyId: ids.accessKeyId, secretAccessKey: ids.secretAccessKey, accountId: account }];
}

function seedNetwork(seed: Seed, first: FirstAnswers, place: { region: string; account: string }): void {
  const { region, account } = place;
  for (const vpc of first.rows('DescribeVpcs', 'DescribeVpcsResponse.vpcSet', 'vpcId')) {
    const cidrs = rowsAt(vpc, 'cidrBlockAssociationSet').map((row) => ({
      cidr: textAt(row, 'cidrBlock'),
      state: textAt(row, 'cidrBlockState.state'),
    }));
    const id = textAt(vpc, 'vpcId');
    seed.vpcs.push({
      id,
      region,
      accountId: textAt(vpc, 'ownerId') || account,
      cidrs,
      isDefault: textAt(vpc, 'isDefault') === 'true',
      dnsSupport: attribute(first, 'enableDnsSupport'),
      dnsHostnames: attribute(first, 'enableDnsHostnames'),
      tags: tagsOf(vpc),
    });
  }
  seedUnreadVpc(seed, first, place);
  for (const row of first.rows('DescribeSubnets', 'DescribeSubnetsResponse.subnetSet', 'subnetId')) {
    const azId = textAt(row, 'availabilityZoneId');
    seed.accounts[0] = { id: account, zoneShift: shiftOf(textAt(row, 'availabilityZone'), azId) };
    seed.subnets.push({
      id: textAt(row, 'subnetId'),
      vpcId: textAt(row, 'vpcId'),
      azId,
      cidr: textAt(row, 'cidrBlock'),
      freeIps: Number(textAt(row, 'availableIpAddressCount')),
      ipv6Native: textAt(row, 'ipv6Native') === 'true',
      tags: tagsOf(row),
    });
  }
}

/** `delete` reads the endpoints of a VPC and not the VPC. */
function seedUnreadVpc(
  seed: Seed,
  first: FirstAnswers,
  { region, account }: { region: string; account: string },
): void {
  const named = [...endpointsOf(first), ...groupsOf(first)].map((row) => textAt(row, 'vpcId'));
  for (const id of new Set(named)) {
    if (id !== '' && !seed.vpcs.some((vpc) => vpc.id === id)) seed.vpcs.push({ id, region, accountId: account });
  }
}

function attribute(first: FirstAnswers, name: string): boolean {
  const answers = first
    .of('DescribeVpcAttribute')
    .map(({ body }) => at(body, `DescribeVpcAttributeResponse.${name}.value`));
  return !answers.includes('false');
}

/** Which letter an account has for the first zone. */
function shiftOf(zone: string, azId: string): number {
  const letter = zone.charCodeAt(zone.length - 1) - 'a'.charCodeAt(0);
  return (((letter - (Number(azId.split('-az').at(-1)) - 1)) % 6) + 6) % 6;
}

function seedCloud(seed: Seed, first: FirstAnswers, region: string): void {
  const clusters = [
    ...first.of('GET /api/v1/clusters/{id}').map(({ body }) => body as Tree),
    ...first.rows('GET /api/v1/clusters', 'clusters', 'id'),
  ];
  for (const cluster of new Map(clusters.map((one) => [textAt(one, 'id'), one])).values()) {
    const regions = rowsAt(cluster, 'regions').map((row) => ({
      name: textAt(row, 'name'),
      sqlDns: textAt(row, 'sql_dns'),
      uiDns: textAt(row, 'ui_dns'),
      internalDns: textAt(row, 'internal_dns'),
      nodeCount: Number(row['node_count'] ?? 0),
      azIds: zonesOf(first, textAt(row, 'name')),
    }));
    const routing = textAt(cluster, 'config.serverless.routing_id');
    seed.clusters.push({
      id: textAt(cluster, 'id'),
      name: textAt(cluster, 'name'),
      plan: textAt(cluster, 'plan') as Plan,
      state: textAt(cluster, 'state') as 'CREATED',
      routingId: routing === '' ? null : routing,
      regions,
    });
  }
  for (const { exchange, body } of first.of(SERVICES)) {
    const clusterId = String((exchange.params?.['path'] as string[] | undefined)?.[0]);
    for (const row of rowsAt(body, 'services')) seedService(seed, row, { clusterId, region });
  }
}

function seedService(seed: Seed, row: Tree, { clusterId, region }: { clusterId: string; region: string }): void {
  const serviceId = textAt(row, 'endpoint_service_id');
  const own = textAt(row, 'region_name') || region;
  if (serviceId === '') return;
  const cluster = seed.clusters.find(({ id }) => id === clusterId);
  const privateDnsName = cluster?.regions.find(({ name }) => name === own)?.internalDns ?? null;
  if (!seed.services.some(({ id }) => id === serviceId))
    seed.services.push({ id: serviceId, region: own, azIds: textsAt(row, 'availability_zone_ids'), privateDnsName });
  seed.clusterServices.push({ clusterId, region: own, serviceId });
}

/** The zones of an endpoint service, from the answers or, where it is yet to be made, from the subnets. */
function zonesOf(first: FirstAnswers, region: string): string[] {
  const named = first
    .of(SERVICES)
    .flatMap(({ body }) => rowsAt(body, 'services'))
    .find((row) => textAt(row, 'region_name') === region);
  const zones = textsAt(named, 'availability_zone_ids');
  if (zones.length > 0) return zones;
  const subnets = first.rows('DescribeSubnets', 'DescribeSubnetsResponse.subnetSet', 'subnetId');
  return [...new Set(subnets.map((row) => textAt(row, 'availabilityZoneId')))].toSorted();
}

const endpointsOf = (first: FirstAnswers) =>
  first.rows('DescribeVpcEndpoints', 'DescribeVpcEndpointsResponse.vpcEndpointSet', 'vpcEndpointId');
const groupsOf = (first: FirstAnswers) =>
  first.rows('DescribeSecurityGroups', 'DescribeSecurityGroupsResponse.securityGroupInfo', 'groupId');

function seedEndpoints(seed: Seed, first: FirstAnswers, region: string): void {
  for (const group of groupsOf(first)) {
    const groupId = textAt(group, 'groupId');
    const texts = { name: textAt(group, 'groupName'), description: textAt(group, 'groupDescription') };
    seed.groups.push({ id: groupId, vpcId: textAt(group, 'vpcId'), region, ...texts });
    seedRules(seed, group, { groupId, egress: false });
    seedRules(seed, group, { groupId, egress: true });
  }
  for (const endpoint of endpointsOf(first)) {
    seed.endpoints.push({
      id: textAt(endpoint, 'vpcEndpointId'),
      vpcId: textAt(endpoint, 'vpcId'),
      serviceName: textAt(endpoint, 'serviceName'),
      type: textAt(endpoint, 'vpcEndpointType') || 'Interface',
      state: textAt(endpoint, 'state').replace(/^./, (one) => one.toLowerCase()) as EndpointState,
      subnetIds: textsAt(endpoint, 'subnetIdSet'),
      groupIds: rowsAt(endpoint, 'groupSet').map((row) => textAt(row, 'groupId')),
      privateDnsEnabled: textAt(endpoint, 'privateDnsEnabled') === 'true',
    });
  }
}

function seedRules(seed: Seed, group: Tree, place: { groupId: string; egress: boolean }): void {
  for (const rule of rowsAt(group, place.egress ? 'ipPermissionsEgress' : 'ipPermissions')) {
    const protocol = textAt(rule, 'ipProtocol');
    const [from, to] = ['fromPort', 'toPort'].map((name) => textAt(rule, name));
    const ports = { ...place, protocol, fromPort: from ? Number(from) : -1, toPort: to ? Number(to) : -1 };
    for (const source of sourcesOf(rule)) seed.rules.push({ ...ports, ...source });
  }
}

function sourcesOf(rule: Tree): Partial<Seed['rules'][number]>[] {
  return [
    ...rowsAt(rule, 'ipRanges').map((row) => ({
      cidr: textAt(row, 'cidrIp'),
      description: textAt(row, 'description') || null,
    })),
    ...rowsAt(rule, 'ipv6Ranges').map((row) => ({ cidr6: textAt(row, 'cidrIpv6') })),
    ...rowsAt(rule, 'prefixListIds').map((row) => ({ prefixListId: textAt(row, 'prefixListId') })),
    ...rowsAt(rule, 'groups').map((row) => ({ sourceGroupId: textAt(row, 'groupId') })),
  ];
}

function tagsOf(row: unknown): Record<string, string> {
  return Object.fromEntries(rowsAt(row, 'tagSet').map((tag) => [textAt(tag, 'key'), textAt(tag, 'value')]));
}

/** Tags hold times, which are of the run: so they are set when it begins. */
function setTags(box: MemorySandbox, first: FirstAnswers): void {
  const now = box.clock.now();
  const timely = (text: string) =>
    text.replace(/\bt([+-]\d+\.\d{3})\b/g, (_, seconds: string) =>
      new Date(now + Number(seconds) * 1000).toISOString(),
    );
  for (const [rows, name] of [
    [groupsOf(first), 'groupId'],
    [endpointsOf(first), 'vpcEndpointId'],
  ] as const) {
    for (const row of rows) {
      const tags = Object.entries(tagsOf(row)).map(([key, value]) => [key, timely(value)]);
      box.world.setTags(textAt(row, name), Object.fromEntries(tags));
    }
  }
}

function connectAll(box: MemorySandbox, first: FirstAnswers): void {
  const known = new Set(endpointsOf(first).map((row) => textAt(row, 'vpcEndpointId')));
  for (const { exchange, body } of first.of(CONNECTIONS)) {
    const cluster = String((exchange.params?.['path'] as string[] | undefined)?.[0]);
    for (const row of rowsAt(body, 'connections')) {
      const endpoint = textAt(row, 'endpoint_id');
      if (!known.has(endpoint)) continue;
      box.world.connect(cluster, endpoint);
      const status = textAt(row, 'status').replace(/^STATUS_/, '') as ConnectionStatus;
      box.world.setConnectionStatus(cluster, endpoint, status);
    }
  }
}

/** What of the recorded world the sandbox was not given. */
function leftOut(recording: RecordingFile): string[] {
  const calls = new Set(recording.exchanges.map(({ call }) => call));
  const has = (part: string) => [...calls].some((call) => call.includes(part));
  const rows: [boolean, string][] = [
    [recording.exchanges.some(({ error }) => error !== undefined), 'connections that failed'],
    [
      recording.exchanges.some(({ status }) => status === 401 || status === 403),
      'what was denied: every permission is there',
    ],
    [
      recording.exchanges.some(({ status }) => status === 429 || status === 503),
      'refusals for too many requests: nobody else uses the sandbox',
    ],
    [has('/issues') || has('/pulls'), 'issues, comments and pull requests of GitHub'],
    [has('allowlist'), 'the IP allowlist: the one that the sandbox has by itself'],
    [has('trusted-owners'), 'trusted owners'],
    [has('DescribeNetworkInterfaces'), 'network interfaces: those that the sandbox makes'],
    [recording.end === undefined, 'the end: the recorded run was killed, and this one goes on'],
  ];
  return rows.flatMap(([holds, words]) => (holds ? [words] : []));
}
