import type { Answer } from '../exchange.ts';
import type { WorldState } from '../world.ts';
import { errorAnswer, notFound } from './responses.ts';

const certificatesOf = new WeakMap<WorldState, Map<string, string>>();

/** By cluster ID: the PEM that `GET /clusters/{id}/cert` answers with; may be set at any time. */
export function caCertificates(world: WorldState): Map<string, string> {
  const certificates = certificatesOf.get(world) ?? new Map<string, string>();
  certificatesOf.set(world, certificates);
  return certificates;
}

/** The CA of a cluster: public, outside of the API proper, and asked for without a key. Undefined for any other path. */
export function caAnswer(world: WorldState, method: string, path: string): Answer | undefined {
  const id = /^\/clusters\/([^/]+)\/cert$/.exec(path)?.[1];
  if (method !== 'GET' || id === undefined) return undefined;
  const body = caCertificates(world).get(decodeURIComponent(id));
  if (body === undefined) return errorAnswer(notFound(`cluster '${id}' not found`));
  return { status: 200, headers: { 'Content-Type': 'application/x-pem-file', Via: '1.1 google' }, body };
}
