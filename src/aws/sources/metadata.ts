import { oneLine, shortened } from '../../support/errors.ts';
import { withTimeLimit } from '../../support/time-limit.ts';
import { trimAscii } from '../../support/white-space.ts';
import { wireProblem } from '../../support/wire.ts';
import type { AwsCredentials } from '../identity.ts';
import type { MetadataRequest } from '../metadata-request.ts';
import type { SourceDeps } from './source.ts';

/** A metadata service that answered, but not with credentials. */
export interface MetadataRefusal extends Error {
  readonly name: 'MetadataRefusal';
  /** Its HTTP status; 200 where what it said holds no credentials. */
  readonly status: number;
  /** Its own code for it, such as `AssumeRoleUnauthorizedAccess`; '' where it gave none. */
  readonly code: string;
}

/** True for an answer of a metadata service that returned no credentials. */
export function isMetadataRefusal(error: unknown): error is MetadataRefusal {
  return error instanceof Error && error.name === 'MetadataRefusal';
}

/** What a failed request to a metadata service says about trying again; `undefined` for any other failure. */
export function metadataFailure(error: unknown): 'throttled' | 'transient' | 'final' {
  if (!isMetadataRefusal(error)) {
    const failure = wireProblem(error)?.failure ?? 'final';
    return failure === 'final' ? 'final' : 'transient';
  }
  if (error.status === 429) return 'throttled';
  return error.status >= 500 ? 'transient' : 'final';
}

/** One request, in so many milliseconds or not at all. @throws MetadataRefusal, or an error of the network */
export async function askMetadata(
  { signal, ...request }: MetadataRequest,
  ms: number,
  { clock, metadata }: Pick<SourceDeps, 'clock' | 'metadata'>,
): Promise<string> {
  const send = (over: AbortSignal) => metadata({ ...request, signal: AbortSignal.any([signal, over]) });
  const { status, body } = await withTimeLimit(send, { ms, clock, signal });
  if (status < 200 || status > 299) throw refusal(status, parsed(body));
  return body;
}

/** The credentials in an answer of ECS, EKS or EC2. @throws MetadataRefusal */
export function metadataCredentials(body: string): AwsCredentials {
  const answer = parsed(body);
  const { AccessKeyId, SecretAccessKey, Token, Expiration, AccountId } = answer;
  const end = typeof Expiration === 'string' ? Date.parse(Expiration) : Number.NaN;
  if (typeof AccessKeyId !== 'string' || typeof SecretAccessKey !== 'string' || typeof Token !== 'string')
    throw refusal(200, answer);
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: Token,
    ...(Number.isNaN(end) ? {} : { expiration: new Date(end) }),
    ...(typeof AccountId === 'string' ? { accountId: AccountId } : {}),
  };
}

function refusal(status: number, answer: Record<string, unknown>): MetadataRefusal {
  const text = (name: string) => (typeof answer[name] === 'string' ? trimAscii(oneLine(answer[name])) : '');
  const [code, message] = [text('Code') || text('code'), text('Message') || text('message')];
  const said = [code, message].filter((part) => part !== '' && part !== 'Success').join(': ');
  const what = status === 200 ? 'answered without credentials' : `answered HTTP ${status}`;
  const words = said === '' ? what : `${what}: ${shortened(said, 200)}`;
  return Object.assign(new Error(words), { name: 'MetadataRefusal' as const, status, code });
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
