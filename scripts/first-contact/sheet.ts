import { table } from '../markdown-table.ts';
import type { LifeRow } from './life.ts';
import type { Answer, KnownAnswer, KnownRow, Question } from './question.ts';
import { QUESTIONS } from './questions.ts';
import type { Topic } from './status-page.ts';

/** What questions answer in addition to the topics of docs/status.md: how the sandbox is set. */
export const ALSO: Readonly<Record<string, string>> = {
  'trusted-owners-on-standard': 'Trusted owners of a Standard cluster',
  'acceptance-of-an-endpoint': 'When a new VPC endpoint is accepted',
  'listed-before-it-is-added': 'Whether CockroachDB Cloud lists an endpoint that nobody added',
  'removed-connection': 'A connection that was removed, while its VPC endpoint exists',
  'removal-again': 'Removing a connection that was removed',
  'endpoint-deleted-first': 'A connection whose VPC endpoint was deleted first',
  'security-group-in-use': 'Deleting a security group that an endpoint uses',
  'private-dns-flag': 'When `PrivateDnsEnabled` shows a change',
  'spelling-of-endpoint-states': 'How EC2 spells states of endpoints',
  'spelling-of-connection-states': 'How CockroachDB Cloud spells states of connections',
  'region-of-a-connection': 'The field with the region of a connection',
  'aws-object-of-a-service': 'The older object `aws` of an endpoint service',
};

/** Topics that no question answers, and why; docs/status.md says how to find out otherwise. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  'cluster-lock': 'needs a cluster that is locked at that moment',
  'untrusted-account': 'needs a second AWS account and trusted owners',
  'certificate-of-the-private-host': 'needs a runner inside the VPC: `verify` with `probe: true`',
  'iam-policies': 'run the life cycle under the role of the template; it ends as expected if AWS allows each call',
  'legacy-standard': 'needs a cluster on the legacy architecture',
  'private-dns-permission': 'needs a role without the statement `PrivateDns`',
  'route53-vpcs-key': 'needs a role made with `RestrictPrivateDns`',
};

/** An answer with the file of its evidence. */
export interface Evidenced extends Answer {
  readonly question: string;
  readonly file: string;
}

export interface SheetRow {
  readonly id: string;
  readonly group: Topic['group'] | 'also';
  readonly topic: string;
  /** `not asked` or `not seen` where there is none. */
  readonly answer: string;
  readonly says: string;
  readonly evidence: { readonly file: string; readonly exchanges: readonly number[] } | undefined;
  readonly figures?: Readonly<Record<string, number>> | undefined;
  /** Whether what the project does and says fits the answer; undefined where there is none. */
  readonly agrees: { readonly action: string; readonly sandbox: string; readonly docs: string } | undefined;
}

/** A question that was asked, or was to be. */
export interface AskedQuestion {
  readonly id: string;
  /** `answered`, or why not, in words without names. */
  readonly outcome: string;
  readonly file: string;
}

export interface Sheet {
  readonly sheet: 1;
  readonly action: string;
  /** Year and month. */
  readonly recorded: string;
  readonly plan: string;
  readonly life: readonly LifeRow[];
  readonly questions: readonly AskedQuestion[];
  readonly rows: readonly SheetRow[];
  /** How many things could not be removed; the terminal names them. */
  readonly remaining: number;
  /** Whether the last read failed, so that more may remain. */
  readonly unread: boolean;
}

/** One row for each topic of docs/status.md, and one for each answer in addition to them. */
export function sheetRows(
  topics: readonly Topic[],
  { answers, questions }: { answers: readonly Evidenced[]; questions: readonly AskedQuestion[] },
): SheetRow[] {
  const answerTo = (id: string) => answers.find(({ row }) => row === id);
  const also = Object.entries(ALSO).map(([id, topic]) => ({ id, topic, group: 'also' as const }));
  return [...topics, ...also].map((topic) => rowOf(topic, answerTo(topic.id), questions));
}

function rowOf(
  topic: Pick<SheetRow, 'id' | 'group' | 'topic'>,
  answer: Evidenced | undefined,
  questions: readonly AskedQuestion[],
): SheetRow {
  if (answer === undefined)
    return { ...topic, ...withoutAnswer(topic.id, questions), evidence: undefined, agrees: undefined };
  const { value, says, file, exchanges, figures } = answer;
  const agrees = agreement(knownRow(topic.id), { value, group: topic.group });
  return { ...topic, answer: value, says, evidence: { file, exchanges }, figures, agrees };
}

