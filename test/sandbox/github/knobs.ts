import type { WorldState } from '../world.ts';

export type Permission = 'contents' | 'issues' | 'pull-requests';

/** How GitHub itself stands, beside the objects in it. */
export interface GithubKnobs {
  /** Whom the token belongs to; `null`: the GraphQL API does not tell. */
  login: string | null;
  /** What `viewer` of the GraphQL API is answered with, where that is not the account of `login`. */
  viewer: Readonly<Record<string, unknown>> | null | undefined;
  /** How the REST API shows an account, where that is not the usual way; `null`: the account is gone. */
  accounts: Map<string, Readonly<Record<string, unknown>> | null>;
  /** The origin of the addresses in `Link`; undefined: the host that was asked. */
  origin: string | undefined;
  /** What the token may do; a permission left out is none. */
  permissions: Partial<Record<Permission, 'read' | 'write'>>;
  /** A private repository answers 404 to who may not read it; a public one can be read by everybody. */
  visibility: 'public' | 'private';
  issuesEnabled: boolean;
  /** False: labels of new issues are dropped silently, as for tokens without push access. */
  mayLabel: boolean;
  /** Requests left until the primary limit, and virtual seconds until that is reset. */
  rateLimit: { remaining: number; resetSeconds: number };
  /** Repositories of the heads of pull requests that come from a fork. */
  forks: Map<number, string>;
  /** Issues and pull requests whose conversation is locked. */
  locked: Set<number>;
  /** The repository is archived: everything in it can be read, and nothing changed. */
  archived: boolean;
  /** Whether a name is an account's: GitHub refuses the name of nobody in `creator`, or finds nothing by it; unknown which. */
  isAccount: (login: string) => boolean;
  search: {
    /** Virtual seconds until the index has an issue. */
    lagSeconds: number;
    /** Whether the index has what HTML comments hold: github.com does, Enterprise Server does not. */
    hidden: boolean;
  };
  /** Why issues were closed. */
  reasons: Map<number, string | null>;
}

export const ACTIONS_BOT = 'github-actions[bot]';
const knobsOf = new WeakMap<WorldState, GithubKnobs>();

/** The knobs of a world's GitHub; they may be turned at any time. */
export function githubKnobs(world: WorldState): GithubKnobs {
  const knobs = knobsOf.get(world) ?? {
    login: ACTIONS_BOT,
    viewer: undefined,
    accounts: new Map(),
    origin: undefined,
    permissions: { contents: 'read', issues: 'write', 'pull-requests': 'write' },
    visibility: 'public',
    issuesEnabled: true,
    mayLabel: true,
    rateLimit: { remaining: Number.POSITIVE_INFINITY, resetSeconds: 3600 },
    forks: new Map(),
    locked: new Set(),
    archived: false,
    isAccount: () => true,
    search: { lagSeconds: 300, hidden: false },
    reasons: new Map(),
  };
  knobsOf.set(world, knobs);
  return knobs;
}
