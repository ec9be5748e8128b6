import fc from 'fast-check';

/** Names from which worlds are made up: few, so that the parts of one world meet. */

export const NOW = Date.UTC(2026, 10, 23);
export const VPC = 'vpc-1';
export const REGION = 'us-east-1';
export const ACCOUNT = '111122223333';
export const NONCE = 'aaaaaaaaaaaa';
export const SERVICES: [string, ...string[]] = [
  'com.amazonaws.vpce.us-east-1.vpce-svc-1',
  'com.amazonaws.vpce.us-east-1.vpce-svc-2',
];
export const ZONES = ['use1-az1', 'use1-az2', 'use1-az3'];
export const SUBNETS = ['subnet-1', 'subnet-2', 'subnet-3', 'subnet-4'];
export const ENDPOINTS = ['vpce-1', 'vpce-2', 'vpce-3'];
export const GROUPS = ['sg-1', 'sg-2'];
export const CLUSTERS = ['c-1', 'c-2'];
export const ME = { serverUrl: 'https://github.com', repositoryId: '1', environment: 'default' };
export const OTHER = { ...ME, environment: 'branch:other' };

/** Mostly the first value, so that worlds in which something can go on are common. */
export function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: fc.constant(usual), weight: 12 },
    { arbitrary: fc.constantFrom(usual, ...others), weight: 3 },
  );
}
