import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A message as the source has it, with `…` for what is filled in. */
export interface Template {
  readonly place: string;
  /** The codes or checks that it can have; empty where the source alone does not tell. */
  readonly codes: readonly string[];
  readonly text: string;
  /** Of a finding: what was found, where `text` is one of `expected`. */
  readonly finding?: { readonly expected: readonly string[]; readonly found: string };
}

/** Functions that make an error of a sentence, by the code that it gets. */
const MAKERS: Readonly<Record<string, string>> = {
  'src/aws/sources/instance.ts failed': 'aws-credentials-failed',
  'src/github/errors.ts unavailable': 'github-unavailable',
  'mistakes.push': 'input-invalid',
  mistake: 'input-invalid',
};

/** Every message that `src/` makes an error, a note or a finding of. */
export function messageTemplates(): Template[] {
  return globSync('src/**/*.ts', { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => {
      const found: Template[] = [];
      visitAll(file, (node, source) => {
        const place = `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
        if (ts.isObjectLiteralExpression(node)) found.push(...ofObject(node, place));
        if (ts.isCallExpression(node)) found.push(...ofCall(node, { file, place }));
      });
      return found;
    });
}

/** `{ cause, fix }` of an error or blocker; `{ expected, found }` of a finding. */
function ofObject(node: ts.ObjectLiteralExpression, place: string): Template[] {
  const codes = codesOf(node);
  const isError = has(node, 'fix') || has(node, 'said') || node.properties.some(ts.isSpreadAssignment);
  const causes = isError ? textsOf(initializerOf(node, 'cause')) : [];
  const [expected, found] = [textsOf(initializerOf(node, 'expected')), textsOf(initializerOf(node, 'found'))];
  return [
    ...causes.map((text) => ({ place, codes, text: firstLine(text) })),
    ...found.flatMap((one) =>
      expected.length === 0
        ? []
        : [{ place, codes, text: `${expected.join(' | ')}; ${one}`, finding: { expected, found: one } }],
    ),
  ];
}

function ofCall(node: ts.CallExpression, { file, place }: { file: string; place: string }): Template[] {
  const name = node.expression.getText();
  const code = MAKERS[name] ?? MAKERS[`${file} ${name}`];
  if (code !== undefined) {
    const texts = node.arguments.flatMap((one) => textsOf(one)).filter((text) => /\S+ \S/.test(text));
    return texts.slice(0, name === 'mistakes.push' ? 2 : 1).map((text) => ({ place, codes: [code], text }));
  }
  // note(draft, code, text): only codes of errors and notes that have a section.
  if (!['note', 'warn'].includes(name)) return [];
  const [, note, said] = node.arguments;
  if (note === undefined || !ts.isStringLiteral(note) || said === undefined || note.text === 'departure') return [];
  const text = ts.isObjectLiteralExpression(said) ? initializerOf(said, 'text') : said;
  return textsOf(text).map((one) => ({ place, codes: [note.text], text: one }));
}

const firstLine = (text: string) => text.split('\n')[0] ?? '';

function property(node: ts.ObjectLiteralExpression, name: string) {
  return node.properties.find(
    (one) =>
      (ts.isPropertyAssignment(one) || ts.isShorthandPropertyAssignment(one)) &&
      one.name.getText().replaceAll("'", '') === name,
  );
}

const has = (node: ts.ObjectLiteralExpression, name: string) => property(node, name) !== undefined;

function initializerOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const one = property(node, name);
  if (one === undefined) return undefined;
  return ts.isPropertyAssignment(one) ? one.initializer : (one.name as ts.Identifier);
}

/** The codes that an object has itself, or that the call gets which it is an argument of. */
function codesOf(node: ts.ObjectLiteralExpression): string[] {
  const own = initializerOf(node, 'code') ?? initializerOf(node, 'check');
  if (own !== undefined) return textsOf(own);
  let at: ts.Node = node.parent;
  while (!ts.isCallExpression(at) && !ts.isNewExpression(at)) {
    if (ts.isBlock(at) || ts.isSourceFile(at)) return [];
    at = at.parent;
  }
  const codes = (at.arguments ?? []).flatMap((one) => (one === node ? [] : textsOf(one)));
  return codes.filter((one) => /^[a-z]+(-[a-z]+)*$/.test(one) && !['error', 'warning'].includes(one));
}

/** What an expression can be, as far as the source shows it; a name is looked up in the function around it. */
function textsOf(node: ts.Expression | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [[node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…')];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return textsOf(node.right);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return textsOf(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return textsOf(node.left).flatMap((left) => textsOf(node.right).map((right) => left + right));
  if (ts.isCallExpression(node) && node.expression.getText() === 'oneLine') return textsOf(node.arguments[0]);
  return ts.isIdentifier(node) ? textsOf(declared(node)) : [];
}

function declared(name: ts.Identifier): ts.Expression | undefined {
  for (let at: ts.Node = name.parent; at !== undefined; at = at.parent) {
    if (!ts.isBlock(at) && !ts.isSourceFile(at)) continue;
    const found = at.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => declarationList.declarations)
      .find((one) => one.name.getText() === name.text);
    if (found !== undefined) return found.initializer;
  }
  return undefined;
}

/** The words for each way in which no HTTP answer comes (src/support/wire.ts). */
export function wireWords(): string[] {
  const words: string[] = [];
  visitAll('src/support/wire.ts', (node) => {
    if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'words') return;
    const value = node.initializer;
    const body = ts.isArrowFunction(value) ? value.body : value;
    if (!ts.isBlock(body)) words.push(...textsOf(body));
  });
  return words;
}

/** Every text in `src/`, with `…` for what is filled in. */
export function allTexts(): string[] {
  return globSync('src/**/*.ts', { cwd: ROOT }).flatMap((file) => {
    const texts: string[] = [];
    visitAll(file, (node) => {
      if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) texts.push(...textsOf(node));
    });
    return texts;
  });
}

function visitAll(file: string, see: (node: ts.Node, source: ts.SourceFile) => void): void {
  const source = ts.createSourceFile(file, readFileSync(ROOT + file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node) => {
    see(node, source);
    ts.forEachChild(node, visit);
  };
  visit(source);
}
