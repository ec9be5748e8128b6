import type { IncomingHttpHeaders } from 'node:http';
export type ServiceName = 'oidc' | 'sts' | 'ec2' | 'cloud' | 'github' | 'metadata';

/** One request as the sandbox saw it. Secrets are redacted. */
export interface LoggedRequest {
  n: number;
  /** Virtual time, milliseconds. */
  at: number;
  /** Real time, milliseconds. */
  realAt: number;
  service: ServiceName;
  /** Through which set of addresses it came; '' for the sandbox's own. */
  door: string;
  /** `CreateVpcEndpoint`, or `GET /api/v1/clusters/…`. */
  action: string;
  params: Record<string, string>;
  headers: Record<string, string>;
  body: string;
  mutating: boolean;
  /** Secrets that the request held where they do not belong. */
  misplaced: string[];
  /** 0 when the client got no answer. */
  status: number;
  errorCode: string | null;
}

const SECRET_HEADERS = new Set(['authorization', 'x-amz-security-token']);
const SECRET_PARAMS = new Set(['WebIdentityToken']);

/** Copies headers, keeping only the scheme of those that carry secrets. */
export function redactHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
    kept[name] = SECRET_HEADERS.has(name) ? `${text.includes(' ') ? `${text.split(' ')[0]} ` : ''}[redacted]` : text;
  }
  return kept;
}

/** Copies parameters without tokens. */
export function redactParams(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, SECRET_PARAMS.has(name) ? '[redacted]' : value]),
  );
}
