// What an API may answer although it should not: which answers, what becomes of them, and in which run. Data and the
// functions that spoil a body; hostile-answers.test.ts runs them.
import type { PlainAnswer } from '../sandbox/faults.ts';
import type { Fault } from '../sandbox/index.ts';

/** An answer that is spoiled, and a step that asks for it. */
export interface Target {
  name: string;
  match: Exclude<Fault['match'], (...args: never) => unknown>;
  plan?: 'Advanced';
  /** There is a path that several environments share, of which the step takes some away. */
  shared?: true;
  inputs?: Record<string, string>;
}

export interface Spoiling {
  how: string;
  spoil: (answer: PlainAnswer) => Partial<PlainAnswer>;
}

const VERIFY = { operation: 'verify', 'drift-issue': 'true', comment: 'true' };
const OWNERS = { 'trusted-owners': 'self, 999988887777', 'trusted-owners-mode': 'exact' };
const under = (tail: string) => new RegExp(`^GET /api/v1/clusters/[0-9a-f-]+${tail}$`);

const READS: Target[] = [
  { name: 'a cluster', match: { service: 'cloud', action: under('') } },
  { name: 'services', match: { service: 'cloud', action: under('/networking/private-endpoint-services') } },
  { name: 'connections', match: { service: 'cloud', action: under('/networking/private-endpoint-connections') } },
  ...['DescribeVpcs', 'DescribeVpcAttribute', 'DescribeSubnets', 'DescribeVpcEndpoints', 'DescribeSecurityGroups'].map(
    (action) => ({ name: action, match: { service: 'ec2' as const, action } }),
  ),
];

/** What a step that takes something away asks for besides. */
const LEAVES = [
  ...READS.filter(({ name }) => /^(a cluster|connections|DescribeVpcEndpoints|DescribeSecurityGroups)$/.test(name)),
  ...['CreateTags', 'DeleteTags'].map((action) => ({ name: action, match: { service: 'ec2' as const, action } })),
];
const DELETE = { operation: 'delete', cluster: '', environment: 'branch:gone' };
const SWEEP = { operation: 'sweep', cluster: '', 'vpc-id': '' };

export const TARGETS: readonly Target[] = [
  ...READS,
  ...LEAVES.map((target) => ({ ...target, name: `${target.name}, to delete`, shared: true as const, inputs: DELETE })),
  ...LEAVES.map((target) => ({ ...target, name: `${target.name}, to sweep`, shared: true as const, inputs: SWEEP })),
  ...[/^GET .*\/branches$/, /^GET .*\/pulls\/7$/].map((action) => ({
    name: `${action.source}, to sweep`,
    match: { service: 'github' as const, action },
    shared: true as const,
    inputs: SWEEP,
  })),
  ...READS.map((target) => ({ ...target, name: `${target.name}, to verify`, inputs: VERIFY })),
  {
    name: 'the list of clusters',
    match: { service: 'cloud', action: 'GET /api/v1/clusters' },
    inputs: { cluster: 'orders-standard' },
  },
  { name: 'the allowlist', match: { service: 'cloud', action: under('/networking/allowlist') }, inputs: VERIFY },
  { name: 'new services', match: { service: 'cloud', action: /^POST .*endpoint-services$/ }, plan: 'Advanced' },
  { name: 'a new connection', match: { service: 'cloud', action: /^POST .*endpoint-connections$/ } },
  {
    name: 'trusted owners',
    match: { service: 'cloud', action: /^GET .*trusted-owners$/ },
    plan: 'Advanced',
    inputs: OWNERS,
  },
  {
    name: 'a new trusted owner',
    match: { service: 'cloud', action: /^POST .*trusted-owners$/ },
    plan: 'Advanced',
    inputs: OWNERS,
  },
  ...['CreateSecurityGroup', 'AuthorizeSecurityGroupIngress', 'CreateVpcEndpoint', 'ModifyVpcEndpoint'].map(
    (action) => ({ name: action, match: { service: 'ec2' as const, action } }),
  ),
  { name: 'credentials', match: { service: 'sts' } },
  { name: 'an OIDC token', match: { service: 'oidc' } },
  { name: 'the issues', match: { service: 'github', action: /^GET .*\/issues$/ }, inputs: VERIFY },
  { name: 'a new issue', match: { service: 'github', action: /^POST .*\/issues$/ }, inputs: VERIFY },
  { name: 'the comments', match: { service: 'github', action: /^GET .*\/comments$/ }, inputs: VERIFY },
  { name: 'a new comment', match: { service: 'github', action: /^POST .*\/comments$/ }, inputs: VERIFY },
];

const HOSTILE = [
  'evil',
  '::error title=owned::owned',
  '##[error]owned',
  '::stop-commands::owned',
  '`x` | x | <script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) <!-- x',
  '"]; click c0_0 "javascript:alert(1)" %%{init: {}}%%',
  '```',
  'https://evil.example www.evil.example me@evil.example @octocat #1',
  '\u0085::error::x \u202e\u2066 \u009b31m ../../..',
].join('\r\n');

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Every value of a JSON body that is no list or object, changed. */
const values = (change: (value: Json, name: string) => Json) => {
  const walk = (value: Json, name: string): Json => {
    if (Array.isArray(value)) return value.map((item) => walk(item, name));
    if (typeof value !== 'object' || value === null) return change(value, name);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, key)]));
  };
  return ({ body }: PlainAnswer) => ({ body: JSON.stringify(walk(JSON.parse(body) as Json, '')) });
};

