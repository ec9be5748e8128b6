import { type Group, type IngressRule, type Source, SQL_PORT, sourceText } from '../../aws/types.ts';
import { joinShort } from '../../support/text.ts';
import type { Claim } from '../model/claims.ts';
import { type Step, stepId } from '../model/steps.ts';
import { addStep, type PlanDraft } from './plan-draft.ts';
import { noteShared } from './shared.ts';

/** Description of every rule that the action adds, and how it knows its own rules again. */
export const RULE_DESCRIPTION = 'cockroachdb-privatelink';

/** Who may come in: what the workflow lists, else every CIDR block of the VPC. */
export function wantedSources({ desired, observed }: Pick<PlanDraft, 'desired' | 'observed'>): Source[] {
  const { allowedCidrs, allowedSecurityGroupIds } = desired;
  const listed = allowedCidrs.length + allowedSecurityGroupIds.length > 0;
  const cidrs = listed ? allowedCidrs : (observed.vpc?.cidrs ?? []);
  return [...cidrs.map((cidr) => ({ cidr })), ...allowedSecurityGroupIds.map((groupId) => ({ groupId }))];
}

/**
 * Plans the rules of the owned group: what is missing is let in, and own rules that aren't configured are revoked.
 * Manual ones stay.
 */
export function planRules(draft: PlanDraft, group: Group, sharedWith: readonly Claim[]): void {
  const wanted = wantedSources(draft);
  const wantedTexts = new Set(wanted.map(sourceText));
  // A rule of ours that somebody widened is put back: a narrow one beside it first.
  const sqlRules = group.ingress.filter((rule) => isSqlRule(rule) && (!isOwnRule(rule) || isOnlySqlRule(rule)));
  const present = new Set(sqlRules.map((rule) => (rule.source === undefined ? '' : sourceText(rule.source))));
  const missing = wanted.filter((source) => !present.has(sourceText(source)));
  const stale = group.ingress.filter(
    (rule) =>
      rule.source !== undefined &&
      isOwnRule(rule) &&
      !(isOnlySqlRule(rule) && wantedTexts.has(sourceText(rule.source))),
  );
  if (missing.length > 0) {
    const texts = missing.map(sourceText);
    addStep(draft, {
      id: stepId.authorize(group.id, texts.join()),
      title: `allow ${SQL_PORT}/tcp from ${joinShort(texts)} in ${group.id}`,
      action: { kind: 'authorize-ingress', groupId: group.id, sources: missing },
    });
  }
  if (stale.length === 0) return;
  const texts = stale.map((rule) => (rule.source === undefined ? '' : sourceText(rule.source)));
  if (sharedWith.length > 0) {
    noteShared(draft, `${group.id} still allows ${joinShort(texts)}, which isn't configured here,`, sharedWith);
    return;
  }
  addStep(draft, {
    id: stepId.revoke(group.id, texts.join()),
    title: `remove stale rules for ${joinShort(texts)} from ${group.id}`,
    action: { kind: 'revoke-ingress', groupId: group.id, rules: stale },
  });
}

/**
 * What must come before an endpoint has a group: its rules, where any is due. An endpoint behind rules that EC2 refuses
 * would cost money and let nobody in.
 */
export function rulesFirst({ steps }: PlanDraft, groupId: string | undefined): string | undefined {
  const isRule = ({ action }: Step) => action.kind === 'authorize-ingress' && action.groupId === groupId;
  return groupId !== undefined && steps.some(isRule) ? 'the rules of the security group exist' : undefined;
}

/**
 * A rule that the action added, for this or another environment: its description, and a source of a kind that the
 * action adds. Other sources under that description were copied: EC2 changes no rule's kind of source (API reference,
 * SecurityGroupRuleRequest).
 */
export function isOwnRule({ description, source }: IngressRule): boolean {
  return description === RULE_DESCRIPTION && source !== undefined;
}

/** A rule that lets the SQL port in, alone or in a wider range. */
export function isSqlRule({ protocol, fromPort, toPort }: IngressRule): boolean {
  if (protocol === '-1') return true;
  if (protocol !== 'tcp' && protocol !== '6') return false;
  return fromPort < 0 || (fromPort <= SQL_PORT && toPort >= SQL_PORT);
}

/** A rule that lets the SQL port in and nothing else. */
function isOnlySqlRule(rule: IngressRule): boolean {
  return isSqlRule(rule) && rule.fromPort === SQL_PORT && rule.toPort === SQL_PORT;
}
