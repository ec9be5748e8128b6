import { list } from '../../support/words.ts';
import { block, type Draft } from './drafting.ts';

/** Checks that the account in use is one of those allowed. */
export function planAccount(draft: Draft): void {
  const { desired, observed } = draft;
  if (desired.allowedAccountIds.length > 0 && !desired.allowedAccountIds.includes(observed.account)) {
    block(draft, 'wrong-account', {
      cause: `The AWS credentials belong to account ${observed.account || '(unknown)'}, which is not among allowed-account-ids (${list(desired.allowedAccountIds)})`,
      fix: 'Assume a role of an allowed account, or add the account to allowed-account-ids.',
    });
  }
}

/** Checks the account and the VPC before anything is made there. False: nothing about the network can be planned. */
export function planVpc(draft: Draft): boolean {
  const { desired, observed } = draft;
  planAccount(draft);
  const { vpc } = observed;
  if (desired.vpcId === undefined) {
    planVpcDns(draft, observed.endpoints[0]?.vpcId ?? '');
    return true;
  }
  if (vpc === undefined) {
    block(draft, 'vpc-not-found', {
      cause: `There is no VPC ${desired.vpcId} in account ${observed.account || '(unknown)'}, region ${desired.region}`,
      fix: 'Check vpc-id, aws-region and the account of the credentials.',
    });
    return false;
  }
  if (vpc.ownerId !== '' && observed.account !== '' && vpc.ownerId !== observed.account) {
    block(draft, 'vpc-shared', {
      cause: `VPC ${vpc.id} belongs to account ${vpc.ownerId} and is shared with account ${observed.account}`,
      fix: `Run with a role of account ${vpc.ownerId}: only the owner of a VPC can make VPC endpoints in it.`,
    });
  }
  planVpcDns(draft, vpc.id);
  return true;
}

/** Private names resolve only where both DNS attributes of the VPC are on. */
function planVpcDns(draft: Draft, vpcId: string): void {
  const { desired, observed } = draft;
  const { vpcDns } = observed;
  if (!desired.privateDns || vpcDns === undefined || (vpcDns.support && vpcDns.hostnames)) return;
  const off = [vpcDns.support ? '' : 'enableDnsSupport', vpcDns.hostnames ? '' : 'enableDnsHostnames'].filter(
    (one) => one !== '',
  );
  const flags: Readonly<Record<string, string>> = {
    enableDnsSupport: 'enable-dns-support',
    enableDnsHostnames: 'enable-dns-hostnames',
  };
  block(draft, 'vpc-dns-off', {
    cause: `Private DNS needs ${off.join(' and ')}, which ${off.length > 1 ? 'are' : 'is'} off in VPC ${vpcId}`,
    fix: `${off.map((one) => `aws ec2 modify-vpc-attribute --vpc-id ${vpcId} --${flags[one]}`).join('; ')} (or set private-dns: false).`,
  });
}
