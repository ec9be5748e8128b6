import type { Answer, Exchange, ServiceDefinition } from '../exchange.ts';
import type { WorldState } from '../world.ts';
import { beginSession, isoSeconds } from './sessions.ts';

const ROLES = '/latest/meta-data/iam/security-credentials/';

/**
 * What a runner finds at link-local addresses: instance metadata of EC2 (IMDSv2, and IMDSv1 where the settings allow it), and
 * the credentials of a container as the agents of ECS and EKS give them (`/v1/credentials`).
 * Sources: EC2 user guide, Instance metadata; aws/eks-pod-identity-agent; SDK reference guide, Container credential provider.
 */
export function metadataService(world: WorldState): ServiceDefinition {
  const { metadata } = world.settings;
  const text = (body: string): Answer => ({ status: 200, headers: { 'Content-Type': 'text/plain' }, body });
  const json = (status: number, value: unknown): Answer => ({
    status,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(value),
    ...(status >= 400 ? { errorCode: String(status) } : {}),
  });
  const error: ServiceDefinition['error'] = ({ status, code, message }) => json(status, { code, message });
  const refuse = (status: number, message = '') => error({ status, code: '', message });
  const tokens = new Set<string>();

  /** Credentials in the form that all of them share. */
  function credentials() {
    const { role } = metadata;
    const [, , , , accountId = ''] = role.split(':');
    const arn = `${role.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/i-0123456789abcdef0`;
    const seconds = metadata.lifetimeSeconds;
    const key = beginSession(world, { accountId, arn, seconds, policies: world.roles.get(role)?.policies ?? null });
    return {
      AccessKeyId: key.accessKeyId,
      SecretAccessKey: key.secretAccessKey,
      Token: key.sessionToken,
      Expiration: isoSeconds(key.expiresAt),
    };
  }

  function instance({ method, url, headers }: Exchange): Answer {
    if (url.pathname === '/latest/api/token') {
      if (metadata.hopLimitReached) return { ...text(''), hangs: true };
      if (method !== 'PUT') return refuse(405);
      if (headers['x-aws-ec2-metadata-token-ttl-seconds'] === undefined) return refuse(400);
      const token = world.random.hex(40);
      tokens.add(token);
      return text(token);
    }
    const token = headers['x-aws-ec2-metadata-token'];
    if (token === undefined ? !metadata.v1 : !tokens.has(String(token))) return refuse(401);
    if (metadata.role === '') return refuse(404);
    const name = metadata.role.split('/').at(-1) ?? '';
    if (url.pathname === ROLES) return text(name);
    if (url.pathname !== `${ROLES}${name}`) return refuse(404);
    if (metadata.roleRefused) {
      const Message = 'EC2 cannot assume the role. Please see documentation at https://docs.aws.amazon.com/IAM/';
      return json(200, { Code: 'AssumeRoleUnauthorizedAccess', Message });
    }
    return json(200, { Code: 'Success', Type: 'AWS-HMAC', ...credentials() });
  }

  function container({ headers }: Exchange): Answer {
    if (metadata.containerToken !== '' && headers.authorization !== metadata.containerToken)
      return refuse(400, 'Service account token cannot be empty');
    if (metadata.roleRefused) return error({ status: 403, code: 'AccessDeniedException', message: 'Not authorized' });
    return json(200, credentials());
  }

  return {
    service: 'metadata',
    describe: ({ method, url }) => ({ action: `${method} ${url.pathname}`, mutating: false }),
    error,
    throttled: { status: 429, code: 'TooManyRequests', message: 'Too many requests' },
    handle: (exchange) => (exchange.url.pathname === '/v1/credentials' ? container(exchange) : instance(exchange)),
  };
}
