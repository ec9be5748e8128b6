import { X509Certificate } from 'node:crypto';

/** Far more than a CA with its intermediates needs. */
const LONGEST = 64 * 1024;
const BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/**
 * The certificates of a PEM text, in a form of its own.
 * @returns undefined where the text is too long, has no certificate, or has anything else, such as a key
 */
export function certificatesOnly(pem: string): string | undefined {
  if (pem.length > LONGEST) return undefined;
  const blocks = pem.match(BLOCK) ?? [];
  if (blocks.length === 0 || pem.replaceAll(BLOCK, '').trim() !== '') return undefined;
  try {
    return blocks.map((block) => new X509Certificate(block).toString()).join('');
  } catch {
    return undefined;
  }
}
