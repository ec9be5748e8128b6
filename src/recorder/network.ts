import type { Readable } from 'node:stream';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsConnection } from '../aws/connection.ts';
import type { Network } from '../network.ts';
import { streamCollector as collectStream } from '../startup/stream-collector.ts';
import { wholeBody } from '../support/whole-body.ts';
import type { Cleaner } from './clean.ts';
import { awsQuestion, metadataQuestion, pathQuestion, tokenQuestion } from './exchanges.ts';
import type { Pending, Recorder } from './recorder.ts';

/**
 * The same network, with every exchange written down. What is sent and what comes back is not changed, and no answer is
 * held back for it. A probe is not recorded.
 */
export function recordedNetwork(network: Network, recorder: Recorder, cleaner: Cleaner): Network {
  return {
    ...network,
    getJson: recordedJson(network.getJson, recorder, cleaner),
    aws: async (region, userAgent) => recordedAws(await network.aws(region, userAgent), recorder, cleaner),
    async metadata(request) {
      const pending = recorder.begin(() => metadataQuestion(request, cleaner));
      const answer = await network.metadata(request).catch(failing(pending));
      pending.answered({ status: answer.status, header: none, text: answer.body });
      return answer;
    },
    async cloud() {
      const client = await network.cloud();
      return {
        ...client,
        async send(call) {
          const pending = recorder.begin(() => pathQuestion('cloud', call, cleaner));
          const answer = await client.send(call).catch(failing(pending));
          const headers: Readonly<Record<string, string | undefined>> = {
            'retry-after': answer.retryAfter,
            'content-type': answer.contentType,
            'cc-version': answer.version,
          };
          pending.answered({ status: answer.status, header: (name) => headers[name], text: answer.body });
          return answer;
        },
      };
    },
    githubFetch: recordedFetch(network.githubFetch, recorder, cleaner),
  };
}

const none = () => undefined;

function failing(pending: Pending): (error: unknown) => never {
  return (error) => {
    pending.failed(error);
    throw error;
  };
}

function recordedJson(getJson: Network['getJson'], recorder: Recorder, cleaner: Cleaner): Network['getJson'] {
  return async (url, headers) => {
    const pending = recorder.begin(() => tokenQuestion(new URL(url), cleaner));
    try {
      const answer = await getJson(url, headers);
      pending.answered({ status: answer.statusCode, header: none, text: JSON.stringify(answer.result) });
      return answer;
    } catch (error) {
      const status = statusOf(error);
      if (status === undefined) pending.failed(error);
      else pending.answered({ status, header: none, text: undefined });
      throw error;
    }
  };
}

/** The status of an answer that `getJson` rejects; undefined where none came. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || 'code' in error) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

type Handler = Pick<NodeHttpHandler, 'handle'>;
type AwsRequest = Parameters<Handler['handle']>[0];

/**
 * The SDK reads an answer in two steps: its head through the handler, its body through the collector. If the head shows
 * that the answer isn't from AWS, nobody reads the body.
 */
function recordedAws(connection: AwsConnection, recorder: Recorder, cleaner: Cleaner): AwsConnection {
  const { streamCollector = collectStream } = connection.settings;
  const requestHandler = connection.settings.requestHandler as Handler;
  const heads = new WeakMap<object, Head>();
  return {
    ...connection,
    settings: {
      ...connection.settings,
      requestHandler: {
        ...requestHandler,
        async handle(request: AwsRequest, options: Parameters<Handler['handle']>[1]) {
          const pending = recorder.begin(() => awsQuestion(rawRequest(request), cleaner));
          const result = await requestHandler.handle(request, options).catch(failing(pending));
          const { statusCode: status, headers, body } = result.response;
          const head: Head = {
            isRead: false,
            read: (text) =>
              pending.answered({ status, header: (name) => headers[name], text, parseXml: connection.parseXml }),
            failed: pending.failed,
          };
          if (typeof body === 'object' && body !== null) heads.set(body, head);
          // Whoever wants the body begins to read it in the turn in which the head is there.
          setImmediate(() => {
            if (!head.isRead) head.read(undefined);
          });
          return result;
        },
      },
      async streamCollector(stream: Readable) {
        const head = heads.get(stream);
        if (head === undefined) return streamCollector(stream);
        head.isRead = true;
        try {
          const bytes = await streamCollector(stream);
          head.read(Buffer.from(bytes).toString('utf8'));
          return bytes;
        } catch (error) {
          head.failed(error);
          throw error;
        }
      },
    },
  };
}

/** An answer of AWS of which only the head has come. */
interface Head {
  isRead: boolean;
  read(text: string | undefined): void;
  failed(error: unknown): void;
}

function rawRequest({ method, protocol, hostname, port, path, body }: AwsRequest) {
  const url = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`);
  return { method, url, ...(typeof body === 'string' ? { body } : {}) };
}

function recordedFetch(send: typeof fetch, recorder: Recorder, cleaner: Cleaner): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const body = typeof init?.body === 'string' ? { body: init.body } : {};
    const pending = recorder.begin(() =>
      pathQuestion('github', { method: init?.method ?? 'GET', url, ...body }, cleaner),
    );
    const answer = await send(input, init).catch(failing(pending));
    const { status, statusText, headers } = answer;
    const header = (name: string) => headers.get(name) ?? undefined;
    if (answer.body === null) {
      pending.answered({ status, header, text: '' });
      return answer;
    }
    const bytes = await wholeBody(answer.body).catch(failing(pending));
    pending.answered({ status, header, text: bytes.toString('utf8') });
    const same = new Response(bytes, { status, statusText, headers });
    return Object.defineProperty(same, 'url', { value: answer.url });
  };
}
