import { type Endpoint, isGone } from '../aws/types.ts';
import { nameOf } from '../cockroach/types.ts';
import type { Listener } from '../reconcile/loop.ts';
import type { ClusterView, Facet, Observed } from '../reconcile/model/observed.ts';
import { type Member, type Note, type Path, type Plan, waitKey } from '../reconcile/model/plan.ts';
import { isInternal, type ReadyStep, touchedBy } from '../reconcile/model/steps.ts';
import { isShown } from '../reconcile/plan/effects.ts';
import { duration } from '../support/clock.ts';
import { oneLine } from '../support/errors.ts';
import { counted } from '../support/text.ts';
import { planLines, plannedWaits } from './plan-lines.ts';
import { doingText, doneText } from './step-lines.ts';
import { awaitedText, endedText, waitingText } from './wait-lines.ts';

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

/** A step that was done. */
export interface DoneStep extends ReadyStep {
  readonly created?: string;
}

export interface RunLog extends Listener {
  /** @param step with what was read, for names, where a run works on several goals at once and shows no plan */
  stepEnded(step: ReadyStep & { readonly observed?: Observed }, ...rest: [StepEnd, number]): void;
  readonly spans: readonly Span[];
  /** True once a step other than claims and marks was done, or may have been (its answer was lost). */
  readonly changed: boolean;
  /** IDs of the endpoints and groups that this run made. */
  readonly created: ReadonlySet<string>;
  /** The steps that were done, each with the ID of what it created. */
  readonly done: readonly DoneStep[];
  /** The steps whose answer was lost, and whose effect a later read showed. */
  readonly seen: readonly ReadyStep[];
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
  /** What the steps of a plan are here: `Plan`, or what `ensure` would do. */
  readonly planTitle: string;
  /** Called with every plan, for the outputs that are known by then. */
  onPlan(plan: Plan, observed: Observed): void;
}
/** What lasts is said again, so that the log is never silent for long. */
const SAID_AGAIN_MS = 10_000;
/** Quicker steps and waits go without their time. */
const SHORT_MS = 1_000;

/**
 * Tells the run from top to bottom: what was found (folded), what is planned, then a line for each step and each change
 * of state.
 */
export function startRunLog(log: Log, { now, readLagMs, planTitle, onPlan }: RunLogRules): RunLog {
  const spans: Span[] = [];
  const changes = trackChanges(now, readLagMs);
  const told = new Set<string>();
  const sayRarely = rareLines(log, now);
  const openWaits = new Map<string, { readonly what: string; readonly since: number }>();
  const began = now();
  let known: { plan: Plan; observed: Observed } | undefined;
  const tellPlan = planTeller(log, planTitle);
  const current = folded(log, 'Current state');

  return {
    spans,
    done: changes.done,
    seen: changes.seen,
    created: changes.created,
    get changed() {
      return changes.changed;
    },
    get mayBeUnderWay() {
      return changes.mayBeUnderWay;
    },

    planned(plan, observed) {
      const isFirst = known === undefined;
      known = { plan, observed };
      if (isFirst) {
        spans.push({ what: 'sign in and read the current state', kind: 'look', ms: now() - began });
        for (const line of sightings(plan, observed)) log.line(line);
        current.end();
        for (const wait of plannedWaits(plan)) told.add(waitingText(wait, wait.seen, ''));
      }
      tellPlan(plan, observed);
      for (const note of plan.notes) tellNote(log, note, told);
      for (const { action } of changes.read(observed))
        log.line(`✔ ${doneText(action, observed, undefined)} (no answer, but the next read shows it)`);
      onPlan(plan, observed);
    },

    stepStarted({ action }) {
      if (action.kind !== 'create-endpoint') return;
      log.line(`… ${doingText(action, known?.observed)} (AWS takes about 30 s)`);
    },

    stepEnded({ observed = known?.observed, ...step }, outcome, ms) {
      spans.push({ what: step.title, kind: 'step', ms });
      changes.stepEnded(step, outcome);
      const line = outcomeLine(step, outcome, { ms, observed });
      if (outcome !== 'cancelled' && outcome?.kind === 'requeue') sayRarely(line, openWaits.size > 0);
      else log.line(line);
    },

    waiting(wait, seen, ms) {
      if (wait.kind === 'confirm') return;
      if (seen !== undefined) {
        openWaits.set(waitKey(wait), { what: `wait for ${wait.what}`, since: now() - ms });
        // It is usually over with the next read: only the heartbeat tells of one that lasts.
        if (wait.kind === 'claimed') return;
        const line = waitingText(wait, seen, after(ms));
        if (!told.has(line)) log.line(line);
        told.delete(line);
        return;
      }
      openWaits.delete(waitKey(wait));
      spans.push({ what: `wait for ${wait.what}`, kind: 'wait', ms });
      const ended = known === undefined ? undefined : endedText(wait, known);
      if (ended !== undefined) log.line(`✔ ${ended}${after(ms)}`);
    },

    heartbeat: (waits, elapsedMs, remainingMs) => log.line(awaitedText(waits, elapsedMs, remainingMs)),
    info: (line) => log.line(line),
    stateRead: current.end,
    close() {
      // What a run ended in is what took its time.
      for (const { what, since } of openWaits.values()) spans.push({ what, kind: 'wait', ms: now() - since });
      openWaits.clear();
      current.end();
    },
  };
}

