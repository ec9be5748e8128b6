import { claimKey, claimValue, leavingMark } from '../../src/reconcile/model/claims.ts';
import { wallTime } from '../../src/support/moment.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import type { Endpoint } from '../sandbox/types.ts';
import { connected } from '../support/departures.ts';

/** What tags may say that is not so, written by hand: what each resource is, and what the action must make of it. */

export const P = 'cockroachdb-privatelink/';
const HOUR = 3_600_000;
const SERVICE = ids.standardServiceName;
const OTHER = 'com.amazonaws.vpce.us-east-1.vpce-svc-0ddddddddddddddd1';
const SSM = 'com.amazonaws.us-east-1.ssm';
/** The environment of the runs, and one of somebody else. */
export const OWN = 'production';
const ANOTHER = 'staging';

type Tags = Record<string, string>;
const MANAGED = { [`${P}managed-by`]: 'github-action' };
const OLD = { [`${P}created-at`]: '2026-01-01T00:00:00.000Z' };
const FOR = (service: string) => ({ [`${P}service`]: service });

function claim(box: Sandbox, environment: string): Tags {
  const owner = { serverUrl: 'https://github.com', repositoryId: ids.repositoryId, environment };
  const use = { at: wallTime(box.clock.now() - 2 * HOUR), nonce: 'by-hand' };
  return {
    [claimKey(owner, ids.standardCluster)]: claimValue(owner, { id: ids.standardCluster, name: ids.standardName }, use),
  };
}

/** The mark of a run that was killed long ago. */
export function deadMark(box: Sandbox): Tags {
  const left = { by: '', clusterIds: [ids.standardCluster] };
  const { key, value } = leavingMark('0123456789ab', wallTime(box.clock.now() - 24 * HOUR), left);
  return { [key]: value };
}

/**
 * What an endpoint turns out to be. `foreign`: of another owner, for the cluster's service. `elsewhere`: of another owner, for
 * another service. `unseen`: of a type that the action never reads in a VPC. `untagged`: foreign, and nothing says otherwise.
 * `undated`: managed and unclaimed, without the time of its creation.
 */
export type Kind = 'foreign' | 'elsewhere' | 'unseen' | 'untagged' | 'unclaimed' | 'undated' | 'own' | 'theirs';

export interface EndpointRow {
  readonly what: string;
  readonly tags: (box: Sandbox) => Tags;
  readonly change?: Partial<Endpoint>;
  readonly is: Kind;
  /** Why it isn't managed, as every operation says it; '' where nothing is to be said. */
  readonly why: string;
}

const MISSING = `tag ${P}service is missing`;
const ANOTHER_SERVICE = `its tag ${P}service names another service`;

