import type { Endpoint } from '../../aws/types.ts';
import { MANAGED_BY, SERVICE } from '../model/claims.ts';
import type { Mismatch } from '../model/managed.ts';
import type { PlanDraft } from './plan-draft.ts';

/**
 * Notes that an endpoint with the tag of this action isn't managed, and why.
 * @param kept what happens to it all the same, as a sentence
 */
export function noteUnmanaged(
  draft: PlanDraft,
  endpoint: Endpoint,
  { mismatch, kept }: { mismatch: Mismatch; kept: string },
): void {
  const text = `VPC endpoint ${endpoint.id} isn't managed: ${mismatch.why}`;
  if (draft.notes.some((one) => one.text === text)) return;
  const { region } = draft.desired;
  const more = mismatch.lacksService
    ? [`${kept} To have it managed, set the tag:`, setService(region, endpoint.id, endpoint.serviceName)]
    : [kept];
  draft.notes.push({ code: 'not-ours', text, warning: false, more });
}

/** The command that sets the tag `service` of a resource. */
export function setService(region: string, id: string, serviceName: string): string {
  return `aws ec2 create-tags --region ${region} --resources ${id} --tags 'Key=${SERVICE},Value=${serviceName}'`;
}

/** The command that removes the tag that says that this action manages a resource. */
export function removeManagedBy(region: string, id: string): string {
  return `aws ec2 delete-tags --region ${region} --resources ${id} --tags Key=${MANAGED_BY}`;
}
