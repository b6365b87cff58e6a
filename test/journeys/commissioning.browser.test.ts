import { samplePerson } from '@ap/local/sample/people';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchChromium, newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';

// A commissioner opens the tab, brings schools from an extract into the register, and comes back to what became of it.

jest.setTimeout(240_000);

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  stack = await runningStack(['azurite', 'tenant', 'register', 'functions', 'tab', 'window']);
  browser = await launchChromium();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
}, 60_000);

const openAs = async (key: string, subPage?: string): Promise<{ readonly page: Page; readonly tab: FrameLocator }> => {
  const { tenantId, userId } = samplePerson(key);
  const page = await newPageOf(browser);
  await page.goto(`${stack.window}/?as=${tenantId}/${userId}${subPage === undefined ? '' : `&subPage=${encodeURIComponent(subPage)}`}`);
  return { page, tab: page.frameLocator('iframe.tab-frame') };
};

const frameOf = async (page: Page) => {
  const frame = await (await page.locator('iframe.tab-frame').elementHandle())?.contentFrame();
  if (!frame) throw new Error('There is no tab in the window.');
  return frame;
};

const extract = [
  'URN,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name),Postcode',
  '198881,Brook School,Community school,Open,Primary,DT1 1XJ',
  '198882,Hill Academy,Academy converter,Open,Secondary,no postcode',
  '198883,Vale School,Community school,Open,Primary,DT2 7AA',
  '',
].join('\r\n');
const file = { name: 'schools.csv', mimeType: 'text/csv', buffer: Buffer.from(extract) };

test('a commissioner imports a file, leaving out a row on purpose, and the same file then changes nothing', async () => {
  const { page, tab } = await openAs('commissioner');
  await tab.getByRole('link', { name: 'Commissioning' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Commissioning' }).waitFor();
  await tab.getByRole('link', { name: 'Import', exact: true }).click();

  const template = page.waitForEvent('download');
  await tab.getByRole('button', { name: 'Download the template Buyers (.xlsx)' }).click();
  expect((await template).suggestedFilename()).toBe('Buyers.xlsx');

  await tab.getByLabel('Excel workbook or CSV file').setInputFiles(file);
  await tab.getByRole('button', { name: 'Check the file' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Check of schools.csv' }).waitFor();
  await tab.getByRole('rowheader', { name: 'schools!F3' }).waitFor();
  expect(await accessibilityFaults(await frameOf(page))).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await sidewaysPixels(await frameOf(page))).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });

  await tab.getByRole('button', { name: 'Import 2 rows' }).click();
  await tab.getByRole('link', { name: 'Mend the 1 row with errors and check the file again, or mark that they are left out' }).waitFor();
  await tab.getByRole('checkbox', { name: /Leave out the 1 row with errors/ }).check();
  await tab.getByRole('button', { name: 'Import 2 rows' }).click();
  await tab.getByRole('button', { name: 'Import', exact: true }).click();
  await tab.getByRole('region', { name: 'Progress' }).waitFor();
  const address = new URL((await frameOf(page)).url()).pathname;

  // Leaves, and comes back by the address.
  await page.goto('about:blank');
  const again = await openAs('commissioner', address);
  const done = again.tab.getByRole('region', { name: 'The import has finished' });
  await done.waitFor({ timeout: 120_000 });
  expect(await done.getByText('2 rows').count()).toBe(1);

  await again.tab.getByRole('link', { name: 'Import another file' }).click();
  await again.tab
    .getByLabel('Excel workbook or CSV file')
    .setInputFiles({ ...file, buffer: Buffer.from(extract.replace(/198882.*\r\n/, '')) });
  await again.tab.getByRole('button', { name: 'Check the file' }).click();
  await again.tab.getByText('This file changes nothing').waitFor();
});

test.each([
  ['', 'Commissioning'],
  ['/provider-changes', 'Provider changes'],
  ['/quality', 'Quality'],
  ['/quality/held', 'Held providers'],
  ['/quality/visits', 'Visits'],
  ['/quality/registration', 'Registration as a school'],
  ['/quality/providers/P-0001', /^Passport of /],
  ['/concerns', 'Concerns'],
  ['/frameworks', 'Frameworks'],
  ['/rounds', 'Applications'],
  ['/awards', 'Awards'],
])('the page commissioning%s shows what the register has', async (path, name) => {
  const { page, tab } = await openAs('commissioner', `/commissioning${path}`);
  await tab.getByRole('heading', { level: 1, name }).waitFor();
  const frame = await frameOf(page);
  await frame.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  expect(await tab.getByRole('alert').allTextContents()).toEqual([]);
  expect(await accessibilityFaults(frame)).toEqual([]);
  expect(await sidewaysPixels(frame)).toBeLessThanOrEqual(0);
  await page.context().close();
});

test('somebody else is offered no such area, and is told whose it is when they come by a link', async () => {
  const { page, tab } = await openAs('senco', '/commissioning/imports');
  await tab.getByRole('heading', { level: 1, name: 'This page is for commissioners' }).waitFor();
  expect(await tab.getByRole('link', { name: 'Commissioning' }).count()).toBe(0);
  expect(await accessibilityFaults(await frameOf(page))).toEqual([]);
});
