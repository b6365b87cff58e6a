import { sampleAcademyRef } from '@ap/local/sample/ids';
import { formatDate } from '@ap/shared/domain/days/local-date';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { aRequest, aService, nextMonday, quoteOf } from '../support/a-request.ts';
import { asPerson } from '../support/as-person.ts';
import { beginInBrowser } from '../support/browser-of-a-test.ts';
import { newPageOf } from '../support/chromium.ts';
import { askForService, fillRequest } from '../support/fill-request.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import type { TestStack } from '../support/running-stack.ts';

// Three people in a browser take their time on two cores.
let stack: TestStack;
let browser: Browser;
beginInBrowser(['azurite', 'tenant', 'register', 'functions', 'tab', 'window'], (opened) => {
  ({ stack, browser } = opened);
});

const open = async (url: string, width = 1280): Promise<Page> => {
  const page = await newPageOf(browser, width);
  await page.goto(url);
  return page;
};

const tabOf = (page: Page): FrameLocator => page.frameLocator('iframe').first();

test('the main job, as three people do it: the SENCO asks in the tab, the head approves in chat, the SENCO sees the order, the commissioner the list', async () => {
  // The SENCO searches in the tab and asks.
  const senco = await open(`${stack.window}/?${asPerson('senco')}`);
  const tab = tabOf(senco);
  await askForService(tab, 'Hair and beauty studio');
  await fillRequest(tab, 'P-0147');
  await tab.getByText(formatDate(nextMonday())).first().waitFor();
  await tab.getByRole('button', { name: /^Send/ }).click();
  const sent = await tab
    .getByText(/CO-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    .first()
    .textContent();
  const ref = /CO-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sent ?? '')?.[0] ?? '';
  expect(ref).not.toBe('');

  // The head teacher approves on the card, and is asked once more.
  const head = await open(`${stack.window}/?${asPerson('head-teacher')}&area=chat`);
  await head.getByText(`Approve ${ref}?`).first().waitFor();
  expect(await head.locator('body').textContent()).not.toContain('P-0147');
  await head.getByRole('button', { name: 'Approve', exact: true }).last().click();
  await head.getByRole('button', { name: /^Approve £/ }).click();
  await head.getByText(`${ref} was approved`).first().waitFor();

  // The SENCO sees the order, waiting for the provider: nothing calls it confirmed.
  const order = await open(`${stack.window}/?${asPerson('senco')}&subPage=/requests/${ref}`);
  await tabOf(order)
    .getByText(/AP-\d{6}/)
    .first()
    .waitFor();
  const text = await tabOf(order).locator('body').textContent();
  expect(text).toMatch(/waiting for (its|the provider)/i);
  expect(text).not.toMatch(/confirmed/i);

  // The commissioner reads the list.
  const commissioner = await open(`${stack.window}/?${asPerson('commissioner')}&area=lists`);
  await commissioner.getByRole('combobox', { name: /list/i }).first().selectOption({ label: 'CallOffs' });
  await commissioner.getByText(ref).first().waitFor();
});

test('E41: the approval page of the mail works in a plain browser, with the keyboard, at 320 pixels', async () => {
  const senco = stack.people.as('academy-senco');
  const { service, basis } = await aService(senco);
  const request = aRequest(sampleAcademyRef, service, basis);
  const { price } = await quoteOf(senco, request);
  const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: crypto.randomUUID() });

  const page = await open(`${stack.tab}/requests/${ref}?${asPerson('academy-approver')}`, 320);
  await page.getByRole('heading', { level: 1, name: new RegExp(ref) }).waitFor();
  expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Approve', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Continue' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain('£');
  await dialog.getByRole('button', { name: /^Approve/ }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByText(/AP-\d{6}/)
    .first()
    .waitFor();
  expect((await senco.getCallOff({ params: { ref } })).status).toBe('ordered');
});

test.each([320, 720, 1204])(
  'E6: the directory of the sample at %i pixels: nothing to scroll sideways, no serious accessibility fault',
  async (width) => {
    const page = await open(`${stack.tab}/directory?${asPerson('senco')}`, width);
    await page.getByRole('heading', { name: /services near/ }).waitFor();
    expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  },
);

test('a postcode is cut to its first half before it enters the address or a request', async () => {
  const page = await open(`${stack.tab}/directory?${asPerson('senco')}`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel(/Postcode or area/).fill('DT1 1XJ');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('heading', { name: /near DT1/ }).waitFor();
  expect([page.url(), ...asked].filter((url) => /1XJ/i.test(decodeURIComponent(url)))).toEqual([]);
});
