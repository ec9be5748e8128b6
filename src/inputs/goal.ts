import type { ConnectGoal, LeaveGoal } from '../reconcile/model/goal.ts';
import type { ActionInputs, Operation } from './inputs.ts';

/** The goal of `ensure` and `verify`. */
export function connectGoal({ ownersOnly, endpointId, vpcId }: ActionInputs): ConnectGoal {
  if (ownersOnly) return { kind: 'trusted-owners-only' };
  if (endpointId !== undefined) return { kind: 'attach-endpoint', endpointId, vpcId };
  return { kind: 'make-path', vpcId: checked(vpcId) };
}

/** The goal of `delete`: asked for trusted owners and nothing else, it removes these accounts. */
export function deleteGoal({ ownersOnly, endpointId, vpcId }: ActionInputs): LeaveGoal | ConnectGoal {
  if (ownersOnly) return { kind: 'trusted-owners-only' };
  if (endpointId !== undefined) return { kind: 'detach-endpoint', endpointId, vpcId };
  return { kind: 'leave-environment', vpcId: checked(vpcId) };
}

/** True where a private connection is given up; removing trusted owners alone is reported like adding them. */
export function departs(request: { readonly operation: Operation; readonly ownersOnly: boolean }): boolean {
  return request.operation === 'delete' && !request.ownersOnly;
}

/** `readInputs` refuses a request without it. */
function checked(vpcId: string | undefined): string {
  if (vpcId === undefined) throw new Error('there is neither vpc-id nor endpoint-id');
  return vpcId;
}
