import type { Limit } from '../support/moment.ts';
import { type Caller, createCaller, type Ec2Deps } from './ec2/call.ts';
import { type EndpointWrites, endpointWrites } from './ec2/endpoints.ts';
import { type GroupWrites, groupWrites } from './ec2/groups.ts';
import { type Reads, reads } from './ec2/reads.ts';
import { type TagWrites, tagWrites } from './ec2/tags.ts';

export type { EndpointQuery, GroupQuery } from './ec2/reads.ts';
export type { Creation, Modification, ZoneRefusal } from './ec2/refusals.ts';

/**
 * What the project asks of EC2. Reads are paged through and repeated through short outages; a call that changes
 * something is sent again only when it was certainly not executed (throttled, not sent). All throw ActionError or
 * `cancelled`.
 */
export interface Ec2 extends Reads, Ec2Writes {
  /**
   * Writes that rest on a decision: each is sent only while that holds, which is looked at when nothing is left but to
   * send it.
   * @throws (from each) an error that `isTooLate` knows: nothing was sent
   */
  notAfter(limit: Limit): Ec2Writes;
  close(): void;
}

export interface Ec2Writes extends GroupWrites, EndpointWrites, TagWrites {}

/** A client for one region. Nothing is sent before the first call. */
export function createEc2(deps: Ec2Deps): Ec2 {
  const caller = createCaller(deps);
  return {
    ...reads(caller),
    ...writes(caller),
    notAfter: (limit) => writes(caller.notAfter(limit)),
    close: caller.close,
  };
}

function writes(caller: Caller): Ec2Writes {
  return { ...groupWrites(caller), ...endpointWrites(caller), ...tagWrites(caller) };
}
