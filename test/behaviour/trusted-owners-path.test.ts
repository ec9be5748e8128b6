import { describe, expect } from 'vitest';
import { bothPlans, ids, type Sandbox } from '../sandbox/index.ts';
import type { Service } from '../sandbox/types.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  accountsOutput,
  ownerCalls,
  ownersPath,
  runOwners,
  runPath,
  trust,
  trusted,
  ZEROS,
} from '../support/owners.ts';
import {
  advanced,
  errorText,
  expectFailure,
  expectOnePath,
  expectSuccess,
  QUICK,
  theEndpoint,
} from '../support/paths.ts';
import { mutations } from '../support/run.ts';

const OTHER = ids.otherAccount;
const SHORT_LAG = { env: { PRIVATELINK_READ_LAG_SECONDS: '4' } };
const SELF = { 'trusted-owners': 'self' };
/** Waiting out a refusal takes minutes; nothing else in these scenarios is close to a time-out. */
const FAST = { rate: 25 };

const bothQuick = () => ({ ...bothPlans(), settings: QUICK });

function enforce(box: Sandbox, ...accounts: string[]): void {
  box.world.changeCluster(ids.advancedCluster, { trustEnforced: true });
  trust(box, ...accounts);
}

/** EC2 hides the service from accounts other than the trusted ones. */
function hideService(box: Sandbox): Service {
  const [service] = box.world.makeServices(ids.advancedCluster);
  if (service === undefined) throw new Error('no endpoint service was made');
  box.world.changeService(service.id, { allowed: [OTHER] });
  return service;
}

describe('an endpoint refused because its account is not trusted', () => {
  for (const untrusted of ['reject', 'fail', 'refuse-400', 'refuse-403'] as const) {
    behaviour(`by the Cloud: ${untrusted}`, { ...advanced({ cloud: { untrusted } }), ...FAST }, async (box) => {
      enforce(box, OTHER);
      const result = await runPath(box, {}, SHORT_LAG);
      expectDistrust(result);
      if (untrusted === 'reject') return;
      // What the fix says is enough.
      expectSuccess(await runPath(box, SELF, SHORT_LAG));
      expectOnePath(box, ids.advancedCluster);
    });
  }

  for (const untrusted of ['does-not-exist', 'created-then-rejected', 'created-then-failed'] as const) {
    behaviour(`by EC2: ${untrusted}`, { ...advanced({ ec2: { untrusted } }), ...FAST }, async (box) => {
      enforce(box, OTHER);
      hideService(box);
      expectDistrust(await runPath(box, {}, SHORT_LAG));
    });
  }

  for (const untrusted of ['reject', 'refuse-400'] as const) {
    behaviour(
      `when the time is up first: ${untrusted}`,
      { ...advanced({ cloud: { untrusted } }), ...FAST },
      async (box) => {
        enforce(box, OTHER);
        expectDistrust(await runPath(box, { 'timeout-seconds': '45' }, SHORT_LAG));
      },
    );
  }

  behaviour('the trouble of another cluster is not blamed on trust', { ...bothQuick(), ...FAST }, async (box) => {
    trust(box, OTHER);
    box.world.scriptConnections({ outcome: 'FAILED', clusterId: ids.standardCluster, times: 9 });
    const result = await runPath(box, { cluster: `${ids.advancedCluster},${ids.standardCluster}` }, SHORT_LAG);
    expect(result.exitCode).toBe(1);
    expect(['connection-failed', 'endpoint-failed']).toContain(result.outputs['error-code']);
  });

  behaviour('a trusted account that is refused is told the refusal', { ...advanced(), ...FAST }, async (box) => {
    enforce(box, ids.account);
    box.world.scriptConnections({ outcome: 'FAILED', times: 9 });
    const result = await runPath(box, {}, SHORT_LAG);
    expect(result.exitCode).toBe(1);
    expect(['connection-failed', 'endpoint-failed']).toContain(result.outputs['error-code']);
  });
});

