import { describe, expect, it } from 'vitest';
import type { TrustedOwner } from '../../src/cockroach/types.ts';
import type { TrustedOwnersWish } from '../../src/reconcile/model/desired.ts';
import { everyOutcomeHasAnExample } from './complete.ts';
import { ACCOUNT, OTHER_ACCOUNT } from './finished.ts';
import { advancedCluster, all, alsoConnection, asked, given, nothingMade, view, withoutConnection } from './given.ts';
import { planOf } from './plan-lines.ts';

const PARTNER = '777788889999';

/** An Advanced cluster that trusts these AWS accounts. */
const trusting = (...accounts: readonly string[]) => {
  const owner = (accountId: string): TrustedOwner => ({ id: `owner-${accountId}`, accountId, createdAt: '' });
  return all(advancedCluster(), view({ owners: accounts.map(owner) }));
};

const wish = (mode: TrustedOwnersWish['mode'], ...accounts: readonly string[]) =>
  asked({ trustedOwners: { accounts, mode } });

/** The workflow asks for trusted owners and for no private connection. */
const ownersOnly = () => all(nothingMade(), asked({ goal: { kind: 'trusted-owners-only' } }));

describe('ensure and trusted owners', () => {
  it('the cluster trusts all accounts that are listed -> nothing is left to do', () => {
    expect(planOf(given(trusting(ACCOUNT), wish('add', 'self')))).toEqual([]);
  });

  it('an account is listed that the cluster does not trust -> trust it', () => {
    expect(planOf(given(trusting(ACCOUNT), wish('add', 'self', PARTNER)))).toEqual(['trust 777788889999 on c-1']);
  });

  it('the cluster does not trust this account -> trust it before anything is created', () => {
    expect(planOf(given(trusting(), wish('add', 'self'), nothingMade()))).toEqual([
      'trust 111122223333 on c-1',
      'create-group for vpce-svc-1 in vpc-1, for staging',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with new group for staging [after: this AWS account is trusted]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
    ]);
  });

  it('the endpoint exists and the cluster does not trust this account -> trust it, then connect', () => {
    expect(planOf(given(trusting(), wish('add', 'self'), withoutConnection()))).toEqual([
      'trust 111122223333 on c-1',
      'connect c-1 to vpce-1 [after: this AWS account is trusted]',
    ]);
  });

  it('the cluster trusts an account that is not listed -> leave it, listed accounts are only added', () => {
    expect(planOf(given(trusting(ACCOUNT, OTHER_ACCOUNT), wish('add', 'self')))).toEqual([]);
  });

  it('the list is exact and the cluster trusts one account more -> stop trusting it', () => {
    expect(planOf(given(trusting(ACCOUNT, OTHER_ACCOUNT), wish('exact', 'self')))).toEqual([
      'untrust 444455556666 on c-1',
    ]);
  });

  it('the list is exact and names another account instead -> trust the new one before the old one goes', () => {
    expect(planOf(given(trusting(ACCOUNT, OTHER_ACCOUNT), wish('exact', 'self', PARTNER)))).toEqual([
      'trust 777788889999 on c-1',
      'untrust 444455556666 on c-1 [after: the remaining accounts are trusted]',
    ]);
  });

  it('the list is exact and an account that is not listed has an endpoint connected -> its connection is not cut', () => {
    const used = alsoConnection({ endpointId: 'vpce-9', ownerAccount: OTHER_ACCOUNT });
    expect(planOf(given(trusting(ACCOUNT, OTHER_ACCOUNT), wish('exact', 'self'), used))).toEqual([
      'blocked owner-in-use orders',
    ]);
  });

  it('the list is exact and the cluster trusts every account -> stop trusting every account, the listed one stays', () => {
    expect(planOf(given(trusting(ACCOUNT, '*'), wish('exact', 'self')))).toEqual(['untrust * on c-1']);
  });

  it('the list is exact and only trust of every account lets a connected account in -> its connection is not cut', () => {
    const used = alsoConnection({ endpointId: 'vpce-9', ownerAccount: OTHER_ACCOUNT });
    expect(planOf(given(trusting(ACCOUNT, '*'), wish('exact', 'self'), used))).toEqual(['blocked owner-in-use orders']);
  });

  it('the list is exact and leaves out the account that this step connects -> the run cannot go on', () => {
    expect(planOf(given(trusting(ACCOUNT), wish('exact', PARTNER)))).toEqual(['blocked account-not-trusted orders']);
  });

  it('the cluster trusts every account -> warn that the list restricts nothing', () => {
    expect(planOf(given(trusting(ACCOUNT, '*'), wish('add', 'self')))).toEqual(['warning trusts-everyone']);
  });

  it('trusted owners are asked of a Standard cluster -> it has none', () => {
    expect(planOf(given(wish('add', 'self')))).toEqual(['blocked owners-standard orders']);
  });

  it('nothing but trusted owners is asked for -> no VPC endpoint is created', () => {
    expect(planOf(given(trusting(), ownersOnly(), wish('add', PARTNER)))).toEqual(['trust 777788889999 on c-1']);
  });
});

describe('delete and trusted owners', () => {
  it('the cluster trusts an account that is to go -> stop trusting it, and leave the others', () => {
    expect(planOf(given(trusting(ACCOUNT, PARTNER), ownersOnly(), wish('remove', PARTNER)))).toEqual([
      'untrust 777788889999 on c-1',
    ]);
  });

  it('an account that is to go has an endpoint connected -> its connection is not cut', () => {
    const used = alsoConnection({ endpointId: 'vpce-9', ownerAccount: PARTNER });
    expect(planOf(given(trusting(PARTNER), ownersOnly(), used, wish('remove', PARTNER)))).toEqual([
      'blocked owner-in-use orders',
    ]);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['plan/owners.ts']);
