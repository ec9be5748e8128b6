import { type Group, type IngressRule, SQL_PORT, sourceText } from '../../aws/types.ts';
import { joinShort } from '../../support/text.ts';
import type { Desired } from '../model/desired.ts';
import type { Observed } from '../model/observed.ts';
import { manualRules } from '../plan/manual-rules.ts';
import { isPrefixList, revokeCommand, ruleText } from '../plan/rule-text.ts';
import { isSqlRule, wantedSources } from '../plan/rules.ts';
import { type BasedFinding, finding } from './finding.ts';

/** What a run is for, and what was read. */
interface Given {
  readonly desired: Desired;
  readonly observed: Observed;
}

const EVERYBODY = new Set(['0.0.0.0/0', '::/0']);

/** A rule that the action added and that isn't configured; `ensure` revokes it. */
export function staleRule(
  groupId: string,
  rule: IngressRule,
  { fix, ...given }: Given & { fix: string },
): BasedFinding {
  return ruleFinding(isPublic(rule) ? 'rule-public' : 'rule-stale', { groupId, rule, fix, given });
}

/** Rules in the group of the action that it didn't add and never changes. */
export function manualRuleFindings(group: Group, given: Given): BasedFinding[] {
  const { region } = given.desired;
  return manualRules(group, wantedSources(given)).map(({ rule, opensSql }) => {
    const command = revokeCommand(region, group.id, rule);
    const remove = command === undefined ? 'Remove the rule.' : `To remove it: ${command}`;
    const isOpen = opensSql && isPublic(rule);
    const advice = opensSql ? keepAdvice(rule, given) : `This action opens ${SQL_PORT}/tcp only.`;
    return ruleFinding(isOpen ? 'rule-public' : opensSql ? 'rule-manual' : 'rule-stranger', {
      groupId: group.id,
      rule,
      fix: isOpen || advice === '' ? remove : `${advice} ${remove}`,
      given,
    });
  });
}

function ruleFinding(
  check: 'rule-public' | 'rule-stale' | 'rule-manual' | 'rule-stranger',
  { groupId, rule, fix, given }: { groupId: string; rule: IngressRule; fix: string; given: Given },
): BasedFinding {
  return finding(
    check,
    {
      subject: check === 'rule-public' ? groupId : `${groupId} ${rule.from}`,
      about: [groupId],
      expected: `${SQL_PORT}/tcp only, from ${joinShort(wantedSources(given).map(sourceText))}`,
      found: ruleText(rule),
      fix,
      basis: ['groups', 'vpc'],
    },
    check === 'rule-stranger' ? 'warning' : 'error',
  );
}

function isPublic(rule: IngressRule): boolean {
  return EVERYBODY.has(rule.from) && isSqlRule(rule);
}

/**
 * What makes the source of a rule a configured one; '' where nothing does. An input that is given stands for all
 * sources: where none is, the blocks of the VPC have to be named beside the new source.
 */
function keepAdvice({ source, from }: IngressRule, { desired, observed }: Given): string {
  if (source === undefined && !isPrefixList(from)) return '';
  const isListed = desired.allowedCidrs.length + desired.allowedSecurityGroupIds.length > 0;
  const vpc = (observed.vpc?.cidrs ?? []).join(',');
  if (source === undefined) {
    const blocks = 'its IPv4 CIDR blocks';
    return `To keep its clients, ${isListed ? `add ${blocks} to allowed-cidrs` : `set allowed-cidrs: ${vpc} and ${blocks}`}.`;
  }
  const text = sourceText(source);
  const input = 'cidr' in source ? 'allowed-cidrs' : 'allowed-security-group-ids';
  if (isListed) return `To keep it, add ${text} to ${input}.`;
  return 'cidr' in source
    ? `To keep it, set ${input}: ${vpc},${text}.`
    : `To keep it, set ${input}: ${text} and allowed-cidrs: ${vpc}.`;
}
