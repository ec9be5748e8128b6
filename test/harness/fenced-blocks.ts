import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A fenced block of a page. */
export interface FencedBlock {
  /** `page#anchor of its heading`, with `-2` and so on from the second block under a heading. */
  key: string;
  language: string;
  /** Without the indentation that a list gives it. */
  text: string;
}

const root = path.resolve(import.meta.dirname, '../..');
const FENCE = /^( *)```(\S*)\n(.*?)^\1```$/gms;

/** The anchor that GitHub gives a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

/** The fenced blocks of a page of the repository, in their order. */
export function fencedBlocks(page: string): FencedBlock[] {
  const markdown = readFileSync(path.join(root, page), 'utf8');
  const seen = new Map<string, number>();
  return [...markdown.matchAll(FENCE)].map((match) => {
    const [, indent = '', language = '', inside = ''] = match;
    const before = withoutBlocks(markdown.slice(0, match.index));
    const heading = [...before.matchAll(/^#{1,4} (.+)$/gm)].at(-1)?.[1] ?? '';
    const place = `${page}#${anchorOf(heading)}`;
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    const text = inside.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    return { key: count === 1 ? place : `${place}-${count}`, language, text };
  });
}

/** The text of a page between its blocks. */
export function withoutBlocks(markdown: string): string {
  return markdown.replace(FENCE, '');
}