/** Why a row has no answer: it was not asked, or not seen here. */
function withoutAnswer(id: string, questions: readonly AskedQuestion[]): Pick<SheetRow, 'answer' | 'says'> {
  const asking = QUESTIONS.filter(({ rows }) => Object.hasOwn(rows, id)).map((one) => one.id);
  const asked = questions.filter((one) => asking.includes(one.id) && !one.outcome.startsWith('not asked'));
  const [first] = asked;
  if (first !== undefined)
    return {
      answer: 'not seen',
      says: `\`${first.id}\` was asked: ${first.outcome === 'answered' ? 'it did not come up' : first.outcome}`,
    };
  const how = asking.map((one) => `\`--ask ${one}\``).join(' or ');
  return { answer: 'not asked', says: how || (NOT_ASKED[id] ?? '') };
}

/** What the questions know of a row. */
function knownRow(id: string): KnownRow {
  return QUESTIONS.map((one: Question) => one.rows[id]).find((row) => row !== undefined) ?? { answers: [] };
}

function agreement(
  row: KnownRow,
  { value, group }: { value: string; group: SheetRow['group'] },
): NonNullable<SheetRow['agrees']> {
  const found = row.answers.find((one: KnownAnswer) => fits(one.value, value));
  const docs = group === 'also' ? 'not on the page' : docsAgreement(row, value);
  return {
    action: found?.action === undefined ? 'no: the action does not know this answer' : `yes: ${found.action}`,
    sandbox: found?.sandbox === undefined ? 'no: the sandbox never does this' : `yes: ${found.sandbox}`,
    docs,
  };
}

function docsAgreement({ expected }: KnownRow, value: string): string {
  if (expected === undefined) return 'open: the page does not say';
  return fits(expected, value) ? 'yes' : 'no: the page expects another answer';
}

function fits(known: KnownAnswer['value'], value: string): boolean {
  return typeof known === 'string' ? known === value : known(value);
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function evidenceOf({ evidence }: SheetRow): string {
  if (evidence === undefined) return '';
  const numbers = [...new Set(evidence.exchanges)].join(', ');
  return `\`${evidence.file}\`, exchange ${numbers}`;
}

function endOf({ remaining, unread }: Sheet): string {
  if (remaining > 0)
    return `${remaining} of the things that were created could not be deleted; the terminal names them.`;
  return unread
    ? 'Whether everything that was created is deleted could not be read.'
    : 'Everything that was created is deleted.';
}

/** The sheet for people. */
export function sheetPage(sheet: Sheet): string {
  const titles = { confirmed: 'Confirmed', inferred: 'Inferred', unknown: 'Unknown', also: 'Also seen' } as const;
  const parts = Object.entries(titles).map(([group, title]) => {
    const rows = sheet.rows.filter((row) => row.group === group);
    const cells = rows.map((row) => [
      `\`${row.id}\``,
      row.answer,
      row.says,
      evidenceOf(row),
      row.agrees?.action ?? '',
      row.agrees?.sandbox ?? '',
      row.agrees?.docs ?? '',
    ]);
    const head = ['ID', 'Answer', 'Seen', 'Evidence', 'Action', 'Sandbox', 'docs/status.md'];
    return `## ${title}\n\n${table(
      head,
      cells.map((row) => row.map(cell)),
    )}`;
  });
  const life = sheet.life.map((row) => [
    row.step,
    row.expected,
    row.found,
    row.ok ? 'yes' : 'no',
    row.file && `\`${row.file}\``,
  ]);
  const asked = sheet.questions.map((one) => [`\`${one.id}\``, one.outcome, `\`${one.file}\``]);
  return [
    '# First contact',
    `Action ${sheet.action}, ${sheet.plan} cluster, ${sheet.recorded}.`,
    endOf(sheet),
    ...(life.length === 0
      ? []
      : [
          `## Life cycle\n\n${table(
            ['Step', 'Expected', 'Found', 'OK', 'Recording'],
            life.map((row) => row.map(cell)),
          )}`,
        ]),
    ...(asked.length === 0
      ? []
      : [
          `## Questions\n\n${table(
            ['Question', 'Outcome', 'Recording'],
            asked.map((row) => row.map(cell)),
          )}`,
        ]),
    ...parts,
  ]
    .join('\n\n')
    .concat('\n');
}
