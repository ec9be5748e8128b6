import { isGone } from '../aws/types.ts';
import { nameOf } from '../cockroach/types.ts';
import type { Listener } from '../reconcile/loop.ts';
import type { Observed } from '../reconcile/model/observed.ts';
import { type Plan, waitKey } from '../reconcile/model/plan.ts';
import { isInternal, type ReadyStep } from '../reconcile/model/steps.ts';
import { duration } from '../support/clock.ts';
import { oneLine } from '../support/errors.ts';
import { costLines } from './cost.ts';

/** Where log lines go; groups are folded in the runner's log. */
export interface Log {
  line(text: string): void;
  startGroup(name: string): void;
  endGroup(): void;
  warning(text: string): void;
}

/** One bar of "where the time went". */
export interface Span {
  readonly what: string;
  readonly kind: 'look' | 'step' | 'wait';
  readonly ms: number;
}

export interface RunLog extends Listener {
  readonly spans: readonly Span[];
  /** True once a step other than claims and marks was done, or may have been (its answer was lost). */
  readonly changed: boolean;
  /** IDs of the endpoints and groups that this run made. */
  readonly created: ReadonlySet<string>;
  /** The steps that were done. */
  readonly done: readonly ReadyStep[];
  /** True while a change was requested and neither its answer nor a later read tells what came of it. */
  readonly mayBeUnderWay: boolean;
  /** Ends whatever group is open. */
  close(): void;
}

export interface RunLogRules {
  /** The run's own clock, in milliseconds. */
  now(): number;
  /** How long a read may lag behind a change. */
  readonly readLagMs: number;
  /** Called with every plan, for the outputs that are known by then. */
  onPlan(plan: Plan, observed: Observed): void;
}
/** What lasts is said again, so that the log is never silent for long. */
const SAID_AGAIN_MS = 10_000;

/**
 * Tells the run as a story: what was found, what is planned, then a line for each step and each change of state.
 */
export function startRunLog(log: Log, { now, readLagMs, onPlan }: RunLogRules): RunLog {
  const spans: Span[] = [];
  const done: ReadyStep[] = [];
  const told = new Set<string>();
  const saidAt = new Map<string, number>();
  const openWaits = new Set<string>();
  const began = now();
  let working = false;
  let groupOpen = true;
  let changed = false;
  const created = new Set<string>();
  let lostAt: number | undefined;

  log.startGroup('Look at AWS and CockroachDB Cloud');

  function enterWork(): void {
    if (working) return;
    working = true;
    groupOpen = true;
    log.startGroup('Do and wait');
  }

  function tellNotes(plan: Plan): void {
    for (const note of plan.notes) {
      if (told.has(note.text)) continue;
      told.add(note.text);
      if (note.warning) log.warning(note.text);
      else log.line(`note: ${note.text}`);
      for (const line of note.more ?? []) log.line(line);
      // Several notes have the same users.
      const users = note.log?.join('\n') ?? '';
      if (!told.has(users)) for (const line of note.log ?? []) log.line(line);
      told.add(users);
    }
  }

  return {
    spans,
    done,
    created,
    get changed() {
      return changed;
    },

    planned(plan, observed) {
      if (spans.length === 0) {
        spans.push({ what: 'sign in and read both sides', kind: 'look', ms: now() - began });
        for (const line of sightings(plan, observed)) log.line(line);
        tellNotes(plan);
        log.endGroup();
        groupOpen = false;
        tellPlan(log, plan);
      } else {
        tellNotes(plan);
      }
      if ((observed.readAt.endpoints ?? 0) > (lostAt ?? 0) + readLagMs) lostAt = undefined;
      onPlan(plan, observed);
    },

    stepStarted(step) {
      enterWork();
      if (step.action.kind === 'create-endpoint') log.line(`… ${step.title} (AWS takes about half a minute to answer)`);
    },

    stepEnded(step, outcome, ms) {
      spans.push({ what: step.title, kind: 'step', ms });
      const isLost = outcome === 'cancelled' || (outcome?.kind === 'requeue' && outcome.unanswered === true);
      if (isLost && !isInternal(step)) {
        changed = true;
        lostAt = now();
      }
      if (outcome === 'cancelled') {
        log.line(`… ${step.title}: cancelled before its answer`);
      } else if (outcome?.kind === 'done') {
        if (!isInternal(step)) changed = true;
        if (outcome.created !== undefined) created.add(outcome.created);
        done.push(step);
        log.line(`✔ ${step.title} (${duration(ms)})`);
      } else if (outcome !== undefined) {
        // Said rarely for each reason: a step may be tried many times until the other side is ready.
        const line = `… ${step.title}: looking again, since ${oneLine(outcome.why)}`;
        const since = saidAt.get(line);
        // Waits beat, and show what they wait for.
        if (since === undefined || (openWaits.size === 0 && now() - since >= SAID_AGAIN_MS)) {
          saidAt.set(line, now());
          log.line(line);
        }
      } else {
        log.line(`✘ ${step.title} (${duration(ms)})`);
      }
    },

    waiting(wait, seen, ms) {
      if (wait.kind === 'confirm') return;
      if (seen === undefined) openWaits.delete(waitKey(wait));
      else openWaits.add(waitKey(wait));
      enterWork();
      if (seen !== undefined) {
        log.line(`… waiting for ${wait.what}: ${seen}${ms > 0 ? ` (after ${duration(ms)})` : ''}`);
      } else {
        spans.push({ what: `wait for ${wait.what}`, kind: 'wait', ms });
        log.line(`✔ no longer waiting for ${wait.what} (${duration(ms)})`);
      }
    },

    heartbeat(waits, elapsedMs, remainingMs) {
      const still = waits.map((wait) => `${wait.what} (${wait.seen})`).join('; ');
      log.line(`… still waiting for ${still}; ${duration(elapsedMs)} gone, ${duration(Math.max(0, remainingMs))} left`);
    },

    info: (line) => log.line(line),

    get mayBeUnderWay() {
      return lostAt !== undefined;
    },

    close() {
      if (groupOpen) log.endGroup();
      groupOpen = false;
    },
  };
}

