import path from 'node:path';
import type { HostTheme } from '@ap/shared/ui/HostAdapter';
import type { Exhibit } from '@ap/shared/ui/testing/gallery/exhibit';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { patience } from '../support/patience.ts';
import type { GalleryWindow } from './gallery-page.tsx';

// A secure address, because the screens draw ids with `crypto`. Nothing is served there: the browser's requests are answered in the test.
const address = 'http://localhost/gallery';
const html = `<!doctype html><html lang="en-GB"><head><title>Gallery</title><meta name="viewport" content="width=device-width, initial-scale=1">
<style>html,body{margin:0}</style></head><body><script src="/gallery.js"></script></body></html>`;

/** The gallery of screens as one script. */
export const bundleGallery = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'gallery-page.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    conditions: ['source'],
    jsx: 'transform',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [script] = outputFiles;
  if (!script) throw new Error('esbuild wrote no script of the gallery.');
  return script.text;
};

/** Opens the gallery in a window of its own, where nothing moves unless a test asks for motion. */
export const openGallery = async (browser: Browser, script: string, options: BrowserContextOptions): Promise<Page> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1204, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.route('**/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto(address);
  return page;
};

/** Brings the page to an exhibit, and waits until it shows what it is there to show. */
export const showExhibit = async (page: Page, { name, shows, press }: Exhibit, names: 'short' | 'long' = 'short'): Promise<void> => {
  await page.evaluate(([exhibit, given]) => (window as unknown as GalleryWindow).gallery.show(exhibit, given), [name, names] as const);
  if (press !== undefined) {
    await page
      .getByRole('button', { name: new RegExp(`^${press}`) })
      .first()
      .click();
  }
  await page
    .waitForFunction((text) => document.body.textContent?.includes(text), shows, { polling: 10 })
    .catch((error) => {
      throw new Error(`The exhibit '${name}' does not show '${shows}'.`, { cause: error });
    });
};

/** Waits for parts that come later: they have come when the page stays as it is for some frames. One that never stays is left as it is. */
export const holdStill = (page: Page): Promise<void> => page.evaluate(untilStill);

const untilStill = async (): Promise<void> => {
  let before = '';
  for (let [frames, still] = [0, 0]; frames < 120 && still < 5; frames += 1) {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const now = document.body.innerHTML;
    still = now === before ? still + 1 : 0;
    before = now;
  }
};

/** Does what Teams does when a person chooses another theme, and waits until the page is painted in it. */
export const changeTheme = (page: Page, theme: HostTheme): Promise<void> =>
  page.evaluate(async (told) => {
    (window as unknown as GalleryWindow).gallery.changeTheme(told);
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    // A button takes a hundredth of a millisecond to its new colour, even where nobody wants motion: some frames long, on a busy machine.
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  }, theme);
