/**
 * The parts of the CockroachDB Cloud API (version 2024-09-16) that this project reads, after parsing.
 * Answers are as untrusted as input: every field may be missing, of another type or of an unknown value.
 */

/** The states of a cluster (specification, ClusterState.Type); what each means: reconcile/model/cluster-state.ts. */
export const CLUSTER_STATES = ['CREATING', 'CREATED', 'CREATION_FAILED', 'DELETED', 'LOCKED'] as const;
/** `UNTOLD` where the API gives none, `UNKNOWN` for any other word. */
export type ClusterState = (typeof CLUSTER_STATES)[number] | 'UNTOLD' | 'UNKNOWN';

/** The states of a private endpoint service (specification, PrivateEndpointServiceStatus.Type). */
export const SERVICE_STATUSES = ['CREATING', 'AVAILABLE', 'CREATE_FAILED', 'DELETING', 'DELETE_FAILED'] as const;
/** `UNKNOWN` for any other word, and where the API gives none. */
export type ServiceStatus = (typeof SERVICE_STATUSES)[number] | 'UNKNOWN';

/**
 * The states of a private endpoint connection (specification, PrivateEndpointConnectionStatus). `STALE` is not in it:
 * the Cloud Console shows it where the endpoint was deleted first.
 */
export const CONNECTION_STATUSES = [
  'PENDING',
  'PENDING_ACCEPTANCE',
  'AVAILABLE',
  'DELETING',
  'DELETED',
  'REJECTED',
  'FAILED',
  'EXPIRED',
  'STALE',
] as const;
/** `UNKNOWN` for any other word, and where the API gives none. */
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number] | 'UNKNOWN';

export interface Cluster {
  readonly id: string;
  readonly name: string;
  /** `basic`, `standard` or `advanced`; anything else the API sends, in lower case. */
  readonly plan: string;
  /** `AWS`, `GCP`, `AZURE`, upper case; '' if not told. */
  readonly cloudProvider: string;
  readonly state: ClusterState;
  /** The API's own word for it, upper case; '' if not told. */
  readonly stateText: string;
  /** Serverless architecture (Standard and Basic): the host is shared and the service is already there. */
  readonly serverless: boolean;
  /** What the shared proxy tells tenants apart by; '' on Advanced. */
  readonly routingId: string;
  readonly regions: readonly ClusterRegion[];
}

/** What people call a cluster: its name, or its ID where it has none. */
export function nameOf({ name, id }: Pick<Cluster, 'id' | 'name'>): string {
  return name || id;
}

export interface ClusterRegion {
  readonly name: string;
  /** Host for AWS PrivateLink; undefined until the cluster has one. */
  readonly internalDns: string | undefined;
}

/** A private endpoint service: what a VPC endpoint in `region` connects to. */
export interface EndpointService {
  readonly region: string;
  readonly cloudProvider: string;
  readonly status: ServiceStatus;
  /** The API's own word for it, upper case; '' if not told. */
  readonly statusText: string;
  /** `com.amazonaws.vpce.<region>.vpce-svc-...`; undefined while it is being created. */
  readonly name: string | undefined;
  /** Account-independent availability zone IDs (`use1-az1`); empty means any. */
  readonly zoneIds: readonly string[];
}

/** A service that has its name. */
export type NamedService = EndpointService & { readonly name: string };

/** An AWS account that may connect privately to a cluster (limited access). */
export interface TrustedOwner {
  /** UUID of the entry; what removal and details go by. */
  readonly id: string;
  /** 12 digits, kept as text for its leading zeros, or `*` for every account. */
  readonly accountId: string;
  /** RFC 3339; '' if not told. */
  readonly createdAt: string;
}

/** A private endpoint connection: the Cloud's side of one VPC endpoint. */
export interface Connection {
  readonly endpointId: string;
  readonly region: string;
  readonly serviceName: string;
  readonly status: ConnectionStatus;
  /** As the API spelled it, for outputs and messages. */
  readonly rawStatus: string;
  /** AWS account of the endpoint; '' if not told. */
  readonly ownerAccount: string;
}

/** The state of a connection for people: one that this project doesn't know in the API's own spelling. */
export function connectionText({ status, rawStatus }: Pick<Connection, 'status' | 'rawStatus'>): string {
  return status === 'UNKNOWN' ? rawStatus : status;
}

/** What the state of a connection means; one that this project doesn't know counts as under way. */
export type ConnectionMeaning = 'pending' | 'available' | 'rejected' | 'failed' | 'stale' | 'removed';

const MEANINGS: Readonly<Record<ConnectionStatus, ConnectionMeaning>> = {
  PENDING: 'pending',
  PENDING_ACCEPTANCE: 'pending',
  UNKNOWN: 'pending',
  AVAILABLE: 'available',
  REJECTED: 'rejected',
  FAILED: 'failed',
  EXPIRED: 'failed',
  STALE: 'stale',
  DELETING: 'removed',
  DELETED: 'removed',
};

/** What a connection's state means. */
export function connectionMeaning({ status }: Pick<Connection, 'status'>): ConnectionMeaning {
  return MEANINGS[status];
}

/** True for a connection that the Cloud has removed or is removing. */
export function isRemoved(connection: Pick<Connection, 'status'>): boolean {
  return connectionMeaning(connection) === 'removed';
}
