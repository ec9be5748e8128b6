import { known, question } from '../question.ts';
import type { CloudReply } from '../raw.ts';

/** Clusters whose services are compared at most. */
const MOST = 5;

export const sharedService = question({
  id: 'shared-service',
  asks: 'Do the Standard clusters of a region share an endpoint service?',
  rows: {
    'shared-endpoint-service': {
      expected: 'shared',
      answers: [
        known('shared', 'clusters with one service name share an endpoint', 'always'),
        known('not shared', 'each cluster gets an endpoint of its own', undefined),
      ],
    },
  },
  makes: `Nothing: it reads the clusters that the key sees, and the services of at most ${MOST} of them.`,
  endpoints: 0,
  minutes: 1,
  undone: 'There is nothing to undo.',
  unfit: ({ cluster }) => (cluster.serverless ? undefined : 'The cluster is no Standard cluster.'),
  async look({ raw, place }) {
    const listed = await raw.cloud('GET', '/api/v1/clusters?show_inactive=false&pagination.limit=500');
    const others = rowsOf(listed, 'clusters')
      .filter((one) => isNeighbour(one, place))
      .slice(0, MOST);
    const names: { name: string; n: number }[] = [];
    for (const { id } of others) {
      const reply = await raw.cloud(
        'GET',
        `/api/v1/clusters/${encodeURIComponent(String(id))}/networking/private-endpoint-services`,
      );
      const service = rowsOf(reply, 'services').find((one) => one['region_name'] === place.region);
      if (typeof service?.['name'] === 'string') names.push({ name: service['name'], n: reply.n });
    }
    return { own: place.service?.name, names };
  },
  judge({ own, names }) {
    if (names.length === 0) return [];
    const same = names.filter(({ name }) => name === own).length;
    const says = `${same} of ${names.length} other Standard clusters in the region have the same service name.`;
    const value = same > 0 ? 'shared' : 'not shared';
    return [{ row: 'shared-endpoint-service', value, says, exchanges: names.map(({ n }) => n) }];
  },
});

function rowsOf({ body }: CloudReply, name: string): Record<string, unknown>[] {
  const rows = ((body ?? {}) as Record<string, unknown>)[name];
  return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
}

function isNeighbour(one: Record<string, unknown>, place: { cluster: { id: string }; region: string }): boolean {
  const regions = Array.isArray(one['regions']) ? (one['regions'] as Record<string, unknown>[]) : [];
  return (
    one['plan'] === 'STANDARD' && one['id'] !== place.cluster.id && regions.some(({ name }) => name === place.region)
  );
}
