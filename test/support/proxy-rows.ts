// Where each client goes under which proxy variables. Data only, written by hand; proxies.test.ts tries every row with every
// client, and docs/recipes.md shows those with a note. No two tools agree on all of this, so each row names whom it follows:
//
// curl      https://everything.curl.dev/usingcurl/proxies/env and https://curl.se/libcurl/c/CURLOPT_NOPROXY.html
// Go        https://pkg.go.dev/golang.org/x/net/http/httpproxy
// Node      https://nodejs.org/api/http.html#built-in-proxy-support (NODE_USE_ENV_PROXY and proxyEnv)
// Python    urllib.request.getproxies_environment and proxy_bypass_environment; the AWS CLI goes by these
// runner    https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/use-proxy-servers
// toolkit   actions/toolkit packages/http-client/src/proxy.ts
// undici    nodejs/undici lib/dispatcher/env-http-proxy-agent.js
// Others are issues and pull requests of the repository that they name.

/** How a request leaves the runner: directly, through the proxy of this origin, or not at all. */
export type Way = 'direct' | 'refused' | `http://${string}` | `https://${string}`;

export interface ProxyRow {
  env: Readonly<Record<string, string>>;
  /** Where the request is for; without it each client asks for its own service. */
  address?: string;
  way: Way;
  /** For the reader of the page. */
  note: string;
  source: string;
}

export const PROXY = 'http://proxy.example.com:3128';
const https = (value: string) => ({ HTTPS_PROXY: value });

