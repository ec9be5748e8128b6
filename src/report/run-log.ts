import { type Endpoint, isGone } from '../aws/types.ts';
import { nameOf } from '../cockroach/types.ts';
import type { Listener } from '../reconcile/loop.ts';
import type { ClusterView, Facet, Observed } from '../reconcile/model/observed.ts';
import { type Member, type Note, type Path, type Plan, waitKey } from '../reconcile/model/plan.ts';
import { isInternal, type ReadyStep, touchedBy } from '../reconcile/model/steps.ts';
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
  const changes = trackChanges(now, readLagMs);
  const told = new Set<string>();
  const sayRarely = rareLines(log, now);
  const openWaits = new Set<string>();
  const began = now();
  let working = false;
  let groupOpen = true;

  log.startGroup('Look at AWS and CockroachDB Cloud');

  function enterWork(): void {
    if (working) return;
    working = true;
    groupOpen = true;
    log.startGroup('Do and wait');
  }

  return {
    spans,
    done: changes.done,
    created: changes.created,
    get changed() {
      return changes.changed;
    },
    get mayBeUnderWay() {
      return changes.mayBeUnderWay;
    },

    planned(plan, observed) {
      if (spans.length === 0) {
        spans.push({ what: 'sign in and read both sides', kind: 'look', ms: now() - began });
        for (const line of sightings(plan, observed)) log.line(line);
        for (const note of plan.notes) tellNote(log, note, told);
        log.endGroup();
        groupOpen = false;
        tellPlan(log, plan);
      } else {
        for (const note of plan.notes) tellNote(log, note, told);
      }
      changes.seen(observed);
      onPlan(plan, observed);
    },

    stepStarted(step) {
      enterWork();
      if (step.action.kind === 'create-endpoint') log.line(`… ${step.title} (AWS takes about half a minute to answer)`);
    },

    stepEnded(step, outcome, ms) {
      spans.push({ what: step.title, kind: 'step', ms });
      changes.stepEnded(step, outcome);
      const line = outcomeLine(step, outcome, ms);
      if (outcome !== 'cancelled' && outcome?.kind === 'requeue') sayRarely(line, openWaits.size > 0);
      else log.line(line);
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

    close() {
      if (groupOpen) log.endGroup();
      groupOpen = false;
    },
  };
}

/** How a step ended; undefined for a failure. */
type StepEnd = Parameters<Listener['stepEnded']>[1];

/** Keeps account of what a run has changed, or may have. */
function trackChanges(now: () => number, readLagMs: number) {
  const done: ReadyStep[] = [];
  const created = new Set<string>();
  let changed = false;
  let lost: readonly { readonly facets: readonly Facet[]; readonly at: number }[] = [];
  return {
    done,
    created,
    get changed() {
      return changed;
    },
    get mayBeUnderWay() {
      return lost.length > 0;
    },

    stepEnded(step: ReadyStep, outcome: StepEnd): void {
      const isLost = outcome === 'cancelled' || (outcome?.kind === 'requeue' && outcome.unanswered === true);
      if (isLost && !isInternal(step)) {
        changed = true;
        lost = [...lost, { facets: touchedBy(step.action), at: now() }];
      }
      if (outcome === 'cancelled' || outcome?.kind !== 'done') return;
      if (!isInternal(step)) changed = true;
      if (outcome.created !== undefined) created.add(outcome.created);
      done.push(step);
    },

    /** What came of a lost answer is known once all that it shows in was read so late that it must show. */
    seen({ readAt }: Observed): void {
      const isKnown = ({ facets, at }: (typeof lost)[number]) =>
        facets.every((facet) => (readAt[facet] ?? 0) > at + readLagMs);
      lost = lost.filter((one) => !isKnown(one));
    },
  };
}

function outcomeLine({ title }: ReadyStep, outcome: StepEnd, ms: number): string {
  if (outcome === undefined) return `✘ ${title} (${duration(ms)})`;
  if (outcome === 'cancelled') return `… ${title}: cancelled before its answer`;
  if (outcome.kind === 'done') return `✔ ${title} (${duration(ms)})`;
  return `… ${title}: looking again, since ${oneLine(outcome.why)}`;
}

/** Lines that are said rarely for each reason: a step may be tried many times until the other side is ready. */
function rareLines(log: Log, now: () => number): (line: string, isWaiting: boolean) => void {
  const saidAt = new Map<string, number>();
  return (line, isWaiting) => {
    const since = saidAt.get(line);
    // Waits beat, and show what they wait for.
    if (since !== undefined && (isWaiting || now() - since < SAID_AGAIN_MS)) return;
    saidAt.set(line, now());
    log.line(line);
  };
}

