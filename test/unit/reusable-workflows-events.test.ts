import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Contexts, holds } from '../harness/expressions.ts';
import { workflowsIn, workflowsOf } from '../harness/workflow-files.ts';
import { NO_EVENTS, OTHERS, PULL_ROWS, REF_ROWS } from './reusable-workflows-events.ts';
import { eventOf, fileOf, givenBy, jobOf, mistakesIn, settings } from './reusable-workflows-support.ts';

interface Case {
  name: string;
  contexts: Contexts;
  preview: string;
  others: string;
}

const OWN = { full_name: 'acme/shop' };
const HEADS = [
  { of: 'this repository', repo: OWN, login: 'octocat' },
  { of: 'a fork', repo: { full_name: 'mallory/shop' }, login: 'octocat' },
  { of: 'a deleted fork', repo: null, login: 'octocat' },
  { of: 'Dependabot', repo: OWN, login: 'dependabot[bot]' },
] as const;
const REFS = [
  { of: 'a branch', name: 'feature/Login', type: 'branch' },
  { of: 'a tag', name: 'v1.2.0', type: 'tag' },
  { of: 'the merge queue', name: 'gh-readonly-queue/main/pr-12-0123456789abcdef', type: 'branch' },
  { of: 'Dependabot', name: 'dependabot/npm_and_yarn/undici-9', type: 'branch' },
] as const;

/** The activity types of a row; one without any where the event has none. */
const actionsOf = (text: string) => (text === '' ? [undefined] : text.split(' '));

function pullCases(fork: boolean): Case[] {
  return PULL_ROWS.flatMap(([event, actions, ...outcomes]) =>
    actionsOf(actions).flatMap((action) =>
      HEADS.map(({ of, repo, login }, column): Case => {
        const pull_request = { number: 12, head: { ref: 'main', repo }, user: { login } };
        const payload = { action, number: 12, pull_request, repository: { fork } };
        const target = event === 'pull_request_target';
        const ref = target ? {} : { ref_name: '12/merge', ref: 'refs/pull/12/merge' };
        return {
          name: `${event} ${action ?? ''} of ${of}`,
          contexts: eventOf(event, payload, ref),
          preview: outcomes[column] ?? '',
          others: OTHERS.pulls[column] ?? '',
        };
      }),
    ),
  );
}

function refCases(fork: boolean): Case[] {
  return REF_ROWS.flatMap(([event, actions, ...outcomes]) =>
    actionsOf(actions).flatMap((action) =>
      REFS.map(({ of, name, type }, column): Case => {
        const isDelete = event === 'delete';
        const about = isDelete || event === 'create' ? { ref: name, ref_type: type } : {};
        const refs = { ref: `refs/${type === 'tag' ? 'tags' : 'heads'}/${name}`, ref_name: name, ref_type: type };
        return {
          name: `${event} ${action ?? ''} of ${of}`,
          contexts: eventOf(event, { action, ...about, repository: { fork } }, isDelete ? {} : refs),
          preview: outcomes[column] ?? '',
          others: OTHERS[isDelete ? 'delete' : 'refs'][column] ?? '',
        };
      }),
    ),
  );
}

const CASES = [...pullCases(false), ...refCases(false)];
const IN_FORK = [...pullCases(true), ...refCases(true)].map((one) => ({ ...one, preview: '-', others: '-' }));
const preview = fileOf('preview');

/** What preview.yml does under a condition: its own, unless a test changes it. */
function outcomeOf(contexts: Contexts, condition: unknown = jobOf(preview).if): string {
  if (!holds(condition, contexts)) return '-';
  const { operation, environment } = givenBy(preview, settings, contexts);
  return `${operation} ${environment}`;
}

describe('the table', () => {
  it('has every event and activity type that GitHub has', () => {
    const file = 'node_modules/@actions/workflow-parser/dist/workflow-v1.0.min.json';
    const { definitions } = JSON.parse(readFileSync(file, 'utf8')) as {
      definitions: Record<string, { mapping?: { properties: object }; 'allowed-values'?: string[] }>;
    };
    const events = Object.keys(definitions['on-mapping-strict']?.mapping?.properties ?? {});
    expect(events.length).toBeGreaterThan(30);
    const rows = [...PULL_ROWS, ...REF_ROWS];
    const missing = events
      .filter((event) => !NO_EVENTS.includes(event))
      .flatMap((event) => {
        const tried = rows.filter(([name]) => name === event).flatMap(([, actions]) => actionsOf(actions));
        const types = definitions[`${event.replaceAll('_', '-')}-activity-type`]?.['allowed-values'] ?? [undefined];
        return types
          .filter((type) => (type === undefined ? tried.length === 0 : !tried.includes(type)))
          .map((type) => `${event} ${type}`);
      });
    expect(missing).toEqual([]);
  });

  it('has each of them once', () => {
    const names = CASES.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(names.length).toBeGreaterThan(500);
  });
});

