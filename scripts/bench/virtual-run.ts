import { readInputs } from '../../src/inputs/inputs.ts';
import { ensure } from '../../src/operations/ensure.ts';
import type { OperationDeps } from '../../src/operations/operation.ts';
import { type Verdict, verify } from '../../src/operations/verify.ts';
// The loop loads it when it first does something; time must not pass for that.
import '../../src/reconcile/apply/apply.ts';
import type { LoopResult } from '../../src/reconcile/loop.ts';
import { momentOf } from '../../src/support/moment.ts';
import type { VirtualTime } from '../../test/sandbox/virtual-time.ts';
import { ids } from '../../test/sandbox/worlds.ts';
import type { VirtualWorld } from './virtual-world.ts';

const silent = {
  planned: () => undefined,
  stepStarted: () => undefined,
  stepEnded: () => undefined,
  waiting: () => undefined,
  heartbeat: () => undefined,
  info: () => undefined,
  stateRead: () => undefined,
};

/** The inputs of an ordinary step as the action reads them. */
function requestFor(inputs: Record<string, string>) {
  const all: Record<string, string> = {
    operation: 'ensure',
    cluster: ids.standardCluster,
    'cockroach-api-key': ids.apiKey,
    'aws-region': ids.region,
    'vpc-id': ids.vpc,
    'private-dns': 'true',
    wait: 'true',
    'timeout-seconds': '21000',
    ...inputs,
  };
  return readInputs((name) => all[name] ?? '', {});
}

interface Place {
  time: VirtualTime;
  world: VirtualWorld;
  /** Is told whenever a wait begins, shows another state (`seen`), or ends (undefined). */
  waiting?: OperationDeps['listener']['waiting'];
}

/** One `ensure` on virtual time, from the first read to the last. */
export function virtualEnsure(run: number, inputs: Record<string, string>, place: Place): Promise<LoopResult> {
  return ensure(...prepared(run, inputs, place));
}

/** One `verify` on virtual time. */
export function virtualVerify(run: number, inputs: Record<string, string>, place: Place): Promise<Verdict> {
  return verify(...prepared(run, { operation: 'verify', ...inputs }, place));
}

function prepared(
  run: number,
  inputs: Record<string, string>,
  { time, world, waiting = silent.waiting }: Place,
): [ReturnType<typeof readInputs>, OperationDeps] {
  const request = requestFor(inputs);
  const started = momentOf(time.clock);
  const deadline = started.mono + request.timeoutSeconds * 1000;
  const deps: OperationDeps = {
    clients: world.open(run, deadline),
    signal: new AbortController().signal,
    listener: { ...silent, waiting },
    deadline,
    started,
    nonce: `run${run}`,
    home: { serverUrl: 'https://github.com', repositoryId: ids.repositoryId },
  };
  return [request, deps];
}
