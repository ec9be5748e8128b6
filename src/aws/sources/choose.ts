import { ActionError } from '../../support/errors.ts';
import { containerSetting, containerSource } from './container.ts';
import { instanceSource, noSource, whyNoInstance } from './instance.ts';
import { keysOfEnvironment } from './keys.ts';
import { profileSource } from './profile.ts';
import { profileKind, readSharedFiles, type SharedFiles } from './profiles.ts';
import type { CredentialSource, SourceDeps } from './source.ts';
import { webIdentitySource } from './web-identity.ts';

const PROFILE = 'AWS_PROFILE';
const TOKEN_FILE = 'AWS_WEB_IDENTITY_TOKEN_FILE';
const ROLE = 'AWS_ROLE_ARN';

/**
 * The source that a run uses: the first that is configured, in the order of docs/aws-credentials.md. No other is asked,
 * before or after: a source that fails ends the run, which would otherwise go on under an identity that the workflow
 * did not name.
 *
 * Keys of the environment come before AWS_PROFILE, as in the AWS CLI and all other SDKs (aws/aws-sdk-js-v3 2549 and PR
 * 6277, JuliaCloud/AWS.jl PR 621): an earlier step has set them for this job, while a profile is of the machine.
 * @throws ActionError `aws-credentials-missing`, `aws-credentials-failed`, `aws-credentials-invalid`
 */
export async function chooseSource(deps: SourceDeps): Promise<CredentialSource> {
  const { env } = deps;
  const keys = keysOfEnvironment(env);
  if (keys !== undefined) {
    return { name: 'AWS_ACCESS_KEY_ID', renews: false, load: async () => keys };
  }
  const files = await readSharedFiles(env);
  const named = env[PROFILE];
  if (named !== undefined && files.profiles[named] === undefined) throw unknownProfile(named, files);
  if (named !== undefined && hasCredentials(named, files))
    return profileSource({ name: named, setting: PROFILE }, files, deps);
  const file = env[TOKEN_FILE];
  if (file !== undefined) {
    const roleArn = env[ROLE];
    if (roleArn === undefined) throw roleMissing();
    return webIdentitySource({ name: TOKEN_FILE, file, roleArn, sessionName: env['AWS_ROLE_SESSION_NAME'] }, deps);
  }
  if (named === undefined && hasCredentials('default', files))
    return profileSource({ name: 'default', setting: undefined }, files, deps);
  const container = containerSetting(env);
  if (container !== undefined) return containerSource(container, deps);
  const looked = lookedAt(named ?? 'default', files);
  const why = whyNoInstance(env);
  if (why !== undefined) throw noSource([...looked, `EC2 instance metadata: not queried, ${why}`]);
  return instanceSource(looked, deps);
}

/** Settings of other sources that are there too, and count for nothing: the log names them. */
export function notUsed({ env }: Pick<SourceDeps, 'env'>, source: CredentialSource): string[] {
  const settings = ['AWS_ACCESS_KEY_ID', PROFILE, TOKEN_FILE, containerSetting(env) ?? ''];
  return settings.filter((name) => env[name] !== undefined && !source.name.includes(name));
}

function hasCredentials(name: string, { profiles }: SharedFiles): boolean {
  return profileKind(profiles[name] ?? {}) !== 'none';
}

function unknownProfile(name: string, { config, credentials }: SharedFiles): ActionError {
  return new ActionError('aws-credentials-failed', {
    cause: `${PROFILE} names a profile that does not exist: ${JSON.stringify(name)}`,
    fix: `Correct or unset ${PROFILE}, or add the profile to ${config} or ${credentials}.`,
  });
}

function roleMissing(): ActionError {
  return new ActionError('aws-credentials-failed', {
    cause: `${TOKEN_FILE} is set, but ${ROLE} is empty or not set`,
    fix: `Set ${ROLE} to the role to assume with the token, or unset ${TOKEN_FILE}.`,
  });
}

function lookedAt(profile: string, { config, credentials, profiles }: SharedFiles): string[] {
  const there = profiles[profile] === undefined ? 'not found' : 'has no credentials';
  return [
    'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: not set',
    `profile ${JSON.stringify(profile)} in ${config} and ${credentials}: ${there}`,
    `${TOKEN_FILE}: not set`,
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI: not set',
  ];
}
