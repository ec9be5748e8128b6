import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  advanced,
  claims,
  errorText,
  expectFailure,
  expectOnePath,
  expectRefusal,
  expectSuccess,
  liveEndpoints,
  PLANS,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const stranger = { vpcId: ids.vpc, serviceName: ids.standardServiceName, subnetIds: [...ids.subnets] };
const CONNECT = `POST /api/v1/clusters/${ids.standardCluster}/networking/private-endpoint-connections`;

describe('creating the endpoint', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    behaviour(`${plan}: one call with all that matters`, worldOf(), async (box) => {
      const result = await run(box, { cluster: clusterId, tags: 'team=data' });
      expectSuccess(result);
      expect(result.outputs).toMatchObject({ changed: 'true', created: 'true', status: 'available' });
      const calls = result.requests.filter((one) => one.action === 'CreateVpcEndpoint');
      expect(calls).toHaveLength(1);
      const params = calls[0]?.params ?? {};
      expect(params).toMatchObject({ VpcEndpointType: 'Interface', PrivateDnsEnabled: 'false', VpcId: ids.vpc });
      expect(params['ClientToken']).toMatch(/^[\x21-\x7e]{1,64}$/);
      expect(Object.keys(params).filter((name) => /^(PolicyDocument|DnsOptions|IpAddressType)/.test(name))).toEqual([]);
      const keys = Object.entries(params).flatMap(([name, value]) => (/Tag\.\d+\.Key$/.test(name) ? [value] : []));
      expect(keys).toEqual(
        expect.arrayContaining([
          'team',
          'cockroachdb-privatelink/managed-by',
          'cockroachdb-privatelink/created-at',
          'cockroachdb-privatelink/service',
        ]),
      );
      expect(keys.filter((key) => key.startsWith('cockroachdb-privatelink/claim/'))).toHaveLength(1);
      expectOnePath(box, clusterId);
    });
  }

  behaviour('private DNS comes only after the endpoint and its connections are available', advanced(), async (box) => {
    const states: string[] = [];
    box.onRequest(({ request, when }) => {
      if (when !== 'before' || request.action !== 'ModifyVpcEndpoint') return;
      const [connection] = box.world.connections();
      states.push(`${theEndpoint(box).state} ${connection?.status}`);
    });
    expectSuccess(await run(box, { cluster: ids.advancedCluster }));
    expect(states).toEqual(['available AVAILABLE']);
  });
});

