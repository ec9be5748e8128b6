import type { Endpoint } from '../aws/types.ts';
import { readClaims } from '../reconcile/model/claims.ts';

/**
 * How long the private DNS name of an endpoint is asked for again where a resolver does not have it. EC2 tells when an
 * endpoint was created and that it is being changed, but not when its private DNS was turned on. Pure.
 */

/**
 * The resolver of a VPC keeps an answer for 300 s at most, also the one that there is no such name, whatever the zone
 * says (repost.aws QUvpuFJT94QXefYL1jJuvKTw, aws/aws-app-mesh-roadmap 221). Resolvers behind it get what is left of
 * these.
 */
const STALE_ANSWER_MS = 300_000;
/**
 * Where nothing tells of a change: enough for a resolver that fails for a moment, and little for a verify that fails.
 */
const SETTLED_MS = 30_000;
/**
 * An endpoint that is younger may have got its private DNS a moment ago: by an earlier step, or by a run that was
 * killed.
 */
const YOUNG_MS = 1_800_000;

/** What tells that a name may be on its way. */
export interface NameSigns {
  /** The run waited for something to change: what it had changed itself, or what was under way when it began. */
  readonly fresh: boolean;
  /** Milliseconds since the epoch by the wall clock. */
  readonly wallNow: number;
}

/** Milliseconds for which a missing name is asked for again. */
export function namePatience(endpoint: Endpoint, { fresh, wallNow }: NameSigns): number {
  // Without private DNS the endpoint gives no name to anybody, however often it is asked for.
  if (!endpoint.privateDns) return 0;
  // EC2 shows an endpoint that is being changed as `pending`.
  if (fresh || endpoint.state !== 'available') return STALE_ANSWER_MS;
  const lastSign = Math.max(endpoint.createdAt, ...readClaims(endpoint.tags).map((claim) => claim.lastUsed));
  return wallNow - lastSign < YOUNG_MS ? STALE_ANSWER_MS : SETTLED_MS;
}
