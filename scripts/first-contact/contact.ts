import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RevokeSecurityGroupIngressCommand } from '@aws-sdk/client-ec2';
import type { Network } from '../../src/network.ts';
import { groupName, isManagedEndpoint } from '../../src/reconcile/model/managed.ts';
import { isActionError } from '../../src/support/errors.ts';
import { counted } from '../../src/support/text.ts';
import { leftByLife, type MadeIds, type Remaining, readTagged, removeMade } from './clean-up.ts';
import { consentLines } from './consent.ts';
import { ENVIRONMENTS, type LifeRow, playLife, type RunAction } from './life.ts';
import { createMade, NotMade } from './made.ts';
import type { Request } from './options.ts';
import { type Place, Refused, readPlace, refuseUsedPlace } from './place.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';
import { rawCalls } from './raw.ts';
import { openRecording } from './recording.ts';
import { openSession, type Session, type Surroundings } from './session.ts';
import { type AskedQuestion, type Evidenced, sheetPage, sheetRows } from './sheet.ts';
import { readTopics } from './status-page.ts';

/** Everything that a run of the command is given. */
export interface Contact extends Surroundings {
  readonly request: Request;
  readonly network: Network;
  /** Aborts at SIGINT: nothing new is begun, and what was made is removed. */
  readonly signal: AbortSignal;
  /** A new folder for the results. */
  readonly folder: string;
  /** Digits that no other run of the command has. */
  readonly nonce: string;
  /** Version of the action, and docs/status.md. */
  readonly version: string;
  readonly statusPage: string;
  runAction: RunAction;
  /** Whether the person agrees; asked once, after everything was printed. */
  agrees(): Promise<boolean>;
  say(line: string): void;
}

/** What a run has come to so far; kept outside of what may be interrupted. */
interface Done {
  readonly life: LifeRow[];
  readonly questions: AskedQuestion[];
  readonly answers: Evidenced[];
  readonly remaining: Remaining[];
  /** A run of the action may have made something. */
  lifeBegan: boolean;
  /** Something that was to be done was not, for an error that belongs to no step and no question. */
  stopped: boolean;
  /** What carries the tag of this run could not be read at the end. */
  unread: boolean;
}

/**
 * The whole command: reads, asks for consent, plays the life, asks the questions, cleans up, writes the sheet.
 * @returns the exit code: 0; 1 where something did not end as expected or is left; 130 after a signal
 */
