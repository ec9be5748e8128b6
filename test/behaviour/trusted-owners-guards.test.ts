import { describe, expect } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  accountsOutput,
  connectStranger,
  entryOf,
  ownerCalls,
  ownersPath,
  runOwners,
  runPath,
  trust,
  trusted,
  ZEROS,
} from '../support/owners.ts';
import { advanced, errorText, expectFailure, expectRefusal, expectSuccess, standard } from '../support/paths.ts';
import { mutations, plannedSteps } from '../support/run.ts';

const OTHER = ids.otherAccount;
const EXACT = { 'trusted-owners': ids.account, 'trusted-owners-mode': 'exact' };
const DELETE = { 'trusted-owners': OTHER, operation: 'delete' };

describe('an account that still has a connection is not removed', () => {
  for (const status of ['PENDING', 'PENDING_ACCEPTANCE', 'AVAILABLE'] as const) {
    for (const inputs of [EXACT, DELETE]) {
      const how = 'operation' in inputs ? 'delete' : 'exact';
      behaviour(`${how}: ${status} is named, and nothing is written`, advanced(), async (box) => {
        trust(box, OTHER, ZEROS);
        const endpoints = [connectStranger(box, status), connectStranger(box, 'AVAILABLE')];
        const result = await runOwners(box, inputs);
        expectRefusal(result, 'owner-in-use');
        for (const text of [OTHER, ids.advancedName, ...endpoints]) expect(errorText(result)).toContain(text);
        expect(trusted(box)).toEqual([ZEROS, OTHER].toSorted());
      });
    }
  }

  behaviour('a connection that is over, or of another account, keeps nobody', advanced(), async (box) => {
    trust(box, OTHER, ZEROS);
    connectStranger(box, 'REJECTED');
    connectStranger(box, 'DELETING');
    connectStranger(box, 'AVAILABLE', ZEROS);
    expectSuccess(await runOwners(box, DELETE));
    expect(trusted(box)).toEqual([ZEROS]);
  });

  behaviour('a connection whose account the API leaves out keeps everybody', advanced(), async (box) => {
    trust(box, OTHER);
    const endpoint = connectStranger(box, 'AVAILABLE', '');
    const result = await runOwners(box, DELETE);
    expectRefusal(result, 'owner-in-use');
    expect(errorText(result)).toContain(endpoint);
    expect(trusted(box)).toEqual([OTHER]);
  });

  behaviour('* is kept for those who are connected by it alone', advanced(), async (box) => {
    trust(box, '*', ZEROS);
    connectStranger(box, 'AVAILABLE', ZEROS);
    const endpoint = connectStranger(box, 'AVAILABLE', OTHER);
    const result = await runOwners(box, { ...EXACT, 'trusted-owners': ZEROS });
    expectRefusal(result, 'owner-in-use');
    expect(errorText(result)).toContain(endpoint);
    expect(trusted(box)).toEqual(['*', ZEROS]);
  });

  behaviour('from * to a list that has all who are connected', advanced(), async (box) => {
    trust(box, '*');
    connectStranger(box, 'AVAILABLE', OTHER);
    const result = await runOwners(box, { ...EXACT, 'trusted-owners': `${OTHER},${ZEROS}` });
    expectSuccess(result);
    expect(trusted(box)).toEqual([ZEROS, OTHER].toSorted());
    // At no moment is a connected account trusted by neither.
    const writes = ownerCalls(result).filter((one) => !one.startsWith('GET'));
    expect(writes.map((one) => one.split(' ')[0])).toEqual(['POST', 'POST', 'DELETE']);
  });
});

describe('not asked', () => {
  behaviour('an empty list asks nothing, whatever the mode', advanced(), async (box) => {
    trust(box, OTHER);
    const result = await runPath(box, { 'trusted-owners': ' ', 'trusted-owners-mode': 'exact' });
    expectSuccess(result);
    expect(box.count(/private-endpoint-trusted-owners/)).toBe(0);
    expect(result.outputs['trusted-owners']).toBe('[]');
    expect(trusted(box)).toEqual([OTHER]);
  });
});

