/**
 * The value of an input that is no secret, from what was recorded of it.
 * @param name of the input
 * @param recorded of the first line; undefined where it was not set
 * @param fallback for what was not set, or recorded by its type only
 */
export function inputOfRecording(name: string, recorded: unknown, fallback = ''): string {
  if (Array.isArray(recorded)) return name === 'tags' ? recorded.join('\n') : JSON.stringify(recorded);
  return typeof recorded === 'string' ? recorded : fallback;
}
