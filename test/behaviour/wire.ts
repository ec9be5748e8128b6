import type { PlainAnswer, WireKind } from '../sandbox/faults.ts';
import type { ServiceName } from '../sandbox/index.ts';

export interface Service {
  service: ServiceName;
  /** How errors call it. */
  who: string;
  host: string;
  code: string;
  /** A request that each run makes once, if it is answered. */
  asks: RegExp;
  /** How long a request is repeated that may be (ms). */
  patienceMs: number;
}

export const SERVICES: readonly Service[] = [
  {
    ...{ service: 'oidc', who: "GitHub's token service", host: 'pipelines.actions.githubusercontent.com' },
    ...{ code: 'oidc-failed', asks: /^GET \/token/, patienceMs: 60_000 },
  },
  {
    ...{ service: 'sts', who: 'STS', host: 'sts.us-east-1.amazonaws.com', code: 'aws-unavailable' },
    ...{ asks: /^AssumeRoleWithWebIdentity$/, patienceMs: 60_000 },
  },
  {
    ...{ service: 'ec2', who: 'EC2', host: 'ec2.us-east-1.amazonaws.com', code: 'aws-unavailable' },
    ...{ asks: /^DescribeVpcs$/, patienceMs: 90_000 },
  },
  {
    ...{ service: 'cloud', who: 'CockroachDB Cloud', host: 'cockroachlabs.cloud', code: 'cloud-unavailable' },
    ...{ asks: /^GET .*\/private-endpoint-services$/, patienceMs: 90_000 },
  },
  {
    ...{ service: 'github', who: 'GitHub', host: 'api.github.com', code: 'github-unavailable' },
    ...{ asks: /^GET \/repos\/acme\/shop\/issues$/, patienceMs: 90_000 },
  },
];

/** `once`: what stands is not asked again. `brief`: for 15 s. `long`: as long as an outage is waited out. */
export type Tries = 'once' | 'brief' | 'long';

interface Row {
  tries: Tries;
  /** The end of the first line. */
  fact: string;
  fix: RegExp;
  /** Why so. */
  reason: string;
}

const NETWORK = /Check the network, DNS and proxy of the runner/;
const PRIVATE_CA = /NODE_EXTRA_CA_CERTS.*AWS_CA_BUNDLE is not read/;
const PROXY = /Check the proxy in HTTPS_PROXY/;
const NEVER_SENT = 'no connection was made, so any request may be repeated';

export const WIRE: Readonly<Record<WireKind, Row>> = {
  dns: { tries: 'long', fact: "can't be reached: DNS has no address for it", fix: NETWORK, reason: NEVER_SENT },
  'dns-again': { tries: 'long', fact: "can't be reached: DNS gives no answer", fix: NETWORK, reason: NEVER_SENT },
  refused: { tries: 'long', fact: "can't be reached: the connection was refused", fix: NETWORK, reason: NEVER_SENT },
  'no-connection': { tries: 'long', fact: 'in time', fix: NETWORK, reason: NEVER_SENT },
  'tls-closed': { tries: 'long', fact: 'the connection was closed before TLS began', fix: NETWORK, reason: NEVER_SENT },
  reset: {
    ...{ tries: 'long', fact: 'did not answer: the connection broke before the answer was complete', fix: NETWORK },
    reason: 'a read changes nothing',
  },
  endless: {
    ...{
      tries: 'brief',
      fact: 'did not answer: the answer is too long',
      fix: /Check the proxy and the address/,
    },
    reason: 'what streams something else goes on so, and each try costs as much memory as the longest answer',
  },
  'no-tls': {
    ...{ tries: 'once', fact: "can't be reached: no agreement on TLS (wrong version number)", fix: /HTTPS_PROXY/ },
    reason: 'what speaks no TLS goes on so',
  },
  'connect-403': {
    ...{
      tries: 'brief',
      fact: "can't be reached: the proxy forbids it (CONNECT: HTTP 403)",
      fix: /Allow the host in the proxy/,
    },
    reason: 'a rule of the proxy stands, unless its rules are just being loaded',
  },
  'connect-407': {
    ...{
      tries: 'once',
      fact: "can't be reached: the proxy requires valid credentials (HTTP 407)",
      fix: /correct user and password/,
    },
    reason: 'repeating a wrong password locks the account',
  },
  'connect-429': {
    tries: 'long',
    fact: "can't be reached: the proxy answered CONNECT with HTTP 429",
    fix: PROXY,
    reason: NEVER_SENT,
  },
  'connect-502': {
    tries: 'long',
    fact: "can't be reached: the proxy answered CONNECT with HTTP 502",
    fix: PROXY,
    reason: NEVER_SENT,
  },
  'connect-503': {
    tries: 'long',
    fact: "can't be reached: the proxy answered CONNECT with HTTP 503",
    fix: PROXY,
    reason: NEVER_SENT,
  },
  'connect-504': {
    tries: 'long',
    fact: "can't be reached: the proxy answered CONNECT with HTTP 504",
    fix: PROXY,
    reason: NEVER_SENT,
  },
  'connect-cut': {
    tries: 'long',
    fact: "can't be reached: the connection to the proxy failed or was closed",
    fix: PROXY,
    reason: NEVER_SENT,
  },
  'self-signed': {
    tries: 'once',
    fact: "can't be reached: its TLS certificate is self-signed",
    fix: PRIVATE_CA,
    reason: 'certificates stand',
  },
  'unknown-ca': {
    tries: 'once',
    fact: "can't be reached: its TLS certificate is from an unknown CA",
    fix: PRIVATE_CA,
    reason: 'certificates stand',
  },
  'unknown-ca-in-chain': {
    ...{ tries: 'once', fact: "can't be reached: its TLS certificate is from an unknown CA", fix: PRIVATE_CA },
    reason: 'certificates stand',
  },
  'wrong-name': {
    tries: 'once',
    fact: "can't be reached: its TLS certificate is for another name",
    fix: PRIVATE_CA,
    reason: 'certificates stand',
  },
  expired: {
    tries: 'once',
    fact: "can't be reached: its TLS certificate has expired",
    fix: /clock of the runner.*NODE_EXTRA_CA_CERTS/,
    reason: 'certificates stand',
  },
  'not-yet-valid': {
    tries: 'once',
    fact: "can't be reached: its TLS certificate is not valid yet",
    fix: /clock of the runner.*NODE_EXTRA_CA_CERTS/,
    reason: 'certificates stand',
  },
};

