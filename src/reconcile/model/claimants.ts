import { bullets, counted, series } from '../../support/text.ts';
import { type Claim, isOwnClaim, type Owner, serverDigest } from './claims.ts';

/**
 * Who claims an endpoint, in words. Logs of public repositories are public, so environments are named only where they
 * are this repository's own. Of another repository only its numeric ID and the last use are told; whether it still
 * exists is not known. Pure.
 */

type Home = Pick<Owner, 'serverUrl' | 'repositoryId'>;

/** Another repository, or all claims that do not tell whose they are. */
export interface OtherRepository {
  /** `repository ID 700000099`, `an unreadable claim`. */
  readonly name: string;
  /** `another repository`, where that is known. */
  readonly whose: string;
  /** `last used 2026-11-29`. */
  readonly lastUsed: string;
}

/** The environments that a log lists at most. */
const MOST_LISTED = 10;

/** True for a claim of this repository on this GitHub server. */
export function isOfRepository(claim: Claim, { serverUrl, repositoryId }: Home): boolean {
  return claim.repositoryId === repositoryId && claim.server === serverDigest(serverUrl);
}

/** The name of a claim's environment where it is this repository's; undefined where it is not to be told. */
export function environmentOf(claim: Claim, owner: Owner): string | undefined {
  if (isOwnClaim(claim, owner)) return owner.environment;
  if (!isOfRepository(claim, owner)) return undefined;
  return claim.name || 'an environment without a name';
}

/** Those of the claims that are not this repository's, one entry for each repository. */
export function otherRepositories(claims: readonly Claim[], home: Home): OtherRepository[] {
  const latest = new Map<string, number>();
  for (const claim of claims) {
    if (isOfRepository(claim, home)) continue;
    const name = nameOfRepository(claim, home);
    latest.set(name, Math.max(latest.get(name) ?? 0, claim.lastUsed));
  }
  return [...latest].map(([name, at]) => ({
    name,
    whose: name === UNREADABLE ? 'its tag names no repository' : 'another repository',
    lastUsed: at === 0 ? 'last use unknown' : `last used ${new Date(at).toISOString().slice(0, 10)}`,
  }));
}

const UNREADABLE = 'an unreadable claim';

function nameOfRepository({ repositoryId, server }: Claim, { serverUrl }: Home): string {
  // Whoever writes tags may write any text there, and only a number is no name.
  if (!/^\d{1,20}$/.test(repositoryId)) return UNREADABLE;
  const elsewhere = server === serverDigest(serverUrl) ? '' : ' of another GitHub server';
  return `repository ID ${repositoryId}${elsewhere}`;
}

/** Who claims an endpoint, as far as it may be told. */
export interface Claimants {
  /** As the subject or object of a sentence: `branch:search`, `2 environments and 1 other repository`. */
  readonly text: string;
  /** True where `text` is a plural. */
  readonly many: boolean;
  /** Lines for the log alone: this repository's environments where there are several, at most ten. */
  readonly log: readonly string[];
}

/**
 * Puts claims into words. A single environment is named; of several only their number is told, and the log lists them.
 * @param owner whose run it is
 * @param about what is said of an environment besides its name
 */
export function claimantsOf(
  claims: readonly Claim[],
  owner: Owner,
  about: (claim: Claim) => string = () => '',
): Claimants {
  const environments = new Set<string>();
  const foreign: Claim[] = [];
  for (const claim of claims) {
    const name = environmentOf(claim, owner);
    if (name === undefined) foreign.push(claim);
    else environments.add(`${name}${about(claim)}`);
  }
  const repositories = otherRepositories(foreign, owner).filter((one) => one.name !== UNREADABLE).length;
  const unreadable = foreign.filter((claim) => nameOfRepository(claim, owner) === UNREADABLE).length;
  const [only = ''] = environments;
  const texts = [
    ...(environments.size === 1 ? [only] : some(environments.size, 'environment')),
    ...some(repositories, 'other repository', 'other repositories'),
    ...some(unreadable, 'unreadable claim'),
  ];
  return {
    text: series(texts),
    many: environments.size + repositories + unreadable > 1,
    log: environments.size > 1 ? listed([...environments].toSorted()) : [],
  };
}

/**
 * Why an endpoint stays: who claims it. Of one other repository the line itself tells the ID, of several the lines
 * below.
 * @param about as in `claimantsOf`
 */
export function keptFor(
  claims: readonly Claim[],
  owner: Owner,
  about: (claim: Claim) => string,
): { why: string; more: readonly string[]; log: readonly string[] } {
  const { text, log } = claimantsOf(claims, owner, about);
  const others = otherRepositories(
    claims.filter((claim) => environmentOf(claim, owner) === undefined),
    owner,
  ).map(({ name, lastUsed }) => `${name}, ${lastUsed}`);
  if (others.length === 1 && claims.every((claim) => environmentOf(claim, owner) === undefined))
    return { why: `claimed by ${others.join()}`, more: [], log };
  return { why: `still used by ${text}`, more: others.map((one) => `- ${one}`), log };
}

function some(count: number, noun: string, plural?: string): string[] {
  return count === 0 ? [] : [counted(count, noun, plural)];
}

function listed(environments: readonly string[]): string[] {
  return ['Environments of this repository:', ...bullets(environments, MOST_LISTED)];
}
