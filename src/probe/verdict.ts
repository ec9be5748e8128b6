import { X509Certificate } from 'node:crypto';
import { oneLine } from '../support/errors.ts';
import { type Answer, withPort } from './addresses.ts';
import type { Certificate, Fault, Step, Walk } from './steps.ts';
import type { ProbeCheck, ProbeCode, ProbeTarget } from './types.ts';

/** A code with its cause and fix, one line each. */
export interface Verdict {
  readonly code: ProbeCode;
  readonly cause: string;
  readonly fix: string;
}

/** What the resolver said: addresses, or why it said nothing. */
export type Resolved = { readonly answers: readonly Answer[] } | { readonly silence: string };

/** Says what is wrong with the answers of the resolver; undefined if there are some and all are the endpoint's own. */
export function judgeName(resolved: Resolved, target: ProbeTarget): Verdict | undefined {
  const { host, endpointId } = target;
  if ('silence' in resolved) {
    return {
      code: 'probe-name-unknown',
      cause: `The resolver of this runner gives no answer for ${host}: ${resolved.silence}`,
      fix: `Check the DNS settings of the runner: inside the VPC it should ask the VPC's own resolver (169.254.169.253).`,
    };
  }
  const of = (kind: Answer['kind']) => resolved.answers.filter((one) => one.kind === kind);
  if (resolved.answers.length === 0) {
    return {
      code: 'probe-name-unknown',
      cause: `${host} does not resolve on this runner`,
      fix: privateDnsFix(endpointId),
    };
  }
  const holder = resolved.answers.find((one) => one.kind === 'other');
  if (holder !== undefined) {
    return {
      code: 'probe-other-endpoint',
      cause: `${host} resolves to ${list(of('other'))} of VPC endpoint ${holder.endpointId}, not to ${endpointId}`,
      fix: `Private DNS of this name belongs to ${holder.endpointId}: turn it off there, or give that endpoint as endpoint-id.`,
    };
  }
  if (of('public').length > 0) {
    return {
      code: 'probe-public-address',
      cause: `${host} resolves publicly, to ${list(of('public'))}, and not to VPC endpoint ${endpointId}`,
      fix: privateDnsFix(endpointId),
    };
  }
  if (of('stray').length > 0) {
    return {
      code: 'probe-other-endpoint',
      cause: `${host} resolves to ${list(of('stray'))}, neither of VPC endpoint ${endpointId} nor of another one in its VPC`,
      fix: 'Look for the record in a private hosted zone (`aws route53 list-hosted-zones-by-vpc`), a DNS server of your own or the hosts file, and remove it.',
    };
  }
  return undefined;
}

function privateDnsFix(endpointId: string): string {
  return (
    `Turn on private DNS of ${endpointId} (private-dns: true) with both DNS attributes of the VPC, and let the runner ` +
    `ask the VPC's own resolver; a name just made can take a minute.`
  );
}

/** The one line for a runner from which the path cannot be judged: no sign of the VPC's resolver nor of the endpoint. */
export function outside(target: ProbeTarget, reason: string, reachMs: number): Verdict {
  return {
    code: 'probe-outside',
    cause:
      `Could not check: this runner seems to be outside the VPC of ${target.endpointId} ` +
      `(${reason}, and none of ${target.addresses.join(', ')} takes a connection on port ${target.port} within ${seconds(reachMs)})`,
    fix:
      'Run the step on a runner inside the VPC, or set probe: false; ' +
      'if it is inside, check that private DNS is on and that the security groups let it in.',
  };
}

/** The one line for an endpoint without a network interface to check. */
export function nothingToProbe(target: ProbeTarget): Verdict {
  return {
    code: 'probe-outside',
    cause: `Could not check: no IP address of VPC endpoint ${target.endpointId} is known`,
    fix: 'Let the endpoint become available and allow ec2:DescribeNetworkInterfaces, then run again.',
  };
}

