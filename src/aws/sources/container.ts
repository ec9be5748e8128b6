import { ActionError, describeError, isActionError, oneLine, shortened } from '../../support/errors.ts';
import { signIn } from '../sign-in.ts';
import { askMetadata, isMetadataRefusal, metadataCredentials, metadataFailure } from './metadata.ts';
import type { CredentialSource, SourceDeps } from './source.ts';
import { readToken } from './web-identity.ts';

const RELATIVE = 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI';
const FULL = 'AWS_CONTAINER_CREDENTIALS_FULL_URI';
const TOKEN = 'AWS_CONTAINER_AUTHORIZATION_TOKEN';
const TOKEN_FILE = 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE';

/** Where ECS answers for the task. */
const ECS = 'http://169.254.170.2';
/** Hosts that may be asked without TLS, as in the SDK: this machine, and where ECS and EKS answer. */
const PLAIN_HOSTS = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|169\.254\.170\.2|169\.254\.170\.23|\[fd00:ec2::23\])$/;
const EKS_HOSTS = /^(169\.254\.170\.23|\[fd00:ec2::23\])$/;
/** The agent of EKS asks its service first, and takes longer than a second where many jobs begin at once. */
const TRY_MS = 10_000;

/** The settings that ask for this source, if any is set. */
export function containerSetting(env: SourceDeps['env']): string | undefined {
  return [RELATIVE, FULL].find((name) => (env[name] ?? '') !== '');
}

/** Credentials of the task (ECS) or pod (EKS Pod Identity) that the job runs in. */
export function containerSource(setting: string, deps: SourceDeps): CredentialSource {
  const { env } = deps;
  const url = urlOf(setting, env[setting] ?? '');
  const name = `${setting} (${url.host})`;
  const load = async (over: AbortSignal) => {
    const authorization = authorizationOf(env);
    if (authorization !== undefined) deps.secrets.add({ kind: 'token', name: TOKEN }, authorization);
    const headers = { accept: 'application/json', ...(authorization === undefined ? {} : { authorization }) };
    return metadataCredentials(await askMetadata({ method: 'GET', url, headers, signal: over }, TRY_MS, deps));
  };
  const classify = (error: unknown) => ({ failure: metadataFailure(error) });
  return {
    name,
    renews: true,
    async load() {
      try {
        return await signIn({ source: setting, load, classify, tryMs: TRY_MS }, deps);
      } catch (error) {
        throw isActionError(error) ? error : failed(name, url, error);
      }
    },
  };
}

function urlOf(setting: string, value: string): URL {
  const text = setting === RELATIVE ? `${ECS}${value.startsWith('/') ? '' : '/'}${value}` : value;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && PLAIN_HOSTS.test(url.hostname))))
    return url;
  throw new ActionError('aws-credentials-failed', {
    cause: `${setting} is not an allowed address for credentials: ${shortened(oneLine(url?.origin ?? value), 60)}`,
    fix: `Set ${setting} to an https address, or to one of this machine, ECS or EKS; or unset it.`,
  });
}

function authorizationOf(env: SourceDeps['env']): string | undefined {
  const file = env[TOKEN_FILE] ?? '';
  return file === '' ? env[TOKEN] : readToken(TOKEN_FILE, file);
}

function failed(name: string, url: URL, cause: unknown): ActionError {
  const refused = isMetadataRefusal(cause) && metadataFailure(cause) === 'final';
  const role = EKS_HOSTS.test(url.hostname)
    ? 'Check the EKS Pod Identity association of the service account; the trust policy of its role must allow pods.eks.amazonaws.com.'
    : 'Check the role of the task or container that the job runs in, and its trust policy.';
  return new ActionError(
    'aws-credentials-failed',
    {
      cause: `${name} returned no credentials`,
      said: `Reason: ${describeError(cause)}`,
      fix: refused ? role : 'Check the credentials agent on the node, run again, or set role-to-assume.',
    },
    { cause },
  );
}
