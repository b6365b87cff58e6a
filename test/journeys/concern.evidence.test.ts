import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aService } from '../support/a-request.ts';
import { asPerson } from '../support/as-person.ts';
import { launchChromium } from '../support/chromium.ts';
import { wcagFaults } from '../support/page-checks.ts';
import { patience } from '../support/patience.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';

// A concern is reported by keyboard alone, on a phone's width, with the connection lost at the worst moment.
let stack: TestStack;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  stack = await runningStack(['azurite', 'tenant', 'register', 'functions', 'tab', 'window']);
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 320, height: 800 }, colorScheme: 'dark' });
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** Goes on with Tab until what has the focus is called so. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    await page.keyboard.press('Tab');
    const told = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> };
      return [
        element.textContent,
        element.getAttribute('aria-label'),
        ...[...(element.labels ?? [])].map(({ textContent }) => textContent),
      ].join(' ');
    });
    if (typeof name === 'string' ? told.includes(name) : name.test(told)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
};
const press = async (page: Page, name: string | RegExp, key = 'Enter'): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press(key);
};
const title = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

test('row 24, R17: a concern is reported with the keyboard from the page of a service; offline it is kept, with the numbers in sight', async () => {
  const { service } = await aService(stack.people.as('senco'));
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(`${stack.tab}/services/${service.serviceRef}?${asPerson('senco')}`);
  await title(page, new RegExp(service.name.slice(0, 12)));
  await press(page, 'Report a concern about this provider');
  await title(page, /Ring first/);
  await page.getByRole('link', { name: '01632 960001' }).waitFor();
  expect(await wcagFaults(page)).toEqual([]);
  await press(page, 'Continue');
  await title(page, /What is your concern about/);
  await press(page, 'A child may be suffering harm', 'Space');
  await press(page, 'A child is in danger now', 'Space');
  await page.keyboard.press('ArrowDown');
  await press(page, 'Continue');
  await title(page, /Have you rung/);
  await press(page, 'Multi-agency safeguarding hub', 'Space');
  await press(page, 'Continue');
  await title(page, /What are you concerned about/);
  await page.getByText('Do not include any information that would allow anyone to identify pupils').waitFor();
  await tabTo(page, /What happened/);
  await page.keyboard.type('A door to the road was left open twice this week.');
  await press(page, 'Continue');
  await title(page, /Check what you report/);
  expect(await wcagFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  await context.setOffline(true);
  await press(page, 'Report the concern');
  await page.getByText(/You are offline, so the concern was not sent/).waitFor();
  await page.getByRole('link', { name: '01632 960001' }).waitFor();
  await context.setOffline(false);
  await press(page, 'Report the concern');
  await page.getByRole('heading', { name: /Your reference is CN-/ }).waitFor();
  await press(page, 'Concerns that you reported');
  await page.getByText(/^Received. Reported on/).waitFor();
  expect((await stack.people.reporting('senco').listMyConcerns({})).concerns).toHaveLength(1);
});
