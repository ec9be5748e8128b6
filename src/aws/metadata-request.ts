import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { wholeBody } from '../support/whole-body.ts';

/** One request to a metadata service on the machine or in its container: those of EC2, ECS and EKS. */
export interface MetadataRequest {
  readonly method: 'GET' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Sends one request, without following redirects. Rejects only where no whole answer came. */
export type SendMetadataRequest = (request: MetadataRequest) => Promise<{ status: number; body: string }>;

/** Credentials take some hundred bytes. */
const LONGEST_BODY = 65_536;

/** Asks directly: these services are on the machine itself, where no proxy leads. */
export const sendMetadataRequest: SendMetadataRequest = ({ method, url, headers, signal }) =>
  new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const sent = request(url, { method, headers, signal, agent: false }, (answer) => {
      wholeBody(answer, LONGEST_BODY).then(
        (body) => resolve({ status: answer.statusCode ?? 0, body: body.toString('utf8') }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end();
  });
