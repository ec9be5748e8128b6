import type { Guard, PolicyDocument } from './aws/iam.ts';
import type { Kind } from './types.ts';

/** Virtual seconds that each change of state takes. */
export interface Seconds {
  /** Cloud: POST private-endpoint-services → service AVAILABLE. */
  serviceCreate: number;
  /** Cloud: POST private-endpoint-connections → the AWS endpoint is accepted. */
  acceptance: number;
  /** AWS: accepted (or created at a service that accepts by itself) → available. */
  available: number;
  /** Cloud: AWS endpoint available → connection listed as AVAILABLE. */
  connection: number;
  /** AWS: accepted ModifyVpcEndpoint → available again. */
  modify: number;
  /** AWS: ModifyVpcEndpoint that turns private DNS on or off → available again. */
  dns: number;
  /** AWS: DeleteVpcEndpoints → state deleted. */
  delete: number;
  /** AWS: how long a deleted endpoint is still described. */
  deletedVisible: number;
  /** AWS: DeleteVpcEndpoints or a removed subnet → its network interface is gone. */
  eniDetach: number;
  /** AWS: how long CreateVpcEndpoint takes to answer (the endpoint exists before that). */
  createEndpoint: number;
  /** Cloud: DELETE connection → removed (Standard) or rejected (Advanced). */
  disconnect: number;
}

export interface Ec2Settings {
  /** What PrivateDnsEnabled is when CreateVpcEndpoint leaves it out (the sources disagree). */
  privateDnsDefault: boolean;
  /** Whether PrivateDnsEnabled reads true at once after Modify or with the next `available`. */
  dnsFlag: 'with-available' | 'at-once';
  /** ModifyVpcEndpoint while the endpoint is not available: undocumented. */
  modifyWhileNotAvailable: 'refuse' | 'accept';
  /**
   * What a change of an endpoint is answered while another is under way: the words that users of Terraform saw, and the code
   * that EC2's list of errors has for such things.
   */
  underWay: 'OperationInProgress' | 'InvalidParameter' | 'IncorrectState';
  /** What DeleteVpcEndpoints lists as unsuccessful, for so many calls; the code is inferred. */
  deletionRefused: { code: string; message: string; times: number };
  /** A client token whose endpoint is deleted: undocumented. */
  deadToken: 'replay-dead-id' | 'create-new';
  /** How long a client token is remembered, in virtual seconds. */
  tokenSeconds: number;
  /** An account that the service does not trust. */
  untrusted: 'does-not-exist' | 'created-then-rejected' | 'created-then-failed';
  /** Error of DeleteSecurityGroup while the group is used. */
  groupInUse: 'DependencyViolation' | 'InvalidGroup.InUse';
  /** Turning private DNS on without `route53:AssociateVPCWithHostedZone`: the sources disagree on what happens. */
  hostedZonePermission: 'denied' | 'hangs' | 'not-checked';
  /** Error of a security group of another VPC: undocumented. */
  foreignGroup: 'InvalidGroup.NotFound' | 'InvalidParameter';
  /** Whether DnsEntries are empty until the endpoint was accepted: undocumented. */
  dnsEntriesBeforeAcceptance: boolean;
  /** CreateTags with a key that is there, on a resource with as many tags as it can hold: undocumented. */
  tagOverwriteAtLimit: 'allowed' | 'refused';
  /** The most rows a Describe answers at once, whatever MaxResults says. */
  pageSize: number;
  /** States spelled `Available` instead of `available`, as some endpoint types do. */
  pascalStates: boolean;
  quotas: { endpointsPerVpc: number; groupsPerRegion: number; rulesPerGroup: number; tagsPerResource: number };
}

export interface CloudSettings {
  /** Standard: is the AWS endpoint accepted at creation, or by the first connection? */
  standardAccept: 'at-creation' | 'first-connection';
  /** Advanced: does the list show endpoints that wait for acceptance before anybody added them? */
  listUnadded: boolean;
  /** POST of a connection that is available already. */
  addAgain: 200 | 409 | 400;
  /** POST of services that are there. */
  servicesAgain: 200 | 409 | 400;
  /** POST with an endpoint ID that no service of the cluster knows. */
  badEndpoint: 400 | 'STATUS_FAILED';
  /** Plain status of a refusal for too many requests. */
  rateLimitStatus: 429 | 503 | 400;
  /** Organization enrolled in trusted owners, or how the API refuses when it is not. */
  trustedOwners: 'enrolled' | 400 | 403 | 404 | 501;
  /** What a connection from an account that is not trusted does. */
  untrusted: 'reject' | 'fail' | 'refuse-400' | 'refuse-403';
  /** Clusters that the key cannot see. */
  unseen: 403 | 404;
  /** Second POST of a trusted owner. */
  ownerAgain: 200 | 409 | 400;
  /** Region field of connections; the specification contradicts itself. */
  regionField: 'region_name' | 'region' | 'both' | 'none';
  /** Services also carry the old `aws` object. */
  awsSubObject: boolean;
  /** `STATUS_` in front of connection statuses. */
  statusPrefix: boolean;
  /** Missing list fields instead of empty lists, where the specification allows it. */
  omitEmptyLists: boolean;
  /** Rejected connections whose AWS endpoint still exists stay listed (Advanced). */
  keepRejected: boolean;
  /** Connections whose AWS endpoint was deleted first are listed as stale; else they vanish. */
  stale: boolean;
  /** Networking calls of a cluster that is being created. */
  networkingWhileCreating: 404 | 200;
  /** Every POST and DELETE answers that the cluster is locked, in one of the ways seen; those of a LOCKED cluster always do. */
  clusterLock: false | 503 | 400 | 409;
  /** The most rows of a page, whatever `pagination.limit` says. */
  pageSize: number;
  /** Lists that the specification knows no pages of come in pages too. */
  pagesEverywhere: boolean;
  /** DELETE of a connection that is listed as rejected already. */
  deleteRejected: 200 | 404;
}

