import type { Page } from 'playwright-core';

/**
 * How many pixels of two pictures differ, by at least a contrast ratio as WCAG reckons it (1: by anything). Pictures of different size
 * differ in every pixel of the larger. The browser decodes them: no library does it that the project has anyway.
 */
export const changedPixels = (page: Page, one: Buffer, other: Buffer, contrast = 1): Promise<number> =>
  page.evaluate(
    async ([first, second, least]) => {
      const pixelsOf = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes]));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (!canvas) throw new Error('This browser has no canvas.');
        canvas.drawImage(bitmap, 0, 0);
        return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const linear = (part: number): number => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
      const luminance = (data: Uint8ClampedArray, at: number): number =>
        0.2126 * linear(data[at] ?? 0) + 0.7152 * linear(data[at + 1] ?? 0) + 0.0722 * linear(data[at + 2] ?? 0);
      const [a, b] = [await pixelsOf(first), await pixelsOf(second)];
      if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
      let changed = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        const same = a.data[at] === b.data[at] && a.data[at + 1] === b.data[at + 1] && a.data[at + 2] === b.data[at + 2];
        if (same) continue;
        const [dark = 0, light = 0] = [luminance(a.data, at), luminance(b.data, at)].sort((x, y) => x - y);
        if ((light + 0.05) / (dark + 0.05) >= least) changed++;
      }
      return changed;
    },
    [one.toString('base64'), other.toString('base64'), contrast] as const,
  );
