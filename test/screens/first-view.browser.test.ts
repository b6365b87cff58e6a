import { directoryExhibits } from '@ap/shared/ui/testing/gallery/directory';
import type { Browser, Locator } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { bundleGallery, openGallery, showExhibit } from './gallery-in-browser.ts';

let browser: Browser;
let script: string;
beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundleGallery()]);
});
afterAll(() => browser?.close());

const bottomOf = async (part: Locator): Promise<number> => {
  const box = await part.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return box.y + box.height;
};

test('on a small phone, the name and the price of the first result are in sight after a search, and the form is one press away', async () => {
  const exhibit = directoryExhibits.find(({ name }) => name === 'directory, searched');
  if (!exhibit) throw new Error('The gallery shows no search.');
  const page = await openGallery(browser, script, { viewport: { width: 320, height: 640 } });
  await showExhibit(page, exhibit);
  const first = page.getByRole('list', { name: 'Services', exact: true }).getByRole('listitem').first();
  expect(await bottomOf(first.getByRole('link'))).toBeLessThan(640);
  expect(await bottomOf(first.getByText(/^£.* per day, ex VAT$/))).toBeLessThan(640);

  await page.getByRole('button', { name: 'Change search: mentoring' }).press('Enter');
  const words = page.getByLabel('What does the pupil need?');
  await words.waitFor();
  expect(await words.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  expect(await page.getByLabel(/^Postcode or area/).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.context().close();
});
