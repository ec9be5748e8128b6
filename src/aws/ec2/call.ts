import { EC2Client, type Tag, type TagSpecification } from '@aws-sdk/client-ec2';
import { type Clock, duration } from '../../support/clock.ts';
import { ActionError, isActionError } from '../../support/errors.ts';
import { isTooLate, type Limit, refuseLate } from '../../support/moment.ts';
import type { Progress } from '../../support/progress.ts';
import { type Refill, type RetryRules, stayAway, withRetry } from '../../support/retry.ts';
import type { AwsConnection } from '../connection.ts';
import { awsCode, awsError, classifyAwsError, meaningOf, reasonOf } from '../errors.ts';
import { refuseForeignAnswers } from '../foreign-answers.ts';
import type { AwsIdentity } from '../identity.ts';
import { inRegion, regionOf } from '../region.ts';
import { retrySignature } from '../signature-retry.ts';
import { isThrottled } from './refusals.ts';

/**
 * Endpoint writes have buckets of 4 tokens that fill at 0.3 a second for the whole account (EC2 API request
 * throttling). A crowd of runs gets through them at that pace whatever it does, so a run that is refused stays away for
 * long. These pauses bring 100 runs through close to that pace with at most eight refusals for almost every one
 * (docs/performance.md).
 */
const CROWDED: Refill = { firstMs: 16_000, longestMs: 72_000 };
const REFILLS: Readonly<Record<string, Refill>> = {
  CreateVpcEndpoint: CROWDED,
  ModifyVpcEndpoint: CROWDED,
  // Decided anew after a minute, so that it comes back sooner.
  DeleteVpcEndpoints: { firstMs: 6_000, longestMs: 90_000 },
};

/** EC2 answers reads in well under a second; only its writes may take long. */
const READ_TIMEOUT_MS = 30_000;

export interface Ec2Deps {
  connection: AwsConnection;
  identity: AwsIdentity;
  clock: Clock;
  signal: AbortSignal;
  deadline: number;
  /** Undefined: nobody listens. */
  progress?: Progress | undefined;
  /** Told what may take minutes: standing in line for an endpoint write. */
  info(line: string): void;
  debug(line: string): void;
}

/** One API call: the name of its action and what it is for, in words. */
export interface Ec2Call<T> {
  readonly action: string;
  readonly doing: string;
  /** Turns refusals that are an answer into a value; undefined means: not one of those. */
  recover?(error: unknown): T | undefined;
  /**
   * Sent once, since what it rests on must be read anew before it is sent again. After a refusal for its rate the pause
   * is kept all the same.
   */
  readonly once?: boolean;
}

/** How all parts of the client reach EC2. */
export interface Caller {
  client(): EC2Client;
  /** What every command is sent with. */
  readonly sending: { readonly abortSignal: AbortSignal };
  /** Runs one API call with the retries that its nature allows. */
  call<T>(what: Ec2Call<T>, run: () => Promise<T>): Promise<T>;
  /** The same for calls that rest on a decision: nothing is sent once that does not hold any more. */
  notAfter(limit: Limit): Caller;
}

/** A caller for one region. Nothing is sent before the first call. */
export function createCaller(deps: Ec2Deps): Caller & { close(): void } {
  const { current, close } = sdkClient(deps);
  const { keepAway, forget } = refusalsInRow(deps);

  const caller = (limit: Limit | undefined): Caller => ({
    client: () => (limit === undefined ? current() : refusingLate(current(), limit, deps.clock)),
    sending: { abortSignal: deps.signal },
    async call(what, run) {
      const { action, once = false } = what;
      const started = deps.clock.now();
      try {
        const attempt = retrySignature(deps.identity, deps.clock);
        const result = await withRetry(() => attempt(run), retryRules(deps, what, limit));
        deps.debug(`AWS ec2:${action}: ok in ${deps.clock.now() - started} ms`);
        forget(action);
        return result;
      } catch (error) {
        deps.debug(`AWS ec2:${action}: ${awsCode(error) || 'failed'} after ${deps.clock.now() - started} ms`);
        if (once && isThrottled(error)) await keepAway(action);
        return recovered(deps, what, error);
      }
    },
    notAfter: caller,
  });

  return { ...caller(undefined), close };
}

/**
 * The SDK's client, made at first use: a run that only asks for trusted owners by number has no region and never needs
 * it.
 */
function sdkClient(deps: Ec2Deps): { current(): EC2Client; close(): void } {
  let made: EC2Client | undefined;
  let madeFor = 0;
  return {
    current() {
      const generation = deps.identity.session?.generation() ?? 0;
      // A client keeps its credentials until they end; where the session was given up before, another one takes its
      // place.
      if (made === undefined || generation !== madeFor) {
        madeFor = generation;
        const { systemClockOffset = 0 } = made?.config ?? {};
        const settings = { ...deps.connection.settings, systemClockOffset, credentials: deps.identity.credentials };
        made = refuseForeignAnswers(new EC2Client(settings));
      }
      return made;
    },
    close: () => made?.destroy(),
  };
}