describe('three ways to have no trusted owners', () => {
  for (const trustedOwners of [403, 404, 501] as const) {
    behaviour(
      `not enabled for the organization: ${trustedOwners}`,
      advanced({ cloud: { trustedOwners } }),
      async (box) => {
        const result = await runOwners(box, { 'trusted-owners': OTHER });
        expectRefusal(result, 'owners-not-enabled');
        expect(errorText(result)).toContain('account team');
      },
    );
  }

  const lowRoles: { role: string; key?: string }[] = [
    { role: 'CLUSTER_OPERATOR_WRITER' },
    { role: 'CLUSTER_DEVELOPER', key: ids.readOnlyApiKey },
  ];
  for (const { role, key = ids.apiKey } of lowRoles) {
    behaviour(`the key is only ${role}`, advanced(), async (box) => {
      const account = box.world.serviceAccounts.get(key);
      if (account !== undefined) account.roles = [role];
      const result = await runOwners(box, { 'trusted-owners': OTHER, 'cockroach-api-key': key });
      expectFailure(result, 'owners-denied');
      expect(errorText(result)).toContain('CLUSTER_ADMIN');
      expect(trusted(box)).toEqual([]);
    });
  }

  behaviour('a key that may read but not write, refused in other words', advanced(), async (box) => {
    const action = `POST ${ownersPath()}`;
    const fault = { kind: 'status', status: 403, code: '7', message: 'forbidden', times: 99 } as const;
    box.faults.add({ match: { action }, ...fault });
    const result = await runOwners(box, { 'trusted-owners': OTHER });
    expectFailure(result, 'owners-denied');
  });

  for (const trustedOwners of ['enrolled', 404] as const) {
    behaviour(`a Standard cluster: ${trustedOwners}`, standard({ cloud: { trustedOwners } }), async (box) => {
      const result = await runOwners(box, { cluster: ids.standardCluster, 'trusted-owners': OTHER });
      expectRefusal(result, 'owners-standard');
      expect(errorText(result)).toContain(ids.standardName);
    });
  }
});

describe('verify and dry-run', () => {
  const drifted = (box: Sandbox) => trust(box, OTHER);

  behaviour('verify finds what is missing and what is too many, and writes nothing', advanced(), async (box) => {
    drifted(box);
    const result = await runOwners(box, { ...EXACT, operation: 'verify', 'fail-on-drift': 'false' });
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
    const drift = JSON.parse(result.outputs['drift'] ?? '') as { check: string; severity: string; subject: string }[];
    expect(drift.map(({ check, severity }) => [check, severity]).toSorted()).toEqual([
      ['owner-missing', 'error'],
      ['owner-surplus', 'error'],
    ]);
    expect(drift.find((one) => one.check === 'owner-missing')?.subject).toContain(ids.account);
    expect(drift.find((one) => one.check === 'owner-surplus')?.subject).toContain(OTHER);
    expect(result.outputs['drift-count']).toBe('2');
    expect(accountsOutput(result)).toEqual([OTHER]);
    expect(trusted(box)).toEqual([OTHER]);

    expectSuccess(await runOwners(box, EXACT));
    const after = await runOwners(box, { ...EXACT, operation: 'verify' });
    expectSuccess(after);
    expect(after.outputs['drift']).toBe('[]');
  });

  behaviour('add finds only what is missing, and * beside others is a warning', advanced(), async (box) => {
    trust(box, OTHER, '*');
    const result = await runOwners(box, { 'trusted-owners': ZEROS, operation: 'verify', 'fail-on-drift': 'false' });
    expectSuccess(result);
    const drift = JSON.parse(result.outputs['drift'] ?? '') as { check: string; severity: string }[];
    expect(drift.map(({ check, severity }) => [check, severity]).toSorted()).toEqual([
      ['owner-missing', 'error'],
      ['trusts-everyone', 'warning'],
    ]);
    expect(result.outputs['drift-count']).toBe('1');
  });

  behaviour('verify names every account that is in use', advanced(), async (box) => {
    trust(box, OTHER, ZEROS);
    const endpoints = [connectStranger(box, 'AVAILABLE', OTHER), connectStranger(box, 'AVAILABLE', ZEROS)];
    const result = await runOwners(box, { ...EXACT, operation: 'verify' });
    expect(result.outputs['error-code']).toBe('drift');
    for (const endpoint of endpoints) expect(result.outputs['drift']).toContain(endpoint);
    expect(mutations(result)).toEqual([]);
  });

  behaviour('dry-run shows both steps and writes nothing', advanced(), async (box) => {
    drifted(box);
    const result = await runOwners(box, { ...EXACT, 'dry-run': 'true' });
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
    expect(trusted(box)).toEqual([OTHER]);
    const steps = plannedSteps(result).map((one) => one.id);
    expect(steps).toHaveLength(2);
    expect(steps).toContain(`trust:${ids.advancedCluster}:${ids.account}`);
    expect(steps).toContain(`untrust:${ids.advancedCluster}:${entryOf(box, OTHER)}`);
    expect(result.outputs['changed']).toBe('false');
  });
});

describe('reads that lag', () => {
  for (const [mode, lag] of [
    ['max', 5],
    ['max', 20],
    ['random', 20],
  ] as const) {
    behaviour(
      `behind by ${lag} s (${mode}): each account is added and removed once`,
      advanced({ stale: { seconds: { trustedOwner: lag }, mode } }),
      async (box) => {
        trust(box, OTHER);
        const doomed = entryOf(box, OTHER);
        await box.clock.sleep(lag * 1000);
        const result = await runOwners(box, EXACT);
        expectSuccess(result);
        const writes = ownerCalls(result).filter((one) => !one.startsWith('GET'));
        expect(writes.toSorted()).toEqual([`DELETE /${doomed}`, 'POST']);
        expect(trusted(box)).toEqual([ids.account]);
        expect(accountsOutput(result)).toEqual([ids.account]);
      },
    );
  }
});
