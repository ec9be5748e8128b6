import type { Answer, Exchange } from '../exchange.ts';
import type { Issue, WorldState } from '../world.ts';
import { type Call, json, paged, refuse } from './responses.ts';
import { branchView, pullView } from './views.ts';

/** The repository, its branches and its pull requests. */
export function repositoryRoute({ world, knobs, exchange, path }: Call): Answer | undefined {
  if (exchange.method !== 'GET') return undefined;
  const { repository } = world;
  if (path === '') {
    return json(200, {
      id: Number(repository.id),
      name: repository.name,
      full_name: `${repository.owner}/${repository.name}`,
      default_branch: repository.defaultBranch,
      owner: { login: repository.owner, id: Number(repository.ownerId) },
    });
  }
  if (path === '/branches') return paged(world, exchange, { rows: [...world.branches].sort(), view: branchView });
  const branch = /^\/branches\/(.+)$/.exec(path)?.[1];
  if (branch) return world.branches.has(branch) ? json(200, branchView(branch)) : refuse(404, 'Branch not found');
  if (path === '/pulls') {
    const pulls = ordered(world, exchange).filter((issue) => issue.pullHead !== null);
    return paged(world, exchange, { rows: pulls, view: (issue) => pullView(world, knobs, issue) });
  }
  const pull = world.issues.get(Number(/^\/pulls\/(\d+)$/.exec(path)?.[1]));
  return pull?.pullHead ? json(200, pullView(world, knobs, pull)) : undefined;
}

/** Issues and pull requests of the state asked for, in the order asked for: GitHub's default is the newest first. */
export function ordered(world: WorldState, { params }: Exchange): Issue[] {
  const { state = 'open', sort = 'created', direction = 'desc' } = params;
  const key = (issue: Issue) => (sort === 'updated' ? issue.updatedAt : issue.createdAt);
  const rising = [...world.issues.values()]
    .filter((issue) => state === 'all' || issue.state === state)
    .sort((one, other) => key(one) - key(other) || one.number - other.number);
  return direction === 'asc' ? rising : rising.reverse();
}