/** Looks at the time once more when the request is signed and all that is left is to send it. */
function refusingLate(client: EC2Client, limit: Limit, clock: Clock): EC2Client {
  const send = (...[command, ...rest]: Parameters<EC2Client['send']>) => {
    command.middlewareStack.add(
      (next) => (args) => {
        refuseLate(limit, clock);
        return next(args);
      },
      { step: 'deserialize', priority: 'high', name: 'refuseLate' },
    );
    return client.send(command, ...rest);
  };
  return Object.assign(Object.create(client) as EC2Client, { send });
}

/** Counts how often an action was refused for its rate in a row. */
function refusalsInRow(deps: Ec2Deps): { keepAway(action: string): Promise<void>; forget(action: string): void } {
  const refusals = new Map<string, number>();
  return {
    /**
     * Lets pass what a further try would have to wait for, the longer the more often the action was refused in a row.
     */
    async keepAway(action) {
      const refill = REFILLS[action];
      if (refill === undefined) return;
      const number = (refusals.get(action) ?? 0) + 1;
      refusals.set(action, number);
      const ms = Math.min(stayAway(refill, number), Math.max(0, deps.deadline - deps.clock.now()));
      tellRefusal(deps, action, { number, ms });
      const followed = deps.progress?.follow(`EC2 ${action}`);
      followed?.failed({
        number,
        delayMs: ms,
        why: 'throttled',
        leftMs: deps.deadline - deps.clock.now(),
        isTold: true,
      });
      await deps.clock.sleep(ms, deps.signal).finally(() => followed?.ended());
    },
    forget: (action) => void refusals.delete(action),
  };
}

function tellRefusal(deps: Ec2Deps, action: string, { number, ms }: { number: number; ms: number }): void {
  deps.info(`… AWS throttles ${action} calls from this account (try ${number}); next try in ${duration(ms)}`);
}

function retryRules(deps: Ec2Deps, { action, once }: Ec2Call<unknown>, limit: Limit | undefined): RetryRules {
  const reads = action.startsWith('Describe');
  const refill = REFILLS[action];
  const isTold = (error: unknown) => refill !== undefined && isThrottled(error);
  return {
    clock: deps.clock,
    signal: deps.signal,
    deadline: once ? 0 : deps.deadline,
    limit,
    repeatable: reads,
    // A slow sign-in is no slow answer of EC2.
    turn: async () => void (await deps.identity.credentials()),
    ...(reads ? { tryMs: READ_TIMEOUT_MS } : {}),
    ...(refill === undefined ? {} : { refill }),
    classify: (error) => classifyCall(error, action),
    telling: { progress: deps.progress, what: `EC2 ${action}`, why: reasonOf, isTold },
    onRetry: ({ number, delayMs, error }) => {
      if (isTold(error)) tellRefusal(deps, action, { number, ms: delayMs });
      deps.debug(
        `AWS ec2:${action}: try ${number} failed (${awsCode(error) || 'network'}), again in ${delayMs.toFixed(0)} ms`,
      );
    },
  };
}

/** The value that the refusal of a call stands for. @throws where it is an error: that, in words */
function recovered<T>({ connection }: Ec2Deps, { action, doing, recover }: Ec2Call<T>, error: unknown): T {
  if (isTooLate(error)) throw error;
  const value = recover?.(error);
  if (value !== undefined) return value;
  if (isActionError(error)) throw error;
  throw inRegion(regionOf(connection), awsError(error, `ec2:${action}`, doing));
}

/** What a failed call says about trying again. A sign-in that failed on the way has had its own tries. */
function classifyCall(error: unknown, action: string): ReturnType<typeof classifyAwsError> {
  if (isActionError(error)) return { failure: 'final' };
  return isPassing(error, action) ? { failure: 'throttled' } : classifyAwsError(error);
}

/**
 * True for a call that waits for another change to end, and destroys nothing. One that does is decided again instead:
 * what it rests on may be what is being changed.
 */
function isPassing(error: unknown, action: string): boolean {
  return /^(Create|Authorize)/.test(action) && meaningOf(error, action) === 'busy';
}

/** Far more than a VPC or region can hold: a longer list is a server that leads on without end. */
const MOST_PAGES = 200;

/** All items of a list that comes in pages. @throws ActionError where a page comes again or the list does not end */
export async function pages<T>(
  page: (token: string | undefined) => Promise<{ items: T[]; next: string | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  const seen = new Set<string>();
  for (let token: string | undefined; ; ) {
    const { items, next } = await page(token);
    all.push(...items);
    if (next === undefined || next === '') return all;
    // Taken for the end, it would make what was not listed look as if it were not there.
    if (seen.has(next) || seen.size >= MOST_PAGES) {
      throw new ActionError('aws-refused', {
        cause: 'AWS keeps returning more pages of a list',
        fix: 'Run again; if it persists, look for a proxy that changes or caches answers.',
      });
    }
    seen.add(next);
    token = next;
  }
}

/** Tags as a tag call takes them. */
export function tagList(tags: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Tags as a create call takes them. */
export function tagged(
  ResourceType: 'security-group' | 'vpc-endpoint',
  tags: Readonly<Record<string, string>>,
): TagSpecification[] {
  return [{ ResourceType, Tags: tagList(tags) }];
}
