import type { Answer } from '../exchange.ts';
import type { Issue } from '../world.ts';
import { ACTIONS_BOT } from './knobs.ts';
import { ordered } from './repository.ts';
import { type Call, invalid, json, paged, refuse } from './responses.ts';
import { commentView, issueView } from './views.ts';

/** Issues and comments. */
export function issueRoute(call: Call): Answer | undefined {
  const { world, knobs, exchange, path, input } = call;
  const { method } = exchange;
  if (path === '/issues') {
    if (!knobs.issuesEnabled) return refuse(410, 'Issues has been disabled in this repository.');
    if (method === 'POST') return createIssue(call);
    const labels = (exchange.params.labels ?? '').split(',').filter(Boolean);
    const { creator } = exchange.params;
    if (creator !== undefined && !knobs.isAccount(creator)) return invalid('Issue', 'creator', 'creator is invalid');
    const rows = ordered(world, exchange)
      .filter((issue) => labels.every((label) => issue.labels.includes(label)))
      .filter((issue) => creator === undefined || issue.user.toLowerCase() === creator.toLowerCase());
    return paged(world, exchange, { rows, view: (issue) => issueView(world, knobs, issue) });
  }
  const commentId = /^\/issues\/comments\/(\d+)$/.exec(path)?.[1];
  if (commentId) return commentRoute(call, Number(commentId));
  const [, number, tail] = /^\/issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
  const issue = world.issues.get(Number(number));
  if (!issue) return undefined;
  if (!knobs.issuesEnabled && issue.pullHead === null) {
    return refuse(410, 'Issues has been disabled in this repository.');
  }
  if (tail && method === 'POST') {
    if (knobs.locked.has(issue.number)) return refuse(403, 'Unable to create comment because issue is locked.');
    if (tooLong(input.body)) return invalid('IssueComment', 'body', BODY_TOO_LONG);
    const id = Math.max(9000, ...world.comments.keys()) + 1;
    const user = knobs.login ?? ACTIONS_BOT;
    const made = { id, issue: issue.number, body: String(input.body ?? ''), user, createdAt: world.now() };
    world.comments.set(id, made);
    return json(201, commentView(world, made));
  }
  if (tail) {
    const comments = [...world.comments.values()].filter((one) => one.issue === issue.number);
    comments.sort((one, other) => one.id - other.id);
    return paged(world, exchange, { rows: comments, view: (one) => commentView(world, one) });
  }
  if (method === 'PATCH') {
    if (tooLong(input.body)) return invalid('Issue', 'body', BODY_TOO_LONG);
    if (typeof input.title === 'string') issue.title = input.title;
    if (typeof input.body === 'string') issue.body = input.body;
    if (input.state === 'open' || input.state === 'closed') {
      issue.state = input.state;
      knobs.reasons.set(issue.number, input.state === 'open' ? 'reopened' : String(input.state_reason ?? 'completed'));
    }
    if (Array.isArray(input.labels)) issue.labels = input.labels.map(String);
    issue.updatedAt = world.now();
  }
  return json(200, issueView(world, knobs, issue));
}

function commentRoute({ world, exchange: { method }, input }: Call, id: number): Answer | undefined {
  const comment = world.comments.get(id);
  if (!comment) return undefined;
  if (method === 'DELETE') {
    world.comments.delete(id);
    return { status: 204, body: '' };
  }
  if (method === 'PATCH') {
    if (tooLong(input.body)) return invalid('IssueComment', 'body', BODY_TOO_LONG);
    comment.body = String(input.body ?? '');
  }
  return json(200, commentView(world, comment));
}

const BODY_TOO_LONG = 'body is too long (maximum is 65536 characters)';
const tooLong = (body: unknown) => typeof body === 'string' && body.length > 65_536;

function createIssue({ world, knobs, input }: Call): Answer {
  const title = String(input.title ?? '');
  if (title === '') return refuse(422, 'Validation Failed', { errors: [{ code: 'missing_field', field: 'title' }] });
  if (title.length > 256) return invalid('Issue', 'title', 'title is too long (maximum is 256 characters)');
  if (tooLong(input.body)) return invalid('Issue', 'body', BODY_TOO_LONG);
  const number = Math.max(100, ...world.issues.keys()) + 1;
  const issue: Issue = {
    number,
    title,
    body: String(input.body ?? ''),
    state: 'open',
    labels: knobs.mayLabel && Array.isArray(input.labels) ? input.labels.map(String) : [],
    pullHead: null,
    user: knobs.login ?? ACTIONS_BOT,
    createdAt: world.now(),
    updatedAt: world.now(),
  };
  world.issues.set(number, issue);
  return json(201, issueView(world, knobs, issue));
}
