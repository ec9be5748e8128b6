import { addTokensOfFiles } from '../aws/token-files.ts';
import { credentialsIn, PROXY_VARIABLES } from '../support/proxies.ts';
import type { SecretKind } from '../support/secret-kinds.ts';
import type { Secrets } from '../support/secrets.ts';

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
  const { users, passwords } = credentialsIn(address);
  secrets.add({ name, kind: 'token' }, ...users);
  secrets.add({ name, kind: 'password' }, ...passwords);
}
