// The objects of the world. Plain JSON values only: each change is kept as a copy, so that reads can lag.

export type Tags = Record<string, string>;
export type EndpointState =
  | 'pendingAcceptance'
  | 'pending'
  | 'available'
  | 'deleting'
  | 'deleted'
  | 'rejected'
  | 'failed'
  | 'expired';
export type ConnectionStatus =
  | 'PENDING'
  | 'PENDING_ACCEPTANCE'
  | 'AVAILABLE'
  | 'DELETING'
  | 'DELETED'
  | 'REJECTED'
  | 'FAILED'
  | 'EXPIRED'
  | 'STALE';
export type ServiceStatus = 'CREATING' | 'AVAILABLE' | 'CREATE_FAILED' | 'DELETING' | 'DELETE_FAILED';
export type Plan = 'BASIC' | 'STANDARD' | 'ADVANCED';

export interface Vpc {
  id: string;
  accountId: string;
  region: string;
  cidrs: { cidr: string; state: string }[];
  ipv6Cidrs: string[];
  isDefault: boolean;
  dnsSupport: boolean;
  dnsHostnames: boolean;
  /** Accounts that use its subnets without owning them. */
  sharedWith: string[];
  /** Names of private hosted zones associated with it. */
  privateZones: string[];
  tags: Tags;
}

export interface Subnet {
  id: string;
  vpcId: string;
  accountId: string;
  region: string;
  cidr: string;
  azId: string;
  freeIps: number;
  ipv6Native: boolean;
  /** The Outpost that it is on; null for one in the Region. */
  outpostArn: string | null;
  tags: Tags;
}

export interface Group {
  id: string;
  accountId: string;
  region: string;
  vpcId: string;
  name: string;
  description: string;
  createdAt: number;
  tags: Tags;
}

export interface Rule {
  id: string;
  groupId: string;
  accountId: string;
  region: string;
  egress: boolean;
  protocol: string;
  fromPort: number;
  toPort: number;
  cidr: string | null;
  cidr6: string | null;
  sourceGroupId: string | null;
  prefixListId: string | null;
  description: string | null;
  tags: Tags;
}

export interface Endpoint {
  id: string;
  accountId: string;
  region: string;
  vpcId: string;
  serviceName: string;
  type: string;
  state: EndpointState;
  accepted: boolean;
  subnetIds: string[];
  groupIds: string[];
  privateDnsEnabled: boolean;
  /** What private DNS will be once the change under way is through. */
  privateDnsTarget: boolean;
  ipAddressType: string;
  clientToken: string | null;
  requesterManaged: boolean;
  createdAt: number;
  lastError: { code: string; message: string } | null;
  /** Grows with each change of state; a transition under way for an older one is void. */
  generation: number;
  tags: Tags;
}

export interface Eni {
  id: string;
  accountId: string;
  region: string;
  vpcId: string;
  subnetId: string;
  endpointId: string;
  groupIds: string[];
  ip: string;
  detaching: boolean;
  tags: Tags;
}

export interface Service {
  id: string;
  name: string;
  region: string;
  ownerId: string;
  azIds: string[];
  acceptanceRequired: boolean;
  privateDnsName: string | null;
  verification: 'verified' | 'pendingVerification' | 'failed';
  /** AWS accounts that may use it, or everybody. */
  allowed: 'all' | string[];
  tags: Tags;
}

export interface ClusterRegion {
  name: string;
  sqlDns: string;
  uiDns: string;
  internalDns: string;
  nodeCount: number;
  azIds: string[];
}

export interface Cluster {
  id: string;
  name: string;
  plan: Plan;
  cloudProvider: 'AWS' | 'GCP' | 'AZURE';
  state: 'CREATING' | 'CREATED' | 'CREATION_FAILED' | 'DELETED' | 'LOCKED';
  regions: ClusterRegion[];
  routingId: string | null;
  /** Whether trusted owners are enforced on it. */
  trustEnforced: boolean;
  allowlist: { cidr_ip: string; cidr_mask: number; name: string; sql: boolean; ui: boolean }[];
  createdAt: number;
}

export interface CloudService {
  id: string;
  clusterId: string;
  region: string;
  status: ServiceStatus;
  /** ID of the AWS endpoint service; null while it is being made. */
  serviceId: string | null;
}

export interface Connection {
  id: string;
  clusterId: string;
  endpointId: string;
  region: string;
  serviceId: string;
  serviceName: string;
  ownerId: string;
  status: ConnectionStatus;
  generation: number;
}

export interface TrustedOwner {
  id: string;
  clusterId: string;
  externalOwnerId: string;
  createdAt: number;
}

export interface Kinds {
  vpc: Vpc;
  subnet: Subnet;
  group: Group;
  rule: Rule;
  endpoint: Endpoint;
  eni: Eni;
  service: Service;
  cluster: Cluster;
  cloudService: CloudService;
  connection: Connection;
  trustedOwner: TrustedOwner;
}
export type Kind = keyof Kinds;
export const KINDS: readonly Kind[] = [
  'vpc',
  'subnet',
  'group',
  'rule',
  'endpoint',
  'eni',
  'service',
  'cluster',
  'cloudService',
  'connection',
  'trustedOwner',
];

export interface Account {
  id: string;
  partition: string;
  /** Audiences of its GitHub identity provider; null when it has none. */
  oidcAudiences: string[] | null;
  /** By how many letters its zone names are shifted against the zone IDs. */
  zoneShift: number;
  /** Regions that it has not enabled. */
  disabledRegions: string[];
}

export interface ServiceAccount {
  key: string;
  name: string;
  roles: string[];
  /** Clusters it can see; null means all. */
  clusterIds: string[] | null;
}