/** One line per step that any address reached. */
export function checksOf(walks: readonly Walk[], port: number): readonly ProbeCheck[] {
  return STEPS.flatMap((check, index) => {
    const tried = walks.filter(({ fault }) => fault === undefined || STEPS.indexOf(fault.step) >= index);
    if (tried.length === 0) return [];
    const detail = tried.map((one) => `${withPort(one.address, port)} ${said(check, one)}`).join('; ');
    return [{ check, ok: tried.every((one) => one.fault?.step !== check), detail }];
  });
}

const STEPS = ['tcp', 'ssl-request', 'tls'] as const satisfies readonly Step[];
const SUCCESS: Readonly<Record<Step, string>> = { tcp: 'connects', 'ssl-request': 'answers S', tls: 'is verified' };

function said(step: Step, { fault, certificate }: Walk): string {
  if (fault === undefined || fault.step !== step) {
    return step === 'tls' && certificate !== undefined
      ? `${SUCCESS.tls}, certificate until ${day(certificate.until)}`
      : SUCCESS[step];
  }
  switch (fault.kind) {
    case 'silent':
      return 'does not answer';
    case 'refused':
      return 'refuses the connection';
    case 'answer':
      return `answers ${quoted(fault.answer)}`;
    default:
      return `fails (${fault.words})`;
  }
}

/** Explains the failures that came soonest on the way; undefined if every address went all the way. */
export function judgeWalks(walks: readonly Walk[], target: ProbeTarget, timeoutMs: number): Verdict | undefined {
  const soonest = STEPS.flatMap((step) => walks.filter(({ fault }) => fault?.step === step))[0];
  if (soonest?.fault === undefined) return undefined;
  const alike = walks.filter(({ fault }) => fault?.step === soonest.fault?.step && fault?.kind === soonest.fault?.kind);
  return explain(soonest.fault, {
    target,
    where: alike.map((one) => withPort(one.address, target.port)).join(', '),
    fine: walks.filter((one) => one.fault === undefined).map((one) => one.address),
    within: seconds(timeoutMs),
    certificate: soonest.certificate,
  });
}

interface Scene {
  readonly target: ProbeTarget;
  readonly where: string;
  /** The addresses that went all the way. */
  readonly fine: readonly string[];
  readonly within: string;
  readonly certificate: Certificate | undefined;
}

function explain(fault: Fault, scene: Scene): Verdict {
  const { host, port, endpointId, cluster } = scene.target;
  switch (fault.kind) {
    case 'silent':
      return silent(fault.step, scene);
    case 'no-route':
      return {
        code: 'probe-time-out',
        cause: `This runner has no way to ${scene.where}: ${fault.words}`,
        fix: 'Check the route tables between the runner and the subnets of the endpoint, and the firewall of the runner.',
      };
    case 'refused':
      return {
        code: 'probe-refused',
        cause: `Connections to ${scene.where} of ${endpointId} are refused`,
        fix:
          `The way there is open, but nothing serves port ${port} behind it: check that cluster ${cluster} is running and its ` +
          'connection is available (run ensure), and that no firewall rejects it.',
      };
    case 'cut':
      return {
        code: 'probe-reset',
        cause:
          fault.step === 'tls'
            ? `The connection to ${scene.where} is cut during the TLS handshake (${fault.words})`
            : `The connection to ${scene.where} is cut before TLS (${fault.words})`,
        fix: `Check that the connection of cluster ${cluster} to ${endpointId} is available (run ensure) and that no firewall on the way inspects port ${port}.`,
      };
    case 'answer':
      return {
        code: 'probe-not-postgres',
        cause:
          fault.answer.toString('latin1') === 'N'
            ? `The answer of ${scene.where} to the PostgreSQL SSLRequest is N: no TLS is offered`
            : `The answer of ${scene.where} to the PostgreSQL SSLRequest is ${quoted(fault.answer)} instead of S`,
        fix: `This is not how a CockroachDB Cloud cluster answers: check the service of ${endpointId} and what stands between it and the runner.`,
      };
    case 'handshake':
      return {
        code: 'probe-not-postgres',
        cause: `TLS with ${scene.where} fails, though the SSLRequest is answered with S (${fault.words})`,
        fix: `Check the service of ${endpointId} and that no proxy or firewall on the way ends TLS.`,
      };
    default:
      return certificateVerdict(fault.kind, fault.words, scene, host);
  }
}

