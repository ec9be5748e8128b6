import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../scripts/pictures/page.ts';
import { inWords } from '../../scripts/pictures/subjects.ts';

const root = path.resolve(import.meta.dirname, '../..');
const PAGES = ['README.md', 'docs/comparison.md'];
const pages = PAGES.map((page) => readFileSync(path.join(root, page), 'utf8')).join('\n');
const pictures = readdirSync(path.join(root, 'docs/pictures'));

describe('the pictures', () => {
  it.each(pictures)('%s is a PNG of less than 200 kB', (file) => {
    const bytes = readFileSync(path.join(root, 'docs/pictures', file));
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(bytes.length).toBeLessThan(200_000);
  });

  it('are all in the pages, for both shades of a page and with words for those who do not see them', () => {
    const embeds = [
      ...pages.matchAll(
        /<picture>\n {2}<source media="\(prefers-color-scheme: dark\)" srcset="([^"]+)-dark\.png">\n {2}<img alt="([^"]{20,})" src="([^"]+)-light\.png">\n<\/picture>/g,
      ),
    ].map(([, dark, , light]) => ({ dark, light }));
    expect(pages.match(/<img /g)).toHaveLength(embeds.length);
    for (const { dark, light } of embeds) expect(dark).toBe(light);
    const files = embeds.flatMap(({ dark }) =>
      ['dark', 'light'].map((shade) => path.posix.basename(`${dark}-${shade}.png`)),
    );
    expect(files.toSorted()).toEqual(pictures.toSorted());
    const paths = PAGES.flatMap((page) =>
      [...readFileSync(path.join(root, page), 'utf8').matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, file = '']) =>
        path.join(root, path.dirname(page), file),
      ),
    );
    expect(paths).toHaveLength(pictures.length);
    expect(paths.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe('the words of the first picture', () => {
  const diagram = (label: string) => `flowchart LR\n  e0(["${label}"])`;

  it('stand in place of IDs', () => {
    expect(inWords(diagram('vpce-077149023950e01d2<br/>available<br/>private DNS on'))).toBe(
      diagram('VPC endpoint<br/>private DNS on'),
    );
    expect(inWords('a["use1-az1<br/>subnet-0a"]\nb["use1-az4<br/>subnet-0b"]')).toBe(
      'a["subnet in zone 1"]\nb["subnet in zone 2"]',
    );
  });

  it('are required where a label has an ID that no word stands for', () => {
    expect(() => inWords(diagram('vpce-077149023950e01d2<br/>pending'))).toThrow('no words for the label vpce-');
    expect(() => inWords(diagram('subnet-0aaaaaaaaaaaaaaa1'))).toThrow('no words for the label subnet-');
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
