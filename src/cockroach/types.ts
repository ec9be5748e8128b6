/**
 * The parts of the CockroachDB Cloud API (version 2024-09-16) that this project reads, after parsing.
 * Answers are as untrusted as input: every field may be missing, of another type or of an unknown value.
 */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  /** `basic`, `standard` or `advanced`; anything else the API sends, in lower case. */
  readonly plan: string;
  /** `AWS`, `GCP`, `AZURE`, upper case; '' if not told. */
  readonly cloudProvider: string;
  /** `CREATED`, `CREATING`, `LOCKED` ...; '' if not told. */
  readonly state: string;
  /** Serverless architecture (Standard and Basic): the host is shared and the service is already there. */
  readonly serverless: boolean;
  /** What the shared proxy tells tenants apart by; '' on Advanced. */
  readonly routingId: string;
  readonly regions: readonly ClusterRegion[];
}

export interface ClusterRegion {
  readonly name: string;
  /** Host for AWS PrivateLink; '' until the cluster has one. */
  readonly internalDns: string;
}

/** A private endpoint service: what a VPC endpoint in `region` connects to. */
export interface EndpointService {
  readonly region: string;
  readonly cloudProvider: string;
  /** `CREATING`, `AVAILABLE`, `CREATE_FAILED`, `DELETING`, `DELETE_FAILED` or an unknown word, upper case. */
  readonly status: string;
  /** `com.amazonaws.vpce.<region>.vpce-svc-...`; '' while it is being created. */
  readonly name: string;
  /** Account-independent availability zone IDs (`use1-az1`); empty means any. */
  readonly zoneIds: readonly string[];
}

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
  /** Upper case without the `STATUS_` prefix: `PENDING`, `PENDING_ACCEPTANCE`, `AVAILABLE`, `REJECTED`, `STALE` ... */
  readonly status: string;
  /** As the API spelled it, for outputs and messages. */
  readonly rawStatus: string;
  /** AWS account of the endpoint; '' if not told. */
  readonly ownerAccount: string;
}
