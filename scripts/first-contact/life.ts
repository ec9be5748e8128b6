/** One run of the action in the life of a connection. */
export interface LifeRow {
  readonly step: string;
  readonly expected: string;
  readonly found: string;
  readonly ok: boolean;
  /** Its recording. */
  readonly file: string;
}

/** What a run of the committed action ended with. */
export interface ActionEnd {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the committed action once, with its recording in this file. */
export type RunAction = (
  inputs: Readonly<Record<string, string>>,
  record: string,
  signal: AbortSignal,
) => Promise<ActionEnd>;

/** The environments of the life; `delete` of both leaves nothing. */
export const ENVIRONMENTS = ['first-contact', 'first-contact-second'] as const;

/** What a run has to end with, by output; `exit` is the exit code. */
type Expected = Readonly<Record<string, string>>;

interface Step {
  readonly step: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly expected: Expected;
}

const [FIRST, SECOND] = ENVIRONMENTS;
const run = (step: string, inputs: Step['inputs'], expected: Expected): Step => ({ step, inputs, expected });

const BEFORE: readonly Step[] = [
  run(
    'first ensure',
    { operation: 'ensure', environment: FIRST },
    { exit: '0', status: 'available', changed: 'true', created: 'true' },
  ),
  run(
    'second ensure',
    { operation: 'ensure', environment: FIRST },
    { exit: '0', status: 'available', changed: 'false' },
  ),
  run('verify', { operation: 'verify', environment: FIRST }, { exit: '0', 'drift-count': '0' }),
];

const AFTER: readonly Step[] = [
  run('verify after the change', { operation: 'verify', environment: FIRST }, { exit: '1', 'error-code': 'drift' }),
  run(
    'ensure repairs it',
    { operation: 'ensure', environment: FIRST },
    { exit: '0', status: 'available', changed: 'true' },
  ),
  run('verify after the repair', { operation: 'verify', environment: FIRST }, { exit: '0', 'drift-count': '0' }),
  run(
    'ensure of a second environment',
    { operation: 'ensure', environment: SECOND },
    { exit: '0', status: 'available', created: 'false' },
  ),
  run(
    'delete of the second environment',
    { operation: 'delete', environment: SECOND },
    { exit: '0', status: 'deleted' },
  ),
  run(
    'delete of the first environment',
    { operation: 'delete', environment: FIRST },
    { exit: '0', status: 'deleted', changed: 'true' },
  ),
  run('delete once more', { operation: 'delete', environment: FIRST }, { exit: '0', changed: 'false' }),
];

/** What a life is played with. */
export interface Playing {
  readonly inputs: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  runAction: RunAction;
  /** Removes one rule of the group by a direct call; the rule as a noun, or why it could not. */
  changeByHand(groupId: string): Promise<{ readonly done: boolean; readonly said: string; readonly file: string }>;
  /** Lets time pass. */
  pause(ms: number): Promise<void>;
  say(line: string): void;
}

/** What the action reckons with. */
const READ_LAG_MS = 30_000;

/**
 * The life of a private connection, step by step, a row each. It stops after a step that did not end as expected: what
 * follows would say nothing.
 */
export async function playLife(playing: Playing, rows: LifeRow[]): Promise<void> {
  let groupId = '';
  for (const step of BEFORE) {
    const end = await play(playing, step, rows);
    if (end === undefined) return;
    groupId = end.outputs['security-group-id'] || groupId;
  }
  playing.say('A change by this command: one rule of the security group is removed');
  const changed = await playing.changeByHand(groupId);
  rows.push({
    step: 'change by this command',
    expected: 'a rule is removed',
    found: changed.said,
    ok: changed.done,
    file: changed.file,
  });
  if (!changed.done) return;
  // A read may not show the change yet.
  await playing.pause(READ_LAG_MS);
  for (const step of AFTER) if ((await play(playing, step, rows)) === undefined) return;
}

/** Undefined where the step did not end as expected. */
async function play(
  playing: Playing,
  { step, inputs, expected }: Step,
  rows: LifeRow[],
): Promise<ActionEnd | undefined> {
  const number = String(rows.length + 1).padStart(2, '0');
  const file = `life-${number}-${step.replaceAll(' ', '-')}.jsonl`;
  playing.say(`Life cycle ${number}: ${step}`);
  const end = await playing.runAction({ ...playing.inputs, ...inputs }, file, playing.signal);
  const found: Record<string, string> = { ...end.outputs, exit: String(end.exitCode) };
  const ok = Object.entries(expected).every(([name, value]) => found[name] === value);
  const told = (values: Record<string, string>) =>
    Object.keys(expected)
      .map((name) => `${name} ${wordOf(values[name])}`)
      .join(', ');
  const code = ok || !found['error-code'] ? '' : `, error-code ${wordOf(found['error-code'])}`;
  rows.push({ step, expected: told({ ...expected }), found: `${told(found)}${code}`, ok, file });
  return ok ? end : undefined;
}

/** Statuses, counts and codes are words; nothing else goes into the sheet. */
function wordOf(value: string | undefined): string {
  if (value === undefined || value === '') return 'empty';
  return /^[a-z0-9-]{1,40}$/.test(value) ? value : 'unreadable';
}
