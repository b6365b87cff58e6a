import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** A picture as numbers of colours. */
interface Indexed {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each colour, in the order of its number. */
  readonly palette: readonly number[];
  /** One byte a pixel. */
  readonly indices: Buffer;
}

/** Sixteen shades of red, green and blue are enough to look at a screen, and hide what differs in the edges of letters. */
const shades = 17;

const indexed = async (helper: Page, png: Buffer): Promise<Indexed> => {
  const { indices, ...rest } = await helper.evaluate(
    async ([base64, step]) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))]));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (!context) throw new Error('This browser has no canvas.');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const numbers = new Map<string, number>();
      const palette: number[] = [];
      let indices = '';
      for (let at = 0; at < data.length; at += 4) {
        const colour = [data[at], data[at + 1], data[at + 2]].map((part) => Math.round((part ?? 0) / step) * step);
        const name = colour.join();
        let number = numbers.get(name);
        if (number === undefined) {
          // The rarest colours, on a screen that has more than a palette holds, become the first one that is not among them.
          number = numbers.size < 256 ? numbers.size : 0;
          if (number === numbers.size) palette.push(...colour);
          numbers.set(name, number);
        }
        indices += String.fromCharCode(number);
      }
      return { width, height, palette, indices: btoa(indices) };
    },
    [png.toString('base64'), shades] as const,
  );
  return { ...rest, indices: Buffer.from(indices, 'base64') };
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/**
 * A screenshot with a palette, a tenth of the size of the browser's own: the same screen gives the same file. No package that the project
 * has writes such a PNG.
 */
export const smallPng = async (helper: Page, png: Buffer): Promise<Buffer> => {
  const { width, height, palette, indices } = await indexed(helper, png);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, by palette.
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) indices.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
