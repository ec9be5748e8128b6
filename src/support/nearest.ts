import { closest, distance } from 'fastest-levenshtein';

/** The name with the fewest differences in spelling, of at least one; upper and lower case count least. */
export function nearestOf(name: string, names: readonly string[]): string {
  const lower = closest(
    name.toLowerCase(),
    names.map((one) => one.toLowerCase()),
  );
  return closest(
    name,
    names.filter((one) => one.toLowerCase() === lower),
  );
}

/** True where one name may be a misspelling of the other: more than half of the letters are right. */
export function isSimilar(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return distance(a, b) * 2 < Math.max(a.length, b.length);
}
