import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import { errorText, expectFailure, expectRefusal, expectSuccess, standard, theEndpoint } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const warnings = (result: Awaited<ReturnType<typeof run>>) =>
  result.annotations.filter((one) => one.level === 'warning').map((one) => one.message);

describe('the VPC', () => {
  for (const off of ['support', 'hostnames'] as const) {
    behaviour(`DNS ${off} off: named before any write`, standard(), async (box) => {
      box.world.setVpcDns(ids.vpc, { [off]: false });
      const result = await run(box);
      expectRefusal(result, 'vpc-dns-off');
      expect(errorText(result)).toContain(off === 'support' ? 'enableDnsSupport' : 'enableDnsHostnames');
      expect(errorText(result)).toContain(
        `aws ec2 modify-vpc-attribute --region us-east-1 --vpc-id ${ids.vpc} --enable-dns-${off}`,
      );
    });
  }

  behaviour('DNS attributes off are fine without private DNS', standard(), async (box) => {
    box.world.setVpcDns(ids.vpc, { support: false, hostnames: false });
    const result = await run(box, { 'private-dns': 'false' });
    expectSuccess(result);
    expect(result.outputs).toMatchObject({ status: 'available', 'private-dns-enabled': 'false' });
    expect(mutations(result)).not.toContain('ModifyVpcEndpoint');
    expect(theEndpoint(box).privateDnsEnabled).toBe(false);
  });

  behaviour(
    'shared by another account',
    standard({}, (seed) => {
      Object.assign(seed.vpcs[0] ?? {}, { accountId: ids.otherAccount, sharedWith: [ids.account] });
    }),
    async (box) => {
      const result = await run(box);
      expectRefusal(result, 'vpc-shared');
      expect(errorText(result)).toContain(ids.otherAccount);
    },
  );

  behaviour('not there', standard(), async (box) => {
    const result = await run(box, { 'vpc-id': 'vpc-0123456789abcdef0' });
    expectRefusal(result, 'vpc-not-found');
    expect(errorText(result)).toContain('vpc-0123456789abcdef0');
  });
});

