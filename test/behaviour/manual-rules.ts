import { ids, type World } from '../sandbox/index.ts';
import type { Rule } from '../sandbox/types.ts';
import type { Path } from '../support/verify.ts';

/** Description of the rules that the action adds. */
export const OURS = 'cockroachdb-privatelink';
/** A VPC of another account, peered with that of the path. */
export const peeredVpc = { id: 'vpc-0eee1111bbb22220c', accountId: ids.otherAccount };

/** One rule in the security group of the action, and what comes of it. Everything here was written by hand. */
export interface Row {
  rule: string;
  /** The rule that is added; a source list of CIDR blocks and groups may need IDs of the world. */
  add: (world: World, path: Path) => Partial<Rule>;
  /** `allowed-cidrs`, each with the action's own rule; absent: the blocks of the VPC, 10.20.0.0/16 and 100.64.0.0/20. */
  cidrs?: readonly string[];
  /** Names the source group of the added rule in `allowed-security-group-ids` too. */
  allowGroup?: true;
  /** Another environment has a claim on the endpoint. */
  shared?: true;
  /** What `ensure` writes. */
  writes: readonly string[];
  /** The rule in the words of log, summary and finding; '' where neither says anything of it. */
  words: string;
  /** What `verify` finds before and, where nothing was written, after that. */
  finds: readonly string[];
  /** What the fix says before its command. */
  fix?: string;
}

const sql = { protocol: 'tcp', fromPort: 26257, toPort: 26257 };
const tcp = (fromPort: number, toPort = fromPort) => ({ protocol: 'tcp', fromPort, toPort });
const udp = (fromPort: number, toPort = fromPort) => ({ protocol: 'udp', fromPort, toPort });
const all = { protocol: '-1', fromPort: -1, toPort: -1 };
/** A network that nobody configured. */
const office = { cidr: '192.0.2.0/24', description: 'office' };
const app = (world: World) => world.createGroup({ vpcId: ids.vpc, name: 'app' }).id;
const peer = (world: World) => world.createGroup({ vpcId: peeredVpc.id, name: 'peer' }).id;
const FROM_PEER = `from SOURCE of account ${ids.otherAccount}`;
const LIST = 'pl-0123456789abcdef0';

const KEEP_OFFICE = 'To keep it, set allowed-cidrs: 10.20.0.0/16,100.64.0.0/20,192.0.2.0/24.';
const NO_ADVICE = '';

/** A manual rule, which `ensure` never touches: `words` in the note and in the finding, or '' where neither says anything. */
const manual =
  (...finds: string[]) =>
  (rule: string, add: Row['add'] | Partial<Rule>, words: string, more: Partial<Row> = {}): Row => ({
    rule,
    add: typeof add === 'function' ? add : () => add,
    writes: [],
    words,
    finds,
    ...more,
  });
const drift = manual('error rule-manual');
const open = manual('error rule-public');
const otherPort = manual('warning rule-stranger');
const fine = manual();

