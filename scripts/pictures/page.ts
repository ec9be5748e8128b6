import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { asGithubRenders } from '../../test/harness/markdown.ts';

export type Shade = 'light' | 'dark';

export interface Picture {
  /** Name of the file without shade and suffix. */
  name: string;
  /** What GitHub shows above the text. */
  head: { kind: 'summary' | 'issue'; title: string } | undefined;
  markdown: string;
  /** Width in CSS pixels; GitHub's column for the text of a README is about 830 wide. */
  width: number;
}

const require = createRequire(import.meta.url);
const styles = {
  light: require.resolve('github-markdown-css/github-markdown-light.css'),
  dark: require.resolve('github-markdown-css/github-markdown-dark.css'),
};
const mermaid = pathToFileURL(require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js')).href;

const COLOURS = {
  light: { page: '#ffffff', line: '#d1d9e0', bar: '#f6f8fa', text: '#1f2328', open: '#1f883d' },
  dark: { page: '#0d1117', line: '#3d444d', bar: '#151b23', text: '#f0f6fc', open: '#238636' },
};

/**
 * A page that looks as GitHub would show the text. It reports its height in the attribute `data-height` of the root
 * when done.
 */
export function pageOf({ head, markdown, width }: Picture, shade: Shade): string {
  const colour = COLOURS[shade];
  const framed = head !== undefined;
  return `<!doctype html><html><head><meta charset="utf-8"><style>${readFileSync(styles[shade], 'utf8')}
    body { margin: 0; background: ${colour.page}; color: ${colour.text}; width: ${width}px; }
    #all { padding: ${framed ? 12 : 0}px; font: 14px "Noto Sans", sans-serif; box-sizing: border-box; }
    .card { border: ${framed ? 1 : 0}px solid ${colour.line}; border-radius: 6px; overflow: hidden; }
    .bar { padding: 10px 16px; background: ${colour.bar}; border-bottom: 1px solid ${colour.line}; font-weight: 600; }
    .bar span, .title span { font-weight: 400; opacity: .7; }
    .title { font-size: 24px; font-weight: 600; margin: 4px 0 8px; }
    .open { background: ${colour.open}; color: #fff; border-radius: 2em; padding: 5px 12px; font-weight: 500; }
    .markdown-body { padding: ${framed ? 16 : 0}px; font: 14px/1.5 "Noto Sans", "Noto Color Emoji", sans-serif; }
    .markdown-body code, .markdown-body pre { font-family: "Noto Sans Mono", monospace; }
    .markdown-body table { display: table; width: 100%; }
    .markdown-body pre.mermaid { background: ${colour.page}; text-align: center; padding: 8px 0; margin: 0 0 16px; }
    .markdown-body pre.mermaid svg { max-width: 100%; height: auto; }
  </style></head><body><div id="all">${titleOf(head)}<div class="card">${barOf(head)}
  <article class="markdown-body">${withPictures(asGithubRenders(markdown))}</article></div></div>
  <script src="${mermaid}"></script>
  <script>
    mermaid.initialize({ startOnLoad: false, theme: ${JSON.stringify(shade === 'dark' ? 'dark' : 'default')} });
    mermaid.run().finally(() => {
      const { height } = document.getElementById('all').getBoundingClientRect();
      document.documentElement.dataset.height = String(Math.ceil(height));
    });
  </script></body></html>`;
}

/** Blocks of Mermaid as that library looks for them. */
function withPictures(html: string): string {
  return html.replace(
    /<pre><code class="language-mermaid">(.*?)\n<\/code><\/pre>/gs,
    (_, picture: string) => `<pre class="mermaid">${picture}</pre>`,
  );
}

function titleOf(head: Picture['head']): string {
  if (head?.kind !== 'issue') return '';
  return `<h1 class="title">${head.title} <span>#1</span></h1><p><b class="open">Open</b></p>`;
}

function barOf(head: Picture['head']): string {
  if (head === undefined) return '';
  const text =
    head.kind === 'issue' ? 'github-actions <span>bot opened this issue</span>' : `${head.title} <span>summary</span>`;
  return `<div class="bar">${text}</div>`;
}
