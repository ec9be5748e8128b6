import { describe, expect } from 'vitest';
import { advancedRegion, ids, standardRegion } from '../sandbox/index.ts';
import { titlesOf } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  advanced,
  errorLine,
  errorText,
  expectFailure,
  expectOnePath,
  expectRefusal,
  expectSuccess,
  standard,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const servicesOf = (clusterId: string) => `/api/v1/clusters/${clusterId}/networking/private-endpoint-services`;
const advancedServices = servicesOf(ids.advancedCluster);
const onAdvanced = { cluster: ids.advancedCluster };

describe('Advanced clusters', () => {
  behaviour(
    'a missing service is created once and waited for',
    advanced({ seconds: { serviceCreate: 60 } }),
    async (box) => {
      const result = await run(box, onAdvanced);
      expectSuccess(result);
      expect(box.count(`POST ${advancedServices}`)).toBe(1);
      expect(result.log).toMatch(/Waiting for the private endpoint service of cluster orders-advanced.*CREATING/);
      expectOnePath(box, ids.advancedCluster);
    },
  );

  behaviour('a service that is there is used as it is', advanced(), async (box) => {
    box.world.makeServices(ids.advancedCluster);
    expectSuccess(await run(box, onAdvanced));
    expect(box.count(`POST ${advancedServices}`)).toBe(0);
  });

  for (const status of ['CREATE_FAILED', 'CREATING'] as const) {
    behaviour(
      `a service of another region that is ${status} does not matter`,
      advanced({}, (seed) => {
        seed.clusters[0]?.regions.push(advancedRegion(ids.advancedName, 'eu-west-1', ['euw1-az1']));
      }),
      async (box) => {
        box.world.makeServices(ids.advancedCluster);
        const other = box.world.tables.cloudService.get(`${ids.advancedCluster}/eu-west-1`);
        expect(other).toBeDefined();
        Object.assign(other ?? {}, { status, serviceId: null });
        const result = await run(box, onAdvanced);
        expectSuccess(result);
        expect(result.outputs['service-name']).toMatch(/^com\.amazonaws\.vpce\.us-east-1\./);
        expectOnePath(box, ids.advancedCluster);
      },
    );
  }

  for (const status of ['CREATE_FAILED', 'DELETING', 'DELETE_FAILED'] as const) {
    behaviour(`the region's own service in state ${status} is named`, advanced(), async (box) => {
      box.world.makeServices(ids.advancedCluster);
      const own = box.world.tables.cloudService.get(`${ids.advancedCluster}/${ids.region}`);
      Object.assign(own ?? {}, { status });
      const result = await run(box, onAdvanced);
      expectRefusal(result, 'service-failed');
      expect(errorText(result)).toContain(status);
    });
  }
});

describe('Standard clusters', () => {
  // What the action would create for it could not be told from what others created.
  for (const name of ['com.amazonaws.us-east-1.ssm', 'vpce-svc-0bbbbbbbbbbbbbbb1']) {
    const named = standard({}, (seed) => {
      for (const service of seed.services) service.name = name;
    });
    behaviour(`a service called ${name} is no endpoint service`, named, async (box) => {
      const result = await run(box);
      expectRefusal(result, 'service-failed');
      expect(errorText(result)).toContain(`reports ${name}, which isn't the name of an endpoint service`);
    });
  }

  behaviour('the service is never asked for', standard(), async (box) => {
    expectSuccess(await run(box));
    expect(box.count(/^POST .*private-endpoint-services$/)).toBe(0);
  });

  behaviour(
    'without a listed service the run fails at once',
    standard({}, (seed) => {
      seed.clusterServices = [];
    }),
    async (box) => {
      const result = await run(box);
      expectRefusal(result, 'standard-legacy');
      expect(errorText(result)).toContain('legacy');
      expect(box.count(`GET ${servicesOf(ids.standardCluster)}`)).toBe(1);
    },
  );
});

