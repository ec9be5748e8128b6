import type { Plan } from './plan.ts';

/**
 * AWS's price for an interface endpoint in us-east-1, per availability zone and hour; other regions differ a little.
 */
export const USD_PER_ZONE_HOUR = 0.01;
const HOURS_PER_MONTH = 730;

/** US dollars a month for an interface endpoint in that many availability zones; data is charged beside it. */
export function monthlyCost(zones: number): number {
  return zones * USD_PER_ZONE_HOUR * HOURS_PER_MONTH;
}

/** A monthly cost in words. */
export function monthlyText(monthly: number): string {
  return `about $${monthly.toFixed(2)} a month`;
}

/**
 * What the VPC endpoints that a plan creates cost, US dollars a month; undefined where it isn't known in how many zones
 * one of them will be.
 */
export function createdMonthlyCost({ steps }: Pick<Plan, 'steps'>): number | undefined {
  const zones = steps.flatMap(({ action }) => (action.kind === 'create-endpoint' ? [action.subnetIds.length] : []));
  const added = steps.flatMap(({ action }) =>
    action.kind === 'modify-endpoint' ? [action.addSubnetIds.length - action.removeSubnetIds.length] : [],
  );
  return zones.includes(0) ? undefined : monthlyCost([...zones, ...added].reduce((sum, one) => sum + one, 0));
}
