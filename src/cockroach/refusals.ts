/** What a refusal of the Cloud API itself means to this project. */
export type CloudMeaning =
  /** Refused for the rate of the service account; not executed. */
  | 'rate'
  /** The cluster is locked by another change; not executed. */
  | 'locked'
  /** What was asked for is not there. */
  | 'absent'
  /** What was to be added is there already. */
  | 'exists'
  /** The endpoint that was to be connected is not visible to the Cloud (yet, or any more). */
  | 'endpoint-unknown'
  | 'untrusted'
  | 'key-rejected'
  | 'owners-denied'
  | 'owners-not-enabled'
  | 'denied';

/** A refusal as far as its meaning goes. */
export interface CloudAnswer {
  readonly status: number;
  /** gRPC code of the body. */
  readonly code: number | undefined;
  readonly message: string;
  /** `POST /api/v1/clusters/{id}/networking/private-endpoint-connections` */
  readonly call: string;
}

interface Row {
  readonly meaning: CloudMeaning;
  /** The calls that it is known of; any if left out. */
  readonly call?: RegExp;
  readonly statuses?: readonly number[];
  readonly codes?: readonly number[];
  readonly words?: RegExp;
  /** Words that rule it out. */
  readonly unless?: RegExp;
  readonly source: string;
}

const SPEC = 'Cloud API specification';
const CONNECT = /^POST .*\/private-endpoint-connections$/;
const OWNERS = /\/private-endpoint-trusted-owners(\/|$)/;
const OWNER_WRITES = /^(POST|DELETE) .*\/private-endpoint-trusted-owners(\/|$)/;
const LOCK = /\block(ed)?\b/i;

/**
 * Every refusal of the Cloud API that this project knows; the first row that fits counts. None of a rate or a lock was
 * executed, so such a request may be sent again, one that destroys only as long as its decision holds.
 */
export const CLOUD_REFUSALS: readonly Row[] = [
  { meaning: 'rate', statuses: [429], source: SPEC },
  { meaning: 'rate', codes: [8], source: 'gRPC, RESOURCE_EXHAUSTED' },
  { meaning: 'rate', words: /rate limit/i, source: 'cockroachdb/docs PR 20356: the status may be another one' },
  {
    meaning: 'locked',
    statuses: [400, 409, 423, 503],
    words: LOCK,
    source: 'cockroachdb/terraform-provider-cockroach PR 105, 127',
  },
  {
    meaning: 'locked',
    statuses: [409],
    codes: [10],
    source: 'gRPC, ABORTED: another change came first; HTTP 409 like 6',
  },
  { meaning: 'exists', call: CONNECT, statuses: [409], source: `${SPEC} (inferred)` },
  {
    meaning: 'exists',
    call: /^POST .*\/private-endpoint-(connections|services|trusted-owners)$/,
    statuses: [400, 409],
    words: /\balready\b/i,
    source: 'gRPC, ALREADY_EXISTS; the words and the 400 are inferred from other calls of the API',
  },
  { meaning: 'exists', call: OWNER_WRITES, statuses: [409], source: `${SPEC} (inferred)` },
  { meaning: 'exists', call: /^POST .*\/private-endpoint-services$/, statuses: [409], source: `${SPEC} (inferred)` },
  { meaning: 'untrusted', call: CONNECT, statuses: [400, 403, 404], words: /\btrust/i, source: 'inferred' },
  {
    meaning: 'endpoint-unknown',
    call: CONNECT,
    statuses: [400, 404],
    source: 'terraform-provider-cockroach, isRetryableCloudError; docs: Verify the endpoint ID (inferred)',
  },
  {
    meaning: 'owners-not-enabled',
    call: OWNERS,
    statuses: [400, 403, 404, 412, 501],
    words: /\bfeature\b|not enabled|enroll|limited access/i,
    source: 'the badge LIMITED ACCESS in the specification; statuses and words are inferred',
  },
  {
    meaning: 'owners-denied',
    call: OWNER_WRITES,
    statuses: [403],
    source: `${SPEC}: writes need Cluster Admin, reads Cluster Operator`,
  },
  {
    meaning: 'owners-denied',
    call: OWNERS,
    statuses: [403],
    words: /permission|role|not authori[sz]ed/i,
    unless: /organi[sz]ation/i,
    source: `${SPEC}, 403 "user does not have permission"`,
  },
  {
    meaning: 'absent',
    call: /\/private-endpoint-trusted-owners\/[^/]+$/,
    statuses: [404],
    codes: [5],
    source: 'gRPC, NOT_FOUND',
  },
  { meaning: 'owners-not-enabled', call: OWNERS, statuses: [403, 404, 501], source: 'inferred' },
  {
    meaning: 'absent',
    statuses: [404],
    codes: [5],
    source: 'cockroachdb/terraform-provider-cockroach 34 (a captured answer)',
  },
  { meaning: 'key-rejected', statuses: [401], source: SPEC },
  {
    meaning: 'denied',
    statuses: [403],
    words: /permission|\brole|not authori[sz]ed|forbidden|denied|^$/i,
    source: `${SPEC}, 403 "user does not have permission"; other words (a suspended organization, an IP allowlist) name another cause`,
  },
];

/** What a refusal of the API itself means, undefined for one that this project does not know. */
export function cloudMeaning(answer: CloudAnswer): CloudMeaning | undefined {
  const fits = ({ call, statuses, codes, words, unless }: Row) =>
    (call === undefined || call.test(answer.call)) &&
    (statuses === undefined || statuses.includes(answer.status)) &&
    (codes === undefined || codes.includes(answer.code ?? -1)) &&
    (words === undefined || words.test(answer.message)) &&
    (unless === undefined || !unless.test(answer.message));
  return CLOUD_REFUSALS.find(fits)?.meaning;
}
