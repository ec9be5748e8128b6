import { ids, type Sandbox } from '../../test/sandbox/index.ts';

export interface Scene {
  title: string;
  /** What the world is like before the run. */
  story: string;
  /** The step's `with:` block beside what all runs share. */
  inputs: Record<string, string>;
  /** Number of the earlier run of the same step. */
  again?: number;
  before?(sandbox: Sandbox): void;
  expected: { exitCode: number; errorCode: string; status: string; changed: string; changes: 'some' | 'none' };
}

const BRANCH = 'branch:feature/checkout';
const finished = { exitCode: 0, errorCode: '', status: 'available' };
export const scenes: Scene[] = [
  {
    title: 'Standard cluster, first run',
    story: 'The VPC has no endpoint yet. The endpoint service of a Standard cluster is there from the start.',
    inputs: { cluster: ids.standardName },
    expected: { ...finished, changed: 'true', changes: 'some' },
  },
  {
    title: 'Advanced cluster, first run',
    story: 'An Advanced cluster has no endpoint service until somebody asks for one: the action does.',
    inputs: { cluster: ids.advancedName },
    expected: { ...finished, changed: 'true', changes: 'some' },
  },
  {
    title: 'Standard cluster, second run',
    story: 'The same step again. All is as it should be, so nothing is changed.',
    inputs: { cluster: ids.standardName },
    again: 1,
    expected: { ...finished, changed: 'false', changes: 'none' },
  },
  {
    title: 'Advanced cluster, second run',
    story: 'The same for the Advanced cluster.',
    inputs: { cluster: ids.advancedName },
    again: 2,
    expected: { ...finished, changed: 'false', changes: 'none' },
  },
  {
    title: 'A run that has to fail',
    story: 'Somebody turned off the attribute enableDnsHostnames of the VPC, which private DNS needs.',
    inputs: { cluster: ids.standardName },
    again: 1,
    before: ({ world }) => world.setVpcDns(ids.vpc, { hostnames: false }),
    expected: { exitCode: 1, errorCode: 'vpc-dns-off', status: 'degraded', changed: 'false', changes: 'none' },
  },
  {
    title: 'A check that finds drift',
    story:
      'The attribute is on again, but somebody turned private DNS of the endpoint off and opened its security group to the world. verify finds both, opens an issue and changes nothing.',
    inputs: { operation: 'verify', cluster: ids.standardName, 'drift-issue': 'true' },
    again: 1,
    before({ world }) {
      world.setVpcDns(ids.vpc, { hostnames: true });
      const [endpoint] = world.endpoints((one) => one.serviceName === ids.standardServiceName);
      if (endpoint === undefined) throw new Error('the first run made no endpoint');
      world.setPrivateDns(endpoint.id, false);
      world.addRule({ groupId: endpoint.groupIds[0] ?? '', cidr: '0.0.0.0/0', description: 'only for a test' });
    },
    expected: { exitCode: 1, errorCode: 'drift', status: 'degraded', changed: 'false', changes: 'none' },
  },
  {
    title: 'A branch joins',
    story:
      'A branch gets a path to the same cluster. It shares the endpoint that is there, adds its claim to it, and what drifted is mended on the way.',
    inputs: { cluster: ids.standardName, environment: BRANCH },
    again: 1,
    before: ({ world }) => world.branches.add('feature/checkout'),
    expected: { ...finished, changed: 'true', changes: 'some' },
  },
  {
    title: 'Sweep after the branch is gone',
    story:
      'Thirty hours later the branch is deleted, and no job ran for it. The nightly sweep gives its claim up; the endpoint stays for the others.',
    inputs: { operation: 'sweep' },
    before({ world, clock }) {
      clock.advance(30 * 3_600_000);
      world.branches.delete('feature/checkout');
    },
    // Giving up a claim changes nothing that anybody else sees.
    expected: { exitCode: 0, errorCode: '', status: 'deleted', changed: 'false', changes: 'some' },
  },
  {
    title: 'The last one leaves',
    story:
      'Nobody else claims the endpoint of the Standard cluster any more, so it goes, with its connection and its group.',
    inputs: { operation: 'delete', cluster: ids.standardName },
    expected: { exitCode: 0, errorCode: '', status: 'deleted', changed: 'true', changes: 'some' },
  },
];

/** What the steps of all scenes share. */
export const common = {
  'cockroach-api-key': ids.apiKey,
  'aws-region': ids.region,
  'role-to-assume': ids.role,
  'vpc-id': ids.vpc,
};
