import { isGone } from '../../aws/types.ts';
import { MANAGED_BY } from '../model/claims.ts';
import { namedEndpoint } from '../model/goal.ts';
import { endpointMismatch, groupMismatch, groupName, type Mismatch } from '../model/managed.ts';
import { removeManagedBy } from '../plan/unmanaged.ts';
import { type BasedFinding, type Evidence, finding } from './finding.ts';

/**
 * Endpoints and groups of other owners that carry the tag of this action. What serves a cluster of this step, or takes
 * the name of its group, is reported with that.
 */
export function unmanagedFindings({ plan, desired, observed }: Evidence): BasedFinding[] {
  if (namedEndpoint(desired.goal) !== undefined) return [];
  const services = plan.paths.flatMap(({ serviceName }) => serviceName ?? []);
  const names = new Set(services.map((service) => groupName(service).toLowerCase()));
  const finds = (id: string, mismatch: Mismatch | undefined, basis: 'endpoints' | 'groups') =>
    mismatch === undefined
      ? []
      : [
          finding(
            'not-ours',
            {
              subject: id,
              expected: `no tag ${MANAGED_BY} on a resource of another owner`,
              found: `that tag, but it isn't managed: ${mismatch.why}`,
              fix: `This action never changes it. Remove the tag: ${removeManagedBy(desired.region, id)}`,
              basis: [basis],
            },
            'warning',
          ),
        ];
  return [
    ...observed.endpoints
      .filter((one) => !isGone(one) && !services.includes(one.serviceName))
      .flatMap((one) => finds(one.id, endpointMismatch(one), 'endpoints')),
    ...observed.groups
      .filter((one) => !names.has(one.name.toLowerCase()))
      .flatMap((one) => finds(one.id, groupMismatch(one), 'groups')),
  ];
}
