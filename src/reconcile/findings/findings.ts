import type { Desired } from '../model/desired.ts';
import { namedEndpoint, vpcOf } from '../model/goal.ts';
import type { Plan, Wait, WaitKind } from '../model/plan.ts';
import { type BasedFinding, type Check, type Evidence, finding, type Reading } from './finding.ts';
import { pathFindings, publicAccess, strayFindings } from './manual-findings.ts';
import { stepFindings } from './step-findings.ts';
import { unmanagedFindings } from './unmanaged-findings.ts';

/**
 * The plan in words: every difference that `ensure` would mend and every blocker, as findings, and beside them what
 * only a person can judge. Pure. Bookkeeping (claims, marks) is never a finding.
 */
export function findingsOf(given: Evidence): BasedFinding[] {
  const { plan } = given;
  const findings = [
    ...plan.blockers.map((blocker) => blockerFinding(blocker, given.desired)),
    ...plan.steps.flatMap((step) => stepFindings(step, given)),
    ...plan.waits.flatMap(waitFinding),
    ...plan.paths.flatMap((path) => pathFindings(path, given)),
    ...strayFindings(given),
    ...unmanagedFindings(given),
    ...publicAccess(given),
    ...plan.notes.flatMap(noteFinding),
  ];
  // Two steps may tell the same: an endpoint that is to be replaced and the one that replaces it.
  return [...new Map(findings.map((one) => [`${one.check}\n${one.subject}\n${one.found}`, one])).values()];
}

const BLOCKER_BASIS: Readonly<Record<string, readonly Reading[]>> = {
  'wrong-account': ['account'],
  'vpc-not-found': ['vpc'],
  'vpc-shared': ['vpc', 'account'],
  'vpc-dns-off': ['vpc-dns'],
  'subnet-invalid': ['subnets'],
  'subnet-full': ['subnets'],
  'az-none': ['subnets'],
  'group-invalid': ['groups'],
  'group-name-taken': ['groups'],
  'owner-in-use': ['account'],
};

function blockerFinding(blocker: Plan['blockers'][number], desired: Desired): BasedFinding {
  const cluster = desired.clusters.includes(blocker.subject) ? blocker.subject : undefined;
  return finding(blocker.code, {
    subject: blocker.subject || (namedEndpoint(desired.goal) ?? vpcOf(desired.goal) ?? ''),
    expected: 'no problem that blocks ensure',
    found: blocker.said === undefined ? blocker.cause : `${blocker.cause}: ${blocker.said}`,
    fix: blocker.fix,
    basis:
      cluster === undefined
        ? (BLOCKER_BASIS[blocker.code] ?? ['endpoints'])
        : [
            `cluster:${cluster}`,
            `services:${cluster}`,
            `connections:${cluster}`,
            `owners:${cluster}`,
            ...(BLOCKER_BASIS[blocker.code] ?? []),
          ],
  });
}

/** The waits that are a difference; the others are about what this or another run is doing. */
const WAIT_CHECKS: Readonly<Record<WaitKind, Check | Plan['blockers'][number]['code'] | undefined>> = {
  cluster: 'cluster-not-ready',
  service: 'service-pending',
  endpoint: 'endpoint-not-available',
  connection: 'connection-pending',
  'cluster-read': undefined,
  unlocked: undefined,
  'host-name': undefined,
  creation: undefined,
  disconnected: undefined,
  'dns-name': undefined,
  gone: undefined,
  detached: undefined,
  claimed: undefined,
  mark: undefined,
  leaving: undefined,
  shown: undefined,
  retag: undefined,
  lag: undefined,
  confirm: undefined,
};

function waitFinding(wait: Wait): BasedFinding[] {
  const check = WAIT_CHECKS[wait.kind];
  if (check === undefined) return [];
  return [
    finding(check, {
      subject: wait.subject,
      expected: 'available',
      found: wait.seen,
      fix: `Wait: ${wait.waitingOn}.`,
      basis: wait.facets,
    }),
  ];
}

/**
 * Notes that are no findings: a missing zone can't be fixed by a run, a group of a peered account is never seen, a lock
 * passes, `verify` plans no departure, and each manual rule is a finding of its own.
 */
type NoteCheck = Exclude<Plan['notes'][number]['code'], NoFinding>;
type NoFinding = (typeof NO_FINDINGS)[number];
const NO_FINDINGS = [
  'zones',
  'departure',
  'cluster-locked',
  'manual-rules',
  'no-claim',
  'client-group-unseen',
] as const;

const NOTE_TEXTS: Readonly<Record<NoteCheck, { readonly expected: string; readonly fix: string }>> = {
  'shared-setting': {
    expected: 'the setting as configured here',
    fix: 'Configure the same in every environment. Otherwise ensure changes it once no other environment uses the endpoint.',
  },
  'not-ours': {
    expected: 'a VPC endpoint that this action manages',
    fix: 'Ask the owner of the endpoint for the change, if you need it.',
  },
  'internal-dns-missing': {
    expected: 'a private host name',
    fix: 'Check the cluster in the Cloud Console (Networking); ask Cockroach Labs support if the name stays missing.',
  },
  'trusts-everyone': {
    expected: 'only the accounts that are listed',
    fix: 'Remove * from the trusted owners, or list only *.',
  },
};

/** The plan with its notes as the log has them: one that is a finding is shown as that, not as a warning in addition. */
export function withoutNotedFindings(plan: Plan): Plan {
  return { ...plan, notes: plan.notes.map((note) => (isNoFinding(note.code) ? note : { ...note, warning: false })) };
}

function isNoFinding(code: Plan['notes'][number]['code']): code is NoFinding {
  return (NO_FINDINGS as readonly string[]).includes(code);
}

function noteFinding({ code, text, more }: Plan['notes'][number]): BasedFinding[] {
  if (isNoFinding(code)) return [];
  return [
    finding(
      code,
      {
        subject: '',
        expected: NOTE_TEXTS[code].expected,
        found: text,
        fix: more?.join(' ') ?? NOTE_TEXTS[code].fix,
        basis: code === 'trusts-everyone' ? [] : ['endpoints', 'groups'],
      },
      'warning',
    ),
  ];
}
