import type { Clock } from '../support/clock.ts';
import { isActionError } from '../support/errors.ts';
import { isTooLate, type Limit } from '../support/moment.ts';
import { createPacer, type Pacer } from '../support/pacer.ts';
import type { Progress } from '../support/progress.ts';
import { withRetry } from '../support/retry.ts';
import { type CloudAsk, type Patience, tellingOf } from './ask.ts';
import {
  CloudRefusal,
  classifyCloudError,
  cloudError,
  isNotFound,
  isRateRefusal,
  meaningOfCloud,
  trustedOwnersError,
} from './errors.ts';
import type { HttpClient } from './http.ts';
import { CLOUD_PAGE_SIZE, readPages } from './pages.ts';
import {
  isJsonOf,
  isObject,
  listOf,
  parseAllowlist,
  parseCluster,
  parseClusters,
  parseConnection,
  parseConnections,
  parseServices,
  parseTrustedOwner,
  parseTrustedOwners,
} from './parse.ts';
import type { Cluster, Connection, EndpointService, TrustedOwner } from './types.ts';

/**
 * What the project asks of CockroachDB Cloud. Reads are repeated through short outages; a call that changes something
 * is sent again only when it was certainly not executed. All throw ActionError (`cloud-*`) or `cancelled`.
 */
export interface CloudClient {
  /**
   * The cluster in whatever state, or undefined when the API itself answers that it has none (`confirmedGone` says what
   * that is worth).
   */
  getCluster(clusterId: string): Promise<Cluster | undefined>;
  /**
   * The clusters of the organization that the key can see and that are not deleted, over all pages.
   * @param pages how many pages of 500 are enough; all if not given
   */
  listClusters(pages?: number): Promise<Cluster[]>;
  listServices(clusterId: string): Promise<EndpointService[]>;
  /**
   * Creates the services of an Advanced cluster in all its regions; repeating it changes nothing. Empty where the API
   * says that they are there.
   */
  createServices(clusterId: string): Promise<EndpointService[]>;
  listConnections(clusterId: string): Promise<Connection[]>;
  /** Connects the endpoint; `undefined` when the API says that it is already there. */
  addConnection(clusterId: string, endpointId: string): Promise<Connection | undefined>;
  listTrustedOwners(clusterId: string): Promise<TrustedOwner[]>;
  /** Details of one entry by its ID, or undefined when it is not there. */
  getTrustedOwner(clusterId: string, ownerId: string): Promise<TrustedOwner | undefined>;
  /** Trusts an account; `undefined` when the API says that it is trusted already. */
  addTrustedOwner(clusterId: string, accountId: string): Promise<TrustedOwner | undefined>;
  /**
   * Removes an entry by its ID; one that is not there counts as removed. Not sent once the decision does not hold any
   * more.
   */
  removeTrustedOwner(clusterId: string, ownerId: string, limit: Limit): Promise<void>;
  /** CIDR blocks that may reach the cluster's public SQL address. */
  listAllowlist(clusterId: string): Promise<string[]>;
  /** PEM of the CA that signs the certificates of an Advanced cluster; it is public and asked for without the key. */
  clusterCa(clusterId: string, patience?: Patience): Promise<string>;
  /**
   * Removes the connection entry; one that is not there counts as removed. Not sent once the decision does not hold any
   * more.
   */
  deleteConnection(clusterId: string, endpointId: string, limit: Limit): Promise<void>;
  /**
   * The least time (ms) between two looks of so many requests at what is waited for: 0 unless the API refused requests
   * for their rate, which others then use too.
   */
  pause(requests: number): number;
}

export interface CloudSettings {
  baseUrl: URL;
  apiKey: string;
  userAgent: string;
  clock: Clock;
  signal: AbortSignal;
  deadline: number;
  http: Promise<HttpClient>;
  /** Undefined: nobody listens. */
  progress?: Progress | undefined;
  debug(line: string): void;
}

/** Pins the shapes of the answers; older versions spell plans, states and services differently. */
const API_VERSION = '2024-09-16';
/** What the API takes from one service account; sent at that pace, a run with many clusters is hardly ever refused. */
const RATE = { size: 10, perSecond: 10 };

/** A client for one organization's API. Nothing is sent before the first call. */
export function createCloudClient(settings: CloudSettings): CloudClient {
  const pacer = createPacer(RATE, settings.clock);
  const caller = createCloudCaller(settings, pacer);
  return { ...clusterCalls(caller), ...endpointCalls(caller), ...ownerCalls(caller), pause: pacer.pause };
}

