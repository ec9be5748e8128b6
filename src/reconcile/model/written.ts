import { type Endpoint, type Group, isGone } from '../../aws/types.ts';
import type { Facet, Observed } from './observed.ts';

/** A tag that this run wrote on something that was there. Times are the run's own. */
export interface WrittenTag {
  /** When it was last written. */
  readonly at: number;
  /** False from when a read proved that something removed it until it is written again. */
  readonly stands: boolean;
  /** How often something removed it, and when this run last noticed. */
  readonly lost: number;
  readonly lostAt: number;
}

/** The memory of a run, as far as it is about tags. */
interface Writing {
  readonly written: Map<string, WrittenTag>;
}

/** The key of `Memory.written`. */
export function writtenKey(resourceId: string, tagKey: string): string {
  return `${resourceId} ${tagKey}`;
}

/** Writes down that tags were written. */
export function noteWritten(
  memory: Writing,
  tags: { ids: readonly string[]; keys: readonly string[] },
  at: number,
): void {
  for (const key of keysOf(tags)) {
    const before = memory.written.get(key);
    memory.written.set(key, { lost: before?.lost ?? 0, lostAt: before?.lostAt ?? 0, at, stands: true });
  }
}

/** Writes down that this run removed tags: whatever comes of them is no loss. */
export function noteRemoved(memory: Writing, tags: { ids: readonly string[]; keys: readonly string[] }): void {
  for (const key of keysOf(tags)) memory.written.delete(key);
}

function keysOf({ ids, keys }: { ids: readonly string[]; keys: readonly string[] }): string[] {
  return ids.flatMap((id) => keys.map((key) => writtenKey(id, key)));
}

/** Writes down which tags of this run something removed: a read that began a read lag after the write does not show them. */
export function noteLostTags(
  memory: Writing,
  observed: Observed,
  { now, readLagMs }: { now: number; readLagMs: number },
): void {
  const resources = [...tagged(observed.endpoints, 'endpoints'), ...tagged(observed.groups, 'groups')];
  for (const [key, written] of memory.written) {
    const [id = '', tagKey = ''] = key.split(' ');
    const found = resources.find((one) => one.id === id);
    if (found === undefined || !written.stands || found.tags[tagKey] !== undefined) continue;
    const readAt = observed.readAt[found.facet] ?? 0;
    if (readAt <= written.at || readAt < written.at + readLagMs) continue;
    memory.written.set(key, { ...written, stands: false, lost: written.lost + 1, lostAt: now });
  }
}

/** What has tags, but for endpoints that are on their way out. */
function tagged(
  resources: readonly (Endpoint | Group)[],
  facet: Facet,
): { id: string; tags: Endpoint['tags']; facet: Facet }[] {
  return resources.filter((one) => !('state' in one && isGone(one))).map(({ id, tags }) => ({ id, tags, facet }));
}
