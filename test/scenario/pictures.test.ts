import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { captionOf } from '../../scripts/pictures/caption.ts';
import { shownText, subjects } from '../../scripts/pictures/subjects.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/pictures');

it('the pictures show what runs say now; if not, `npm run pictures` makes them anew', async () => {
  const pictures = await subjects();
  expect(pictures.map((one) => one.name)).toEqual(['summary', 'drift', 'path']);
  for (const picture of pictures) {
    for (const shade of ['light', 'dark'])
      expect(captionOf(readFileSync(path.join(folder, `${picture.name}-${shade}.png`)))).toBe(shownText(picture));
  }
});
