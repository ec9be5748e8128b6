import { isActionError } from '../../support/errors.ts';
import { momentOf } from '../../support/moment.ts';
import type { Observed } from '../model/observed.ts';
import type { Of } from '../model/steps.ts';
import { taggedBy } from '../model/written-tags.ts';
import { type Applying, type Outcome, outdated, whileDecided } from './outcome.ts';

type Tags = Readonly<Record<string, string>>;

/** Writes claims (and other notes) on an endpoint. */
export async function claim({ endpointId, tags }: Of<'claim'>, { clients }: Applying): Promise<Outcome> {
  if ((await clients.ec2.setTags([endpointId], tags)) === 'requeue') return notThere(endpointId);
  return { kind: 'done', patch: withTags([endpointId], tags) };
}

/** Removes claims, each only where it still has the value that was read. */
export async function unclaim(action: Of<'unclaim'>, { clients, journal }: Applying): Promise<Outcome> {
  const { endpointId, tags, clusterIds } = action;
  // Written down first: even if the answer is lost, these clusters are what is left to look after.
  journal.entries.push({ kind: 'releasing', endpointId, clusterIds });
  const call = clients.ec2.removeTags([endpointId], tags);
  const answer = await whileDecided('DeleteTags', call);
  if (answer === 'requeue') return notThere(endpointId);
  if (answer !== 'done') return { ...answer, facets: ['endpoints', 'groups'] };
  return { kind: 'done', patch: withoutTags([endpointId], tags) };
}

/** Marks an endpoint, and the group that outlives it, as being left. */
export async function mark(action: Of<'mark'>, context: Applying): Promise<Outcome> {
  const { clients, journal } = context;
  const ids = taggedBy(action);
  // Before it is sent: others count from the time in it, whenever it gets there.
  const at = momentOf(clients.clock);
  for (const value of Object.values(action.tags)) journal.entries.push({ kind: 'marking', value, at });
  try {
    if ((await clients.ec2.setTags(ids, action.tags)) === 'requeue') return notThere(ids.join(' or '));
  } catch (error) {
    // The room that was seen is taken: the planner says what there is to do.
    if (isActionError(error) && error.code === 'tag-limit') return outdated(action.endpointId, error, context);
    throw error;
  }
  return { kind: 'done', patch: withTags(ids, action.tags) };
}

/** Removes a leaving mark from the endpoint and its group, only where it still has the value given. */
export async function unmark(action: Of<'unmark'>, { clients }: Applying): Promise<Outcome> {
  const ids = taggedBy(action);
  if ((await clients.ec2.removeTags(ids, action.tags)) === 'requeue') return notThere(ids.join(' or '));
  return { kind: 'done', patch: withoutTags(ids, action.tags) };
}

function notThere(what: string): Outcome {
  return { kind: 'requeue', facets: ['endpoints', 'groups'], why: `${what} has changed since it was read` };
}

function withTags(ids: readonly string[], tags: Tags): (observed: Observed) => Observed {
  return changeTags(ids, (before) => ({ ...before, ...tags }));
}

function withoutTags(ids: readonly string[], tags: Tags): (observed: Observed) => Observed {
  return changeTags(ids, (before) =>
    Object.fromEntries(Object.entries(before).filter(([key, value]) => tags[key] !== value)),
  );
}

function changeTags(ids: readonly string[], change: (tags: Tags) => Tags): (observed: Observed) => Observed {
  const apply = <T extends { readonly id: string; readonly tags: Tags }>(one: T): T =>
    ids.includes(one.id) ? { ...one, tags: change(one.tags) } : one;
  return (observed) => ({
    ...observed,
    endpoints: observed.endpoints.map(apply),
    groups: observed.groups.map(apply),
  });
}
