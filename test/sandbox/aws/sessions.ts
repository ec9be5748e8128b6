import type { AccessKey } from '../seed.ts';
import type { WorldState } from '../world.ts';
import type { PolicyDocument } from './iam.ts';

/** Whose session begins, and how. */
export interface Beginning {
  accountId: string;
  arn: string;
  seconds: number;
  policies: PolicyDocument[] | null;
}

/** Begins a session: keys that EC2 and STS know until they end. */
export function beginSession(
  world: WorldState,
  { seconds, ...caller }: Beginning,
): AccessKey & { sessionToken: string; expiresAt: number } {
  const key = {
    ...caller,
    accessKeyId: `ASIA${world.random.hex(16).toUpperCase()}`,
    secretAccessKey: Buffer.from(world.random.hex(30)).toString('base64'),
    sessionToken: Buffer.from(`session/${world.random.hex(180)}`).toString('base64'),
    expiresAt: world.now() + seconds * 1000,
    validFrom: world.now() + world.settings.sts.freshKeySeconds * 1000,
  };
  world.accessKeys.set(key.accessKeyId, key);
  world.secrets.add(key.secretAccessKey).add(key.sessionToken);
  world.secretHomes.set(key.secretAccessKey, 'nowhere').set(key.sessionToken, 'aws x-amz-security-token');
  return key;
}

/** A moment as AWS writes it: `2026-01-02T03:04:05Z`. */
export function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
