import { ActionError, describeError, type ErrorCode, isActionError, oneLine, quoted } from '../support/errors.ts';
import { contentTypeOf, fixForPage } from '../support/foreign-page.ts';
import type { Classified } from '../support/retry.ts';
import { retryAfterMs } from '../support/retry-after.ts';
import { unreachable, wireProblem } from '../support/wire.ts';
import { parseErrorBody } from './parse.ts';
import { type CloudMeaning, cloudMeaning } from './refusals.ts';

/** What is looked at of an answer that was not the one asked for. */
export interface RefusedAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
  readonly contentType?: string | undefined;
  /** Cc-Version, which the API echoes on every answer (facts: a captured 404 has it). */
  readonly version?: string | undefined;
}

/**
 * An answer that was not the one asked for: a refusal of the Cloud API, whose `message` is then the API's own in one
 * line, or the page of something between the runner and the API.
 */
export class CloudRefusal extends Error {
  override readonly name = 'CloudRefusal' as const;
  readonly status: number;
  /** `text/html`, `no content type` */
  readonly contentType: string;
  /**
   * Whether the API itself answered. Its refusals are JSON with a gRPC code (facts: a captured 404 has code 5), or at
   * least with Cc-Version, since the specification makes every field optional. Load balancers and proxies send HTML,
   * nothing, or JSON of their own, often with the status as `code` or with a `message` alone.
   */
  readonly ofApi: boolean;
  /** gRPC code in the body, undefined if there was none. */
  readonly code: number | undefined;
  readonly retryAfter: string | undefined;
  /** `GET /clusters/{id}` without the host. */
  readonly call: string;

  /** @param host where the request went, for the message about an answer that is not the API's */
  constructor(call: string, answer: RefusedAnswer, host = 'the address of the API') {
    const { isJson, code, message } = parseErrorBody(answer.body);
    const refused = answer.status < 200 || answer.status > 299;
    const ofApi = refused && (code !== undefined || (isJson && answer.version !== undefined));
    const words = oneLine(message);
    const content = contentOf(answer, isJson);
    super(
      ofApi
        ? words
        : `${host} answered HTTP ${answer.status} with ${content}${isJson && words !== '' ? `: ${words}` : ''}`,
    );
    this.contentType = contentTypeOf(answer.contentType);
    this.status = answer.status;
    this.ofApi = ofApi;
    this.code = code;
    this.retryAfter = answer.retryAfter;
    this.call = call;
  }
}

/** True for an answer that is not 2xx, whichever copy of the class made it. */
export function isCloudRefusal(error: unknown): error is CloudRefusal {
  return error instanceof Error && error.name === 'CloudRefusal' && 'status' in error;
}

/** What a body that is not the API's seems to be: `text/html`, or JSON of another shape. */
function contentOf({ body, contentType = '' }: RefusedAnswer, isJson: boolean): string {
  if (body === '') return 'an empty body';
  const type = contentTypeOf(contentType);
  if (/\bjson\b/i.test(type))
    return isJson ? `JSON of another shape (${type})` : `a body that is not a JSON object (${type})`;
  return type;
}

/** What the API itself refused a call for, undefined for an answer that is not the API's, or not known. */
export function meaningOfCloud(error: unknown): CloudMeaning | undefined {
  return isCloudRefusal(error) && error.ofApi ? cloudMeaning(error) : undefined;
}

/** True where the API itself says that what was asked for is not there (404 with code 5, NOT_FOUND). */
export function isNotFound(error: unknown): boolean {
  return meaningOfCloud(error) === 'absent';
}

/**
 * What a failed call says about trying again. The API limits each service account to 10 requests a second, and its docs
 * leave the status code of that refusal open, so any refusal with Retry-After counts, as do code 8 and the words.
 * A held cluster lock (503, 400 or 409 with the word lock) was not executed either.
 */
export function classifyCloudError(error: unknown, now: number): Classified {
  if (!isCloudRefusal(error)) return wireProblem(error) ?? { failure: 'final' };
  // Claims success and is no answer: a body that was cut short, or a page of something else. Whether it was done is not
  // known.
  if (error.status >= 200 && error.status <= 299) return { failure: 'transient' };
  const waitMs = retryAfterMs(error.retryAfter, now);
  const wait = waitMs === undefined ? {} : { retryAfterMs: waitMs };
  const meaning = cloudMeaning(error);
  const isLocked = meaning === 'locked' && error.ofApi;
  // The planner waits for the lock, so that other clusters go on; what deletes is sent again while its decision holds.
  if (isLocked && error.call.startsWith('POST ')) return { failure: 'final' };
  const limited = meaning === 'rate' || isLocked;
  // Retry-After counts as a rate limit where the status leaves that open: not where the server failed or the key is
  // refused.
  const open = waitMs !== undefined && ![401, 403, 404, 500, 501, 502, 504].includes(error.status);
  if (error.ofApi && (limited || open)) return { failure: 'throttled', ...wait };
  // A proxy counts its own clients, and whether it passed the request on is not known.
  return isOutage(error.status) ? { failure: 'transient', ...wait } : { failure: 'final' };
}

