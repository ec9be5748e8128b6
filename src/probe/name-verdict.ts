import { duration } from '../support/clock.ts';
import type { Answer } from './addresses.ts';
import type { ProbeTarget, ProbeVerdict } from './types.ts';

/** What the resolver said: addresses, or why it said nothing. */
export type Resolved = { readonly answers: readonly Answer[] } | { readonly silence: string };

/** Says what is wrong with the answers of the resolver; undefined if there are some and all are the endpoint's own. */
export function judgeName(resolved: Resolved, target: ProbeTarget): ProbeVerdict | undefined {
  const { host, endpointId, vpcId } = target;
  if ('silence' in resolved) {
    return {
      code: 'probe-name-unknown',
      cause: `The resolver of this runner gives no answer for ${host}: ${resolved.silence}`,
      fix: `Check the DNS settings of the runner: inside ${vpcId} it should ask the resolver of the VPC (169.254.169.253).`,
    };
  }
  const of = (kind: Answer['kind']) => resolved.answers.filter((one) => one.kind === kind);
  if (resolved.answers.length === 0) {
    return {
      code: 'probe-name-unknown',
      cause: `${host} does not resolve on this runner`,
      fix: privateDnsFix(target),
    };
  }
  const holder = resolved.answers.find((one) => one.kind === 'other');
  if (holder !== undefined) {
    return {
      code: 'probe-other-endpoint',
      cause: `${host} resolves to ${list(of('other'))} of VPC endpoint ${holder.endpointId}, not to ${endpointId}`,
      fix: `Private DNS of this name belongs to ${holder.endpointId}: turn it off there, or set endpoint-id to that endpoint.`,
    };
  }
  if (of('public').length > 0) {
    return {
      code: 'probe-public-address',
      cause: `${host} resolves publicly, to ${list(of('public'))}, and not to VPC endpoint ${endpointId}`,
      fix: privateDnsFix(target),
    };
  }
  if (of('stray').length > 0) {
    return {
      code: 'probe-other-endpoint',
      cause: `${host} resolves to ${list(of('stray'))}, which belongs neither to VPC endpoint ${endpointId} nor to another one in its VPC`,
      fix: 'Look for the record in a private hosted zone of the VPC, your own DNS server or the hosts file, and remove it.',
    };
  }
  return undefined;
}

function privateDnsFix({ endpointId, vpcId, privateDns }: ProbeTarget): string {
  return privateDns
    ? `Let the runner ask the resolver of ${vpcId} (169.254.169.253), which can keep an older answer for 5 minutes; private DNS of ${endpointId} is on.`
    : `Turn on private DNS of ${endpointId}, which is off: run ensure with private-dns: true. The resolver of ${vpcId} can keep an older answer for 5 minutes.`;
}

/**
 * The one line for a runner from which the path cannot be judged: no sign of the VPC's resolver nor of the endpoint.
 */
export function outside(target: ProbeTarget, reason: string, reachMs: number): ProbeVerdict {
  return {
    code: 'probe-outside',
    cause:
      `Could not check: this runner seems to be outside the VPC of ${target.endpointId} ` +
      `(${reason}, and none of ${target.addresses.join(', ')} takes a connection on port ${target.port} within ${duration(reachMs)})`,
    fix:
      `Run the step on a runner inside ${target.vpcId}, or set probe: false. ` +
      (target.privateDns
        ? `If it is inside, check that the security groups let it in; private DNS of ${target.endpointId} is on.`
        : `If it is inside, turn on private DNS of ${target.endpointId}, which is off, and check the security groups.`),
  };
}

/** The one line for an endpoint without a network interface to check. */
export function nothingToProbe(target: ProbeTarget): ProbeVerdict {
  return {
    code: 'probe-outside',
    cause: `Could not check: no IP address of VPC endpoint ${target.endpointId} is known`,
    fix: 'Wait until the endpoint is available, allow ec2:DescribeNetworkInterfaces, and run again.',
  };
}

function list(answers: readonly Answer[]): string {
  return answers.map((one) => one.address).join(', ');
}
