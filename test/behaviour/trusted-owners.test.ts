import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  accountsOutput,
  addSecondAdvanced,
  entryOf,
  ownerCalls,
  ownersOutput,
  ownersPath,
  plain,
  runOwners,
  secondAdvanced,
  servicesAsked,
  trust,
  trusted,
  ZEROS,
} from '../support/owners.ts';
import { advanced, expectSuccess } from '../support/paths.ts';
import { mutations } from '../support/run.ts';

const OTHER = ids.otherAccount;

describe('trusted owners alone: add', () => {
  behaviour('adds what is missing, confirms it, and needs nothing of AWS', advanced(), async (box) => {
    trust(box, OTHER);
    const kept = entryOf(box, OTHER);
    // No region either: it means nothing for trusted owners.
    const inputs = { 'trusted-owners': `${OTHER}\n${ZEROS}`, 'role-to-assume': '', 'aws-region': '' };
    const result = await runOwners(box, inputs, { env: { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined } });
    expectSuccess(result);
    expect(servicesAsked(result)).toEqual(['cloud']);
    expect(trusted(box)).toEqual([ZEROS, OTHER].toSorted());
    expect(entryOf(box, OTHER)).toBe(kept);

    // Listed, written, listed again, then each entry read by its ID.
    const added = entryOf(box, ZEROS);
    const calls = ownerCalls(result);
    // Work takes no time here: a list that begins in the very millisecond of the write is read once more.
    expect(calls.slice(0, 4)).toEqual(['GET', 'POST', 'GET', 'GET']);
    expect(calls.slice(4).toSorted()).toEqual([`GET /${added}`, `GET /${kept}`].toSorted());
    const posted = result.requests.find((one) => one.action === `POST ${ownersPath()}`);
    expect(JSON.parse(posted?.body ?? '')).toEqual({ type: 'AWS_ACCOUNT_ID', external_owner_id: ZEROS });

    expect(result.outputs).toMatchObject({ changed: 'true', created: 'false', 'endpoint-id': '' });
    const createdAt = new Date(box.world.tables.trustedOwner.get(added)?.createdAt ?? 0).toISOString();
    expect(ownersOutput(result).find((one) => one.account === ZEROS)).toEqual({
      cluster_id: ids.advancedCluster,
      cluster_name: ids.advancedName,
      id: added,
      account: ZEROS,
      created_at: createdAt,
    });
    for (const text of ['Trusted owners', ZEROS, OTHER, added, kept, createdAt])
      expect(plain(result.summary)).toContain(text);

    const second = await runOwners(box, inputs);
    expectSuccess(second);
    expect(mutations(second)).toEqual([]);
    expect(second.outputs).toMatchObject({ changed: 'false', 'trusted-owners': result.outputs['trusted-owners'] });
  });

  behaviour('a role that is given but not needed is not assumed', advanced(), async (box) => {
    const result = await runOwners(box, { 'trusted-owners': OTHER });
    expectSuccess(result);
    expect(servicesAsked(result)).toEqual(['cloud']);
    expect(trusted(box)).toEqual([OTHER]);
  });

  behaviour('the region of the runner does not matter to it', advanced(), async (box) => {
    const result = await runOwners(box, { 'trusted-owners': OTHER, 'aws-region': 'eu-west-1' });
    expectSuccess(result);
    expect(trusted(box)).toEqual([OTHER]);
  });

  behaviour('self is the account in use, and duplicates are one', advanced(), async (box) => {
    const result = await runOwners(box, { 'trusted-owners': `self, ${ids.account}, self` });
    expectSuccess(result);
    expect(trusted(box)).toEqual([ids.account]);
    expect(result.outputs['aws-account-id']).toBe(ids.account);
    expect(servicesAsked(result)).toEqual(['cloud', 'oidc', 'sts']);
    expect(ownerCalls(result).filter((one) => one === 'POST')).toHaveLength(1);
  });

  behaviour('* is everyone; beside explicit accounts it is a warning', advanced(), async (box) => {
    const everyone = await runOwners(box, { 'trusted-owners': '*' });
    expectSuccess(everyone);
    expect(trusted(box)).toEqual(['*']);
    expect(everyone.annotations.filter((one) => one.level === 'warning')).toEqual([]);

    const beside = await runOwners(box, { 'trusted-owners': OTHER });
    expectSuccess(beside);
    expect(trusted(box)).toEqual(['*', OTHER]);
    const warnings = beside.annotations.filter((one) => one.level === 'warning').map((one) => one.message);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(ids.advancedName);
    expect(warnings[0]).toContain('*');
    expect(plain(beside.summary)).toContain(warnings[0]?.replaceAll('\n', ' ') ?? 'a warning');
  });

  behaviour('several clusters in one run, each with its own entries', advanced({}, addSecondAdvanced), async (box) => {
    trust(box, OTHER);
    const cluster = `${ids.advancedCluster}\n${secondAdvanced.name}`;
    const result = await runOwners(box, { cluster, 'trusted-owners': `${OTHER},${ZEROS}` });
    expectSuccess(result);
    for (const id of [ids.advancedCluster, secondAdvanced.id])
      expect(trusted(box, id)).toEqual([ZEROS, OTHER].toSorted());
    expect(
      ownersOutput(result)
        .map(({ cluster_name, account, id }) => [cluster_name, account, id])
        .toSorted(),
    ).toEqual(
      [
        [ids.advancedName, OTHER, entryOf(box, OTHER)],
        [ids.advancedName, ZEROS, entryOf(box, ZEROS)],
        [secondAdvanced.name, OTHER, entryOf(box, OTHER, secondAdvanced.id)],
        [secondAdvanced.name, ZEROS, entryOf(box, ZEROS, secondAdvanced.id)],
      ].toSorted(),
    );
    expect(result.requests.filter((one) => one.action.startsWith('POST '))).toHaveLength(3);
  });

  for (const ownerAgain of [200, 409] as const) {
    behaviour(`somebody adds the account first: ${ownerAgain}`, advanced({ cloud: { ownerAgain } }), async (box) => {
      const stop = box.onRequest(({ request, when }) => {
        if (when !== 'before' || request.action !== `POST ${ownersPath()}`) return;
        stop();
        trust(box, OTHER);
      });
      const result = await runOwners(box, { 'trusted-owners': OTHER });
      expectSuccess(result);
      expect(trusted(box)).toEqual([OTHER]);
      expect(accountsOutput(result)).toEqual([OTHER]);
      expect(ownersOutput(result)[0]?.id).toBe(entryOf(box, OTHER));
    });
  }

  behaviour('an answer that was lost is looked for, not asked for again', advanced(), async (box) => {
    box.faults.add({ match: { action: `POST ${ownersPath()}` }, when: 'after', kind: 'reset' });
    const result = await runOwners(box, { 'trusted-owners': OTHER });
    expectSuccess(result);
    expect(ownerCalls(result).slice(0, 3)).toEqual(['GET', 'POST', 'GET']);
    expect(ownerCalls(result).filter((one) => one === 'POST')).toHaveLength(1);
    expect(result.outputs['changed']).toBe('true');
    expect(trusted(box)).toEqual([OTHER]);
  });
});

