import { Readable } from 'node:stream';
import { createEc2 } from '../../src/aws/ec2.ts';
import { createCloudClient } from '../../src/cockroach/client.ts';
import type { HttpClient } from '../../src/cockroach/http.ts';
import type { Clients } from '../../src/reconcile/observe.ts';
import { ec2Service } from '../../test/sandbox/aws/ec2-server.ts';
import { cloudService } from '../../test/sandbox/cloud/cloud-server.ts';
import type { Answer, ServiceDefinition } from '../../test/sandbox/exchange.ts';
import type { WorldSeed } from '../../test/sandbox/index.ts';
import { populate } from '../../test/sandbox/populate.ts';
import { applySettings, type DeepPartial, defaultSettings, type Settings } from '../../test/sandbox/settings.ts';
import type { VirtualTime } from '../../test/sandbox/virtual-time.ts';
import { createWorldState, type WorldState } from '../../test/sandbox/world.ts';
import { ids } from '../../test/sandbox/worlds.ts';

export interface SeenRequest {
  readonly run: number;
  readonly at: number;
  readonly service: 'ec2' | 'cloud';
  readonly action: string;
  /** 0 while it is under way. */
  status: number;
}

export interface VirtualWorld {
  readonly state: WorldState;
  readonly requests: SeenRequest[];
  /**
   * The action's own clients for one run, without sockets: each request takes the latency and is answered by the
   * sandbox.
   */
  open(run: number, deadline: number): Clients;
}

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** The sandbox's EC2 and Cloud API on virtual time. */
export function virtualWorld(options: {
  time: VirtualTime;
  seed: WorldSeed;
  settings: DeepPartial<Settings>;
  latencyMs: number;
  randomSeed: number;
}): VirtualWorld {
  const { time, seed, latencyMs } = options;
  const settings = applySettings(defaultSettings(), options.settings);
  // Requests are signed with the machine's own time, which stands still beside the virtual one.
  settings.sts.maxClockSkewSeconds = Number.POSITIVE_INFINITY;
  const state = createWorldState({ clock: time.sandbox, settings, seed, randomSeed: options.randomSeed });
  populate(state, seed);
  state.tick();
  const services = { ec2: ec2Service(state), cloud: cloudService(state) };
  const requests: SeenRequest[] = [];
  const never = new AbortController().signal;

  async function exchange(service: SeenRequest['service'], run: number, sent: Sent): Promise<Answer> {
    const definition: ServiceDefinition = services[service];
    const url = new URL(sent.path, 'http://sandbox');
    const form = (sent.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
    const params = Object.fromEntries([...url.searchParams, ...(form ? new URLSearchParams(sent.body) : [])]);
    const bare = { method: sent.method, url, headers: sent.headers, body: sent.body, params, policies: null };
    const described = definition.describe(bare);
    // Half of the way there, half of it back; seen is what the service has when the request arrives.
    await time.clock.sleep(latencyMs / 2, never);
    const request: SeenRequest = { run, at: time.clock.now(), service, action: described.action, status: 0 };
    requests.push(request);
    state.tick();
    const logged = { ...bare, ...described } as unknown as Parameters<ServiceDefinition['handle']>[0]['request'];
    const answer = definition.handle({ ...bare, request: logged });
    state.tick();
    await time.clock.sleep(latencyMs / 2 + (answer.delaySeconds ?? 0) * 1000, never);
    request.status = answer.status;
    return answer;
  }

  return {
    state,
    requests,
    open(run, deadline) {
      const around = { clock: time.clock, signal: never, deadline, info: () => undefined, debug: () => undefined };
      return {
        ec2: createEc2({
          ...around,
          connection: {
            settings: {
              region: ids.region,
              maxAttempts: 1,
              requestHandler: ec2Handler((sent) => exchange('ec2', run, sent)),
            },
            close: () => undefined,
          },
          identity: {
            credentials: async () => ({ accessKeyId: ids.accessKeyId, secretAccessKey: ids.secretAccessKey }),
          },
        }),
        cloud: createCloudClient({
          ...around,
          baseUrl: new URL('http://sandbox'),
          apiKey: ids.apiKey,
          userAgent: 'benchmark',
          http: Promise.resolve(cloudHttp((sent) => exchange('cloud', run, sent))),
        }),
        clock: time.clock,
        account: async () => ids.account,
      };
    },
  };
}

/** What the SDK sends its requests with. */
function ec2Handler(exchange: (sent: Sent) => Promise<Answer>) {
  return {
    async handle(request: { method: string; path: string; headers: Record<string, string>; body?: unknown }) {
      const { status, headers, body } = await exchange({ ...request, body: String(request.body ?? '') });
      return { response: { statusCode: status, headers: lowerCase(headers), body: Readable.from([body]) } };
    },
  };
}

function cloudHttp(exchange: (sent: Sent) => Promise<Answer>): HttpClient {
  return {
    async send({ method, url, headers, body = '' }) {
      const answer = await exchange({ method, path: `${url.pathname}${url.search}`, headers, body });
      const {
        'retry-after': retryAfter,
        'content-type': contentType,
        'cc-version': version,
      } = lowerCase(answer.headers);
      return { status: answer.status, body: answer.body, retryAfter, contentType, version };
    },
    close: async () => undefined,
  };
}

function lowerCase(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
