import { noToken, tokenRefusal } from './token-errors.ts';

/**
 * Gets JSON once, without following redirects; `result` is null where the body is no JSON.
 * Rejects with an error that has `statusCode` for other answers than 2xx.
 */
export type GetJson = (
  url: string,
  headers: Readonly<Record<string, string>>,
) => Promise<{ statusCode: number; result: unknown }>;

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/** Far more than a token of GitHub, about 2 kB, and little enough for a request to STS. */
const LONGEST_TOKEN = 16_384;

/**
 * Asks the runner's token service for an OIDC token. Redirects are not followed:
 * whoever holds the request token can have tokens of this job. (`core.getIDToken` follows them and sends it along.)
 * @param env ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN, as the runner sets them for `id-token: write`
 * @throws what `tokenError` puts into words
 */
export async function requestToken(env: NodeJS.ProcessEnv, audience: string, getJson: GetJson): Promise<string> {
  const url = `${env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''}&audience=${encodeURIComponent(audience)}`;
  const authorization = `Bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''}`;
  try {
    const { statusCode, result } = await getJson(url, { authorization });
    const token = (result as { value?: unknown } | null)?.value;
    // Anything else would be sent to AWS as a token.
    if (typeof token === 'string' && token.length <= LONGEST_TOKEN && JWT.test(token)) return token;
    throw noToken(statusCode, result);
  } catch (error) {
    throw hasStatus(error) ? tokenRefusal(error) : error;
  }
}

function hasStatus(error: unknown): error is Error & { readonly statusCode: number; readonly result?: unknown } {
  // A proxy that refuses CONNECT has a status too, and the error of it a code.
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && !('code' in error);
}
