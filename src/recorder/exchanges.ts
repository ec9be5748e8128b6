import { type Cleaner, cleanScalar, cleanValue, placeholder } from './clean.ts';
import { AWS_ANSWER, AWS_PARAMETER, CLOUD, type Fields, GITHUB, QUERY } from './fields.ts';
import { cleanHost } from './hosts.ts';

export type Service = 'github-token' | 'sts' | 'ec2' | 'cloud' | 'github' | 'metadata' | 'aws';

/** What a request asks, as it is written. */
export interface Question {
  readonly service: Service;
  readonly host: string;
  readonly call: string;
  readonly params: unknown;
}

/** A request as it is sent. */
export interface RawRequest {
  readonly method: string;
  readonly url: URL;
  readonly body?: string;
}

const hostOf = (url: URL, { standIns }: Cleaner) =>
  url.hostname === '127.0.0.1' || url.hostname === 'localhost' ? 'localhost' : cleanHost(url.hostname, { standIns });

/** Nothing of it is written but that it was sent: its parameters are the run's token and audience. */
export function tokenQuestion(url: URL, cleaner: Cleaner): Question {
  return { service: 'github-token', host: hostOf(url, cleaner), call: 'GET token', params: {} };
}

/** Nothing of it is written either: these services give out credentials. */
export function metadataQuestion({ method, url }: RawRequest, cleaner: Cleaner): Question {
  return { service: 'metadata', host: hostOf(url, cleaner), call: `${method} metadata`, params: {} };
}

/** STS has few actions; what is neither its nor EC2's is a sign-in of another kind, of which nothing is written. */
const STS_ACTIONS = /^(?:AssumeRole|AssumeRoleWithWebIdentity|GetCallerIdentity)$/;
const FORM_ACTION = /^(?:Describe|Create|Modify|Delete|Authorize|Revoke|Assume|Get)[A-Za-z]{2,60}$/;

/** A request of the AWS SDK: a form with an `Action`. */
export function awsQuestion(request: RawRequest, cleaner: Cleaner): Question {
  const form = new URLSearchParams(request.body ?? '');
  const action = form.get('Action') ?? '';
  const host = hostOf(request.url, cleaner);
  if (!FORM_ACTION.test(action)) return { service: 'aws', host, call: `${request.method} sign-in`, params: {} };
  return {
    service: STS_ACTIONS.test(action) ? 'sts' : 'ec2',
    host,
    call: cleaner.words.field(action),
    params: awsParameters(form, cleaner),
  };
}

function awsParameters(form: URLSearchParams, cleaner: Cleaner): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (name === 'Action' || name === 'Version') continue;
    const tag = /^(.*\bTag\.\d+)\.(Key|Value)$/.exec(name);
    if (tag === null) cleaned[parameterName(name, cleaner)] = awsParameter(name, value, cleaner);
    else if (tag[2] === 'Key') {
      const { key, value: text } = cleaner.tags.tag(value, form.get(`${tag[1]}.Value`) ?? '');
      cleaned[`${parameterName(tag[1] ?? '', cleaner)}.Key`] = key;
      if (form.has(`${tag[1]}.Value`)) cleaned[`${parameterName(tag[1] ?? '', cleaner)}.Value`] = text;
    }
  }
  return cleaned;
}

/** `Filter.1.Value.2`: each part by itself, so that the numbers tell the places of a list apart. */
function parameterName(name: string, { words }: Cleaner): string {
  // As AWS writes them; a host has small letters.
  if (!/^[A-Z][A-Za-z]*(?:\.\d{1,3}(?=\.[A-Z]|$)|\.[A-Z][A-Za-z]*)*$/.test(name)) return words.field(name);
  return name.replace(/[A-Za-z]+/g, words.field);
}

function awsParameter(name: string, value: string, cleaner: Cleaner): unknown {
  const last = name.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  if (last === 'Value' && value.startsWith('cockroachdb-privatelink/')) return cleaner.tags.key(value);
  return cleanScalar(value, AWS_PARAMETER.get(last), cleaner);
}

/** Parts of paths that are the same for everybody. */
const LITERALS = new Set(
  `api v1 clusters networking private-endpoint-services private-endpoint-connections private-endpoint-trusted-owners
  allowlist connection-string cert repos branches pulls issues comments search graphql user v3`.split(/\s+/),
);