// Without the action's description, and opens the SQL port to a source that isn't configured: drift, whatever the range.
export const opensSql: readonly Row[] = [
  drift('the SQL port from a network', { ...sql, ...office }, '26257/tcp from 192.0.2.0/24', { fix: KEEP_OFFICE }),
  drift('no description', { ...sql, ...office, description: null }, '26257/tcp from 192.0.2.0/24'),
  drift('more than our description', { ...sql, ...office, description: `${OURS} 2` }, '26257/tcp from 192.0.2.0/24'),
  drift('a range that holds the port', { ...tcp(20000, 30000), ...office }, '20000-30000/tcp from 192.0.2.0/24'),
  drift('a range that ends at the port', { ...tcp(0, 26257), ...office }, '0-26257/tcp from 192.0.2.0/24'),
  drift('a range that begins at it', { ...tcp(26257, 26258), ...office }, '26257-26258/tcp from 192.0.2.0/24'),
  drift('every TCP port', { ...tcp(0, 65535), ...office }, '0-65535/tcp from 192.0.2.0/24'),
  drift('all protocols', { ...all, ...office }, 'all traffic from 192.0.2.0/24', { fix: KEEP_OFFICE }),
  drift('a configured network and more', { ...sql, cidr: '10.0.0.0/8' }, '26257/tcp from 10.0.0.0/8'),
  drift('half of the Internet', { ...sql, cidr: '128.0.0.0/1' }, '26257/tcp from 128.0.0.0/1'),
  open('everybody, IPv4', { ...sql, cidr: '0.0.0.0/0' }, '26257/tcp from 0.0.0.0/0', { fix: NO_ADVICE }),
  open('everybody, IPv6', { ...sql, cidr6: '::/0' }, '26257/tcp from ::/0', { fix: NO_ADVICE }),
  open('everybody, all protocols', { ...all, cidr: '0.0.0.0/0' }, 'all traffic from 0.0.0.0/0'),
  // allowed-cidrs takes IPv4 only, so no IPv6 network can be configured.
  drift('an IPv6 network', { ...sql, cidr6: '2001:db8::/32' }, '26257/tcp from 2001:db8::/32', { fix: NO_ADVICE }),
  // What a prefix list holds would be a read of its own, with a permission of its own.
  drift('a prefix list', { ...sql, prefixListId: LIST }, `26257/tcp from ${LIST}`, {
    fix: 'To keep its clients, set allowed-cidrs: 10.20.0.0/16,100.64.0.0/20 and its IPv4 CIDR blocks.',
  }),
  drift('a prefix list, blocks configured', { ...sql, prefixListId: LIST }, `26257/tcp from ${LIST}`, {
    cidrs: ['10.7.0.0/16'],
    fix: 'To keep its clients, add its IPv4 CIDR blocks to allowed-cidrs.',
  }),
  drift('a group of the VPC', (world) => ({ ...sql, sourceGroupId: app(world) }), '26257/tcp from SOURCE', {
    // Set alone, allowed-security-group-ids would shut the VPC out.
    fix: 'To keep it, set allowed-security-group-ids: SOURCE and allowed-cidrs: 10.20.0.0/16,100.64.0.0/20.',
  }),
  drift('a group of another account', (world) => ({ ...sql, sourceGroupId: peer(world) }), `26257/tcp ${FROM_PEER}`),
  // EC2 shows no account of a group that was deleted in a peered VPC.
  drift('a deleted group', { ...sql, sourceGroupId: 'sg-0fedcba9876543210' }, '26257/tcp from sg-0fedcba9876543210'),
  // The action adds none of these, and EC2 changes no rule's kind of source: somebody copied the description.
  drift('IPv6, our description', { ...sql, cidr6: '2001:db8::/32', description: OURS }, '26257/tcp from 2001:db8::/32'),
  drift('a prefix list, our description', { ...sql, prefixListId: LIST, description: OURS }, `26257/tcp from ${LIST}`),
  drift('configured by half', { ...sql, ...office }, '26257/tcp from 192.0.2.0/24', {
    cidrs: ['192.0.2.0/25'],
    fix: 'To keep it, add 192.0.2.0/24 to allowed-cidrs.',
  }),
  drift('a group, blocks configured', (world) => ({ ...sql, sourceGroupId: app(world) }), '26257/tcp from SOURCE', {
    cidrs: ['10.7.0.0/16'],
    fix: 'To keep it, add SOURCE to allowed-security-group-ids.',
  }),
  open('all of IPv6 where all of IPv4 is configured', { ...sql, cidr6: '::/0' }, '26257/tcp from ::/0', {
    cidrs: ['0.0.0.0/0'],
  }),
];

// Without the action's description, and lets nobody in at the SQL port who isn't configured: nothing to say.
export const harmless: readonly Row[] = [
  fine('part of a configured network', { ...sql, cidr: '10.20.128.0/17' }, ''),
  fine('one address of it', { ...sql, cidr: '100.64.3.4/32' }, ''),
  fine('every port from part of it', { ...tcp(0, 65535), cidr: '10.20.1.0/24' }, ''),
  fine('all protocols from a configured network', { ...all, cidr: '10.20.0.0/16' }, ''),
  fine('two configured halves', { ...sql, ...office }, '', { cidrs: ['192.0.2.0/25', '192.0.2.128/25'] }),
  fine('any network where everybody is configured', { ...sql, ...office }, '', { cidrs: ['0.0.0.0/0'] }),
  fine('any group where everybody is configured', (world) => ({ ...sql, sourceGroupId: app(world) }), '', {
    cidrs: ['0.0.0.0/0'],
  }),
  fine('every port from a configured group', (world) => ({ ...tcp(0, 65535), sourceGroupId: app(world) }), '', {
    cidrs: ['10.7.0.0/16'],
    allowGroup: true,
  }),
  fine('a configured group of another account', (world) => ({ ...sql, sourceGroupId: peer(world) }), '', {
    cidrs: ['10.7.0.0/16'],
    allowGroup: true,
  }),
];

