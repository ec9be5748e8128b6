import { ActionError, describeError, isActionError, oneLine, quoted, shortened } from '../../support/errors.ts';
import type { Classified } from '../../support/retry.ts';
import { capitalized } from '../../support/text.ts';
import { stsExchange } from '../credentials.ts';
import { parseDenial } from '../denial.ts';
import { awsCode, awsError, classifyAwsError, isAwsRefusal, meaningOf } from '../errors.ts';
import type { AwsCredentials } from '../identity.ts';
import { inRegion, regionOf } from '../region.ts';
import { signIn } from '../sign-in.ts';
import { type Profile, type ProfileKind, profileKind, type SharedFiles } from './profiles.ts';
import type { CredentialSource, SourceDeps } from './source.ts';
import { webIdentitySource } from './web-identity.ts';

/** A profile by its name, and who named it. */
interface Named {
  readonly name: string;
  /** The setting that names it; undefined for the profile `default`, which needs none. */
  readonly setting: string | undefined;
}

/** A program may ask a person or a server of its own; more than a minute nobody waits. */
const TRY_MS = 60_000;

const KINDS: Readonly<Record<ProfileKind, string>> = {
  role: 'role_arn',
  keys: 'aws_access_key_id',
  'web-identity': 'web_identity_token_file',
  process: 'credential_process',
  sso: 'IAM Identity Center',
  login: 'login_session',
  incomplete: 'incomplete',
  none: 'no credentials',
};

/** Credentials of a profile of the shared files, whatever it says where they come from. */
export function profileSource(named: Named, files: SharedFiles, deps: SourceDeps): CredentialSource {
  const profile = files.profiles[named.name] ?? {};
  const kind = profileKind(profile);
  const name = `profile ${JSON.stringify(named.name)} (${[named.setting, KINDS[kind]].filter(Boolean).join(', ')})`;
  if (kind === 'web-identity') {
    const { web_identity_token_file: file = '', role_arn: roleArn = '', role_session_name: sessionName } = profile;
    return webIdentitySource({ name, file, roleArn, sessionName }, deps);
  }
  const about = { name, kind, profile, files, region: regionOf(deps.connection) };
  const tried = {
    source: `profile ${JSON.stringify(named.name)}`,
    load: () => fromFiles(named, files, deps),
    classify: classifyOf(kind),
    tryMs: TRY_MS,
  };
  return {
    name,
    renews: kind !== 'keys',
    async load() {
      const mistake = mistakeOf(kind, profile, files);
      if (mistake !== undefined) throw failed(name, mistake);
      try {
        return await signIn(tried, deps);
      } catch (error) {
        throw isActionError(error) ? error : explain(error, about);
      }
    },
  };
}

/** The SDK's own reading of the files, with this run's STS: its connections, proxies and time-outs. */
async function fromFiles({ name }: Named, files: SharedFiles, deps: SourceDeps): Promise<AwsCredentials> {
  const { fromIni } = await import('@aws-sdk/credential-providers');
  // Without the region of the run: that of IAM Identity Center is the profile's.
  const { region: _, ...clientConfig } = deps.connection.settings;
  const sts = stsExchange(deps);
  const provider = fromIni({
    profile: name,
    configFilepath: files.config,
    filepath: files.credentials,
    ignoreCache: true,
    clientConfig,
    // Of credential_source; the SDK's own are no retry and one second (@smithy/credential-provider-imds).
    ...METADATA,
    roleAssumer: (keys, input) => sts.withKeys(keys, input),
    roleAssumerWithWebIdentity: (input) => sts.withToken(input),
  });
  return provider();
}

const METADATA = { maxRetries: 3, timeout: 5_000 };

/** All that the SDK keeps of what failed on the way to IAM Identity Center, or to a credential_source, is its words. */
const PASSING =
  /\b(ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|TimeoutError|TooManyRequestsException)\b|socket hang up/;

