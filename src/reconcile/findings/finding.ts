import type { Group } from '../../aws/types.ts';
import { LONGEST_HEADLINE, type Problem } from '../../support/errors.ts';
import type { Desired } from '../model/desired.ts';
import type { Observed } from '../model/observed.ts';
import type { Blocker, Note, Plan } from '../model/plan.ts';

/** A difference between what is wanted and what is there, in words; what `verify` reports. */
export interface Finding {
  /** Stable ID; each has a heading in docs/troubleshooting.md. */
  readonly check: string;
  /** Only errors count as drift. */
  readonly severity: 'error' | 'warning';
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

/**
 * A finding with what it rests on, so that a read that could not be made takes no finding for granted.
 */
export interface BasedFinding extends Finding {
  readonly basis: readonly Reading[];
  /** IDs of the resources, and references of the clusters, that it is about. */
  readonly about: readonly string[];
}

/**
 * A finding as an annotation shows it; the first line says what was expected and found where both are short enough.
 */
export function problemOfFinding({ check, subject, expected, found, fix }: Finding): Problem {
  const about = subject === '' || found.includes(subject) ? '' : `${subject}: `;
  if (isSentence(found)) return { code: check, cause: `${about}${found}\nExpected: ${expected}`, fix };
  const headline = `${about}expected ${expected}; found ${found}`;
  const lines =
    headline.length <= LONGEST_HEADLINE
      ? [headline]
      : [`${about}not as expected`, `Expected: ${expected}`, `Found: ${found}`];
  return { code: check, cause: lines.join('\n'), fix };
}

/** Blockers and notes are found as they are reported by `ensure`; what differs is in a few words. */
function isSentence(found: string): boolean {
  return /^[A-Z]\S* .{20,}/.test(found) || /^\S+ (?:is|isn't|are|has|have|can't|serves) .{10,}/.test(found);
}

/** A finding as others are told it. */
export function withoutBasis({ basis: _, about: __, ...finding }: BasedFinding): Finding {
  return finding;
}

/**
 * One read that may fail by itself; `cluster:`, `services:`, `connections:` and `allowlist:` are followed by a
 * cluster's reference or ID.
 */
export type Reading =
  | 'account'
  | 'vpc'
  | 'vpc-dns'
  | 'subnets'
  | 'endpoints'
  | 'groups'
  | `cluster:${string}`
  | `services:${string}`
  | `connections:${string}`
  | `owners:${string}`
  | `allowlist:${string}`;

/** What a read is of, and of which cluster, if of one. */
export function partsOf(reading: Reading): { readonly kind: string; readonly cluster: string | undefined } {
  const [kind = '', ...cluster] = reading.split(':');
  return { kind, cluster: cluster.length === 0 ? undefined : cluster.join(':') };
}

/** What `verify` reads besides what the planner needs. */
export interface ExtraSightings {
  /**
   * IDs of all endpoints of the account in the region, of those that connections name; undefined where it was not
   * needed.
   */
  readonly knownEndpointIds: ReadonlySet<string> | undefined;
  /** By cluster ID: networks that may reach the cluster's public SQL address. */
  readonly publicCidrs: ReadonlyMap<string, readonly string[]>;
  /** IDs of clusters that claims name and that the API does not know (any more). */
  readonly goneClusterIds: ReadonlySet<string>;
  /** Groups of endpoints that the action did not make. */
  readonly foreignGroups: readonly Group[];
}

/**
 * What findings are made from: what is wanted and what was read, the plan that follows from them, and what `verify`
 * read besides.
 */
export interface Evidence {
  readonly plan: Plan;
  readonly desired: Desired;
  readonly observed: Observed;
  readonly extra: ExtraSightings;
}

/**
 * Every check that can report a finding, beside blockers (their error codes) and notes; each has a heading in
 * docs/troubleshooting.md.
 */
export const CHECKS = [
  'service-missing',
  'service-pending',
  'service-changed',
  'endpoint-missing',
  'endpoint-not-available',
  'endpoint-failed',
  'endpoint-expired',
  'endpoint-rejected',
  'endpoint-duplicate',
  'endpoint-unclaimed',
  'subnets',
  'groups',
  'group-missing',
  'rule-missing',
  'rule-stale',
  'rule-manual',
  'rule-stranger',
  'rule-public',
  'explicit-group-closed',
  'connection-missing',
  'connection-pending',
  'connection-rejected',
  'connection-failed',
  'connection-expired',
  'connection-stale',
  'connection-dangling',
  'private-dns-off',
  'private-dns-on',
  'owner-missing',
  'owner-surplus',
  'public-access',
] as const;

export type Check = (typeof CHECKS)[number];

/** Makes a finding; an error, and about its subject, unless told otherwise. */
export function finding(
  check: Check | Blocker['code'] | Note['code'],
  text: Omit<BasedFinding, 'check' | 'severity' | 'about'> & Partial<Pick<BasedFinding, 'about'>>,
  severity: Finding['severity'] = 'error',
): BasedFinding {
  return { check, severity, about: [text.subject], ...text };
}
