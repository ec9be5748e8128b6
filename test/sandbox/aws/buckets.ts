// Token buckets by account, region and action. Source: EC2 API request throttling, and the Cloud API's own limit.

const ENDPOINT_WRITES: readonly string[] = ['CreateVpcEndpoint', 'ModifyVpcEndpoint', 'DeleteVpcEndpoints'];
const RULE_WRITES: readonly string[] = ['AuthorizeSecurityGroupIngress', 'RevokeSecurityGroupIngress'];
const HEAVY_READS: readonly string[] = ['DescribeSecurityGroups', 'DescribeNetworkInterfaces'];

export interface Buckets {
  /** Takes a token; false when there is none. */
  take(key: string, limit: { size: number; perSecond: number }): boolean;
}

/** Makes buckets that refill on the given clock (virtual milliseconds). */
export function createBuckets(now: () => number): Buckets {
  const levels = new Map<string, { tokens: number; at: number }>();
  return {
    take(key, { size, perSecond }) {
      const at = now();
      const level = levels.get(key) ?? { tokens: size, at };
      const tokens = Math.min(size, level.tokens + ((at - level.at) / 1000) * perSecond);
      const ok = tokens >= 1;
      levels.set(key, { tokens: ok ? tokens - 1 : tokens, at });
      return ok;
    },
  };
}

/**
 * Size and refill of an EC2 action's bucket, and its name: each endpoint write has its own.
 * @param elsewhere share of the refill of endpoint writes that others use up
 */
export function ec2Limit(
  action: string,
  narrow: boolean,
  elsewhere: number,
): { bucket: string; size: number; perSecond: number } {
  if (ENDPOINT_WRITES.includes(action)) return { bucket: action, size: 4, perSecond: 0.3 * (1 - elsewhere) };
  if (RULE_WRITES.includes(action)) return { bucket: action, size: 50, perSecond: 5 };
  if (action === 'CreateTags' || action === 'DeleteTags') return { bucket: action, size: 100, perSecond: 10 };
  if (HEAVY_READS.includes(action) && !narrow) return { bucket: `${action}/unfiltered`, size: 50, perSecond: 10 };
  if (action.startsWith('Describe')) return { bucket: 'reads', size: 100, perSecond: 20 };
  return { bucket: 'writes', size: 50, perSecond: 5 };
}
