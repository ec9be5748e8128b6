/**
 * Makes the pictures of docs/pictures/ from real runs of the committed dist/index.js against the sandbox: the job
 * summary of a first run, the picture of the path in it, and the issue that `verify` opens on drift, each in light and
 * dark. Needs Chromium.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { takePicture } from './pictures/browser.ts';
import { withCaption } from './pictures/caption.ts';
import { pageOf } from './pictures/page.ts';
import { shownText, subjects } from './pictures/subjects.ts';

const root = path.resolve(import.meta.dirname, '..');
const work = path.join(root, 'tmp/pictures');
const out = path.join(root, 'docs/pictures');

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
mkdirSync(out, { recursive: true });
for (const picture of await subjects()) {
  for (const shade of ['light', 'dark'] as const) {
    const file = path.join(out, `${picture.name}-${shade}.png`);
    takePicture(pageOf(picture, shade), { file, width: picture.width, folder: work });
    writeFileSync(file, withCaption(readFileSync(file), shownText(picture)));
  }
}
rmSync(work, { recursive: true });
