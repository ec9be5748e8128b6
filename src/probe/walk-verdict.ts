import { X509Certificate } from 'node:crypto';
import { duration } from '../support/clock.ts';
import { oneLine, shortened } from '../support/errors.ts';
import { withPort } from './addresses.ts';
import type { Certificate, Fault, ProbeStep, Walk } from './steps.ts';
import type { ProbeCheck, ProbeTarget, ProbeVerdict } from './types.ts';

/** One line per step that any address reached. */
export function checksOf(walks: readonly Walk[], port: number): readonly ProbeCheck[] {
  return STEPS.flatMap((check, index) => {
    const tried = walks.filter(({ fault }) => fault === undefined || STEPS.indexOf(fault.step) >= index);
    if (tried.length === 0) return [];
    const detail = tried.map((one) => `${withPort(one.address, port)} ${said(check, one)}`).join('; ');
    return [{ check, ok: tried.every((one) => one.fault?.step !== check), detail }];
  });
}

const STEPS = ['tcp', 'ssl-request', 'tls'] as const satisfies readonly ProbeStep[];
const SUCCESS: Readonly<Record<ProbeStep, string>> = {
  tcp: 'connects',
  'ssl-request': 'answers S',
  tls: 'is verified',
};

function said(step: ProbeStep, { fault, certificate }: Walk): string {
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
export function judgeWalks(walks: readonly Walk[], target: ProbeTarget, timeoutMs: number): ProbeVerdict | undefined {
  const soonest = STEPS.flatMap((step) => walks.filter(({ fault }) => fault?.step === step))[0];
  if (soonest?.fault === undefined) return undefined;
  const alike = walks.filter(({ fault }) => fault?.step === soonest.fault?.step && fault?.kind === soonest.fault?.kind);
  return explain(soonest.fault, {
    target,
    where: alike.map((one) => withPort(one.address, target.port)).join(', '),
    fine: walks.filter((one) => one.fault === undefined).map((one) => one.address),
    within: duration(timeoutMs),
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

function explain(fault: Fault, scene: Scene): ProbeVerdict {
  const { port, endpointId, cluster } = scene.target;
  switch (fault.kind) {
    case 'silent':
      return silent(fault.step, scene);
    case 'no-route':
      return {
        code: 'probe-time-out',
        cause: `This runner has no route to ${scene.where}: ${fault.words}`,
        fix: 'Check the route tables between the runner and the subnets of the endpoint, and the firewall of the runner.',
      };
    case 'refused':
      return {
        code: 'probe-refused',
        cause: `Connections to ${scene.where} of ${endpointId} are refused`,
        fix:
          `Check that cluster ${cluster} is running, that its connection is available (run ensure), and that no firewall rejects ` +
          `port ${port}: the runner reaches the address, but nothing serves that port.`,
      };
    case 'cut':
      return {
        code: 'probe-reset',
        cause:
          fault.step === 'tls'
            ? `The connection to ${scene.where} is closed during the TLS handshake (${fault.words})`
            : `The connection to ${scene.where} is closed before TLS (${fault.words})`,
        fix: `Check that the connection of cluster ${cluster} to ${endpointId} is available (run ensure) and that no firewall on the way inspects port ${port}.`,
      };
    case 'answer':
      return {
        code: 'probe-not-postgres',
        cause:
          fault.answer.toString('latin1') === 'N'
            ? `The answer of ${scene.where} to the PostgreSQL SSLRequest is N: no TLS is offered`
            : `The answer of ${scene.where} to the PostgreSQL SSLRequest is ${quoted(fault.answer)} instead of S`,
        fix: `Check the service of ${endpointId} and what is between it and the runner: a CockroachDB Cloud cluster answers S.`,
      };
    case 'handshake':
      return {
        code: 'probe-not-postgres',
        cause: `TLS with ${scene.where} fails, though the SSLRequest is answered with S (${fault.words})`,
        fix: `Check the service of ${endpointId} and that no proxy or firewall on the way ends TLS.`,
      };
    default:
      return certificateVerdict(fault.kind, fault.words, scene);
  }
}

function silent(step: ProbeStep, { target, where, fine, within }: Scene): ProbeVerdict {
  const code = 'probe-time-out';
  if (step === 'ssl-request') {
    return {
      code,
      cause: `TCP to ${where} connects, but the PostgreSQL SSLRequest is not answered within ${within}`,
      fix: `Check that the connection of cluster ${target.cluster} is available and that no firewall blocks the traffic. Security groups aren't the cause, as TCP connects.`,
    };
  }
  if (step === 'tls') {
    return {
      code,
      cause: `TLS with ${where} does not finish within ${within}, though the SSLRequest is answered with S`,
      fix: 'Check that large packets arrive (MTU; network ACLs must allow ICMP "fragmentation needed") and that no firewall inspects TLS.',
    };
  }
  return {
    code,
    cause: `Nothing answers at ${where} of ${target.endpointId} within ${within}`,
    fix:
      fine.length > 0
        ? `Check the network ACL and the routes of the silent subnet first, then the security groups: ${fine.join(', ')} ${fine.length === 1 ? 'answers' : 'answer'}.`
        : `Allow TCP ${target.port} from this runner: check the security groups of ${target.endpointId}, the network ACLs (both directions), the routes, and the egress rules of the runner.`,
  };
}

function certificateVerdict(
  kind: 'untrusted' | 'expired' | 'misnamed',
  words: string,
  { where, certificate, target }: Scene,
): ProbeVerdict {
  if (target.ca !== undefined && !isCertificate(target.ca)) {
    return {
      code: 'probe-certificate',
      cause: `CockroachDB Cloud returned a CA for cluster ${target.cluster} that isn't a PEM certificate`,
      fix: 'Run again. If it fails again, ask Cockroach Labs support.',
    };
  }
  const authority = target.ca === undefined ? 'a public authority' : `the CA of cluster ${target.cluster}`;
  if (kind === 'misnamed') {
    const names = certificate?.names ?? [];
    const covered = names.length === 0 ? 'no name' : names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
    return {
      code: 'probe-certificate-name',
      cause: oneLine(`The certificate at ${where} does not cover ${target.host}; it covers ${covered}`),
      fix: 'Ask Cockroach Labs support which name the certificate covers: clients with sslmode=verify-full refuse it too.',
    };
  }
  if (kind === 'expired') {
    const span =
      certificate === undefined ? '' : `, valid from ${day(certificate.from)} until ${day(certificate.until)}`;
    return {
      code: 'probe-certificate',
      cause: `The certificate at ${where}, or one above it in its chain, is out of date (${words}${span})`,
      fix: 'Check the clock of this runner. If it is right, ask Cockroach Labs support to renew the certificate.',
    };
  }
  const issuer = certificate === undefined ? '' : `, issued by ${certificate.issuer}`;
  return {
    code: 'probe-certificate',
    cause: oneLine(`The certificate at ${where} is not signed by ${authority} (${words}${issuer})`),
    fix: 'Check that no proxy or firewall on the way ends TLS in place of the cluster. If none does, ask Cockroach Labs support.',
  };
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The beginning of what a server said, as a JSON string, so that control characters show and do no harm. */
function quoted(bytes: Buffer): string {
  return JSON.stringify(shortened(bytes.toString('latin1'), 41));
}
