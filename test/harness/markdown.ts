import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Markdown as HTML the way GitHub renders it, before it takes away what may do harm. */
export function asGithubRenders(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** What the action itself puts into a summary, comment or issue, by tag. */
const TAGS = new Set(
  'p h2 h3 table thead tbody tr th td br code details summary blockquote strong em ul ol li pre sub a'.split(' '),
);
/** Pages of this project and runs of the workflow; the action links to nothing else. */
const LINKS = /^(https:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+\/(blob|actions\/runs)\/[\w./#-]+|docs\/[\w./#-]+)$/;

/** The first line of an issue or comment, and the lines with data in it. */
const MARKER = /^<!-- cockroachdb-privatelink:\w+:[0-9a-f]+ -->\n/;
const HIDDEN = /^<!-- cockroachdb-privatelink:((checks|section):v1:[A-Za-z0-9+/=]+|section:end) -->$/gm;

/**
 * What somebody else's text has become in the Markdown of the action, seen as GitHub renders it: tags that the action
 * does not use, tags with attributes, links to elsewhere, hidden text, pictures with other than boxes and arrows.
 * @param postedAs where it is posted so that people are told of it: mentions and references count too
 */
export function foreignMarkup(markdown: string, postedAs?: 'comment'): string[] {
  const own = postedAs === undefined ? markdown : markdown.replace(MARKER, '').replace(HIDDEN, '');
  const html = asGithubRenders(own);
  const found: string[] = [];
  for (const [tag, closing = '', name = '', rest = ''] of html.matchAll(/<(\/?)([a-z!?][\w-]*)([^>]*)>/gi)) {
    const href = /^ href="([^"]*)"$/.exec(rest)?.[1];
    const plain = rest === '' || (name === 'br' && /^ ?\/?$/.test(rest)) || (closing === '' && isUsual(name, rest));
    const link = name === 'a' && closing === '' && href !== undefined && LINKS.test(href);
    if (!TAGS.has(name) || !(plain || link)) found.push(`markup that is not the action's: ${tag.slice(0, 200)}`);
  }
  // The renderer defuses some tags, as GitHub does; they are foreign all the same.
  for (const [tag] of html.matchAll(/&lt;\/?[a-z]+[^<>]*>/gi))
    found.push(`markup that is not the action's: ${tag.slice(0, 200)}`);
  const shown = html.replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
  if (postedAs !== undefined) {
    for (const [hit] of shown.matchAll(/(?<![\w\u200b])(@|&#64;)[A-Za-z0-9][\w-]*|(?<![\w&\u200b])#\d+/g))
      found.push(`a mention or reference: ${hit}`);
    for (const reference of REFERENCES)
      for (const [hit] of shown.matchAll(reference)) found.push(`a reference: ${hit.slice(0, 80)}`);
  }
  for (const [, picture = ''] of own.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)) found.push(...foreignShapes(picture));
  return found;
}

/** Attributes that the renderer itself gives. */
function isUsual(name: string, rest: string): boolean {
  return (
    (name === 'code' && /^ class="language-(mermaid|text|sh)"$/.test(rest)) ||
    (name === 'ol' && /^ start="\d+"$/.test(rest))
  );
}

/**
 * What GitHub makes links to issues and commits of, besides `#1`. Source: GitHub docs, Autolinked references and URLs; that a SHA
 * comes after a space or a bracket, remarkjs/remark-github 22. A number alone is none here, a UUID never.
 */
const REFERENCES = [
  /(?<![A-Za-z0-9])GH-\d+/gi,
  /\/(issues|pull|discussions|commit)\/[0-9a-f]+/gi,
  /(?<=^|[\s({[@>,;:!?*"'|~$])(?=\d*[a-f])[0-9a-f]{7,40}\b(?!-[0-9a-f]{4}-[0-9a-f]{4}-)/gim,
];

const LABEL = '"[^"<>`;{}|%#&]*(<br\\/>[^"<>`;{}|%#&]*)*"';
const SHAPES = [
  new RegExp(`^ +\\w+(\\[${LABEL}\\]|\\(\\[${LABEL}\\]\\)|\\[\\[${LABEL}\\]\\]|\\[\\(${LABEL}\\)\\])$`),
  new RegExp(`^ +\\w+ (--|==) ${LABEL} (-->|==>) \\w+$`),
  new RegExp(`^(flowchart LR| +end| +subgraph \\w+\\[${LABEL}\\])$`),
];

function foreignShapes(picture: string): string[] {
  return picture
    .split('\n')
    .filter((line) => !SHAPES.some((shape) => shape.test(line)))
    .map((line) => `a line of the picture that is not the action's: ${line.slice(0, 200)}`);
}
