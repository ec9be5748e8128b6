import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A key pair with its certificate, both as PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

export interface Authority extends Identity {
  /** A server certificate for these DNS names, signed by this authority. */
  issue(names: readonly string[], validity?: Validity): Identity;
}

export interface Validity {
  readonly from: Date;
  readonly until: Date;
}

const DAY = 24 * 3600 * 1000;
/** To the second, as a certificate has it. */
function aroundNow(): Validity {
  const now = Math.floor(Date.now() / 1000) * 1000;
  return { from: new Date(now - DAY), until: new Date(now + 30 * DAY) };
}

/** A certificate authority of a test's own: X.509 version 3, P-256, nothing but what node:crypto has. */
export function createAuthority(name: string): Authority {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certify = (subject: string, key: KeyObject, extensions: readonly Buffer[], validity: Validity) => {
    const content = sequence(
      tagged(0, integer(Buffer.from([2]))),
      // 16 bytes with the sign bit off and the one below on: positive and in its shortest form.
      integer(randomBytes(16).map((byte, index) => (index === 0 ? (byte & 0x3f) | 0x40 : byte)) as Buffer),
      ECDSA_SHA256,
      distinguishedName(name),
      sequence(time(validity.from), time(validity.until)),
      distinguishedName(subject),
      key.export({ type: 'spki', format: 'der' }),
      tagged(3, sequence(...extensions)),
    );
    const signature = sign('sha256', content, own.privateKey);
    return pem(sequence(content, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature)));
  };
  const isAuthority = extension('551d13', sequence(der(0x01, Buffer.from([0xff]))));
  return {
    certificate: certify(name, own.publicKey, [isAuthority], aroundNow()),
    key: keyPem(own.privateKey),
    issue(names, validity = aroundNow()) {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const alternatives = sequence(...names.map((one) => der(0x82, Buffer.from(one))));
      const extensions = [extension('551d11', alternatives)];
      return {
        certificate: certify(names[0] ?? 'nameless', createPublicKey(privateKey), extensions, validity),
        key: keyPem(privateKey),
      };
    },
  };
}

/** A span that ended yesterday. */
export function endedYesterday(): Validity {
  const { from } = aroundNow();
  return { from: new Date(from.getTime() - 30 * DAY), until: from };
}

/** A span that begins tomorrow. */
export function notBeforeTomorrow(): Validity {
  const { from, until } = aroundNow();
  return { from: new Date(from.getTime() + 2 * DAY), until };
}

const ECDSA_SHA256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...contents: readonly Buffer[]): Buffer {
  return der(0x30, ...contents);
}

function integer(value: Buffer): Buffer {
  return der(0x02, value);
}

function tagged(number: number, content: Buffer): Buffer {
  return der(0xa0 + number, content);
}

function extension(identifier: string, value: Buffer): Buffer {
  return sequence(der(0x06, Buffer.from(identifier, 'hex')), der(0x04, value));
}

function distinguishedName(commonName: string): Buffer {
  const attribute = sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from(commonName)));
  return sequence(der(0x31, attribute));
}

/** GeneralizedTime, `20260102030405Z`. */
function time(date: Date): Buffer {
  return der(0x18, Buffer.from(`${date.toISOString().replace(/\.\d+Z$|[-:T]/g, '')}Z`));
}

function pem(content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function keyPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
