import { homedir } from 'node:os';
import { join } from 'node:path';
import { loadSharedConfigFiles } from '@smithy/core/config';
import type { SourceDeps } from './source.ts';

/** One profile of the shared files, by its settings. */
export type Profile = Readonly<Record<string, string | undefined>>;

/** The shared files of AWS as they are on the runner. */
export interface SharedFiles {
  readonly config: string;
  readonly credentials: string;
  readonly profiles: Readonly<Record<string, Profile>>;
}

/** Reads the shared files; one that is missing or can't be read has no profiles. */
export async function readSharedFiles(env: SourceDeps['env']): Promise<SharedFiles> {
  const home = env['HOME'] || env['USERPROFILE'] || homedir();
  const config = env['AWS_CONFIG_FILE'] ?? join(home, '.aws', 'config');
  const credentials = env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(home, '.aws', 'credentials');
  const files = await loadSharedConfigFiles({ configFilepath: config, filepath: credentials, ignoreCache: true });
  const names = [...new Set([...Object.keys(files.configFile), ...Object.keys(files.credentialsFile)])];
  // As in the SDK: what the file of credentials says counts.
  const profiles = names.map((name) => [name, { ...files.configFile[name], ...files.credentialsFile[name] }] as const);
  return { config, credentials, profiles: Object.fromEntries(profiles) };
}

/** Where the credentials of a profile come from, in the order of the SDK. */
export type ProfileKind = 'role' | 'keys' | 'web-identity' | 'process' | 'sso' | 'login' | 'incomplete' | 'none';

const OF_CREDENTIALS = [
  ...['aws_access_key_id', 'aws_secret_access_key', 'role_arn', 'source_profile', 'credential_source'],
  'web_identity_token_file',
];

/** What kind of credentials a profile has; `none` where it is about other things, such as the region. */
export function profileKind(profile: Profile): ProfileKind {
  const has = (...names: string[]) => names.every((name) => profile[name] !== undefined);
  if (has('role_arn') && has('source_profile') !== has('credential_source')) return 'role';
  if (has('aws_access_key_id', 'aws_secret_access_key')) return 'keys';
  if (has('web_identity_token_file', 'role_arn')) return 'web-identity';
  if (has('credential_process')) return 'process';
  if (Object.keys(profile).some((name) => name.startsWith('sso_'))) return 'sso';
  if (has('login_session')) return 'login';
  return OF_CREDENTIALS.some((name) => has(name)) ? 'incomplete' : 'none';
}
