import type { Play } from '../harness/recorded-run.ts';
import {
  advancedWorld,
  type DeepPartial,
  ids,
  type MemorySandbox,
  type Settings,
  standardWorld,
} from '../sandbox/index.ts';

const inputs = {
  cluster: ids.standardCluster,
  'cockroach-api-key': ids.apiKey,
  'aws-region': ids.region,
  'role-to-assume': ids.role,
  'vpc-id': ids.vpc,
};

/** A connection that a run of `ensure` made. */
function connected(cluster: string) {
  return async (box: MemorySandbox): Promise<void> => {
    const { runInMemory } = await import('../harness/run-in-memory.ts');
    await runInMemory(box, { inputs: { ...inputs, cluster }, forgiving: true });
  };
}

/** Runs whose recordings are compared, by name. */
export const COMPARED = {
  'a first run on Standard': (settings) => ({ world: { ...standardWorld(), settings }, inputs }),
  'a first run on Advanced': (settings) => ({
    world: { ...advancedWorld(), settings },
    inputs: { ...inputs, cluster: ids.advancedCluster },
  }),
  'a verify': (settings) => ({
    world: { ...standardWorld(), settings },
    inputs: { ...inputs, operation: 'verify' },
    before: connected(ids.standardCluster),
  }),
  'a delete': (settings) => ({
    world: { ...standardWorld(), settings },
    inputs: { ...inputs, operation: 'delete' },
    before: connected(ids.standardCluster),
  }),
} satisfies Record<string, (settings: DeepPartial<Settings>) => Play>;

/** Settings that these runs do not show, each with another value than the usual one, by why. */
export const UNSEEN: Readonly<Record<string, readonly string[]>> = {
  'the action never sends what would show it': [
    'ec2.privateDnsDefault=false',
    'ec2.deadToken=create-new',
    'ec2.tokenSeconds=1',
    'cloud.addAgain=409',
    'cloud.servicesAgain=409',
    'cloud.ownerAgain=200',
    'cloud.deleteRejected=404',
  ],
  'the action waits before it sends the next change': [
    'ec2.modifyWhileNotAvailable=accept',
    'ec2.underWay=IncorrectState',
    'ec2.groupInUse=InvalidGroup.InUse',
    'propagation.endpoint=5',
    'cloud.listUnadded=false',
  ],
  'it takes a wrong input, a missing right or a state of the cluster or connection that these runs lack': [
    'ec2.untrusted=created-then-failed',
    'ec2.hostedZonePermission=not-checked',
    'ec2.foreignGroup=InvalidParameter',
    'ec2.tagOverwriteAtLimit=refused',
    'ec2.quotas.endpointsPerVpc=49',
    'ec2.quotas.groupsPerRegion=2400',
    'ec2.quotas.rulesPerGroup=59',
    'ec2.quotas.tagsPerResource=49',
    'sts.keysInDisabledRegion=region',
    'cloud.badEndpoint=STATUS_FAILED',
    'cloud.trustedOwners=404',
    'cloud.untrusted=fail',
    'cloud.unseen=404',
    'cloud.omitEmptyLists=false',
    'cloud.keepRejected=false',
    'cloud.stale=false',
    'cloud.networkingWhileCreating=200',
    'iam.oldDenials=true',
    'iam.modifyChecksVpc=false',
  ],
  'there is too little of it: no change of subnets, few rows, few requests': [
    'seconds.modify=300',
    'seconds.deletedVisible=300',
    'cloud.pageSize=100',
    'throttle.ec2=false',
    'throttle.cloud=false',
    'throttle.elsewhere=0.9',
    'cloud.rateLimitStatus=503',
    'oidc.lifetimeSeconds=60',
  ],
};

/** Settings that are of the runner, of another sign-in, or decide whether a run gets anywhere. */
export const NOT_OF_A_SERVICE: readonly string[] = [
  ...[
    'latencyMs',
    'stale.mode',
    'oidc.refuse',
    'oidc.subject',
    'sts.maxClockSkewSeconds',
    'iam.policies',
    'iam.guards',
  ],
  ...['metadata.role', 'metadata.roleRefused', 'metadata.lifetimeSeconds', 'metadata.v1', 'metadata.hopLimitReached'],
  ...[
    'metadata.containerToken',
    'ec2.deletionRefused.code',
    'ec2.deletionRefused.message',
    'ec2.deletionRefused.times',
  ],
  // Every change is refused, so that the run ends before there is anything to compare.
  'cloud.clusterLock',
];
