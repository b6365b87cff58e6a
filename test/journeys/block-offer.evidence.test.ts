import { sampleSchoolRef } from '@ap/local/sample/ids';
import type { Browser } from 'playwright-core';
import { beginInBrowser } from '../support/browser-of-a-test.ts';
import { newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { anOpenBlock, giveBlock } from './block-walk.ts';

// A provider answers a block purchase in a plain browser, by the link of its mail and without an account (rows 51, 52).

let stack: TestStack;
let browser: Browser;
beginInBrowser(['azurite', 'tenant', 'register', 'functions', 'tab'], (opened) => {
  ({ stack, browser } = opened);
});

test('a provider reads by its link amount, price and who owes what, accepts after one more question, and finds it accepted when it comes again', async () => {
  const buyerRef = sampleSchoolRef;
  const { block, service, closesAt } = await anOpenBlock(stack, { buyerRef, asks: 'senco', approves: 'head-teacher' });
  const { ref, statement } = block.purchase;
  const cap = statement.bands[0]?.unitPrice;
  if (cap === undefined) throw new Error('no price');
  await giveBlock(stack, ref, 'senco', { kind: 'pledge', buyerRef, units: 30, cap });
  await giveBlock(stack, ref, 'head-teacher', { kind: 'approve-pledge', buyerRef, round: 1 });
  stack.moveClock(new Date(Date.parse(closesAt) + 1_000).toISOString());
  await stack.runTimer('blockClock');
  const { provider } = await stack.people.as('senco').getService({ params: { serviceRef: service.serviceRef } });
  const mail = await eventually('the offer', async () =>
    (await stack.people.mail(provider.email)).find(({ subject }) => subject.includes(ref)),
  );
  const address = /href="([^"]+\/block-offer\/#[^"]+)"/.exec(mail.content)?.[1] ?? '';

  const page = await newPageOf(browser);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: `Block purchase ${ref}` }).waitFor();
  const text = await page.getByRole('main').textContent();
  for (const words of ['30 days', 'without VAT: your volume price', 'Are paid', 'Who owes what', 'Answer by'])
    expect(text).toContain(words);
  expect(await sidewaysPixels(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Enter your name' }).waitFor();
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/block-offer.png`, fullPage: true });
  await page.getByRole('radio', { name: 'Accept: we provide all of it at this price' }).check();
  await page.getByLabel('Your name').fill('Pat Lee');
  await page.getByLabel('Your position').fill('Centre manager');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Accept the purchase' }).click();
  await page.getByText('You accepted this purchase').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.reload();
  await page.getByText('You accepted this purchase').waitFor();
  await page.close();
});
