/** The value below which this share of the values lies; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

export const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Each of one series over its neighbour in time of the other: what the machine does meanwhile falls on both. */
export function ratios(ones: readonly number[], others: readonly number[]): number[] {
  return ones.map((one, index) => one / (others[index] ?? Number.NaN));
}

/**
 * Does each of the things in turn, A B C A B C, once to warm up and then so many rounds, and collects what each gave.
 */
export async function alternate<K extends string, T>(
  things: Readonly<Record<K, () => Promise<T>>>,
  rounds: number,
): Promise<Record<K, T[]>> {
  const names = Object.keys(things) as K[];
  const all = Object.fromEntries(names.map((name): [K, T[]] => [name, []])) as Record<K, T[]>;
  for (let round = -1; round < rounds; round += 1) {
    for (const name of names) {
      const one = await things[name]();
      if (round >= 0) all[name].push(one);
    }
  }
  return all;
}
