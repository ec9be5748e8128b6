import { duration } from '../support/clock.ts';
import { cancelled, describeError } from '../support/errors.ts';
import { classifyAnswers } from './addresses.ts';
import { judgeName, nothingToProbe, outside, type Resolved } from './name-verdict.ts';
import { isReached as isReachedOverSockets, type Limits, walk as walkOverSockets } from './steps.ts';
import type { ProbeCheck, ProbeDeps, ProbeNetwork, ProbeResult, ProbeTarget, ProbeVerdict } from './types.ts';
import { checksOf, judgeWalks } from './walk-verdict.ts';

/** A result without what the resolver answered. */
type Untold = Omit<ProbeResult, 'answered'>;

/** How long an address may be silent at each step (TCP, the request for TLS, TLS). */
const STEP_MS = 10_000;
/** Within a VPC a connection takes milliseconds; a lost first packet is sent again after one second. */
const REACH_MS = 3_000;

/**
 * Proves the private path to one cluster from this runner, without a SQL user: the name resolves to the endpoint's own
 * addresses and to nothing else, and each of these addresses takes a TCP connection, answers the PostgreSQL SSLRequest
 * and completes TLS with a certificate for the name.
 *
 * When is a runner `outside`, so that the path could not be checked, and when has the path `failed`?
 * - An answer that is an address of the endpoint, or of another endpoint in its VPC, can only come from the VPC's
 *   resolver (or one that forwards to it): the runner is inside, and whatever goes wrong is a failure.
 *   A security group that lets nothing in is therefore `probe-time-out` and never `outside`.
 * - Without such an answer (no answer, public addresses, private ones of nobody) the endpoint's addresses are tried by
 *   TCP for up to 3 s. One connects: the runner has a way in, so the name is what is wrong, and that is a failure.
 * None does: `outside`. A refusal does not count as a way in: outside, the same private address may be another host's.
 *
 * @throws `cancelled` as soon as the signal aborts, with every socket closed
 */
export async function probe(target: ProbeTarget, deps: ProbeDeps): Promise<ProbeResult> {
  const limits: Limits = { signal: deps.signal, timeoutMs: deps.timeoutMs ?? STEP_MS };
  if (limits.signal.aborted) throw cancelled();
  const resolved = await ask(target, deps, limits);
  return { ...(await tryPath(target, { resolved, deps, limits })), answered: answered(resolved, target) };
}

/** The verdict on a path where the resolver has answered, or has not. */
async function tryPath(
  target: ProbeTarget,
  { resolved, deps, limits }: { resolved: Resolved; deps: ProbeDeps; limits: Limits },
): Promise<Untold> {
  const misnamed = judgeName(resolved, target);
  const dns: ProbeCheck = { check: 'dns', ok: misnamed === undefined, detail: nameDetail(resolved, target) };
  if (target.addresses.length === 0) return ended(target, { outcome: 'outside', ...nothingToProbe(target) }, [dns]);
  if (misnamed !== undefined) {
    const { isReached = isReachedOverSockets } = deps;
    return misresolved(target, { resolved, verdict: misnamed, dns, isReached }, limits);
  }

  const { walk = walkOverSockets } = deps;
  const walks = await together(target.addresses, limits, (address, shared) => walk(address, target, shared));
  const verdict = judgeWalks(walks, target, limits.timeoutMs);
  const checks = [dns, ...checksOf(walks, target.port)];
  const until = walks.flatMap((one) => (one.certificate === undefined ? [] : [one.certificate.until.getTime()]));
  const expires = until.length === 0 ? undefined : new Date(Math.min(...until)).toISOString();
  if (verdict !== undefined)
    return ended(target, { outcome: 'failed', ...verdict, certificateExpires: expires }, checks);
  return {
    cluster: target.cluster,
    host: target.host,
    outcome: 'proved',
    code: undefined,
    cause: `${target.host} leads through VPC endpoint ${target.endpointId} to the cluster, on ${target.addresses.join(', ')}`,
    fix: '',
    checks,
    certificateExpires: expires,
  };
}

/** The name leads elsewhere: a failure if there is a sign that the runner is inside the VPC, else `outside`. */
async function misresolved(
  target: ProbeTarget,
  name: { resolved: Resolved; verdict: ProbeVerdict; dns: ProbeCheck; isReached: ProbeNetwork['isReached'] },
  limits: Limits,
): Promise<Untold> {
  const answers = 'answers' in name.resolved ? name.resolved.answers : [];
  if (answers.some((one) => one.kind === 'own' || one.kind === 'other')) {
    return ended(target, { outcome: 'failed', ...name.verdict }, [name.dns]);
  }
  const reachMs = Math.min(REACH_MS, limits.timeoutMs);
  const reached = await together(target.addresses, { ...limits, timeoutMs: reachMs }, async (address, shared) => ({
    address,
    ok: await name.isReached(address, target.port, shared),
  }));
  const open = reached.filter((one) => one.ok).map((one) => one.address);
  const checks: readonly ProbeCheck[] = [
    name.dns,
    {
      check: 'tcp',
      ok: open.length > 0,
      detail:
        open.length > 0
          ? `${open.join(', ')} of ${target.endpointId} can be reached by address`
          : `no address of ${target.endpointId} can be reached within ${duration(reachMs)}`,
    },
  ];
  if (open.length > 0) return ended(target, { outcome: 'failed', ...name.verdict }, checks);
  return ended(target, { outcome: 'outside', ...outside(target, name.dns.detail, reachMs) }, checks);
}

/** Tries all addresses at the same time. An abort ends each by itself, so none is left behind when this throws. */
async function together<T>(
  addresses: readonly string[],
  limits: Limits,
  one: (address: string, limits: Limits) => Promise<T>,
): Promise<readonly T[]> {
  const settled = await Promise.allSettled([...new Set(addresses)].map((address) => one(address, limits)));
  return settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}

/** Asks the resolver, which may hang for longer than a step should take. */
async function ask(target: ProbeTarget, deps: ProbeDeps, limits: Limits): Promise<Resolved> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), limits.timeoutMs);
  const signal = AbortSignal.any([limits.signal, late.signal]);
  try {
    const answers = await deps.resolve(target.host, signal);
    return { answers: classifyAnswers(answers, target) };
  } catch (error) {
    if (limits.signal.aborted) throw cancelled();
    if (late.signal.aborted) return { silence: `timed out after ${duration(limits.timeoutMs)}` };
    return { silence: describeError(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** What the resolver said, without the name. */
function answered(resolved: Resolved, { host }: ProbeTarget): string {
  if ('silence' in resolved) return `no answer: ${resolved.silence.replace(` ${host}`, '')}`;
  return resolved.answers.map((one) => one.address).join(', ') || 'no address';
}

function nameDetail(resolved: Resolved, target: ProbeTarget): string {
  if ('silence' in resolved) return `${target.host} gets no answer: ${resolved.silence}`;
  if (resolved.answers.length === 0) return `${target.host} does not resolve`;
  return `${target.host} resolves to ${resolved.answers.map((one) => one.address).join(', ')}`;
}

function ended(
  { cluster, host }: ProbeTarget,
  verdict: ProbeVerdict & { outcome: 'failed' | 'outside'; certificateExpires?: string | undefined },
  checks: readonly ProbeCheck[],
): Untold {
  return { cluster, host, certificateExpires: undefined, ...verdict, checks };
}
