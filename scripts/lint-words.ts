/**
 * Holds words that nobody in the field uses out of what people read: messages of the action, action.yml, the pages,
 * the issue forms and what the generated parts of docs/iam.md come from. Code is exempt. Exits 1 and lists each place,
 * with the word to use.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What is not to be said, and what is said in its place. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bmend(?:s|ed|ing)?\b|\bputs? right\b/, 'repair, fix'],
  [/\b(?:take|takes|taking|took|taken) (?:it |them |that )?(?:down|away)\b/, 'delete, remove'],
  [/\bg(?:ive|ives|iving|ave|iven) up (?:a|the|its|on)\b/, 'release (a claim), remove'],
  [
    /\b(?:has left|being left|is leaving|as leaving|left alone|left as it is|leaves? it alone)\b/,
    'was removed, is kept',
  ],
  [/\bleft-?overs?\b/, 'unused, remaining'],
  [/\basked[- ]for\b|\basks? for here\b|\bwanted\b/, 'expected, configured, requested'],
  [/\bbeside\b/, 'in addition to'],
  [/[,;] but for\b|[,;] else\b|\banew\b|\bby then\b|\bof ours\b/, 'except, otherwise, again, created by this action'],
  [/\bin the way\b/, 'problem, blocked by'],
  [/\bnotes? on \S+ that\b/, 'register ... on ...'],
  [/\bis told\b|\bare told\b|\bis had\b|\bit came to\b|\bcame of it\b/, 'reports, shows, results in'],
  [/(?<!-)\bstrangers?\b|\bsomebody\b|\bby hand\b|\bof nobody\b/, 'another owner, a manual change'],
  [/\b(?:one more|last) look\b|\blook(?:s|ing|ed)? once more\b/, 'read, check again'],
  [/\bboth worlds\b|\bthe world\b/, 'AWS and CockroachDB Cloud'],
  [/\blet(?:s|ting)? go of\b/, 'release, detach'],
  [/\bnot the action's to\b|\bno longer waiting for\b/, 'say what is true now'],
];

/** A text that people read, and where it begins. */
interface Text {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What users and contributors read besides messages. */
const PAGES = [
  ...['action.yml', '*.md', 'docs/**/*.md', '.github/ISSUE_TEMPLATE/*.yml', '.github/pull_request_template.md'],
  ...['setup/aws/parameters.json', 'setup/aws/policies/*.json'],
];

const root = path.resolve(import.meta.dirname, '..');

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Code spans and targets of links as blanks: they are names. */
const withoutCode = (text: string) =>
  text.replaceAll(/(`+)[^`]+\1/g, ' ').replaceAll(/\]\([^)\s]*\)|<https?:[^>]*>/g, ' ');

/** The lines of a page that are prose. */
function prose(file: string): Text[] {
  let isCode = false;
  return read(file)
    .split('\n')
    .flatMap((text, index) => {
      const isFence = /^\s*(?:```|~~~)/.test(text);
      if (isFence) isCode = !isCode;
      return isCode || isFence ? [] : [{ file, line: index + 1, text }];
    });
}

/** The text of a literal, with what is filled in as `…`. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…');
}

/** String literals of several words: what is shown, and not a key, a path or an event. */
function messages(file: string): Text[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    const text = textOf(node);
    if (text !== undefined && /\S\s+\S/.test(text)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({ file, line, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const texts = [
  ...globSync('src/**/*.ts', { cwd: root }).sort().flatMap(messages),
  ...PAGES.flatMap((pattern) => globSync(pattern, { cwd: root }).sort()).flatMap(prose),
];
const problems = texts.flatMap(({ file, line, text }) => {
  const shown = withoutCode(text);
  return WORDS.flatMap(([word, instead]) => {
    const found = new RegExp(word, 'i').exec(shown);
    return found === null ? [] : [`${file}:${line}: "${found[0]}"; say: ${instead}`];
  });
});
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
