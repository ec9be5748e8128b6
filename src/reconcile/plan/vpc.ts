import type { Vpc } from '../../aws/types.ts';
import { joinShort } from '../../support/text.ts';
import { vpcOf } from '../model/goal.ts';
import type { Blocker } from '../model/plan.ts';
import { block, type PlanDraft } from './plan-draft.ts';

type Problem = Pick<Blocker, 'code' | 'cause' | 'fix'>;

/** The problem of an account that is not one of those allowed. */
export function accountProblem(account: string | undefined, allowed: readonly string[]): Problem | undefined {
  if (allowed.length === 0 || (account !== undefined && allowed.includes(account))) return undefined;
  return {
    code: 'wrong-account',
    cause: `AWS account ${account ?? '(unknown)'} of the credentials isn't in allowed-account-ids`,
    fix: `Assume a role of an allowed account (${joinShort(allowed)}), or add the account to allowed-account-ids.`,
  };
}

/** The problem of a VPC that is not there, or belongs to another account. */
export function vpcProblem(
  vpc: Vpc | undefined,
  { vpcId, region, account }: { vpcId: string; region: string; account: string | undefined },
): Problem | undefined {
  if (vpc === undefined) {
    return {
      code: 'vpc-not-found',
      cause: `There is no VPC ${vpcId} in account ${account ?? '(unknown)'}, region ${region}`,
      fix: 'Check vpc-id, aws-region and the account of the credentials.',
    };
  }
  if (vpc.ownerId === '' || account === undefined || vpc.ownerId === account) return undefined;
  return {
    code: 'vpc-shared',
    cause: `VPC ${vpc.id} belongs to account ${vpc.ownerId} and is shared with account ${account}`,
    fix: `Run with a role of account ${vpc.ownerId}: only the owner of a VPC can create VPC endpoints in it.`,
  };
}

/** Checks that the account in use is one of those allowed. */
export function planAccount(draft: PlanDraft): void {
  const problem = accountProblem(draft.observed.account, draft.desired.allowedAccountIds);
  if (problem !== undefined) block(draft, problem.code, problem);
}

/** Checks the account and the VPC before anything is made there. False: nothing about the network can be planned. */
export function planVpc(draft: PlanDraft): boolean {
  const { desired, observed } = draft;
  planAccount(draft);
  const { vpc } = observed;
  const vpcId = vpcOf(desired.goal);
  if (vpcId === undefined) {
    planVpcDns(draft, observed.endpoints[0]?.vpcId ?? '');
    return true;
  }
  const problem = vpcProblem(vpc, { vpcId, region: desired.region, account: observed.account });
  if (problem !== undefined) block(draft, problem.code, problem);
  if (vpc === undefined) return false;
  planVpcDns(draft, vpc.id);
  return true;
}

/** Private names resolve only where both DNS attributes of the VPC are on. */
function planVpcDns(draft: PlanDraft, vpcId: string): void {
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
    cause: `Private DNS needs ${off.join(' and ')} in VPC ${vpcId}, which ${off.length > 1 ? 'are' : 'is'} off`,
    fix: `Set private-dns: false, or run: ${off.map((one) => `aws ec2 modify-vpc-attribute --region ${desired.region} --vpc-id ${vpcId} --${flags[one]}`).join('; ')}`,
  });
}