/** How all parts of the client reach the API. */
interface CloudCaller {
  /** Sends one request with the retries that its nature allows, and returns the body of a 2xx answer. */
  send(ask: CloudAsk): Promise<string>;
  /** The same for a call with the key, whose answer is JSON. */
  call(method: CloudAsk['method'], path: string, options?: CallOptions): Promise<unknown>;
  /** Runs a call and turns what is left after the retries into words. */
  say<T>(doing: string, run: () => Promise<T>, inWords?: typeof cloudError): Promise<T>;
}

interface CallOptions {
  readonly body?: object;
  readonly limit?: Limit;
  isAnswer?(value: unknown): boolean;
}

function createCloudCaller(settings: CloudSettings, pacer: Pacer): CloudCaller {
  const send = async (ask: CloudAsk) => {
    const url = new URL(`${settings.baseUrl.pathname.replace(/\/+$/, '')}${ask.path}`, settings.baseUrl);
    const http = await settings.http;
    const tryNow = (over: AbortSignal) => tryOnce(settings, { ask, url, http, over });
    return withRetry(ask.keyed ? (over) => paced(pacer, settings.clock, () => tryNow(over)) : tryNow, {
      clock: settings.clock,
      signal: settings.signal,
      deadline: settings.deadline,
      limit: ask.limit,
      repeatable: ask.method === 'GET',
      // The API counts by service account.
      ...(ask.keyed ? { turn: () => pacer.turn(settings.signal) } : {}),
      classify: (error) => ({
        ...classifyCloudError(error, settings.clock.wall()),
        ...(ask.patience === undefined ? {} : { budgetMs: ask.patience.budgetMs }),
      }),
      ...(ask.patience === undefined ? {} : { tryMs: ask.patience.tryMs }),
      telling: tellingOf(ask, settings.progress),
      onRetry: ({ number, delayMs }) =>
        settings.debug(`Cloud ${ask.name}: try ${number} failed, again in ${delayMs.toFixed(0)} ms`),
    });
  };
  return {
    send,
    async call(method, path, { body, limit, isAnswer = isObject } = {}) {
      const whole = `/api/v1${path}`;
      const answer = await send({
        method,
        path: whole,
        name: `${method} ${whole}`,
        keyed: true,
        isAnswer: (text) => isJsonOf(text, isAnswer),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        limit,
      });
      return JSON.parse(answer === '' ? '{}' : answer) as unknown;
    },
    async say(doing, run, inWords = cloudError) {
      try {
        return await run();
      } catch (error) {
        if (isActionError(error) || isTooLate(error)) throw error;
        throw inWords(error, doing, settings.baseUrl.host);
      }
    },
  };
}

/** One try, whose outcome sets the pace of those that follow. */
async function paced(pacer: Pacer, clock: Clock, tryNow: () => Promise<string>): Promise<string> {
  const sentAt = clock.now();
  try {
    const answer = await tryNow();
    pacer.answered();
    return answer;
  } catch (error) {
    if (isRateRefusal(error)) pacer.refused(sentAt, classifyCloudError(error, clock.wall()).retryAfterMs ?? 0);
    throw error;
  }
}

