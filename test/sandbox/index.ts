import { ec2Service } from './aws/ec2-server.ts';
import type { PolicyDocument } from './aws/iam.ts';
import { metadataService } from './aws/metadata-server.ts';
import { stsService } from './aws/sts-server.ts';
import { type ByHand, byHand } from './by-hand.ts';
import { type Clock, createClock } from './clock.ts';
import { cloudService } from './cloud/cloud-server.ts';
import { type Arrival, exchange, type Outcome, type RequestHook, type ServiceDefinition } from './exchange.ts';
import { createFaults, type Faults } from './faults.ts';
import { githubService } from './github/github-server.ts';
import { startHttpService } from './http-service.ts';
import { oidcService } from './oidc-server.ts';
import { populate } from './populate.ts';
import type { LoggedRequest, ServiceName } from './request-log.ts';
import type { WorldSeed } from './seed.ts';
import { applySettings, type DeepPartial, defaultSettings, type Settings } from './settings.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';
import { type VpcRunner, vpcRunner } from './vpc-runner.ts';
import { createWorldState, type WorldState } from './world.ts';
import { advancedWorld, ids } from './worlds.ts';

export type { ByHand } from './by-hand.ts';
export { type Clock, createClock } from './clock.ts';
export type { RequestHook } from './exchange.ts';
export type { Fault, Faults } from './faults.ts';
export type { LoggedRequest, ServiceName } from './request-log.ts';
export type { WorldSeed } from './seed.ts';
export type { DeepPartial, Settings } from './settings.ts';
export { advancedRegion, advancedWorld, bothPlans, emptySeed, ids, standardRegion, standardWorld } from './worlds.ts';

export interface SandboxOptions {
  /** How many times faster than real time the world runs; default 50. Without a meaning in memory. */
  rate?: number;
  /** Seed of IDs and of random lags. */
  seed?: number;
  settings?: DeepPartial<Settings>;
  /** What there is at the start; default `advancedWorld()`. */
  world?: WorldSeed;
}

/** The shared state, what a person can do to it, and the IDs of the ready-made worlds. */
export type World = WorldState & ByHand & { readonly ids: typeof ids };

/** One more way to the same services, so that requests of concurrent runs can be told apart. */
export interface Door {
  name: string;
  urls: Record<ServiceName, string>;
  /** What a runner and this world give to a step; read it when the step starts. */
  readonly env: Record<string, string>;
  close(): Promise<void>;
}

/** A door without a network in front of it. */
export interface MemoryDoor extends Door {
  /** Carries a request to a service; the caller makes of the outcome what a client would see. */
  send(service: ServiceName, arrival: Arrival): Promise<Outcome>;
}