/** Every list of a JSON body, filled with copies of its first item; their texts differ if `distinct`. */
const crowded = (distinct: boolean) => {
  const copies = (item: Json) =>
    Array.from({ length: 10_000 }, (_, index) => (distinct ? renumbered(item, index) : item));
  const renumbered = (item: Json, index: number): Json =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).map(([key, value]) => [
            key,
            /(^|_)id$/.test(key) && typeof value === 'string' ? `${value.slice(0, -5)}${index + 10_000}` : value,
          ]),
        )
      : item;
  let filled = false;
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) {
      if (filled || value[0] === undefined) return value;
      filled = true;
      return copies(value[0]);
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return ({ body }: PlainAnswer) => {
    filled = false;
    return { body: JSON.stringify(walk(JSON.parse(body) as Json)) };
  };
};

const body = (text: string) => () => ({ body: text });
const ENUMS = /^(status|state|plan|cloud_provider|type|user)$/;

export const JSON_SPOILINGS: readonly Spoiling[] = [
  { how: 'null', spoil: body('null') },
  { how: 'a list', spoil: body('[null, 1, "x", {}, []]') },
  { how: 'a text', spoil: body('"x"') },
  { how: 'a number', spoil: body('42') },
  { how: 'an empty object', spoil: body('{}') },
  { how: 'nothing', spoil: body('') },
  {
    how: 'a page of a proxy',
    spoil: () => ({ body: '<html>sign in</html>', headers: { 'Content-Type': 'text/html' } }),
  },
  { how: 'half of it', spoil: (answer) => ({ body: answer.body.slice(0, answer.body.length / 2) }) },
  { how: 'ten thousand brackets', spoil: body('['.repeat(10_000)) },
  { how: 'ten thousand nested lists', spoil: body(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) },
  { how: 'numbers for all values', spoil: values(() => 7) },
  { how: 'null for all values', spoil: values(() => null) },
  { how: 'lists for all values', spoil: values(() => []) },
  { how: 'objects for all values', spoil: values(() => ({ toString: 1, constructor: null })) },
  { how: 'hostile text for all values', spoil: values(() => HOSTILE) },
  { how: 'hostile text for all texts', spoil: values((value) => (typeof value === 'string' ? HOSTILE : value)) },
  {
    how: 'an unknown word for each state',
    spoil: values((value, name) => (ENUMS.test(name) ? 'FLABBERGASTED' : value)),
  },
  { how: 'long texts', spoil: values((value) => (typeof value === 'string' ? 'x'.repeat(100_000) : value)) },
  { how: 'ten thousand times the same item', spoil: crowded(false) },
  { how: 'ten thousand items', spoil: crowded(true) },
  { how: '40 MB', spoil: () => ({ body: JSON.stringify('x'.repeat(40_000_000)) }) },
];

/** Every text of an XML body, changed. */
const texts =
  (change: (text: string, name: string) => string) =>
  ({ body: xml }: PlainAnswer) => ({
    body: xml.replace(/<(\w+)>([^<]+)<\/\1>/g, (_, name: string, text: string) => {
      const escaped = change(text, name).replace(
        /[&<>]/g,
        (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one] ?? '',
      );
      return `<${name}>${escaped}</${name}>`;
    }),
  });
const XML_ENUMS = /^(state|vpcEndpointState|vpcEndpointType|ipProtocol|resourceType)$/i;

/** The first list of an XML body, its items repeated; each with IDs of its own. */
const crowdedXml = ({ body: xml }: PlainAnswer) => {
  const item = /<item>(?:(?!<item>)[\s\S])*?<\/item>/.exec(xml)?.[0] ?? '';
  const many = Array.from({ length: 10_000 }, (_, index) =>
    item.replace(/((?:vpce|subnet|sg|vpc)-[0-9a-f]{12})[0-9a-f]{5}/g, `$1${String(index + 10_000)}`),
  );
  return { body: item === '' ? xml : xml.replace(item, () => many.join('')) };
};

const BOMB = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY ${'bcdefghij'[index]} "${`&${'abcdefghij'[index]};`.repeat(10)}">`,
).join('')}]><x>&j;</x>`;

export const XML_SPOILINGS: readonly Spoiling[] = [
  { how: 'nothing', spoil: body('') },
  { how: 'an empty element', spoil: body('<x/>') },
  { how: 'JSON', spoil: body('{"a":1}') },
  { how: 'a page of a proxy', spoil: () => ({ body: '<html><body>sign in<br></body></html>' }) },
  { how: 'half of it', spoil: (answer) => ({ body: answer.body.slice(0, answer.body.length / 2) }) },
  { how: 'entities in entities', spoil: body(BOMB) },
  { how: 'ten thousand nested elements', spoil: body(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`) },
  { how: 'no texts', spoil: texts(() => '') },
  { how: 'numbers for all texts', spoil: texts(() => '7') },
  { how: 'hostile text for all texts', spoil: texts(() => HOSTILE) },
  {
    how: 'an unknown word for each state',
    spoil: texts((text, name) => (XML_ENUMS.test(name) ? 'flabbergasted' : text)),
  },
  { how: 'long texts', spoil: texts(() => 'x'.repeat(20_000)) },
  { how: 'ten thousand items', spoil: crowdedXml },
];
