import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { RunOptions, RunResult } from '../harness/run-action.ts';
import { ids, type Sandbox, type SandboxOptions, type World, type WorldSeed } from '../sandbox/index.ts';
import type { Connection, Endpoint } from '../sandbox/types.ts';
import { managedTags } from './managed.ts';
import { advanced, standard } from './paths.ts';
import { mutations, run } from './run.ts';

/** What `verify` reports, as the output `drift` has it. */
export interface Finding {
  check: string;
  severity: 'error' | 'warning';
  subject: string;
  expected: string;
  found: string;
  fix: string;
}

/** The IDs of a finished path. */
export interface Path {
  cluster: string;
  endpoint: string;
  group: string;
  /** Name of the endpoint service. */
  service: string;
}

/** Reads in the sandbox lag by nothing, so that replacing an endpoint takes seconds and not minutes. */
const QUICK_READS = { PRIVATELINK_READ_LAG_SECONDS: '2' };

/** The quick world of a plan, its clusters closed to the public. */
export function closedWorld(
  plan: 'Standard' | 'Advanced' = 'Standard',
  change: (seed: WorldSeed) => void = () => {},
): SandboxOptions {
  const world = plan === 'Standard' ? standard : advanced;
  return world({}, (seed) => {
    for (const cluster of seed.clusters) cluster.allowlist = [];
    change(seed);
  });
}

/** The tag that says that an environment of the repository uses the endpoint for a cluster. */
export function claimTag(cluster: string, environment = 'default'): Record<string, string> {
  const owner = JSON.stringify(['https://github.com', ids.repositoryId, environment, cluster]);
  const hash = createHash('sha256').update(owner).digest('hex').slice(0, 40);
  // Young, so that it is not old enough to be written anew.
  const value = `v1 repo=${ids.repositoryId} kind=none cluster=${cluster} used=${new Date().toISOString()} run=0 name=${environment}`;
  return { [`cockroachdb-privatelink/claim/${hash}`]: value };
}

/** A finished path as `ensure` leaves it, put there by hand. */
export function buildPath({ world }: Sandbox, cluster: string = ids.standardCluster): Path {
  const service = cluster === ids.advancedCluster ? world.makeServices(cluster)[0] : world.services()[0];
  if (service === undefined) throw new Error('this world has no endpoint service');
  const name = `cockroachdb-privatelink ${service.id}`;
  const group = world.createGroup({ vpcId: ids.vpc, name, tags: managedTags(service.name) }).id;
  for (const cidr of ['10.20.0.0/16', '100.64.0.0/20'])
    world.addRule({ groupId: group, cidr, description: 'cockroachdb-privatelink' });
  const endpoint = ownEndpoint(world, service.name, {
    groupIds: [group],
    privateDnsEnabled: true,
    tags: { ...managedTags(service.name), ...claimTag(cluster) },
  });
  world.connect(cluster, endpoint);
  world.setConnectionStatus(cluster, endpoint, 'AVAILABLE');
  return { cluster, endpoint, group, service: service.name };
}

/** One more endpoint of the action, available and in every zone unless told otherwise. */
export function ownEndpoint(world: World, serviceName: string, change: Partial<Endpoint> = {}): string {
  const subnetIds = [...ids.subnets];
  return world.createEndpoint({ vpcId: ids.vpc, serviceName, subnetIds, tags: managedTags(serviceName), ...change }).id;
}

/** An entry of the Cloud's list of connections, whatever AWS has. */
export function listConnection(world: World, path: Path, change: Partial<Connection> & { endpointId: string }): void {
  const id = `${path.cluster}/${change.endpointId}`;
  const { cluster: clusterId, service: serviceName } = path;
  const usual = { region: ids.region, serviceId: '', serviceName, ownerId: ids.account, generation: 0 };
  world.tables.connection.set(id, { id, clusterId, status: 'AVAILABLE', ...usual, ...change });
}

