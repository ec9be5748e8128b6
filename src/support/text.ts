/** `1 VPC endpoint`, `3 VPC endpoints`. @param plural where it is not the noun with an s */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function series(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** At most so many items of a list, in words. */
export function joinShort(items: Iterable<string>, max = 8): string {
  const all = [...items];
  if (all.length === 0) return 'none';
  return all.length <= max ? all.join(', ') : `${all.slice(0, max).join(', ')} and ${all.length - max} more`;
}

/** At most so many items, each as a line of a list in Markdown. */
export function bullets(items: readonly string[], max: number): string[] {
  const more = items.length - max;
  return [...items.slice(0, max), ...(more > 0 ? [`and ${more} more`] : [])].map((item) => `- ${item}`);
}

/** A text as the beginning of a sentence. */
export function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