/** What the sandbox is over a network and in memory alike. */
export interface Sandbox<D extends Door = Door> {
  world: World;
  clock: Clock;
  requests: LoggedRequest[];
  faults: Faults;
  /** Every knob; may be turned at any time. */
  settings: Settings;
  /** Identity policies of all callers; null leaves them to the door. The same object as `settings.iam`. */
  iam: Settings['iam'];
  urls: Record<ServiceName, string>;
  /** What a runner and this world give to a step; read it when the step starts. */
  readonly env: Record<string, string>;
  /**
   * Opens another way in; its name is noted with every request that comes through it.
   * @param policies identity policies of callers that come through it; null allows everything
   */
  openDoor(name: string, policies?: PolicyDocument[] | null): Promise<D>;
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

/** The sandbox in memory, on virtual time. */
export interface MemorySandbox extends Sandbox<MemoryDoor> {
  readonly time: VirtualTime;
  /** What its runners get from their resolver and from endpoints; they are inside the VPC. */
  readonly inside: VpcRunner;
}

/** Starts all servers of the sandbox on free ports of 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = createClock({ rate: options.rate ?? 50 });
  const { services, contextOf, tokens, sandbox } = createSandbox(options, clock);
  const latency = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const doors = new Set<Door>();
  const openDoor: Sandbox['openDoor'] = async (name, policies = null) => {
    const context = { ...contextOf(name, policies), latency };
    const servers = await Promise.all(services.map((definition) => startHttpService(definition, context)));
    const urls = Object.fromEntries(
      services.map(({ service }, index) => [service, servers[index]?.url ?? '']),
    ) as Door['urls'];
    const door: Door = {
      name,
      urls,
      get env() {
        return {
          ...jobEnv(urls, tokens),
          AWS_ENDPOINT_URL_EC2: urls.ec2,
          AWS_ENDPOINT_URL_STS: urls.sts,
          COCKROACH_SERVER: urls.cloud,
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
    ...sandbox,
    urls: main.urls,
    get env() {
      return main.env;
    },
    openDoor,
    async close() {
      await Promise.all([...doors].map((door) => door.close()));
    },
  };
}

/** The addresses that the services have where there is a network: the real ones. */
const REAL_URLS: Readonly<Record<ServiceName, string>> = {
  oidc: 'https://pipelines.actions.githubusercontent.com',
  sts: 'https://sts.amazonaws.com',
  ec2: 'https://ec2.amazonaws.com',
  cloud: 'https://cockroachlabs.cloud',
  github: 'https://api.github.com',
  metadata: 'http://169.254.169.254',
};
/** How long a request takes in memory where the settings say nothing, in virtual milliseconds: all at once never happens. */
const MEMORY_LATENCY_MS = 30;

/**
 * The same sandbox without sockets, on virtual time.
 * @param onTime is told each new virtual time (ms since the epoch)
 */
export function openSandbox(options: SandboxOptions = {}, onTime?: (now: number) => void): MemorySandbox {
  const time = virtualTime(onTime);
  const { services, contextOf, tokens, sandbox } = createSandbox(options, time.sandbox);
  sandbox.settings.latencyMs ||= MEMORY_LATENCY_MS;
  const urls = { ...REAL_URLS };
  const env = jobEnv(urls, tokens);
  const never = new AbortController().signal;
  const doorOf = (name: string, policies: PolicyDocument[] | null): MemoryDoor => {
    const context = { ...contextOf(name, policies), latency: (ms: number) => time.clock.sleep(ms, never) };
    const find = (service: ServiceName) => services.find((one) => one.service === service) as ServiceDefinition;
    return {
      name,
      urls,
      env,
      send: (service, arrival) => exchange(find(service), context, arrival),
      close: async () => undefined,
    };
  };
  return {
    ...sandbox,
    time,
    inside: vpcRunner(sandbox.world, ids.vpc),
    urls,
    env,
    openDoor: async (name, policies = null) => doorOf(name, policies),
    close: async () => undefined,
  };
}

/** What a runner gives to a job with `id-token: write`. */
function jobEnv(urls: Door['urls'], tokens: Sandbox['tokens']): Record<string, string> {
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${urls.oidc}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: tokens.oidcRequest,
    GITHUB_API_URL: urls.github,
    GITHUB_SERVER_URL: 'https://github.com',
  };
}

/** Everything but the way in. */
function createSandbox(options: SandboxOptions, clock: Clock) {
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
  return {
    tokens,
    services: [
      oidcService(state, tokens.oidcRequest),
      stsService(state),
      ec2Service(state),
      cloudService(state),
      githubService(state, tokens.github),
      metadataService(state),
    ],
    contextOf: (door: string, policies: PolicyDocument[] | null) => ({
      ...{ world: state, faults, requests, hooks, door, policies },
    }),
    sandbox: {
      world,
      clock,
      requests,
      faults,
      settings,
      iam: settings.iam,
      tokens,
      secrets: () => [...world.secrets],
      mutations: () => requests.filter(({ mutating }) => mutating),
      count: (action: string | RegExp) =>
        requests.filter((one) => (typeof action === 'string' ? one.action === action : action.test(one.action))).length,
      onRequest(hook: RequestHook) {
        hooks.add(hook);
        return () => {
          hooks.delete(hook);
        };
      },
    },
  };
}
