import type { Answer, Exchange } from '../exchange.ts';
import type { Issue, WorldState } from '../world.ts';
import type { GithubKnobs } from './knobs.ts';
import { invalid, json } from './responses.ts';
import { issueView } from './views.ts';

/**
 * GET /search/issues: every word has to be there, in the title or the text; quoted words are no phrase to it
 * (robhunter/agentdeals 1331). Its index lags. Without `is:` GitHub refuses the query.
 */
export function searchIssues(world: WorldState, knobs: GithubKnobs, { params }: Exchange): Answer {
  const query = params.q ?? '';
  const qualifiers = new Map(
    [...query.matchAll(/(?<=^|\s)(repo|is|state):(\S+)/g)].map(([, key = '', value]) => [key, value]),
  );
  if (qualifiers.get('is') !== 'issue')
    return invalid('Search', 'q', "Query must include 'is:issue' or 'is:pull-request'");
  const { owner, name } = world.repository;
  if (qualifiers.get('repo')?.toLowerCase() !== `${owner}/${name}`.toLowerCase()) {
    return invalid('Search', 'q', 'The listed users and repositories cannot be searched');
  }
  const words = wordsOf(query.replace(/(?<=^|\s)\w+:\S+/g, ' '));
  const state = qualifiers.get('state');
  const isHit = (issue: Issue) => {
    const body = knobs.search.hidden ? issue.body : issue.body.replace(/<!--[\s\S]*?-->/g, ' ');
    const all = new Set(wordsOf(`${issue.title} ${body}`));
    return words.every((word) => all.has(word));
  };
  const hits = [...world.issues.values()]
    .filter((issue) => issue.pullHead === null && (state === undefined || issue.state === state))
    .filter((issue) => world.now() - issue.createdAt >= knobs.search.lagSeconds * 1000 && isHit(issue))
    .toSorted((one, other) => other.createdAt - one.createdAt || other.number - one.number);
  const items = hits.slice(0, Number(params.per_page ?? 30)).map((issue) => issueView(world, knobs, issue));
  return json(200, { total_count: hits.length, incomplete_results: false, items });
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
