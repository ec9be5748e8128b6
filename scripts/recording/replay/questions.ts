import type { Cleaner } from '../../../src/recorder/clean.ts';
import {
  awsQuestion,
  metadataQuestion,
  pathQuestion,
  type Question,
  tokenQuestion,
} from '../../../src/recorder/exchanges.ts';
import type { StandIns } from '../../../src/recorder/stand-ins.ts';
import { createTagCleaner } from '../../../src/recorder/tags.ts';
import { createTextCleaner } from '../../../src/recorder/words.ts';

/** What a replayed run talks to; each has an address of its own. */
export const SERVICES = ['oidc', 'sts', 'ec2', 'cloud', 'github'] as const;
export type ReplayedService = (typeof SERVICES)[number];

/** A request that reached the replay. */
export interface Arrival {
  readonly service: ReplayedService;
  readonly method: string;
  /** Within the service. */
  readonly url: URL;
  readonly body: string;
}

/** Every value stands for itself: what a replayed run knows are stand-ins already. */
const ITSELF: StandIns = {
  resource: (id) => id,
  uuid: (id) => id,
  account: (id) => id,
  hex: (digits) => digits,
  number: (digits) => digits,
  name: (_, value) => value,
  email: (address) => address,
  ipv4: (text) => text,
  ipv6: (text) => text,
  known: (value) => (/^[a-z]+-fade[0-9a-f]{8}$/.test(value) ? value : undefined),
  assign: () => undefined,
};
const NOBODY = { serverUrl: '', repositoryId: '', environment: 'default' };
const words = createTextCleaner({ standIns: ITSELF, names: [], relative: () => 't+0.000' });
const CLEANER: Cleaner = {
  standIns: ITSELF,
  words,
  tags: createTagCleaner({ standIns: ITSELF, words, owner: { real: NOBODY, standIn: NOBODY } }),
  relative: () => 't+0.000',
};

/** A request as a recording would have it, so that it can be compared with those that were recorded. */
export function questionOf({ service, method, url, body }: Arrival): Question {
  if (service === 'oidc') return tokenQuestion(url, CLEANER);
  if (service === 'cloud' || service === 'github') return pathQuestion(service, { method, url, body }, CLEANER);
  if (service === 'sts' || service === 'ec2') return awsQuestion({ method, url, body }, CLEANER);
  return metadataQuestion({ method, url }, CLEANER);
}

/**
 * Parameters that no two runs have in common: tokens, and what is derived from the time. In a description, a word that
 * is also a name (a branch called `a`) was replaced.
 */
const OF_ONE_RUN = new Set([
  ...['ClientToken', 'RoleSessionName', 'WebIdentityToken', 'DurationSeconds'],
  ...['GroupDescription', 'Description'],
]);

/**
 * A request without what differs from run to run: times, the run's own number in tags, tokens. Requests with the same
 * key ask for the same thing.
 */
export function keyOf(call: string, params: unknown): string {
  const withoutRun = (name: string, value: unknown): unknown => {
    if (OF_ONE_RUN.has(name.split('.').at(-1) ?? '')) return '*';
    if (typeof value === 'string') return roleOf(value);
    if (Array.isArray(value)) return value.map((one) => withoutRun('', one));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([inner, one]) => [inner, withoutRun(inner, one)] as const);
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  return JSON.stringify([call, withoutRun('', params)]);
}

/** A text with the parts that are of one run replaced by what they are. */
function roleOf(text: string): string {
  return (
    text
      .replace(/\bt[+-]\d+\.\d{3}\b/g, 'time')
      .replace(/\brun=\S+/g, 'run=*')
      .replace(/^(cockroachdb-privatelink\/leaving\/).*$/, '$1*')
      .replace(/\bstring\(\d+\)/g, 'string')
      // A stand-in does not say whether the account was an app's, so that a replay tries both spellings of its name.
      .replace(/^(user-fade[0-9a-f]{8})\[bot\]$/, '$1')
  );
}
