import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Device pixels in a CSS pixel: enough for sharp text on most screens. */
const SCALE = 1.5;

/**
 * Takes a PNG of a page with headless Chromium and makes it small with pngquant; both are Debian packages.
 * @throws Error if one of them is not installed, or the page does not say its height
 */
export function takePicture(
  html: string,
  { file, width, folder }: { file: string; width: number; folder: string },
): void {
  const page = path.join(folder, 'page.html');
  writeFileSync(page, html);
  const chromium = (...args: string[]) =>
    execute('chromium', [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--allow-file-access-from-files',
      '--virtual-time-budget=10000',
      `--force-device-scale-factor=${SCALE}`,
      `--user-data-dir=${path.join(folder, 'profile')}`,
      ...args,
      pathToFileURL(page).href,
    ]);
  const dom = chromium('--dump-dom', `--window-size=${width},2000`);
  const height = /data-height="(\d+)"/.exec(dom)?.[1];
  if (height === undefined) throw new Error('the page did not say its height: did Mermaid fail?');
  const shot = path.join(folder, 'shot.png');
  chromium(`--screenshot=${shot}`, `--window-size=${width},${height}`);
  execute('pngquant', ['--force', '--strip', '--speed', '1', '--quality', '60-95', '--output', file, shot]);
  console.log(`${path.basename(file)}: ${width} × ${height}, ${Math.round(readFileSync(file).length / 1024)} kB`);
}

function execute(command: string, args: readonly string[]): string {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.error !== undefined) {
    throw new Error(
      `${command} cannot be started. On Debian: apt-get install chromium pngquant fonts-noto-core fonts-noto-color-emoji`,
      { cause: result.error },
    );
  }
  if (result.status !== 0) throw new Error(`${command} ended with ${result.status}: ${result.stderr.slice(-500)}`);
  return result.stdout;
}
