import { ec2Service } from './aws/ec2-server.ts';
import type { PolicyDocument } from './aws/iam.ts';
import { stsService } from './aws/sts-server.ts';
import { type ByHand, byHand } from './by-hand.ts';
import { type Clock, createClock } from './clock.ts';
import { cloudService } from './cloud/cloud-server.ts';
import { createFaults, type Faults } from './faults.ts';
import { githubService } from './github/github-server.ts';
import { type RequestHook, startHttpService } from './http-service.ts';
import { oidcService } from './oidc-server.ts';
import { populate } from './populate.ts';
import type { LoggedRequest, ServiceName } from './request-log.ts';
import type { WorldSeed } from './seed.ts';
import { applySettings, type DeepPartial, defaultSettings, type Settings } from './settings.ts';
import { createWorldState, type WorldState } from './world.ts';
import { advancedWorld, ids } from './worlds.ts';

export type { ByHand } from './by-hand.ts';
export { type Clock, createClock } from './clock.ts';
export type { Fault, Faults } from './faults.ts';
export type { RequestHook } from './http-service.ts';
export type { LoggedRequest, ServiceName } from './request-log.ts';
export type { WorldSeed } from './seed.ts';
export type { DeepPartial, Settings } from './settings.ts';
export { advancedRegion, advancedWorld, bothPlans, emptySeed, ids, standardRegion, standardWorld } from './worlds.ts';

export interface SandboxOptions {
  /** How many times faster than real time the world runs; default 50. */
  rate?: number;
  /** Seed of IDs and of random lags. */
  seed?: number;
  settings?: DeepPartial<Settings>;
  /** What there is at the start; default `advancedWorld()`. */
  world?: WorldSeed;
}

/** The shared state, what a person can do to it, and the IDs of the ready-made worlds. */
export type World = WorldState & ByHand & { readonly ids: typeof ids };

/** One more set of addresses of the same servers, so that requests of concurrent runs can be told apart. */
export interface Door {
  name: string;
  urls: Record<ServiceName, string>;
  /** What a runner and this world give to a child process; read it when the child starts. */
  readonly env: Record<string, string>;
  close(): Promise<void>;
}

export interface Sandbox {
  world: World;
  clock: Clock;
  requests: LoggedRequest[];
  faults: Faults;
  /** Every knob; may be turned at any time. */
  settings: Settings;
  /** Identity policies of all callers; null leaves them to the door. The same object as `settings.iam`. */
  iam: Settings['iam'];
  urls: Record<ServiceName, string>;
  /** What a runner and this world give to a child process; read it when the child starts. */
  readonly env: Record<string, string>;
  /**
   * Opens another set of addresses; its name is noted with every request that comes through it.
   * @param policies identity policies of callers that come through it; null allows everything
   */
  openDoor(name: string, policies?: PolicyDocument[] | null): Promise<Door>;
  /** Tokens that a runner gives to a job. */
  tokens: { oidcRequest: string; github: string };
  /** All secrets given out so far. */
  secrets(): string[];
  /** Requests that may change something, in order. */
  mutations(): LoggedRequest[];
  /** How many requests had this action (`CreateVpcEndpoint`, or `POST /api/v1/…`, or a pattern). */
  count(action: string | RegExp): number;
  /** Runs before and after every request takes effect; answering 'drop' cuts the connection there. */
  onRequest(hook: RequestHook): () => void;
  close(): Promise<void>;
}

/** Starts all servers of the sandbox on free ports of 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = createClock({ rate: options.rate ?? 50 });
  const settings = applySettings(defaultSettings(), options.settings);
  const seed = options.world ?? (advancedWorld().world as WorldSeed);
  const state = createWorldState({ clock, settings, seed, randomSeed: options.seed ?? 1 });
  populate(state, seed);
  const world: World = Object.assign(state, byHand(state), { ids });
  const tokens = {
    oidcRequest: `ghs-oidc-request-${state.random.hex(40)}`,
    github: `ghs_${state.random.hex(36)}`,
  };
  world.secrets.add(tokens.oidcRequest).add(tokens.github);
  world.secretHomes.set(tokens.oidcRequest, 'oidc authorization').set(tokens.github, 'github authorization');
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  const hooks = new Set<RequestHook>();
  state.tick();
  const definitions = [
    oidcService(state, tokens.oidcRequest),
    stsService(state),
    ec2Service(state),
    cloudService(state),
    githubService(state, tokens.github),
  ];
  const doors = new Set<Door>();
  const openDoor: Sandbox['openDoor'] = async (name, policies = null) => {
    const context = { world: state, faults, requests, hooks, door: name, policies };
    const servers = await Promise.all(definitions.map((definition) => startHttpService(definition, context)));
    const urls = Object.fromEntries(
      definitions.map(({ service }, index) => [service, servers[index]?.url ?? '']),
    ) as Door['urls'];
    const door: Door = {
      name,
      urls,
      get env() {
        return {
          ACTIONS_ID_TOKEN_REQUEST_URL: `${urls.oidc}/token?api-version=2.0`,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: tokens.oidcRequest,
          AWS_ENDPOINT_URL_EC2: urls.ec2,
          AWS_ENDPOINT_URL_STS: urls.sts,
          COCKROACH_SERVER: urls.cloud,
          GITHUB_API_URL: urls.github,
          GITHUB_SERVER_URL: 'https://github.com',
          ...clock.env(),
        };
      },
      async close() {
        doors.delete(door);
        await Promise.all(servers.map((server) => server.close()));
      },
    };
    doors.add(door);
    return door;
  };
  const main = await openDoor('');
  return {
    world,
    clock,
    requests,
    faults,
    settings,
    iam: settings.iam,
    urls: main.urls,
    tokens,
    get env() {
      return main.env;
    },
    openDoor,
    secrets: () => [...world.secrets],
    mutations: () => requests.filter(({ mutating }) => mutating),
    count: (action) =>
      requests.filter((one) => (typeof action === 'string' ? one.action === action : action.test(one.action))).length,
    onRequest(hook) {
      hooks.add(hook);
      return () => hooks.delete(hook);
    },
    async close() {
      await Promise.all([...doors].map((door) => door.close()));
    },
  };
}