/** A request to the Cloud API or to GitHub's: its path with places for what is in it. */
export function pathQuestion(
  service: 'cloud' | 'github',
  { method, url, body }: RawRequest,
  cleaner: Cleaner,
): Question {
  const path: string[] = [];
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const template = parts.map((part, at) => {
    if (LITERALS.has(part) && !isNamed(parts, at)) return part;
    const { place, standIn } = segment(decoded(part), parts.slice(0, at), cleaner);
    path.push(standIn);
    return `{${place}}`;
  });
  const fields = service === 'cloud' ? CLOUD : GITHUB;
  const query = Object.fromEntries(
    [...url.searchParams].map(([name, value]) => [
      cleaner.words.field(name),
      cleanScalar(value, QUERY.get(name), cleaner),
    ]),
  );
  return {
    service,
    host: hostOf(url, cleaner),
    call: `${/^(?:GET|POST|PATCH|PUT|DELETE)$/.test(method) ? method : '?'} /${template.join('/')}`,
    params: {
      ...(path.length === 0 ? {} : { path }),
      ...(Object.keys(query).length === 0 ? {} : { query }),
      ...(body === undefined || body === '' ? {} : { body: cleanJson(body, fields, cleaner) }),
    },
  };
}

/** Owner, repository and branch, which may be called like a part of a path. */
function isNamed(parts: readonly string[], at: number): boolean {
  return parts[at - 1] === 'repos' || parts[at - 2] === 'repos' || parts[at - 1] === 'branches';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a part of a path is, by its shape and by what stands before it. */
function segment(part: string, before: readonly string[], { standIns }: Cleaner): { place: string; standIn: string } {
  if (before.at(-1) === 'repos') return { place: 'owner', standIn: standIns.name('owner', part) };
  if (before.at(-2) === 'repos') return { place: 'repo', standIn: standIns.name('repo', part) };
  if (before.at(-1) === 'branches') return { place: 'branch', standIn: standIns.name('branch', part) };
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part)) return { place: 'id', standIn: standIns.uuid(part) };
  if (/^vpce-[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(part)) return { place: 'endpoint', standIn: standIns.resource(part) };
  if (/^\d+$/.test(part)) return { place: 'number', standIn: standIns.number(part) };
  return { place: 'other', standIn: placeholder(part) ?? '' };
}

/** A body as it came, and what reads it where it is no JSON. */
export interface RawBody {
  readonly text: string;
  readonly parseXml?: ((text: string) => unknown) | undefined;
}

/** The body of an answer, cleaned by what the service is known to answer with. */
export function cleanBody(service: Service, { text, parseXml }: RawBody, cleaner: Cleaner): unknown {
  if (text === '') return '';
  if (service === 'cloud') return cleanJson(text, CLOUD, cleaner);
  if (service === 'github') return cleanJson(text, GITHUB, cleaner);
  if ((service !== 'sts' && service !== 'ec2') || parseXml === undefined) return placeholder(text);
  try {
    return cleanValue(parseXml(text), AWS_ANSWER, cleaner);
  } catch {
    return placeholder(text);
  }
}

function cleanJson(text: string, fields: Fields, cleaner: Cleaner): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? cleanValue(value, fields, cleaner) : placeholder(value);
  } catch {
    return placeholder(text);
  }
}

/** Headers of an answer that decide what a run does, or tell who answered. */
export function cleanHeaders(header: (name: string) => string | undefined, cleaner: Cleaner): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const note = (name: string, clean: (value: string) => unknown) => {
    const value = header(name);
    if (value !== undefined && value !== '') kept[name] = clean(value);
  };
  const number = (value: string) => (/^\d{1,5}$/.test(value) ? value : httpTime(value, cleaner));
  note('content-type', (value) => cleaner.words.text(value.split(';')[0] ?? ''));
  note('date', (value) => httpTime(value, cleaner));
  note('retry-after', number);
  note('cc-version', (value) => (/^20\d\d-\d\d-\d\d$/.test(value) ? value : placeholder(value)));
  note('x-ratelimit-remaining', number);
  note('x-ratelimit-reset', (value) =>
    /^\d{10}$/.test(value) ? cleaner.relative(Number(value) * 1000) : placeholder(value),
  );
  // Where the list leads is known from the request; whether it does is not.
  note('link', (value) => [...value.matchAll(/rel="?(next|last|first|prev)"?/g)].map(([, rel]) => rel).join(' '));
  note('x-amzn-requestid', placeholder);
  return kept;
}

function httpTime(value: string, { relative }: Cleaner): unknown {
  const ms = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(value)
    ? Date.parse(value)
    : Number.NaN;
  return Number.isNaN(ms) ? placeholder(value) : relative(ms);
}
