import { type CommentPlace, commentBody, keepComment } from '../../src/github/comment.ts';
import { driftMarker } from '../../src/github/drift-body.ts';
import { keepDriftIssue } from '../../src/github/drift-issue.ts';
import { CLEAN, DRIFT, failure, type GithubWorld, PLACE, REPOSITORY, said } from './github-support.ts';

export const LABEL = 'cockroachdb-privatelink';
export const ISSUES = '/repos/acme/shop/issues';
export const MARKER = driftMarker(PLACE);
const PULL: CommentPlace = { ...REPOSITORY, pullNumber: 12, key: 'pr:12 vpc-0aaa' };
export const COMMENT_MARKER = commentBody(PULL, said('')).split('\n')[0] ?? '';

/** Whose a text is: the action's own, another's, or not to be known. */
export type Verdict = 'own' | 'other' | 'unknown';

/**
 * The places of a text in question, which has number 7, and the requests that change something there. Beside it stands a
 * certainly own one (3 or 50) where the name of the place says so.
 */
export const TOUCHED = {
  'open issue, drift': { own: [`PATCH ${ISSUES}/7`], other: [`POST ${ISSUES}`], unknown: [] },
  'open issue, clean': { own: [`PATCH ${ISSUES}/7`, `POST ${ISSUES}/7/comments`], other: [], unknown: [] },
  'closed issue, drift': { own: [`PATCH ${ISSUES}/7`], other: [`POST ${ISSUES}`], unknown: [] },
  'closed issue, clean': { own: [], other: [], unknown: [] },
  'issue older than an own one, drift': {
    own: [`PATCH ${ISSUES}/7`, `PATCH ${ISSUES}/50`, `POST ${ISSUES}/50/comments`],
    other: [`PATCH ${ISSUES}/50`],
    unknown: [`PATCH ${ISSUES}/50`],
  },
  'issue younger than an own one, clean': {
    own: [`PATCH ${ISSUES}/3`, `PATCH ${ISSUES}/7`, `POST ${ISSUES}/7/comments`, `POST ${ISSUES}/3/comments`],
    other: [`PATCH ${ISSUES}/3`, `POST ${ISSUES}/3/comments`],
    unknown: [`PATCH ${ISSUES}/3`, `POST ${ISSUES}/3/comments`],
  },
  comment: { own: [`PATCH ${ISSUES}/comments/7`], other: [`POST ${ISSUES}/12/comments`], unknown: [] },
  'comment younger than an own one': {
    own: [`PATCH ${ISSUES}/comments/3`, `DELETE ${ISSUES}/comments/7`],
    other: [`PATCH ${ISSUES}/comments/3`],
    unknown: [`PATCH ${ISSUES}/comments/3`],
  },
} as const satisfies Record<string, Record<Verdict, readonly string[]>>;

export type PlaceName = keyof typeof TOUCHED;
export const PLACES = Object.keys(TOUCHED) as PlaceName[];
/** Where nothing need be said of a text that may be the action's own: there is one to keep, or none is needed. */
export const QUIET: readonly PlaceName[] = PLACES.filter(
  (one) => one.includes('an own one') || one === 'closed issue, clean',
);

/** Puts a text by `user` at a place, keeps issue or comment there, and tells what came of it. */
export async function play(
  world: GithubWorld,
  place: PlaceName,
  { user, text }: { user: string; text: (marker: string) => string },
) {
  const { world: github } = world.sandbox;
  const onPull = place.startsWith('comment');
  world.addIssue({ number: 12, pullHead: 'feature' });
  const comment = (id: number, by: string, body: string) =>
    github.comments.set(id, { id, issue: 12, user: by, createdAt: github.now(), body });
  const issue = (number: number, by: string, body: string) =>
    world.addIssue({ number, user: by, body, labels: [LABEL], title: `About ${MARKER}` });
  if (onPull) comment(7, user, text(COMMENT_MARKER));
  else issue(7, user, text(MARKER)).state = place.startsWith('closed') ? 'closed' : 'open';
  if (place.includes('issue older')) issue(50, 'own', `${MARKER}\nold`);
  if (place.includes('issue younger')) issue(3, 'own', `${MARKER}\nold`);
  if (place.includes('comment younger')) comment(3, 'own', `${COMMENT_MARKER}\nold`);
  const inQuestion = () => JSON.stringify((onPull ? github.comments : github.issues).get(7));
  const before = inQuestion();
  const kept = onPull
    ? keepComment(world.api, PULL, said('new'))
    : keepDriftIssue(world.api, PLACE, place.endsWith('clean') ? CLEAN : DRIFT);
  const told = await kept.then(
    () => undefined,
    () => failure(kept),
  );
  return { changes: world.changes(), said: told, untouched: inQuestion() === before };
}
