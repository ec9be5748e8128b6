import { describe, expect } from 'vitest';
import type { Evaluated } from '../harness/aws-setup/evaluated.ts';
import { ids, type MemorySandbox, type SandboxOptions, standardWorld } from '../sandbox/index.ts';
import { fromTemplate, type Given, install } from '../support/aws-setup.ts';
import { errorsOf, expectFailure, expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { liveEndpoints, ownedGroups } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';
import { buildPath, findingsOf } from '../support/verify.ts';

/** A VPC for staging or previews beside the usual one. */
const OTHER_VPC = 'vpc-0aaa1111bbb22220d';
const PREVIEWS = { 'vpc-id': OTHER_VPC, environment: 'pr:12', 'private-dns': 'false' };

function twoVpcs(): SandboxOptions {
  const options = standardWorld();
  const cidr = '10.9.0.0/16';
  options.world?.vpcs.push({ id: OTHER_VPC, accountId: ids.account, cidrs: [{ cidr, state: 'associated' }] });
  for (const [index, zone] of ['use1-az1', 'use1-az2', 'use1-az6'].entries()) {
    const [usual] = options.world?.subnets ?? [];
    if (usual === undefined) throw new Error('the world has no subnet');
    const id = `subnet-0bbb1111bbb2222${index}d`;
    options.world?.subnets.push({ ...usual, id, vpcId: OTHER_VPC, azId: zone, cidr: `10.9.${index}.0/24` });
  }
  return options;
}

type Role = 'change' | 'verify' | 'previews';

/** Makes the roles in a sandbox; what a job with a subject then does with one of them. */
function jobs(box: MemorySandbox, ...given: Given[]) {
  const stacks = given.map((one) => fromTemplate(one));
  for (const stack of stacks) install(box, stack);
  const arnOf = (role: Role, [stack = { roles: {} } as Evaluated] = stacks) => stack.roles[role]?.arn ?? 'none';
  const job = (subject: string, role: Role, inputs: Record<string, string> = {}, stack = stacks[0]) => {
    box.settings.oidc.subject = subject;
    return run(box, { 'role-to-assume': arnOf(role, stack === undefined ? [] : [stack]), ...inputs });
  };
  return { job, stacks };
}

const ONE = { VpcId: ids.vpc, Repository: 'acme/shop' };
const MAIN = 'repo:acme/shop:ref:refs/heads/main';
const PULL = 'repo:acme/shop:pull_request';
const PRODUCTION = 'repo:acme/shop:environment:production';

describe('one repository', () => {
  behaviour('main makes, checks and deletes; nobody else gets in', standardWorld(), async (box) => {
    const { job } = jobs(box, ONE);
    expectSuccess(await job(MAIN, 'change'));
    const verified = await job(MAIN, 'verify', { operation: 'verify' });
    expectSuccess(verified);
    expect(findingsOf(verified).map(({ check }) => check)).toEqual(['public-access']);
    for (const subject of [
      PULL,
      PRODUCTION,
      'repo:acme/shop:ref:refs/heads/feature',
      'repo:mallory/shop:ref:refs/heads/main',
    ])
      for (const role of ['change', 'verify'] as const) expectFailure(await job(subject, role), 'role-not-assumed');
    expectSuccess(await job(MAIN, 'change', { operation: 'delete', environment: 'default' }));
    expect([liveEndpoints(box), ownedGroups(box)]).toEqual([[], []]);
  });

  behaviour('subjects with IDs, and no others, where the IDs are given', standardWorld(), async (box) => {
    const { job } = jobs(box, { ...ONE, Repository: 'acme@600000001/shop@700000001' });
    expectSuccess(await job('repo:acme@600000001/shop@700000001:ref:refs/heads/main', 'change', { 'dry-run': 'true' }));
    expectFailure(await job(MAIN, 'change', { 'dry-run': 'true' }), 'role-not-assumed');
    expectFailure(
      await job('repo:acme@600000002/shop@700000001:ref:refs/heads/main', 'change', { 'dry-run': 'true' }),
      'role-not-assumed',
    );
  });

  behaviour('the role to verify changes nothing', standardWorld(), async (box) => {
    const { job } = jobs(box, ONE);
    const refused = await job(MAIN, 'verify');
    expectFailure(refused, 'aws-denied');
    expect([liveEndpoints(box), ownedGroups(box)]).toEqual([[], []]);
  });

  behaviour('plans on pull requests with the role to verify, where that is asked for', standardWorld(), async (box) => {
    const { job } = jobs(box, { ...ONE, PlanOnPullRequests: 'true' });
    const planned = await job(PULL, 'verify', { 'dry-run': 'true' });
    expectSuccess(planned);
    expect(mutations(planned)).toEqual([]);
    expectFailure(await job(PULL, 'change', { 'dry-run': 'true' }), 'role-not-assumed');
  });

  behaviour('is bound to its VPC', twoVpcs(), async (box) => {
    const { job } = jobs(box, ONE);
    expectFailure(await job(MAIN, 'change', { 'vpc-id': OTHER_VPC, 'private-dns': 'false' }), 'aws-denied');
    expect([liveEndpoints(box), ownedGroups(box)]).toEqual([[], []]);
  });
});

describe('an organization with deployment environments', () => {
  const BILLING = 'repo:acme/billing:environment:production';
  const production = { ...ONE, DeploymentEnvironment: 'production', MoreSubjects: BILLING };
  const staging = {
    ...ONE,
    VpcId: OTHER_VPC,
    DeploymentEnvironment: 'staging',
    Name: 'cockroachdb-privatelink-staging',
  };

  behaviour('each environment changes its own VPC, from each repository that is named', twoVpcs(), async (box) => {
    const { job, stacks } = jobs(box, production, staging);
    expectSuccess(await job(PRODUCTION, 'change', { 'dry-run': 'true' }));
    expectSuccess(await job(BILLING, 'change'));
    expectSuccess(
      await job(
        'repo:acme/shop:environment:staging',
        'change',
        { 'vpc-id': OTHER_VPC, 'private-dns': 'false' },
        stacks[1],
      ),
    );
    expect(
      liveEndpoints(box)
        .map(({ vpcId }) => vpcId)
        .toSorted(),
    ).toEqual([ids.vpc, OTHER_VPC].toSorted());
  });

  behaviour('the branch alone changes nothing, and verifies', twoVpcs(), async (box) => {
    const { job, stacks } = jobs(box, production, staging);
    buildPath(box);
    expectFailure(await job(MAIN, 'change'), 'role-not-assumed');
    expectSuccess(await job(MAIN, 'verify', { operation: 'verify' }));
    for (const subject of ['repo:acme/billing:environment:staging', 'repo:acme/web:environment:production', PRODUCTION])
      expectFailure(await job(subject, 'change', { 'vpc-id': OTHER_VPC }, stacks[1]), 'role-not-assumed');
  });
});

describe('previews', () => {
  const previews = { ...ONE, PreviewVpcId: OTHER_VPC };

  behaviour('pull requests get a connection in the VPC for previews only', twoVpcs(), async (box) => {
    const { job } = jobs(box, previews);
    expectSuccess(await job(PULL, 'previews', PREVIEWS));
    expect(liveEndpoints(box).map(({ vpcId }) => vpcId)).toEqual([OTHER_VPC]);
    expectFailure(await job(PULL, 'previews', { environment: 'pr:12' }), 'aws-denied');
    for (const role of ['change', 'verify'] as const) expectFailure(await job(PULL, role), 'role-not-assumed');
    expectSuccess(await job(PULL, 'previews', { ...PREVIEWS, operation: 'delete' }));
    expect(liveEndpoints(box)).toEqual([]);
  });

  behaviour('main sweeps them', twoVpcs(), async (box) => {
    const { job } = jobs(box, previews);
    const sweep = { operation: 'sweep', cluster: '', 'vpc-id': OTHER_VPC };
    expectSuccess(await job(MAIN, 'previews', sweep));
  });

  behaviour('without a VPC for them there is no role', standardWorld(), async (box) => {
    const { stacks } = jobs(box, ONE);
    expect(Object.keys(stacks[0]?.roles ?? {})).toEqual(['change', 'verify']);
    expect(stacks[0]?.outputs).not.toHaveProperty('PreviewsRoleArn');
  });
});

describe('narrower roles', () => {
  behaviour('a team changes only what has its tag', standardWorld(), async (box) => {
    const { job } = jobs(box, { ...ONE, Team: 'payments' });
    expectFailure(await job(MAIN, 'change'), 'aws-denied');
    expect([liveEndpoints(box), ownedGroups(box)]).toEqual([[], []]);
    const tags = { tags: 'team=payments' };
    expectSuccess(await job(MAIN, 'change', tags));
    expectSuccess(await job(MAIN, 'change', { ...tags, operation: 'delete', environment: 'default' }));
    expect([liveEndpoints(box), ownedGroups(box)]).toEqual([[], []]);
  });

  behaviour('a team does not share the endpoint of another', standardWorld(), async (box) => {
    const { job } = jobs(box, { ...ONE, Team: 'payments' });
    const { endpoint } = buildPath(box);
    const before = structuredClone(box.world.endpoint(endpoint).tags);
    expectFailure(await job(MAIN, 'change', { tags: 'team=payments', environment: 'staging' }), 'aws-denied');
    expect(box.world.endpoint(endpoint).tags).toEqual(before);
  });

  behaviour('one endpoint service and no other', standardWorld(), async (box) => {
    const other = 'com.amazonaws.vpce.us-east-1.vpce-svc-0ccccccccccccccc1';
    const refused = jobs(box, { ...ONE, ServiceName: other });
    expectFailure(await refused.job(MAIN, 'change'), 'aws-denied');
    expect(liveEndpoints(box)).toEqual([]);
    const allowed = jobs(box, { ...ONE, ServiceName: ids.standardServiceName });
    expectSuccess(await allowed.job(MAIN, 'change'));
  });

  behaviour('private DNS of this VPC only', standardWorld(), async (box) => {
    const { job } = jobs(box, { ...ONE, RestrictPrivateDns: 'true' });
    expectSuccess(await job(MAIN, 'change'));
  });
});

const told = (result: Awaited<ReturnType<typeof run>>) =>
  errorsOf(result)
    .map(({ message }) => message)
    .join('\n');

describe('what the action says when a role of setup/aws refuses', () => {
  const PAGE = 'https://github.com/acme/privatelink-action/blob/v1/docs/iam.md';
  const BOTH = { ...ONE, PreviewVpcId: OTHER_VPC };
  const cases: { subject: string; role: Role; parameters: string | undefined }[] = [
    {
      subject: 'repo:acme/shop:ref:refs/heads/feature/x',
      role: 'change',
      parameters: 'Repository=acme/shop Branch=feature/x DeploymentEnvironment=',
    },
    {
      subject: 'repo:acme@600000001/shop@700000001:ref:refs/heads/main',
      role: 'verify',
      parameters: 'Repository=acme@600000001/shop@700000001 Branch=main',
    },
    { subject: PULL, role: 'verify', parameters: 'Repository=acme/shop PlanOnPullRequests=true' },
    { subject: 'repo:acme/web:pull_request', role: 'previews', parameters: 'Repository=acme/web' },
    { subject: PRODUCTION, role: 'change', parameters: 'Repository=acme/shop DeploymentEnvironment=production' },
    {
      subject: 'repo:acme/shop:ref:refs/tags/v1',
      role: 'change',
      parameters: 'MoreSubjects=repo:acme/shop:ref:refs/tags/v1',
    },
    { subject: PULL, role: 'change', parameters: undefined },
    { subject: PRODUCTION, role: 'previews', parameters: undefined },
  ];
  for (const { subject, role, parameters } of cases) {
    behaviour(`${role}, ${subject}: the parameters let exactly this job in`, twoVpcs(), async (box) => {
      const before = await jobs(box, BOTH).job(subject, role, { 'dry-run': 'true' });
      expectFailure(before, 'role-not-assumed');
      expect(told(before)).toContain(`${PAGE}#who-can-use-the-roles`);
      const said = /Parameters of setup\/aws that let this job in: (.*)/.exec(told(before))?.[1];
      expect(said).toBe(parameters);
      if (said === undefined) return;
      const given = said.split(' ').map((one) => one.split(/=(.*)/s).slice(0, 2) as [string, string]);
      const after = await jobs(box, { ...BOTH, ...Object.fromEntries(given) }).job(subject, role, {
        'dry-run': 'true',
      });
      expect(after.outputs['error-code']).not.toBe('role-not-assumed');
    });
  }

  behaviour('pull requests are led to a role of their own', standardWorld(), async (box) => {
    const refused = await jobs(box, ONE).job(PULL, 'change');
    expect(told(refused)).toContain('No parameter of setup/aws lets pull requests use this role');
  });

  const denials: { what: string; given: Given; inputs: Record<string, string>; role: Role; says: string }[] = [
    {
      what: 'only reads',
      given: ONE,
      inputs: {},
      role: 'verify',
      says: 'set role-to-assume to the one that ends in -change',
    },
    {
      what: 'is bound to a region',
      given: ONE,
      inputs: { 'aws-region': 'eu-central-1' },
      role: 'change',
      says: 'Check aws-region',
    },
    {
      what: 'is bound to a VPC',
      given: ONE,
      inputs: { 'vpc-id': OTHER_VPC },
      role: 'change',
      says: 'Check vpc-id: the parameter VpcId',
    },
    {
      what: 'is bound to the VPC for previews',
      given: BOTH,
      inputs: {},
      role: 'previews',
      says: 'Check vpc-id: the parameter PreviewVpcId',
    },
    {
      what: 'is bound to a team',
      given: { ...ONE, Team: 'payments' },
      inputs: {},
      role: 'change',
      says: 'tags: team=VALUE',
    },
    {
      what: 'is bound to a service',
      given: { ...ONE, ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0ccccccccccccccc1' },
      inputs: {},
      role: 'change',
      says: 'Check the parameters ServiceName and Team',
    },
  ];
  for (const { what, given, inputs, role, says } of denials) {
    behaviour(`a role that ${what}`, twoVpcs(), async (box) => {
      const refused = await jobs(box, given).job(role === 'previews' ? PULL : MAIN, role, {
        'private-dns': 'false',
        ...inputs,
      });
      expectFailure(refused, 'aws-denied');
      expect(told(refused)).toContain(says);
      expect(told(refused)).toContain(`${PAGE}#the-role-to-${role === 'verify' ? 'verify' : 'change'}`);
      expect(told(refused)).not.toMatch(/^Allow /m);
    });
  }
});
