import { type DeepPartial, defaultSettings, type Settings } from '../../../test/sandbox/settings.ts';
import type { Difference } from './differences.ts';
import { at } from './exchanges.ts';

/** A setting of the sandbox with a value that is not the usual one. */
export interface Candidate {
  /** As `--against` takes it. */
  readonly text: string;
  readonly settings: DeepPartial<Settings>;
}

/** Settings that a run can show, with the values that each can have. Times are added from what was recorded. */
const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  'ec2.dnsFlag': ['with-available', 'at-once'],
  'ec2.underWay': ['OperationInProgress', 'InvalidParameter', 'IncorrectState'],
  'ec2.untrusted': ['does-not-exist', 'created-then-rejected', 'created-then-failed'],
  'ec2.groupInUse': ['DependencyViolation', 'InvalidGroup.InUse'],
  'ec2.dnsEntriesBeforeAcceptance': [false, true],
  'ec2.pageSize': [1000, 2],
  'ec2.pascalStates': [false, true],
  'cloud.standardAccept': ['at-creation', 'first-connection'],
  'cloud.listUnadded': [true, false],
  'cloud.regionField': ['region_name', 'region', 'both', 'none'],
  'cloud.awsSubObject': [true, false],
  'cloud.statusPrefix': [true, false],
  'cloud.omitEmptyLists': [true, false],
  'cloud.keepRejected': [true, false],
  'cloud.stale': [true, false],
  'cloud.pagesEverywhere': [false, true],
  'cloud.clusterLock': [false, 503, 400, 409],
  'cloud.trustedOwners': ['enrolled', 400, 403, 404, 501],
  'cloud.unseen': [403, 404],
  'propagation.group': [0, 5],
  'propagation.endpoint': [0, 5],
  'sts.freshKeySeconds': [0, 5],
  'sts.idpUnreachable': [0, 1],
};

/** `cloud.statusPrefix=false` as settings. */
export function candidate(path: string, value: unknown): Candidate {
  const settings = path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  return { text: `${path}=${String(value)}`, settings: settings as DeepPartial<Settings> };
}

/**
 * Reads what `--against` was given.
 * @param text `ec2.pageSize=5`
 * @throws TypeError where it is no setting and value
 */
export function parseAgainst(text: string): Candidate {
  const wrong = (why: string) => Object.assign(new TypeError(`--against ${text}: ${why}.`), { code: 'AGAINST' });
  const [, path, raw = ''] = /^([A-Za-z0-9]+(?:\.[A-Za-z0-9]+)+)=(.*)$/.exec(text) ?? [];
  if (path === undefined) throw wrong('expected SETTING=VALUE');
  const isLag = /^stale\.seconds\.(?:endpoint|group|connection|rule)$/.test(path);
  if (!isLag && at(defaultSettings(), path) === undefined) throw wrong('the sandbox has no such setting');
  return candidate(path, /^(?:true|false|\d+(?:\.\d+)?)$/.test(raw) ? (JSON.parse(raw) as unknown) : raw);
}

/** Settings of one service that show in the answers of another. */
const ELSEWHERE = new Set([
  'cloud.standardAccept',
  'cloud.untrusted',
  'propagation.group',
  'propagation.endpoint',
  'sts.freshKeySeconds',
]);

/**
 * What could explain these differences: every choice of the services that they are of, and the recorded times.
 * @param settings those that the sandbox has now; what is one of them is left out
 */
export function candidatesFor(differences: readonly Difference[], settings: Settings): Candidate[] {
  const services = new Set(differences.map(groupOf));
  const times = differences.flatMap(({ time }) => (time === undefined ? [] : [candidate(time.knob, time.seconds)]));
  if (services.size === 1 && services.has('times')) return times;
  const fits = (path: string) => services.has('run') || services.has(path.split('.')[0] ?? '') || ELSEWHERE.has(path);
  const now = (path: string) => at(settings, path);
  const choices = Object.entries(CHOICES).flatMap(([path, values]) =>
    fits(path) ? values.filter((value) => value !== now(path)).map((value) => candidate(path, value)) : [],
  );
  return [...times, ...choices];
}

/** Whose settings could explain a difference. */
function groupOf({ service, call }: Difference): string {
  if (service !== 'states') return service;
  return call.startsWith('VPC endpoint') ? 'ec2' : 'cloud';
}