function silent(step: Step, { target, where, fine, within }: Scene): Verdict {
  const code = 'probe-time-out';
  if (step === 'ssl-request') {
    return {
      code,
      cause: `TCP to ${where} connects, but the PostgreSQL SSLRequest is not answered within ${within}`,
      fix: `Security groups are not the cause, TCP gets through: check that the connection of cluster ${target.cluster} is available and that no firewall holds the traffic back.`,
    };
  }
  if (step === 'tls') {
    return {
      code,
      cause: `TLS with ${where} does not finish within ${within}, though the SSLRequest is answered with S`,
      fix: 'Check that large packets get through (MTU; network ACLs must let ICMP "fragmentation needed" in) and that no firewall inspects TLS.',
    };
  }
  return {
    code,
    cause: `Nothing answers at ${where} of ${target.endpointId} within ${within}`,
    fix:
      fine.length > 0
        ? `From ${fine.join(', ')} there is an answer, so look at the network ACL and the routes of the silent subnet first, then at the security groups.`
        : `Let TCP ${target.port} in from this runner: the security groups of ${target.endpointId}, then the network ACLs (both directions), the routes, and what the runner's own group lets out.`,
  };
}

function certificateVerdict(
  kind: 'untrusted' | 'expired' | 'misnamed',
  words: string,
  { where, certificate, target }: Scene,
  host: string,
): Verdict {
  if (target.ca !== undefined && !isCertificate(target.ca)) {
    return {
      code: 'probe-certificate',
      cause: `What CockroachDB Cloud gives out as the CA of cluster ${target.cluster} is no certificate in PEM form`,
      fix: 'Run again; if it stays so, ask Cockroach Labs support.',
    };
  }
  const authority = target.ca === undefined ? 'a public authority' : `the CA of cluster ${target.cluster}`;
  if (kind === 'misnamed') {
    const names = certificate?.names ?? [];
    const covered = names.length === 0 ? 'no name' : names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
    return {
      code: 'probe-certificate-name',
      cause: oneLine(`The certificate at ${where} does not cover ${host}; it covers ${covered}`),
      fix: 'Clients with sslmode=verify-full refuse it too: ask Cockroach Labs support which name of the private path the certificate covers.',
    };
  }
  if (kind === 'expired') {
    const span =
      certificate === undefined ? '' : `, valid from ${day(certificate.from)} until ${day(certificate.until)}`;
    return {
      code: 'probe-certificate',
      cause: `The certificate at ${where}, or one above it in its chain, is out of date (${words}${span})`,
      fix: 'Check the clock of this runner; if it is right, ask Cockroach Labs support to renew the certificate.',
    };
  }
  const issuer = certificate === undefined ? '' : `, issued by ${certificate.issuer}`;
  return {
    code: 'probe-certificate',
    cause: oneLine(`The certificate at ${where} is not signed by ${authority} (${words}${issuer})`),
    fix: 'Check that no proxy or firewall on the way ends TLS in place of the cluster; if none does, ask Cockroach Labs support.',
  };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}

/** `10 s`, `0.3 s`. */
export function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function list(answers: readonly Answer[]): string {
  return answers.map((one) => one.address).join(', ');
}

/** The beginning of what a server said, as a JSON string, so that control characters show and do no harm. */
function quoted(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return JSON.stringify(text.slice(0, 40)) + (text.length > 40 ? '…' : '');
}