/** @param told what was told before: texts of notes, and their lines that only the log has */
function tellNote(log: Log, note: Note, told: Set<string>): void {
  if (told.has(note.text)) return;
  told.add(note.text);
  if (note.warning) log.warning(note.text);
  else log.line(`note: ${note.text}`);
  for (const line of note.more ?? []) log.line(line);
  // Several notes have the same users.
  const users = note.log?.join('\n') ?? '';
  if (!told.has(users)) for (const line of note.log ?? []) log.line(line);
  told.add(users);
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
  const isUnread: IsUnread = (...readings) => readings.some((one) => plan.unread?.has(one) === true);
  const leaving = observed.endpoints.filter(isGone).map((one) => `${one.id} (${one.rawState})`);
  const lines = [
    observed.account === undefined ? undefined : `AWS account ${observed.account}`,
    ...observed.clusters.map((view) => clusterLine(view, isUnread)),
    vpcLine(observed, isUnread),
    ...plan.paths.flatMap((path) => pathLines(path, isUnread)),
    leaving.length === 0 ? undefined : `on their way out: ${leaving.join(', ')}`,
  ];
  return lines.filter((line) => line !== undefined).map(oneLine);
}

/** Whether one of the reads failed, so that what it would show is not known. */
type IsUnread = (...readings: string[]) => boolean;

function clusterLine({ ref, matches, failure }: ClusterView, isUnread: IsUnread): string {
  const [cluster] = matches;
  if (cluster === undefined) {
    const isRead = failure === undefined && !isUnread(`cluster:${ref}`, 'cluster:*');
    return `cluster ${ref}: ${isRead ? 'not found' : 'not read'}`;
  }
  const regions = cluster.regions.map((one) => one.name).join(', ');
  return `cluster ${cluster.name || ref} (${cluster.id}): ${cluster.plan}, ${cluster.stateText || 'state unknown'}, ${regions}`;
}

function vpcLine({ vpc, vpcDns: dns, subnets }: Observed, isUnread: IsUnread): string | undefined {
  if (vpc === undefined) return undefined;
  const attributes =
    dns === undefined ? '' : `, DNS support ${onOff(dns.support)}, DNS hostnames ${onOff(dns.hostnames)}`;
  const cidrs = isUnread('vpc') ? 'not read' : vpc.cidrs.join(', ');
  return `VPC ${vpc.id}: ${cidrs}${attributes}, ${isUnread('subnets') ? 'subnets not read' : `${subnets.length} subnets`}`;
}

/** The endpoint service, its endpoint or the subnets for one, and the connections to it. */
function pathLines(path: Path, isUnread: IsUnread): (string | undefined)[] {
  const { serviceName, service, endpoint, members } = path;
  const zones = service === undefined ? '' : `: ${service.zoneIds.join(', ') || 'any availability zone'}`;
  const serviceLine = serviceName === undefined ? undefined : `endpoint service ${serviceName}${zones}`;
  if (endpoint === undefined) return [serviceLine, subnetsLine(path)];
  return [serviceLine, endpointLine(path, endpoint), ...members.map((member) => connectionLine(member, isUnread))];
}

function subnetsLine({ subnets, subnetRule }: Path): string | undefined {
  if (subnets.length === 0) return undefined;
  return `subnets for the endpoint: ${subnets.map((one) => `${one.id} in ${one.zoneId}`).join(', ')} (rule: ${subnetRule})`;
}

const WHOSE: Readonly<Record<Path['ownership'], string>> = {
  ours: 'made by the action',
  'not-ours': 'not made by the action',
  attached: 'given by endpoint-id',
  none: '',
};

function endpointLine({ ownership, subnets }: Path, endpoint: Endpoint): string {
  const places = subnets.map((one) => `${one.id} (${one.zoneId})`).join(', ');
  return `VPC endpoint ${endpoint.id}: ${endpoint.rawState}, ${WHOSE[ownership]}, private DNS ${onOff(endpoint.privateDns)}, in ${places || `${endpoint.subnetIds.length} subnets`}`;
}

function connectionLine({ cluster, connection }: Member, isUnread: IsUnread): string {
  const otherwise = isUnread(`connections:${cluster.id}`) ? 'not read' : 'none';
  return `connection of cluster ${nameOf(cluster)}: ${connection?.rawStatus ?? otherwise}`;
}

function onOff(on: boolean): string {
  return on ? 'on' : 'off';
}
