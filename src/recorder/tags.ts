import { claimKey, claimValue, type Owner, ownerDigest, serverDigest } from '../reconcile/model/claims.ts';
import { wallTime } from '../support/moment.ts';
import type { StandIns } from './stand-ins.ts';
import type { TextCleaner } from './words.ts';

/** Cleans the tags of endpoints and groups: those of the action by their format, all others as names. */
export interface TagCleaner {
  tag(key: string, value: string): { key: string; value: string };
  key(key: string): string;
}

/** Whose run it is, and its stand-ins: digests of the one become those of the other. */
export interface RunOwner {
  readonly real: Owner;
  readonly standIn: Owner;
}

const NO_CLUSTER = { id: '', name: '' };
const OURS = 'cockroachdb-privatelink/';
const IN_FIELDS = /^cockroachdb-privatelink\/(?:claim|leaving)\//;
const GITHUB = serverDigest('https://github.com');

/**
 * Claims and marks hold digests of names. Where the names are known, they are computed again from the stand-ins, so
 * that a replay, which knows only those, has the same.
 */
export function createTagCleaner({
  standIns,
  words,
  owner,
}: {
  readonly standIns: StandIns;
  readonly words: TextCleaner;
  readonly owner: RunOwner;
}): TagCleaner {
  function key(text: string): string {
    if (!text.startsWith(OURS))
      return text.startsWith('aws:') || text === 'Name' ? words.text(text) : standIns.name('tag', text);
    const [, kind = '', digits = ''] = /^(claim\/|leaving\/)(.*)$/.exec(text.slice(OURS.length)) ?? [];
    if (kind === '') return words.text(text);
    return `${OURS}${kind}${hexOr(digits, 'tag')}`;
  }

  /** The digests of an owner, and of its claim on a cluster, follow from its stand-ins. */
  function know({ real, standIn }: RunOwner, clusterId: string): void {
    const digestOf = (one: Owner, id: string) => claimKey(one, id).slice(`${OURS}claim/`.length);
    standIns.assign('hex', digestOf(real, clusterId), digestOf(standIn, standIns.uuid(clusterId)));
    standIns.assign('hex', ownerDigest(real), ownerDigest(standIn));
  }

  /**
   * The owner of a claim, where its value has the whole name; a long one is cut. `sweep` compares the keys of claims
   * with those of the branches that there are.
   */
  function ownerOf(rawKey: string, value: string, clusterId: string): RunOwner {
    const [, repositoryId = '', name = ''] = /(?:^| )repo=(\S*) .* name=(.*)$/.exec(value) ?? [];
    const real = { ...owner.real, repositoryId, environment: name };
    if (repositoryId === '' || claimKey(real, clusterId) !== rawKey) return owner;
    const repo = repositoryId === owner.real.repositoryId ? owner.standIn.repositoryId : FIELDS['repo']?.(repositoryId);
    return {
      real,
      standIn: { ...owner.standIn, repositoryId: repo ?? '', environment: environment(name, standIns) },
    };
  }

  const hexOr = (value: string, kind: 'name' | 'tag') =>
    /^[0-9a-f]{8,64}$/.test(value) ? standIns.hex(value) : standIns.name(kind, value);
  /** The fields of a claim or mark that are no words. */
  const FIELDS: Readonly<Record<string, (value: string) => string>> = {
    cluster: words.text,
    clusters: (value) => value.split('+').map(words.text).join('+'),
    of: (value) => standIns.known(value) ?? standIns.name('cluster', value),
    repo: (value) => (/^\d+$/.test(value) ? standIns.number(value) : standIns.name('repo', value)),
    on: (value) => (value === GITHUB ? value : hexOr(value, 'name')),
    by: (value) => hexOr(value, 'name'),
    run: (value) => hexOr(value, 'name'),
    name: (value) => environment(value, standIns),
  };

  const single = (value: string) =>
    /^\d/.test(value) && !/^\d{4}-/.test(value) ? `[${value.length}]` : words.text(value);

  function field(part: string): string {
    const at = part.indexOf('=');
    // Parts are cleaned one by one, so that a number that was split would not be seen as one.
    if (at < 0) return part === 'v1' || part === '' ? part : `[${part.length}]`;
    const name = part.slice(0, at);
    const value = part.slice(at + 1);
    return `${words.text(name)}=${value === '' ? '' : (FIELDS[name] ?? single)(value)}`;
  }

  function others(rawValue: string): string {
    const isOwn = rawValue === '' || /^cockroachdb-privatelink(?: vpce-svc-|$)/.test(rawValue);
    return isOwn ? words.text(rawValue) : standIns.name('tag', rawValue);
  }

  standIns.assign('hex', serverDigest(owner.real.serverUrl), serverDigest(owner.standIn.serverUrl));
  standIns.assign('hex', ownerDigest(owner.real), ownerDigest(owner.standIn));
  // A claim holds the beginning of the name.
  const name = /(?:^| )name=(\S*)/;
  const shown = (one: Owner) => name.exec(claimValue(one, NO_CLUSTER, { at: wallTime(0), nonce: '' }))?.[1] ?? '';
  if (owner.real.environment !== 'default') standIns.assign('env', shown(owner.real), shown(owner.standIn));
  return {
    key,
    tag(rawKey, rawValue) {
      if (!rawKey.startsWith(OURS)) return { key: key(rawKey), value: others(rawValue) };
      if (!IN_FIELDS.test(rawKey)) return { key: key(rawKey), value: words.text(rawValue) };
      const cluster = /(?:^| )cluster=([0-9a-f-]{36})(?: |$)/.exec(rawValue)?.[1];
      if (cluster !== undefined) {
        know(owner, cluster);
        know(ownerOf(rawKey, rawValue, cluster), cluster);
      }
      return { key: key(rawKey), value: rawValue.split(' ').map(field).join(' ') };
    },
  };
}

/** `default` is everybody's; `branch:` and `pr:` decide what `sweep` may remove. */
export function environment(value: string, standIns: StandIns): string {
  if (value === 'default' || value === '') return value;
  const whole = standIns.known(value);
  if (whole !== undefined) return whole;
  const [, pull] = /^pr:(\d+)$/.exec(value) ?? [];
  if (pull !== undefined) return `pr:${standIns.number(pull)}`;
  if (value.startsWith('branch:')) {
    const branch = value.slice('branch:'.length);
    return `branch:${standIns.known(branch) ?? standIns.name('branch', branch)}`;
  }
  return standIns.name('env', value);
}
