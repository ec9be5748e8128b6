/** Anything that a read may show: it has an ID and tags, and perhaps a state. */
export interface Thing {
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** What a call did to one thing. A tag of value `null` was removed. */
export type Change<T> =
  | { readonly kind: 'put'; readonly thing: T }
  | { readonly kind: 'set'; readonly fields: Partial<T> }
  | { readonly kind: 'tags'; readonly tags: Readonly<Record<string, string | null>> }
  | { readonly kind: 'gone' };

export interface Write<T> {
  readonly at: number;
  readonly id: string;
  readonly change: Change<T>;
}

/** Things of one kind: as every read shows them, and the writes of the last read lag, each of which a read may miss. */
export interface Shelf<T extends Thing> {
  readonly settled: readonly T[];
  readonly young: readonly Write<T>[];
}

export function shelfOf<T extends Thing>(settled: readonly T[]): Shelf<T> {
  return { settled, young: [] };
}

export function write<T extends Thing>(shelf: Shelf<T>, one: Write<T>): Shelf<T> {
  return { ...shelf, young: [...shelf.young, one] };
}

/** How things really are. */
export function truth<T extends Thing>(shelf: Shelf<T>): readonly T[] {
  return shelf.young.reduce(apply, shelf.settled);
}

/** What a read may show: each young write by itself is seen or not. The truth comes first. */
export function views<T extends Thing>({ settled, young }: Shelf<T>): readonly (readonly T[])[] {
  const found = new Map<string, readonly T[]>();
  for (let missed = 0; missed < 2 ** young.length; missed += 1) {
    const view = young.filter((_, index) => (missed & (1 << index)) === 0).reduce(apply, settled);
    const key = JSON.stringify(view);
    if (!found.has(key)) found.set(key, view);
  }
  return [...found.values()];
}

/** Writes as old as the read lag are seen by every read from now on. */
export function settle<T extends Thing>(shelf: Shelf<T>, until: number): Shelf<T> {
  if (!shelf.young.some((one) => one.at <= until)) return shelf;
  return {
    settled: shelf.young.filter((one) => one.at <= until).reduce(apply, shelf.settled),
    young: shelf.young.filter((one) => one.at > until),
  };
}

function apply<T extends Thing>(things: readonly T[], { id, change }: Write<T>): readonly T[] {
  switch (change.kind) {
    case 'put':
      return [...things.filter((one) => one.id !== id), change.thing];
    case 'gone':
      return things.filter((one) => one.id !== id);
    case 'set':
      return things.map((one) => (one.id === id ? { ...one, ...change.fields } : one));
    case 'tags':
      return things.map((one) => (one.id === id ? { ...one, tags: retag(one.tags, change.tags) } : one));
  }
}

function retag(tags: Thing['tags'], changes: Readonly<Record<string, string | null>>): Record<string, string> {
  const all = Object.entries({ ...tags, ...changes }).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
