import type { DeepPartial, Settings } from '../sandbox/index.ts';

export interface KnobRow {
  readonly plan: 'standard' | 'advanced';
  readonly ask: string;
  /** Row of the sheet, and the answer for each value of the knob. */
  readonly row: string;
  readonly knobs: readonly (readonly [DeepPartial<Settings>, string])[];
}

const EC2 = (ec2: DeepPartial<Settings['ec2']>): DeepPartial<Settings> => ({ ec2 });
const CLOUD = (cloud: DeepPartial<Settings['cloud']>): DeepPartial<Settings> => ({ cloud });
const FIRST = { standardAccept: 'first-connection' } as const;

/** What questions are about whose answers the sandbox can give in several ways. */
export const KNOBS: readonly KnobRow[] = [
  {
    plan: 'standard',
    ask: 'connection-twice',
    row: 'repost-of-a-connection',
    knobs: ([200, 409, 400] as const).map((addAgain) => [CLOUD({ addAgain }), String(addAgain)]),
  },
  {
    plan: 'standard',
    ask: 'wrong-endpoint',
    row: 'unknown-endpoint-id',
    knobs: ([400, 'STATUS_FAILED'] as const).map((badEndpoint) => [CLOUD({ badEndpoint }), String(badEndpoint)]),
  },
  {
    plan: 'standard',
    ask: 'modify-twice',
    row: 'modify-during-a-change',
    knobs: [
      [EC2({ underWay: 'OperationInProgress' }), 'OperationInProgress'],
      [EC2({ underWay: 'InvalidParameter' }), 'InvalidParameter'],
      [EC2({ underWay: 'IncorrectState' }), 'IncorrectState'],
      [EC2({ modifyWhileNotAvailable: 'accept' }), 'accepted'],
    ],
  },
  {
    plan: 'standard',
    ask: 'modify-twice',
    row: 'length-of-a-modify',
    knobs: [
      [{ ...EC2({ modifyWhileNotAvailable: 'refuse' }), seconds: { modify: 30 } }, 'while pending'],
      [EC2({ modifyWhileNotAvailable: 'accept' }), 'during the call'],
    ],
  },
  {
    plan: 'standard',
    ask: 'client-token',
    row: 'client-token-after-deletion',
    knobs: [
      [EC2({ deadToken: 'replay-dead-id' }), 'the deleted endpoint'],
      [EC2({ deadToken: 'create-new' }), 'a new endpoint'],
    ],
  },
  {
    plan: 'advanced',
    ask: 'trusted-owners',
    row: 'trusted-owners-not-enabled',
    knobs: [
      [CLOUD({ trustedOwners: 'enrolled' }), 'enabled'],
      ...([400, 403, 404, 501] as const).map(
        (trustedOwners) => [CLOUD({ trustedOwners }), String(trustedOwners)] as const,
      ),
    ],
  },
  { plan: 'standard', ask: 'trusted-owners', row: 'trusted-owners-on-standard', knobs: [[{}, '400']] },
  {
    plan: 'standard',
    ask: 'tag-limit',
    row: 'tag-at-the-limit',
    knobs: [
      [EC2({ tagOverwriteAtLimit: 'allowed' }), 'allowed'],
      [EC2({ tagOverwriteAtLimit: 'refused' }), 'TagLimitExceeded'],
    ],
  },
  {
    plan: 'standard',
    ask: 'rate-limit',
    row: 'rate-limit-status',
    knobs: ([429, 503, 400] as const).map((rateLimitStatus) => [CLOUD({ rateLimitStatus }), String(rateLimitStatus)]),
  },
  {
    plan: 'standard',
    ask: 'group-in-use',
    row: 'security-group-in-use',
    knobs: (['DependencyViolation', 'InvalidGroup.InUse'] as const).map((groupInUse) => [
      EC2({ groupInUse }),
      groupInUse,
    ]),
  },
  {
    plan: 'standard',
    ask: 'endpoint-first',
    row: 'endpoint-deleted-first',
    knobs: [
      [CLOUD({ stale: true }), 'STALE'],
      [CLOUD({ stale: false }), 'absent'],
    ],
  },
  {
    plan: 'standard',
    ask: 'acceptance',
    row: 'acceptance-of-an-endpoint',
    knobs: [
      [CLOUD({ standardAccept: 'at-creation' }), 'at its creation'],
      [CLOUD(FIRST), 'by its connection'],
    ],
  },
  {
    plan: 'standard',
    ask: 'acceptance',
    row: 'dns-entries-before-acceptance',
    knobs: [
      [{ ...CLOUD(FIRST), ...EC2({ dnsEntriesBeforeAcceptance: false }) }, 'empty'],
      [{ ...CLOUD(FIRST), ...EC2({ dnsEntriesBeforeAcceptance: true }) }, 'filled'],
    ],
  },
  { plan: 'advanced', ask: 'acceptance', row: 'private-dns-after-acceptance', knobs: [[{}, 'refused']] },
  {
    plan: 'advanced',
    ask: 'acceptance',
    row: 'listed-before-it-is-added',
    knobs: [
      [CLOUD({ listUnadded: true }), 'listed'],
      [CLOUD({ listUnadded: false }), 'absent'],
    ],
  },
  {
    plan: 'advanced',
    ask: 'reconnect',
    row: 'removed-connection',
    knobs: [
      [CLOUD({ keepRejected: true }), 'REJECTED'],
      [CLOUD({ keepRejected: false }), 'absent'],
    ],
  },
  {
    plan: 'advanced',
    ask: 'reconnect',
    row: 'removal-again',
    knobs: ([200, 404] as const).map((deleteRejected) => [CLOUD({ deleteRejected }), String(deleteRejected)]),
  },
  { plan: 'advanced', ask: 'reconnect', row: 'rejected-connection-again', knobs: [[{}, 'REJECTED, then AVAILABLE']] },
  { plan: 'standard', ask: 'reconnect', row: 'rejected-connection-again', knobs: [[{}, 'absent, then AVAILABLE']] },
  { plan: 'standard', ask: 'reconnect', row: 'standard-connection-states', knobs: [[{}, 'absent after removal']] },
  {
    plan: 'standard',
    ask: 'states',
    row: 'private-dns-flag',
    knobs: (['with-available', 'at-once'] as const).map((dnsFlag) => [
      { ...EC2({ dnsFlag }), seconds: { dns: 10 } },
      dnsFlag.replace('-', ' '),
    ]),
  },
  {
    plan: 'standard',
    ask: 'states',
    row: 'spelling-of-endpoint-states',
    knobs: [
      [EC2({ pascalStates: false }), 'available'],
      [EC2({ pascalStates: true }), 'Available'],
    ],
  },
  {
    plan: 'standard',
    ask: 'states',
    row: 'spelling-of-connection-states',
    knobs: [
      [CLOUD({ statusPrefix: true }), 'with STATUS_'],
      [CLOUD({ statusPrefix: false }), 'without STATUS_'],
    ],
  },
  {
    plan: 'standard',
    ask: 'states',
    row: 'region-of-a-connection',
    knobs: (['region_name', 'region', 'both', 'none'] as const).map((regionField) => [
      CLOUD({ regionField }),
      regionField,
    ]),
  },
  {
    plan: 'advanced',
    ask: 'states',
    row: 'aws-object-of-a-service',
    knobs: [
      [CLOUD({ awsSubObject: true }), 'present'],
      [CLOUD({ awsSubObject: false }), 'absent'],
    ],
  },
  { plan: 'standard', ask: 'states', row: 'private-dns-name', knobs: [[{}, 'exact']] },
  { plan: 'standard', ask: 'states', row: 'private-dns-off-permission', knobs: [[{}, 'allowed']] },
  { plan: 'standard', ask: 'base-path', row: 'doubled-base-path', knobs: [[{}, '404']] },
  { plan: 'standard', ask: 'shared-service', row: 'shared-endpoint-service', knobs: [[{}, 'shared']] },
  { plan: 'standard', ask: 'standard-service', row: 'services-on-standard', knobs: [[{}, '501']] },
  {
    plan: 'advanced',
    ask: 'advanced-service',
    row: 'services-again',
    knobs: ([200, 409, 400] as const).map((servicesAgain) => [CLOUD({ servicesAgain }), String(servicesAgain)]),
  },
];
