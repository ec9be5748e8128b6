import { isIPv4 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothSubjects, decodeTokenClaims } from '../../src/aws/identity-token.ts';
import { parseEndpoint, parseGroup, parseSubnet, parseVpc } from '../../src/aws/parse.ts';
import {
  nextPageOf,
  parseCluster,
  parseConnections,
  parseErrorBody,
  parseServices,
} from '../../src/cockroach/parse.ts';
import { groupName, sanitise } from '../../src/reconcile/model/managed.ts';
import { canonicalCidr } from '../../src/support/cidr.ts';
import { describeError, oneLine } from '../../src/support/errors.ts';
import { code, text } from '../../src/support/markdown.ts';

const octet = fc.integer({ min: 0, max: 255 });
const address = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'));

describe('canonicalCidr', () => {
  const number = (ip: string) => ip.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);

  it('keeps the block and clears the host bits', () => {
    fc.assert(
      fc.property(address, fc.integer({ min: 0, max: 32 }), (ip, bits) => {
        const cidr = canonicalCidr(`${ip}/${bits}`) ?? '';
        const [network = '', length] = cidr.split('/');
        const host = 32n - BigInt(bits);
        expect(length).toBe(String(bits));
        expect(number(network)).toBe((number(ip) >> host) << host);
        expect(canonicalCidr(cidr)).toBe(cidr);
      }),
    );
  });

  it('refuses what is no IPv4 block', () => {
    for (const bad of [
      '10.0.0.0',
      '10.0.0.0/33',
      '10.0.0/8',
      '010.0.0.0/8',
      '256.0.0.0/8',
      '::/0',
      '10.0.0.0/-1',
      '10.0.0.0/8 ',
      '',
      '/',
      'a/8',
      '10.0.0.0/08x',
    ]) {
      expect(canonicalCidr(bad), bad).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (any) => isIPv4((canonicalCidr(any) ?? '0.0.0.0/0').split('/')[0] ?? '')));
  });
});

/** Answers as broken as can be: known field names with values of any type, nested anyhow. */
const field = fc.constantFrom(
  'id',
  'name',
  'plan',
  'config',
  'serverless',
  'regions',
  'services',
  'connections',
  'clusters',
  'pagination',
  'next_page',
  'status',
  'aws',
  'availability_zone_ids',
  'endpoint_id',
  'region_name',
  'code',
  'message',
  'state',
  'cloud_provider',
);
const { answer } = fc.letrec((tie) => ({
  answer: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue(),
    fc.array(tie('answer'), { maxLength: 4 }),
    fc.dictionary(field, tie('answer'), { maxKeys: 6 }),
  ),
}));

describe('answers of the Cloud API', () => {
  it('never make a parser throw, and every field has its type', () => {
    fc.assert(
      fc.property(answer, (body) => {
        const cluster = parseCluster(body);
        expect(typeof cluster.id + typeof cluster.plan + typeof cluster.state).toBe('stringstringstring');
        expect(typeof nextPageOf(body)).toBe('string');
        for (const service of parseServices(body)) for (const zone of service.zoneIds) expect(zone).not.toBe('');
        for (const connection of parseConnections(body)) expect(connection.endpointId).not.toBe('');
        expect(typeof parseErrorBody(JSON.stringify(body)).message).toBe('string');
      }),
    );
  });

  it('are read in each of their spellings', () => {
    const [byName, byShort, byService] = parseConnections({
      connections: [
        { endpoint_id: 'vpce-1', region_name: 'us-east-1', status: 'STATUS_PENDING_ACCEPTANCE', service_name: 's' },
        { endpoint_id: 'vpce-2', region: 'us-east-1', status: 'pending', service_name: 's' },
        { endpoint_id: 'vpce-3', status: 'STATUS_STALE', service_name: 'com.amazonaws.vpce.us-east-1.vpce-svc-1' },
        { status: 'AVAILABLE' },
      ],
    });
    expect(byName).toMatchObject({
      region: 'us-east-1',
      status: 'PENDING_ACCEPTANCE',
      rawStatus: 'STATUS_PENDING_ACCEPTANCE',
    });
    expect(byShort).toMatchObject({ region: 'us-east-1', status: 'PENDING' });
    expect(byService).toMatchObject({ region: 'us-east-1', status: 'STALE' });
    expect(
      parseServices({
        services: [{ region_name: 'r', status: 'AVAILABLE', aws: { service_name: 'n', availability_zone_ids: ['z'] } }],
      }),
    ).toMatchObject([{ name: 'n', zoneIds: ['z'] }]);
    expect(parseCluster({ config: { serverless: { routing_id: 'r-1' } } })).toMatchObject({
      plan: 'standard',
      serverless: true,
      routingId: 'r-1',
    });
    expect(parseCluster({ config: { dedicated: {} } })).toMatchObject({ plan: 'advanced', serverless: false });
  });
});

