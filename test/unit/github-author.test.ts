import { describe, expect, it } from 'vitest';
import { PLACES, play, QUIET, TOUCHED, type Verdict } from './github-places.ts';
import { type GithubWorld, githubWorld } from './github-support.ts';

type Shown = Readonly<Record<string, unknown>> | null;
/** An account in the REST API, and one as `viewer` of the GraphQL API; an ID left out is not shown. */
const bot = (login: string, id?: number): Shown => ({ login, id: id ?? null, type: 'Bot' });
const person = (login: string, id?: number): Shown => ({ login, id: id ?? null, type: 'User' });
const viewer = (login: string, databaseId?: number): Shown => ({ login, databaseId: databaseId ?? null });

const ACTIONS = 'github-actions[bot]';
const ID = 41_898_282;
const GRAPHQL = { refused: 403, absent: 404, 'answers-501': 501 } as const;

/** Who wrote a text that begins with the marker, whose token it is, and what follows. */
const AUTHORS: readonly [who: string, author: Shown, token: Shown | keyof typeof GRAPHQL | 'untold', is: Verdict][] = [
  ['the Actions bot itself', bot(ACTIONS, ID), viewer(ACTIONS, ID), 'own'],
  ['a person', person('deployer', 5), viewer('deployer', 5), 'own'],
  ['an app', bot('plat[bot]', 6), viewer('plat[bot]', 6), 'own'],
  ['the same login in another case', person('dEPLOYER', 5), viewer('Deployer', 5), 'own'],
  ['an app that was renamed', bot('old[bot]', 6), viewer('new[bot]', 6), 'own'],
  ['a bot that GraphQL shows without brackets', bot(ACTIONS, ID), viewer('github-actions', ID), 'own'],

  ['another bot', bot('helper[bot]', 9), viewer(ACTIONS, ID), 'other'],
  ['a person, for the default token', person('mallory', 10), viewer(ACTIONS, ID), 'other'],
  ['another person', person('mallory', 10), viewer('deployer', 5), 'other'],
  ['the Actions bot, for the token of a person', bot(ACTIONS, ID), viewer('deployer', 5), 'other'],
  ['the Actions bot, for the token of an app', bot(ACTIONS, ID), viewer('plat[bot]', 6), 'other'],
  ['a person named as the app', person('plat', 12), viewer('plat[bot]', 6), 'other'],
  ['a person named as the Actions bot', person('github-actions', 11), viewer(ACTIONS, ID), 'other'],
  ['a person of the same login as a bot', person('plat', 12), viewer('plat', 6), 'other'],
  ['a bot of the same login as a person', bot('plat', 6), viewer('plat', 12), 'other'],
  ['an account that has the login of a deleted one', person('deployer', 13), viewer('deployer', 5), 'other'],
  ['a placeholder of an import', { login: 'deployer', id: 14, type: 'Mannequin' }, viewer('deployer', 5), 'other'],

  ['an account that is gone', null, viewer(ACTIONS, ID), 'unknown'],
  ['an author without a login', { login: null }, viewer(ACTIONS, ID), 'unknown'],
  ['the Actions bot, where GraphQL tells nothing', bot(ACTIONS, ID), 'untold', 'unknown'],
  ['a person, where GraphQL tells nothing', person('mallory', 10), 'untold', 'unknown'],
  ['the Actions bot, where GraphQL refuses', bot(ACTIONS, ID), 'refused', 'unknown'],
  ['the Actions bot, where there is no GraphQL', bot(ACTIONS, ID), 'absent', 'unknown'],
  ['the Actions bot, where GraphQL answers 501', bot(ACTIONS, ID), 'answers-501', 'unknown'],
  ['the Actions bot, where the viewer is null', bot(ACTIONS, ID), null, 'unknown'],
  ['the Actions bot, where the viewer has no login', bot(ACTIONS, ID), { databaseId: ID }, 'unknown'],
  ['an account that is gone, where GraphQL tells nothing', null, 'untold', 'unknown'],

  ['the same person without an ID', person('deployer', 5), viewer('Deployer'), 'own'],
  ['the same bot without an ID', bot(ACTIONS, ID), viewer(ACTIONS), 'own'],
  ['the same bot, whose author has no ID', bot(ACTIONS), viewer(ACTIONS, ID), 'own'],
  ['a person whose ID is 0, as that of the token', person('mallory', 0), viewer('deployer', 0), 'unknown'],
  ['a person without an ID, for a bot', person('mallory'), viewer(ACTIONS, ID), 'other'],
  ['a person, for a bot without an ID', person('mallory', 10), viewer(ACTIONS), 'other'],
  ['another bot without an ID: renamed?', bot('old[bot]', 6), viewer('new[bot]'), 'unknown'],
  ['another person without an ID: renamed?', person('old', 6), viewer('new'), 'unknown'],
  ['a bot without brackets and ID', bot(ACTIONS, ID), viewer('github-actions'), 'unknown'],
  ['a person named as a bot without an ID', person('github-actions', 11), viewer(ACTIONS), 'unknown'],
  ['a person with the login of a bot without an ID', person(ACTIONS, 11), viewer(ACTIONS), 'unknown'],
];

type Row = (typeof AUTHORS)[number];
const loginOf = ([, , token]: Row) =>
  typeof token === 'object' && typeof token?.['login'] === 'string' ? token['login'] : undefined;

async function worldOf(row: Row): Promise<GithubWorld> {
  const [, author, token] = row;
  const world = await githubWorld();
  const { knobs, sandbox } = world;
  knobs.accounts.set('in question', author);
  if (token === 'untold') knobs.login = null;
  else if (typeof token === 'string') {
    const match = { service: 'github', action: 'POST /graphql' } as const;
    sandbox.faults.add({ match, kind: 'status', status: GRAPHQL[token], times: 1e6 });
  } else knobs.viewer = token;
  // What this token certainly wrote.
  const login = loginOf(row) ?? '';
  const id = typeof token === 'object' ? token?.['databaseId'] : null;
  knobs.accounts.set('own', { login, id, type: login.endsWith('[bot]') ? 'Bot' : 'User' });
  return world;
}

describe.each(AUTHORS.map((row) => ({ who: row[0], is: row[3], row })))(
  'the marker first, by $who: $is',
  ({ row, is }) => {
    // What is certainly the token's own is not known where the token is not.
    const places = PLACES.filter((place) => !place.includes('an own one') || loginOf(row) !== undefined);
    it.each(places)('%s', async (place) => {
      const { changes, said, untouched } = await play(await worldOf(row), place, {
        user: 'in question',
        text: (marker) => `${marker}\nold`,
      });
      expect(changes).toEqual(TOUCHED[place][is]);
      if (is !== 'own') expect(untouched).toBe(true);
      if (is !== 'unknown' || QUIET.includes(place)) return expect(said).toBeUndefined();
      const onPull = place.startsWith('comment');
      const name = onPull ? 'comment 7' : 'issue #7';
      const page = onPull ? 'pull/12#issuecomment-7' : 'issues/7';
      const address = `https://github.com/acme/shop/${page}`;
      expect(said).toMatchObject({
        code: 'github-denied',
        ...(loginOf(row) === undefined
          ? {
              message: `GitHub doesn't report whose token this is; unchanged: ${name}`,
              fix: `Set github-token to one whose account GraphQL's \`viewer\` reports, such as the default, and check ${address}`,
            }
          : {
              message: `GitHub doesn't show who wrote ${name}; nothing was changed`,
              fix: `Delete it, or the first line of its text (hidden on the page), and run again: ${address}`,
            }),
      });
    });
  },
);
