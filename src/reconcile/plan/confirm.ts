import type { Endpoint } from '../../aws/types.ts';
import { otherClaims } from '../model/claims.ts';
import type { Journal } from '../model/journal.ts';
import type { Facet } from '../model/observed.ts';
import type { Path } from '../model/plan.ts';
import { claimTriedAt, modifiedAt, touched, wasCreated } from '../model/recall.ts';
import { confirmTouched, type PlanDraft } from './plan-draft.ts';

/** What must be read once more before the run may say that it is done, and from when on a read proves it. */
export function planConfirmation(draft: PlanDraft, paths: readonly Path[]): void {
  const notBefore = Math.max(0, ...paths.map((path) => settledBy(draft, path)));
  const settled = (draft.observed.readAt.endpoints ?? 0) >= notBefore;
  const unseen: Facet[] = [...(settled ? [] : (['endpoints'] as const)), ...connectionsSinceClaim(draft, paths)];
  confirmTouched(draft, { unseen, notBefore });
}

/**
 * Connections that were not read since this run last wrote to an endpoint that it found: until its claim stood there,
 * another run that left may have disconnected the cluster.
 */
function connectionsSinceClaim({ journal, observed }: PlanDraft, paths: readonly Path[]): Facet[] {
  const written = touched(journal).get('endpoints') ?? 0;
  return paths
    .filter(({ ownership, endpoint }) => ownership === 'ours' && !wasBornClaimed(journal, endpoint))
    .flatMap((path) => path.members.map((member): Facet => `connections:${member.view.ref}`))
    .filter((facet) => (observed.readAt[facet] ?? 0) <= written && written > 0);
}

/**
 * True for an endpoint that this run made: nobody ever saw it without the claim, unless EC2 gave that of another run
 * for it.
 */
function wasBornClaimed(journal: Journal, endpoint: Endpoint | undefined): boolean {
  if (endpoint === undefined || !wasCreated(journal, endpoint.id)) return false;
  return claimTriedAt(journal, endpoint.id) === 0;
}

/**
 * When a read must begin at the earliest to prove that the endpoint is settled. Where another run may have changed it
 * too, a read that lags can show its end of the change from before ours; only a read lag later that is ruled out.
 */
function settledBy({ journal, desired }: PlanDraft, { endpoint }: Path): number {
  const at = endpoint === undefined ? undefined : modifiedAt(journal, endpoint.id);
  if (endpoint === undefined || at === undefined) return 0;
  const alone = wasCreated(journal, endpoint.id) && otherClaims(endpoint.tags, desired.owner).length === 0;
  return alone ? 0 : at + desired.readLagMs;
}
