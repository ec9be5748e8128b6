import type { Plan } from '../reconcile/model.ts';

/** AWS's price for an interface endpoint in us-east-1, per availability zone and hour; other regions differ a little. */
const USD_PER_ZONE_HOUR = 0.01;
const HOURS_PER_MONTH = 730;

/** What the endpoints that a plan creates will cost, with the assumption stated; data is charged beside it. */
export function costLines(plan: Plan): string[] {
  return plan.steps.flatMap(({ action }) => {
    const zones = action.kind === 'create-endpoint' ? action.subnetIds.length : 0;
    if (action.kind !== 'create-endpoint') return [];
    const zoneMonth = `$${(USD_PER_ZONE_HOUR * HOURS_PER_MONTH).toFixed(2)}`;
    if (zones === 0)
      return [
        `cost of the new VPC endpoint: about ${zoneMonth} a month for each availability zone that its service turns out to have ($${USD_PER_ZONE_HOUR} an hour, the price of us-east-1; data is extra)`,
      ];
    const month = zones * USD_PER_ZONE_HOUR * HOURS_PER_MONTH;
    return [
      `cost of the new VPC endpoint: about $${month.toFixed(2)} a month (${zones} availability zone${zones > 1 ? 's' : ''} at $${USD_PER_ZONE_HOUR} an hour, the price of us-east-1; data is extra)`,
    ];
  });
}