/**
 * Tells the first plan; and where that could only wait, for a cluster that is being created for example, the first one
 * that has steps.
 */
function planTeller(log: Log, title: string): (plan: Plan, observed: Observed) => void {
  let told: 'nothing' | 'waits' | 'steps' = 'nothing';
  return (plan, observed) => {
    const has = plan.steps.length > 0 ? 'steps' : 'waits';
    if (told === 'steps' || told === has) return;
    for (const line of planLines(plan, observed, told === 'nothing' ? title : `${title} now`)) log.line(line);
    told = has;
  };
}

/** Opens a group; `end` closes it, once. */
function folded(log: Log, name: string): { end(): void } {
  let isOpen = true;
  log.startGroup(name);
  return {
    end() {
      if (isOpen) log.endGroup();
      isOpen = false;
    },
  };
}

function after(ms: number): string {
  return ms < SHORT_MS ? '' : ` (${duration(ms)})`;
}

/** A change whose answer was lost. */
interface Lost {
  readonly step: ReadyStep;
  /** The reads that show it, and when it was sent. */
  readonly facets: readonly Facet[];
  readonly at: number;
}

/** How a step ended; undefined for a failure. */
type StepEnd = Parameters<Listener['stepEnded']>[1];

/** Keeps account of what a run has changed, or may have. */
function trackChanges(now: () => number, readLagMs: number) {
  const done: DoneStep[] = [];
  const seen: ReadyStep[] = [];
  const created = new Set<string>();
  let changed = false;
  let lost: readonly Lost[] = [];
  return {
    done,
    seen,
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
        lost = [...lost, { step, facets: touchedBy(step.action), at: now() }];
      }
      if (outcome === 'cancelled' || outcome?.kind !== 'done') return;
      if (!isInternal(step)) changed = true;
      if (outcome.created === undefined) done.push(step);
      else {
        created.add(outcome.created);
        done.push({ ...step, created: outcome.created });
      }
    },

    /**
     * What came of a lost answer is known once all that it shows in was read so late that it must show. That it was
     * done is known as soon as a read shows it.
     * @returns the steps that turned out to be done
     */
    read(observed: Observed): ReadyStep[] {
      const { readAt } = observed;
      const isReadSince = ({ facets, at }: Lost, ms: number) => facets.every((facet) => (readAt[facet] ?? 0) > at + ms);
      const shown = lost
        .filter((one) => isReadSince(one, 0) && isShown(one.step.action, observed))
        .map(({ step }) => step)
        .filter((step) => ![...done, ...seen].some(({ id }) => id === step.id));
      seen.push(...shown);
      lost = lost.filter((one) => !isReadSince(one, readLagMs));
      return shown;
    },
  };
}

