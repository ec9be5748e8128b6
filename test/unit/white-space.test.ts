import { expect, it } from 'vitest';
import { readInputs } from '../../src/inputs/inputs.ts';
import { quotedValue, trimAscii, visible } from '../../src/support/white-space.ts';

it.each([
  ['', ''],
  [' \t\n\v\f\r', ''],
  [' a b ', 'a b'],
  ['\r\nbranch:x\n', 'branch:x'],
  ['\u3000x\u3000', '\u3000x\u3000'],
  [' \u00a0x\ufeff ', '\u00a0x\ufeff'],
  // NEL and the line separators are no ASCII either.
  ['x\u0085', 'x\u0085'],
  ['\u2028x\u2029', '\u2028x\u2029'],
])('%j without ASCII white space around it is %j', (text, trimmed) => {
  expect(trimAscii(text)).toBe(trimmed);
});

it('takes no longer for white space inside', () => {
  const text = `x${' '.repeat(1_000_000)}x`;
  expect(trimAscii(text)).toBe(text);
});

it.each([
  ['a b', 'a b', '"a b"'],
  ['x\u3000', 'x<U+3000>', '"x<U+3000>"'],
  ['\ufeffx', '<U+FEFF>x', '"<U+FEFF>x"'],
  ['x\u00a0y', 'x<U+00A0>y', '"x<U+00A0>y"'],
  ['two\nlines"', 'two lines"', '"two lines\\""'],
  ['x'.repeat(60), 'x'.repeat(60), `"${'x'.repeat(60)}"`],
  ['x'.repeat(61), 'x'.repeat(61), `"${'x'.repeat(59)}…"`],
])('%j is visible as %j and quotedValue as %s', (text, seen, inQuotes) => {
  expect(visible(text)).toBe(seen);
  expect(quotedValue(text)).toBe(inQuotes);
});

it('an address and a key hold no white space, so that any around them is dropped', () => {
  const inputs: Record<string, string> = {
    cluster: 'orders',
    'cockroach-api-key': '\ufeffCCDB1_key\u00a0',
    'cockroach-api-url': '\u3000https://cockroach.example/base\u00a0',
    'aws-region': 'us-east-1',
    'vpc-id': 'vpc-0123456789abcdef0',
  };
  const { apiKey, apiUrl } = readInputs((name) => inputs[name] ?? '', {});
  expect([apiKey, apiUrl.href]).toEqual(['CCDB1_key', 'https://cockroach.example/base']);
});
