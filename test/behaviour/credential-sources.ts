import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StepOptions } from '../harness/step.ts';
import { type DeepPartial, type Fault, ids, type MemorySandbox, type Settings } from '../sandbox/index.ts';
import { issueToken } from '../sandbox/oidc-server.ts';

/** A role that only identities of AWS may assume. */
export const PROFILE_ROLE = 'arn:aws:iam::111122223333:role/from-a-profile';
const USER = 'arn:aws:iam::111122223333:user/deployer';
/** Of a service account of Kubernetes; the roles of these worlds trust it. */
export const SUBJECT = 'system:serviceaccount:ci:runner';
const SELF_HOSTED = { RUNNER_ENVIRONMENT: 'self-hosted', AWS_EC2_METADATA_DISABLED: undefined };
export const KEYS = `aws_access_key_id = ${ids.accessKeyId}\naws_secret_access_key = ${ids.secretAccessKey}\n`;

type Env = NonNullable<StepOptions['env']>;
/** Lays the files of a source down in a folder, and gives the variables that name them. */
type Place = (folder: string, sandbox: MemorySandbox) => Env;

export const file = (folder: string, name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
export const profile =
  (config: string, credentials = ''): Place =>
  (folder) => ({
    AWS_PROFILE: 'ci',
    AWS_CONFIG_FILE: file(folder, 'config', config),
    AWS_SHARED_CREDENTIALS_FILE: file(folder, 'credentials', credentials),
  });
export const webIdentity: Place = (folder, { world }) => ({
  AWS_WEB_IDENTITY_TOKEN_FILE: file(folder, 'token', issueToken(world, 'sts.amazonaws.com')),
  AWS_ROLE_ARN: ids.role,
});
export const container: Place = (folder) => ({
  AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://169.254.170.23/v1/credentials',
  AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file(
    folder,
    'pod-token',
    'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwb2QtaWRlbnRpdHkifQ.c2lnbmF0dXJl',
  ),
});
export const instance: Place = () => SELF_HOSTED;
export const roleOfProfile = `[profile ci]\nrole_arn = ${PROFILE_ROLE}\nsource_profile = base\n`;
export const profileRole = profile(roleOfProfile, `[base]\n${KEYS}`);
const keys: Place = () => ({ AWS_ACCESS_KEY_ID: ids.accessKeyId, AWS_SECRET_ACCESS_KEY: ids.secretAccessKey });
export const and =
  (place: Place, env: Env): Place =>
  (...given) => ({ ...place(...given), ...env });

export const THROTTLED: Partial<Fault> = { kind: 'throttle' };
export const BROKEN: Partial<Fault> = { kind: 'status', status: 503, times: 2 };
export const RESET: Partial<Fault> = { kind: 'reset' };
export const CUT: Partial<Fault> = { kind: 'truncated' };
export const SILENT: Partial<Fault> = { kind: 'hang' };
export const EVER = { times: 10_000 };

/** One source in one trouble. */
export interface Row {
  readonly name: string;
  readonly trouble: string;
  readonly place: Place;
  readonly fault?: Partial<Fault>;
  readonly settings?: DeepPartial<Settings>;
  /** Identities that PROFILE_ROLE trusts, and subjects that the other role does. */
  readonly trusts?: { principals?: string[]; subjects?: string[] };
  /** '' for a run that ends well. */
  readonly code: string;
  /** Requests to the source: the exact number, or the least of a source that never comes round. */
  readonly tries: number | { least: number };
  /** What the annotation says, with the name of the source and the fix. */
  readonly says?: readonly (string | RegExp)[];
  /** What the log says besides. */
  readonly logs?: readonly (string | RegExp)[];
  /** The longest time until the end, seconds: 60 for a sign-in that is tried again, and what the reads beside it take. */
  readonly within?: number;
}

/** The service that a row's fault befalls. */
export const serviceOf = ({ name }: Row) =>
  name.startsWith('AWS_WEB') || name.startsWith('profile') ? 'sts' : 'metadata';

/** Which source wins, where several are there. Sources: see `chooseSource`; AWS CLI user guide, Configuration precedence. */
export const ORDER: readonly { readonly there: string; readonly place: Place; readonly log: string }[] = [
  {
    there: 'keys and AWS_PROFILE',
    place: (...given) => ({ ...profileRole(...given), ...keys(...given) }),
    log: 'AWS credentials: AWS_ACCESS_KEY_ID; AWS_PROFILE is not used',
  },
  {
    there: 'keys and an AWS_PROFILE that is not there',
    place: (...given) => ({ ...profile('')(...given), ...keys(...given) }),
    log: 'AWS credentials: AWS_ACCESS_KEY_ID; AWS_PROFILE is not used',
  },
  {
    there: 'keys, token file, container and instance',
    place: (...given) => ({
      ...instance(...given),
      ...container(...given),
      ...webIdentity(...given),
      ...keys(...given),
    }),
    log: 'AWS credentials: AWS_ACCESS_KEY_ID; AWS_WEB_IDENTITY_TOKEN_FILE is not used; AWS_CONTAINER_CREDENTIALS_FULL_URI is not used',
  },
  {
    there: 'AWS_PROFILE and token file',
    place: (...given) => ({ ...webIdentity(...given), ...profileRole(...given) }),
    log: 'AWS credentials: profile "ci" (AWS_PROFILE, role_arn); AWS_WEB_IDENTITY_TOKEN_FILE is not used',
  },
  {
    there: 'token file and the profile default',
    place: (...given) => ({
      ...profile('', `[default]\n${KEYS}`)(...given),
      AWS_PROFILE: '',
      ...webIdentity(...given),
    }),
    log: `AWS credentials: AWS_WEB_IDENTITY_TOKEN_FILE, role ${ids.role}`,
  },
  {
    there: 'the profile default and container',
    place: (...given) => ({
      ...container(...given),
      ...profile('', `[default]\n${KEYS}`)(...given),
      AWS_PROFILE: undefined,
    }),
    log: 'AWS credentials: profile "default" (aws_access_key_id); AWS_CONTAINER_CREDENTIALS_FULL_URI is not used',
  },
  {
    there: 'a profile default without credentials, container and instance',
    place: (...given) => ({
      ...instance(...given),
      ...container(...given),
      ...profile('[default]\nregion = eu-west-1\n')(...given),
      AWS_PROFILE: undefined,
    }),
    log: 'AWS credentials: AWS_CONTAINER_CREDENTIALS_FULL_URI (169.254.170.23)',
  },
];

/** Who a world's roles trust where a row says nothing. */
export const TRUSTS = { principals: [USER], subjects: [SUBJECT] };
