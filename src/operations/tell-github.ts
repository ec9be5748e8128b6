import type { Request } from '../inputs.ts';
import type { Finding } from '../reconcile/findings/finding.ts';
import type { Surroundings } from '../worlds.ts';

/** Where this workflow runs, as GitHub tells it. */
export interface Home {
  readonly owner: string;
  readonly repo: string;
  readonly runUrl: string;
  /** Number of the pull request of the event, 0 if it is for none. */
  readonly pullNumber: number;
}

/** What a client of GitHub needs of the runner. */
export type Around = Pick<Surroundings, 'env' | 'clock' | 'network' | 'signal' | 'deadline' | 'userAgent' | 'debug'> & {
  readonly githubToken: string;
};

/** Keeps the drift issue of this environment and VPC. Not to be called when the run could not check. */
export async function tellDriftIssue(
  findings: readonly Finding[],
  { request, home, around }: { request: Request; home: Home; around: Omit<Around, 'githubToken'> },
): Promise<string> {
  const [{ keepDriftIssue }, api] = await Promise.all([
    import('../github/drift-issue.ts'),
    openGithub({ ...around, githubToken: request.githubToken }),
  ]);
  const place = {
    owner: home.owner,
    repo: home.repo,
    environment: request.environment,
    resource: request.endpointId ?? request.vpcId ?? request.clusters.join(','),
    region: request.region,
  };
  const { action, url } = await keepDriftIssue(api, place, { findings, runUrl: home.runUrl });
  return `drift issue: ${action}${url === '' ? '' : ` ${url}`}`;
}

/** Keeps one comment with the summary on the pull request of the event, or of `environment: pr:<number>`. */
export async function tellPullRequest(
  markdown: string,
  { request, home, around }: { request: Request; home: Home; around: Omit<Around, 'githubToken'> },
): Promise<string> {
  const [{ keepComment }, api] = await Promise.all([
    import('../github/comment.ts'),
    openGithub({ ...around, githubToken: request.githubToken }),
  ]);
  const key = JSON.stringify([request.environment, request.endpointId ?? request.vpcId ?? '', request.region]);
  const place = { owner: home.owner, repo: home.repo, pullNumber: pullNumberOf(request, home), key };
  const { action, url } = await keepComment(api, place, markdown);
  return `comment on the pull request: ${action} ${url}`;
}

/** The pull request that `comment` is for; 0 if there is none. */
export function pullNumberOf(request: Request, home: Home): number {
  return request.environment.startsWith('pr:') ? Number(request.environment.slice(3)) : home.pullNumber;
}

/** Opens GitHub's API; its client is loaded here, for the runs that need it. */
export async function openGithub({ githubToken, ...around }: Around) {
  const github = await import('../github/api.ts');
  const { env, network } = around;
  return github.openGithub({
    ...around,
    apiUrl: env['GITHUB_API_URL'],
    token: githubToken,
    fetch: network.githubFetch,
  });
}
