import type { EventNames } from '../github/event.ts';
import { shortened } from '../support/errors.ts';
import { quotedValue, visible } from '../support/white-space.ts';

/** Why a name cannot be the environment, and what to do; each a part of a sentence. */
export interface NameMistake {
  readonly cause: string;
  readonly fix: string;
}

const FOR_BRANCHES = 'Run this step for branches only, or set environment to a name without branch:';
const FOR_PULLS = 'Run this step for pull requests of this repository only';

/** A name that the event gives, on one line; GitHub's are at most 255 characters long. */
const named = (name: string) => shortened(visible(name), 255);

/** True for names that the event of the run has a say in. */
export function isBranchOrPull(environment: string): boolean {
  return /^(branch|pr):/.test(environment);
}

/** Where a name is given: by which operation, in which event. */
interface NamedIn {
  readonly operation: string;
  readonly event: EventNames;
}

/**
 * The one place that says what `branch:<name>` and `pr:<number>` may name: a branch or a pull request of this
 * repository. With any other meaning `delete` and `sweep` would delete what another environment uses.
 */
export function environmentMistake(environment: string, { operation, event }: NamedIn): NameMistake | undefined {
  const shown = quotedValue(environment, 40);
  if (environment.startsWith('branch:')) {
    const name = environment.slice('branch:'.length);
    return (
      spelling(name, shown) ??
      otherRepository(name, shown, event) ??
      tag(name, shown, event) ??
      lasting(name, shown, { operation, event })
    );
  }
  return environment.startsWith('pr:') ? pullMistake(environment.slice('pr:'.length), shown, event) : undefined;
}

/** What no branch is called, or what no branch is that a workflow can name. */
function spelling(name: string, shown: string): NameMistake | undefined {
  // Git takes no plain space in a name, but any other space.
  if (/^( |$)/.test(name))
    return { cause: 'branch: needs the name of a branch', fix: 'Set environment to branch:<name>' };
  const pull = /^(?:refs\/pull\/)?(\d+)\/merge$/.exec(name)?.[1];
  if (pull !== undefined) {
    return { cause: `${shown} is a merge ref, not a branch`, fix: `Set environment to pr:${pull}` };
  }
  if (name.startsWith('refs/tags/')) return { cause: `${shown} is a tag, not a branch`, fix: FOR_BRANCHES };
  if (!name.startsWith('refs/')) return undefined;
  const branch = /^refs\/heads\/(.+)$/s.exec(name)?.[1];
  return {
    cause: `${shown} is not the name of a branch`,
    fix: `Set environment to branch:${branch === undefined ? '<name>' : visible(branch)}`,
  };
}

/** The head of a pull request from a fork has a name that a branch of this repository can have too. */
function otherRepository(name: string, shown: string, { head, pullNumber }: EventNames): NameMistake | undefined {
  if (head === undefined || head.own || head.branch !== name) return undefined;
  const pull = pullNumber > 0 ? `pr:${pullNumber}` : 'pr:<number>';
  const fix = `Set environment to ${pull}`;
  if (head.repository === '') return { cause: `${shown} is a branch of a deleted repository`, fix };
  const cause = `${shown} is a branch of another repository`;
  return { cause, fix: `${fix}, since the branch is in ${named(head.repository)}` };
}

/** A branch can have the name of a tag; no run for the tag is about that branch. */
function tag(name: string, shown: string, { tags }: EventNames): NameMistake | undefined {
  return tags.includes(name) ? { cause: `${shown} is a tag, not a branch`, fix: FOR_BRANCHES } : undefined;
}

/** What lives on when a pull request is closed or a ref is deleted, and what `github.ref_name` holds then. */
function lasting(name: string, shown: string, { operation, event }: NamedIn): NameMistake | undefined {
  const { head, pullNumber, base, defaultBranch, deleted } = event;
  if (operation !== 'delete') return undefined;
  if (deleted !== undefined && name === defaultBranch && !(deleted.type === 'branch' && deleted.name === name)) {
    const cause = `${shown} is the default branch, not the deleted ${named(deleted.type)} ${quotedValue(deleted.name, 24)}`;
    const fix =
      deleted.type === 'branch' ? `Set environment to branch:${named(deleted.name)} (github.event.ref)` : FOR_BRANCHES;
    return { cause, fix };
  }
  if (base === undefined || name !== base || (head?.own === true && head.branch === name)) return undefined;
  const own = head?.own === true ? ` or branch:${named(head.branch)}` : '';
  const cause = `${shown} is the base branch of pull request ${pullNumber}; delete needs its head`;
  return { cause, fix: `Set environment to pr:${pullNumber}${own}` };
}

/** Issues and pull requests share one sequence of numbers, and each repository has its own. */
function pullMistake(text: string, shown: string, { issue, foreignPulls }: EventNames): NameMistake | undefined {
  if (!/^[1-9]\d{0,9}$/.test(text))
    return { cause: `${shown} needs the number of a pull request (pr:123)`, fix: 'Set environment to pr:<number>' };
  const number = Number(text);
  if (number === issue) return { cause: `${shown} is an issue, not a pull request`, fix: FOR_PULLS };
  if (!foreignPulls.includes(number)) return undefined;
  return { cause: `${shown} is a pull request of another repository`, fix: FOR_PULLS };
}

/**
 * Says so where a name looks like that of a pull request or a branch and is none: `sweep` looks for `pr:<number>` and
 * `branch:<name>` in exactly this spelling. Undefined for any other name.
 */
export function unsweptName(environment: string): NameMistake | undefined {
  const pull = /^(?:pr|pull|pull[-_ ]?request)[-_:/# ]?(\d+)$/i.exec(environment)?.[1];
  const branch = /^(?:branch|branches)[:/](.+)$/is.exec(environment)?.[1];
  const meant = pull === undefined ? (branch === undefined ? undefined : `branch:${visible(branch)}`) : `pr:${pull}`;
  if (meant === undefined || meant === environment || isBranchOrPull(environment)) return undefined;
  return {
    cause: `Environment ${quotedValue(environment, 40)} is never swept: sweep needs the exact spelling ${meant}`,
    fix: `Set environment to ${meant}`,
  };
}
