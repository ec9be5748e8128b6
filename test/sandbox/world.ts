import type { Clock } from './clock.ts';
import { createHistory, type History, type Tables } from './history.ts';
import { createRandom } from './random.ts';
import type { AccessKey, Repository, Role, WorldSeed } from './seed.ts';
import type { Settings } from './settings.ts';
import { type Account, KINDS, type Kind, type Kinds, type ServiceAccount } from './types.ts';

/** A GitHub issue or pull request with its comments. */
export interface Issue {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  labels: string[];
  pullHead: string | null;
  user: string;
  createdAt: number;
  updatedAt: number;
}

/** The state that all servers share, and the engine that moves it on with time. */
export interface WorldState {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly tables: Tables;
  readonly region: string;
  readonly repository: Repository;
  readonly accounts: Map<string, Account>;
  readonly roles: Map<string, Role>;
  readonly accessKeys: Map<string, AccessKey>;
  readonly serviceAccounts: Map<string, ServiceAccount>;
  readonly clientTokens: Map<string, { params: string; endpointId: string; at: number }>;
  readonly connectionScript: { outcome: 'REJECTED' | 'FAILED' | 'EXPIRED'; clusterId: string | null; times: number }[];
  readonly branches: Set<string>;
  readonly issues: Map<number, Issue>;
  readonly comments: Map<number, { id: number; issue: number; body: string; user: string; createdAt: number }>;
  /** Every secret given out, for leak checks. */
  readonly secrets: Set<string>;
  /** Where in a request a secret belongs, `<service> <header or parameter>`; see secret-places.ts for the rest. */
  readonly secretHomes: Map<string, string>;
  readonly random: ReturnType<typeof createRandom>;
  /** Virtual now; inside a scheduled change, the time that change was due. */
  now(): number;
  /** Schedules a change for so many virtual seconds from now. */
  after(seconds: number, change: () => void): void;
  /** Runs what is due and notes what changed. Called around every request. */
  tick(): void;
  /** The rows that a read sees: now, or as of the lag that the settings give. */
  read<K extends Kind>(kind: K): Kinds[K][];
  id(prefix: string): string;
}

const NO_PAST: History = {
  record: () => undefined,
  asOf() {
    throw new Error('this world does not keep its past');
  },
};

/** Builds the shared state from a seed; the caller fills the tables. */
export function createWorldState(context: {
  clock: Clock;
  settings: Settings;
  seed: WorldSeed;
  randomSeed: number;
  /** False: no read will ever lag, so the past need not be kept. */
  keepsPast?: boolean;
}): WorldState {
  const { clock, settings, seed } = context;
  const tables = Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as unknown as Tables;
  const history = context.keepsPast === false ? NO_PAST : createHistory(tables);
  const random = createRandom(context.randomSeed);
  const queue: { at: number; order: number; change: () => void }[] = [];
  let order = 0;
  let due: number | null = null;
  let born = true;

  const isLagging = () => Object.values(settings.stale.seconds).some((seconds) => seconds > 0);
  /** The past is kept from the first moment on at which reads lag: what there is then has always been there. */
  const record = (at: number) => {
    if (!isLagging() && born) return;
    history.record(born ? Number.NEGATIVE_INFINITY : at);
    born = false;
  };
  const now = () => due ?? clock.now();
  const tick = () => {
    if (born) record(Number.NEGATIVE_INFINITY);
    const until = clock.now();
    for (;;) {
      queue.sort((a, b) => a.at - b.at || a.order - b.order);
      const next = queue[0];
      if (!next || next.at > until) break;
      queue.shift();
      due = next.at;
      try {
        next.change();
      } finally {
        due = null;
      }
      record(next.at);
    }
    record(until);
  };
  return {
    clock,
    settings,
    tables,
    region: seed.region,
    repository: seed.repository,
    accounts: new Map(),
    roles: new Map(),
    accessKeys: new Map(),
    serviceAccounts: new Map(),
    clientTokens: new Map(),
    connectionScript: [],
    branches: new Set(seed.branches),
    issues: new Map(),
    comments: new Map(),
    secrets: new Set(),
    secretHomes: new Map(),
    random,
    now,
    after(seconds, change) {
      queue.push({ at: now() + seconds * 1000, order: order++, change });
    },
    tick,
    read<K extends Kind>(kind: K): Kinds[K][] {
      const lag = settings.stale.seconds[kind] ?? 0;
      if (lag <= 0) return [...tables[kind].values()] as Kinds[K][];
      const behind = settings.stale.mode === 'max' ? lag : lag * random.next();
      return history.asOf(kind, now() - behind * 1000);
    },
    id: (prefix) => `${prefix}-0${random.hex(16)}`,
  };
}
