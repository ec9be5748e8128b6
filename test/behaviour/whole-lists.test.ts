import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { expectFailure } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, expectSuccess, liveEndpoints, standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

/** Every list is read whole, in however small pages it comes; one that does not end is an error and never cut. */
const TINY = { cloud: { pageSize: 1, pagesEverywhere: true }, ec2: { pageSize: 1 } } as const;

describe('pages of one row', () => {
  for (const [plan, world, cluster] of [
    ['Standard', standard, ids.standardName],
    ['Advanced', advanced, ids.advancedName],
  ] as const) {
    behaviour(`${plan}: a path is made, and found whole by the next run`, world(TINY), async (box) => {
      // Each list has rows of others before those of the run.
      const stranger = { vpcId: ids.vpc, serviceName: 'com.amazonaws.us-east-1.s3', createdAt: 0 };
      box.world.createEndpoint(stranger);
      for (const name of ['one', 'two']) box.world.createGroup({ vpcId: ids.vpc, name });
      expectSuccess(await run(box, { cluster }));
      const again = await run(box, { cluster });
      expectSuccess(again);
      expect(mutations(again)).toEqual([]);
      const verified = await run(box, { cluster, operation: 'verify' });
      expectSuccess(verified);
      expect(
        verified.requests.filter(({ params }) => params['NextToken'] ?? params['pagination.page']).length,
      ).toBeGreaterThan(3);
      expectSuccess(await run(box, { cluster, operation: 'delete', environment: 'default' }));
      expect(liveEndpoints(box).map(({ serviceName }) => serviceName)).toEqual([stranger.serviceName]);
    });
  }

  behaviour(
    'the block for everybody is behind the first page of the IP allowlist',
    standard({}, (seed) => {
      const entry = (index: number) => ({
        cidr_ip: `192.0.2.${index % 256}`,
        cidr_mask: 32,
        name: `${index}`,
        sql: true,
        ui: false,
      });
      const open = { cidr_ip: '0.0.0.0', cidr_mask: 0, name: 'all', sql: true, ui: false };
      for (const cluster of seed.clusters)
        cluster.allowlist = [...Array.from({ length: 600 }, (_, index) => entry(index)), open];
    }),
    async (box) => {
      expectSuccess(await run(box));
      const verified = await run(box, { operation: 'verify' });
      expect(verified.outputs['drift']).toContain('public-access');
      expect(verified.requests.filter(({ action }) => action.endsWith('/allowlist'))).toHaveLength(2);
    },
  );
});

describe('a list that leads on without end', () => {
  behaviour('of CockroachDB Cloud', standard(), async (box) => {
    let page = 0;
    const rewrite = () => {
      page += 1;
      return { body: JSON.stringify({ connections: [], pagination: { next_page: `page-${page}` } }) };
    };
    const match = { service: 'cloud', action: /private-endpoint-connections$/ } as const;
    box.faults.add({ match, kind: 'rewrite', rewrite, times: 1e6 });
    const result = await run(box);
    expectFailure(result, 'cloud-refused', /keeps returning more pages of a list/);
    expect(mutations(result)).toEqual([]);
  });

  behaviour('of EC2', standard({ throttle: { ec2: false } }), async (box) => {
    let page = 0;
    const rewrite = ({ body }: { body: string }) => {
      page += 1;
      const token = `<nextToken>${Buffer.from(`page:DescribeSubnets:${page * 1000}`).toString('base64url')}</nextToken>`;
      return { body: body.replace('</DescribeSubnetsResponse>', `${token}</DescribeSubnetsResponse>`) };
    };
    box.faults.add({ match: { action: 'DescribeSubnets' }, kind: 'rewrite', rewrite, times: 1e6 });
    const result = await run(box);
    expectFailure(result, 'aws-refused', /keeps returning more pages of a list/);
    expect(liveEndpoints(box)).toEqual([]);
  });
});
