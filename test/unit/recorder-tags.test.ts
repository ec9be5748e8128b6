import { describe, expect, it } from 'vitest';
import { claimKey, claimValue, leavingMark, type Owner, ownerDigest } from '../../src/reconcile/model/claims.ts';
import { ownerOfRun } from '../../src/recorder/about.ts';
import { createStandIns } from '../../src/recorder/stand-ins.ts';
import { createTagCleaner } from '../../src/recorder/tags.ts';
import { createTextCleaner } from '../../src/recorder/words.ts';
import { wallTime } from '../../src/support/moment.ts';

const CLUSTER = { id: 'b2222222-2222-4222-8222-222222222222', name: 'orders-eu' };
const AT = wallTime(Date.parse('2026-12-01T05:00:00Z'));
const ENV = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY_ID: '712345678',
  GITHUB_REPOSITORY: 'acme/shop',
};

function cleaned(environment: string, env: Record<string, string> = ENV) {
  const standIns = createStandIns(Buffer.alloc(32, 3));
  const owner = ownerOfRun((name) => (name === 'environment' ? environment : ''), env, standIns);
  const words = createTextCleaner({ standIns, names: [], relative: () => 't+0.000' });
  return { standIns, owner, tags: createTagCleaner({ standIns, words, owner }) };
}

it.each(['default', 'branch:feature/x', 'pr:12', 'production'])(
  'a claim of the run itself follows from stand-ins: %s',
  (environment) => {
    const { standIns, owner, tags } = cleaned(environment);
    const use = { at: AT, nonce: 'a1b2c3d4e5f6' };
    const { key, value } = tags.tag(claimKey(owner.real, CLUSTER.id), claimValue(owner.real, CLUSTER, use));
    expect(owner.standIn).not.toEqual(owner.real);
    expect(key).toBe(claimKey(owner.standIn, standIns.uuid(CLUSTER.id)));
    const standIn = { id: standIns.uuid(CLUSTER.id), name: standIns.name('cluster', CLUSTER.name) };
    const expected = claimValue(owner.standIn, standIn, { at: AT, nonce: standIns.hex(use.nonce) });
    expect(value).toBe(expected.replace(/used=\S+/, 'used=t+0.000'));
    expect(value).not.toMatch(/orders|feature|712345678|production|a1b2c3/);
  },
);

it('a leaving mark of the run names it by the digest of its stand-ins', () => {
  const { standIns, owner, tags } = cleaned('pr:12');
  const mark = leavingMark('a1b2c3d4e5f6', AT, { by: ownerDigest(owner.real), clusterIds: [CLUSTER.id, CLUSTER.id] });
  const { key, value } = tags.tag(mark.key, mark.value);
  const id = standIns.uuid(CLUSTER.id);
  expect(key).toBe(`cockroachdb-privatelink/leaving/${standIns.hex('a1b2c3d4e5f6')}`);
  expect(value).toBe(`v1 at=t+0.000 by=${ownerDigest(owner.standIn)} clusters=${id}+${id}`);
});

describe('a claim of another owner', () => {
  const claimOf = (environment: string) => {
    const { standIns, owner, tags } = cleaned('default');
    const other: Owner = { ...owner.real, repositoryId: '799999999', environment };
    const value = claimValue(other, CLUSTER, { at: AT, nonce: 'ffff00001111' });
    return { standIns, owner, ...tags.tag(claimKey(other, CLUSTER.id), value) };
  };
  const VALUE =
    /^v1 repo=(99\d{7}) on=2c829a31 kind=\w+ cluster=\S+-fade-\S+ of=cluster-fade\S+ used=t\+0\.000 run=fade\S+ name=(\S*-fade\S+)$/;

  // What a sweep does with it depends on whether its key is that of a branch.
  it.each(['secret-project', 'branch:feature/x'])('follows from the stand-ins in its value: %s', (environment) => {
    const { standIns, owner, key, value } = claimOf(environment);
    const [, repositoryId = '', name = ''] = VALUE.exec(value) ?? [];
    expect(repositoryId).not.toBe('');
    expect(key).toBe(claimKey({ ...owner.standIn, repositoryId, environment: name }, standIns.uuid(CLUSTER.id)));
  });

  it('has a stand-in that nothing follows from where its value has only a part of the name', () => {
    const { key, value } = claimOf(`branch:${'long'.repeat(20)}`);
    expect(key).toMatch(/^cockroachdb-privatelink\/claim\/fade[0-9a-f]{36}$/);
    expect(value).toMatch(VALUE);
  });
});

it('tags of others are names, whatever words they have', () => {
  const { tags } = cleaned('default');
  expect(tags.tag('Name', 'customer database').value).toMatch(/^tag-fade[0-9a-f]{8}$/);
  expect(tags.tag('aws:cloudformation:stack-name', 'customer-database').value).toMatch(/^tag-fade/);
  expect(tags.tag('team', 'default')).toEqual({
    key: expect.stringMatching(/^tag-fade/),
    value: expect.stringMatching(/^tag-fade/),
  });
  expect(tags.tag('Name', 'cockroachdb-privatelink vpce-svc-0123456789abcdef0').value).toMatch(
    /^cockroachdb-privatelink vpce-svc-0fade/,
  );
});

it('what was split over the fields of a claim is not seen', () => {
  const { tags } = cleaned('default');
  expect(tags.tag('cockroachdb-privatelink/claim/x', 'v1 +49 843 500 kind=57 used=17').value).toBe(
    'v1 [3] [3] [3] kind=[2] used=[2]',
  );
});
