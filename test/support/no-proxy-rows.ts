// Which addresses NO_PROXY excepts. Data only, written by hand; proxies.test.ts tries every row with every client, and
// docs/recipes.md shows those with a note. The sources are those of proxy-rows.ts.

import { PROXY, type ProxyRow } from './proxy-rows.ts';

const EC2 = 'https://ec2.us-east-1.amazonaws.com';
const CLOUD = 'https://cockroachlabs.cloud';
const but = (entry: string) => ({ HTTPS_PROXY: PROXY, NO_PROXY: entry });

/** A request while HTTPS_PROXY is set. */
export const NO_PROXY_ROWS: readonly ProxyRow[] = [
  {
    env: but('amazonaws.com'),
    address: EC2,
    way: 'direct',
    note: 'The host of that name, and all below it',
    source:
      'curl, Go, undici, toolkit, Python; Rob--W/proxy-from-env 29, dotnet/runtime 75199; Node only the host itself',
  },
  { env: but('amazonaws.com'), address: CLOUD, way: PROXY, note: '', source: 'every tool' },
  { env: but('cockroachlabs.cloud'), address: CLOUD, way: 'direct', note: '', source: 'every tool' },
  { env: but('naws.com'), address: EC2, way: PROXY, note: 'Whole labels only', source: 'curl; httplib2/httplib2 95' },
  {
    env: but('.cockroachlabs.cloud'),
    address: CLOUD,
    way: 'direct',
    note: 'A leading dot changes nothing',
    source: 'curl, Node, undici, Python (python/cpython 17619); Go and toolkit only what is below',
  },
  { env: but('.amazonaws.com'), address: EC2, way: 'direct', note: '', source: 'every tool' },
  { env: but('*.amazonaws.com'), address: EC2, way: 'direct', note: '', source: 'Go, Node, undici' },
  {
    env: but('*.cockroachlabs.cloud'),
    address: CLOUD,
    way: PROXY,
    note: '`*.` means only what is below the name',
    source: 'Go, Node, undici (nodejs/undici 5777)',
  },
  { env: but('*'), address: CLOUD, way: 'direct', note: '', source: 'every tool' },
  {
    env: but('example.com, *'),
    address: CLOUD,
    way: 'direct',
    note: '',
    source: 'Go, undici (nodejs/undici 5777), toolkit',
  },
  { env: but('AmazonAWS.COM'), address: EC2, way: 'direct', note: '', source: 'RFC 4343; toolkit, undici' },
  {
    env: but('amazonaws.com.'),
    address: EC2,
    way: 'direct',
    note: 'A dot at the end changes nothing',
    source: 'curl, undici',
  },
  { env: but('amazonaws.com'), address: `${EC2}.`, way: 'direct', note: '', source: 'curl, undici' },
  {
    env: but('example.com , amazonaws.com'),
    address: EC2,
    way: 'direct',
    note: 'Commas, white space or both divide entries',
    source: 'toolkit, Go; SquareSquash/ruby 13',
  },
  { env: but('example.com amazonaws.com'), address: EC2, way: 'direct', note: '', source: 'curl, undici' },
  {
    env: but('example.com\namazonaws.com\n'),
    address: EC2,
    way: 'direct',
    note: '',
    source: 'openai/openai-python 3304',
  },
  { env: but(' amazonaws.com'), address: EC2, way: 'direct', note: '', source: 'toolkit, Go, undici' },
  { env: but(',,amazonaws.com,'), address: EC2, way: 'direct', note: '', source: 'toolkit, undici' },
  { env: but(', ,'), address: EC2, way: PROXY, note: '', source: 'toolkit, undici' },
  { env: but('.'), address: EC2, way: PROXY, note: '', source: 'dotnet/runtime 75199' },
  {
    env: { ...but('example.com'), no_proxy: 'amazonaws.com' },
    address: EC2,
    way: 'direct',
    note: 'Lower case has precedence',
    source: 'curl, Node, undici, toolkit, Python',
  },
  {
    env: { ...but('amazonaws.com'), no_proxy: '' },
    address: EC2,
    way: 'direct',
    note: '',
    source: 'curl, Node, toolkit',
  },
  { env: but('amazonaws.com:443'), address: EC2, way: 'direct', note: 'Only that port', source: 'toolkit, undici, Go' },
  { env: but('amazonaws.com:8443'), address: EC2, way: PROXY, note: '', source: 'toolkit, undici, Go' },
  { env: but('*:443'), address: EC2, way: 'direct', note: '', source: 'undici (nodejs/undici 5777)' },
  {
    env: but('cockroachlabs.cloud:443'),
    address: `${CLOUD}:8443`,
    way: PROXY,
    note: '',
    source: 'toolkit, undici, Go',
  },
  { env: but('10.1.2.3'), address: 'https://10.1.2.3', way: 'direct', note: '', source: 'every tool' },
  { env: but('10.1.2.3:8443'), address: 'https://10.1.2.3:8443', way: 'direct', note: '', source: 'undici, Go' },
  {
    env: but('10.1.0.0/16'),
    address: 'https://10.1.2.3',
    way: 'direct',
    note: 'CIDR blocks are for addresses that are written as such',
    source: 'curl since 7.86, Go; Node and undici have none; wecode-ai/Wegent 3556',
  },
  { env: but('10.2.0.0/16'), address: 'https://10.1.2.3', way: PROXY, note: '', source: 'curl, Go' },
  {
    env: but('0.0.0.0/0'),
    address: EC2,
    way: PROXY,
    note: 'No name is looked up to compare its address',
    source: 'curl, Go',
  },
  {
    env: but('10.0.0.0/99'),
    address: 'https://10.1.2.3',
    way: PROXY,
    note: 'An entry that can not be read matches nothing',
    source: 'Go',
  },
  {
    env: but('https://cockroachlabs.cloud'),
    address: CLOUD,
    way: PROXY,
    note: '',
    source: 'curl, Go, toolkit, undici',
  },
  { env: but('amazonaws.com|example.com'), address: EC2, way: PROXY, note: '', source: 'Java alone divides by |' },
  { env: but('2001:db8::7'), address: 'https://[2001:db8::7]', way: 'direct', note: '', source: 'curl, undici, Go' },
  { env: but('[2001:db8::7]:443'), address: 'https://[2001:db8::7]', way: 'direct', note: '', source: 'undici, Go' },
  { env: but('2001:db8::/32'), address: 'https://[2001:db8::7]', way: 'direct', note: '', source: 'curl, Go' },
  {
    env: { ALL_PROXY: PROXY },
    address: 'http://localhost:8080',
    way: 'direct',
    note: 'The runner itself is never reached through a proxy',
    source: 'Go, toolkit; an API key of a test server would go to the proxy',
  },
  { env: { ALL_PROXY: PROXY }, address: 'http://127.0.0.1:8080', way: 'direct', note: '', source: 'Go, toolkit' },
  { env: { ALL_PROXY: PROXY }, address: 'https://[::1]:8080', way: 'direct', note: '', source: 'Go, toolkit' },
];
