import { addDays, formatDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { asPerson } from '../support/as-person.ts';
import { beginInBrowser } from '../support/browser-of-a-test.ts';
import { newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import type { TestStack } from '../support/running-stack.ts';

// A commissioner opens the tab, brings schools from an extract into the register, and comes back to what became of it.

let stack: TestStack;
let browser: Browser;
beginInBrowser(['azurite', 'tenant', 'register', 'functions', 'tab', 'window'], (opened) => {
  ({ stack, browser } = opened);
});

const openAs = async (key: string, subPage?: string): Promise<{ readonly page: Page; readonly tab: FrameLocator }> => {
  const page = await newPageOf(browser);
  await page.goto(`${stack.window}/?${asPerson(key)}${subPage === undefined ? '' : `&subPage=${encodeURIComponent(subPage)}`}`);
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
  ['/rounds/plan', 'Plan a round'],
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

test('rows 9 and 17: a commissioner plans the next round of a framework by page, changes it, and publishes it', async () => {
  const commissioner = stack.people.commissioning('commissioner');
  const { rounds } = await commissioner.listRounds({});
  const [earlier] = rounds;
  if (!earlier) throw new Error('The sample has no round.');
  const { frameworkRef } = earlier;
  const closes = addDays(toLondonDate(new Date().toISOString()), 60);
  const { page, tab } = await openAs('commissioner', `/commissioning/frameworks/${frameworkRef}`);
  await tab.getByRole('link', { name: 'Plan a round of this framework' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Plan a round' }).waitFor();
  await tab.getByRole('button', { name: 'Begin with its lots and questions' }).click();
  await tab.getByRole('heading', { level: 3, name: /Where are your therapists registered/ }).waitFor();
  await tab.getByLabel('When does it open?').fill(formatDate(addDays(closes, -30), 'plain'));
  await tab.getByLabel('When does it close?').fill(formatDate(closes, 'plain'));
  await tab.getByRole('button', { name: 'Plan the round' }).click();
  await tab.getByRole('link', { name: /Enter the last day for questions about the round/ }).click();
  await page.keyboard.type(formatDate(addDays(closes, -10), 'plain'));
  expect(await accessibilityFaults(await frameOf(page))).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await sidewaysPixels(await frameOf(page))).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await tab.getByRole('button', { name: 'Plan the round' }).click();

  await tab.getByRole('link', { name: 'Change this round' }).click();
  await tab.getByRole('button', { name: 'Remove question 4' }).click();
  await tab
    .getByText(/: 75, 25 too few$/)
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await tab.getByRole('button', { name: 'Move up question 2' }).focus();
  await page.keyboard.press('Enter');
  await tab.getByRole('button', { name: 'Save the changes' }).click();
  await tab.getByRole('button', { name: 'Publish the round' }).click();
  await tab.getByRole('button', { name: 'Publish the round' }).click();
  await tab.getByRole('alertdialog').getByRole('button', { name: 'Publish the round' }).click();
  await tab.getByText('The round is published.').waitFor();

  const planned = (await commissioner.listRounds({})).rounds.find(({ status }) => status === 'published');
  if (!planned) throw new Error('No round is published.');
  const { plan } = await commissioner.getRound({ params: { ref: planned.ref } });
  const { plan: before } = await commissioner.getRound({ params: { ref: earlier.ref } });
  const [first, second, ...others] = before.questionSet.questions;
  expect(plan).toMatchObject({ lots: before.lots, questionSet: { questions: [second, first, ...others] } });
  expect(toLondonDate(plan.closesAt)).toBe(closes);
  await page.goto('about:blank');
  const again = await openAs('commissioner', `/commissioning/frameworks/${frameworkRef}`);
  const listed = again.tab.getByRole('row').filter({ has: again.tab.getByRole('link', { name: `(${planned.ref})` }) });
  await listed.getByText('Published, not open yet').waitFor();
  await page.context().close();
});

test('somebody else is offered no such area, and is told whose it is when they come by a link', async () => {
  const { page, tab } = await openAs('senco', '/commissioning/imports');
  await tab.getByRole('heading', { level: 1, name: 'This page is for commissioners' }).waitFor();
  expect(await tab.getByRole('link', { name: 'Commissioning' }).count()).toBe(0);
  expect(await accessibilityFaults(await frameOf(page))).toEqual([]);
});
