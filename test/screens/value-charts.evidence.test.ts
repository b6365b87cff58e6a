import { readFile } from 'node:fs/promises';
import { gallery } from '@ap/shared/ui/testing/gallery/gallery';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { allFaults, colourFaults } from '../support/page-checks.ts';
import { bundleGallery, changeTheme, openGallery, showExhibit } from './gallery-in-browser.ts';
import { cutOff } from './page-layout.ts';

// The charts of value for money are drawn by a library that jsdom has no layout for: each is held against its table, and the files against both.

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const [opened, script] = await Promise.all([launchChromium(), bundleGallery()]);
  browser = opened;
  page = await openGallery(browser, script, {});
});
afterAll(() => browser?.close());

const charts = ['Ordered by school or department', 'Savings of the orders that have a baseline'] as const;
const toggle = (title: string) => page.getByRole('button', { name: `Show ${title.charAt(0).toLowerCase()}${title.slice(1)} as a chart` });
const figure = (title: string) => page.locator('figure', { has: page.getByText(`${title}, in pounds`, { exact: true }) });
const shown = async (width = 1204): Promise<void> => {
  const exhibit = gallery.find(({ name }) => name === 'value for money');
  if (!exhibit) throw new Error('The gallery has no page of value for money');
  await page.setViewportSize({ width, height: 900 });
  await showExhibit(page, exhibit);
  for (const title of charts) {
    await toggle(title).click();
    await figure(title).locator('rect').first().waitFor();
  }
};
/** The lengths of the bars from the top down, in pixels. */
const barsOf = async (title: string): Promise<readonly number[]> => {
  const boxes = await Promise.all((await figure(title).locator('rect[role]').all()).map((bar) => bar.boundingBox()));
  return boxes
    .flatMap((box) => (box ? [box] : []))
    .sort((a, b) => a.y - b.y)
    .map(({ width }) => width);
};
const pence = (text: string): number => Math.round(Number(text.replace(/[£,]/g, '')) * 100);

/** That bars are as long as their amounts, to a pixel. */
const inProportion = (bars: readonly number[], amounts: readonly number[]): void => {
  const [longest, most] = [Math.max(...bars), Math.max(...amounts)];
  expect(bars).toHaveLength(amounts.length);
  for (const [at, bar] of bars.entries()) expect(Math.abs(bar / longest - (amounts[at] ?? 0) / most)).toBeLessThan(0.01);
};

test('row 69: the bars of spend are as long as the amounts of the table, in its order', async () => {
  await shown();
  const cells = await page
    .getByRole('table', { name: /^Spend by school/ })
    .locator('tbody tr td:nth-child(2)')
    .allTextContents();
  expect(cells).toEqual(['£3,320.00', '£2,512.00']);
  inProportion(await barsOf(charts[0]), cells.map(pence));
});

test('row 70: the bars of savings are the sums that the page states in words', async () => {
  const words = (await page.getByText(/^Against what was paid before/).textContent()) ?? '';
  const amounts = [...words.matchAll(/£[\d,]+[.]\d\d/g)].map(([amount]) => amount);
  expect(amounts).toEqual(['£2,850.00', '£2,235.00', '£615.00']);
  inProportion(await barsOf(charts[1]), amounts.map(pence));
});

test('charts fit a phone and every theme, and nothing of them is amiss for whoever cannot see them', async () => {
  await shown(320);
  expect(await cutOff(page)).toEqual([]);
  await shown();
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await changeTheme(page, theme);
    expect([theme, await (theme === 'light' ? allFaults(page) : colourFaults(page))]).toEqual([theme, []]);
    if (process.env.LOOK) await page.screenshot({ path: `/tmp/value-look-${theme}.png`, fullPage: true });
  }
  await changeTheme(page, 'light');
});

test('the table of a chart is a file as well, with the same numbers', async () => {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download spend by school or department as CSV' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('spend by school or department.csv');
  const text = await readFile(await download.path(), 'utf8');
  expect(text.split('\r\n').slice(1, 3)).toEqual(['Stour Vale School,3320,480,3', 'Elm School,2512,0,2']);
});
