import { HttpClient } from '@actions/http-client';

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/** Far more than a token of GitHub, about 2 kB, and little enough for a request to STS. */
const LONGEST_TOKEN = 16_384;

/**
 * Asks the runner's token service for an OIDC token, through the proxies of the environment. Redirects are not followed:
 * whoever holds the request token can have tokens of this job. (`core.getIDToken` follows them and sends it along.)
 * @param env ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN, as the runner sets them for `id-token: write`
 * @throws Error with `HTTP <status>` in its message where the service refused
 */
export async function requestToken(env: NodeJS.ProcessEnv, audience: string): Promise<string> {
  const client = new HttpClient('cockroachdb-privatelink-action', [], { allowRedirects: false, socketTimeout: 30_000 });
  const url = `${env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''}&audience=${encodeURIComponent(audience)}`;
  const authorization = `Bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''}`;
  try {
    const { statusCode, result } = await client.getJson<{ value?: unknown }>(url, { authorization });
    const token = result?.value;
    // Anything else would be masked as a secret, and common words with it.
    if (typeof token === 'string' && token.length <= LONGEST_TOKEN && JWT.test(token)) return token;
    throw new Error(`HTTP ${statusCode}, but what came is no token`);
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    if (status === undefined) throw error;
    throw new Error(`HTTP ${status}: ${(error as Error).message}`, { cause: error });
  } finally {
    client.dispose();
  }
}
