import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { addDays, formatDate } from '@ap/shared/domain/days/local-date';
import { startCheckTexts } from '@ap/shared/domain/orders/start-checks';
import type { Browser, Page } from 'playwright-core';
import { aRequest, aService, nextMonday, quoteOf } from '../support/a-request.ts';
import { asPerson } from '../support/as-person.ts';
import { beginInBrowser } from '../support/browser-of-a-test.ts';
import { wcagFaults } from '../support/page-checks.ts';
import { patience } from '../support/patience.ts';
import type { TestStack } from '../support/running-stack.ts';

// Rows 44 and 60 on the screen: an order on paper, and an invoice that one person enters and another accepts.
let stack: TestStack;
let browser: Browser;
beginInBrowser(['azurite', 'tenant', 'register', 'functions', 'tab', 'window'], (opened) => {
  ({ stack, browser } = opened);
});

const first = addDays(nextMonday(), 1);

/** An order that began on its first day, of which nobody has reported anything. */
const begun = async (): Promise<string> => {
  const { people, moveClock } = stack;
  const senco = people.as('senco');
  const { service, basis } = await aService(senco);
  const request = aRequest(sampleSchoolRef, service, basis, { startDate: first, endDate: addDays(first, 27) });
  const { price } = await quoteOf(senco, request);
  const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const verdict = { verdict: 'approve' as const, seen: { round: 1, step: 0 } };
  await people.as('head-teacher').decideApproval({ params: { ref }, body: verdict, key: randomUUID() });
  await senco.answerOrder({ params: { ref }, body: { answer: 'accepted' }, key: randomUUID() });
  moveClock(`${first}T10:00:00Z`);
  const school = people.ordering('senco');
  const give = (body: Parameters<typeof school.commandOrder>[0]['body']) =>
    school.commandOrder({ params: { ref }, body, key: randomUUID() });
  const { checks } = await school.getOrder({ params: { ref } });
  for (const { kind } of checks)
    await give({
      kind: 'record-start-check',
      check: kind,
      on: addDays(first, -1),
      ...(startCheckTexts[kind].needsChannel ? { channel: 'secure-mail' } : {}),
    });
  await give({ kind: 'start', startedOn: first });
  moveClock(`${addDays(first, 1)}T10:00:00Z`);
  return ref;
};

const opened = async (key: string, path: string): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(patience);
  await page.goto(`${stack.tab}${path}?${asPerson(key)}`);
  return page;
};
const day = async (page: Page, label: string): Promise<void> =>
  page.getByLabel(label, { exact: false }).first().fill(formatDate(first, 'plain'));

test('rows 44 and 60: the order is printed without the page around it; its invoice differs, and the head accepts it with a reason', async () => {
  const ref = await begun();
  const page = await opened('senco', `/requests/${ref}`);
  await page.getByRole('link', { name: 'The order on paper' }).click();
  await page.getByRole('heading', { name: 'What is charged' }).waitFor();
  expect(await wcagFaults(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByRole('contentinfo').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: /save it as PDF/ }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });

  await page.goBack();
  await page.getByRole('link', { name: 'Charges and invoices' }).click();
  await page.getByText('Not reconciled yet.').waitFor();
  expect(await wcagFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Enter an invoice or a credit note' }).click();
  await page.getByLabel('Number of the invoice or credit note').fill('INV 77');
  await page.getByRole('button', { name: 'Enter it' }).click();
  await page.getByText('Enter the VAT of the whole invoice').first().waitFor();
  expect(await wcagFaults(page)).toEqual([]);
  await day(page, 'Date on it');
  await page.getByLabel('Order', { exact: true }).selectOption({ index: 1 });
  await day(page, 'First day');
  await day(page, 'Last day');
  await page.getByLabel(/^Units/).fill('1');
  await page.getByLabel(/^Sum without VAT/).fill('80.00');
  await page.getByLabel(/^VAT of the whole/).fill('0');
  await page.getByRole('button', { name: 'Enter it' }).click();
  await page.getByRole('heading', { name: 'Invoice INV 77' }).waitFor();
  await page.getByText('£80.00 more than is owed').waitFor();
  expect(await wcagFaults(page)).toEqual([]);

  const heads = await opened('head-teacher', '/invoices');
  await heads.getByRole('link', { name: 'INV 77' }).click();
  await heads.getByLabel('Accept it for payment').check();
  await heads.getByLabel(/though it differs/).fill('The register on paper shows that the pupil was taught.');
  await heads.getByRole('button', { name: 'Send the decision' }).click();
  await heads.getByText('Accepted for payment.').waitFor();

  await heads.goto(`${stack.tab}/invoices/month`);
  const saved = heads.waitForEvent('download');
  await heads.getByRole('combobox', { name: 'Month' }).selectOption(first.slice(0, 7));
  await heads.getByText('By who pays').waitFor();
  await heads.getByRole('button', { name: 'Download the report as CSV' }).click();
  expect((await saved).suggestedFilename()).toBe(`Accruals ${first.slice(0, 7)}.csv`);
  expect(await wcagFaults(heads)).toEqual([]);
});
