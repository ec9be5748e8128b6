import { createHash } from 'node:crypto';
import type { Head } from './read.ts';
import { uuidsIn } from './shapes.ts';

/**
 * The digests in the tags of claims: they are computed from stand-ins in the first line and in the claims, so that they
 * are known where all others have a stand-in. Source: docs/architecture.md, Claims, and the tags that runs write.
 * @param text of the whole recording, for the clusters in it
 */
export function ownDigests(head: Head, text: string): ReadonlySet<string> {
  const { run = {}, inputs = {} } = head;
  const server = String(run['server'] ?? '');
  const owner = [server, String(run['repositoryId'] ?? '') || 'local', String(inputs['environment'] ?? 'default')];
  return new Set([
    sha256(['https://github.com']).slice(0, 8),
    sha256([server]).slice(0, 8),
    sha256(owner).slice(0, 12),
    ...uuidsIn(text).map((id) => sha256([...owner, id]).slice(0, 40)),
    ...claimedDigests(server, text),
  ]);
}

const CLAIM = /\brepo=(\S+) on=\S+ kind=\S+ cluster=([0-9a-f-]{36}) [^"]*\bname=([^"]*)"/g;

/** Those of the claims whose values have all that they are computed from. */
function claimedDigests(server: string, text: string): string[] {
  return [...text.matchAll(CLAIM)].flatMap(([, repo = '', cluster = '', name = '']) => [
    sha256([server, repo, name, cluster]).slice(0, 40),
    sha256([server, repo, name]).slice(0, 12),
  ]);
}

function sha256(fields: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
