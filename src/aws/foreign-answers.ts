import type { EC2Client } from '@aws-sdk/client-ec2';
import type { STSClient } from '@aws-sdk/client-sts';
import { contentTypeOf } from '../support/foreign-page.ts';

/** An answer that AWS did not give: the page of a proxy, a firewall or a sign-in page. */
export interface ForeignAnswer extends Error {
  readonly $metadata: { readonly httpStatusCode: number };
  /** `text/html`, `no content type` */
  readonly contentType: string;
}

/** True for an answer that AWS did not give. */
export function isForeignAnswer(error: unknown): error is ForeignAnswer {
  return error instanceof Error && error.name === 'ForeignAnswer';
}

/** The host that a failed request went to, '' where that is not known. */
export function hostOfError(error: unknown): string {
  return error instanceof Error && 'sentTo' in error && typeof error.sentTo === 'string' ? error.sentTo : '';
}

/**
 * Makes a client tell the answers of others from those of AWS, whatever their status. The SDK would read a page with
 * status 200 as an answer with nothing in it (a VPC without endpoints), and one with 403 as a refusal. AWS answers
 * these APIs in XML, and with an ID for the request. Errors of the client know the host, too.
 */
export function refuseForeignAnswers<C extends EC2Client | STSClient>(client: C): C {
  const { middlewareStack } = client as EC2Client;
  middlewareStack.add(
    (next) => async (args) => {
      const { hostname = '' } = args.request as { hostname?: string };
      const result = await next(args).catch((error: unknown) => {
        throw sentTo(error, hostname);
      });
      const { statusCode = 0, headers = {} } = (result.response ?? {}) as Raw;
      if (headers['x-amzn-requestid'] !== undefined || /\bxml\b/i.test(headers['content-type'] ?? '')) return result;
      throw sentTo(foreignAnswer({ statusCode, headers }), hostname);
    },
    { step: 'deserialize', priority: 'low', name: 'refuseForeignAnswers' },
  );
  // Outside of what reads the answer: XML by its type, which is none.
  middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (!(error instanceof Error) || !('$responseBodyText' in error) || !('$response' in error)) throw error;
        const { hostname = '' } = args.request as { hostname?: string };
        throw sentTo(foreignAnswer(error.$response as Raw), hostname);
      }
    },
    { step: 'deserialize', priority: 'high', name: 'refuseUnreadableAnswers' },
  );
  return client;
}

interface Raw {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

function foreignAnswer({ statusCode = 0, headers = {} }: Raw): ForeignAnswer {
  const contentType = contentTypeOf(headers['content-type']);
  const told = `HTTP ${statusCode} with ${contentType}, which is not an answer from AWS`;
  const $metadata = { httpStatusCode: statusCode };
  return Object.assign(new Error(told), { name: 'ForeignAnswer', $metadata, contentType });
}

function sentTo<E>(error: E, host: string): E {
  if (error instanceof Error && host !== '') Object.assign(error, { sentTo: host });
  return error;
}
