import { parted } from '../support/commands.ts';
import { LONGEST_HEADLINE, type Problem } from '../support/errors.ts';
import { logLine } from './log-line.ts';

/** Annotations of one level that GitHub shows for a step; it drops all others. */
const MOST = 10;
/** The runner cuts what is longer, without a mark (actions/runner, ExecutionContext.cs: 4,096 characters). */
const LONGEST = 4_000;

/** What the annotations of a step are about where docs/troubleshooting.md has no heading for it. */
const WITHOUT_PAGE: ReadonlySet<string> = new Set([
  'ca-certificate',
  'certificates',
  'comment',
  'drift-issue',
  'environment',
  'note',
  'record',
  'summary',
]);

/** A page of this repository that a text names. */
const PAGE = /\bdocs\/[a-z-]+\.md#[a-z-]+/g;

/** A longer one is a command with kilobytes in it: whole in the log, where it can be copied from. */
const LONGEST_DETAIL = 400;
const IN_LOG = '… The log of this step has the rest.';

type Level = 'error' | 'warning';

/** Where annotations go. */
interface Output {
  annotate(level: Level, text: string, title: string): void;
  /** A line of the log, for what is too long for an annotation. */
  line(text: string): void;
  /** The address of a page of this repository. @param path `docs/iam.md#teams` */
  page(path: string): string;
}

interface Shown {
  readonly code: string;
  readonly lines: readonly string[];
}

/** The annotations of one step. */
export interface Annotations {
  tell(level: Level, problem: Problem): void;
  /** Shows what was held; to be called when the step ends, however it ends. */
  end(): void;
}

/**
 * Shows each problem once. The first nine of a level are shown at once, the others are held until the end: the tenth is
 * the last that GitHub shows, so it holds all that remain.
 */
export function createAnnotations(output: Output): Annotations {
  const seen = { error: new Set<string>(), warning: new Set<string>() };
  const count = { error: 0, warning: 0 };
  const held: Record<Level, Shown[]> = { error: [], warning: [] };
  function show(level: Level, { code, lines }: Shown): void {
    const text = lines.join('\n');
    if (text.length > LONGEST) for (const line of lines) output.line(line);
    output.annotate(level, text.length > LONGEST ? fitting(lines) : text, `CockroachDB PrivateLink: ${code}`);
  }
  return {
    tell(level, problem) {
      const { code } = problem;
      const page = WITHOUT_PAGE.has(code) ? [] : [`docs/troubleshooting.md#${code}`];
      const lines = [...linesOf(problem), ...page].map((line) => line.replaceAll(PAGE, output.page));
      const key = lines.join('\n');
      // What fails the step is shown as such, also where it was a warning before.
      if (seen.error.has(key) || seen[level].has(key)) return;
      seen[level].add(key);
      for (const line of (problem.details ?? []).map(logLine)) if (line.length > LONGEST_DETAIL) output.line(line);
      if (count[level] >= MOST - 1) {
        held[level].push({ code, lines });
        return;
      }
      count[level] += 1;
      show(level, { code, lines });
    },
    end() {
      for (const level of ['error', 'warning'] as const) {
        const [only, ...more] = held[level];
        const rest = held[level].splice(0);
        if (only === undefined) continue;
        if (more.length === 0) show(level, only);
        else
          show(level, {
            code: `${rest.length} more`,
            lines: [`${rest.length} more problems:`, ...rest.flatMap(asPart)],
          });
      }
    },
  };
}

function asPart({ code, lines: [first = '', ...lines] }: Shown): string[] {
  return ['', `${code}: ${first}`, ...lines];
}

/** Fact, what others said, fix and what belongs to it: lines of which the runner takes none for a command. */
function linesOf({ cause, fix, details = [] }: Problem): string[] {
  const [first = '', ...more] = cause.split('\n').map(logLine);
  const kept = details.map(logLine).filter((line) => line.length <= LONGEST_DETAIL);
  const rest = kept.length < details.length ? [IN_LOG] : [];
  const below = [...more, logLine(fix), ...kept].flatMap(commandApart);
  return [...inTwo(first), ...below, ...rest].filter((line) => line !== '');
}

/** A command at the end of a text is a line of its own, to be pasted as it stands. */
function commandApart(line: string): string[] {
  const { said, command } = parted(line);
  return [said, command];
}

/** A text that is too long for a headline as two lines, divided where it has a break; nothing of it is lost. */
function inTwo(text: string): string[] {
  if (text.length <= LONGEST_HEADLINE) return [text];
  const start = text.slice(0, LONGEST_HEADLINE + 1);
  const ends = [/^.*[;.](?= )/, /^.*[:,](?= )/, /^.*(?= )/].map((form) => form.exec(start)?.[0].length ?? 0);
  const end = ends.find((length) => length >= SHORTEST_HEADLINE) ?? LONGEST_HEADLINE;
  return [text.slice(0, end), text.slice(end).trim()];
}

/** A headline that is shorter than this says too little by itself. */
const SHORTEST_HEADLINE = 30;

/** As many lines as the runner keeps; the last one says where all of them are. */
function fitting(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = IN_LOG.length;
  for (const line of lines) {
    length += line.length + 1;
    if (length > LONGEST) break;
    kept.push(line);
  }
  return [...kept, IN_LOG].join('\n');
}
