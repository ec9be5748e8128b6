import fc from 'fast-check';
import type { Cluster, Connection, EndpointService } from '../../src/cockroach/types.ts';
import { ACCOUNT, mostly, REGION, SERVICES, ZONES } from './made-up.ts';

/** Whatever CockroachDB Cloud may show of one cluster. */

export const connection: fc.Arbitrary<Connection> = fc
  .record({
    endpointId: mostly('vpce-1', 'vpce-2', 'vpce-3', 'vpce-9'),
    status: fc.constantFrom(
      'PENDING',
      'PENDING_ACCEPTANCE',
      'AVAILABLE',
      'REJECTED',
      'STALE',
      'FAILED',
      'EXPIRED',
      'DELETING',
      'DELETED',
      'UNKNOWN',
    ),
    ownerAccount: fc.constantFrom(ACCOUNT, '', '999999999999'),
  })
  .map((one) => ({ ...one, region: REGION, serviceName: SERVICES[0] ?? '', rawStatus: `STATUS_${one.status}` }));

export const cluster = (id: string): fc.Arbitrary<Cluster> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`name-${id}`),
    plan: mostly('standard', 'advanced', 'basic'),
    cloudProvider: mostly('AWS', 'GCP'),
    state: mostly('CREATED', 'LOCKED'),
    stateText: fc.constant('as the API says'),
    serverless: fc.boolean(),
    routingId: fc.constant('r'),
    regions: mostly([{ name: REGION, internalDns: 'h' }], [], [{ name: 'eu-west-1', internalDns: 'h' }]),
  });

export const service: fc.Arbitrary<EndpointService> = fc.record({
  region: mostly(REGION, 'eu-west-1'),
  cloudProvider: fc.constant('AWS'),
  status: mostly('AVAILABLE', 'CREATING', 'CREATE_FAILED'),
  statusText: fc.constant('as the API says'),
  name: mostly(...SERVICES),
  zoneIds: fc.subarray(ZONES),
});
