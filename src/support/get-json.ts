import { get, type IncomingMessage } from 'node:http';
import { get as getTls } from 'node:https';
import { agentsThrough } from './agents.ts';
import type { ProxyFor } from './proxies.ts';
import { wholeBody } from './whole-body.ts';

const SILENCE_MS = 30_000;
/** Far more than any answer that is asked for here. */
const MOST_BYTES = 1024 * 1024;

/**
 * Gets JSON once by `node:https`, which is loaded anyway and follows no redirects. `result` is null where
 * the body is no JSON.
 * @throws Error with `statusCode` and `result` for other answers than 2xx, and with `code` where there was none
 */
export async function getJson(
  address: URL,
  headers: Readonly<Record<string, string>>,
  proxyFor: ProxyFor,
): Promise<{ statusCode: number; result: unknown }> {
  const { httpAgent, httpsAgent } = agentsThrough(proxyFor(address));
  const secure = address.protocol === 'https:';
  const options = {
    agent: secure ? httpsAgent : httpAgent,
    headers: { accept: 'application/json', 'user-agent': 'cockroachdb-privatelink-action', ...headers },
    timeout: SILENCE_MS,
  };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = (secure ? getTls : get)(address, options, resolve);
    request.on('error', reject).on('timeout', () => request.destroy(timedOut()));
  });
  const statusCode = answer.statusCode ?? 0;
  const text = (await wholeBody(answer, MOST_BYTES)).toString('utf8');
  const result = parsed(text);
  if (statusCode >= 200 && statusCode < 300) return { statusCode, result };
  const said = (result as { message?: unknown } | null)?.message;
  const message = typeof said === 'string' ? said : text || `Failed request: (${statusCode})`;
  throw Object.assign(new Error(message), { statusCode, result });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function timedOut(): Error {
  return Object.assign(new Error(`no answer in ${SILENCE_MS / 1000} s`), { code: 'ETIMEDOUT' });
}
