/** Tags of releases: `vX.Y.Z`, and nothing else. */
export const VERSION = /^v(\d+)\.(\d+)\.(\d+)$/;

/** The tag of the major version if it is to move to this release: `v1` for the newest of all `v1.*.*`, else ''. */
export function movingTag(tag: string, tags: readonly string[]): string {
  const [major, ...rest] = numbersOf(tag);
  if (major === undefined) throw new Error(`${tag} is not a tag like v1.2.3`);
  const isNewer = tags.some((one) => {
    const [otherMajor, ...other] = numbersOf(one);
    return otherMajor === major && compare(other, rest) > 0;
  });
  return isNewer ? '' : `v${major}`;
}

const numbersOf = (tag: string) => (VERSION.exec(tag) ?? []).slice(1).map(Number);

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