describe('subnets picked by the action', () => {
  behaviour(
    'one in each zone of the service, by zone ID, the first by ID, the same in every run',
    standard({}, (seed) => {
      const [first] = seed.subnets;
      if (first === undefined) return;
      // Listed before and after the one that is to be taken.
      seed.subnets.unshift({ ...first, id: 'subnet-0ffffffffffffffff', cidr: '10.20.8.0/24' });
      seed.subnets.push({ ...first, id: 'subnet-0bbbbbbbbbbbbbbbb', cidr: '10.20.9.0/24' });
    }),
    async (box) => {
      const result = await run(box);
      expectSuccess(result);
      expect(theEndpoint(box).subnetIds.toSorted()).toEqual([...ids.subnets]);
      expect(result.log).toContain('one subnet in each availability zone of the endpoint service; the first by ID');
      expect(result.log).not.toContain(ids.oddSubnet);
      box.world.addSubnet({ vpcId: ids.vpc, azId: 'use1-az1', cidr: '10.20.10.0/24', id: 'subnet-00000000000000001' });
      expect(mutations(await run(box))).toEqual([]);
      box.world.vanishEndpoint(theEndpoint(box).id);
      const dry = await run(box, { 'dry-run': 'true' });
      const again = await run(box, { 'dry-run': 'true' });
      expect(dry.outputs['plan']).toContain('subnet-00000000000000001');
      expect(again.outputs['plan']).toBe(dry.outputs['plan']);
    },
  );

  behaviour('an empty list of zones means any zone', standard(), async (box) => {
    // The Cloud lists none; EC2 itself offers all four.
    box.world.changeService(ids.standardService, { azIds: [] });
    box.onRequest(({ request, when }) => {
      if (when !== 'before' || request.action !== 'CreateVpcEndpoint') return;
      box.world.changeService(ids.standardService, { azIds: ['use1-az1', 'use1-az2', 'use1-az3', 'use1-az4'] });
    });
    expectSuccess(await run(box));
    expect(theEndpoint(box).subnetIds.toSorted()).toEqual([...ids.subnets, ids.oddSubnet].toSorted());
  });

  behaviour(
    'no subnet in a zone of the service',
    standard({}, (seed) => {
      seed.subnets = seed.subnets.filter((one) => one.id === ids.oddSubnet);
    }),
    async (box) => {
      const result = await run(box);
      expectRefusal(result, 'az-none');
      for (const zone of ['use1-az1', 'use1-az2', 'use1-az3', 'use1-az4']) expect(errorText(result)).toContain(zone);
    },
  );

  behaviour(
    'a zone that EC2 refuses although it is listed is left out, now and in later runs',
    standard(),
    async (box) => {
      box.faults.add({
        match: ({ action, params }) =>
          /^(Create|Modify)VpcEndpoint$/.test(action) && Object.values(params).includes(ids.subnets[2]),
        kind: 'status',
        status: 400,
        code: 'InvalidParameter',
        message: `The VPC endpoint service ${ids.standardServiceName} does not support the availability zone of the subnet: ${ids.subnets[2]}.`,
        times: 99,
      });
      const first = await run(box);
      expectSuccess(first);
      expect(theEndpoint(box).subnetIds.toSorted()).toEqual(ids.subnets.slice(0, 2));
      expect(first.log).toContain('use1-az4');
      expectSuccess(await run(box));
    },
  );

  behaviour(
    'a full subnet: the next one of the zone, or the zone is done without',
    standard({}, (seed) => {
      for (const subnet of seed.subnets) if (subnet.id !== ids.subnets[2]) subnet.freeIps = 0;
      const [first] = seed.subnets;
      if (first) seed.subnets.push({ ...first, id: 'subnet-0eeeeeeeeeeeeeeee', cidr: '10.20.9.0/24', freeIps: 9 });
    }),
    async (box) => {
      const result = await run(box);
      expectSuccess(result);
      expect(theEndpoint(box).subnetIds.toSorted()).toEqual([ids.subnets[2], 'subnet-0eeeeeeeeeeeeeeee']);
      expect(warnings(result).join()).toContain('use1-az2');
    },
  );

  behaviour(
    'all subnets full',
    standard({}, (seed) => {
      for (const subnet of seed.subnets) subnet.freeIps = 0;
    }),
    async (box) => expectRefusal(await run(box), 'subnet-full'),
  );

  behaviour(
    'an endpoint that took the last address is not taken for broken',
    standard({}, (seed) => {
      for (const subnet of seed.subnets) subnet.freeIps = 1;
    }),
    async (box) => {
      expectSuccess(await run(box));
      const second = await run(box);
      expectSuccess(second);
      expect(mutations(second)).toEqual([]);
    },
  );
});

describe('subnet-ids', () => {
  behaviour('are taken as they are given', standard(), async (box) => {
    expectSuccess(await run(box, { 'subnet-ids': `${ids.subnets[2]}\n${ids.subnets[0]}` }));
    expect(theEndpoint(box).subnetIds.toSorted()).toEqual([ids.subnets[0], ids.subnets[2]]);
  });

  behaviour('one of another VPC', standard(), async (box) => {
    const result = await run(box, { 'subnet-ids': `${ids.subnets[0]},subnet-0123456789abcdef0` });
    expectRefusal(result, 'subnet-invalid');
    expect(errorText(result)).toContain('subnet-0123456789abcdef0');
  });

  behaviour('two in one zone', standard(), async (box) => {
    const twin = box.world.addSubnet({ vpcId: ids.vpc, azId: 'use1-az1', cidr: '10.20.9.0/24' });
    const result = await run(box, { 'subnet-ids': `${ids.subnets[0]},${twin.id}` });
    expectRefusal(result, 'subnet-invalid');
    expect(errorText(result)).toContain('use1-az1');
  });

  behaviour('one in a zone without the service', standard(), async (box) => {
    const result = await run(box, { 'subnet-ids': `${ids.subnets[0]},${ids.oddSubnet}` });
    expectRefusal(result, 'az-none');
    expect(errorText(result)).toContain(`${ids.oddSubnet} (use1-az3)`);
  });

  behaviour('a full one is named', standard(), async (box) => {
    Object.assign(box.world.tables.subnet.get(ids.subnets[0]) ?? {}, { freeIps: 0 });
    const result = await run(box, { 'subnet-ids': ids.subnets[0] });
    expectFailure(result, 'subnet-full');
    expect(errorText(result)).toContain(ids.subnets[0]);
    expect(box.world.endpoints()).toEqual([]);
  });
});