export async function firstContact(contact: Contact): Promise<number> {
  const { request, say, signal } = contact;
  const topics = readTopics(contact.statusPage);
  const opened = await openSession(request, contact, { network: contact.network, signal });
  let place: Place;
  try {
    place = await readPlace(request, opened);
    if (request.cleanUp) return await cleanUpOnly(contact, place, opened);
    await refuseUsedPlace(place, opened);
    refuseQuestions(place, request);
    refuseWithoutDns(place, request);
    for (const line of consentLines(place, request)) say(line);
    if (!(await contact.agrees())) {
      say('Nothing was created.');
      return signal.aborted ? 130 : 1;
    }
  } catch (error) {
    return tellRefusal(contact, error);
  } finally {
    await opened.close();
  }
  mkdirSync(contact.folder, { mode: 0o700 });
  const done: Done = {
    life: [],
    questions: [],
    answers: [],
    remaining: [],
    lifeBegan: false,
    stopped: false,
    unread: false,
  };
  try {
    place = await askServicesFirst(contact, place, done);
    if (!request.onlyQuestions) await liveOnce(contact, place, done);
    const lived = done.life.every(({ ok }) => ok);
    if (!lived && request.ask.length > 0)
      say('The questions are not asked, since the life cycle did not end as expected.');
    if (lived) await askAll(contact, place, done);
  } catch (error) {
    done.stopped = true;
    if (!signal.aborted) say(`Stopped: ${wordsOf(error)}`);
  }
  await cleanUp(contact, place, done);
  writeSheet(contact, place, { done, topics });
  return endOf(contact, done);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function tellRefusal({ say, signal }: Contact, error: unknown): number {
  if (signal.aborted) {
    say('Cancelled. Nothing was created.');
    return 130;
  }
  if (!(error instanceof Refused) && !isActionError(error)) throw error;
  say(error.message);
  if (isActionError(error) && error.fix !== '') say(error.fix);
  say('Nothing was created.');
  return 1;
}

/** @throws Refused where a question can't be asked here, or the life would create what can't be undone */
function refuseQuestions(place: Place, { ask }: Request): void {
  for (const { id, lasting, unfit } of chosen(ask)) {
    const why = unfit?.(place);
    if (why !== undefined && lasting === true) throw new Refused(`--ask ${id}: ${why}`);
  }
  if (place.service === undefined && !ask.includes('advanced-service'))
    throw new Refused(
      'The cluster has no endpoint services yet, and services cannot be deleted. Create them first, or name --ask advanced-service.',
    );
}

/** @throws Refused where the first `ensure` would stop for want of DNS in the VPC */
function refuseWithoutDns({ vpcId, vpcDns, region }: Place, { inputs, onlyQuestions }: Request): void {
  if (vpcDns || onlyQuestions || inputs['private-dns'] === 'false') return;
  throw new Refused(
    `VPC ${vpcId} in ${region} has DNS support or DNS hostnames off. Turn both on, or add --private-dns false.`,
  );
}

function chosen(ids: readonly string[]): Question[] {
  return QUESTIONS.filter(({ id }) => ids.includes(id));
}

/** Services of an Advanced cluster come first where there are none: everything else needs them. */
async function askServicesFirst(contact: Contact, place: Place, done: Done): Promise<Place> {
  const [first] = chosen(['advanced-service']);
  if (place.service !== undefined || first === undefined) return place;
  await ask(contact, place, { question: first, done });
  const session = await openSession(contact.request, contact, contact);
  try {
    const found = await readPlace(contact.request, session);
    if (found.service === undefined) throw new Refused('The endpoint services are not there yet. Run again later.');
    return found;
  } finally {
    await session.close();
  }
}

async function liveOnce(contact: Contact, place: Place, done: Done): Promise<void> {
  const { request, signal, say, runAction } = contact;
  done.lifeBegan = true;
  const inputs = lifeInputs(request, place);
  const changeByHand = (groupId: string) => removeOneRule(contact, place, groupId);
  const pause = (ms: number) => contact.clock.sleep(ms, signal);
  await playLife({ inputs, signal, runAction, changeByHand, pause, say }, done.life);
}

function lifeInputs({ inputs }: Request, place: Place): Record<string, string> {
  return { ...inputs, cluster: place.cluster.id, 'subnet-ids': place.subnetIds.join('\n') };
}

/** Removes the first source of the first rule of the action's group. */
async function removeOneRule(
  contact: Contact,
  place: Place,
  groupId: string,
): Promise<{ done: boolean; said: string; file: string }> {
  const file = 'life-04-change.jsonl';
  const recording = openRecording({ folder: contact.folder, name: file }, contact, contact.request.inputs);
  const session = await openSession(contact.request, contact, {
    network: recording.through(contact.network),
    signal: contact.signal,
  });
  try {
    const [group] = await session.ec2.groups({ ids: [groupId] });
    const [rule] = group?.ingress.filter(({ source }) => source !== undefined && 'cidr' in source) ?? [];
    if (rule === undefined) return { done: false, said: 'the group has no rule', file };
    const { protocol: IpProtocol, fromPort: FromPort, toPort: ToPort, from: CidrIp } = rule;
    const raw = rawCalls(session, place.cluster.id, recording.last);
    const { code } = await raw.ec2((client, sending) =>
      client.send(
        new RevokeSecurityGroupIngressCommand({
          GroupId: groupId,
          IpPermissions: [{ IpProtocol, FromPort, ToPort, IpRanges: [{ CidrIp }] }],
        }),
        sending,
      ),
    );
    return { done: code === '', said: code === '' ? 'a rule is removed' : `refused with ${code}`, file };
  } finally {
    await session.close();
    recording.end(0);
  }
}

async function askAll(contact: Contact, place: Place, done: Done): Promise<void> {
  const asked = done.questions.map(({ id }) => id);
  for (const question of chosen(contact.request.ask).filter(({ id }) => !asked.includes(id))) {
    contact.signal.throwIfAborted();
    await ask(contact, place, { question, done });
  }
}

/** The outcome of a question whose answer depends on what is not there, such as a second cluster. */
const NOT_SEEN = 'it did not come up';

/** Asks one question, with a recording of its own. Whatever happens, what it made is removed. */
async function ask(
  contact: Contact,
  place: Place,
  { question, done }: { question: Question; done: Done },
): Promise<void> {
  const { id } = question;
  const file = `ask-${id}.jsonl`;
  const why = question.unfit?.(place);
  if (why !== undefined) {
    done.questions.push({ id, outcome: `not asked: ${why}`, file: '' });
    return;
  }
  contact.say(`Question ${id}: ${question.asks}`);
  const recording = openRecording({ folder: contact.folder, name: file }, contact, contact.request.inputs);
  const network = recording.through(contact.network);
  const session = await openSession(contact.request, contact, { network, signal: contact.signal });
  const raw = rawCalls(session, place.cluster.id, recording.last);
  const made = createMade(place, raw, { nonce: contact.nonce, question: id });
  let outcome = 'answered';
  try {
    const seen = await question.look({ place, raw, made });
    const answers = question.judge(seen, place);
    done.answers.push(...answers.map((answer) => ({ ...answer, question: id, file })));
    for (const { row, value } of answers) contact.say(`  ${row}: ${value}`);
    if (answers.length === 0) outcome = NOT_SEEN;
  } catch (error) {
    outcome = contact.signal.aborted ? 'cancelled' : outcomeOf(error);
    contact.say(`  ${contact.signal.aborted ? 'Cancelled' : `No answer: ${wordsOf(error)}`}`);
  } finally {
    done.questions.push({ id, outcome, file });
    await session.close();
    done.remaining.push(...(await removeAfter(contact, place, { network, made })));
    recording.end(outcome === 'answered' ? 0 : 1);
  }
}

/** Text of others can be in an error, so that only what this command wrote itself goes into the sheet. */
function outcomeOf(error: unknown): string {
  if (error instanceof NotMade) return `no answer: ${error.message}, exchange ${error.exchange}`;
  return isActionError(error) ? `no answer: ${error.code}` : 'no answer: an error of this command';
}

/** How long the clean-up may take, whatever was asked. */
const CLEAN_UP_MS = 45 * 60_000;

/** A session of its own, which a signal does not end: the first one only ends the work. */
async function removeAfter(
  contact: Contact,
  place: Place,
  { network, made }: { network: Network; made: MadeIds },
): Promise<Remaining[]> {
  if (made.endpoints.size + made.groups.size + made.connections.size === 0) return [];
  contact.say('  Deleting what the question created');
  return withCleaning(contact, network, (session) =>
    removeMade(place, session, { made, mine: (tag) => tag === contact.nonce }),
  );
}

async function withCleaning<T>(contact: Contact, network: Network, run: (session: Session) => Promise<T>): Promise<T> {
  const over = new AbortController();
  const ended = new AbortController();
  void contact.clock.sleep(CLEAN_UP_MS, ended.signal).then(
    () => over.abort(),
    () => undefined,
  );
  const session = await openSession(contact.request, contact, { network, signal: over.signal });
  try {
    return await run(session);
  } finally {
    ended.abort();
    await session.close();
  }
}

/** Deletes both environments of the life, then whatever carries this run's tag. */
async function cleanUp(contact: Contact, place: Place, done: Done): Promise<void> {
  const { say, nonce, network } = contact;
  const ended =
    done.life.length > 0 && done.life.every(({ ok }) => ok) && done.life.at(-1)?.step === 'delete once more';
  if (done.lifeBegan && !ended) await deleteEnvironments(contact, place);
  const found = await withCleaning(contact, network, async (session) => {
    const made = idsOf(done.remaining);
    const remaining = await removeMade(place, session, { made, mine: (tag) => tag === nonce });
    // An answer may have been lost: without this read nobody knows what is there.
    await readTagged(place, session, (tag) => tag === nonce);
    const left = done.lifeBegan ? await leftByLife(place, session, groupName(place.service?.name ?? '')) : [];
    return [...remaining, ...left.filter(({ id }) => remaining.every((one) => one.id !== id))];
  }).catch((error: unknown) => {
    say(`The last read failed: ${wordsOf(error)}`);
    return undefined;
  });
  done.unread = found === undefined;
  if (found !== undefined) done.remaining.splice(0, done.remaining.length, ...found);
}

function idsOf(remaining: readonly Remaining[]): MadeIds {
  const of = (kind: Remaining['kind']) => new Set(remaining.filter((one) => one.kind === kind).map(({ id }) => id));
  return { endpoints: of('endpoint'), groups: of('group'), connections: of('connection') };
}

/** What runs of this command left that were killed: those of the action by the action itself, the rest by its tag. */
async function cleanUpOnly(contact: Contact, place: Place, session: Session): Promise<number> {
  const endpoints = await session.ec2.endpoints({ vpcId: place.vpcId });
  const groups = await session.ec2.groups({ vpcId: place.vpcId });
  const ours = groupName(place.service?.name ?? '');
  const isUsed = endpoints.some(isManagedEndpoint) || groups.some(({ name }) => name === ours);
  const failed = isUsed ? await deleteEnvironments(contact, place) : 0;
  const remaining = await removeMade(place, session, { made: idsOf([]), mine: (tag) => tag !== '' });
  if (failed + remaining.length === 0) contact.say(`Removed what this command created in ${place.vpcId}.`);
  tellRemaining(contact, remaining);
  return failed + remaining.length === 0 ? 0 : 1;
}

/** Releases both environments of the life by the action. @returns how many of the runs failed */
async function deleteEnvironments(contact: Contact, place: Place): Promise<number> {
  const { request, say, runAction, folder } = contact;
  say('Deleting both environments of the life cycle');
  mkdirSync(folder, { mode: 0o700, recursive: true });
  let failed = 0;
  for (const environment of ENVIRONMENTS) {
    const inputs = { ...lifeInputs(request, place), operation: 'delete', environment };
    try {
      const { exitCode } = await runAction(inputs, `clean-up-${environment}.jsonl`, new AbortController().signal);
      if (exitCode !== 0) failed += 1;
    } catch (error) {
      failed += 1;
      say(`  ${wordsOf(error)}`);
    }
  }
  return failed;
}

function tellRemaining({ say }: Pick<Contact, 'say'>, remaining: readonly Remaining[]): void {
  if (remaining.length === 0) return;
  say(`${counted(remaining.length, 'thing')} could not be deleted:`);
  for (const { what, why } of remaining) say(`- ${what}: ${why}`);
  say('These commands delete them, in this order:');
  for (const { commands } of remaining) for (const command of commands) say(command);
}

const PLANS = ['basic', 'standard', 'advanced'];

function writeSheet(
  contact: Contact,
  place: Place,
  { done, topics }: { done: Done; topics: Parameters<typeof sheetRows>[0] },
): void {
  const sheet = {
    sheet: 1 as const,
    action: contact.version,
    recorded: new Date(contact.clock.wall()).toISOString().slice(0, 7),
    plan: PLANS.find((plan) => plan === place.cluster.plan) ?? 'another',
    life: done.life,
    questions: done.questions,
    rows: sheetRows(topics, done),
    remaining: done.remaining.length,
    unread: done.unread,
  };
  writeFileSync(path.join(contact.folder, 'sheet.json'), `${JSON.stringify(sheet, null, 2)}\n`, { flag: 'wx' });
  writeFileSync(path.join(contact.folder, 'sheet.md'), sheetPage(sheet), { flag: 'wx' });
}

function endOf(contact: Contact, done: Done): number {
  const { say, folder, signal } = contact;
  const answered = new Set(done.answers.map(({ row }) => row)).size;
  tellRemaining(contact, done.remaining);
  if (done.unread) say(`What remains could not be read. Run the same command with --clean-up.`);
  else if (done.remaining.length === 0) say('Everything that was created is deleted.');
  for (const { step, expected, found } of done.life.filter(({ ok }) => !ok))
    say(`Not as expected: ${step}: expected ${expected}, found ${found}`);
  say(`${counted(answered, 'answer')} in ${path.join(folder, 'sheet.md')}`);
  if (signal.aborted) return 130;
  const failed = done.questions.some(({ outcome }) => outcome.startsWith('no answer: '));
  return done.stopped || done.unread || done.remaining.length > 0 || done.life.some(({ ok }) => !ok) || failed ? 1 : 0;
}
