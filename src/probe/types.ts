import type { Limits, Walk, WalkTarget } from './steps.ts';

/** What is to be proved for one cluster. */
export interface ProbeTarget {
  /** The cluster's name, for messages. */
  readonly cluster: string;
  readonly host: string;
  readonly port: number;
  readonly endpointId: string;
  readonly vpcId: string;
  /** Whether AWS shows private DNS of the endpoint as on. */
  readonly privateDns: boolean;
  /** The private IP addresses of this endpoint's own network interfaces. With none, nothing can be checked. */
  readonly addresses: readonly string[];
  /** The same of the other endpoints in the VPC. */
  readonly others: readonly { readonly endpointId: string; readonly addresses: readonly string[] }[];
  /** PEM of the cluster's own CA (Advanced); undefined: the public roots. */
  readonly ca: string | undefined;
}

export type ProbeCode =
  | 'probe-name-unknown'
  | 'probe-public-address'
  | 'probe-other-endpoint'
  | 'probe-time-out'
  | 'probe-refused'
  | 'probe-reset'
  | 'probe-not-postgres'
  | 'probe-certificate'
  | 'probe-certificate-name'
  | 'probe-outside';

/** A code with its cause and fix, one line each. */
export interface ProbeVerdict {
  readonly code: ProbeCode;
  readonly cause: string;
  readonly fix: string;
}

/** One thing that was tried, over all addresses. A check that was not reached has no entry. */
export interface ProbeCheck {
  readonly check: 'dns' | 'tcp' | 'ssl-request' | 'tls';
  readonly ok: boolean;
  readonly detail: string;
}

export interface ProbeResult {
  readonly cluster: string;
  readonly host: string;
  /** What the resolver answered: `10.0.1.5, 10.0.2.5`, `no address`, `no answer: …`. */
  readonly answered: string;
  /** `outside`: it could not be checked from this runner, which says nothing about the path. */
  readonly outcome: 'proved' | 'failed' | 'outside';
  /** Undefined only for `proved`. */
  readonly code: ProbeCode | undefined;
  /** What was found, in one line. */
  readonly cause: string;
  /** What to do about it, in one line; empty for `proved`. */
  readonly fix: string;
  readonly checks: readonly ProbeCheck[];
  /** When the certificate that the server showed ends (ISO 8601; the earliest of several), trusted or not. */
  readonly certificateExpires: string | undefined;
}

/** The runner's resolver and its sockets. */
export interface ProbeNetwork {
  /**
   * Asks the runner's own resolver. Answers with no address if there is no such name;
   * @throws if the resolver could not be asked or gave no answer
   */
  resolve(host: string, signal: AbortSignal): Promise<readonly string[]>;
  /** TCP, SSLRequest and TLS against one address. */
  walk(address: string, target: WalkTarget, limits: Limits): Promise<Walk>;
  /** True if a TCP connection to the address comes to be. */
  isReached(address: string, port: number, limits: Limits): Promise<boolean>;
}

/** What a probe works with; the sockets are the machine's own unless told. */
export interface ProbeDeps extends Pick<ProbeNetwork, 'resolve'>, Partial<Omit<ProbeNetwork, 'resolve'>> {
  readonly signal: AbortSignal;
  /** For each step; 10 s unless told. */
  readonly timeoutMs?: number;
}
