import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../scripts/pictures/page.ts';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const pictures = readdirSync(path.join(root, 'docs/pictures'));

describe('the pictures', () => {
  it.each(pictures)('%s is a PNG of less than 200 kB', (file) => {
    const bytes = readFileSync(path.join(root, 'docs/pictures', file));
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(bytes.length).toBeLessThan(200_000);
  });

  it('are all in the README, for both shades of a page and with words for those who do not see them', () => {
    const embeds = [
      ...readme.matchAll(
        /<picture>\n {2}<source media="\(prefers-color-scheme: dark\)" srcset="([^"]+)-dark\.png">\n {2}<img alt="([^"]{20,})" src="([^"]+)-light\.png">\n<\/picture>/g,
      ),
    ].map(([, dark, , light]) => ({ dark, light }));
    expect(readme.match(/<img /g)).toHaveLength(embeds.length);
    for (const { dark, light } of embeds) expect(dark).toBe(light);
    const files = embeds.flatMap(({ dark }) =>
      ['dark', 'light'].map((shade) => path.posix.basename(`${dark}-${shade}.png`)),
    );
    expect(files.toSorted()).toEqual(pictures.toSorted());
    for (const { dark } of embeds) expect(existsSync(path.join(root, `${dark}-dark.png`))).toBe(true);
  });
});

describe('the page of a picture', () => {
  const page = pageOf(
    {
      name: 'x',
      head: { kind: 'issue', title: 'Drift' },
      markdown: '| a |\n|---|\n| `b` |\n\n```mermaid\nflowchart LR\n  a["x<br/>y"]\n```\n',
      width: 700,
    },
    'dark',
  );

  it('has tables and diagrams as GitHub has them, and everything in itself or on this machine', () => {
    expect(page).toContain('<td><code>b</code></td>');
    expect(page).toContain('<pre class="mermaid">flowchart LR\n  a[&quot;x&lt;br/&gt;y&quot;]</pre>');
    expect(page).toMatch(/<h1 class="title">Drift/);
    expect(page.match(/(?:src|href)="(?!file:)[^"]*"/g)).toBeNull();
  });
});
