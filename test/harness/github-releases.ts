import { execFileSync } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SandboxRelease {
  id: number;
  tag_name: string;
  name: string;
  body: string;
  draft: boolean;
}

/** GitHub's REST API for the tags of a bare repository and its releases, for a token with `contents: write`. */
export interface GithubOfReleases {
  readonly url: string;
  readonly releases: SandboxRelease[];
  /** Requests that change something, as `POST releases`. */
  readonly writes: string[];
  /** Answers the next request like this with 502, after it took effect or before. */
  failOnce: { request: string; after: boolean } | undefined;
  close(): Promise<void>;
}

class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Starts it. As GitHub does, it hides drafts from `releases/tags`, makes one release for a tag, and refuses to point a tag at a
 * commit whose workflow files differ from those at the tip of every branch (RafPe/pod-certificate-signer PR 128, mkb79/Audible PR 882).
 * @param bare the repository, whose tags and branches these are
 */
export async function startGithubOfReleases(bare: string, token: string): Promise<GithubOfReleases> {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: bare, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  const attempt = (...args: string[]) => {
    try {
      return git(...args);
    } catch {
      return undefined;
    }
  };
  const releases: SandboxRelease[] = [];
  const workflows = (commit: string) => attempt('rev-parse', `${commit}:.github/workflows`);
  const reference = (name: string) => {
    const sha = attempt('rev-parse', '--verify', `refs/tags/${name}`);
    if (sha === undefined) throw new Refusal(404, 'Not Found');
    return { ref: `refs/tags/${name}`, object: { type: git('cat-file', '-t', sha), sha } };
  };
  const point = (name: string, sha: string) => {
    const heads = git('for-each-ref', '--format=%(objectname)', 'refs/heads').split('\n');
    if (!heads.some((head) => workflows(head) === workflows(sha))) {
      throw new Refusal(403, 'Resource not accessible by integration');
    }
    git('update-ref', `refs/tags/${name}`, sha);
    return reference(name);
  };
  const make = ({ tag_name = '', name = '', body = '', draft = false }: Partial<SandboxRelease>) => {
    if (releases.some((one) => !one.draft && one.tag_name === tag_name)) {
      throw new Refusal(422, 'Validation Failed: tag_name already_exists');
    }
    const release = { id: releases.length + 1, tag_name, name, body, draft };
    releases.push(release);
    return release;
  };
  const answer = (request: string, { page, input }: { page: number; input: Record<string, unknown> }): unknown => {
    const [method = '', path = ''] = request.split(' ');
    const [, last = ''] = /([^/]+)$/.exec(path) ?? [];
    if (request === 'GET releases') return releases.toReversed().slice((page - 1) * 100, page * 100);
    if (request === 'POST releases') return make(input);
    if (method === 'PATCH' && path.startsWith('releases/')) {
      const release = releases.find(({ id }) => String(id) === last);
      if (release === undefined) throw new Refusal(404, 'Not Found');
      return Object.assign(release, input);
    }
    if (method === 'GET' && path.startsWith('git/ref/tags/')) return reference(last);
    if (method === 'GET' && path.startsWith('git/tags/')) {
      const sha = git('rev-parse', `${last}^{}`);
      return { object: { type: git('cat-file', '-t', sha), sha } };
    }
    const sha = String(input['sha']);
    if (request === 'POST git/refs') {
      const name = String(input['ref']).replace('refs/tags/', '');
      if (attempt('rev-parse', '--verify', `refs/tags/${name}`)) throw new Refusal(422, 'Reference already exists');
      return point(name, sha);
    }
    if (method === 'PATCH' && path.startsWith('git/refs/tags/') && input['force'] === true) {
      reference(last);
      return point(last, sha);
    }
    throw new Refusal(404, 'Not Found');
  };
  const state: Omit<GithubOfReleases, 'url' | 'close'> = { releases, writes: [], failOnce: undefined };
  const serve = async (incoming: IncomingMessage): Promise<{ status: number; body: unknown }> => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const request = `${incoming.method} ${url.pathname.replace('/repos/acme/action/', '')}`;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const input = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>;
    const failing = state.failOnce?.request === request ? state.failOnce : undefined;
    if (failing !== undefined) state.failOnce = undefined;
    if (incoming.headers.authorization !== `Bearer ${token}`) throw new Refusal(401, 'Bad credentials');
    if (failing?.after === false) throw new Refusal(502, 'Server Error');
    if (incoming.method !== 'GET') state.writes.push(request);
    const body = answer(request, { page: Number(url.searchParams.get('page') ?? 1), input });
    if (failing !== undefined) throw new Refusal(502, 'Server Error');
    return { status: 200, body };
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming)
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return { status: error.status, body: { message: error.message } };
      })
      .then(({ status, body }) => outgoing.writeHead(status).end(JSON.stringify(body)))
      .catch((error: unknown) => outgoing.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  });
}
