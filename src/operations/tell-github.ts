import type { Request } from '../inputs.ts';
import type { Finding } from '../reconcile/model.ts';
import type { Surroundings } from '../worlds.ts';

/** Where this workflow runs, as GitHub tells it. */
export interface Home {
  readonly owner: string;
  readonly repo: string;
  readonly runUrl: string;
  /** Number of the pull request of the event, 0 if it is for none. */
  readonly pullNumber: number;
}

type Around = Pick<Surroundings, 'env' | 'clock' | 'signal' | 'deadline' | 'userAgent' | 'debug'>;

/** Keeps the drift issue of this environment and VPC. Not to be called when the run could not check. */
export async function tellDriftIssue(
  findings: readonly Finding[],
  { request, home, around }: { request: Request; home: Home; around: Around },
): Promise<string> {
  const [{ keepDriftIssue }, api] = await Promise.all([import('../github/drift-issue.ts'), open(request, around)]);
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
  { request, home, around }: { request: Request; home: Home; around: Around },
): Promise<string> {
  const [{ keepComment }, api] = await Promise.all([import('../github/comment.ts'), open(request, around)]);
  const key = JSON.stringify([request.environment, request.endpointId ?? request.vpcId ?? '', request.region]);
  const place = { owner: home.owner, repo: home.repo, pullNumber: pullNumberOf(request, home), key };
  const { action, url } = await keepComment(api, place, markdown);
  return `comment on the pull request: ${action} ${url}`;
}

/** The pull request that `comment` is for; 0 if there is none. */
export function pullNumberOf(request: Request, home: Home): number {
  return request.environment.startsWith('pr:') ? Number(request.environment.slice(3)) : home.pullNumber;
}

async function open(request: Request, around: Around) {
  const { openGithub } = await import('../github/api.ts');
  return openGithub({ ...around, apiUrl: around.env['GITHUB_API_URL'], token: request.githubToken });
}
