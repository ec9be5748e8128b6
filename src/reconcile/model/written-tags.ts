import type { CallEntry, Journal } from './journal.ts';
import type { Of } from './steps.ts';

/** The tags that a run wrote on what was there, and what became of them, from its journal. Pure. */

/** A tag that this run wrote on something that was there. */
export interface WrittenTag {
  readonly resourceId: string;
  readonly key: string;
  /** When it was last written. */
  readonly at: number;
  /** False from when a read proved that something removed it until it is written again. */
  readonly stands: boolean;
  /** How often something removed it, and when this run last noticed. */
  readonly lost: number;
  readonly lostAt: number;
}

/** The tags that this run wrote and has not removed itself. */
export function writtenTags({ entries }: Journal): readonly WrittenTag[] {
  const all = new Map<string, WrittenTag>();
  for (const entry of entries) {
    if (entry.kind === 'tag-lost') {
      const name = tagName(entry);
      const before = all.get(name);
      if (before !== undefined) all.set(name, { ...before, stands: false, lost: before.lost + 1, lostAt: entry.at });
    }
    if (entry.kind === 'call') noteTagging(all, entry);
  }
  return [...all.values()];
}

function tagName({ resourceId, key }: Pick<WrittenTag, 'resourceId' | 'key'>): string {
  return `${resourceId} ${key}`;
}

/** Notes the tags that a call wrote, and forgets those that it meant to remove. */
function noteTagging(all: Map<string, WrittenTag>, { step: { action }, at, result }: CallEntry): void {
  if (action.kind !== 'claim' && action.kind !== 'mark' && action.kind !== 'unclaim' && action.kind !== 'unmark')
    return;
  const writes = action.kind === 'claim' || action.kind === 'mark';
  if (writes && result.kind !== 'done') return;
  const tags = taggedBy(action).flatMap((resourceId) => Object.keys(action.tags).map((key) => ({ resourceId, key })));
  for (const tag of tags) {
    const name = tagName(tag);
    const { lost = 0, lostAt = 0 } = all.get(name) ?? {};
    if (writes) all.set(name, { ...tag, at: at.mono, stands: true, lost, lostAt });
    else all.delete(name);
  }
}

/** IDs of the endpoint and the group that carry the tags of a step. */
export function taggedBy(action: Of<'claim' | 'unclaim' | 'mark' | 'unmark'>): string[] {
  if (action.kind === 'claim' || action.kind === 'unclaim' || action.groupId === undefined) return [action.endpointId];
  return action.groupOnly === true ? [action.groupId] : [action.endpointId, action.groupId];
}
