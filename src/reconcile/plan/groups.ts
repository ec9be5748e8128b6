import { type Group, SQL_PORT, sourceText } from '../../aws/types.ts';
import { joinShort } from '../../support/text.ts';
import type { Claim } from '../model/claims.ts';
import { groupMismatch, groupName, sanitise } from '../model/managed.ts';
import { timesDone } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { noteManualRules } from './manual-rules.ts';
import { ownedGroup } from './owned-group.ts';
import { addStep, block, type PathDraft, SERVICE_FIRST, warn } from './plan-draft.ts';
import { planRules, wantedSources } from './rules.ts';
import { setService } from './unmanaged.ts';

/** What is decided about the groups of an endpoint. */
export interface GroupChoice {
  /** IDs to attach; undefined until the owned group is made. */
  readonly groupIds: readonly string[] | undefined;
  readonly owned: Group | undefined;
}

/**
 * Plans the groups for a path: checks explicit ones, or makes the owned one and keeps its rules.
 * @param sharedWith claims of other environments; while there are any, rules are only added
 * @param state.after what must come first before a group can be made
 */
export function planGroups(
  draft: PathDraft,
  serviceName: string | undefined,
  state: {
    sharedWith: readonly Claim[];
    after: string | undefined;
    label: string;
    claims: Readonly<Record<string, string>>;
  },
): GroupChoice {
  const { desired, observed } = draft;
  checkNamedGroups(draft);
  if (desired.securityGroupIds.length > 0) return { groupIds: desired.securityGroupIds, owned: undefined };
  const group = serviceName === undefined ? undefined : ownedGroup(observed.groups, desired.goal.vpcId, serviceName);
  noteUnseenClients(draft, group);
  if (group === undefined) {
    planNewGroup(draft, serviceName, state);
    return { groupIds: undefined, owned: undefined };
  }
  planRules(draft, group, state.sharedWith);
  noteManualRules(draft, group);
  return { groupIds: [group.id], owned: group };
}

/** Groups that the workflow names for the endpoint have to be there: EC2 would refuse it only after the first write. */
function checkNamedGroups(draft: PathDraft): void {
  const { desired, observed } = draft;
  const known = new Map(observed.groups.map((group) => [group.id, group]));
  for (const id of desired.securityGroupIds) {
    const group = known.get(id);
    if (group?.vpcId === desired.goal.vpcId) continue;
    block(draft, 'group-invalid', {
      cause:
        group === undefined
          ? `There is no security group ${id} in region ${desired.region}`
          : `Security group ${id} is in VPC ${group.vpcId}, not in ${desired.goal.vpcId}`,
      fix: `Use security groups of VPC ${desired.goal.vpcId} in security-group-ids, or leave it empty to have one created.`,
    });
  }
}

/**
 * Says which groups of clients this account doesn't show, so that a dry run tells it. One in a peered VPC of another
 * account is never shown, and EC2 takes its rule all the same (hashicorp/terraform-provider-aws 159): only EC2 can
 * refuse it.
 */
function noteUnseenClients(draft: PathDraft, group: Group | undefined): void {
  const { desired, observed } = draft;
  const seen = new Set(observed.groups.map(({ id }) => id));
  for (const { source } of group?.ingress ?? []) if (source !== undefined) seen.add(sourceText(source));
  const unseen = desired.allowedSecurityGroupIds.filter((id) => !seen.has(id));
  if (unseen.length === 0) return;
  warn(
    draft,
    'client-group-unseen',
    `allowed-security-group-ids: this account has no ${joinShort(unseen)} in ${desired.region}; EC2 refuses the rule unless it is in a peered VPC`,
  );
}

/**
 * How often EC2 may call the name taken, a read lag apart, while no read shows who has it. Where environments come and
 * go, runs delete the group and create it again, and a run can meet that several times.
 */
const MOST_NAME_TAKEN = 6;

function planNewGroup(
  draft: PathDraft,
  serviceName: string | undefined,
  { after, label, claims }: { after: string | undefined; label: string; claims: Readonly<Record<string, string>> },
): void {
  const { desired, observed } = draft;
  const name = groupName(serviceName ?? '');
  const taken = observed.groups.find(
    (group) => group.vpcId === desired.goal.vpcId && group.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken !== undefined) {
    const mismatch = groupMismatch(taken);
    const fix = `Delete security group "${taken.name}", or use your own groups in security-group-ids`;
    block(draft, 'group-name-taken', {
      cause:
        mismatch === undefined
          ? `Security group ${taken.id} has the name of this action's group, but wasn't created by it`
          : `Security group ${taken.id} has the name of this action's group, but ${mismatch.why}`,
      fix:
        mismatch?.lacksService === true && taken.name === name
          ? `${fix}. If this action created it, set the tag: ${setService(desired.region, taken.id, serviceName ?? '')}`
          : `${fix}.`,
    });
    return;
  }
  const id = stepId.createGroup(serviceName ?? label);
  if (timesDone(draft.journal, id) >= MOST_NAME_TAKEN) {
    block(draft, 'group-name-taken', {
      cause: `EC2 calls the name of the security group in VPC ${desired.goal.vpcId} taken, but lists no such group`,
      fix: `Find a group named "${name}" in other upper and lower case, and delete it.`,
    });
    return;
  }
  const sources = wantedSources(draft).map(sourceText);
  const creation = {
    kind: 'create-group',
    vpcId: desired.goal.vpcId,
    name,
    description: sanitise(`CockroachDB Cloud PrivateLink: SQL to ${serviceName ?? ''}. Made by a GitHub Action.`),
    claims,
  } as const;
  addStep(draft, {
    id,
    title: `create security group ${serviceName === undefined ? `for ${label}` : `"${name}"`} for ${SQL_PORT}/tcp from ${joinShort(sources)}`,
    ...(serviceName === undefined
      ? { action: { ...creation, serviceName }, after: after ?? SERVICE_FIRST }
      : { action: { ...creation, serviceName }, after }),
  });
  addStep(draft, {
    id: stepId.authorizeNew(serviceName ?? label),
    title: `allow ${SQL_PORT}/tcp from ${joinShort(sources)} in the new security group`,
    action: { kind: 'authorize-ingress', groupId: undefined, sources: wantedSources(draft) },
    after: 'the security group exists',
  });
}