describe('an endpoint that is there', () => {
  behaviour('ours is adopted and finished', standard(), async (box) => {
    expectSuccess(await run(box));
    const before = theEndpoint(box).id;
    box.world.tables.connection.clear();
    const result = await run(box);
    expectSuccess(result);
    expect(result.outputs).toMatchObject({ created: 'false', changed: 'true', 'endpoint-id': before });
    expect(mutations(result)).toEqual([CONNECT]);
    expectOnePath(box, ids.standardCluster);
  });

  behaviour('not ours is connected and otherwise left alone', standard(), async (box) => {
    const endpoint = box.world.createEndpoint({ ...stranger, privateDnsEnabled: true, tags: { owner: 'platform' } });
    const before = structuredClone(endpoint);
    const result = await run(box);
    expectSuccess(result);
    expect(mutations(result)).toEqual([CONNECT]);
    expect(box.world.endpoint(endpoint.id)).toEqual(before);
    expect(result.outputs).toMatchObject({ status: 'available', 'endpoint-id': endpoint.id, created: 'false' });
    expect(result.log).toContain("isn't managed by this action");
    const second = await run(box);
    expect(mutations(second)).toEqual([]);
    expect(second.outputs['changed']).toBe('false');
  });

  behaviour('not ours without private DNS: connected, then its owner is told', standard(), async (box) => {
    const endpoint = box.world.createEndpoint(stranger);
    const result = await run(box);
    expectFailure(result, 'not-ours');
    expect(mutations(result)).toEqual([CONNECT]);
    expect(errorText(result)).toContain(
      `aws ec2 modify-vpc-endpoint --region us-east-1 --vpc-endpoint-id ${endpoint.id} --private-dns-enabled`,
    );
    expect(result.outputs['status']).not.toBe('available');
    expectSuccess(await run(box, { 'private-dns': 'false' }));
  });

  behaviour('two that are not ours are an error that lists them', standard(), async (box) => {
    const pair = [box.world.createEndpoint(stranger), box.world.createEndpoint(stranger)];
    const result = await run(box);
    expectRefusal(result, 'endpoint-ambiguous');
    for (const { id } of pair) expect(errorText(result)).toContain(id);
  });

  behaviour('ours goes before one that is not', standard(), async (box) => {
    expectSuccess(await run(box, { 'private-dns': 'false' }));
    const ours = theEndpoint(box).id;
    box.world.createEndpoint({ ...stranger, createdAt: 1 });
    const result = await run(box, { 'private-dns': 'false' });
    expectSuccess(result);
    expect(result.outputs['endpoint-id']).toBe(ours);
    expect(mutations(result)).toEqual([]);
  });

  behaviour('failed and not ours: its owner must act', standard(), async (box) => {
    const endpoint = box.world.createEndpoint({ ...stranger, state: 'failed' });
    const result = await run(box);
    expectRefusal(result, 'not-ours');
    expect(errorText(result)).toContain(endpoint.id);
    expect(errorText(result)).toContain('failed');
  });
});

describe('endpoint-id: attach only', () => {
  behaviour('connects and changes nothing at AWS, even an endpoint that the action made', standard(), async (box) => {
    expectSuccess(await run(box));
    const before = structuredClone(theEndpoint(box));
    const result = await run(box, {
      cluster: ids.secondStandardCluster,
      'endpoint-id': before.id,
      'vpc-id': '',
      environment: 'branch:other',
    });
    expectSuccess(result);
    expect(mutations(result)).toEqual([CONNECT.replace(ids.standardCluster, ids.secondStandardCluster)]);
    expect(theEndpoint(box)).toEqual(before);
    expect(claims(theEndpoint(box))).toEqual(claims(before));
  });

  behaviour('one of two that are not ours', standard(), async (box) => {
    box.world.createEndpoint(stranger);
    const wanted = box.world.createEndpoint({ ...stranger, privateDnsEnabled: true });
    const result = await run(box, { 'endpoint-id': wanted.id });
    expectSuccess(result);
    expect(box.world.connections().map((one) => one.endpointId)).toEqual([wanted.id]);
  });

  behaviour('of another service', standard(), async (box) => {
    const serviceName = 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0';
    const other = box.world.createEndpoint({ ...stranger, serviceName });
    const result = await run(box, { 'endpoint-id': other.id });
    expectRefusal(result, 'endpoint-other-service');
    expect(errorText(result)).toContain(serviceName);
    expect(errorText(result)).toContain(ids.standardServiceName);
  });

  behaviour('not there', standard(), async (box) => {
    expectRefusal(await run(box, { 'endpoint-id': 'vpce-0123456789abcdef0' }), 'endpoint-not-found');
  });

  behaviour('in another VPC than vpc-id says', standard(), async (box) => {
    const endpoint = box.world.createEndpoint({ ...stranger, privateDnsEnabled: true });
    const result = await run(box, { 'endpoint-id': endpoint.id, 'vpc-id': 'vpc-0123456789abcdef0' });
    expectRefusal(result, 'vpc-not-found');
  });
});

