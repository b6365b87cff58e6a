import { samplePerson } from '@ap/local/sample/people';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { patience } from '../../support/patience.ts';
import { stopClockOf } from './fixed-day.ts';

/** One way in which a screen is shown: how wide, and in which of the themes of Teams. */
export interface Face {
  readonly name: string;
  /** As it reads after 'also'. */
  readonly title: string;
  readonly width: 320 | 1204;
  readonly theme: 'Light' | 'Dark' | 'High contrast';
  /** Pictures end here, in pixels: what stands below repeats what is above, and a theme shows in its colours. */
  readonly tallest: number;
}

export const faces: readonly Face[] = [
  { name: '1204', title: 'on a desktop', width: 1204, theme: 'Light', tallest: 1100 },
  { name: '320', title: 'at 320 pixels', width: 320, theme: 'Light', tallest: 1100 },
  { name: 'dark', title: 'in the dark theme', width: 1204, theme: 'Dark', tallest: 640 },
  { name: 'contrast', title: 'in high contrast', width: 1204, theme: 'High contrast', tallest: 640 },
];

/** A window of its own for each face. Errors of the pages end the run. */
export const openContext = async (browser: Browser, origins: readonly string[]): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1204, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB' });
  context.setDefaultTimeout(patience);
  await context.addInitScript('globalThis.__name ??= (named) => named');
  await stopClockOf(context, origins);
  return context;
};

/** Opens the stand-in Teams window as a person, in a theme. */
export const openWindow = async (page: Page, window: string, person: string, more: string, { theme }: Face): Promise<void> => {
  const { tenantId, userId } = samplePerson(person);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${window}/?as=${tenantId}/${userId}${more}`);
  await page.getByLabel('Theme').selectOption(theme);
};

export const tabOf = (page: Page): FrameLocator => page.frameLocator('iframe.tab-frame');

/** Makes the window as large as it must be for the tab in it to have the width of the face, and to show all that it holds. */
const fitWindow = async (page: Page, { width, tallest }: Face): Promise<void> => {
  const frame = page.locator('iframe.tab-frame');
  const content = () => tabOf(page).locator('html');
  for (let round = 0; round < 3; round++) {
    const [now, box] = [page.viewportSize(), await frame.boundingBox()];
    if (!now || !box) throw new Error('There is no tab in the window.');
    const tall = Math.min(tallest, await content().evaluate(() => document.querySelector('#root')?.scrollHeight ?? 0));
    await page.setViewportSize({ width: now.width + width - box.width, height: Math.max(480, Math.round(now.height + tall - box.height)) });
    await settle(page);
  }
};

/** Nothing is on its way any more, here or in the tab. */
const settle = async (page: Page): Promise<void> => {
  for (const frame of page.frames()) await frame.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  // The answers that come after the first ones, such as the count of what waits.
  await page.waitForTimeout(400);
};

/** The tab alone, as large as what it holds. */
export const pictureOfTab = async (page: Page, face: Face): Promise<Buffer> => {
  await settle(page);
  await fitWindow(page, face);
  await page.mouse.move(0, 0);
  return page.locator('iframe.tab-frame').screenshot({ animations: 'disabled' });
};

/** The whole window, where what stands around belongs to the picture, with `what` in sight. */
export const pictureOfPage = async (page: Page, { width, tallest }: Face, what?: Locator): Promise<Buffer> => {
  await page.setViewportSize({ width, height: Math.min(1000, tallest) });
  await settle(page);
  await what?.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.mouse.move(0, 0);
  return page.screenshot({ animations: 'disabled' });
};
