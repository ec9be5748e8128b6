/** What this project reads of EC2, with the spellings made one: states and IDs as EC2 sends them may vary in case. */
export interface Vpc {
  readonly id: string;
  readonly ownerId: string;
  /** Every IPv4 CIDR block in state `associated`, the secondary ones too, canonical, in EC2's order. */
  readonly cidrs: readonly string[];
}

export interface VpcDns {
  readonly support: boolean;
  readonly hostnames: boolean;
}

export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
  /** Account-independent (`use1-az1`); names like us-east-1a differ from account to account. */
  readonly zoneId: string;
  readonly zoneName: string;
  readonly freeAddresses: number;
  /** Why it can't hold an IPv4 endpoint, as a predicate (`is IPv6-only`); '' where it can. */
  readonly unfit: '' | 'is IPv6-only' | 'is on an Outpost';
}

/** The states of a VPC endpoint (EC2 API reference, State), in small letters, since their spelling differs. */
export const ENDPOINT_STATES = [
  'pendingacceptance',
  'pending',
  'available',
  'rejected',
  'failed',
  'expired',
  'partial',
  'deleting',
  'deleted',
] as const;
/** `unknown` for any other word, and where EC2 gives none. */
export type EndpointState = (typeof ENDPOINT_STATES)[number] | 'unknown';

export interface Endpoint {
  readonly id: string;
  readonly vpcId: string;
  readonly ownerId: string;
  readonly serviceName: string;
  readonly state: EndpointState;
  /** As EC2 spelled it. */
  readonly rawState: string;
  readonly interface: boolean;
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly networkInterfaceIds: readonly string[];
  readonly privateDns: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly tags: Readonly<Record<string, string>>;
  /** Made by an AWS service on behalf of the account; cannot be deleted by it. */
  readonly requesterManaged: boolean;
  /** Why it failed, in EC2's words; '' if it did not. */
  readonly failure: string;
  /** What EC2 reported last, where a change of this run is laid over it; absent in what was read. */
  readonly asRead?: { readonly rawState: string; readonly privateDns: boolean };
}

/** The state that EC2 means by a word, in whatever case. */
export function endpointState(word: string): EndpointState {
  return ENDPOINT_STATES.find((one) => one === word.toLowerCase()) ?? 'unknown';
}

/** What the state of a VPC endpoint means; one that this project doesn't know counts as under way. */
export type EndpointMeaning =
  | 'awaits-acceptance'
  | 'changing'
  | 'available'
  | 'rejected'
  | 'dead'
  | 'deleting'
  | 'deleted';

const MEANINGS: Readonly<Record<EndpointState, EndpointMeaning>> = {
  pendingacceptance: 'awaits-acceptance',
  pending: 'changing',
  partial: 'changing',
  unknown: 'changing',
  available: 'available',
  rejected: 'rejected',
  failed: 'dead',
  expired: 'dead',
  deleting: 'deleting',
  deleted: 'deleted',
};

/** What a VPC endpoint's state means. */
export function endpointMeaning({ state }: Pick<Endpoint, 'state'>): EndpointMeaning {
  return MEANINGS[state];
}

/** True for an endpoint that is on its way out or only still listed. */
export function isGone(endpoint: Pick<Endpoint, 'state'>): boolean {
  return ['deleting', 'deleted'].includes(endpointMeaning(endpoint));
}

/** True for an endpoint that failed or expired: it never becomes available. */
export function isDead(endpoint: Pick<Endpoint, 'state'>): boolean {
  return endpointMeaning(endpoint) === 'dead';
}

/** The port of CockroachDB's SQL interface, the only one that a private path carries. */
export const SQL_PORT = 26257;

/** Who may come in: an IPv4 CIDR block or a security group. */
export type Source = { readonly cidr: string } | { readonly groupId: string };

export interface IngressRule {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, the number of another protocol, or `-1` for all. */
  readonly protocol: string;
  /** -1 with `toPort` where EC2 gives none. */
  readonly fromPort: number;
  readonly toPort: number;
  /** Undefined for a source of another kind (IPv6, prefix list). */
  readonly source: Source | undefined;
  /** The source as EC2 spells it, of whatever kind: a CIDR block, a group, a prefix list. */
  readonly from: string;
  /** The account of a source group that another account owns; absent for all other sources. */
  readonly sourceAccount?: string;
  readonly description: string;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly vpcId: string;
  readonly ownerId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly ingress: readonly IngressRule[];
}

/** The text of a source, the same for the same source: `10.0.0.0/16`, `sg-0123...`. */
export function sourceText(source: Source): string {
  return 'cidr' in source ? source.cidr : source.groupId;
}
