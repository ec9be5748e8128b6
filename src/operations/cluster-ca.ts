import { certificatesOnly } from '../cockroach/ca.ts';
import { type Cluster, nameOf } from '../cockroach/types.ts';
import type { Observed } from '../reconcile/model/observed.ts';
import type { Clients } from '../reconcile/observe.ts';
import { caCommand } from '../runner/connection-url.ts';
import type { Runner } from '../runner/runner.ts';
import { describeError, isOwnFailure, type Problem } from '../support/errors.ts';

/** The certificate is a convenience: no run waits long for it, and the command that downloads it is in the summary. */
const PATIENCE = { tryMs: 15_000, budgetMs: 20_000 };

/** The CA certificates of the Advanced clusters of a run. */
export interface ClusterCas {
  /** Clients that ask for the CA of each such cluster as soon as it was read, so that no round trip is added. */
  readonly clients: Clients;
  /**
   * Writes what was downloaded into files, one for each cluster; one that can't be had is a warning with its fix.
   * @returns the paths by cluster ID
   * @throws `cancelled`
   */
  write(
    observed: Observed,
    runner: Pick<Runner, 'writeTempFile' | 'annotate'>,
    apiUrl: URL,
  ): Promise<Map<string, string>>;
}

/** Gets ready to download the CA certificates of the clusters that these clients will read. They are public. */
export function clusterCas(clients: Clients): ClusterCas {
  const asked = new Map<string, Promise<string>>();
  const { cloud } = clients;
  function ask(cluster: Cluster): Promise<string> {
    const answer = asked.get(cluster.id) ?? cloud.clusterCa(cluster.id, PATIENCE);
    asked.set(cluster.id, answer);
    // Judged at the end of the run.
    answer.catch(() => undefined);
    return answer;
  }
  return {
    clients: {
      ...clients,
      onCluster(cluster) {
        if (!cluster.serverless) void ask(cluster);
      },
      // A probe needs the same one, and has more patience.
      cloud: { ...cloud, clusterCa: (id) => asked.get(id)?.catch(() => cloud.clusterCa(id)) ?? cloud.clusterCa(id) },
    },
    async write(observed, runner, apiUrl) {
      const found = observed.clusters.flatMap(({ matches }) => (matches.length === 1 ? matches : []));
      const advanced = found.filter((cluster) => !cluster.serverless);
      const paths = new Map<string, string>();
      const fetched = await Promise.all(
        advanced.map(async (cluster) => ({ cluster, pem: await settled(ask(cluster)) })),
      );
      for (const { cluster, pem } of fetched) {
        const kept = keep(cluster, pem, runner);
        if ('path' in kept) paths.set(cluster.id, kept.path);
        else runner.annotate('warning', problem(cluster, kept.cause, apiUrl));
      }
      return paths;
    },
  };
}

type Fetched = { readonly text: string } | { readonly failure: string };

async function settled(answer: Promise<string>): Promise<Fetched> {
  try {
    return { text: await answer };
  } catch (error) {
    if (!isOwnFailure(error)) throw error;
    return { failure: `was not downloaded (${error.code})\n${error.message}` };
  }
}

/** Checks a certificate and writes it. @returns its path, or what is said of it instead */
function keep(
  { id }: Cluster,
  fetched: Fetched,
  { writeTempFile }: Pick<Runner, 'writeTempFile'>,
): { readonly path: string } | { readonly cause: string } {
  if ('failure' in fetched) return { cause: fetched.failure };
  const certificates = certificatesOnly(fetched.text);
  if (certificates === undefined)
    return { cause: 'was not written: what CockroachDB Cloud sent is not a file of certificates only' };
  try {
    return { path: writeTempFile(`cockroachdb-ca-${encodeURIComponent(id)}.crt`, certificates) };
  } catch (error) {
    return { cause: `was not written\n${describeError(error)}` };
  }
}

function problem(cluster: Cluster, cause: string, apiUrl: URL): Problem {
  return {
    code: 'ca-certificate',
    cause: `The CA certificate of ${nameOf(cluster)} ${cause}`,
    fix: `The private connection is not affected. Download the certificate in a later step: ${caCommand(cluster.id, apiUrl)}`,
  };
}
