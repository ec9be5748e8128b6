import type { Group, IngressRule, Source } from '../../aws/types.ts';
import { covers } from '../../support/cidr.ts';
import { note, type PlanDraft } from './plan-draft.ts';
import { ruleText } from './rule-text.ts';
import { isOwnRule, isSqlRule, wantedSources } from './rules.ts';

/** A rule in the group of the action that the action didn't add, and that lets in more than is configured. */
export interface ManualRule {
  readonly rule: IngressRule;
  /** It lets the SQL port in from a source that isn't configured; otherwise it is for other ports only. */
  readonly opensSql: boolean;
}

/**
 * The manual rules of the group of the action. What other environments configure stands in no tag, only in the
 * description of the rules that the action added for them; so a rule without that description is judged by the sources
 * configured here.
 */
export function manualRules(group: Group, configured: readonly Source[]): ManualRule[] {
  return group.ingress
    .filter((rule) => !isOwnRule(rule) && !(isSqlRule(rule) && isConfigured(rule, configured)))
    .map((rule) => ({ rule, opensSql: isSqlRule(rule) }));
}

/** Notes the manual rules of the group, which are never changed. */
export function noteManualRules(draft: PlanDraft, group: Group): void {
  const found = manualRules(group, wantedSources(draft));
  if (found.length === 0) return;
  const [rules, them] = found.length === 1 ? ['rule', 'it'] : ['rules', 'them'];
  note(draft, 'manual-rules', {
    text: `Security group ${group.id} has ${found.length} manual ${rules}. This action never changes ${them}:`,
    more: found.map(
      ({ rule, opensSql }) =>
        `${ruleText(rule)}: ${opensSql ? "opens SQL to a source that isn't configured" : 'not the SQL port'}`,
    ),
  });
}

/**
 * True where nobody comes in by the rule's source who isn't configured. What a group or prefix list holds is not read.
 */
function isConfigured({ source }: IngressRule, configured: readonly Source[]): boolean {
  if (source === undefined) return false;
  const cidrs = configured.flatMap((one) => ('cidr' in one ? [one.cidr] : []));
  if ('cidr' in source) return covers(cidrs, source.cidr);
  return configured.some((one) => 'groupId' in one && one.groupId === source.groupId) || covers(cidrs, '0.0.0.0/0');
}