export const ENDPOINTS: readonly EndpointRow[] = [
  { what: 'no tag', tags: () => ({}), is: 'untagged', why: '' },
  { what: 'managed-by alone', tags: () => MANAGED, is: 'foreign', why: MISSING },
  { what: 'managed-by and an old created-at', tags: () => ({ ...MANAGED, ...OLD }), is: 'foreign', why: MISSING },
  {
    what: 'a service tag of another service',
    tags: () => ({ ...MANAGED, ...OLD, ...FOR(OTHER) }),
    is: 'foreign',
    why: ANOTHER_SERVICE,
  },
  {
    what: 'a service tag in upper case',
    tags: () => ({ ...MANAGED, ...OLD, ...FOR(SERVICE.toUpperCase()) }),
    is: 'foreign',
    why: ANOTHER_SERVICE,
  },
  {
    what: 'managed-by in other letters',
    tags: () => ({ [`${P}managed-by`]: 'GitHub-Action', ...OLD, ...FOR(SERVICE) }),
    is: 'untagged',
    why: '',
  },
  {
    what: 'the key of managed-by in other letters',
    tags: () => ({ 'CockroachDB-PrivateLink/Managed-By': 'github-action', ...OLD, ...FOR(SERVICE) }),
    is: 'untagged',
    why: '',
  },
  {
    what: 'managed-by, created-at and a copied claim of another environment',
    tags: (box) => ({ ...MANAGED, ...OLD, ...claim(box, ANOTHER) }),
    is: 'foreign',
    why: MISSING,
  },
  {
    what: 'managed-by, created-at and a copied claim of this environment',
    tags: (box) => ({ ...MANAGED, ...OLD, ...claim(box, OWN) }),
    is: 'foreign',
    why: MISSING,
  },
  {
    what: 'all tags, requester-managed',
    tags: (box) => ({ ...MANAGED, ...OLD, ...FOR(SERVICE), ...claim(box, OWN) }),
    change: { requesterManaged: true },
    is: 'foreign',
    why: 'an AWS service manages it',
  },
  {
    what: 'all tags, on a service of AWS',
    tags: () => ({ ...MANAGED, ...OLD, ...FOR(SSM) }),
    change: { serviceName: SSM },
    is: 'elsewhere',
    why: `${SSM} isn't a vpce-svc service`,
  },
  {
    what: 'managed-by and an old created-at, on a service of AWS',
    tags: () => ({ ...MANAGED, ...OLD }),
    change: { serviceName: SSM },
    is: 'elsewhere',
    why: `${SSM} isn't a vpce-svc service`,
  },
  {
    what: 'all tags and a copied claim of this environment, on a service of AWS',
    tags: (box) => ({ ...MANAGED, ...OLD, ...FOR(SSM), ...claim(box, OWN) }),
    change: { serviceName: SSM },
    is: 'elsewhere',
    why: `${SSM} isn't a vpce-svc service`,
  },
  {
    what: 'the tags of this path, copied to an endpoint for another service',
    tags: (box) => ({ ...MANAGED, ...OLD, ...FOR(SERVICE), ...claim(box, OWN) }),
    change: { serviceName: OTHER },
    is: 'elsewhere',
    why: ANOTHER_SERVICE,
  },
  {
    what: 'all tags, of type GatewayLoadBalancer',
    tags: (box) => ({ ...MANAGED, ...OLD, ...FOR(SERVICE), ...claim(box, ANOTHER) }),
    change: { type: 'GatewayLoadBalancer', privateDnsEnabled: false, privateDnsTarget: false },
    is: 'unseen',
    why: '',
  },
  {
    what: 'all tags, of type Gateway',
    tags: (box) => ({ ...MANAGED, ...OLD, ...FOR(SERVICE), ...claim(box, OWN) }),
    change: { type: 'Gateway', privateDnsEnabled: false, privateDnsTarget: false },
    is: 'unseen',
    why: '',
  },
  { what: 'all tags', tags: () => ({ ...MANAGED, ...OLD, ...FOR(SERVICE) }), is: 'unclaimed', why: '' },
  { what: 'the tags of a take-over', tags: () => ({ ...MANAGED, ...FOR(SERVICE) }), is: 'undated', why: '' },
  {
    what: 'all tags and the claim of this environment',
    tags: (box) => ({ ...MANAGED, ...OLD, ...FOR(SERVICE), ...claim(box, OWN) }),
    is: 'own',
    why: '',
  },
  {
    what: 'all tags and the claim of another environment',
    tags: (box) => ({ ...MANAGED, ...OLD, ...FOR(SERVICE), ...claim(box, ANOTHER) }),
    is: 'theirs',
    why: '',
  },
];

export interface World {
  /** Where the mark of a dead run is. */
  readonly mark: 'none' | 'endpoint' | 'group';
  /** Whether the cluster is connected to the endpoint. */
  readonly live: boolean;
}