/** True for a refusal of the API for the rate of its requests, as far as it can be told from others. */
export function isRateRefusal(error: unknown): boolean {
  return meaningOfCloud(error) !== 'locked' && classifyCloudError(error, 0).failure === 'throttled';
}

function isOutage(status: number): boolean {
  return [408, 429].includes(status) || (status >= 500 && status !== 501);
}

/** Why a try failed, in a few words for the log. */
export function cloudReason(error: unknown): string {
  if (!isCloudRefusal(error)) return wireProblem(error)?.words ?? describeError(error);
  return `HTTP ${error.status}, ${error.ofApi ? error.message : error.contentType}`;
}

/** What the Cloud says for good about a cluster: the key is not known, may not do it, or the call is refused. */
const LASTING: ReadonlySet<string> = new Set(['cloud-key-rejected', 'cloud-denied', 'cloud-refused']);

/**
 * True for an answer of the Cloud API that stands; an outage or a held lock passes, and what is not the API's says
 * nothing.
 */
export function isLastingRefusal(error: unknown): error is ActionError {
  return isActionError(error) && LASTING.has(error.code);
}

/**
 * The error a person sees for a Cloud API call that failed for good.
 * @param doing what was being done, as a verb phrase: "list the private endpoint services"
 * @param host where the request went
 */
export function cloudError(error: unknown, doing: string, host = ''): ActionError {
  if (!isCloudRefusal(error)) {
    return new ActionError('cloud-unavailable', unreachable(error, { who: 'CockroachDB Cloud', doing, host }), {
      cause: error,
    });
  }
  if (!error.ofApi) {
    return new ActionError(
      'cloud-unavailable',
      {
        cause: `The answer is not from CockroachDB Cloud: HTTP ${error.status}, ${error.contentType}`,
        said: `Asked to ${doing}, ${error.message}`,
        fix: fixForPage(
          error.status,
          'Check cockroach-api-url, and the proxy, firewall or load balancer between the runner and CockroachDB Cloud, then run again.',
        ),
      },
      { cause: error },
    );
  }
  return saidBy(error, doing, wordsFor(error, doing));
}

interface Words {
  readonly code: ErrorCode;
  readonly cause: string;
  readonly fix: string;
}

/** A refusal of the API in words of this project, with its own words below. */
function saidBy(error: CloudRefusal, doing: string, { code, cause, fix }: Words): ActionError {
  const known = `HTTP ${error.status}${error.code === undefined ? '' : `, code ${error.code}`}`;
  const said = quoted(`CockroachDB Cloud, asked to ${doing}`, error.message, known);
  return new ActionError(code, { cause, said, fix }, { cause: error });
}

/** What a refusal means in words. A role is advised only where one is missing. */
function wordsFor(error: CloudRefusal, doing: string): Words {
  const meaning = cloudMeaning(error);
  if (meaning === 'key-rejected') {
    return {
      code: 'cloud-key-rejected',
      cause: 'CockroachDB Cloud does not accept the API key',
      fix: 'Create a new secret key for the service account and put it into cockroach-api-key.',
    };
  }
  if (meaning === 'untrusted') {
    return {
      code: 'cloud-refused',
      cause: 'CockroachDB Cloud refused the endpoint, because the cluster does not trust its AWS account',
      fix: 'Add the AWS account of the endpoint to the trusted owners of the cluster (input trusted-owners), then run again.',
    };
  }
  if (meaning === 'denied') {
    return {
      code: 'cloud-denied',
      cause: `Missing role: the service account can't ${doing}`,
      fix: 'Give the service account the role Cluster Operator (CLUSTER_OPERATOR_WRITER) or Cluster Admin on the cluster.',
    };
  }
  if (classifyCloudError(error, 0).failure !== 'final' || meaning === 'locked') {
    return {
      code: 'cloud-unavailable',
      cause: `CockroachDB Cloud kept refusing to ${doing}`,
      fix: 'Run again later; if it persists, check https://status.cockroachlabs.cloud or ask Cockroach Labs support.',
    };
  }
  return {
    code: 'cloud-refused',
    cause: `CockroachDB Cloud refused to ${doing}`,
    fix: 'Correct what the message names; the troubleshooting page lists the known ones.',
  };
}

/**
 * The error for a call about trusted owners, a feature that few organizations have: what the API answers to the others
 * is not documented (refusals.ts).
 */
export function trustedOwnersError(error: unknown, doing: string, host = ''): ActionError {
  const meaning = meaningOfCloud(error);
  if (isCloudRefusal(error) && meaning === 'owners-denied') {
    return saidBy(error, doing, {
      code: 'owners-denied',
      cause: `Missing role: the service account can't ${doing}`,
      fix: 'Give the service account the role Cluster Admin (CLUSTER_ADMIN) on the cluster; Cluster Operator may only read trusted owners.',
    });
  }
  if (isCloudRefusal(error) && meaning === 'owners-not-enabled') {
    return saidBy(error, doing, {
      code: 'owners-not-enabled',
      cause: 'Trusted owners are not enabled for this organization',
      fix: 'Ask your Cockroach Labs account team to enable private endpoint trusted owners, or leave trusted-owners out.',
    });
  }
  return cloudError(error, doing, host);
}
