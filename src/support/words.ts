/** At most eight items of a list, in words. */
export function list(items: Iterable<string>): string {
  const all = [...items];
  if (all.length === 0) return 'none';
  return all.length <= 8 ? all.join(', ') : `${all.slice(0, 8).join(', ')} and ${all.length - 8} more`;
}
