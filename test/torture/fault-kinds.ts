import type { Fault, LoggedRequest, ServiceName } from '../sandbox/index.ts';

export type FaultKind = Omit<Fault, 'match' | 'times'>;

const EVERY: readonly ServiceName[] = ['oidc', 'sts', 'ec2', 'cloud', 'github'];
const AWS: readonly ServiceName[] = ['sts', 'ec2'];

interface Kind {
  /** The services that fail so. */
  of: readonly ServiceName[];
  fault: FaultKind;
  /** The client cannot know whether the request took effect, so it must not send it again before it has looked. */
  lost?: true;
}

const status = (code: number, name: string, message = 'out of order'): FaultKind => ({
  kind: 'status',
  status: code,
  code: name,
  message,
});
const limit = (code: number, name: string, message: string, retryAfter?: number): FaultKind => ({
  ...status(code, name, message),
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

/** Every way in which a request fails. Those that are `done` took effect before; only requests that change something do. */
export const FAULTS = {
  'status 500': { of: EVERY, fault: status(500, 'InternalError'), lost: true },
  'status 500, done': { of: EVERY, fault: { ...status(500, 'InternalError'), when: 'after' }, lost: true },
  'status 503': { of: EVERY, fault: status(503, 'ServiceUnavailable'), lost: true },
  'status 503, done': { of: EVERY, fault: { ...status(503, 'ServiceUnavailable'), when: 'after' }, lost: true },
  'status 503 with Retry-After': { of: EVERY, fault: { ...status(503, 'ServiceUnavailable'), retryAfter: 2 } },
  'connection reset': { of: EVERY, fault: { kind: 'reset' }, lost: true },
  'connection reset, done': { of: EVERY, fault: { kind: 'reset', when: 'after' }, lost: true },
  'no answer': { of: EVERY, fault: { kind: 'hang' }, lost: true },
  'no answer, done': { of: EVERY, fault: { kind: 'hang', when: 'after' }, lost: true },
  'an HTML page': { of: EVERY, fault: { kind: 'html' }, lost: true },
  'an HTML page, done': { of: EVERY, fault: { kind: 'html', when: 'after' }, lost: true },
  'an HTML page that claims success': { of: EVERY, fault: { kind: 'html', status: 200 }, lost: true },
  'an answer cut short': { of: EVERY, fault: { kind: 'truncated' }, lost: true },
  'throttled: RequestLimitExceeded': {
    of: ['ec2'],
    fault: limit(503, 'RequestLimitExceeded', 'Request limit exceeded.'),
  },
  'throttled: Throttling': { of: AWS, fault: limit(400, 'Throttling', 'Rate exceeded') },
  'throttled: ThrottlingException': { of: AWS, fault: limit(400, 'ThrottlingException', 'Rate exceeded') },
  'throttled: EC2ThrottledException': { of: ['ec2'], fault: limit(503, 'EC2ThrottledException', 'Rate exceeded') },
  'throttled: BandwidthLimitExceeded': {
    of: ['ec2'],
    fault: limit(503, 'BandwidthLimitExceeded', 'Bandwidth limit exceeded.'),
  },
  'throttled: Unavailable': { of: ['ec2'], fault: limit(503, 'Unavailable', 'The server is overloaded.') },
  'throttled: IDPCommunicationError': { of: ['sts'], fault: limit(400, 'IDPCommunicationError', 'Try again.') },
  'throttled: 429': {
    of: ['oidc', 'sts', 'ec2', 'cloud', 'github'],
    fault: limit(429, 'TooManyRequests', 'rate limit exceeded'),
  },
  'throttled: 429 with Retry-After': { of: ['cloud', 'github'], fault: limit(429, '8', 'rate limit exceeded', 2) },
  'throttled: 503 with Retry-After': { of: ['cloud'], fault: limit(503, '8', 'rate limit exceeded', 2) },
  'throttled: 400 with Retry-After': { of: ['cloud'], fault: limit(400, '9', 'rate limit exceeded', 2) },
  'throttled: 403': { of: ['github'], fault: limit(403, '403', SECONDARY) },
  'throttled: 403 with Retry-After': { of: ['github'], fault: limit(403, '403', SECONDARY, 2) },
  'clock skew': { of: ['ec2'], fault: status(400, 'RequestExpired', 'Request has expired.') },
  'expired credentials': { of: EVERY, fault: status(401, 'ExpiredToken', 'The token has expired') },
} as const satisfies Record<string, Kind>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];
/** Those that are also tried for as long as the run lasts, for each service one way of being throttled. */
export const LASTING_NAMES: readonly FaultName[] = [
  ...(['status 500', 'status 503', 'no answer', 'an HTML page'] as const),
  ...(['throttled: RequestLimitExceeded', 'throttled: IDPCommunicationError'] as const),
  ...(['throttled: 429 with Retry-After', 'throttled: 403 with Retry-After'] as const),
];

export const kindOf = (name: FaultName): Kind => FAULTS[name];

/** True where a request can fail so: its service speaks so, and only what changes something can be done and then lost. */
export function isPossible(name: FaultName, request: LoggedRequest): boolean {
  const kind = kindOf(name);
  return kind.of.includes(request.service) && (kind.fault.when !== 'after' || request.mutating);
}

/** What a request is called in the table: its action, without the IDs in a path. */
export function requestName({ action }: Pick<LoggedRequest, 'action'>): string {
  return action
    .replace(/^(\w+) .*\/networking\/(private-endpoint-)?/, '$1 ')
    .replace(/ connections\/vpce-.*/, ' connection')
    .replace(/^(\w+) \/api\/v1\/clusters\/[^/]+$/, '$1 cluster')
    .replace(/^(\w+) \/repos\/[^/]+\/[^/]+\//, '$1 ')
    .replace(/^(\w+ pulls)\/\d+$/, '$1')
    .replace(/^GET \/clusters\/[^/]+\/cert$/, 'GET cert')
    .replace(/^GET \/token$/, 'GET token');
}
