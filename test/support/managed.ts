import { isManagedEndpoint, isManagedGroup } from '../../src/reconcile/model/managed.ts';
import type { Endpoint, Group } from '../sandbox/types.ts';

/** What the action reads of an endpoint of the sandbox says that it manages it. */
export const isManaged = (one: Endpoint): boolean => isManagedEndpoint({ ...one, interface: one.type === 'Interface' });

/** The same for a group. */
export const isOwned = (one: Group): boolean => isManagedGroup(one);

/** The tags that say so, as the action writes them on what it makes for a service. */
export function managedTags(serviceName: string): Record<string, string> {
  return {
    'cockroachdb-privatelink/managed-by': 'github-action',
    'cockroachdb-privatelink/service': serviceName,
  };
}