/** Puts the endpoint of a row into a world, with the true group of its service where it is for the cluster's service. */
export function placeEndpoint(box: Sandbox, row: EndpointRow, { mark, live }: World): Endpoint {
  const { world } = box;
  const serves = (row.change?.serviceName ?? SERVICE) === SERVICE && row.is !== 'unseen';
  const groupIds = serves ? [trueGroup(box, mark === 'group')] : undefined;
  const endpoint = world.createEndpoint({
    vpcId: ids.vpc,
    serviceName: SERVICE,
    subnetIds: [...ids.subnets],
    privateDnsEnabled: true,
    createdAt: box.clock.now() - 1000 * HOUR,
    tags: { ...row.tags(box), ...(mark === 'endpoint' ? deadMark(box) : {}) },
    ...(groupIds === undefined ? {} : { groupIds }),
    ...row.change,
  });
  if (live) connected(box, ids.standardCluster, endpoint.id);
  return endpoint;
}

function trueGroup(box: Sandbox, marked: boolean): string {
  const tags = { ...MANAGED, ...OLD, ...FOR(SERVICE), ...(marked ? deadMark(box) : {}) };
  const name = `cockroachdb-privatelink ${ids.standardService}`;
  const { id } = box.world.createGroup({ vpcId: ids.vpc, name, tags });
  for (const cidr of ['10.20.0.0/16', '100.64.0.0/20'])
    box.world.addRule({ groupId: id, cidr, description: 'cockroachdb-privatelink' });
  return id;
}

export interface GroupRow {
  readonly what: string;
  readonly name: string;
  readonly tags: Tags;
  /** What `ensure` makes of it. */
  readonly ensure: 'makes its own' | 'name taken' | 'uses it';
  /** Why it isn't managed, '' where nothing is to be said. */
  readonly why: string;
}

const NAME = `cockroachdb-privatelink ${ids.standardService}`;
const UNFIT = `its name doesn't fit its tag ${P}service`;

export const GROUPS: readonly GroupRow[] = [
  { what: 'the name and no tags', name: NAME, tags: {}, ensure: 'name taken', why: '' },
  { what: 'the name and managed-by', name: NAME, tags: MANAGED, ensure: 'name taken', why: MISSING },
  {
    what: 'the name, managed-by and an old created-at',
    name: NAME,
    tags: { ...MANAGED, ...OLD },
    ensure: 'name taken',
    why: MISSING,
  },
  {
    what: 'the name, and the service tag of another service',
    name: NAME,
    tags: { ...MANAGED, ...OLD, ...FOR(OTHER) },
    ensure: 'name taken',
    why: UNFIT,
  },
  {
    what: 'the name in upper case and all tags',
    name: NAME.toUpperCase(),
    tags: { ...MANAGED, ...OLD, ...FOR(SERVICE) },
    ensure: 'name taken',
    why: UNFIT,
  },
  {
    what: 'all tags and another name',
    name: 'app-servers',
    tags: { ...MANAGED, ...OLD, ...FOR(SERVICE) },
    ensure: 'makes its own',
    why: UNFIT,
  },
  {
    what: 'all tags and a name that only begins so',
    name: `${NAME}0`,
    tags: { ...MANAGED, ...OLD, ...FOR(SERVICE) },
    ensure: 'makes its own',
    why: UNFIT,
  },
  {
    what: 'managed-by, created-at and another name',
    name: 'app-servers',
    tags: { ...MANAGED, ...OLD },
    ensure: 'makes its own',
    why: MISSING,
  },
  {
    what: 'all tags for a service of AWS and a name that fits',
    name: 'cockroachdb-privatelink ssm',
    tags: { ...MANAGED, ...OLD, ...FOR(SSM) },
    ensure: 'makes its own',
    why: `its tag ${P}service names no vpce-svc service`,
  },
  {
    what: 'managed-by of another tool, the name and the rest',
    name: NAME,
    tags: { [`${P}managed-by`]: 'terraform', ...OLD, ...FOR(SERVICE) },
    ensure: 'name taken',
    why: '',
  },
  { what: 'all of it', name: NAME, tags: { ...MANAGED, ...OLD, ...FOR(SERVICE) }, ensure: 'uses it', why: '' },
];