/** A program is run once, whatever it says: what it asks may count the tries. So is that of a source_profile. */
function classifyOf(kind: ProfileKind): (error: unknown) => Classified {
  return (error) => {
    if (isAwsRefusal(error)) return classifyAwsError(error);
    const ofProgram = kind === 'process' || (error instanceof Error && error.message.startsWith('Command failed'));
    const passing = !ofProgram && error instanceof Error && PASSING.test(error.message);
    return { failure: passing ? 'transient' : 'final' };
  };
}

/** What is found wrong with a profile before anything is asked, and what to do about it. */
function mistakeOf(kind: ProfileKind, profile: Profile, { config, credentials, profiles }: SharedFiles) {
  if (kind === 'incomplete')
    return {
      what: 'one of a pair of settings is missing',
      fix: `Complete the profile in ${config} or ${credentials}.`,
    };
  if (kind !== 'role') return undefined;
  const { source_profile: source, mfa_serial: serial } = profile;
  if (source !== undefined && ['none', 'incomplete'].includes(profileKind(profiles[source] ?? {})))
    return {
      what: `its source_profile ${JSON.stringify(source)} ${profiles[source] === undefined ? 'does not exist' : 'has no credentials'}`,
      fix: `Correct source_profile in ${config}, or add that profile to ${config} or ${credentials}.`,
    };
  if (serial !== undefined)
    return {
      what: 'mfa_serial asks for a code',
      fix: 'Use a role that needs no MFA, or set role-to-assume: nobody can enter a code on a runner.',
    };
  return undefined;
}

interface About {
  readonly name: string;
  readonly kind: ProfileKind;
  readonly profile: Profile;
  readonly files: SharedFiles;
  readonly region: string;
}

function explain(error: unknown, about: About): ActionError {
  const { name, kind, files } = about;
  if (isAwsRefusal(error)) return stsError(error, about);
  const what = wordsOf(error);
  switch (kind) {
    case 'process':
      return failed(
        name,
        { what, fix: 'Run the command of credential_process on the runner: it must print credentials and exit.' },
        error,
      );
    case 'sso':
    case 'login':
      return failed(
        name,
        { what, fix: 'Set role-to-assume, or use a profile that needs no login: nobody can log in on a runner.' },
        error,
      );
    default:
      if (about.profile['credential_source'] !== undefined) return failed(name, { what, fix: sourceFix(about) }, error);
      return failed(name, { what, fix: `Correct the profile in ${files.config} or ${files.credentials}.` }, error);
  }
}

function sourceFix({ profile }: About): string {
  return `Check that the runner gets credentials from ${profile['credential_source']}, the credential_source of the profile, or set role-to-assume.`;
}

function failed(name: string, { what, fix }: { what: string; fix: string }, cause?: unknown): ActionError {
  const text = { cause: `${capitalized(name)} returned no credentials: ${what}`, fix };
  return new ActionError('aws-credentials-failed', text, { cause });
}

function stsError(error: Error, { name, profile, region }: About): ActionError {
  const role = profile['role_arn'] ?? 'its role';
  const { policy, explicit } = parseDenial(error.message, 'sts:AssumeRole');
  // Where another policy forbids it, what the two usual ones allow changes nothing.
  const isUsual = !explicit && (policy === undefined || /identity|trust/i.test(policy));
  if (meaningOf(error) !== 'denied' || !isUsual)
    return inRegion(region, awsError(error, 'sts:AssumeRole', `assume ${role} for ${name}`));
  return new ActionError(
    'role-not-assumed',
    {
      cause: `AWS did not let ${name} assume its role`,
      said: quoted(`STS, asked to assume ${role}`, error.message, awsCode(error)),
      fix: "Allow the identity of source_profile in the trust policy of the role, and sts:AssumeRole on the role in that identity's own policy.",
    },
    { cause: error },
  );
}

/** What the SDK or a program said. The command line of a program, which comes first, may hold a secret. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (!message.startsWith('Command failed')) return describeError(error);
  const said = oneLine(message.split('\n').slice(1).join(' '));
  return said === '' ? 'the command failed without output' : `the command failed: ${shortened(said, 200)}`;
}
