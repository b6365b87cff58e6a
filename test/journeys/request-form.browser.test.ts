import type { Browser, BrowserContext, Page } from 'playwright-core';
import { asPerson } from '../support/as-person.ts';
import { launchChromium } from '../support/chromium.ts';
import { askForService, fillRequest } from '../support/fill-request.ts';
import { patience } from '../support/patience.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';

// One request in a plain browser, with what people do on the way: they go back, lose their connection, close the tab, click twice, and think again.
let stack: TestStack;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  stack = await runningStack(['azurite', 'tenant', 'register', 'functions', 'tab', 'window']);
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 1204, height: 900 } });
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const open = async (path: string): Promise<Page> => {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(`${stack.tab}${path}?${asPerson('senco')}`);
  return page;
};
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const sentNow = async () => (await stack.people.as('senco').listCallOffs({ query: { scope: 'mine' } })).callOffs.length;
const hasFocus = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.activeElement !== document.body && document.activeElement?.textContent?.includes(wanted), text);

test('E20, E22, E30, E31, E19: Back goes page by page, a closed tab loses nothing, a double click sends once, Back sends nothing again, and a withdrawal is undone', async () => {
  const before = await sentNow();
  const first = await open('/directory');
  await askForService(first, 'Hair and beauty studio');
  await fillRequest(first, 'P-0147');
  await title(first, /Check your answers/);
  for (const name of [/Why this provider/, /Days and dates/]) {
    await first.goBack();
    await title(first, name);
  }
  expect(await first.getByLabel('Thursday').isChecked()).toBe(true);
  await first.goForward();
  await title(first, /Why this provider/);

  // The connection goes, something is typed, and the tab is closed.
  await first.getByText(/^Saved at/).waitFor();
  await context.setOffline(true);
  await first.getByLabel(/What the placement is for/).fill('Back at school by Easter');
  await first.getByText('Your answers are not saved yet').waitFor();
  // The page goes while there is no connection: a tab that is closed sends its last save when the tool no longer keeps it offline.
  await first.goto('about:blank');
  await first.close();
  await context.setOffline(false);

  const page = await open('/requests');
  await page.getByRole('link', { name: /^Continue draft for/ }).click();
  await page.getByText(/^We kept what you typed at/).waitFor();
  expect(await page.getByLabel(/What the placement is for/).inputValue()).toBe('Back at school by Easter');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Back at school by Easter').waitFor();
  await page.getByText('Total with VAT').waitFor();

  await page.getByRole('button', { name: 'Send request' }).dblclick();
  await page.getByRole('heading', { name: 'Request sent' }).waitFor();
  expect(await sentNow()).toBe(before + 1);
  await page.reload();
  await page.getByRole('heading', { name: 'Request sent' }).waitFor();
  await page.goBack();
  await title(page, 'This request has been sent');
  await page.getByRole('link', { name: /^See request CO-/ }).click();
  await page.getByText(/^With .* since /).waitFor();
  await page.reload();
  await page.getByText(/^With .* since /).waitFor();

  // Withdrawn and undone, by keyboard alone: the focus is never lost.
  await page.getByRole('button', { name: 'Withdraw request' }).focus();
  await page.keyboard.press('Enter');
  await hasFocus(page, 'Withdrawn by the requester');
  await page.keyboard.press('Tab');
  await hasFocus(page, 'Undo withdrawal');
  await page.keyboard.press('Enter');
  await hasFocus(page, 'With ');
  await page.getByRole('button', { name: 'Withdraw request' }).waitFor();
  expect(await sentNow()).toBe(before + 1);
});