/** A request to a service of the outside, all of which are asked for by https unless a row says otherwise. */
export const PROXY_ROWS: readonly ProxyRow[] = [
  // Which variable.
  { env: {}, way: 'direct', note: '', source: 'every tool' },
  { env: https(PROXY), way: PROXY, note: 'For all services', source: 'every tool' },
  { env: { https_proxy: PROXY }, way: PROXY, note: '', source: 'every tool' },
  {
    env: { https_proxy: PROXY, HTTPS_PROXY: 'http://other.example.com:3128' },
    way: PROXY,
    note: 'Lower case has precedence',
    source: 'curl, Node, undici, toolkit, runner, Python; Go alone takes upper case first',
  },
  {
    env: { https_proxy: '', HTTPS_PROXY: PROXY },
    way: PROXY,
    note: 'An empty variable counts as not set',
    source: 'curl, Node, toolkit, runner; microsoft/vcpkg-tool 1988',
  },
  { env: https(''), way: 'direct', note: '', source: 'every tool; phoenixframework/tailwind 92' },
  {
    env: https(' \n'),
    way: 'direct',
    note: 'So does one with white space only',
    source: 'phoenixframework/tailwind 92',
  },
  {
    env: { HTTP_PROXY: PROXY },
    way: 'direct',
    note: '`HTTP_PROXY` is for `http://` addresses only; all services here have `https://`',
    source: 'curl, Go, Node, toolkit, runner, Python; undici alone takes it for https too',
  },
  {
    env: { http_proxy: PROXY },
    address: 'http://ec2.internal.example',
    way: PROXY,
    note: '',
    source: 'every tool',
  },
  {
    env: { HTTP_PROXY: PROXY },
    address: 'http://ec2.internal.example',
    way: PROXY,
    note: 'In upper case too, other than in curl',
    source: 'Node, undici, toolkit, runner, Python; curl only in lower case (curl/curl 12120)',
  },
  { env: https(PROXY), address: 'http://ec2.internal.example', way: 'direct', note: '', source: 'every tool' },
  {
    env: { ALL_PROXY: PROXY },
    way: PROXY,
    note: 'For `https://` and `http://`',
    source: 'curl, Python; gajus/xfetch 5',
  },
  { env: { all_proxy: PROXY }, address: 'http://ec2.internal.example', way: PROXY, note: '', source: 'curl' },
  {
    env: { HTTPS_PROXY: PROXY, ALL_PROXY: 'http://other.example.com:3128' },
    way: PROXY,
    note: '`ALL_PROXY` counts last',
    source: 'curl: a specific variable takes precedence',
  },
  {
    env: { HTTPS_PROXY: PROXY, HTTP_PROXY: PROXY, ALL_PROXY: 'socks5://proxy.example.com:1080' },
    way: PROXY,
    note: 'A variable that is not in force is not checked',
    source: 'desktops and images of runners set all three; curl',
  },
  // How an address is spelled.
  {
    env: https(` ${PROXY}`),
    way: PROXY,
    note: 'White space around the address is dropped',
    source: 'undici and toolkit (URL parser); Node alone would go around the proxy',
  },
  { env: https(`${PROXY} `), way: PROXY, note: '', source: 'psf/requests 4613' },
  {
    env: https(`${PROXY}\n`),
    way: PROXY,
    note: 'Line breaks at the end too',
    source: 'openai/openai-python 3304',
  },
  { env: https(`\t${PROXY}/\r\n`), way: PROXY, note: '', source: 'actions/checkout 216' },
  {
    env: https('HTTP://Proxy.Example.com:3128'),
    way: PROXY,
    note: '',
    source: 'RFC 3986, 6.2.2.1; Node would go around',
  },
  {
    env: https('proxy.example.com:3128'),
    way: PROXY,
    note: 'Without a scheme the proxy is an HTTP proxy',
    source: 'curl, Go, runner; encode/httpx 1082, urllib3/urllib3 2104; toolkit and Node would go around',
  },
  { env: https('http://proxy.example.com'), way: 'http://proxy.example.com:80', note: '', source: 'Go, Node, undici' },
  {
    env: https('https://proxy.example.com:3129'),
    way: 'https://proxy.example.com:3129',
    note: 'TLS to the proxy, and TLS to the service inside',
    source: 'curl, Node, undici, toolkit; actions/runner 2000',
  },
  {
    env: https('https://proxy.example.com'),
    way: 'https://proxy.example.com:443',
    note: '',
    source: 'Go, Node, undici',
  },
  {
    env: https('http://runner:p%40ss%2Fw0rd@proxy.example.com:3128'),
    way: PROXY,
    note: 'Special characters of the password are percent-encoded',
    source: 'RFC 3986; toolkit',
  },
  { env: https('runner:p%40ss@proxy.example.com:3128'), way: PROXY, note: '', source: 'curl; pypa/pip 1740' },
  { env: https('http://runner@proxy.example.com:3128'), way: PROXY, note: '', source: 'curl, Node, undici' },
  { env: https('http://192.0.2.7:3128'), way: 'http://192.0.2.7:3128', note: '', source: 'every tool' },
  {
    env: https('http://[2001:db8::7]:3128'),
    way: 'http://[2001:db8::7]:3128',
    note: 'An IPv6 address stands in brackets',
    source: 'RFC 3986; curl, Node',
  },
  // What is refused before anything is sent.
  {
    env: https('socks5://proxy.example.com:1080'),
    way: 'refused',
    note: 'SOCKS proxies are not supported',
    source: 'Node and toolkit would go around; actions/runner 2000',
  },
  { env: { ALL_PROXY: 'socks5h://proxy.example.com:1080' }, way: 'refused', note: '', source: 'curl alone has it' },
  { env: https('ftp://proxy.example.com'), way: 'refused', note: '', source: 'no tool; urllib3/urllib3 2106' },
  { env: https('http://'), way: 'refused', note: 'An address that is none stops the run', source: 'no tool' },
  { env: https('http://proxy.example.com:port'), way: 'refused', note: '', source: 'no tool' },
  {
    env: https('http://runner:100%@proxy.example.com:3128'),
    way: 'refused',
    note: 'A `%` of the password is written `%25`',
    source: 'RFC 3986; toolkit would go around',
  },
  {
    env: https('http://runner:12#3@proxy.example.com:3128'),
    way: 'refused',
    note: 'A `#` of the password is written `%23`; this address would name the host `runner`',
    source: 'WHATWG URL',
  },
  { env: https('http://runner:12/3@proxy.example.com:3128'), way: 'refused', note: '', source: 'WHATWG URL' },
  {
    env: https('http://proxy.example.com/proxy.pac'),
    way: 'refused',
    note: 'A PAC file is no proxy',
    source: 'no tool reads it',
  },
  { env: https(`"${PROXY}"`), way: 'refused', note: 'Quotation marks are part of a value', source: 'percy/cli 1283' },
  { env: https('http://proxy.example\n.com:3128'), way: 'refused', note: '', source: 'Node: ERR_PROXY_INVALID_CONFIG' },
];
