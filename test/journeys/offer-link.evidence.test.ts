import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import type { Browser, Page } from 'playwright-core';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { launchChromium, newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// A provider answers an order in a plain browser, by the link of its mail and without an account (rows 40, 64).

let stack: TestStack;
let browser: Browser;
let service: ServiceSummary;
let basis = '';

beforeAll(async () => {
  stack = await runningStack(['azurite', 'tenant', 'register', 'functions', 'tab']);
  browser = await launchChromium();
  ({ service, basis } = await aService(stack.people.as('senco')));
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** An approved order, and the address in the mail to its provider. */
const ordered = async (): Promise<{ readonly ref: string; readonly address: string; readonly number: string }> => {
  const senco = stack.people.as('senco');
  const request = aRequest(sampleSchoolRef, service, basis);
  const { price } = await quoteOf(senco, request);
  const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const seen = { round: 1, step: 0 };
  const approved = await stack.people
    .as('head-teacher')
    .decideApproval({ params: { ref }, body: { verdict: 'approve', seen }, key: randomUUID() });
  const number = approved.order?.number ?? '';
  const { provider } = await senco.getService({ params: { serviceRef: service.serviceRef } });
  const mail = await eventually('the order', async () =>
    (await stack.people.mail(provider.email)).find(({ subject }) => subject.includes(number)),
  );
  expect(mail.content).not.toContain('P-0147');
  return { ref, number, address: /href="([^"]+\/offer\/#[^"]+)"/.exec(mail.content)?.[1] ?? '' };
};

const answerAs = async (page: Page, choice: string): Promise<void> => {
  await page.getByRole('radio', { name: choice }).check();
  await page.getByLabel('Your name').fill('Pat Lee');
  await page.getByLabel('Your position').fill('Centre manager');
};

test('a provider reads by its link contract, price and whom to ring, accepts after one more question, and finds it accepted when it comes again', async () => {
  const { ref, number, address } = await ordered();
  const page = await newPageOf(browser);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: `Order ${number} from` }).waitFor();
  const text = await page.getByRole('main').textContent();
  for (const words of ['Contract', 'Who pays', 'without VAT: the framework price', 'Answer by', 'At the school'])
    expect(text).toContain(words);
  expect(text).not.toContain('P-0147');
  expect(await sidewaysPixels(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Enter your name' }).waitFor();
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/offer.png`, fullPage: true });
  await answerAs(page, 'Accept: we can teach on these days at this price');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Accept the order' }).click();
  await page.getByText('You accepted this order').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const { order } = await stack.people.as('senco').getCallOff({ params: { ref } });
  expect(order?.state).toBe('accepted');
  await page.reload();
  await page.getByText('You accepted this order').waitFor();
  await page.close();
});

test('a provider offers something else by its link: the order waits, and the school is told what', async () => {
  const { ref, address } = await ordered();
  const page = await newPageOf(browser);
  await page.goto(address);
  await answerAs(page, 'Not like this, but we can offer something else');
  await page.getByLabel('What can you offer?').fill('From February, on Mondays and Tuesdays.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Send the offer' }).click();
  await page.getByText('Your offer was sent to the school').waitFor();
  const card = await eventually('the card', async () =>
    (await stack.people.chat('senco')).find(({ activity }) => activity.summary?.includes('offers something else')),
  );
  expect(JSON.stringify(card.activity)).toContain('From February, on Mondays and Tuesdays.');
  expect((await stack.people.as('senco').getCallOff({ params: { ref } })).order?.state).toBe('awaiting-provider');
  await page.close();
});
