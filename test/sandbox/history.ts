import { KINDS, type Kind, type Kinds } from './types.ts';

export type Tables = { [K in Kind]: Map<string, Kinds[K]> };

interface Version {
  at: number;
  json: string | null;
}

/** What every object looked like at any time, so that a read can be answered from the past. */
export interface History {
  /** Notes what changed since the last call, as of `at`. */
  record(at: number): void;
  /** All objects of a kind as they were at a time. */
  asOf<K extends Kind>(kind: K, at: number): Kinds[K][];
}

/** Longer than any lag that a test sets. */
const KEPT_MS = 3_600_000;

/** Makes the history of a set of tables. */
export function createHistory(tables: Tables): History {
  const versions = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, Version[]>()])) as Record<
    Kind,
    Map<string, Version[]>
  >;
  return {
    record(at) {
      for (const kind of KINDS) {
        const known = versions[kind];
        for (const [id, value] of tables[kind]) {
          const json = JSON.stringify(value);
          const list = known.get(id);
          if (!list) known.set(id, [{ at, json }]);
          else if (list.at(-1)?.json !== json) list.push({ at, json });
        }
        for (const [id, list] of known) {
          if (!tables[kind].has(id) && list.at(-1)?.json !== null) list.push({ at, json: null });
          while (list.length > 1 && (list[1]?.at ?? at) < at - KEPT_MS) list.shift();
        }
      }
    },
    asOf<K extends Kind>(kind: K, at: number) {
      const found: Kinds[K][] = [];
      for (const list of versions[kind].values()) {
        const version = list.findLast((candidate) => candidate.at <= at);
        if (version?.json) found.push(JSON.parse(version.json) as Kinds[K]);
      }
      return found;
    },
  };
}