// Without the action's description, and not for the SQL port: a warning, whoever it is for.
export const otherPorts: readonly Row[] = [
  otherPort('another port', { ...tcp(443), ...office }, '443/tcp from 192.0.2.0/24', {
    fix: 'This action opens 26257/tcp only.',
  }),
  otherPort('another port, for everybody', { ...tcp(443), cidr: '0.0.0.0/0' }, '443/tcp from 0.0.0.0/0'),
  otherPort('another port, configured network', { ...tcp(443), cidr: '10.20.0.0/16' }, '443/tcp from 10.20.0.0/16'),
  otherPort('the ports below', { ...tcp(1, 26256), ...office }, '1-26256/tcp from 192.0.2.0/24'),
  otherPort('the ports above', { ...tcp(26258, 65535), ...office }, '26258-65535/tcp from 192.0.2.0/24'),
  // SQL is TCP: the same number of UDP is another port.
  otherPort('the same port of UDP', { ...udp(26257), ...office }, '26257/udp from 192.0.2.0/24'),
  otherPort('all of UDP, for everybody', { ...udp(0, 65535), cidr: '0.0.0.0/0' }, '0-65535/udp from 0.0.0.0/0'),
  otherPort('ping', { protocol: 'icmp', fromPort: 8, toPort: -1, ...office }, 'icmp type 8 from 192.0.2.0/24'),
  otherPort('all of ICMP', { ...all, protocol: 'icmp', ...office }, 'all icmp from 192.0.2.0/24'),
  otherPort('all of ICMPv6', { ...all, protocol: 'icmpv6', cidr6: '::/0' }, 'all icmpv6 from ::/0'),
  // EC2 shows a protocol without a name by its number, and without ports.
  otherPort('ESP', { ...all, protocol: '50', ...office }, 'protocol 50 from 192.0.2.0/24'),
  otherPort('another port, IPv6', { ...tcp(443), cidr6: '2001:db8::/32' }, '443/tcp from 2001:db8::/32'),
  otherPort('another port, prefix list', { ...tcp(443), prefixListId: LIST }, `443/tcp from ${LIST}`),
  otherPort('another port, peer', (world) => ({ ...tcp(443), sourceGroupId: peer(world) }), `443/tcp ${FROM_PEER}`),
];

/** A rule with the action's description: revoked while nobody else claims the endpoint, else kept for them. */
const revoked =
  (find: string) =>
  (rule: string, add: Row['add'] | Partial<Rule>): Row => ({
    ...manual(find)(rule, add, ''),
    writes: ['RevokeSecurityGroupIngress'],
  });
const stale = revoked('error rule-stale');
// The description is all that tells whose a rule is: claims hold no sources.
const shared = manual('warning shared-setting');

export const own: readonly Row[] = [
  stale('a source that is not configured any more', { ...sql, cidr: '192.0.2.0/24', description: OURS }),
  stale('another port', { ...tcp(443), cidr: '10.20.0.0/16', description: OURS }),
  stale('a group of another account', (world) => ({ ...sql, sourceGroupId: peer(world), description: OURS })),
  revoked('error rule-public')('everybody', { ...sql, cidr: '0.0.0.0/0', description: OURS }),
  shared('a source, shared', { ...sql, cidr: '192.0.2.0/24', description: OURS }, '', { shared: true }),
  shared('everybody, shared', { ...sql, cidr: '0.0.0.0/0', description: OURS }, '', { shared: true }),
  shared('another port, shared', { ...tcp(443), cidr: '10.20.0.0/16', description: OURS }, '', { shared: true }),
];

// The claim of another environment excuses no rule that the action didn't add.
export const sharedManual: readonly Row[] = [
  drift('a network', { ...sql, ...office }, '26257/tcp from 192.0.2.0/24', { shared: true }),
  open('everybody', { ...sql, cidr: '0.0.0.0/0' }, '26257/tcp from 0.0.0.0/0', { shared: true }),
  otherPort('another port', { ...tcp(443), ...office }, '443/tcp from 192.0.2.0/24', { shared: true }),
  fine('part of a configured network', { ...sql, cidr: '10.20.1.0/24' }, '', { shared: true }),
];