describe('answers of EC2', () => {
  it('may leave out everything', () => {
    expect(parseVpc({})).toEqual({ id: '', ownerId: '', cidrs: [] });
    expect(parseSubnet({}).id).toBe('');
    expect(parseEndpoint({})).toMatchObject({
      id: '',
      state: 'unknown',
      interface: false,
      privateDns: false,
      tags: {},
    });
    expect(parseGroup({}).ingress).toEqual([]);
  });

  it('spell states and types in any case', () => {
    expect(parseEndpoint({ State: 'PendingAcceptance', VpcEndpointType: 'interface' as 'Interface' })).toMatchObject({
      state: 'pendingacceptance',
      rawState: 'PendingAcceptance',
      interface: true,
    });
  });

  it('name every associated block of a VPC, and no other', () => {
    const block = (CidrBlock: string, State: string) => ({
      CidrBlock,
      CidrBlockState: { State: State as 'associated' },
    });
    expect(
      parseVpc({
        VpcId: 'vpc-1',
        CidrBlock: '10.0.0.0/16',
        CidrBlockAssociationSet: [
          block('10.0.0.0/16', 'associated'),
          block('10.1.0.0/16', 'disassociated'),
          block('10.2.0.0/16', 'associated'),
        ],
      }).cidrs,
    ).toEqual(['10.0.0.0/16', '10.2.0.0/16']);
  });
});

describe('text from elsewhere', () => {
  it('fits the character set of groups and rules', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (any) => {
        expect(sanitise(any)).toMatch(/^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]{0,255}$/);
        expect(groupName(any)).not.toMatch(/^sg-/);
      }),
    );
  });

  it('stays one line of text in Markdown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (any) => {
        for (const shown of [text(any), code(any)]) expect(shown).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(text(any)).not.toMatch(/<[a-z/!]/i);
        expect(code(any).replace(/^<code>|<\/code>$/g, '')).not.toMatch(/[<>|`]/);
      }),
    );
    expect(text('a|b<script>`x`')).toBe('a\\|b&lt;script&gt;\\`x\\`');
  });

  it('describes any thrown value in one line', () => {
    fc.assert(fc.property(fc.anything(), (any) => !/[\n\r]/.test(describeError(any))));
    expect(describeError({ toString: undefined })).toBe('{ toString: undefined }');
    expect(describeError(new Error('a\nb', { cause: new Error('c') }))).toBe('a b: c');
    expect(oneLine('a\u2028::b\u0007')).toBe('a ::b');
  });
});

describe('OIDC claims', () => {
  it('give both forms of the subject', () => {
    const token = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
    const ids = { repository_id: '7', repository_owner_id: '9' };
    const old = decodeTokenClaims(token({ sub: 'repo:acme/shop:ref:refs/heads/main', ...ids }));
    const immutable = decodeTokenClaims(token({ sub: 'repo:acme@9/shop@7:ref:refs/heads/main', ...ids }));
    const both = { old: 'repo:acme/shop:ref:refs/heads/main', immutable: 'repo:acme@9/shop@7:ref:refs/heads/main' };
    expect(bothSubjects(old)).toEqual(both);
    expect(bothSubjects(immutable)).toEqual(both);
  });

  it('of anything that is no token are empty', () => {
    fc.assert(fc.property(fc.string(), (any) => typeof decodeTokenClaims(any).sub === 'string'));
  });
});
