import { crc32 } from 'node:zlib';

/** https://www.w3.org/TR/png: eight bytes of signature, then chunks: length, type, content, checksum. */
const SIGNATURE = 8;
const KEYWORD = 'Comment';

/** The PNG with a text in it that no viewer shows: what the picture was drawn from. */
export function withCaption(png: Buffer, text: string): Buffer {
  const content = Buffer.from(`iTXt${KEYWORD}\0\0\0\0\0${text}`);
  const chunk = Buffer.alloc(content.length + 8);
  chunk.writeUInt32BE(content.length - 4);
  content.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(content), content.length + 4);
  const header = SIGNATURE + 12 + png.readUInt32BE(SIGNATURE);
  return Buffer.concat([png.subarray(0, header), chunk, png.subarray(header)]);
}

/** The text that `withCaption` put into a PNG, undefined if there is none. */
export function captionOf(png: Buffer): string | undefined {
  for (let at = SIGNATURE; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const content = png.toString('utf8', at + 4, at + 8 + png.readUInt32BE(at));
    const head = `iTXt${KEYWORD}\0\0\0\0\0`;
    if (content.startsWith(head)) return content.slice(head.length);
  }
  return undefined;
}
