import { type Github, GithubError, type Release } from './github.ts';
import { movingTag } from './versions.ts';

/** One release: its tag, the commit that was tested, and the text of the changelog. */
export interface Publication {
  readonly tag: string;
  readonly sha: string;
  readonly notes: string;
}

/**
 * Makes the release and moves the tag of the major version. Each step reads first what is there, so that a run that
 * failed anywhere can be repeated: what an earlier one did is left as it is.
 * @returns a line for each thing that was done or found done
 * @throws Error where the tag is at another commit, or GitHub refuses; then what is left to do
 */
export async function publish(client: Github, { tag, sha, notes }: Publication): Promise<string[]> {
  // The workflow tested this commit. A tag that somebody moved since then would release another.
  const tagged = await client.commitOf(tag);
  if (tagged !== sha) throw new Error(`${tag} is at ${tagged ?? 'no commit'}, but ${sha} was tested`);
  const releases = await client.releases();
  const made = await release(client, { tag, notes, found: releases.find((one) => one.tag_name === tag) });
  const published = releases.filter((one) => !one.draft).map((one) => one.tag_name);
  return [made, await moveMajor(client, { tag, sha, published })];
}

/** A published release may be immutable already; its notes came from the same commit. So it stays as it is. */
async function release(
  client: Github,
  { tag, notes, found }: { tag: string; notes: string; found: Release | undefined },
): Promise<string> {
  if (found?.draft === false) return `Release ${tag} is already there`;
  if (found === undefined) await client.createRelease(tag, notes);
  else await client.publishRelease(found, notes);
  return found === undefined ? `Created release ${tag}` : `Published the draft of release ${tag}`;
}

/**
 * Moves `vX`, unless a newer release has it. GitHub refuses to let the token of a job point a tag at a commit whose
 * workflow files differ from those at the tip of every branch, through git as through the API
 * (RafPe/pod-certificate-signer PR 128, mkb79/Audible PR 882, cshuttle/workflows PR 55), and such a token can't have
 * the permission `workflows` (peter-evans/create-pull-request 3558). So the branch `releases/vX` is pushed together
 * with the tag: its tip is this commit, whatever main's workflows look like by now.
 */
async function moveMajor(
  client: Github,
  { tag, sha, published }: { tag: string; sha: string; published: readonly string[] },
): Promise<string> {
  const major = movingTag(tag, published);
  if (major === '') return 'A newer release has the tag of the major version: it stays where it is';
  const before = await client.commitOf(major);
  if (before === sha) return `Tag ${major} is already at ${sha}`;
  try {
    await client.pointTag(major, { sha, exists: before !== undefined });
  } catch (error) {
    if (!(error instanceof GithubError) || ![403, 404, 422].includes(error.status)) throw error;
    throw new Error(
      `GitHub refused to move tag ${major}. Release ${tag} is complete; only this tag is missing.\n` +
        'The workflow files of this commit may differ from those of every branch. Run this, then repeat the failed job:\n' +
        `git push origin ${sha}:refs/heads/releases/${major}\n` +
        `GitHub said: ${error.message}`,
    );
  }
  return `Moved tag ${major} to ${sha}`;
}
