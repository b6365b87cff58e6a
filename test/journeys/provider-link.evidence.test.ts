import type { ServiceSummary } from '@ap/shared/contract/directory';
import type { Browser } from 'playwright-core';
import { aService } from '../support/a-request.ts';
import { launchChromium, newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// A provider opens the link of its mail in a plain browser, without an account.

let stack: TestStack;
let browser: Browser;
let service: ServiceSummary;
beforeAll(async () => {
  stack = await runningStack(['azurite', 'tenant', 'register', 'functions', 'tab']);
  browser = await launchChromium();
  ({ service } = await aService(stack.people.as('senco')));
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

test('a provider checks its entry by its link, is told what is wrong with it, sends it, and can send nothing else with the same link', async () => {
  const { people } = stack;
  const { sentTo } = await people.commissioning('commissioner').sendProviderLink({ params: { providerRef: service.providerRef } });
  const mail = await eventually('the mail', async () => (await people.mail(sentTo)).find(({ content }) => content.includes('/links/#')));
  const address = /href="([^"]+\/links\/#[^"]+)"/.exec(mail.content)?.[1] ?? '';
  const page = await newPageOf(browser, 320);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: /your entry in the directory/ }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);

  await page.getByLabel('Phone').fill('none');
  await page.getByRole('textbox', { name: service.name }).fill('two');
  await page.getByRole('button', { name: 'Send to the commissioning team' }).click();
  await page.getByRole('link', { name: `Enter how many places are free for ${service.name}, such as 3` }).waitFor();
  await page.getByRole('textbox', { name: service.name }).fill('1');
  await page.getByLabel('Your name').fill('Pat Green');
  await page.getByLabel('What you do at the organisation').fill('manager');
  await page.getByRole('button', { name: 'Send to the commissioning team' }).click();
  await page.getByRole('link', { name: /Enter a phone number/ }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('tel');
  await page.getByLabel('Phone').fill('01305 555 0199');
  await page.getByRole('button', { name: 'Send to the commissioning team' }).click();
  await page.getByText(/Reference PC-/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.reload();
  await page.getByText('Thank you: we have what you sent').waitFor();
  expect(await page.getByRole('button', { name: /Send/ }).count()).toBe(0);
  // The secret goes to the API only, in a body: no address that was asked for has it.
  const secret = address.split('.').at(-1) ?? '';
  expect(secret).toHaveLength(43);
  expect(asked.filter((url) => new URL(url).hash === '' && url.includes(secret))).toEqual([]);

  await page.goto('about:blank');
  await page.goto(address.slice(0, -3));
  await page.getByRole('heading', { name: 'This link cannot be used' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
