import { describe, expect, it } from 'vitest';
import { advancedWorld, bothPlans, ids, standardWorld } from '../sandbox/index.ts';
import { expectFailure, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { mutations, plannedSteps, run } from '../support/run.ts';
import { doneSteps, toldPlan } from '../support/told-steps.ts';

describe('dry-run', () => {
  it('prints and outputs the plan, changes nothing, and the real run does exactly that', async () => {
    const sandbox = await memoryFor(standardWorld());
    const dry = await run(sandbox, { 'dry-run': 'true' });
    expectSuccess(dry);
    expect(mutations(dry)).toEqual([]);
    expect([sandbox.world.endpoints(), sandbox.world.groups(({ name }) => name !== 'default')]).toEqual([[], []]);
    expect(dry.outputs).toMatchObject({ changed: 'false', created: 'false', 'endpoint-id': '', status: 'absent' });

    const planned = plannedSteps(dry);
    expect(planned.length).toBeGreaterThanOrEqual(4);
    planned.forEach(({ step }, index) => {
      expect(dry.summary.replaceAll('\\', '')).toContain(`${index + 1}. ${step}`);
    });
    expect(dry.summary).toMatch(/^## .*: 📝 dry run: \d+ steps planned, nothing was changed\n\n### Plan\n/);
    expect(dry.log).toContain('Dry run: nothing was changed.');

    const real = await run(sandbox);
    expectSuccess(real);
    const told = toldPlan(dry.log);
    expect([told.steps.length, told.counted]).toEqual([planned.length, planned.length]);
    expect(doneSteps(real.log).toSorted()).toEqual(told.steps.toSorted());
    expect(mutations(real)).toEqual([
      'CreateSecurityGroup',
      'AuthorizeSecurityGroupIngress',
      'CreateVpcEndpoint',
      expect.stringMatching(/^POST .*\/private-endpoint-connections$/),
      'ModifyVpcEndpoint',
    ]);
  });

  it('plans for several clusters of both plans at once', async () => {
    const sandbox = await memoryFor(bothPlans());
    const cluster = `${ids.advancedCluster}\n${ids.standardCluster}\n${ids.secondStandardCluster}`;
    const dry = await run(sandbox, { cluster, 'dry-run': 'true' });
    expectSuccess(dry);
    expect(mutations(dry)).toEqual([]);
    const text = plannedSteps(dry).map(({ step }) => step);
    for (const name of [ids.standardName, ids.secondStandardName, ids.advancedName])
      expect(text.filter((step) => step.includes(name))).not.toEqual([]);
    expect(text.filter((step) => step.startsWith('create VPC endpoint for com.amazonaws'))).toHaveLength(1);
  });

  it('shows what comes after a service that is not there yet', async () => {
    const sandbox = await memoryFor(advancedWorld());
    const dry = await run(sandbox, { cluster: ids.advancedCluster, 'dry-run': 'true' });
    expectSuccess(dry);
    expect(sandbox.world.services()).toEqual([]);
    const steps = plannedSteps(dry).map(({ step }) => step);
    for (const part of [/service/, /security group/, /create VPC endpoint/, /connect cluster/, /private DNS/])
      expect(steps.filter((step) => part.test(step))).not.toEqual([]);
  });

  it('has an empty plan for a finished path', async () => {
    const sandbox = await memoryFor(standardWorld());
    const first = await run(sandbox);
    const dry = await run(sandbox, { 'dry-run': 'true' });
    expectSuccess(dry);
    expect(plannedSteps(dry)).toEqual([]);
    expect(dry.outputs).toMatchObject({
      status: 'available',
      changed: 'false',
      'endpoint-id': first.outputs['endpoint-id'],
    });
    expect(dry.log).toMatch(/^Plan: no changes$/m);
    expect(dry.summary).toContain('No changes needed.');
  });

  it('fails on a blocker as the real run would, with the same words', async () => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.world.setVpcDns(ids.vpc, { hostnames: false });
    const dry = await run(sandbox, { 'dry-run': 'true' });
    const real = await run(sandbox);
    expectFailure(dry, 'vpc-dns-off');
    expectFailure(real, 'vpc-dns-off');
    expect(dry.annotations.filter(({ level }) => level === 'error')).toEqual(
      real.annotations.filter(({ level }) => level === 'error'),
    );
    expect(mutations(real)).toEqual([]);
  });
});

describe('an endpoint of another owner that needs a change which only its owner can make', () => {
  const foreign = { vpcId: ids.vpc, serviceName: ids.standardServiceName, subnetIds: [...ids.subnets] };

  it('is in the plan before anything is done', async () => {
    const box = await memoryFor(standardWorld());
    const { id } = box.world.createEndpoint(foreign);
    const planned = await run(box, { 'dry-run': 'true' });
    const blocked = `  ! Private DNS is off for VPC endpoint ${id}, which this action doesn't manage`;
    expect(planned.log.split('\n')).toEqual(expect.arrayContaining(['Plan: create 1, blocked by 1', blocked]));
    expect(mutations(planned)).toEqual([]);
    // The owner may turn it on once the connection is there: what can be done is done.
    const real = await run(box);
    expect(real.log.split('\n')).toContain(blocked);
    expect([real.outputs['error-code'], mutations(real).length]).toEqual(['not-ours', 1]);
  });
});
