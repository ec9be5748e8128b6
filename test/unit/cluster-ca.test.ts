import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificatesOnly } from '../../src/cockroach/ca.ts';
import { writeTempFile } from '../../src/runner/temp-file.ts';
import { createAuthority } from '../harness/certificates.ts';

const [one, two] = [createAuthority('one'), createAuthority('two')];
const flat = (pem = '') => pem.replaceAll(/\s/g, '');

describe('the certificates of a PEM text', () => {
  it('are kept, one or several, whatever the ends of lines are', () => {
    const both = `${one.certificate}${two.certificate}`;
    expect(flat(certificatesOnly(one.certificate))).toBe(flat(one.certificate));
    expect(flat(certificatesOnly(both))).toBe(flat(both));
    expect(certificatesOnly(`\r\n${both.replaceAll('\n', '\r\n')}\n\n`)).toBe(certificatesOnly(both));
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html>-----BEGIN CERTIFICATE-----</html>'],
    ['a key', one.key],
    ['a key after a certificate', `${one.certificate}${one.key}`],
    ['a line before', `MALICIOUS=1\n${one.certificate}`],
    ['a certificate cut short', one.certificate.slice(0, -60)],
    ['base64 that is no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    ['more than 64 KiB', one.certificate.repeat(200)],
    ['white space without end', `-----BEGIN CERTIFICATE-----${' '.repeat(60_000)}`],
  ])('are not taken from %s', (_, text) => {
    const started = performance.now();
    expect(certificatesOnly(text)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('are all that comes out of any text, and no text makes it throw', () => {
    const part = fc.oneof(fc.constantFrom(one.certificate, two.certificate, one.key, '\n'), fc.string());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const kept = certificatesOnly(parts.join(''));
        const known = [one.certificate, two.certificate].map(flat);
        for (const block of (kept ?? '').split(/(?<=END CERTIFICATE-----)\n/).filter((text) => text !== ''))
          expect(known).toContain(flat(block));
      }),
    );
  });
});

describe("a file in the runner's temporary folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'runner-temp-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  // Windows has no such modes, and links only for administrators.
  const posix = it.skipIf(process.platform === 'win32');

  posix('is whole, readable by all, and replaces an older one', () => {
    const umask = process.umask(0o077);
    try {
      expect(writeTempFile(folder, 'ca.crt', 'first')).toBe(path.join(folder, 'ca.crt'));
      writeTempFile(folder, 'ca.crt', 'second');
    } finally {
      process.umask(umask);
    }
    expect(readFileSync(path.join(folder, 'ca.crt'), 'utf8')).toBe('second');
    expect(statSync(path.join(folder, 'ca.crt')).mode & 0o777).toBe(0o644);
    expect(readdirSync(folder)).toEqual(['ca.crt']);
  });

  posix('never goes through a link of that name, to a file or to nothing', () => {
    const target = path.join(folder, 'target');
    writeFileSync(target, 'of another');
    for (const to of [target, path.join(folder, 'nothing')]) {
      symlinkSync(to, path.join(folder, 'ca.crt'));
      writeTempFile(folder, 'ca.crt', 'certificate');
      expect(readFileSync(path.join(folder, 'ca.crt'), 'utf8')).toBe('certificate');
      rmSync(path.join(folder, 'ca.crt'));
    }
    expect(readFileSync(target, 'utf8')).toBe('of another');
    expect(existsSync(path.join(folder, 'nothing'))).toBe(false);
  });

  it('leaves nothing behind where it can not be written', () => {
    mkdirSync(path.join(folder, 'ca.crt'));
    expect(() => writeTempFile(folder, 'ca.crt', 'x')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(readdirSync(folder)).toEqual(['ca.crt']);
    expect(() => writeTempFile(path.join(folder, 'missing'), 'ca.crt', 'x')).toThrow('ENOENT');
    expect(() => writeTempFile('', 'ca.crt', 'x')).toThrow('RUNNER_TEMP is not set');
  });
});
