import type { Endpoint } from '../../aws/types.ts';
import { claimantsOf } from '../model/claimants.ts';
import { type Claim, otherClaims } from '../model/claims.ts';
import { addNote, type PlanDraft } from './plan-draft.ts';

/** Claims of other environments, which keep an endpoint, or a group, as it is. */
export function sharers(draft: PlanDraft, claimed: Pick<Endpoint, 'tags'> | undefined): Claim[] {
  return claimed === undefined ? [] : otherClaims(claimed.tags, draft.desired.owner);
}

/** Notes a setting that is not what this run asks for, and that stays because others use the endpoint. */
export function noteShared(draft: PlanDraft, setting: string, sharedWith: readonly Claim[]): void {
  const { text, many, log } = claimantsOf(sharedWith, draft.desired.owner);
  const use = many ? 'use' : 'uses';
  addNote(draft, {
    code: 'shared-setting',
    text: `${setting} while ${text} ${use} the endpoint too`,
    warning: false,
    log,
  });
}
