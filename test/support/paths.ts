import { expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import {
  advancedWorld,
  type DeepPartial,
  ids,
  type Sandbox,
  type SandboxOptions,
  type Settings,
  standardWorld,
  type WorldSeed,
} from '../sandbox/index.ts';
import type { Endpoint } from '../sandbox/types.ts';
import { mutations } from './run.ts';

/** A world in which nothing takes long, for tests that are not about waiting. */
export const QUICK: DeepPartial<Settings> = {
  seconds: { serviceCreate: 4, acceptance: 2, available: 4, connection: 2, modify: 2, dns: 4, delete: 4, eniDetach: 3 },
};

/** The quick Standard world, with other knobs and another seed where a test gives them. */
export function standard(settings: DeepPartial<Settings> = {}, seed: (seed: WorldSeed) => void = () => {}) {
  return quickWorld(standardWorld(), settings, seed);
}

/** The quick Advanced world. */
export function advanced(settings: DeepPartial<Settings> = {}, seed: (seed: WorldSeed) => void = () => {}) {
  return quickWorld(advancedWorld(), settings, seed);
}

function quickWorld(
  options: SandboxOptions,
  settings: DeepPartial<Settings>,
  change: (seed: WorldSeed) => void,
): SandboxOptions {
  const { world } = options;
  if (world !== undefined) change(world);
  return { ...options, settings: { ...QUICK, ...settings, seconds: { ...QUICK.seconds, ...settings.seconds } } };
}

/** The quick world of a plan and the cluster's ID, for tests that hold on both plans. */
export const PLANS = [
  { plan: 'Standard', worldOf: standard, clusterId: ids.standardCluster },
  { plan: 'Advanced', worldOf: advanced, clusterId: ids.advancedCluster },
] as const;

/** Endpoints that are not on their way out. */
export function liveEndpoints(sandbox: Sandbox): Endpoint[] {
  return sandbox.world.endpoints((one) => one.state !== 'deleting' && one.state !== 'deleted');
}

export function theEndpoint(sandbox: Sandbox): Endpoint {
  const [endpoint, ...more] = liveEndpoints(sandbox);
  if (endpoint === undefined || more.length > 0) throw new Error(`expected one endpoint, found ${more.length + 1}`);
  return endpoint;
}

/** The groups that the action made. */
export function ownedGroups(sandbox: Sandbox) {
  return sandbox.world.groups((one) => one.tags['cockroachdb-privatelink/managed-by'] === 'github-action');
}

/** Sources of the rules of a group, sorted. */
export function sources(sandbox: Sandbox, groupId: string | undefined): string[] {
  return sandbox.world
    .rules(groupId ?? '')
    .map((rule) => rule.cidr ?? rule.sourceGroupId ?? '')
    .toSorted();
}

/** Claims on an endpoint, by key. */
export function claims(endpoint: Endpoint): Record<string, string> {
  return Object.fromEntries(
    Object.entries(endpoint.tags).filter(([key]) => key.startsWith('cockroachdb-privatelink/claim/')),
  );
}

export function leavingMarks(endpoint: Endpoint): string[] {
  return Object.keys(endpoint.tags).filter((key) => key.startsWith('cockroachdb-privatelink/leaving/'));
}

/** Both sides hold exactly one finished path for the cluster, nothing doubled and nothing left over. */
export function expectOnePath(sandbox: Sandbox, clusterId: string): void {
  const live = liveEndpoints(sandbox);
  expect(live.map(({ state, privateDnsEnabled }) => ({ state, privateDnsEnabled }))).toEqual([
    { state: 'available', privateDnsEnabled: true },
  ]);
  const groups = ownedGroups(sandbox);
  expect(groups).toHaveLength(1);
  expect(live[0]?.groupIds).toEqual([groups[0]?.id]);
  expect(sources(sandbox, groups[0]?.id)).toEqual(['10.20.0.0/16', '100.64.0.0/20']);
  expect(sandbox.world.connections(clusterId).map(({ endpointId, status }) => ({ endpointId, status }))).toEqual([
    { endpointId: live[0]?.id, status: 'AVAILABLE' },
  ]);
}

/** Nothing of the action is left at AWS, and the cluster has no connection. */
export function expectNothingLeft(box: Sandbox, clusterId: string): void {
  expect(liveEndpoints(box).map((one) => one.id)).toEqual([]);
  expect(ownedGroups(box).map((one) => one.id)).toEqual([]);
  expect(box.world.connections(clusterId).map(({ endpointId, status }) => ({ endpointId, status }))).toEqual([]);
}

/** The run succeeded; shows the log where it did not. */
export function expectSuccess(result: RunResult): void {
  expect(result.exitCode === 0 ? '' : `exit ${result.exitCode}\n${result.log}\n${result.stderr}`).toBe('');
  expect(result.outputs['error-code']).toBe('');
}

/** The run failed with this code, told once as an annotation that names it. */
export function expectFailure(result: RunResult, code: string): void {
  expect({ exitCode: result.exitCode, code: result.outputs['error-code'] }, result.log).toEqual({ exitCode: 1, code });
  const errors = result.annotations.filter((one) => one.level === 'error');
  expect(errors.map((one) => `${one.title} ${one.message}`).join('\n')).toContain(code);
  // Each is one of the problems that the run found.
  for (const { message } of errors) expect(message).toMatch(/\n\S*docs\/troubleshooting\.md#[\w-]+$/);
}

/** The same, with nothing written anywhere. */
export function expectRefusal(result: RunResult, code: string): void {
  expectFailure(result, code);
  expect(mutations(result)).toEqual([]);
}

/** Cause and fix as the annotation shows them. */
export function errorText(result: RunResult): string {
  return result.annotations.find((one) => one.level === 'error')?.message ?? '';
}

/** The same on one line: a fact that is too long for a first line goes on in the second. */
export function errorLine(result: RunResult): string {
  return errorText(result).replaceAll('\n', ' ');
}