describe('preview', () => {
  it.each(CASES)('$name: $preview', ({ contexts, preview: expected }) => {
    expect(outcomeOf(contexts)).toBe(expected);
    if (expected === '-') return;
    const given = givenBy(preview, settings, contexts);
    const [operation, environment = ''] = expected.split(' ');
    expect(given).toMatchObject({
      cluster: operation === 'ensure' ? settings.cluster : '',
      comment: String(environment.startsWith('pr:')),
      group: `cockroachdb-privatelink ${environment} ${settings['vpc-id']} ${settings['aws-region']}`,
    });
    expect(mistakesIn(given)).toEqual([]);
  });

  it('is called for events that it does not skip', () => {
    const callers = [...workflowsIn('examples'), ...['README.md', 'docs/recipes.md'].flatMap(workflowsOf)].filter(
      ({ document }) => Object.values(document.jobs).some(({ uses }) => uses?.includes('/preview.yml@') === true),
    );
    expect(callers.length).toBeGreaterThanOrEqual(3);
    const started = callers.flatMap(({ name, document }) =>
      Object.entries(document.on as Record<string, { types?: string[] } | null>).flatMap(([event, on]) =>
        (on?.types ?? ['']).map((type) => ({ name, event, type })),
      ),
    );
    const runs = [...PULL_ROWS, ...REF_ROWS].filter((row) => row[2] !== '-');
    const isRun = ({ event, type }: { event: string; type: string }) =>
      runs.some((row) => row[0] === event && row[1].split(' ').includes(type));
    expect(started.filter((one) => !isRun(one))).toEqual([]);
  });

  it('is skipped in a fork, whatever the event', () => {
    expect(IN_FORK.filter(({ contexts }) => outcomeOf(contexts) !== '-')).toEqual([]);
  });

  it('takes a repository whose name is written in other case for itself', () => {
    const pull_request = { number: 12, head: { repo: { full_name: 'Acme/Shop' } }, user: { login: 'octocat' } };
    const contexts = eventOf('pull_request', { action: 'closed', number: 12, pull_request });
    expect(outcomeOf(contexts)).toBe('delete pr:12');
  });

  const condition = String(jobOf(preview).if);
  const terms =
    condition.match(/startsWith\(.*?\)|contains\(.*?\), [\w.]+\)|github\.[\w.]+( == ('.*?'|[\w.]+)| != '.*?')?/g) ?? [];
  const words = condition.match(/"\w+"/g) ?? [];
  const changesSomething = (changed: string) =>
    [...CASES, ...IN_FORK].some(({ contexts, preview: expected }) => outcomeOf(contexts, changed) !== expected);

  it('has a condition of as many terms and words as are tried here', () => {
    expect([terms.length, words.length]).toEqual([15, 8]);
  });

  // Which of two terms that are alike is meant, by its place.
  it.each(terms.map((term, at) => [at, term] as const))('needs term %i, %s', (at) => {
    for (const instead of ['true', 'false']) {
      let place = -1;
      const changed = condition.replaceAll(new RegExp(terms.map(escaped).join('|'), 'g'), (term) => {
        place += 1;
        return place === at ? instead : term;
      });
      expect(changesSomething(changed), changed).toBe(true);
    }
  });

  it.each(words)('needs the word %s, and no other in its place', (word) => {
    expect(changesSomething(condition.replace(word, '"no_such_word"'))).toBe(true);
  });
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe.each(['verify', 'sweep', 'fan-out'])('%s', (name) => {
  const { if: condition } = jobOf(fileOf(name));
  it('runs but for forks, heads of other repositories and Dependabot', () => {
    const wrong = [...CASES, ...IN_FORK].filter(
      ({ contexts, others }) => (holds(condition, contexts) ? 'runs' : '-') !== others,
    );
    expect(wrong.map((one) => `${one.name}: ${one.others}`)).toEqual([]);
  });

  it('takes nothing else from the event', () => {
    const used = fileOf(name).text.match(/github\.(event|head|base|ref)[\w.]*/g) ?? [];
    const allowed = ['repository.fork', 'pull_request', 'pull_request.head.repo.full_name', 'pull_request.user.login'];
    const names = [...allowed.map((one) => `github.event.${one}`), 'github.ref_name'];
    // Checks of different refs have groups of their own.
    expect(used.filter((one) => !names.includes(one))).toEqual(name === 'fan-out' ? ['github.ref'] : []);
  });
});
