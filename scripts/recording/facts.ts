import type { Exchange } from './read.ts';

type Json = Readonly<Record<string, unknown>>;

/** More parts of an answer than this make a row that nobody reads. */
const MOST_STATES = 4;

/** What an answer says in few words: its status, codes of errors, and the states in it. */
export function answerOf({ status, error, body }: Exchange): string {
  if (error !== undefined) return error;
  const codes = (status ?? 0) < 400 ? [] : found(body, /^[Cc]ode$/);
  const states = (status ?? 0) < 400 ? counted(found(body, /^(?:state|status|operation_status|return)$/)) : [];
  const all = [...codes, ...states];
  return [status, all.slice(0, MOST_STATES).join(', '), all.length > MOST_STATES ? '…' : ''].filter(Boolean).join(' ');
}

/** Every value of the fields with such a name, however deep. */
function found(value: unknown, name: RegExp): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => found(one, name));
  return Object.entries(value).flatMap(([key, inner]) =>
    name.test(key) && (typeof inner === 'string' || typeof inner === 'number') ? [String(inner)] : found(inner, name),
  );
}

function counted(values: readonly string[]): string[] {
  const said = values.filter((one) => one !== 'UNSPECIFIED' && one !== 'true');
  return [...new Set(said)].map((one) => {
    const count = said.filter((other) => other === one).length;
    return count === 1 ? one : `${count} ${one}`;
  });
}

/** The parameters by which one call is told from another; tags and what is the same in all of them are left out. */
export function parametersOf({ params = {}, service }: Exchange): string {
  return (service === 'ec2' || service === 'sts' ? awsParameters(params) : pathParameters(params)).join(' ');
}

const BORING =
  /^(?:TagSpecification|ClientToken|GroupDescription|WebIdentityToken|.*\.Description$|Filter\.\d+\.Name$|MaxResults)/;

function awsParameters(params: Json): string[] {
  return Object.entries(params).flatMap(([name, value]) => {
    const filter = /^Filter\.(\d+)\.Value\.\d+$/.exec(name);
    if (filter !== null) return [`${String(params[`Filter.${filter[1]}.Name`])}=${String(value)}`];
    return BORING.test(name) ? [] : [`${name.replace(/\.1(?=\.|$)/g, '')}=${String(value)}`];
  });
}

function pathParameters(params: Json): string[] {
  const { path, query, body } = params;
  return [
    ...(Array.isArray(path) ? path.map(String) : []),
    ...pairs(query),
    ...pairs(body).filter((pair) => !/=(?:string|object|array)\(/.test(pair)),
  ];
}

function pairs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(
    ([name, one]) => `${name}=${typeof one === 'object' ? JSON.stringify(one) : String(one)}`,
  );
}