function tellPlan(log: Log, plan: Plan): void {
  log.startGroup('Plan');
  plan.steps.forEach((step, index) => {
    log.line(`${index + 1}. ${step.title}${step.ready ? '' : ` — once ${step.after}`}`);
  });
  for (const cost of costLines(plan)) log.line(cost);
  for (const wait of plan.waits) log.line(`wait for ${wait.what}: ${wait.seen}; ${wait.waitingOn}`);
  for (const blocker of plan.blockers) {
    log.line(`in the way: ${blocker.cause}`);
    for (const line of blocker.log ?? []) log.line(line);
  }
  if (plan.unread !== undefined)
    log.line(`Not planned, since it was not read: ${[...plan.unread.values()].join(', ')}`);
  else if (plan.steps.length + plan.waits.length + plan.blockers.length === 0) log.line('No changes needed.');
  log.endGroup();
}

/** What was found, in a few lines. */
function sightings(plan: Plan, observed: Observed): string[] {
  const isUnread = (...readings: string[]) => readings.some((one) => plan.unread?.has(one) === true);
  const lines: string[] = [];
  if (observed.account !== undefined) lines.push(`AWS account ${observed.account}`);
  for (const { ref, matches, failure } of observed.clusters) {
    const [cluster] = matches;
    lines.push(
      cluster === undefined
        ? `cluster ${ref}: ${failure === undefined && !isUnread(`cluster:${ref}`, 'cluster:*') ? 'not found' : 'not read'}`
        : `cluster ${cluster.name || ref} (${cluster.id}): ${cluster.plan}, ${cluster.stateText || 'state unknown'}, ${cluster.regions.map((one) => one.name).join(', ')}`,
    );
  }
  if (observed.vpc !== undefined) {
    const dns = observed.vpcDns;
    const attributes =
      dns === undefined ? '' : `, DNS support ${onOff(dns.support)}, DNS hostnames ${onOff(dns.hostnames)}`;
    const cidrs = isUnread('vpc') ? 'not read' : observed.vpc.cidrs.join(', ');
    const subnets = isUnread('subnets') ? 'subnets not read' : `${observed.subnets.length} subnets`;
    lines.push(`VPC ${observed.vpc.id}: ${cidrs}${attributes}, ${subnets}`);
  }
  for (const path of plan.paths) {
    if (path.serviceName !== undefined)
      lines.push(
        `endpoint service ${path.serviceName}${path.service === undefined ? '' : `: ${path.service.zoneIds.join(', ') || 'any availability zone'}`}`,
      );
    const { endpoint } = path;
    if (endpoint === undefined) {
      if (path.subnets.length > 0) {
        lines.push(
          `subnets for the endpoint: ${path.subnets.map((one) => `${one.id} in ${one.zoneId}`).join(', ')} (rule: ${path.subnetRule})`,
        );
      }
    } else {
      const whose = {
        ours: 'made by the action',
        'not-ours': 'not made by the action',
        attached: 'given by endpoint-id',
        none: '',
      }[path.ownership];
      lines.push(
        `VPC endpoint ${endpoint.id}: ${endpoint.rawState}, ${whose}, private DNS ${onOff(endpoint.privateDns)}, in ${path.subnets.map((one) => `${one.id} (${one.zoneId})`).join(', ') || `${endpoint.subnetIds.length} subnets`}`,
      );
    }
    for (const member of path.members) {
      if (endpoint !== undefined)
        lines.push(
          `connection of cluster ${nameOf(member.cluster)}: ${member.connection?.rawStatus ?? (isUnread(`connections:${member.cluster.id}`) ? 'not read' : 'none')}`,
        );
    }
  }
  const leaving = observed.endpoints.filter(isGone).map((one) => `${one.id} (${one.rawState})`);
  if (leaving.length > 0) lines.push(`on their way out: ${leaving.join(', ')}`);
  return lines.map(oneLine);
}

function onOff(on: boolean): string {
  return on ? 'on' : 'off';
}