describe('finding a cluster', () => {
  behaviour(
    'by its exact name, over all pages',
    standard({}, (seed) => {
      const [wanted] = seed.clusters;
      const others = Array.from({ length: 1100 }, (_, index) => ({
        id: `d0000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        // The beginning of the name must not be enough.
        name: index % 2 === 0 ? `${ids.standardName}-${index}` : `other-${index}`,
        plan: 'STANDARD' as const,
        regions: [standardRegion()],
      }));
      seed.clusters = [...others, ...(wanted === undefined ? [] : [wanted])];
      seed.clusterServices = seed.clusterServices.filter((one) => one.clusterId === ids.standardCluster);
    }),
    async (box) => {
      const result = await run(box, { cluster: ids.standardName });
      expectSuccess(result);
      expect(box.count('GET /api/v1/clusters')).toBeGreaterThanOrEqual(3);
      expectOnePath(box, ids.standardCluster);
    },
  );

  behaviour(
    'two of one name are an error that lists both',
    standard({}, (seed) => {
      for (const cluster of seed.clusters) cluster.name = 'twins';
    }),
    async (box) => {
      const result = await run(box, { cluster: 'twins' });
      expectRefusal(result, 'cluster-ambiguous');
      expect(errorText(result)).toContain(ids.standardCluster);
      expect(errorText(result)).toContain(ids.secondStandardCluster);
    },
  );

  for (const cluster of ['no-such-cluster', ids.standardName.slice(0, -1), 'e9999999-9999-4999-8999-999999999999']) {
    behaviour(`${cluster} is not found`, standard(), async (box) => {
      const result = await run(box, { cluster });
      expectRefusal(result, 'cluster-not-found');
      expect(errorText(result)).toContain(cluster);
    });
  }
});

describe('clusters that cannot have a private path', () => {
  const cases = [
    { what: 'Basic', change: { plan: 'BASIC' }, code: 'cluster-basic', names: 'Standard or Advanced' },
    { what: 'on GCP', change: { cloudProvider: 'GCP' }, code: 'cluster-not-aws', names: 'GCP' },
    { what: 'on Azure', change: { cloudProvider: 'AZURE' }, code: 'cluster-not-aws', names: 'AZURE' },
    {
      what: 'never created',
      change: { state: 'CREATION_FAILED' },
      code: 'cluster-not-ready',
      names: 'CockroachDB Cloud could not create it',
    },
    { what: 'deleted', change: { state: 'DELETED' }, code: 'cluster-not-found', names: 'is deleted' },
    {
      what: 'in another region',
      change: { regions: [standardRegion('eu-west-1')] },
      code: 'cluster-region',
      names: 'eu-west-1',
    },
  ] as const;
  for (const { what, change, code, names } of cases) {
    behaviour(`${what}: ${code}, before any write`, standard(), async (box) => {
      box.world.changeCluster(ids.standardCluster, {
        ...change,
        ...('regions' in change ? { regions: [...change.regions] } : {}),
      } as never);
      const result = await run(box);
      expectRefusal(result, code);
      expect(errorLine(result)).toContain(names);
    });
  }

  behaviour('one cluster that cannot go stops the writes for all', standard(), async (box) => {
    box.world.changeCluster(ids.secondStandardCluster, { state: 'CREATION_FAILED' });
    const result = await run(box, { cluster: `${ids.standardCluster}, ${ids.secondStandardCluster}` });
    expectRefusal(result, 'cluster-not-ready');
  });

  behaviour('mistakes on both sides are reported together', standard(), async (box) => {
    box.world.changeCluster(ids.standardCluster, { state: 'CREATION_FAILED' });
    box.world.setVpcDns(ids.vpc, { support: false, hostnames: false });
    const result = await run(box);
    expect(result.exitCode).toBe(1);
    expect(mutations(result)).toEqual([]);
    expect(['cluster-not-ready', 'vpc-dns-off']).toContain(result.outputs['error-code']);
    expect(titlesOf(result).toSorted()).toEqual(['cluster-not-ready', 'vpc-dns-off']);
  });

  for (const [given, nearest] of [
    ['orders-standart', 'Did you mean "orders-standard"?'],
    ['ORDERS-STANDARD-1', 'Did you mean "orders-standard"?'],
    ['zzz', undefined],
  ] as const) {
    behaviour(`the name ${given}, which no cluster has: ${nearest ?? 'no other name'}`, standard(), async (box) => {
      for (const operation of ['ensure', 'verify']) {
        const result = await run(box, { cluster: given, operation });
        expect(result.exitCode).toBe(1);
        expect(errorText(result)).toContain(`No cluster ${given} is visible to this API key`);
        if (nearest === undefined) expect(`${result.log}${result.summary}`).not.toContain('orders-standard');
        else expect(errorText(result)).toContain(nearest);
      }
    });
  }

  behaviour('mistakes about two clusters are reported together', standard(), async (box) => {
    box.world.changeCluster(ids.standardCluster, { state: 'CREATION_FAILED' });
    const result = await run(box, { cluster: `${ids.standardCluster}\nno-such-cluster` });
    expectFailure(result, 'cluster-not-ready');
    expect(titlesOf(result)).toEqual(['cluster-not-ready', 'cluster-not-found']);
    expect(mutations(result)).toEqual([]);
  });
});
