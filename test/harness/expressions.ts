import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** Contexts by name (`github`, `inputs`, `steps` …), as plain values. */
export type Contexts = Readonly<Record<string, unknown>>;

/** Evaluates one expression, without its `${{ }}`, as GitHub does. */
function evaluateExpression(expression: string, contexts: Contexts) {
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), []).parse();
  return new Evaluator(tree, context).evaluate();
}

/** A value of a workflow with its expressions filled in: always text, as a step's inputs are. */
export function fillIn(value: unknown, contexts: Contexts): string {
  return String(value).replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluateExpression(expression, contexts).coerceString(),
  );
}

/** Whether an `if:` without status functions lets a job or step run; a missing one does. */
export function holds(condition: unknown, contexts: Contexts): boolean {
  if (condition === undefined) return true;
  const expression = String(condition).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const result = evaluateExpression(expression, contexts);
  return result.coerceString() !== '' && !['false', '0'].includes(result.coerceString());
}

/** A value of a workflow with its expression filled in; one that is an expression as a whole may be a list or an object. */
export function filledValue(value: unknown, contexts: Contexts): unknown {
  const expression = /^\s*\$\{\{((?:(?!\}\}).)*)\}\}\s*$/s.exec(String(value))?.[1];
  if (typeof value !== 'string' || expression === undefined) return value;
  return JSON.parse(JSON.stringify(evaluateExpression(expression, contexts), data.replacer));
}
