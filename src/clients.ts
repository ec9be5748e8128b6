import type { TokenSource } from './aws/identity-token.ts';
import { createCloudClient } from './cockroach/client.ts';
import type { HttpClient } from './cockroach/http.ts';
import type { ActionInputs } from './inputs/inputs.ts';
import type { Network } from './network.ts';
import type { Clients } from './reconcile/observe.ts';
import type { Clock } from './support/clock.ts';
import { keepHeapSmall } from './support/heap.ts';
import type { Progress } from './support/progress.ts';
import type { Secrets } from './support/secrets.ts';

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

/** A run of so many clusters goes on for many seconds, whatever it does. */
const MANY_CLUSTERS = 50;

/**
 * Opens AWS and CockroachDB Cloud for a request. A run that assumes a role asks GitHub for its token at once; nothing else is sent
 * before the first read. Loading code takes longer than building a request, so it is done while one is under way: the
 * AWS SDK while GitHub answers, the Cloud API's HTTP client while STS does.
 */
export async function openClients(
  request: ActionInputs,
  around: RunContext,
): Promise<Clients & { close(): Promise<void> }> {
  if (request.clusters.length >= MANY_CLUSTERS) keepHeapSmall();
  const { network } = around;
  const first = request.roleArn === undefined || request.ownersOnly ? undefined : firstToken(around, request);
  await first?.sent;
  const [{ openAws }, connection] = await Promise.all([
    import('./aws/open.ts'),
    network.aws(request.region, around.userAgent),
  ]);
  const aws = openAws(
    {
      connection,
      role:
        request.roleArn === undefined
          ? undefined
          : {
              roleArn: request.roleArn,
              sessionName: request.roleSessionName,
              durationSeconds: request.roleDurationSeconds,
              audience: request.audience,
            },
    },
    { ...around, metadata: network.metadata, token: first?.source ?? around.token },
  );
  const http = (first?.answered ?? Promise.resolve())
    .then(() => network.requestSent(first === undefined ? SENT_AT_ONCE_MS : undefined))
    .then(() => network.cloud());
  let loaded: HttpClient | undefined;
  http.then(
    (client) => {
      loaded = client;
    },
    () => undefined,
  );
  const cloud = createCloudClient({
    baseUrl: request.apiUrl,
    apiKey: request.apiKey,
    userAgent: around.userAgent,
    clock: around.clock,
    signal: around.signal,
    deadline: around.deadline,
    http,
    progress: around.progress,
    debug: around.debug,
  });
  return {
    ec2: aws.ec2,
    cloud,
    clock: around.clock,
    account: aws.account,
    async close() {
      aws.close();
      // A run that was cancelled before anything loaded the client must not wait for that now.
      await loaded?.close();
    },
  };
}

/**
 * Asks GitHub for the token of the first sign-in.
 * @returns `source`, whose first `request` gives that token and later ones a fresh one; `sent` and `answered`, which never reject
 */
function firstToken(
  { token: source, network }: Pick<RunContext, 'token' | 'network'>,
  { audience }: ActionInputs,
): { source: TokenSource; sent: Promise<void>; answered: Promise<unknown> } | undefined {
  if (!source.offered) return undefined;
  const sent = network.requestSent();
  let token: Promise<string> | undefined = source.request(audience);
  const answered = token.catch(() => undefined);
  return {
    sent,
    answered,
    source: {
      ...source,
      request(wanted) {
        const given = token ?? source.request(wanted);
        token = undefined;
        return given;
      },
    },
  };
}