const HTML = '<html><head><meta charset=utf-8><title>Blocked</title></head><body>Blocked by policy<br></body></html>';
const page = (status: number, type: string, body: string): PlainAnswer => ({
  status,
  headers: type === '' ? {} : { 'Content-Type': type },
  body,
});

/** Answers of something in between, and how often each is asked for again. */
export const PAGES: Readonly<Record<string, { answer: PlainAnswer; tries: Tries; type: string; reason: string }>> = {
  'HTML 200': {
    answer: page(200, 'text/html; charset=utf-8', HTML),
    tries: 'long',
    type: 'text/html',
    reason: 'a sign-in page passes',
  },
  'empty 200': { answer: page(200, '', ''), tries: 'long', type: 'no content type', reason: 'an answer that was lost' },
  'HTML 403': {
    answer: page(403, 'text/html', HTML),
    tries: 'once',
    type: 'text/html',
    reason: 'a rule of a firewall stands',
  },
  'HTML 404': {
    answer: page(404, 'text/html', HTML),
    tries: 'once',
    type: 'text/html',
    reason: 'a wrong address stands',
  },
  'HTML 407': { answer: page(407, 'text/html', HTML), tries: 'once', type: 'text/html', reason: 'credentials stand' },
  'HTML 429': {
    answer: page(429, 'text/html', HTML),
    tries: 'long',
    type: 'text/html',
    reason: 'a proxy that counts its clients; no limit of the service',
  },
  'HTML 502': {
    answer: page(502, 'text/html', HTML),
    tries: 'long',
    type: 'text/html',
    reason: 'a gateway comes back',
  },
  'HTML 503': {
    answer: page(503, 'text/html', HTML),
    tries: 'long',
    type: 'text/html',
    reason: 'a gateway comes back',
  },
  'empty 403': {
    answer: page(403, '', ''),
    tries: 'once',
    type: 'no content type',
    reason: 'a rule of a firewall stands',
  },
  'empty 503': { answer: page(503, '', ''), tries: 'long', type: 'no content type', reason: 'a gateway comes back' },
  'text 403': {
    answer: page(403, 'text/plain', 'Blocked by policy'),
    tries: 'once',
    type: 'text/plain',
    reason: 'a rule of a firewall stands',
  },
  'HTML 403 as XML': {
    answer: page(403, 'text/xml', HTML),
    tries: 'once',
    type: 'text/xml',
    reason: 'a rule of a firewall stands',
  },
  'HTML 200 as XML': {
    answer: page(200, 'text/xml', HTML),
    tries: 'long',
    type: 'text/xml',
    reason: 'a sign-in page passes',
  },
};
