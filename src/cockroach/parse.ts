import {
  CLUSTER_STATES,
  type Cluster,
  type ClusterRegion,
  CONNECTION_STATUSES,
  type Connection,
  type EndpointService,
  SERVICE_STATUSES,
  type TrustedOwner,
} from './types.ts';

type Json = Readonly<Record<string, unknown>>;

/** True for a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The options of a call that answers a list. An empty one may be left out (the spec lets it for trusted owners); an
 * object that has other things instead is not the API's.
 */
export function listOf(name: string): { isAnswer(value: unknown): boolean } {
  return {
    isAnswer: (value) =>
      isObject(value) &&
      (Array.isArray(value[name]) || Object.keys(value).every((key) => key === 'pagination' || key === 'propagating')),
  };
}

/** The value as an object; anything else becomes an empty one. */
function object(value: unknown): Json {
  return isObject(value) ? value : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A word of an enumeration, upper case and without the prefix that some answers give it. */
function wordOf(value: unknown, prefix: string): string {
  const word = text(value).toUpperCase();
  return word.startsWith(prefix) ? word.slice(prefix.length) : word;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * A cluster of GET /clusters/{id} or of the list. Plan and architecture come from `config`, since `plan` may be absent.
 */
export function parseCluster(value: unknown): Cluster {
  const cluster = object(value);
  const config = object(cluster['config']);
  const serverless = typeof config['serverless'] === 'object' && config['serverless'] !== null;
  const plan = text(cluster['plan']).toLowerCase();
  const stateText = wordOf(cluster['state'], 'CLUSTER_STATE_');
  return {
    id: text(cluster['id']),
    name: text(cluster['name']),
    plan: plan === '' ? (serverless ? 'standard' : 'advanced') : plan,
    cloudProvider: text(cluster['cloud_provider']).toUpperCase(),
    state: CLUSTER_STATES.find((one) => one === stateText) ?? (stateText === '' ? 'UNTOLD' : 'UNKNOWN'),
    stateText,
    serverless: serverless || plan === 'standard' || plan === 'basic',
    routingId: text(object(config['serverless'])['routing_id']),
    regions: list(cluster['regions']).map(parseRegion),
  };
}

function parseRegion(value: unknown): ClusterRegion {
  const region = object(value);
  return { name: text(region['name']), internalDns: text(region['internal_dns']) || undefined };
}

/** The clusters on one page of their list. */
export function parseClusters(value: unknown): Cluster[] {
  return list(object(value)['clusters']).map(parseCluster);
}

/** The token of the page after this one, '' on the last. */
export function nextPageOf(value: unknown): string {
  return text(object(object(value)['pagination'])['next_page']);
}

/** The services of a cluster, from the top-level fields or, where they are missing, from the older `aws` object. */
export function parseServices(value: unknown): EndpointService[] {
  return list(object(value)['services']).map((entry) => {
    const service = object(entry);
    const aws = object(service['aws']);
    const statusText = wordOf(service['status'], 'STATUS_');
    const zones = list(service['availability_zone_ids'] ?? aws['availability_zone_ids']);
    return {
      region: text(service['region_name']),
      cloudProvider: text(service['cloud_provider']).toUpperCase(),
      status: SERVICE_STATUSES.find((one) => one === statusText) ?? 'UNKNOWN',
      statusText,
      name: text(service['name']) || text(aws['service_name']) || undefined,
      zoneIds: zones.map(text).filter((zone) => zone !== ''),
    };
  });
}

/** The connections of a cluster, entries without an endpoint ID left out. */
export function parseConnections(value: unknown): Connection[] {
  return list(object(value)['connections'])
    .map(parseConnection)
    .filter((connection) => connection.endpointId !== '');
}

/** One connection. The spec names the region `region` in one place and `region_name` in another; either is read. */
export function parseConnection(value: unknown): Connection {
  const connection = object(value);
  const rawStatus = text(connection['status']);
  const serviceName = text(connection['service_name']);
  return {
    endpointId: text(connection['endpoint_id']),
    region: text(connection['region_name']) || text(connection['region']) || (serviceName.split('.')[3] ?? ''),
    serviceName,
    status: CONNECTION_STATUSES.find((one) => one === wordOf(rawStatus, 'STATUS_')) ?? 'UNKNOWN',
    rawStatus,
    ownerAccount: text(connection['external_owner_id']),
  };
}

/** The trusted owners of a cluster; the API leaves the list out when it is empty. */
export function parseTrustedOwners(value: unknown): TrustedOwner[] {
  return list(object(value)['trusted_owners'])
    .map(parseTrustedOwner)
    .filter((owner) => owner.id !== '');
}

/** One trusted owner, bare or as `{"trusted_owner": ...}`. */
export function parseTrustedOwner(value: unknown): TrustedOwner {
  const owner = object(object(value)['trusted_owner'] ?? value);
  return { id: text(owner['id']), accountId: text(owner['external_owner_id']), createdAt: text(owner['created_at']) };
}

/** The CIDR blocks of an IP allowlist that let SQL in; entries without an address are left out. */
export function parseAllowlist(value: unknown): string[] {
  return list(object(value)['allowlist'])
    .map(object)
    .filter((entry) => entry['sql'] !== false && text(entry['cidr_ip']) !== '')
    .map((entry) => `${text(entry['cidr_ip'])}/${Number(entry['cidr_mask'] ?? 32)}`);
}

/** Whether a body is JSON of a shape. */
export function isJsonOf(body: string, fits: (value: unknown) => boolean): boolean {
  try {
    return fits(JSON.parse(body));
  } catch {
    return false;
  }
}

/** The codes of gRPC that are errors, CANCELLED to UNAUTHENTICATED; other numbers come from elsewhere. */
const isGrpcError = (code: unknown): code is number =>
  Number.isInteger(code) && Number(code) >= 1 && Number(code) <= 16;

/** Code and message of an error body; the API may leave out either. `isJson`: it is a JSON object. */
export function parseErrorBody(body: string): { isJson: boolean; code: number | undefined; message: string } {
  const nothing = { isJson: false, code: undefined, message: '' };
  try {
    const value: unknown = JSON.parse(body);
    if (!isObject(value)) return nothing;
    const { code, message } = value;
    return { isJson: true, code: isGrpcError(code) ? code : undefined, message: text(message) };
  } catch {
    return nothing;
  }
}
