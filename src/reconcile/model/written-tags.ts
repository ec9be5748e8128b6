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
  const nameOf = (resourceId: string, key: string) => `${resourceId} ${key}`;
  for (const entry of entries) {
    if (entry.kind === 'tag-lost') {
      const name = nameOf(entry.resourceId, entry.key);
      const before = all.get(name);
      if (before !== undefined) all.set(name, { ...before, stands: false, lost: before.lost + 1, lostAt: entry.at });
    }
    const tagging = entry.kind === 'call' ? taggingOf(entry) : undefined;
    for (const { resourceId, key } of tagging?.tags ?? []) {
      const name = nameOf(resourceId, key);
      const { lost = 0, lostAt = 0 } = all.get(name) ?? {};
      if (tagging?.writes === true) all.set(name, { resourceId, key, at: tagging.at, stands: true, lost, lostAt });
      else all.delete(name);
    }
  }
  return [...all.values()];
}

/** The tags that a call wrote, or meant to remove. */
function taggingOf({ step: { action }, at, result }: CallEntry) {
  if (action.kind !== 'claim' && action.kind !== 'mark' && action.kind !== 'unclaim' && action.kind !== 'unmark')
    return undefined;
  const writes = action.kind === 'claim' || action.kind === 'mark';
  if (writes && result.kind !== 'done') return undefined;
  const tags = taggedBy(action).flatMap((resourceId) => Object.keys(action.tags).map((key) => ({ resourceId, key })));
  return { writes, tags, at: at.mono };
}

/** IDs of the endpoint and the group that carry the tags of a step. */
export function taggedBy(action: Of<'claim' | 'unclaim' | 'mark' | 'unmark'>): string[] {
  if (action.kind === 'claim' || action.kind === 'unclaim' || action.groupId === undefined) return [action.endpointId];
  return action.groupOnly === true ? [action.groupId] : [action.endpointId, action.groupId];
}
