import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { posted } from '../../src/github/markdown.ts';
import { code, text } from '../../src/support/markdown.ts';
import { createSecrets } from '../../src/support/secrets.ts';

const KEY = 'CCDB1_sandbox*Key|Id_<sandbox>&Secret$0123456789';

function hiding(...values: string[]) {
  const masked: string[] = [];
  const secrets = createSecrets((secret) => masked.push(secret));
  secrets.add(...values);
  return { ...secrets, masked };
}

describe('secrets', () => {
  it('are told to the runner once each, empty ones never', () => {
    expect(hiding(KEY, '', 'hunter2', KEY).masked).toEqual([KEY, 'hunter2']);
  });

  it.each([
    ['as they are', `a ${KEY} b`],
    ['escaped for Markdown', `a ${text(KEY)} b`],
    ['as code', `a ${code(KEY).replace(/<\/?code>/g, '')} b`],
    ['as shown in an issue', `a ${posted(KEY)} b`],
    ['cut off', `a ${KEY.slice(0, 20)} b`],
    ['cut off and escaped', `a ${text(KEY.slice(0, 20))} b`],
    ['twice', `a ${KEY}${KEY} b`],
    ['as part of a URL', `a ${encodeURIComponent(KEY)} b`],
    ['as part of a URL, cut off', `a ${encodeURIComponent(KEY).slice(0, 25)} b`],
    ['in Base64', `a ${Buffer.from(KEY).toString('base64')} b`],
  ])('%s are hidden, and nothing else', (_how, given) => {
    expect(hiding(KEY).hide(given).replace('******', '***')).toBe('a *** b');
  });

  it('are hidden in JSON, with what is escaped there', () => {
    const odd = 'p"ss\\word\twith\neverything';
    expect(hiding(odd).hide(JSON.stringify({ odd }))).toBe('{"odd":"***"}');
  });

  it('leave other texts alone, also those that begin like them', () => {
    for (const other of ['', 'CCDB1_', 'CCDB1_sandb', 'nothing', '&&&&&lt;', '\\\\\\']) {
      expect(hiding(KEY, 'ab').hide(other)).toBe(other);
    }
    expect(hiding('ab').hide('about')).toBe('about');
  });

  it('never come out of any text that holds them', () => {
    const any = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(any, fc.string({ minLength: 6, maxLength: 60 }), any, (before, secret, after) => {
        const { hide } = hiding(secret);
        // Stars stand for what is hidden; a secret of stars only has nothing to hide behind.
        fc.pre(!/^\*+$/.test(secret) && !'***'.includes(secret));
        expect(hide(`${before}${secret}${after}`).split('***').join('\u0000')).not.toContain(secret);
      }),
    );
  });
});
