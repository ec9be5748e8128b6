import type { RunContext } from '../clients.ts';
import type { CommentPlace } from '../github/comment.ts';
import type { DriftPlace } from '../github/drift-body.ts';
import type { WorkflowRun } from '../github/markdown.ts';
import type { ActionInputs } from '../inputs/inputs.ts';
import type { BasedFinding } from '../reconcile/findings/finding.ts';
import type { Observed } from '../reconcile/model/observed.ts';
import { concernedViews } from './judged.ts';
import type { Verdict } from './verify.ts';

/** Where this workflow runs, as GitHub tells it. */
export interface Home extends WorkflowRun {
  readonly owner: string;
  readonly repo: string;
  /** Number of the pull request of the event, 0 if it is for none. */
  readonly pullNumber: number;
}

/** What a client of GitHub needs of the runner. */
export type GithubContext = Pick<
  RunContext,
  'env' | 'clock' | 'network' | 'signal' | 'deadline' | 'userAgent' | 'progress' | 'debug'
> & {
  readonly githubToken: string;
};

/** What a run is told of, and who tells. */
interface Telling {
  readonly request: ActionInputs;
  readonly home: Home;
  readonly context: Omit<GithubContext, 'githubToken'>;
  /** Takes secrets out of a text. */
  hide(text: string): string;
}

/** What the clusters of a run share one issue with: never the list of clusters, which differs from job to job. */
export function driftPlace(
  { environment, endpointId, vpcId, region }: ActionInputs,
  { owner, repo }: Home,
): DriftPlace {
  return { owner, repo, environment, resource: endpointId ?? vpcId ?? 'trusted owners', region };
}

/** What the clusters of a run share one comment with. */
export function commentPlace(request: ActionInputs, home: Home): CommentPlace {
  const { owner, repo } = home;
  const key = JSON.stringify([request.environment, request.endpointId ?? request.vpcId ?? '', request.region]);
  return { owner, repo, pullNumber: pullNumberOf(request, home), key };
}

/** Keeps the drift issue of this environment and VPC. Not to be called when the run could not check. */
export async function tellDriftIssue(
  verdict: Pick<Verdict, 'findings' | 'plan' | 'observed'>,
  { request, home, context, hide }: Telling,
): Promise<string> {
  const [{ keepDriftIssue }, api] = await Promise.all([
    import('../github/drift-issue.ts'),
    openGithubFor({ ...context, githubToken: request.githubToken }),
  ]);
  const { action, url } = await keepDriftIssue(api, driftPlace(request, home), {
    clusters: request.clusters.map(hide),
    names: namesOf(verdict.observed, hide),
    findings: verdict.findings.map((one) => ({
      ...one,
      clusters: concernedClusters(one, verdict, request.clusters).map(hide),
    })),
    runUrl: home.runUrl,
    runNumber: home.runNumber,
    commit: home.commit,
    at: context.clock.wall(),
  });
  return `drift issue: ${action}${url === '' ? '' : ` ${url}`}`;
}

/** Names of clusters by what the input `cluster` has; of those that were read, and nothing secret. */
function namesOf(observed: Observed | undefined, hide: Telling['hide']): ReadonlyMap<string, string> {
  const named = (observed?.clusters ?? []).map(
    ({ ref, matches }) => [hide(ref), hide(matches[0]?.name ?? '')] as const,
  );
  return new Map(named.filter(([, name]) => name !== ''));
}

/** The clusters of a run that a finding concerns; all of them where it concerns none by name. */
function concernedClusters(
  finding: BasedFinding,
  verdict: Pick<Verdict, 'plan' | 'observed'>,
  clusters: readonly string[],
): readonly string[] {
  const refs = new Set(concernedViews(finding, verdict).map(({ ref }) => ref));
  const named = clusters.filter((cluster) => refs.has(cluster));
  return named.length > 0 ? named : clusters;
}

/** Keeps one comment with this Markdown, which holds no secret, on the pull request of the event, or of `environment: pr:<number>`. */
export async function tellPullRequest(
  { markdown, observed }: { markdown: string; observed: Observed | undefined },
  { request, home, context, hide }: Telling,
): Promise<string> {
  const [{ keepComment }, api] = await Promise.all([
    import('../github/comment.ts'),
    openGithubFor({ ...context, githubToken: request.githubToken }),
  ]);
  const text = { clusters: request.clusters.map(hide), names: namesOf(observed, hide), markdown };
  const { action, url } = await keepComment(api, commentPlace(request, home), text);
  return `comment on the pull request: ${action} ${url}`;
}

/** The pull request that `comment` is for; 0 if there is none. */
export function pullNumberOf(request: ActionInputs, home: Home): number {
  return request.environment.startsWith('pr:') ? Number(request.environment.slice(3)) : home.pullNumber;
}

/** Opens GitHub's API; its client is loaded here, for the runs that need it. */
export async function openGithubFor({ githubToken, ...context }: GithubContext) {
  const github = await import('../github/api.ts');
  const { env, network } = context;
  return github.openGithub({
    ...context,
    apiUrl: env['GITHUB_API_URL'],
    token: githubToken,
    fetch: network.githubFetch,
  });
}
