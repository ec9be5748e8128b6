import type { PolicyDocument } from './aws/iam.ts';
import type { Account, Cluster, Endpoint, Group, Rule, Service, ServiceAccount, Subnet, Vpc } from './types.ts';

/** An IAM role that GitHub, or who is named, may assume. */
export interface Role {
  arn: string;
  accountId: string;
  name: string;
  /** Accepted audiences and subjects of the trust policy, with `*` and `?`. */
  audiences: string[];
  subjects: string[];
  /** The trust policy for web identities, as IAM has it; null leaves them to `audiences` and `subjects`. */
  trust: PolicyDocument | null;
  /** ARNs of AWS identities that may assume it, with `*` and `?`. */
  principals: string[];
  maxSessionSeconds: number;
  /** Identity policies; null follows `settings.iam`. */
  policies: PolicyDocument[] | null;
}

/** Long-lived or ambient keys of an account. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string | null;
  accountId: string;
  arn: string;
  /** Virtual time from which it is known everywhere. */
  validFrom: number;
  /** Virtual time of expiry; null never. */
  expiresAt: number | null;
  policies: PolicyDocument[] | null;
}

export interface Repository {
  owner: string;
  ownerId: string;
  name: string;
  id: string;
  ref: string;
  defaultBranch: string;
}

/** What a world is made of before anybody acts on it. */
export interface WorldSeed {
  region: string;
  repository: Repository;
  accounts: (Partial<Account> & { id: string })[];
  roles: (Partial<Role> & { arn: string })[];
  accessKeys: (Partial<AccessKey> & { accessKeyId: string; secretAccessKey: string; accountId: string })[];
  vpcs: (Partial<Vpc> & { id: string; accountId: string })[];
  subnets: (Partial<Subnet> & { id: string; vpcId: string; azId: string; cidr: string })[];
  groups: (Partial<Group> & { id: string; vpcId: string; name: string })[];
  rules: (Partial<Rule> & { groupId: string })[];
  services: (Partial<Service> & { id: string; region: string; azIds: string[] })[];
  endpoints: (Partial<Endpoint> & { id: string; vpcId: string; serviceName: string })[];
  clusters: (Partial<Cluster> & { id: string; name: string; plan: Cluster['plan']; regions: Cluster['regions'] })[];
  /** Standard: which AWS service each cluster has from the start. Several clusters may name one service. */
  clusterServices: { clusterId: string; region: string; serviceId: string }[];
  serviceAccounts: (Partial<ServiceAccount> & { key: string })[];
  branches: string[];
  pulls: { number: number; state: 'open' | 'closed'; head: string }[];
}
