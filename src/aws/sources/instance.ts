import { ActionError, describeError, isActionError } from '../../support/errors.ts';
import { signIn } from '../sign-in.ts';
import {
  askMetadata,
  isMetadataRefusal,
  type MetadataRefusal,
  metadataCredentials,
  metadataFailure,
} from './metadata.ts';
import { type CredentialSource, isOn, type SourceDeps } from './source.ts';

const ENDPOINT = 'AWS_EC2_METADATA_SERVICE_ENDPOINT';
const MODE = 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE';
const OFF = 'AWS_EC2_METADATA_DISABLED';
const V1_OFF = 'AWS_EC2_METADATA_V1_DISABLED';
const IPV4 = 'http://169.254.169.254';
const IPV6 = 'http://[fd00:ec2::254]';

const NAME = 'EC2 instance metadata';
const ROLES = '/latest/meta-data/iam/security-credentials/';
/** It answers in milliseconds. One request; a try has three. */
const ANSWER_MS = 2_000;
const TRY_MS = 3 * ANSWER_MS + 1_000;
/** A machine that is no EC2 instance never answers, so tries end after these; a fresh instance has its role by then. */
const THERE_AFTER_MS = 5_000;

/** Why this machine's instance metadata is not asked, undefined where it is. */
export function whyNoInstance(env: SourceDeps['env']): string | undefined {
  if (isOn(env[OFF])) return `${OFF} is ${env[OFF]}`;
  // They have no role at AWS, and run at another provider, whose metadata service has the same address.
  if (env['RUNNER_ENVIRONMENT'] === 'github-hosted' && env[ENDPOINT] === undefined)
    return 'the runner is hosted by GitHub';
  return undefined;
}

/**
 * Credentials of the role of the EC2 instance that the runner is on.
 * @param looked what else was looked at, a line each: nobody asked for this source
 */
export function instanceSource(looked: readonly string[], deps: SourceDeps): CredentialSource {
  const { env } = deps;
  const base = env[ENDPOINT] ?? (env[MODE]?.toLowerCase() === 'ipv6' ? IPV6 : IPV4);
  const load = async (over: AbortSignal) => {
    const ask = (method: 'GET' | 'PUT', path: string, headers: Record<string, string>) =>
      askMetadata({ method, url: new URL(path, base), headers, signal: over }, ANSWER_MS, deps);
    const token = await sessionToken(ask, isOn(env[V1_OFF]));
    const headers: Record<string, string> = token === undefined ? {} : { 'x-aws-ec2-metadata-token': token };
    const [role = ''] = (await ask('GET', ROLES, headers)).trim().split('\n');
    return metadataCredentials(await ask('GET', `${ROLES}${role.trim()}`, headers));
  };
  const classify = (error: unknown, sinceMs: number) => {
    const failure = metadataFailure(error);
    if (isMetadataRefusal(error) && (failure !== 'final' || !mayPass(error))) return { failure };
    return { failure: sinceMs < THERE_AFTER_MS ? ('transient' as const) : ('final' as const) };
  };
  return {
    name: NAME,
    renews: true,
    async load() {
      if (!URL.canParse(base)) throw failed(`${ENDPOINT} is not an address`, `Correct ${ENDPOINT}, or unset it.`);
      try {
        return await signIn({ source: NAME, load, classify, tryMs: TRY_MS }, deps);
      } catch (error) {
        throw isActionError(error) ? error : instanceError(error, { looked, asked: env[ENDPOINT] !== undefined });
      }
    },
  };
}

/**
 * The token of IMDSv2; undefined where the older way may do: the answer is lost one network hop further on, as in a
 * container.
 */
async function sessionToken(
  ask: (method: 'PUT', path: string, headers: Record<string, string>) => Promise<string>,
  required: boolean,
): Promise<string | undefined> {
  try {
    return await ask('PUT', '/latest/api/token', { 'x-aws-ec2-metadata-token-ttl-seconds': '21600' });
  } catch (error) {
    const silent = error instanceof Error && error.name === 'TimeoutError';
    const older = isMetadataRefusal(error) && [403, 404, 405].includes(error.status);
    if (required || !(silent || older)) throw error;
    return undefined;
  }
}

/** True where a token was lost, or the role is not there yet. */
function mayPass({ status, code }: MetadataRefusal): boolean {
  return (status === 401 || status === 404) && code === '';
}

function instanceError(error: unknown, { looked, asked }: { looked: readonly string[]; asked: boolean }): ActionError {
  const said = describeError(error);
  if (!isMetadataRefusal(error))
    return asked
      ? failed(`${NAME} (${ENDPOINT}) returned no credentials`, `Correct ${ENDPOINT}, or unset it.`, error)
      : noSource([...looked, `${NAME}: ${said}`], error);
  if (error.code === 'AssumeRoleUnauthorizedAccess')
    return new ActionError(
      'role-not-assumed',
      {
        cause: 'AWS did not let the EC2 instance assume its role',
        said: `Reason: ${said}`,
        fix: 'Allow ec2.amazonaws.com in the trust policy of the role of the instance profile.',
      },
      { cause: error },
    );
  if (error.status === 401)
    return failed(
      `${NAME} requires a token (IMDSv2), which this job can't get`,
      'Raise the hop limit of the instance metadata to 2: a job in a container is one network hop further away.',
      error,
    );
  // Other providers have something at the same address; EC2 answers 404 where the instance has no role.
  if (error.status >= 300 && metadataFailure(error) === 'final' && !asked)
    return noSource([...looked, `${NAME}: ${said}${error.status === 404 ? ' (no role)' : ''}`], error);
  return failed(
    `${NAME} returned no credentials`,
    metadataFailure(error) === 'final'
      ? 'Check the role of the instance profile, or set role-to-assume.'
      : 'Run again; EC2 limits how often one instance may ask. Or set role-to-assume.',
    error,
  );
}

function failed(cause: string, fix: string, from?: unknown): ActionError {
  const said = from === undefined ? {} : { said: `Reason: ${describeError(from)}` };
  return new ActionError('aws-credentials-failed', { cause, ...said, fix }, { cause: from });
}

/** The error of a run that no source has credentials for. @param looked what was looked at, a line each */
export function noSource(looked: readonly string[], cause?: unknown): ActionError {
  return new ActionError(
    'aws-credentials-missing',
    {
      cause: 'No AWS credentials are configured: role-to-assume is empty, and no other source has any',
      fix: 'Set role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials before this step.',
      details: looked,
    },
    { cause },
  );
}