describe('drift by hand on an endpoint of ours', () => {
  const drifts = [
    { what: 'a subnet', change: { subnetIds: ids.subnets.slice(0, 2) } },
    { what: 'a subnet added', change: { subnetIds: [...ids.subnets, ids.oddSubnet] } },
    { what: 'another group', change: { groupIds: [] } },
  ];
  for (const { what, change } of drifts) {
    behaviour(`${what}: mended`, standard(), async (box) => {
      const inputs = { 'subnet-ids': ids.subnets.join() };
      expectSuccess(await run(box, inputs));
      const { id, groupIds } = structuredClone(theEndpoint(box));
      const foreign = box.world.createGroup({ vpcId: ids.vpc, name: 'stray' });
      if (change.subnetIds) box.world.setEndpointSubnets(id, [...change.subnetIds]);
      else box.world.setEndpointGroups(id, [foreign.id]);
      const result = await run(box, inputs);
      expectSuccess(result);
      expect(result.outputs).toMatchObject({ changed: 'true', created: 'false' });
      expect(mutations(result)).toEqual(['ModifyVpcEndpoint']);
      expect(theEndpoint(box).subnetIds.toSorted()).toEqual([...ids.subnets]);
      expect(theEndpoint(box).groupIds).toEqual(groupIds);
      expectOnePath(box, ids.standardCluster);
    });
  }

  behaviour('a swap within a zone is done in two calls', standard(), async (box) => {
    expectSuccess(await run(box));
    const twin = box.world.addSubnet({ vpcId: ids.vpc, azId: 'use1-az1', cidr: '10.20.9.0/24' });
    const result = await run(box, { 'subnet-ids': `${twin.id},${ids.subnets[1]}` });
    expectSuccess(result);
    expect(theEndpoint(box).subnetIds.toSorted()).toEqual([twin.id, ids.subnets[1]].toSorted());
  });

  behaviour('private DNS switched off by hand is switched on again', standard(), async (box) => {
    expectSuccess(await run(box));
    box.world.setPrivateDns(theEndpoint(box).id, false);
    const result = await run(box);
    expectSuccess(result);
    expect(mutations(result)).toEqual(['ModifyVpcEndpoint']);
    expectOnePath(box, ids.standardCluster);
  });

  behaviour('private-dns: false switches it off', standard(), async (box) => {
    expectSuccess(await run(box));
    const result = await run(box, { 'private-dns': 'false' });
    expectSuccess(result);
    expect(result.outputs).toMatchObject({ status: 'available', 'private-dns-enabled': 'false', changed: 'true' });
    expect(theEndpoint(box).privateDnsEnabled).toBe(false);
  });
});

describe('a list of endpoints that leads in circles', () => {
  behaviour('is an error: what it does not show may be there', standard(), async (box) => {
    // The sandbox refuses the second page, of which it has never told.
    let page = '';
    const rewrite = ({ status, body }: { status: number; body: string }) => {
      if (status === 200) page = body.replace('</DescribeVpcEndpointsResponse>', '<nextToken>again</nextToken>$&');
      return { status: 200, body: page };
    };
    box.faults.add({ match: { action: 'DescribeVpcEndpoints' }, kind: 'rewrite', rewrite, times: 99 });
    expectRefusal(await run(box), 'aws-refused');
  });
});

describe('a name that somebody else holds', () => {
  behaviour('a private hosted zone', standard(), async (box) => {
    box.world.addPrivateZone(ids.vpc, box.world.tables.service.get(ids.standardService)?.privateDnsName ?? '');
    const result = await run(box);
    expectFailure(result, 'dns-conflict');
    expect(errorText(result)).toContain('Find it with the commands');
    expect(result.outputs['status']).not.toBe('available');
    expect(liveEndpoints(box)).toHaveLength(1);
  });

  behaviour('another endpoint of the same service', standard(), async (box) => {
    expectSuccess(await run(box, { 'private-dns': 'false' }));
    const holder = box.world.createEndpoint({ ...stranger, privateDnsEnabled: true });
    const result = await run(box);
    expectFailure(result, 'dns-conflict');
    expect(errorText(result)).toContain(holder.id);
    expect(mutations(result)).toEqual([]);
  });
});
