import { describe, expect, it } from 'vitest';
import { cleanHost, isPublicName } from '../../src/recorder/hosts.ts';
import { createStandIns } from '../../src/recorder/stand-ins.ts';
import { createTextCleaner } from '../../src/recorder/words.ts';

const NAMES = ['orders-eu', 'customer-database', 'available', 'qxz'];

function cleaner() {
  const standIns = createStandIns(Buffer.alloc(32, 1));
  for (const name of NAMES) standIns.name('cluster', name);
  const words = createTextCleaner({ standIns, names: NAMES, relative: (time) => `t+${time}` });
  const clean = (text: string) =>
    words
      .text(text)
      .replace(/fade[0-9a-f]+/g, 'FADE')
      .replace(/\b0000\d{8}\b/g, 'ACCOUNT')
      .replace(/\b99\d{7}\b/g, 'PULL');
  return { standIns, words, clean };
}

describe('a text of a recording', () => {
  it.each([
    ['The vpc endpoint vpcfoobar does not exist', 'The vpc endpoint [9] does not exist'],
    ["The vpc endpoint ID 'vpce-0123456789abcdef0' does not exist", "The vpc endpoint ID 'vpce-0FADE' does not exist"],
    ['InvalidVpcEndpointId.NotFound', 'InvalidVpcEndpointId.NotFound'],
    ['cluster orders-eu is locked', 'cluster cluster-FADE is locked'],
    ['--cluster%3Dorders-eu', '--cluster%3Dcluster-FADE'],
    ['x_orders-eu-2', '[1]_cluster-FADE-2'],
    ['customer-database', 'cluster-FADE'],
    ['Customer-Database is there', 'cluster-FADE is there'],
    // A state, also where a cluster has that name.
    ['available', 'available'],
    ['is available', 'is available'],
    ['a qxz b', 'a cluster-FADE [1]'],
    ['a qxzqxz b', 'a [6] [1]'],
    ['environment pr:12, #7, 12 tags', 'environment pr:PULL, #PULL, 12 tags'],
    ['us-east-1a, use1-az4, us-acme-east-1, acme1-az1', 'us-east-1a, use1-az4, us-[4]-east-1, [5]-az1'],
    ['customer.service.com', 'host-FADE.host-FADE.host-FADE.invalid'],
    ['account 111122223333', 'account ACCOUNT'],
    ['1111-2222-3333 and 111 122 223', '[4]-[4]-[4] and [3] [3] [3]'],
    ['"branch:gone" and branch:main, gone', '"branch:branch-FADE" and branch:branch-FADE, gone'],
    ['+2.A=9.', '+[3]=[1].'],
    ['A K I A', '[1] [1] [1] [1]'],
    ['er-84, 48.aw', '[5], [5]'],
    ['customer-database-0123abcd', 'cluster-FADE-[8]'],
    ['10.20.30.40.50', '[14]'],
    ['2026-12-01T05:00:00Z', `t+${Date.parse('2026-12-01T05:00:00Z')}`],
    ['"""""password', '[5]password'],
    ['pässword', '[1][1][6]'],
  ])('%j becomes %j', (text, expected) => {
    const { clean } = cleaner();
    expect(clean(text)).toBe(expected);
  });

  it('that is a page says no more than its length', () => {
    expect(cleaner().words.text('a '.repeat(1500))).toBe('string(3000)');
  });

  it('keeps names of fields of known words only', () => {
    const { words } = cleaner();
    expect(['vpcEndpointId', 'qxjState', 'x'.repeat(99)].map(words.field)).toEqual(['vpcEndpointId', '[8]', '[99]']);
    expect(words.field('vpce-0123456789abcdef0')).toMatch(/^vpce-0fade/);
  });
});

describe('a host of a recording', () => {
  it.each([
    ['ec2.us-east-1.amazonaws.com', 'ec2.us-east-1.amazonaws.com'],
    ['api.github.com', 'api.github.com'],
    ['orders-x1y.aws-us-east-1.cockroachlabs.cloud', 'host-FADE.aws-us-east-1.cockroachlabs.cloud'],
    ['internal-orders-x1y.aws-eu-west-1.crdb.io', 'internal-host-FADE.aws-eu-west-1.crdb.io'],
    [
      'vpce-0123456789abcdef0-abcd1234-us-east-1a.vpce-svc-0123456789abcdef0.us-east-1.vpce.amazonaws.com',
      'vpce-0FADE-FADE-us-east-1a.vpce-svc-0FADE.us-east-1.vpce.amazonaws.com',
    ],
    ['com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0', 'com.amazonaws.vpce.us-east-1.vpce-svc-0FADE'],
    ['github.acme.example', 'host-FADE.host-FADE.host-FADE.invalid'],
    ['my-shared-database-1.github.com', 'host-FADE.github.com'],
    ['notcockroachlabs.cloud', 'host-FADE.host-FADE.invalid'],
  ])('%s becomes %s', (host, expected) => {
    const standIns = createStandIns(Buffer.alloc(32, 1));
    expect(cleanHost(host, { standIns }).replace(/fade[0-9a-f]+/g, 'FADE')).toBe(expected);
  });

  it('is told from a code with dots', () => {
    expect(['sts.amazonaws.com', 'InvalidGroup.NotFound', 'evil-amazonaws.com'].map(isPublicName)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
