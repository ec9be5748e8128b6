import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMarkAlive } from '../../src/reconcile/membership/lease.ts';
import { claimantsOf, keptFor, otherRepositories } from '../../src/reconcile/model/claimants.ts';
import {
  claimKey,
  claimValue,
  clusterNameInClaim,
  hasRoomFor,
  kindOf,
  leavingMark,
  needsClaim,
  type Owner,
  otherClaims,
  ownerDigest,
  readClaims,
  readMarks,
  serverDigest,
} from '../../src/reconcile/model/claims.ts';
import { wallTime } from '../../src/support/moment.ts';

const HOUR = 3_600_000;
const name = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('branch:a b', 'pr:1', 'default', '::error::x', 'a\nb'),
);
const owner: fc.Arbitrary<Owner> = fc.record({
  serverUrl: fc.webUrl(),
  repositoryId: fc.nat().map(String),
  environment: name,
});
const cluster = fc.uuid();
const time = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2100, 0) }).map(wallTime);
const nonce = fc.stringMatching(/^[0-9a-f]{12}$/);

/** What EC2 and the other services allow in the keys and values of tags, everywhere. */
const TAG_KEY = /^[A-Za-z0-9 +\-=._:/@]{1,128}$/;
const TAG_VALUE = /^[A-Za-z0-9 +\-=._:/@]{0,256}$/;

describe('claims', () => {
  it('fit a tag whatever the environment is called, and are read back', () => {
    fc.assert(
      fc.property(owner, cluster, name, time, nonce, (who, id, called, at, run) => {
        const key = claimKey(who, id);
        const value = claimValue(who, { id, name: called }, { at, nonce: run });
        expect(key).toMatch(TAG_KEY);
        expect(value).toMatch(TAG_VALUE);
        expect(readClaims({ Name: 'x', [key]: value })).toMatchObject([
          {
            key,
            value,
            repositoryId: who.repositoryId,
            kind: kindOf(who.environment),
            server: serverDigest(who.serverUrl),
            clusterId: id,
            clusterName: clusterNameInClaim(called),
            lastUsed: at,
            nonce: run,
          },
        ]);
      }),
    );
  });

  it('have the same key for the same owner and cluster, and another for any other', () => {
    fc.assert(
      fc.property(owner, owner, cluster, cluster, (one, other, a, b) => {
        expect(claimKey(one, a)).toBe(claimKey({ ...one }, a));
        const same = JSON.stringify([one, a]) === JSON.stringify([other, b]);
        expect(claimKey(one, a) === claimKey(other, b)).toBe(same);
      }),
    );
  });

  it('cannot be confused by moving text from one field of the key to the next', () => {
    const base = { serverUrl: 'https://github.com', repositoryId: '12', environment: '3' };
    expect(claimKey(base, '4')).not.toBe(claimKey({ ...base, repositoryId: '1', environment: '23' }, '4'));
    expect(claimKey(base, '4')).not.toBe(claimKey({ ...base, environment: '34' }, ''));
  });

  it('are rewritten when missing, unreadable or six hours old, and not before', () => {
    fc.assert(
      fc.property(owner, cluster, time, fc.integer({ min: 0, max: 48 * HOUR }), (who, id, at, age) => {
        const key = claimKey(who, id);
        const tags = { [key]: claimValue(who, { id, name: '' }, { at, nonce: 'n' }) };
        expect(needsClaim(tags, key, wallTime(at + age))).toBe(age >= 6 * HOUR);
        expect(needsClaim({ [key]: 'scribble' }, key, at)).toBe(true);
        expect(needsClaim({}, key, at)).toBe(true);
      }),
    );
  });

  it('of others are those of another owner, even where their value cannot be read', () => {
    fc.assert(
      fc.property(owner, owner, cluster, (me, them, id) => {
        fc.pre(JSON.stringify(me) !== JSON.stringify(them));
        const mine = { [claimKey(me, id)]: claimValue(me, { id, name: '' }, { at: wallTime(0), nonce: 'n' }) };
        const theirs = { [claimKey(them, id)]: 'scribble' };
        expect(otherClaims(mine, me)).toEqual([]);
        expect(otherClaims({ ...mine, ...theirs }, me).map((claim) => claim.key)).toEqual([claimKey(them, id)]);
      }),
    );
  });

  it('never throw on tags that somebody else wrote', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(
            fc.string(),
            fc.string().map((text) => `cockroachdb-privatelink/claim/${text}`),
            fc.string().map((text) => `cockroachdb-privatelink/leaving/${text}`),
          ),
          fc.string(),
        ),
        (tags) => {
          for (const claim of readClaims(tags)) expect(Number.isFinite(claim.lastUsed)).toBe(true);
          for (const mark of readMarks(tags)) expect(Number.isFinite(mark.at)).toBe(true);
        },
      ),
    );
  });
});

describe('leaving marks', () => {
  const limits = { readLagMs: 30_000, decisionMs: 60_000 };

  it('fit a tag, are read back, and die after three lags and two decision times', () => {
    fc.assert(
      fc.property(
        owner,
        nonce,
        time,
        fc.array(cluster, { maxLength: 20 }),
        fc.integer({ min: 0, max: 400_000 }),
        (who, run, at, clusters, age) => {
          const by = ownerDigest(who);
          const mark = leavingMark(run, at, { by, clusterIds: clusters });
          expect(mark.key).toMatch(TAG_KEY);
          expect(mark.value).toMatch(TAG_VALUE);
          const [read] = readMarks({ [mark.key]: mark.value });
          expect(read).toMatchObject({ nonce: run, at, by, clusterIds: clusters.slice(0, 5) });
          if (read !== undefined) expect(isMarkAlive(read, wallTime(at + age), limits)).toBe(age < 210_000);
        },
      ),
    );
  });

  it('whose time cannot be read are dead, so that they never hold anybody back for good', () => {
    const [mark] = readMarks({ 'cockroachdb-privatelink/leaving/abc': 'scribble' });
    expect(mark !== undefined && isMarkAlive(mark, wallTime(Date.now()), limits)).toBe(false);
  });
});

it('six tag slots stay free, so that a full endpoint can always be left', () => {
  const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, '']));
  expect(hasRoomFor(tags(43), 1)).toBe(true);
  expect(hasRoomFor(tags(44), 1)).toBe(false);
});

describe('what is told of who claims an endpoint', () => {
  it('holds no word of a claim that is not of this repository, whatever it says', () => {
    const secret = fc.stringMatching(/^[g-z]{8,40}$/).map((word) => `zq${word}`);
    const field = fc.oneof(secret, fc.nat().map(String), fc.constant(''));
    const forged = fc
      .tuple(fc.stringMatching(/^[0-9a-f]{40}$/), field, field, field, secret)
      .map(([hash, repo, on, used, called]): [string, string] => [
        `cockroachdb-privatelink/claim/${hash}`,
        `v1 repo=${repo} on=${on} kind=${on} cluster=${used} of=${called} used=${used} run=${on} name=${called}`,
      ]);
    fc.assert(
      fc.property(owner, fc.array(forged, { minLength: 1, maxLength: 15 }), (who, tags) => {
        const claims = readClaims(Object.fromEntries(tags));
        const told = [claimantsOf(claims, who), keptFor(claims, who, () => ''), otherRepositories(claims, who)];
        expect(JSON.stringify(told)).not.toMatch(/zq/);
      }),
    );
  });
});
