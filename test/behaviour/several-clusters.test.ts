import { describe, expect } from 'vitest';
import { bothPlans, ids } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  claims,
  expectOnePath,
  expectSuccess,
  liveEndpoints,
  ownedGroups,
  QUICK,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

interface Report {
  cluster_id: string;
  status: string;
  endpoint_id: string;
  service_name: string;
  internal_dns: string;
  connection_options: string;
}
const reports = (outputs: Record<string, string>) => JSON.parse(outputs['connections'] ?? '[]') as Report[];
const twoStandard = { cluster: `${ids.standardCluster}\n${ids.secondStandardCluster}` };

describe('several clusters in one step', () => {
  behaviour('two Standard clusters of one service share one endpoint', standard(), async (box) => {
    const result = await run(box, twoStandard);
    expectSuccess(result);
    expectOnePath(box, ids.standardCluster);
    expectOnePath(box, ids.secondStandardCluster);
    expect(Object.keys(claims(theEndpoint(box)))).toHaveLength(2);
    expect(box.count('CreateVpcEndpoint')).toBe(1);
    expect(result.outputs).toMatchObject({
      status: 'available',
      'endpoint-id': theEndpoint(box).id,
      'service-name': ids.standardServiceName,
      // Each has its own routing ID, so there is no one value.
      'connection-options': '',
    });
    expect(reports(result.outputs).map((one) => one.cluster_id)).toEqual([
      ids.standardCluster,
      ids.secondStandardCluster,
    ]);
    const unfolded = result.summary.replaceAll(/<details>.*?<\/details>/gs, '');
    const blocks = [...unfolded.matchAll(/^```text\n(.*?)\n```$/gms)].map((match) => match[1]);
    expect(blocks).toHaveLength(2);
    for (const block of blocks) expect(block).toMatch(/^postgresql:\/\/\S+$/);
    expect(new Set(reports(result.outputs).map((one) => one.connection_options)).size).toBe(2);
    const second = await run(box, twoStandard);
    expect(mutations(second)).toEqual([]);
  });

  behaviour(
    'of two steps that fail at the same time both are told',
    { ...bothPlans(), settings: QUICK },
    async (box) => {
      const services = [...box.world.makeServices(ids.advancedCluster), ...box.world.services()].map((one) => one.id);
      const match = { action: 'CreateSecurityGroup' };
      box.faults.add({ match, kind: 'status', status: 400, code: 'Strange', message: 'no', times: 2 });
      const result = await run(box, { cluster: `${ids.standardCluster}, ${ids.advancedCluster}` });
      expect([result.exitCode, result.outputs['error-code']]).toEqual([1, 'aws-refused']);
      for (const id of new Set(services)) expect(result.log).toMatch(new RegExp(id));
    },
  );

  behaviour('Advanced and Standard get an endpoint each', { ...bothPlans(), settings: QUICK }, async (box) => {
    const inputs = { cluster: `${ids.standardName}, ${ids.advancedCluster}` };
    const result = await run(box, inputs);
    expectSuccess(result);
    expect(liveEndpoints(box).map((one) => `${one.state} ${one.privateDnsEnabled}`)).toEqual([
      'available true',
      'available true',
    ]);
    expect(ownedGroups(box)).toHaveLength(2);
    expect(result.outputs).toMatchObject({
      status: 'available',
      'endpoint-id': '',
      'service-name': '',
      'security-group-id': '',
      'internal-dns': '',
      'endpoint-state': 'available',
      'private-dns-enabled': 'true',
    });
    const [standardOne, advancedOne] = reports(result.outputs);
    expect(standardOne).toMatchObject({ cluster_id: ids.standardCluster, status: 'available' });
    expect(advancedOne).toMatchObject({ cluster_id: ids.advancedCluster, status: 'available', connection_options: '' });
    expect(standardOne?.endpoint_id).not.toBe(advancedOne?.endpoint_id);
    expect(mutations(await run(box, inputs))).toEqual([]);
  });

  behaviour('the status is the worst of them', standard({ seconds: { acceptance: 600 } }), async (box) => {
    box.settings.seconds.acceptance = 2;
    expectSuccess(await run(box));
    box.settings.seconds.acceptance = 600;
    const result = await run(box, { ...twoStandard, wait: 'false' });
    expectSuccess(result);
    expect(reports(result.outputs).map((one) => one.status)).toEqual(['available', 'pending']);
    expect(result.outputs['status']).toBe('pending');
    box.world.setConnectionStatus(ids.secondStandardCluster, theEndpoint(box).id, 'FAILED');
    const planned = await run(box, { ...twoStandard, 'dry-run': 'true' });
    expect(planned.outputs['status']).toBe('failed');
    expect(mutations(planned)).toEqual([]);
  });

  behaviour('one cluster named twice is one cluster', standard(), async (box) => {
    const result = await run(box, { cluster: `${ids.standardCluster},${ids.standardName},${ids.standardCluster}` });
    expectSuccess(result);
    expect(reports(result.outputs)).toHaveLength(1);
    expectOnePath(box, ids.standardCluster);
  });
});
