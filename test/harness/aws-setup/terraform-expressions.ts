/** What an expression of Terraform is. */
export type Value = string | number | boolean | null | Value[];
type Names = Readonly<Record<string, Value>>;

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|([a-z_]\w*(?:\.\w+|\[\d+\])*)|(\d+)|(==|!=|<=|>|[?:(),[\]]))/y;

/** An expression: names, strings, numbers, `null`, lists, comparisons, `a ? b : c` and some functions. */
export function expression(source: string, names: Names): Value {
  const tokens = tokensOf(source);
  const value = choice(tokens, names);
  if (tokens.length > 0) throw new Error(`Unexpected ${tokens[0]} in ${source}`);
  return value;
}

function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw new Error(`Unknown syntax: ${text.slice(at, at + 40)}`);
    tokens.push(found[0].trim());
  }
  return tokens;
}

function choice(tokens: string[], names: Names): Value {
  const test = comparison(tokens, names);
  if (tokens[0] !== '?') return test;
  tokens.shift();
  const [then, otherwise] = [lazily(tokens, names), expected(tokens, ':') ?? lazily(tokens, names)];
  return test === true ? then() : otherwise();
}

/** Terraform evaluates only the branch that is taken: the other may name what is not made. */
function lazily(tokens: string[], names: Names): () => Value {
  const start = [...tokens];
  const anything = new Proxy(names, { get: (target, name) => target[String(name)] ?? null, has: () => true });
  choice(tokens, anything);
  const mine = start.slice(0, start.length - tokens.length);
  return () => choice(mine, names);
}

function comparison(tokens: string[], names: Names): Value {
  const left = term(tokens, names);
  const operator = tokens[0] ?? '';
  if (!['==', '!=', '<=', '>'].includes(operator)) return left;
  tokens.shift();
  const right = term(tokens, names);
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  return operator === '<=' ? Number(left) <= Number(right) : Number(left) > Number(right);
}

function term(tokens: string[], names: Names): Value {
  const token = tokens.shift() ?? '';
  if (token.startsWith('"')) return template(JSON.parse(token) as string, names);
  if (/^\d/.test(token)) return Number(token);
  if (token === '[') return list(tokens, names, ']');
  if (token === 'null') return null;
  if (token === 'true' || token === 'false') return token === 'true';
  if (tokens[0] === '(') {
    tokens.shift();
    return call(token, list(tokens, names, ')'));
  }
  if (!(token in names)) throw new Error(`Reference to undeclared ${token}`);
  return names[token] ?? null;
}

function list(tokens: string[], names: Names, end: string): Value[] {
  const values: Value[] = [];
  while (tokens[0] !== end) {
    values.push(choice(tokens, names));
    if (tokens[0] === ',') tokens.shift();
  }
  tokens.shift();
  return values;
}

function call(name: string, [first = null, second = null]: Value[]): Value {
  switch (name) {
    case 'jsonencode':
      return JSON.stringify(first);
    case 'join':
      return (second as Value[]).join(String(first));
    case 'concat':
      return [...(first as Value[]), ...(second as Value[])];
    case 'length':
      return Array.isArray(first) ? first.length : String(first).length;
    case 'regex':
      return new RegExp(String(first)).exec(String(second))?.[0] ?? null;
    case 'can':
      return first !== null;
    default:
      throw new Error(`Unknown function ${name}`);
  }
}

function expected(tokens: string[], token: string): undefined {
  if (tokens.shift() !== token) throw new Error(`${token} is expected`);
}

/** A string template: literals, `${…}`, `%{ if … }`, `%{ else }` and `%{ endif }`, with `~` for white space. */
export function template(source: string, names: Names): string {
  const parts = source.split(/(\$\{[^}]*\}|%\{[^}]*\})/);
  const open: { isTaken: boolean }[] = [];
  const isShown = () => open.every((one) => one.isTaken);
  let text = '';
  let trims = false;
  for (const part of parts) {
    const directive = /^%\{(~?)\s*(.*?)\s*(~?)\}$/s.exec(part);
    if (directive !== null) {
      const [, before, words = '', after] = directive;
      if (before === '~') text = text.trimEnd();
      direct(words, open, names);
      trims = after === '~';
      continue;
    }
    const literal = trims ? part.replace(/^\s+/, '') : part;
    if (part !== '') trims = false;
    if (!isShown()) continue;
    text += part.startsWith(`\${`) ? String(expression(part.slice(2, -1), names)) : literal;
  }
  if (open.length > 0) throw new Error('A directive has no end');
  return text;
}

function direct(words: string, open: { isTaken: boolean }[], names: Names): void {
  const last = open.at(-1);
  if (words.startsWith('if ')) {
    open.push({ isTaken: expression(words.slice(3), names) === true });
  } else if (words === 'else' && last !== undefined) {
    last.isTaken = !last.isTaken;
  } else if (words === 'endif' && last !== undefined) {
    open.pop();
  } else throw new Error(`Unknown directive ${words}`);
}
