import type { Sandbox } from '../sandbox/index.ts';

/**
 * What aws-actions/configure-aws-credentials does with these inputs: it exchanges a token of the job for a session of the
 * role at STS, and sets the session and the region for the steps after it. Source: its README and action.yml.
 * @throws Error where STS refuses the role
 */
export async function signIn(sandbox: Sandbox, given: Record<string, string>): Promise<Record<string, string>> {
  const { env, urls } = sandbox;
  const region = given['aws-region'] ?? '';
  const tokenUrl = `${env['ACTIONS_ID_TOKEN_REQUEST_URL']}&audience=sts.amazonaws.com`;
  const authorization = `Bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}`;
  const token = (await (await fetch(tokenUrl, { headers: { authorization } })).json()) as { value: string };
  const answer = await fetch(urls.sts, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: given['role-to-assume'] ?? '',
      RoleSessionName: 'GitHubActions',
      WebIdentityToken: token.value,
    }),
  });
  const xml = await answer.text();
  if (!answer.ok) throw new Error(`STS: ${answer.status} ${xml}`);
  const told = (name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1] ?? '';
  return {
    AWS_ACCESS_KEY_ID: told('AccessKeyId'),
    AWS_SECRET_ACCESS_KEY: told('SecretAccessKey'),
    AWS_SESSION_TOKEN: told('SessionToken'),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
}
