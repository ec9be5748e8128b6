import type { Endpoint, Service } from '../../types.ts';
import type { WorldState } from '../../world.ts';
import { type Ec2Context, refusal } from '../ec2-context.ts';
import { AwsError } from '../query-protocol.ts';
import { acceptanceRequired } from './endpoint-parts.ts';
import { findService } from './views.ts';

const refuse = (message: string) => new AwsError('InvalidParameter', message);

const HOSTED_ZONE_PERMISSION = 'route53:AssociateVPCWithHostedZone';

/**
 * What EC2 may ask for beside its own permissions before it turns private DNS on. True: the call is never answered.
 * Source: public reports, which tell of a refusal, of a call that hangs, and of no check at all.
 */
export function hangsForHostedZone({ world, caller, allows }: Ec2Context): boolean {
  const { hostedZonePermission } = world.settings.ec2;
  if (hostedZonePermission === 'not-checked' || allows(HOSTED_ZONE_PERMISSION)) return false;
  if (hostedZonePermission === 'hangs') return true;
  throw refusal(world, { caller, action: HOSTED_ZONE_PERMISSION, arn: '*' });
}

/** Refuses private DNS where AWS does. Source: public reports of each message. */
export function checkPrivateDns(
  world: WorldState,
  wanted: { service: Service; vpcId: string; endpoint: Endpoint | null },
): void {
  const { service, vpcId, endpoint } = wanted;
  if (!service.privateDnsName) {
    throw refuse(
      `Private DNS can't be enabled because the service ${service.name} does not provide a private DNS name.`,
    );
  }
  if (service.verification !== 'verified') {
    throw refuse(
      `Private DNS can't be enabled because the service ${service.name} has not verified the private DNS name.`,
    );
  }
  const vpc = world.tables.vpc.get(vpcId);
  if (!vpc?.dnsSupport || !vpc.dnsHostnames) {
    throw refuse(
      `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${vpcId}`,
    );
  }
  const accepted = endpoint ? endpoint.accepted : !acceptanceRequired(world, service);
  if (!accepted) {
    throw refuse(
      `Private DNS can only be enabled after the endpoint connection is accepted by the owner of ${service.name}.`,
    );
  }
  const domain = service.privateDnsName;
  const taken = [...world.tables.endpoint.values()].some(
    (other) =>
      other.id !== endpoint?.id &&
      other.vpcId === vpcId &&
      other.state !== 'deleted' &&
      (other.privateDnsEnabled || other.privateDnsTarget) &&
      findService(world, other.serviceName)?.privateDnsName === domain,
  );
  if (taken || vpc.privateZones.some((zone) => zone === domain)) {
    throw refuse(
      `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${domain} in the VPC ${vpcId}`,
    );
  }
}
