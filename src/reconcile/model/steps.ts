import type { IngressRule, Source } from '../../aws/types.ts';
import type { TrustedOwner } from '../../cockroach/types.ts';
import type { Facet } from './observed.ts';

/** One change. */
export type Step = ReadyStep | LaterStep;

interface StepText {
  readonly id: StepId;
  /** What it does, in words, beginning with a verb. */
  readonly title: string;
}

/** A step that can be done now. */
export interface ReadyStep extends StepText {
  readonly ready: true;
  readonly action: StepAction;
}

/** A step that something else must come before; it may concern what that is yet to create. */
export interface LaterStep extends StepText {
  readonly ready: false;
  /** What must come first, in words. */
  readonly after: string;
  readonly action: StepAction | LaterAction;
}

/** True for a step that can be done now. */
export function isReady(step: Step): step is ReadyStep {
  return step.ready;
}

/** A step on an endpoint, a group or a service that is not there yet. */
export type LaterAction =
  | Without<'create-group' | 'create-endpoint', 'serviceName'>
  | Without<'authorize-ingress', 'groupId'>
  | Without<'connect' | 'set-private-dns', 'endpointId'>;
type Without<K extends StepKind, P extends string> = K extends StepKind
  ? Omit<Of<K>, P> & { readonly [Q in P]: undefined }
  : never;

type Tags = Readonly<Record<string, string>>;

export type StepAction =
  | { readonly kind: 'create-services'; readonly clusterRef: string; readonly clusterId: string }
  | {
      readonly kind: 'create-group';
      readonly serviceName: string;
      readonly vpcId: string;
      readonly name: string;
      readonly description: string;
      /** Claims of this run, so that its environment can find the group again where it never came to an endpoint. */
      readonly claims: Tags;
    }
  | { readonly kind: 'authorize-ingress'; readonly groupId: string; readonly sources: readonly Source[] }
  | { readonly kind: 'revoke-ingress'; readonly groupId: string; readonly rules: readonly IngressRule[] }
  | {
      readonly kind: 'create-endpoint';
      readonly serviceName: string;
      readonly vpcId: string;
      readonly subnetIds: readonly string[];
      readonly groupIds: readonly string[];
      readonly tokenParts: readonly string[];
      readonly salt: number;
      readonly replacing: readonly string[];
      readonly tags: Tags;
    }
  | {
      readonly kind: 'claim';
      /** Claims of this run, claims that move from an endpoint that goes, or zones that EC2 refused. */
      readonly what: 'own' | 'moved' | 'refused-zones';
      readonly endpointId: string;
      readonly tags: Tags;
    }
  /** Removes claims, each only where it still has the value given. */
  | {
      readonly kind: 'unclaim';
      readonly endpointId: string;
      readonly tags: Tags;
      readonly clusterIds: readonly string[];
    }
  | ({ readonly kind: 'mark' } & Marking)
  | ({ readonly kind: 'unmark' } & Marking)
  | {
      readonly kind: 'modify-endpoint';
      readonly endpointId: string;
      readonly addSubnetIds: readonly string[];
      readonly removeSubnetIds: readonly string[];
      readonly addGroupIds: readonly string[];
      readonly removeGroupIds: readonly string[];
    }
  | {
      readonly kind: 'connect';
      readonly clusterRef: string;
      readonly clusterId: string;
      readonly endpointId: string;
    }
  | {
      readonly kind: 'disconnect';
      readonly clusterRef: string;
      readonly clusterId: string;
      readonly endpointId: string;
    }
  | { readonly kind: 'set-private-dns'; readonly endpointId: string; readonly enabled: boolean }
  | { readonly kind: 'delete-endpoint'; readonly endpointId: string }
  | { readonly kind: 'delete-group'; readonly groupId: string }
  | { readonly kind: 'trust'; readonly clusterRef: string; readonly clusterId: string; readonly accountId: string }
  | { readonly kind: 'untrust'; readonly clusterRef: string; readonly clusterId: string; readonly owner: TrustedOwner };

/** A leaving mark, as a tag of an endpoint and of the group that is known to outlive it. */
interface Marking {
  readonly endpointId: string;
  readonly groupId: string | undefined;
  /** Only the group is marked: the endpoint has no room yet. */
  readonly groupOnly?: true;
  readonly tags: Tags;
}

export type StepKind = StepAction['kind'];
/** The action of one kind. */
export type Of<K extends StepKind> = Extract<StepAction, { kind: K }>;

type Later<K extends StepKind> = Extract<LaterAction, { kind: K }>;
/** The action of one kind, of a step that can be done now or later. */
export type AnyOf<K extends StepKind> = Of<K> | Later<K>;

/** What holds for every step of a kind. */
interface Traits<K extends StepKind> {
  readonly side: 'aws' | 'cloud';
  /** Claims and marks: never drift, never `changed`. */
  readonly internal: boolean;
  /** The reads that show it once it is done. */
  shows(action: AnyOf<K>): readonly Facet[];
  /** What else may change with it, and is read once more before the end. */
  stirs?(action: AnyOf<K>): readonly Facet[];
}

const ENDPOINTS = () => ['endpoints'] as const;
const GROUPS = () => ['groups'] as const;
const ON_ENDPOINT = { side: 'aws', internal: false, shows: ENDPOINTS } as const;
const ON_GROUP = { side: 'aws', internal: false, shows: GROUPS } as const;
const TAG = { side: 'aws', internal: true, shows: ENDPOINTS } as const;
const MARK = {
  side: 'aws',
  internal: true,
  shows: ({ groupId, groupOnly }: Marking): readonly Facet[] =>
    groupOnly === true ? ['groups'] : groupId === undefined ? ['endpoints'] : ['endpoints', 'groups'],
  // Whether the endpoint has room by now.
  stirs: ({ groupOnly }: Marking): readonly Facet[] => (groupOnly === true ? ['endpoints'] : []),
} as const;
const ON_OWNERS = {
  side: 'cloud',
  internal: false,
  shows: ({ clusterRef }: { clusterRef: string }): readonly Facet[] => [`owners:${clusterRef}`],
} as const;

