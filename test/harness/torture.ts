/** True for `npm run torture`, which takes its time; other runs take a sample. */
export const TORTURE = process.env['TORTURE'] === '1';

/** Every row under torture, else every n-th, from one that differs from file to file. */
export function sample<T>(rows: readonly T[], n: number, from = 0): T[] {
  return rows.filter((_, index) => TORTURE || index % n === from % n);
}

/** Every case under torture, else those at these places: cases that take long. */
export function atPlaces<T>(cases: readonly T[], ...places: number[]): T[] {
  return cases.filter((_, place) => TORTURE || places.includes(place));
}