/** One try of a request. @throws CloudRefusal for an answer that is not the one asked for */
async function tryOnce(
  settings: CloudSettings,
  { ask, url, http, over }: { ask: CloudAsk; url: URL; http: HttpClient; over: AbortSignal },
): Promise<string> {
  const started = settings.clock.now();
  const answer = await http.send({
    method: ask.method,
    url,
    headers: {
      ...(ask.keyed
        ? { authorization: `Bearer ${settings.apiKey}`, accept: 'application/json', 'cc-version': API_VERSION }
        : {}),
      'user-agent': settings.userAgent,
      ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    signal: AbortSignal.any([settings.signal, over]),
    ...(ask.body === undefined ? {} : { body: ask.body }),
  });
  settings.debug(`Cloud ${ask.name}: ${answer.status} in ${settings.clock.now() - started} ms`);
  if (answer.status < 200 || answer.status > 299) throw new CloudRefusal(ask.name, answer, url.host);
  // Read here, so that an answer that was cut short is requested again.
  const body = answer.body === '' && ask.method !== 'GET' ? '{}' : answer.body;
  if (!ask.isAnswer(body)) throw new CloudRefusal(ask.name, answer, url.host);
  return answer.body;
}

/** For `catch`: undefined where the API says that what was asked for is not there. */
function undefinedIfAbsent(error: unknown): undefined {
  if (!isNotFound(error)) throw error;
}

/** For `catch`: undefined where the API says that what was to be added is there already. */
function undefinedIfThere(error: unknown): undefined {
  if (meaningOfCloud(error) !== 'exists') throw error;
}

const clusterPath = (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}`;
const servicesPath = (clusterId: string) => `${clusterPath(clusterId)}/networking/private-endpoint-services`;
const connectionsPath = (clusterId: string) => `${clusterPath(clusterId)}/networking/private-endpoint-connections`;
const ownersPath = (clusterId: string) => `${clusterPath(clusterId)}/networking/private-endpoint-trusted-owners`;

function clusterCalls({ send, call, say }: CloudCaller) {
  return {
    getCluster: (clusterId) =>
      say(`read cluster ${clusterId}`, () =>
        call('GET', clusterPath(clusterId), {
          isAnswer: (value) => parseCluster(value).id.toLowerCase() === clusterId.toLowerCase(),
        }).then(parseCluster, undefinedIfAbsent),
      ),

    listClusters: (pages) =>
      say('list the clusters', () =>
        readPages((query) => call('GET', `/clusters${query}`, listOf('clusters')), parseClusters, {
          query: `show_inactive=false&pagination.limit=${CLOUD_PAGE_SIZE}`,
          pages,
        }),
      ),

    listAllowlist: (clusterId) =>
      say('read the IP allowlist', () =>
        readPages(
          (query) => call('GET', `${clusterPath(clusterId)}/networking/allowlist${query}`, listOf('allowlist')),
          parseAllowlist,
          { query: `pagination.limit=${CLOUD_PAGE_SIZE}` },
        ),
      ),

    clusterCa: (clusterId, patience) =>
      say(`read the CA certificate of cluster ${clusterId}`, () => {
        const path = `${clusterPath(clusterId)}/cert`;
        const isAnswer = (pem: string) => pem.includes('-----BEGIN CERTIFICATE-----');
        return send({ method: 'GET', path, name: `GET ${path}`, keyed: false, isAnswer, patience });
      }),
  } satisfies Partial<CloudClient>;
}

function endpointCalls({ call, say }: CloudCaller) {
  return {
    listServices: (clusterId) =>
      say('list the private endpoint services', () =>
        readPages((query) => call('GET', `${servicesPath(clusterId)}${query}`, listOf('services')), parseServices),
      ),

    createServices: (clusterId) =>
      say('create the private endpoint services', async () => {
        const made = await call('POST', servicesPath(clusterId), listOf('services')).catch(undefinedIfThere);
        return made === undefined ? [] : parseServices(made);
      }),

    listConnections: (clusterId) =>
      say('list the private endpoint connections', () =>
        readPages(
          (query) => call('GET', `${connectionsPath(clusterId)}${query}`, listOf('connections')),
          parseConnections,
        ),
      ),

    addConnection: (clusterId, endpointId) =>
      say(`connect endpoint ${endpointId}`, () =>
        call('POST', connectionsPath(clusterId), {
          body: { endpoint_id: endpointId },
          isAnswer: (value) => parseConnection(value).endpointId === endpointId,
        }).then(parseConnection, undefinedIfThere),
      ),

    deleteConnection: (clusterId, endpointId, limit) =>
      say(`remove the connection of endpoint ${endpointId}`, async () => {
        const path = `${connectionsPath(clusterId)}/${encodeURIComponent(endpointId)}`;
        await call('DELETE', path, { limit }).catch(undefinedIfAbsent);
      }),
  } satisfies Partial<CloudClient>;
}

/** Calls about trusted owners, whose refusals mean something of their own. */
function ownerCalls({ call, say }: CloudCaller) {
  const sayOwners = <T>(doing: string, run: () => Promise<T>) => say(doing, run, trustedOwnersError);
  return {
    listTrustedOwners: (clusterId) =>
      sayOwners('list the trusted owners', () =>
        readPages(
          (query) => call('GET', `${ownersPath(clusterId)}${query}`, listOf('trusted_owners')),
          parseTrustedOwners,
        ),
      ),

    getTrustedOwner: (clusterId, ownerId) =>
      sayOwners('read a trusted owner', () =>
        call('GET', `${ownersPath(clusterId)}/${encodeURIComponent(ownerId)}`, {
          isAnswer: (value) => parseTrustedOwner(value).id === ownerId,
        }).then(parseTrustedOwner, undefinedIfAbsent),
      ),

    addTrustedOwner: (clusterId, accountId) =>
      sayOwners(`trust AWS account ${accountId}`, () =>
        call('POST', ownersPath(clusterId), {
          body: { type: 'AWS_ACCOUNT_ID', external_owner_id: accountId },
          isAnswer: (value) => parseTrustedOwner(value).accountId === accountId,
        }).then(parseTrustedOwner, undefinedIfThere),
      ),

    removeTrustedOwner: (clusterId, ownerId, limit) =>
      sayOwners('remove a trusted owner', async () => {
        const path = `${ownersPath(clusterId)}/${encodeURIComponent(ownerId)}`;
        await call('DELETE', path, { limit }).catch(undefinedIfAbsent);
      }),
  } satisfies Partial<CloudClient>;
}
