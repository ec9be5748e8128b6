import { SQL_PORT } from '../aws/types.ts';
import type { Finding } from './model.ts';

/**
 * A finding with what it rests on, so that a read that could not be made takes no finding for granted.
 */
export interface BasedFinding extends Finding {
  readonly basis: readonly Reading[];
}

/** One read that may fail by itself; `cluster:`, `services:`, `connections:` and `allowlist:` are followed by a cluster's reference or ID. */
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

/** What `verify` reads besides what the planner needs. */
export interface ExtraSightings {
  /** IDs of all endpoints of the account in the region, of those that connections name; undefined where it was not needed. */
  readonly knownEndpointIds: ReadonlySet<string> | undefined;
  /** By cluster ID: networks that may reach the cluster's public SQL address. */
  readonly publicCidrs: ReadonlyMap<string, readonly string[]>;
}

/** Makes a finding; an error unless told otherwise. */
export function finding(
  check: string,
  about: Omit<BasedFinding, 'check' | 'severity'>,
  severity: Finding['severity'] = 'error',
): BasedFinding {
  return { check, severity, ...about };
}

/** A rule of the owned group that is not asked for; one from everywhere is a finding of its own. */
export function ruleFinding(
  groupId: string,
  source: string,
  fix: string,
  severity: Finding['severity'] = 'error',
): BasedFinding {
  const open = source === '0.0.0.0/0';
  return finding(
    open ? 'rule-public' : severity === 'error' ? 'rule-stale' : 'rule-stranger',
    {
      subject: open ? groupId : `${groupId} ${source}`,
      expected: 'only the sources that are asked for',
      found: `${SQL_PORT}/tcp or more from ${source || 'another kind of source'}`,
      fix,
      basis: ['groups', 'vpc'],
    },
    open ? 'error' : severity,
  );
}
