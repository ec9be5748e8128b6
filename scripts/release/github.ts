/** What the release asks of GitHub's REST API. Node's own fetch: no code of a dependency runs where the token is. */

/** A refusal, with what GitHub said. */
export class GithubError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A release as the API lists it. Drafts are listed for tokens that may write, and for these only. */
export interface Release {
  readonly id: number;
  readonly tag_name: string;
  readonly draft: boolean;
}

export interface Github {
  /** The commit of a tag, through the object of an annotated one; undefined where there is no such tag. */
  commitOf(tag: string): Promise<string | undefined>;
  releases(): Promise<Release[]>;
  createRelease(tag: string, notes: string): Promise<void>;
  /** Publishes a draft, with these notes. */
  publishRelease(release: Release, notes: string): Promise<void>;
  /** Points a tag at a commit. `exists`: whether it is there. */
  pointTag(tag: string, to: { sha: string; exists: boolean }): Promise<void>;
}

/** As many as the API gives in one page. */
const PAGE = 100;

/** A client for one repository. @param api as GITHUB_API_URL has it */
export function github({ api, repository, token }: { api: string; repository: string; token: string }): Github {
  async function ask<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${api}/repos/${repository}/${path}`, {
      method,
      headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as T;
    throw new GithubError(response.status, `${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
  }
  interface Target {
    object: { type: string; sha: string };
  }
  return {
    async commitOf(tag) {
      try {
        let { object } = await ask<Target>('GET', `git/ref/tags/${tag}`);
        while (object.type === 'tag') ({ object } = await ask<Target>('GET', `git/tags/${object.sha}`));
        return object.sha;
      } catch (error) {
        if (error instanceof GithubError && error.status === 404) return undefined;
        throw error;
      }
    },
    async releases() {
      const all: Release[] = [];
      for (let page = 1; all.length === (page - 1) * PAGE; page += 1)
        all.push(...(await ask<Release[]>('GET', `releases?per_page=${PAGE}&page=${page}`)));
      return all;
    },
    async createRelease(tag, notes) {
      await ask('POST', 'releases', { tag_name: tag, name: tag, body: notes });
    },
    async publishRelease({ id, tag_name }, notes) {
      await ask('PATCH', `releases/${id}`, { name: tag_name, body: notes, draft: false });
    },
    async pointTag(tag, { sha, exists }) {
      if (exists) await ask('PATCH', `git/refs/tags/${tag}`, { sha, force: true });
      else await ask('POST', 'git/refs', { ref: `refs/tags/${tag}`, sha });
    },
  };
}
