import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { expectFailure } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, errorText, standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

interface Row {
  /** What is refused, always. */
  action: RegExp;
  status: number;
  message: string;
  code: string;
  /** What the first line of the error says. */
  says: RegExp;
  fix: RegExp;
  /** Fewest and most requests of the kind. */
  tries: [number, number];
  source: string;
}

const SERVICES = /^GET .*private-endpoint-services$/;
const CONNECT = /^POST .*private-endpoint-connections$/;
const CREATE = /^POST .*private-endpoint-services$/;
const KEPT = /Run again later/;
const ROLE = /Cluster Operator \(CLUSTER_OPERATOR_WRITER\)/;

const ROWS: Readonly<Record<string, Row>> = {
  'a lasting 500 of a read': {
    ...{ action: SERVICES, status: 500, message: 'an internal server error has occurred' },
    ...{ code: 'cloud-unavailable', says: /kept refusing to list the private endpoint services/, fix: KEPT },
    tries: [5, 30],
    source: 'Cloud API specification, 500; gRPC 13',
  },
  'a lasting 500 of a connection': {
    ...{ action: CONNECT, status: 500, message: 'an internal server error has occurred' },
    ...{ code: 'cloud-unavailable', says: /gave no clear answer in \d+ attempts/, fix: KEPT },
    tries: [3, 30],
    source: 'Cloud API specification, 500; gRPC 13',
  },
  'a lasting 500 of new services': {
    ...{ action: CREATE, status: 500, message: 'an internal server error has occurred' },
    ...{ code: 'cloud-unavailable', says: /gave no clear answer in \d+ attempts/, fix: KEPT },
    tries: [3, 30],
    source: 'Cloud API specification, 500; gRPC 13',
  },
  'a role that is too low': {
    ...{ action: SERVICES, status: 403, message: 'user does not have permission' },
    ...{ code: 'cloud-denied', says: /^Missing role: .* list the private endpoint services/, fix: ROLE, tries: [1, 1] },
    source: 'Cloud API specification, 403',
  },
  'a role that is too low to connect': {
    ...{ action: CONNECT, status: 403, message: 'user does not have permission' },
    ...{ code: 'cloud-denied', says: /^Missing role: .* connect endpoint vpce-/, fix: ROLE, tries: [1, 1] },
    source: 'Cloud API specification, 403',
  },
  'an account that is not trusted': {
    ...{ action: CONNECT, status: 403, message: `AWS account ${ids.account} is not a trusted owner of this cluster` },
    ...{ code: 'cloud-refused', says: /does not trust its AWS account/, fix: /trusted owners of the cluster/ },
    tries: [1, 1],
    source: 'inferred from the trusted owners of the specification',
  },
  'an organization that may do nothing': {
    ...{ action: SERVICES, status: 403, message: 'the organization is suspended' },
    ...{
      code: 'cloud-refused',
      says: /refused to list the private endpoint services/,
      fix: /Correct what the message names/,
    },
    tries: [1, 1],
    source: 'inferred',
  },
  'a key that is not known': {
    ...{ action: SERVICES, status: 401, message: 'invalid API key' },
    ...{ code: 'cloud-key-rejected', says: /does not accept the API key/, fix: /new secret key/, tries: [1, 1] },
    source: 'Cloud API specification, 401',
  },
};

describe('what CockroachDB Cloud refuses, always', () => {
  for (const [name, row] of Object.entries(ROWS)) {
    const world = row.action === CREATE ? advanced() : standard();
    behaviour(name, world, async (box) => {
      const { action, status, message, code, says, fix, tries } = row;
      const times = Number.POSITIVE_INFINITY;
      box.faults.add({ match: { service: 'cloud', action }, kind: 'status', status, message, times });
      const result = await run(box, action === CREATE ? { cluster: ids.advancedCluster } : {});
      expectFailure(result, code, says, fix);
      const [first = '', ...rest] = errorText(result).split('\n');
      expect(first).toMatch(says);
      expect(first.length, first).toBeLessThanOrEqual(100);
      // Its words, whole, and never as the fact.
      expect(rest.join('\n')).toContain(`"${message}" (HTTP ${status}, code `);
      expect(first).not.toContain(message);
      if (fix !== ROLE) expect(errorText(result)).not.toMatch(/CLUSTER_OPERATOR_WRITER|CLUSTER_ADMIN/);
      const asked = result.requests.filter((one) => action.test(one.action)).length;
      expect(asked).toBeGreaterThanOrEqual(tries[0]);
      expect(asked).toBeLessThanOrEqual(tries[1]);
      if (action === SERVICES) expect(mutations(result)).toEqual([]);
    });
  }
});