/** Every kind of step. What it means for `verify`: findings/step-findings.ts; how it is done: apply/apply.ts. */
const KINDS: { readonly [K in StepKind]: Traits<K> } = {
  'create-services': {
    side: 'cloud',
    internal: false,
    shows: ({ clusterRef }) => [`services:${clusterRef}`],
    // The cluster learns its private host name together with the service.
    stirs: ({ clusterRef }) => [`cluster:${clusterRef}`],
  },
  'create-group': ON_GROUP,
  'authorize-ingress': ON_GROUP,
  'revoke-ingress': ON_GROUP,
  'create-endpoint': ON_ENDPOINT,
  claim: TAG,
  unclaim: TAG,
  mark: MARK,
  unmark: MARK,
  'modify-endpoint': ON_ENDPOINT,
  connect: {
    side: 'cloud',
    internal: false,
    shows: ({ clusterRef }) => [`connections:${clusterRef}`, 'endpoints'],
  },
  disconnect: {
    side: 'cloud',
    internal: false,
    shows: ({ clusterRef }) => [`connections:${clusterRef}`],
    stirs: ENDPOINTS,
  },
  'set-private-dns': ON_ENDPOINT,
  'delete-endpoint': ON_ENDPOINT,
  'delete-group': ON_GROUP,
  trust: ON_OWNERS,
  untrust: ON_OWNERS,
};

function traitsOf<K extends StepKind>({ kind }: AnyOf<K>): Traits<K> {
  return KINDS[kind as K];
}

/** Whose API a step is for. */
export function sideOf(action: StepAction | LaterAction): 'aws' | 'cloud' {
  return traitsOf(action).side;
}

/** True for claims and marks, which are never drift and never `changed`. */
export function isInternal({ action }: { readonly action: StepAction | LaterAction }): boolean {
  return traitsOf(action).internal;
}

/** The reads that show a step once it is done. */
export function showsIn(action: StepAction): readonly Facet[] {
  return traitsOf(action).shows(action);
}

/** All that a step may change: what it shows in, and what changes with it. */
export function touchedBy(action: StepAction): readonly Facet[] {
  return [...showsIn(action), ...(traitsOf(action).stirs?.(action) ?? [])];
}

declare const STEP: unique symbol;
/**
 * The same for the same step on the same thing, so that a step is known again after it was done. Made by `stepId` only.
 */
export type StepId = string & { readonly [STEP]: true };

const id = (...parts: readonly (string | number)[]) => parts.join(':') as StepId;

/** The IDs of all steps. Where the endpoint or the service is still to come, the step has a name of its own. */
export const stepId = {
  createServices: (clusterId: string) => id('create-services', clusterId),
  createGroup: (serviceOrLabel: string) => id('create-group', serviceOrLabel),
  authorizeNew: (serviceOrLabel: string) => id('authorize', 'new', serviceOrLabel),
  authorize: (groupId: string, sources: string) => id('authorize', groupId, sources),
  revoke: (groupId: string, rules: string) => id('revoke', groupId, rules),
  createEndpoint: (serviceOrLabel: string, salt: number, made: number) =>
    id('create-endpoint', serviceOrLabel, salt, made),
  claim: (endpointId: string, threatened: number, keys: readonly string[]) =>
    id('claim', endpointId, ...(threatened === 0 ? [] : [threatened]), keys.join()),
  noteZones: (endpointId: string, zones: string) => id('zones', endpointId, zones),
  moveClaims: (from: string, to: string, keys: readonly string[]) => id('move', from, to, keys.join()),
  release: (endpointId: string, keys: readonly string[]) => id('release', endpointId, keys.join()),
  unclaim: (endpointId: string) => id('unclaim', endpointId),
  mark: (endpointId: string) => id('mark', endpointId),
  /** The owned group before its endpoint, which has no room. */
  markGroupFirst: (endpointId: string) => id('mark-group', endpointId),
  /** A group that was not seen when its endpoint was marked. */
  markGroup: (groupId: string) => id('mark', groupId),
  unmark: (endpointId: string, markKey: string) => id('unmark', endpointId, markKey),
  makeRoom: (endpointId: string, markKey: string) => id('room', endpointId, markKey),
  modify: (endpointId: string, changes: string) => id('modify', endpointId, changes),
  connect: (clusterId: string, endpointId: string) => id('connect', clusterId, endpointId),
  connectAgain: (clusterId: string, endpointId: string) => id('connect', clusterId, endpointId, 'again'),
  connectNew: (clusterId: string) => id('connect', clusterId, 'new'),
  disconnect: (clusterId: string, endpointId: string) => id('disconnect', clusterId, endpointId),
  dnsOn: (endpointId: string) => id('dns-on', endpointId),
  dnsOnNew: (serviceOrLabel: string) => id('dns-on', 'new', serviceOrLabel),
  dnsOff: (endpointId: string) => id('dns-off', endpointId),
  deleteEndpoint: (endpointId: string) => id('delete-endpoint', endpointId),
  deleteGroup: (groupId: string) => id('delete-group', groupId),
  trust: (clusterId: string, accountId: string) => id('trust', clusterId, accountId),
  untrust: (clusterId: string, ownerId: string) => id('untrust', clusterId, ownerId),
};
