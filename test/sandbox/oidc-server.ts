import { createHmac } from 'node:crypto';
import type { Answer, ServiceDefinition } from './exchange.ts';
import type { WorldState } from './world.ts';

export const OIDC_ISSUER = 'https://token.actions.githubusercontent.com';
const SIGNING_KEY = 'the key of this sandbox';

interface Claims {
  iss: string;
  aud: string;
  sub: string;
  iat: number;
  exp: number;
  jti: string;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (text: string) => createHmac('sha256', SIGNING_KEY).update(text).digest('base64url');

/** Claims of a token that this sandbox issued; null for any other text. */
export function readToken(token: string): Claims | null {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (!payload || sign(`${header}.${payload}`) !== signature) return null;
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
}

/** A fresh ID token for an audience, as GitHub would issue it. */
export function issueToken(world: WorldState, audience: string): string {
  const { repository, settings } = world;
  const iat = Math.floor(world.now() / 1000);
  const full = `${repository.owner}/${repository.name}`;
  const claims = {
    jti: world.random.uuid(),
    sub: settings.oidc.subject || `repo:${full}:ref:${repository.ref}`,
    aud: audience,
    ref: repository.ref,
    sha: '0123456789abcdef0123456789abcdef01234567',
    repository: full,
    repository_owner: repository.owner,
    repository_owner_id: repository.ownerId,
    repository_id: repository.id,
    run_id: '1001',
    run_attempt: '1',
    event_name: 'push',
    ref_type: 'branch',
    actor: 'octocat',
    workflow: 'privatelink',
    iss: OIDC_ISSUER,
    nbf: iat - 5,
    iat,
    exp: iat + settings.oidc.lifetimeSeconds,
  };
  const text = `${encode({ typ: 'JWT', alg: 'RS256', kid: 'sandbox', x5t: 'sandbox' })}.${encode(claims)}`;
  const token = `${text}.${sign(text)}`;
  world.secrets.add(token);
  world.secretHomes.set(token, 'sts WebIdentityToken');
  return token;
}

/** GitHub's token endpoint of a job with `id-token: write`. */
export function oidcService(world: WorldState, requestToken: string): ServiceDefinition {
  const json = (status: number, value: unknown): Answer => ({
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
    ...(status >= 400 ? { errorCode: String(status) } : {}),
  });
  return {
    service: 'oidc',
    describe: ({ method, url }) => ({ action: `${method} ${url.pathname}`, mutating: false }),
    error: ({ status, message }) => json(status, { message }),
    throttled: { status: 429, code: 'TooManyRequests', message: 'Too many requests' },
    handle({ method, headers, params }) {
      if (method !== 'GET') return json(405, { message: 'Method not allowed' });
      if (headers.authorization?.toLowerCase() !== `bearer ${requestToken}`.toLowerCase()) {
        return json(401, { message: 'Unauthorized' });
      }
      if (world.settings.oidc.refuse) return json(403, { message: 'Forbidden' });
      return json(200, { count: 1, value: issueToken(world, params.audience ?? 'https://github.com/sandbox') });
    },
  };
}
