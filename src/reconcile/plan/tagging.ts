import type { Facet } from '../model/observed.ts';
import { type Of, showsIn } from '../model/steps.ts';
import { taggedBy, type WrittenTag, writtenTags } from '../model/written-tags.ts';
import { addStep, addWait, block, type PlanDraft, type StepText, waitShown } from './plan-draft.ts';

/** The pause before a tag that something removed is written again; it doubles with each time. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** How often a tag is seen to be removed before the run gives up. */
const MOST_LOST = 6;

/** Claims and marks, and other notes as tags. */
type Tagging = Of<'claim' | 'mark'>;

/**
 * Adds a step that writes tags. Where something removes them again, it is put off ever longer, and the run gives up
 * with `tags-removed` in the end. The only way for a planner to write tags on what is there.
 */
export function addTagStep(draft: PlanDraft, text: StepText & { readonly action: Tagging }): void {
  const { now } = draft;
  const missing = missingTags(draft, text.action);
  const lost = missing.filter((one) => !one.stands);
  const [worst] = lost.toSorted((one, other) => other.lost - one.lost);
  if (worst !== undefined && worst.lost >= MOST_LOST) {
    block(draft, 'tags-removed', {
      cause: `Something removed a tag of ${worst.resourceId} ${worst.lost} times after this run had written it`,
      fix: `Find what removes the tag ${worst.key} (an AWS Config rule, a Lambda function, a clean-up job; CloudTrail has its DeleteTags calls) and exempt keys that begin with cockroachdb-privatelink/.`,
      subject: worst.resourceId,
    });
    return;
  }
  const facets = [...new Set([...showsIn(text.action), ...missing.map((one) => one.facet)])];
  if (missing.length > lost.length) {
    waitShown(draft, text, facets);
    return;
  }
  const again = worst === undefined ? 0 : worst.lostAt + pauseAfter(worst.lost);
  if (worst === undefined || now >= again) {
    addStep(draft, text);
    return;
  }
  addWait(draft, {
    kind: 'retag',
    subject: `${worst.resourceId}:${text.action.kind}`,
    what: `the next attempt to tag ${worst.resourceId}`,
    seen: `its tag was removed ${worst.lost === 1 ? 'once' : `${worst.lost} times`}`,
    waitingOn: 'something in the AWS account removes the tags of this run',
    facets,
    notBefore: again,
    brief: true,
  });
}

function pauseAfter(lost: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (lost - 1));
}

interface Missing extends WrittenTag {
  readonly facet: Facet;
}

/** Tags of the step that this run has written before and that the last read does not show. */
function missingTags({ journal, observed }: PlanDraft, action: Tagging): Missing[] {
  const ids = taggedBy(action);
  const written = writtenTags(journal);
  const resources = [
    ...observed.endpoints.map(({ id, tags }) => ({ id, tags, facet: 'endpoints' as const })),
    ...observed.groups.map(({ id, tags }) => ({ id, tags, facet: 'groups' as const })),
  ].filter((one) => ids.includes(one.id));
  return resources.flatMap(({ id, tags, facet }) =>
    Object.keys(action.tags)
      .filter((key) => tags[key] === undefined)
      .flatMap((key) => {
        const tag = written.find((one) => one.resourceId === id && one.key === key);
        return tag === undefined ? [] : [{ ...tag, facet }];
      }),
  );
}
