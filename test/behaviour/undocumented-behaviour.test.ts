import { describe, expect } from 'vitest';
import { type DeepPartial, ids, type Settings } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, errorText, expectFailure, expectOnePath, expectSuccess, PLANS, standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

/** Ways in which the sources leave open what AWS and the Cloud do; the action must work with each. */
const variants: Record<string, DeepPartial<Settings>> = {
  'states in Pascal case': { ec2: { pascalStates: true } },
  'private DNS shows at once': { ec2: { dnsFlag: 'at-once' } },
  'changes are taken in any state': { ec2: { modifyWhileNotAvailable: 'accept' } },
  'one row a page': { ec2: { pageSize: 1 } },
  'region as region': { cloud: { regionField: 'region' } },
  'region in both fields': { cloud: { regionField: 'both' } },
  'no region at all': { cloud: { regionField: 'none' } },
  'no aws object': { cloud: { awsSubObject: false } },
  'statuses without prefix': { cloud: { statusPrefix: false } },
  'empty lists spelled out': { cloud: { omitEmptyLists: false } },
  'accepted by the first connection': { cloud: { standardAccept: 'first-connection' } },
  'no throttling': { throttle: { ec2: false, cloud: false } },
};

describe('whichever way it turns out', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    for (const [what, settings] of Object.entries(variants)) {
      if (plan === 'Advanced' && settings.cloud?.standardAccept !== undefined) continue;
      behaviour(`${plan}: ${what}`, worldOf(settings), async (box) => {
        expectSuccess(await run(box, { cluster: clusterId }));
        expectOnePath(box, clusterId);
        if (plan === 'Advanced') return;
        const second = await run(box, { cluster: clusterId });
        expectSuccess(second);
        expect(mutations(second)).toEqual([]);
      });
    }
  }

  for (const rateLimitStatus of [429, 503, 400] as const) {
    behaviour(`the Cloud's rate limit as ${rateLimitStatus}`, standard({ cloud: { rateLimitStatus } }), async (box) => {
      // Others use up the limit of the same service account.
      for (const nth of [1, 3, 6]) {
        box.faults.add({
          match: { service: 'cloud', nth },
          kind: 'status',
          status: rateLimitStatus,
          code: '8',
          message: 'rate limit exceeded',
          retryAfter: 1,
        });
      }
      box.faults.add({
        match: { action: /^POST .*private-endpoint-connections$/ },
        kind: 'status',
        status: rateLimitStatus,
        code: '8',
        message: 'rate limit exceeded',
      });
      expectSuccess(await run(box));
      expect(box.requests.filter((one) => one.service === 'cloud' && one.status === rateLimitStatus)).toHaveLength(4);
      expectOnePath(box, ids.standardCluster);
    });
  }

  for (const clusterLock of [503, 400, 409] as const) {
    behaviour(`a cluster locked for a while: ${clusterLock}`, advanced({ cloud: { clusterLock } }), async (box) => {
      let tries = 0;
      box.onRequest(({ request, when }) => {
        if (when !== 'after' || request.service !== 'cloud' || !request.mutating) return;
        tries += 1;
        if (tries === 2) box.settings.cloud.clusterLock = false;
      });
      expectSuccess(await run(box, { cluster: ids.advancedCluster }));
      expect(tries).toBeGreaterThan(2);
      expectOnePath(box, ids.advancedCluster);
    });
  }
});

describe('an AWS account that the cluster does not trust', () => {
  behaviour('EC2 says that the service does not exist', { rate: 25, ...advanced() }, async (box) => {
    const [service] = box.world.makeServices(ids.advancedCluster);
    box.world.changeService(service?.id ?? '', { allowed: [ids.otherAccount] });
    const result = await run(box, { cluster: ids.advancedCluster });
    expectFailure(result, 'service-not-visible');
    expect(errorText(result)).toContain(ids.account);
    expect(errorText(result)).toContain('trusted owner');
    const calls = result.requests.filter((one) => one.action === 'CreateVpcEndpoint');
    // Trust takes up to a minute to show, so that long it is tried again.
    expect((calls.at(-1)?.at ?? 0) - (calls[0]?.at ?? 0)).toBeGreaterThanOrEqual(50_000);
  });

  behaviour('trust that shows a moment later', advanced(), async (box) => {
    const [service] = box.world.makeServices(ids.advancedCluster);
    box.world.changeService(service?.id ?? '', { allowed: [ids.otherAccount] });
    let refusals = 0;
    box.onRequest(({ request, when }) => {
      if (when !== 'after' || request.action !== 'CreateVpcEndpoint') return;
      refusals += 1;
      if (refusals === 2) box.world.changeService(service?.id ?? '', { allowed: 'all' });
    });
    expectSuccess(await run(box, { cluster: ids.advancedCluster }));
    expectOnePath(box, ids.advancedCluster);
  });

  const outcomes = {
    reject: ['connection-rejected'],
    fail: ['connection-failed', 'endpoint-failed'],
    'refuse-400': ['cloud-refused', 'connection-rejected'],
  } as const;
  for (const [untrusted, codes] of Object.entries(outcomes)) {
    const settings = { cloud: { untrusted: untrusted as keyof typeof outcomes } };
    behaviour(`the Cloud turns the connection down: ${untrusted}`, { rate: 25, ...advanced(settings) }, async (box) => {
      box.world.changeCluster(ids.advancedCluster, { trustEnforced: true });
      const env = { PRIVATELINK_READ_LAG_SECONDS: '4' };
      const result = await run(box, { cluster: ids.advancedCluster }, { env });
      expect(result.exitCode).toBe(1);
      expect(codes).toContain(result.outputs['error-code']);
      expect(result.outputs['status']).not.toBe('available');
      // Once the account is trusted, the next run goes through.
      box.world.addTrustedOwner(ids.advancedCluster, ids.account);
      expectSuccess(await run(box, { cluster: ids.advancedCluster }, { env }));
      await box.clock.sleep(10_000);
      expectOnePath(box, ids.advancedCluster);
    });
  }
});
