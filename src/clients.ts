import type { RoleRequest } from './aws/credentials.ts';
import type { TokenSource } from './aws/identity-token.ts';
import type { Aws } from './aws/open.ts';
import { createCloudClient } from './cockroach/client.ts';
import type { HttpClient } from './cockroach/http.ts';
import type { ActionInputs } from './inputs/inputs.ts';
import type { Network } from './network.ts';
import type { Clients } from './reconcile/observe.ts';
import { askFirstToken, type FirstToken } from './startup/first-token.ts';
import { keepHeapSmall } from './startup/v8.ts';
import type { Clock } from './support/clock.ts';
import type { Progress } from './support/progress.ts';
import type { Secrets } from './support/secrets.ts';

/** What is around one run: how it is told the time, reaches the network and speaks. */
export interface RunContext {
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly network: Network;
  readonly signal: AbortSignal;
  readonly deadline: number;
  readonly token: TokenSource;
  readonly userAgent: string;
  readonly secrets: Secrets;
  readonly progress: Progress;
  info(line: string): void;
  debug(line: string): void;
}

/** Where nothing is known to be sent: enough for what is begun in the same turn. */
const SENT_AT_ONCE_MS = 2;

/**
 * Opens AWS and CockroachDB Cloud for a request. A run that assumes a role asks GitHub for its token at once; nothing
 * else is sent before the first read. Loading code takes longer than building a request, so it is done while one is
 * under way: the AWS SDK while GitHub answers, the Cloud API's HTTP client while STS does.
 */
export async function openClients(
  request: ActionInputs,
  context: RunContext,
): Promise<Clients & { close(): Promise<void> }> {
  keepHeapSmall(request.clusters.length);
  const first = firstToken(request, context);
  const aws = await openAwsOnceSent(request, context, first);
  const http = loadHttpOnceAnswered(context.network, first);
  const cloud = createCloudClient({ ...context, baseUrl: request.apiUrl, apiKey: request.apiKey, http: http.client });
  return {
    ec2: aws.ec2,
    cloud,
    clock: context.clock,
    account: aws.account,
    async close() {
      aws.close();
      await http.close();
    },
  };
}

function firstToken(request: ActionInputs, { token, network }: RunContext): FirstToken<TokenSource> | undefined {
  if (request.roleArn === undefined || request.ownersOnly) return undefined;
  return askFirstToken(token, request.audience, network.requestSent);
}

/** AWS, whose code is loaded once the request for the token has left. */
async function openAwsOnceSent(
  request: ActionInputs,
  context: RunContext,
  first: FirstToken<TokenSource> | undefined,
): Promise<Aws> {
  const { network, userAgent } = context;
  await first?.sent;
  const [{ openAws }, connection] = await Promise.all([
    import('./aws/open.ts'),
    network.aws(request.region, userAgent),
  ]);
  return openAws(
    { connection, role: roleOf(request) },
    { ...context, metadata: network.metadata, token: first?.source ?? context.token },
  );
}

function roleOf({ roleArn, roleSessionName, roleDurationSeconds, audience }: ActionInputs): RoleRequest | undefined {
  if (roleArn === undefined) return undefined;
  return { roleArn, sessionName: roleSessionName, durationSeconds: roleDurationSeconds, audience };
}

/** The HTTP client of the Cloud API, whose code is loaded once GitHub has answered and the request to STS has left. */
function loadHttpOnceAnswered(
  network: Network,
  first: FirstToken<TokenSource> | undefined,
): { client: Promise<HttpClient>; close(): Promise<void> } {
  const client = (first?.answered ?? Promise.resolve())
    .then(() => network.requestSent(first === undefined ? SENT_AT_ONCE_MS : undefined))
    .then(() => network.cloud());
  let loaded: HttpClient | undefined;
  client.then(
    (it) => {
      loaded = it;
    },
    () => undefined,
  );
  return {
    client,
    // A run that was cancelled before anything loaded the client must not wait for that now.
    close: async () => loaded?.close(),
  };
}