export interface Settings {
  seconds: Seconds;
  /** Reads may show the world as it was up to so many virtual seconds ago. */
  stale: { seconds: Partial<Record<Kind, number>>; mode: 'max' | 'random' };
  /** Writes that name an object made less than so many virtual seconds ago answer NotFound. */
  propagation: { group: number; endpoint: number };
  /**
   * Whether rates are limited. `elsewhere` is the share of the rate of endpoint writes that other accounts of the
   * organization use up: AWS throttles PrivateLink calls for the organization too, by numbers that it does not publish.
   */
  throttle: { ec2: boolean; cloud: boolean; elsewhere: number };
  /** Real milliseconds added to every request. */
  latencyMs: number;
  ec2: Ec2Settings;
  sts: {
    /** How many of the next AssumeRoleWithWebIdentity calls end in IDPCommunicationError. */
    idpUnreachable: number;
    /** Virtual seconds until EC2 knows a key that STS has just issued. */
    freshKeySeconds: number;
    maxClockSkewSeconds: number;
    /** What STS names where good keys are used in a region that the account has not enabled: the key, or the region. */
    keysInDisabledRegion: 'key' | 'region';
  };
  oidc: { refuse: boolean; subject: string; lifetimeSeconds: number };
  metadata: {
    /** ARN of the role of the instance or container; '' for none. */
    role: string;
    /** Whether its trust policy refuses the service that assumes it. */
    roleRefused: boolean;
    lifetimeSeconds: number;
    /** Instance: IMDSv1 is answered too. */
    v1: boolean;
    /** Instance: the answer to the request for a token is lost, one network hop too far. */
    hopLimitReached: boolean;
    /** Container: the Authorization that it wants; '' for none. */
    containerToken: string;
  };
  cloud: CloudSettings;
  /** Identity policies of every caller; null leaves them to the door (`Sandbox.openDoor`). A role's own policies win. */
  iam: {
    policies: PolicyDocument[] | null;
    guards: Guard[];
    /** Denials that name neither action nor policy, as EC2 wrote them until 2023. */
    oldDenials: boolean;
    /** ModifyVpcEndpoint is checked against the VPC too. Unknown; managed policies of AWS allow it on VPCs. */
    modifyChecksVpc: boolean;
  };
}

export type DeepPartial<T> = T extends (infer _)[] ? T : T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;

/** The knobs as they stand when nothing is asked for: the strict reading of the sources. */
export function defaultSettings(): Settings {
  return {
    seconds: {
      serviceCreate: 30,
      acceptance: 10,
      available: 20,
      connection: 5,
      modify: 10,
      dns: 30,
      delete: 20,
      deletedVisible: 60,
      eniDetach: 15,
      createEndpoint: 1,
      disconnect: 5,
    },
    stale: { seconds: {}, mode: 'max' },
    propagation: { group: 0, endpoint: 0 },
    throttle: { ec2: true, cloud: true, elsewhere: 0 },
    latencyMs: 0,
    ec2: {
      privateDnsDefault: true,
      dnsFlag: 'with-available',
      modifyWhileNotAvailable: 'refuse',
      underWay: 'OperationInProgress',
      deletionRefused: { code: '', message: '', times: 0 },
      deadToken: 'replay-dead-id',
      tokenSeconds: Number.POSITIVE_INFINITY,
      untrusted: 'does-not-exist',
      groupInUse: 'DependencyViolation',
      hostedZonePermission: 'denied',
      foreignGroup: 'InvalidGroup.NotFound',
      dnsEntriesBeforeAcceptance: false,
      tagOverwriteAtLimit: 'allowed',
      pageSize: 1000,
      pascalStates: false,
      quotas: { endpointsPerVpc: 50, groupsPerRegion: 2500, rulesPerGroup: 60, tagsPerResource: 50 },
    },
    sts: { idpUnreachable: 0, freshKeySeconds: 0, maxClockSkewSeconds: 900, keysInDisabledRegion: 'key' },
    oidc: { refuse: false, subject: '', lifetimeSeconds: 300 },
    metadata: {
      role: 'arn:aws:iam::111122223333:role/privatelink-deployer',
      roleRefused: false,
      lifetimeSeconds: 6 * 3600,
      v1: false,
      hopLimitReached: false,
      containerToken: '',
    },
    cloud: {
      standardAccept: 'at-creation',
      listUnadded: true,
      addAgain: 200,
      servicesAgain: 200,
      badEndpoint: 400,
      rateLimitStatus: 429,
      trustedOwners: 'enrolled',
      untrusted: 'reject',
      unseen: 403,
      ownerAgain: 409,
      regionField: 'region_name',
      awsSubObject: true,
      statusPrefix: true,
      omitEmptyLists: true,
      keepRejected: true,
      stale: true,
      networkingWhileCreating: 404,
      clusterLock: false,
      deleteRejected: 200,
      pageSize: 500,
      pagesEverywhere: false,
    },
    iam: { policies: null, guards: [], oldDenials: false, modifyChecksVpc: true },
  };
}

/** Lays a partial set of knobs over a full one, in place. */
export function applySettings<T extends object>(target: T, changes: DeepPartial<NoInfer<T>> | undefined): T {
  for (const [key, value] of Object.entries(changes ?? {})) {
    const slot = target as Record<string, unknown>;
    const old = slot[key];
    if (isPlain(value) && isPlain(old)) applySettings(old, value);
    else if (value !== undefined) slot[key] = value;
  }
  return target;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