describe('together with an endpoint', () => {
  behaviour('trust comes before the endpoint, and the second run changes nothing', advanced(), async (box) => {
    enforce(box, OTHER);
    const service = hideService(box);
    box.onRequest(({ request, when }) => {
      if (when === 'after' && request.action === `POST ${ownersPath()}`)
        box.world.changeService(service.id, { allowed: [OTHER, ids.account] });
    });
    const result = await runPath(box, SELF);
    expectSuccess(result);
    const actions = result.requests.map((one) => one.action);
    const trustedAt = actions.indexOf(`POST ${ownersPath()}`);
    expect(trustedAt).toBeGreaterThan(0);
    expect(actions.indexOf('CreateVpcEndpoint')).toBeGreaterThan(trustedAt);
    expect(actions.filter((one) => one === 'CreateVpcEndpoint')).toHaveLength(1);
    expect(accountsOutput(result)).toEqual([ids.account, OTHER].toSorted());
    expectOnePath(box, ids.advancedCluster);

    const second = await runPath(box, SELF);
    expectSuccess(second);
    expect(mutations(second)).toEqual([]);
    expect(second.outputs['changed']).toBe('false');
  });

  behaviour('* lets this account in too, before the endpoint', advanced(), async (box) => {
    enforce(box);
    const result = await runPath(box, { 'trusted-owners': '*' });
    expectSuccess(result);
    const actions = result.requests.map((one) => one.action);
    expect(actions.indexOf('CreateVpcEndpoint')).toBeGreaterThan(actions.indexOf(`POST ${ownersPath()}`));
    expect(trusted(box)).toEqual(['*']);
  });

  for (const untrusted of ['reject', 'refuse-400'] as const) {
    behaviour(
      `an endpoint that is there is connected after trust: ${untrusted}`,
      advanced({ cloud: { untrusted } }),
      async (box) => {
        const [service] = box.world.makeServices(ids.advancedCluster);
        enforce(box, OTHER);
        const serviceName = service?.name ?? '';
        const { id } = box.world.createEndpoint({ vpcId: ids.vpc, serviceName, state: 'pendingAcceptance' });
        // The Cloud takes its time to note the trust, and refuses whoever connects meanwhile.
        box.onRequest(async ({ request, when }) => {
          if (when === 'before' && request.action === `POST ${ownersPath()}`) await box.clock.sleep(5_000);
        });
        const result = await runPath(
          box,
          { ...SELF, 'vpc-id': '', 'endpoint-id': id, 'private-dns': 'false' },
          SHORT_LAG,
        );
        expectSuccess(result);
        const begun = (action: string) => result.requests.find((one) => one.action === action)?.at ?? 0;
        const connect = `POST ${ownersPath().replace('trusted-owners', 'connections')}`;
        expect(begun(connect) - begun(`POST ${ownersPath()}`)).toBeGreaterThanOrEqual(5_000);
        expect(result.outputs).toMatchObject({ 'endpoint-id': id, status: 'available' });
        expect(trusted(box)).toEqual([ids.account, OTHER].toSorted());
      },
    );
  }

  behaviour('exact without this account is refused before anything is made', advanced(), async (box) => {
    enforce(box, ids.account);
    const result = await runPath(box, { 'trusted-owners': OTHER, 'trusted-owners-mode': 'exact' }, SHORT_LAG);
    expect(result.exitCode).toBe(1);
    expect(mutations(result)).toEqual([]);
    expect(trusted(box)).toEqual([ids.account]);
  });

  behaviour('exact keeps the account whose path this run made', advanced(), async (box) => {
    expectSuccess(await runPath(box, SELF));
    const { id } = theEndpoint(box);
    const result = await runOwners(box, { 'trusted-owners': ZEROS, 'trusted-owners-mode': 'exact' });
    expectFailure(result, 'owner-in-use');
    expect(errorText(result)).toContain(id);
    expect(ownerCalls(result).filter((one) => !one.startsWith('GET'))).toEqual([]);
    expect(trusted(box)).toEqual([ids.account]);
    expectOnePath(box, ids.advancedCluster);
  });
});

function expectDistrust(result: Awaited<ReturnType<typeof runPath>>): void {
  expectFailure(result, 'account-not-trusted');
  expect(errorText(result)).toContain(ids.account);
  expect(errorText(result)).toContain(ids.advancedName);
  expect(errorText(result)).toContain('trusted-owners: self');
}