function outcomeLine(
  { action }: ReadyStep,
  outcome: StepEnd,
  { ms, observed }: { ms: number; observed: Observed | undefined },
): string {
  const doing = doingText(action, observed);
  if (outcome === undefined) return `✘ ${doing} failed${after(ms)}`;
  if (outcome === 'cancelled') return `… ${doing}: cancelled before the answer came`;
  if (outcome.kind === 'requeue') return `… ${doing}: reading again, since ${oneLine(outcome.why)}`;
  return `✔ ${doneText(action, observed, outcome.created)}${after(ms)}`;
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
  else log.line(`Note: ${note.text}`);
  for (const line of note.more ?? []) log.line(line);
  // Several notes have the same users.
  const users = note.log?.join('\n') ?? '';
  if (!told.has(users)) for (const line of note.log ?? []) log.line(line);
  told.add(users);
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
    leaving.length === 0 ? undefined : `Being deleted: ${leaving.join(', ')}`,
  ];
  return lines.filter((line) => line !== undefined).map(oneLine);
}

/** Whether one of the reads failed, so that what it would show is not known. */
type IsUnread = (...readings: string[]) => boolean;

function clusterLine({ ref, matches, failure }: ClusterView, isUnread: IsUnread): string {
  const [cluster] = matches;
  if (cluster === undefined) {
    const isRead = failure === undefined && !isUnread(`cluster:${ref}`, 'cluster:*');
    return `Cluster ${ref}: ${isRead ? 'not found' : 'not read'}`;
  }
  const regions = cluster.regions.map((one) => one.name).join(', ');
  return `Cluster ${cluster.name || ref} (${cluster.id}): ${cluster.plan}, ${cluster.stateText || 'state unknown'}, ${regions}`;
}

function vpcLine({ vpc, vpcDns: dns, subnets }: Observed, isUnread: IsUnread): string | undefined {
  if (vpc === undefined) return undefined;
  const attributes =
    dns === undefined ? '' : `, DNS support ${onOff(dns.support)}, DNS hostnames ${onOff(dns.hostnames)}`;
  const cidrs = isUnread('vpc') ? 'not read' : vpc.cidrs.join(', ');
  return `VPC ${vpc.id}: ${cidrs}${attributes}, ${isUnread('subnets') ? 'subnets not read' : counted(subnets.length, 'subnet')}`;
}

/** The endpoint service, its endpoint or the subnets for one, and the connections to it. */
function pathLines(path: Path, isUnread: IsUnread): (string | undefined)[] {
  const { serviceName, service, endpoint, members } = path;
  const zones = service === undefined ? '' : `: ${service.zoneIds.join(', ') || 'any availability zone'}`;
  const serviceLine = serviceName === undefined ? undefined : `Endpoint service ${serviceName}${zones}`;
  if (endpoint === undefined) return [serviceLine, subnetsLine(path)];
  return [serviceLine, endpointLine(path, endpoint), ...members.map((member) => connectionLine(member, isUnread))];
}

function subnetsLine({ subnets, subnetRule }: Path): string | undefined {
  if (subnets.length === 0) return undefined;
  return `Subnets for the VPC endpoint: ${subnets.map((one) => `${one.id} in ${one.zoneId}`).join(', ')} (rule: ${subnetRule})`;
}

const WHOSE: Readonly<Record<Path['ownership'], string>> = {
  ours: 'created by this action',
  'not-ours': 'not created by this action',
  attached: 'set by endpoint-id',
  none: '',
};

function endpointLine({ ownership, subnets }: Path, endpoint: Endpoint): string {
  const places = subnets.map((one) => `${one.id} (${one.zoneId})`).join(', ');
  return `VPC endpoint ${endpoint.id}: ${endpoint.rawState}, ${WHOSE[ownership]}, private DNS ${onOff(endpoint.privateDns)}, in ${places || counted(endpoint.subnetIds.length, 'subnet')}`;
}

function connectionLine({ cluster, connection }: Member, isUnread: IsUnread): string {
  const otherwise = isUnread(`connections:${cluster.id}`) ? 'not read' : 'none';
  return `Connection of cluster ${nameOf(cluster)}: ${connection?.rawStatus ?? otherwise}`;
}

function onOff(on: boolean): string {
  return on ? 'on' : 'off';
}
