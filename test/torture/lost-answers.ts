import type { LoggedRequest } from '../sandbox/index.ts';

/** Which read shows what became of a request that changes something. */
const SHOWN_BY: readonly (readonly [request: RegExp, read: string])[] = [
  [/SecurityGroup/, 'DescribeSecurityGroups'],
  [/VpcEndpoint|Tags$/, 'DescribeVpcEndpoints'],
];

/**
 * Looks that a request whose answer was lost is not sent again before a read of what it changes.
 * @returns what was done instead, '' where all is well
 */
export function looksFirst(requests: readonly LoggedRequest[], lost: LoggedRequest): string {
  if (!lost.mutating) return '';
  const later = requests.slice(requests.indexOf(lost) + 1);
  const again = later.findIndex((one) => one.action === lost.action && subjectOf(one) === subjectOf(lost));
  if (again < 0) return '';
  const between = later.slice(0, again);
  if (between.some((one) => isReadOf(lost, one))) return '';
  return `${lost.action} was sent again without a look; between: ${between.map((one) => one.action).join(', ')}`;
}

function isReadOf(lost: LoggedRequest, read: LoggedRequest): boolean {
  if (lost.service === 'cloud') {
    const list = lost.action.replace(/^\w+ /, '').replace(/\/vpce-[^/]*$/, '');
    return read.action === `GET ${list}`;
  }
  const [, shownBy] = SHOWN_BY.find(([request]) => request.test(lost.action)) ?? [];
  return read.action === shownBy;
}

/** What a request is about: the IDs and names among its parameters, but not values that differ from time to time. */
function subjectOf({ params, body }: LoggedRequest): string {
  const named = Object.entries(params).filter(([name]) =>
    /^(VpcEndpointId|GroupId|GroupName|ResourceId|ServiceName)\b/.test(name),
  );
  return JSON.stringify([named.toSorted(), body]);
}
