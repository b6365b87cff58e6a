import { sampleAcademyRef, sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import type { Browser, Page } from 'playwright-core';
import { asPerson } from '../support/as-person.ts';
import { launchChromium, newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import { guardByHand, runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { anOpenBlock, giveBlock } from './block-walk.ts';

// Two schools buy together on the pages: the lead's pledge is there, the academy pledges, its approver comes by the link of the mail, pledges close.

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  stack = await runningStack(['azurite', 'tenant', 'register', 'functions', 'tab', 'window'], [], guardByHand);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const shoot = async (page: Page, name: string): Promise<void> => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
};
/** No page is wider than a narrow window, and none has a fault that axe finds, in either theme. */
const looksWell = async (page: Page, name: string): Promise<void> => {
  await shoot(page, name);
  await page.setViewportSize({ width: 320, height: 800 });
  await shoot(page, `${name}-320`);
  expect([name, await sidewaysPixels(page)]).toEqual([name, 0]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, `${name}-dark`);
  expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
  await page.emulateMedia({ colorScheme: 'light' });
};

test('rows 52 and 53: pledged on the page, waiting where the register is busy, approved from the mail, closed: each sees its own', async () => {
  const lead = { buyerRef: sampleSchoolRef, asks: 'senco', approves: 'head-teacher' };
  const { block, closesAt } = await anOpenBlock(stack, lead);
  const { ref, statement } = block.purchase;
  const [ordinary, some] = statement.bands.map(({ unitPrice }) => unitPrice);
  if (ordinary === undefined || some === undefined) throw new Error('no prices');
  await giveBlock(stack, ref, lead.asks, { kind: 'pledge', buyerRef: lead.buyerRef, units: 30, cap: ordinary });
  await giveBlock(stack, ref, lead.approves, { kind: 'approve-pledge', buyerRef: lead.buyerRef, round: 1 });

  const joins = await newPageOf(browser);
  await joins.goto(`${stack.tab}/block-purchases/${ref}/${sampleAcademyRef}?${asPerson('academy-senco')}`);
  await joins.getByLabel(/^How many days/).fill('12');
  await joins.getByLabel(/^What is the most/).fill(String(ordinary / 100));
  await joins.getByText(/^With your 12 days: 42 days/).waitFor();
  await looksWell(joins, 'pledge');
  await stack.people.fault(
    { method: 'PATCH', path: '/lists/BlockPurchases/items/\\d+/fields$' },
    { status: 429, code: 'activityLimitReached', retryAfter: 4 },
    3,
  );
  await joins.getByRole('button', { name: 'Pledge', exact: true }).click();
  await joins.getByRole('alertdialog').getByRole('button', { name: 'Pledge' }).click();
  await joins.getByRole('region', { name: 'Waiting' }).waitFor();
  await looksWell(joins, 'still-writing');
  await joins.getByRole('region', { name: 'Your pledge' }).waitFor({ timeout: 60_000 });
  await joins.getByRole('region', { name: 'Waiting' }).waitFor({ state: 'detached' });
  expect(await joins.getByRole('region', { name: 'Pledges so far' }).textContent()).toContain('30 days');

  const { mail } = samplePerson('academy-approver');
  const asked = await eventually('the mail to the approver', async () =>
    (await stack.people.mail(mail)).find(({ content }) => content.includes(ref)),
  );
  const address = /href="([^"]+\/block-purchases\/[^"]+)"/.exec(asked.content)?.[1] ?? '';
  const approver = await newPageOf(browser);
  await approver.goto(`${stack.tab}${new URL(address).pathname}?${asPerson('academy-approver')}`);
  await approver.getByRole('region', { name: 'Your decision' }).waitFor();
  await approver.getByRole('radio', { name: 'Approve' }).check();
  await looksWell(approver, 'approver');
  await approver.getByRole('button', { name: 'Continue' }).click();
  await approver
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Approve up to/ })
    .click();
  await approver.getByRole('region', { name: 'Your decision' }).waitFor({ state: 'detached' });

  stack.moveClock(new Date(Date.parse(closesAt) + 1_000).toISOString());
  await stack.runTimer('blockClock');
  for (const [who, buyerRef, units] of [
    ['senco', sampleSchoolRef, 30],
    ['academy-senco', sampleAcademyRef, 12],
  ] as const) {
    const page = await newPageOf(browser);
    await page.goto(`${stack.tab}/block-purchases/${ref}/${buyerRef}?${asPerson(who)}`);
    await page
      .getByText(new RegExp(`${units} days`))
      .first()
      .waitFor();
    await looksWell(page, `closed-${who}`);
    await page.close();
  }
});
