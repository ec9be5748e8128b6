import { describe, expect, it } from 'vitest';
import { driftBody, driftMarker } from '../../src/github/drift-body.ts';
import { NOTHING, withReport } from '../../src/github/drift-checks.ts';
import { keepDriftIssue } from '../../src/github/drift-issue.ts';
import { COMMENT_MARKER, ISSUES, LABEL, MARKER, PLACES, play, TOUCHED } from './github-places.ts';
import { CHECKED_AT, CLEAN, DRIFT, failure, finding, githubWorld, PLACE, report } from './github-support.ts';

const BOT = 'github-actions[bot]';
const elsewhere = (changes: object) => driftMarker({ ...PLACE, ...changes });

/** Texts by the token's own account that hold the marker; only one that begins with it is the action's own. */
const TEXTS: readonly [what: string, text: (marker: string) => string, is: 'own' | 'other'][] = [
  ['nothing but the marker', (marker) => marker, 'own'],
  ['the marker and a text', (marker) => `${marker}\n\ntext`, 'own'],
  ['the line ends of an editor', (marker) => `${marker}\r\n\r\ntext\r\n`, 'own'],
  ['what a person wrote below it', (marker) => `${marker}\nMy notes\n\n> quoted`, 'own'],
  ['the marker twice', (marker) => `${marker}\n${marker}\n`, 'own'],
  ['the marker of another environment below', (marker) => `${marker}\n${elsewhere({ environment: 'x' })}`, 'own'],
  ['the marker of another environment above', (marker) => `${elsewhere({ environment: 'x' })}\n${marker}`, 'other'],
  ['the marker of another region above', (marker) => `${elsewhere({ region: 'eu-west-1' })}\n${marker}`, 'other'],
  ['a quote', (marker) => `> ${marker}\n> text`, 'other'],
  ['a code block', (marker) => `\`\`\`html\n${marker}\n\`\`\``, 'other'],
  ['an indented code block', (marker) => `    ${marker}\n`, 'other'],
  ['a code span', (marker) => `\`${marker}\`\n`, 'other'],
  ['a list', (marker) => `- ${marker}\n`, 'other'],
  ['a hidden part', (marker) => `<!-- ${marker}\n`, 'other'],
  ['a fold', (marker) => `<details>\n${marker}\n</details>`, 'other'],
  ['the second line', (marker) => `The action keeps this one:\n${marker}\n`, 'other'],
  ['an empty line above', (marker) => `\n${marker}\n`, 'other'],
  ['a line end of an editor above', (marker) => `\r\n${marker}\n`, 'other'],
  ['a space above', (marker) => ` ${marker}\n`, 'other'],
  ['a byte order mark above', (marker) => `\ufeff${marker}\n`, 'other'],
  ['a character without width above', (marker) => `\u200b${marker}\n`, 'other'],
  ['more on the line of the marker', (marker) => `${marker} is the marker`, 'other'],
  ['the marker in capitals', (marker) => `${marker.toUpperCase()}\n`, 'other'],
  ['the marker escaped', (marker) => `${marker.replace('<', '&lt;')}\n`, 'other'],
  ['a shorter hash', (marker) => `${marker.replace(/.{4} -->/, ' -->')}\n`, 'other'],
  ['the other kind of marker', (marker) => (marker === MARKER ? COMMENT_MARKER : MARKER), 'other'],
  ['no text', () => '', 'other'],
];

describe.each(TEXTS)('by the account of the token: %s', (_, text, is) => {
  it.each(PLACES)('%s', async (place) => {
    const world = await githubWorld();
    world.knobs.accounts.set('own', { login: BOT, id: 41_898_282, type: 'Bot' });
    const { changes, said, untouched } = await play(world, place, { user: BOT, text });
    expect(changes).toEqual(TOUCHED[place][is]);
    expect(said).toBeUndefined();
    if (is === 'other') expect(untouched).toBe(true);
  });
});

describe('what is asked', () => {
  it('no text that only quotes the marker, where GitHub does not say whose token it is', async () => {
    const world = await githubWorld();
    world.knobs.login = null;
    world.addIssue({ number: 8, body: `> ${MARKER}`, labels: [LABEL] });
    expect((await keepDriftIssue(world.api, PLACE, CLEAN)).action).toBe('none');
    expect(world.reads(/graphql/)).toHaveLength(1);
  });

  it('a lost answer to a new issue on a server that does not say whose token it is: it is not opened twice', async () => {
    const world = await githubWorld();
    world.knobs.login = null;
    world.sandbox.faults.add({ match: { service: 'github', action: `POST ${ISSUES}` }, kind: 'reset', when: 'after' });
    const error = await failure(keepDriftIssue(world.api, PLACE, DRIFT));
    expect(error.message).toBe("GitHub doesn't report whose token this is; unchanged: issue #101");
    expect(world.changes()).toEqual([`POST ${ISSUES}`]);
  });

  it('a pull request that begins with the marker is never touched', async () => {
    const world = await githubWorld();
    world.addIssue({
      number: 9,
      user: BOT,
      pullHead: 'feature',
      labels: [LABEL],
      body: driftBody(PLACE, withReport(NOTHING, DRIFT), { run: DRIFT, now: CHECKED_AT }),
    });
    expect((await keepDriftIssue(world.api, PLACE, CLEAN)).action).toBe('none');
    expect((await keepDriftIssue(world.api, PLACE, report([finding()]))).action).toBe('opened');
    expect(world.changes()).toEqual([`POST ${ISSUES}`]);
  });

  it('an issue whose label was taken off is still the one, and one that was edited by a maintainer too', async () => {
    const world = await githubWorld();
    await keepDriftIssue(world.api, PLACE, DRIFT);
    const issue = world.sandbox.world.issues.get(101);
    if (issue) Object.assign(issue, { labels: [], title: 'Renamed', body: `${issue.body}\r\nEdited by a maintainer` });
    expect((await keepDriftIssue(world.api, PLACE, DRIFT)).action).toBe('updated');
    expect(world.changes()).toEqual([`POST ${ISSUES}`, `PATCH ${ISSUES}/101`]);
  });

  it('several that may be the own one are all named', async () => {
    const world = await githubWorld();
    world.knobs.accounts.set('gone', null);
    for (const number of [7, 9]) world.addIssue({ number, user: 'gone', body: MARKER, labels: [LABEL] });
    const error = await failure(keepDriftIssue(world.api, PLACE, DRIFT));
    expect(error.message).toBe("GitHub doesn't show who wrote issue #7, issue #9; nothing was changed");
    expect(world.changes()).toEqual([]);
  });
});
