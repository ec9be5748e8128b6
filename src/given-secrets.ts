import { addTokensOfFiles } from './aws/token-files.ts';
import { PROXY_VARIABLES } from './inputs.ts';
import type { SecretKind } from './support/secret-kinds.ts';
import type { Secrets } from './support/secrets.ts';

/** Inputs and variables that hold a secret of the job. */
const INPUTS: readonly (readonly [name: string, kind: SecretKind])[] = [
  ['cockroach-api-key', 'cloud-key'],
  ['github-token', 'token'],
];
const VARIABLES: readonly (readonly [name: string, kind: SecretKind])[] = [
  ['COCKROACH_API_KEY', 'cloud-key'],
  ['AWS_SECRET_ACCESS_KEY', 'aws-key'],
  ['AWS_SESSION_TOKEN', 'aws-key'],
  ['AWS_CONTAINER_AUTHORIZATION_TOKEN', 'token'],
  ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'token'],
];

/** Takes note of the keys and tokens that the job gives to the run, and of the credentials of its proxies. */
export function addGivenSecrets({
  input,
  env,
  secrets,
}: {
  input(name: string): string;
  env: NodeJS.ProcessEnv;
  secrets: Secrets;
}): void {
  for (const [name, kind] of INPUTS) secrets.add({ name, kind }, input(name));
  for (const [name, kind] of VARIABLES) secrets.add({ name, kind }, env[name] ?? '');
  addTokensOfFiles(env, secrets);
  for (const name of PROXY_VARIABLES) addProxy(name, env[name] ?? '', secrets);
}

/** A user name is a secret only where it is a token; a password always is one, as is what the proxy is sent. */
function addProxy(name: string, address: string, secrets: Secrets): void {
  const { user, password } = credentialsIn(address);
  secrets.add({ name, kind: 'token' }, user, decoded(user));
  if (password === '') return;
  const sent = Buffer.from(`${decoded(user)}:${decoded(password)}`).toString('base64');
  secrets.add({ name, kind: 'password' }, password, decoded(password), sent);
}

/** As written; also those of an address that cannot be used, which an error may repeat. */
function credentialsIn(address: string): { user: string; password: string } {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return { user: url.username, password: url.password };
  const [, user = '', password = ''] = /^\s*(?:[a-z][a-z\d+.-]*:\/\/)?([^:@]*):?(.*)@/is.exec(address) ?? [];
  return { user, password };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
