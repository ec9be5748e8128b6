import { isGone } from '../aws/types.ts';
import { monthlyCost, monthlyText, USD_PER_ZONE_HOUR } from '../reconcile/model/cost.ts';
import type { LeftOver, Plan } from '../reconcile/model/plan.ts';

const BASIS = `at $${USD_PER_ZONE_HOUR} an hour, the price of us-east-1; data is extra`;

/** What the endpoints that a plan creates will cost, with the assumption stated; data is charged beside it. */
export function costLines(plan: Plan): string[] {
  return plan.steps.flatMap(({ action }) => {
    if (action.kind !== 'create-endpoint') return [];
    const zones = action.subnetIds.length;
    if (zones === 0)
      return [
        `cost of the new VPC endpoint: about $${monthlyCost(1).toFixed(2)} a month for each availability zone it is created in ($${USD_PER_ZONE_HOUR} an hour, the price of us-east-1; data is extra)`,
      ];
    return [
      `cost of the new VPC endpoint: about $${monthlyCost(zones).toFixed(2)} a month (${zones} availability zone${zones > 1 ? 's' : ''} ${BASIS})`,
    ];
  });
}

/** The same for the line of a plan; undefined where it creates no endpoint. */
export function planCost(plan: Plan): string | undefined {
  const created = plan.steps.flatMap(({ action }) => (action.kind === 'create-endpoint' ? [action] : []));
  if (created.length === 0) return undefined;
  const zones = created.reduce((sum, { subnetIds }) => sum + subnetIds.length, 0);
  const open = created.filter(({ subnetIds }) => subnetIds.length === 0).length;
  const parts = [
    ...(zones > 0 ? [monthlyText(monthlyCost(zones))] : []),
    ...(open > 0 ? [`${monthlyText(monthlyCost(open))} for each availability zone`] : []),
  ];
  return `${parts.join(' and ')} at the price of us-east-1, plus data`;
}

/** What is there while a departure is not over: what it leaves, and what it has not got to. */
export function stillThere(plan: Plan): LeftOver[] {
  const known = new Set(plan.leftOvers.map((one) => one.what));
  const endpoints = plan.paths.flatMap(({ endpoint }): LeftOver[] => {
    if (endpoint === undefined) return [];
    const gone = isGone(endpoint);
    const monthly = gone ? 0 : monthlyCost(endpoint.subnetIds.length);
    return [{ what: `VPC endpoint ${endpoint.id}`, why: gone ? 'AWS is deleting it' : 'not deleted yet', monthly }];
  });
  const groups = plan.steps.flatMap(({ action }): LeftOver[] =>
    action.kind === 'delete-group'
      ? [{ what: `security group ${action.groupId}`, why: 'not deleted yet', monthly: 0 }]
      : [],
  );
  return [...plan.leftOvers, ...[...endpoints, ...groups].filter((one) => !known.has(one.what))];
}

/** What a departure leaves and what that costs, a line each. */
export function leftOverLines(leftOvers: readonly LeftOver[]): string[] {
  return leftOvers.flatMap(({ what, why, monthly, more = [], log = [] }) => [
    `Remaining: ${what}, ${why}${monthly > 0 ? `, ${monthlyText(monthly)}` : ''}`,
    ...more,
    ...log,
  ]);
}