describe('trusted owners alone: exact and delete', () => {
  behaviour('exact adds what is missing and removes the rest by entry ID', advanced(), async (box) => {
    trust(box, OTHER, '*');
    const doomed = [entryOf(box, OTHER), entryOf(box, '*')];
    const result = await runOwners(box, { 'trusted-owners': `self\n${ZEROS}`, 'trusted-owners-mode': 'exact' });
    expectSuccess(result);
    expect(trusted(box)).toEqual([ZEROS, ids.account].toSorted());
    expect(accountsOutput(result)).toEqual([ZEROS, ids.account].toSorted());
    const deleted = ownerCalls(result).filter((one) => one.startsWith('DELETE'));
    expect(deleted.toSorted()).toEqual(doomed.map((id) => `DELETE /${id}`).toSorted());
    expect(result.outputs['changed']).toBe('true');
    expect(result.annotations.filter((one) => one.level === 'warning')).toEqual([]);
  });

  behaviour('delete takes away the listed ones and no others', advanced(), async (box) => {
    trust(box, OTHER, ZEROS, ids.account);
    const doomed = [entryOf(box, ZEROS), entryOf(box, ids.account)];
    const inputs = { operation: 'delete', 'trusted-owners': `${ZEROS},self` };
    const result = await runOwners(box, inputs);
    expectSuccess(result);
    expect(trusted(box)).toEqual([OTHER]);
    expect(accountsOutput(result)).toEqual([OTHER]);
    const calls = ownerCalls(result);
    expect(calls[0]).toBe('GET');
    expect(calls.filter((one) => one.startsWith('DELETE')).toSorted()).toEqual(
      doomed.map((id) => `DELETE /${id}`).toSorted(),
    );
    expect(result.outputs).toMatchObject({ changed: 'true', status: 'absent' });

    const again = await runOwners(box, inputs);
    expectSuccess(again);
    expect(mutations(again)).toEqual([]);
    expect(again.outputs).toMatchObject({ changed: 'false', status: 'absent' });
  });

  behaviour('an entry that is gone when it is to be removed counts as removed', advanced(), async (box) => {
    trust(box, OTHER);
    const id = entryOf(box, OTHER);
    const answers: number[] = [];
    box.onRequest(({ request, when }) => {
      if (request.action !== `DELETE ${ownersPath()}/${id}`) return;
      if (when === 'before') box.world.tables.trustedOwner.delete(id);
      else answers.push(request.status);
    });
    const result = await runOwners(box, { operation: 'delete', 'trusted-owners': OTHER });
    expectSuccess(result);
    expect(result.requests.filter((one) => one.action.startsWith('DELETE')).map((one) => one.status)).toEqual([404]);
    expect(answers).toHaveLength(1);
    expect(trusted(box)).toEqual([]);
  });

  for (const more of ['vpc-id', 'endpoint-id', 'environment'] as const) {
    behaviour(`a closing preview (${more}) untrusts nobody`, advanced(), async (box) => {
      trust(box, OTHER);
      const values = { 'vpc-id': ids.vpc, 'endpoint-id': 'vpce-0123456789abcdef0', environment: 'pr:7' };
      const result = await runOwners(box, { operation: 'delete', 'trusted-owners': OTHER, [more]: values[more] });
      // Whether or not this version can delete the path itself.
      expect(result.timedOut).toBe(false);
      expect(ownerCalls(result).filter((one) => !one.startsWith('GET'))).toEqual([]);
      expect(trusted(box)).toEqual([OTHER]);
    });
  }
});