/** Runs `verify` where CockroachDB Cloud takes no change, and sees that it does not even try to write, on either side. */
export async function verify(
  sandbox: Sandbox,
  inputs: Record<string, string> = {},
  options: Omit<RunOptions, 'inputs'> = {},
): Promise<RunResult> {
  const remove = sandbox.faults.add({
    match: { service: 'cloud', mutating: true },
    kind: 'status',
    status: 403,
    times: Number.POSITIVE_INFINITY,
  });
  try {
    const result = await run(sandbox, { operation: 'verify', ...inputs }, options);
    expect(writes(result)).toEqual([]);
    expect(result.outputs).toMatchObject({ changed: 'false', created: 'false' });
    return result;
  } finally {
    remove();
    sandbox.iam.policies = null;
  }
}

/** Runs `ensure` with read lags that fit the quick worlds. */
export function ensure(
  sandbox: Sandbox,
  inputs: Record<string, string> = {},
  options: Omit<RunOptions, 'inputs'> = {},
) {
  return run(sandbox, inputs, { ...options, env: { ...QUICK_READS, ...options.env } });
}

/** Requests that change something at AWS or CockroachDB Cloud; what a run writes at GitHub is another matter. */
function writes(result: RunResult): string[] {
  return mutations(result).filter((action) => !/^(POST|PATCH|DELETE) \/(repos|repositories)\//.test(action));
}

export function findingsOf(result: RunResult): Finding[] {
  return JSON.parse(result.outputs['drift'] ?? 'null') as Finding[];
}

/** `error private-dns-off`, sorted. */
export function namesOf(result: RunResult): string[] {
  return findingsOf(result)
    .map(({ severity, check }) => `${severity} ${check}`)
    .toSorted();
}

/** The outcome is the one of its three kinds that the findings ask for, told in every place alike. */
export function expectOutcome(result: RunResult, finds: readonly string[]): void {
  expect(namesOf(result), result.log).toEqual([...finds].toSorted());
  const errors = finds.filter((one) => one.startsWith('error ')).length;
  expect({
    exit: result.exitCode,
    code: result.outputs['error-code'],
    count: result.outputs['drift-count'],
  }).toEqual({ exit: errors > 0 ? 1 : 0, code: errors > 0 ? 'drift' : '', count: String(errors) });
  for (const { check, severity, subject, expected, found, fix } of findingsOf(result)) {
    const told = result.annotations.filter((one) => one.title === `CockroachDB PrivateLink: ${check}`);
    expect(told.map((one) => one.level)).toContain(severity);
    const forms = [`Expected: ${expected}\n`, `expected ${expected}; found ${found}\n`];
    const texts = told.map((one) => one.message).filter((text) => forms.some((form) => text.includes(form)));
    expect(
      texts.some(
        (text) => text.replaceAll('\n', ' ').includes(found) && text.replaceAll('\n', ' ').includes(` ${fix} `),
      ),
      result.log,
    ).toBe(true);
    expect(subject === '' ? '' : told.map((one) => one.message).join('\n')).toContain(subject);
    expect([expected, found, fix].map((one) => one.length > 1)).toEqual([true, true, true]);
    expect(expected).not.toBe(found);
    expect(result.summary).toContain(check);
  }
  // A note that is a finding is no warning in addition.
  const notes = result.annotations.filter((one) => one.title === 'CockroachDB PrivateLink: note');
  const found = findingsOf(result).map((one) => one.found);
  expect(notes.filter(({ message }) => found.includes(message.replaceAll('\n', ' ')))).toEqual([]);
  if (errors > 0) expect(result.summary).toContain(`drift: ${errors} difference`);
  else expect(result.summary).toContain(': ✅ no drift');
  const warnings = finds.length - errors;
  const also = warnings === 0 ? '' : `; ${warnings} warning${warnings === 1 ? '' : 's'}`;
  const drift = `Drift: ${errors} difference${errors === 1 ? '' : 's'}`;
  const last = errors > 0 ? drift : 'No drift: everything that was checked is as configured';
  expect(result.log.split('\n')).toContain(`${last}${also}.`);
}

/** Nothing at all is wrong. */
export function expectClean(result: RunResult): void {
  expectOutcome(result, []);
}

/** Gives every network interface of an endpoint this address. */
export function placeInterfaces(world: World, endpointId: string, ip: string): void {
  world.tick();
  for (const eni of world.tables.eni.values()) if (eni.endpointId === endpointId) eni.ip = ip;
  world.tick();
}
