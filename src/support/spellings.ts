import { unescaped } from './unescaped.ts';

/** One way to spell a secret. */
export interface Spelling {
  readonly text: string;
  /** It stands in Base64 together with what is around it. */
  readonly base64: boolean;
}

/** A shorter spelling of something else than the secret itself is as likely an innocent word. */
const SHORTEST = 6;

/**
 * A secret as it is, in JSON, in hexadecimal and in Base64. Base64 takes three bytes at a time, so that within
 * something longer (`user:KEY`, `Bearer KEY`) a secret has three spellings, by the number of bytes before it; each is
 * what the secret alone decides. Escapes of single characters are not spelled here (unescaped.ts).
 */
export function spellingsOf(secret: string): Spelling[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const plain = [
    JSON.stringify(secret).slice(1, -1),
    // As its percent-encoded bytes read one by one.
    bytes.toString('latin1'),
    // As it reads where a text is unescaped for the escapes around it.
    unescaped(secret)?.text ?? secret,
    hex,
    hex.toUpperCase(),
  ];
  const base64 = [0, 1, 2].flatMap((before) => {
    const standard = inBase64(bytes, before);
    return [standard, standard.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const others = (texts: readonly string[]) =>
    [...new Set(texts)].filter((text) => text.length >= SHORTEST && text !== secret);
  return [
    { text: secret, base64: false },
    ...others(plain).map((text) => ({ text, base64: false })),
    ...others(base64).map((text) => ({ text, base64: true })),
  ];
}

/** Those characters of the Base64 that depend on nothing but these bytes, with so many others before them. */
function inBase64(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes]);
  return whole.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((whole.length * 8) / 6));
}
