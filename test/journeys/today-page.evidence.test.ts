import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { addDays } from '@ap/shared/domain/days/local-date';
import type { Browser } from 'playwright-core';
import { aRequest, aService, nextMonday, quoteOf } from '../support/a-request.ts';
import { beginInBrowser } from '../support/browser-of-a-test.ts';
import { newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// A provider reports the attendance of today in a plain browser, by a code from its mail and without an account (rows 56, 57).

let stack: TestStack;
let browser: Browser;
beginInBrowser(['azurite', 'tenant', 'register', 'functions', 'tab'], (opened) => {
  ({ stack, browser } = opened);
});

const first = addDays(nextMonday(), 1);

/** A placement that started, and where its provider gets mail. */
const started = async (): Promise<{ readonly ref: string; readonly number: string; readonly mailbox: string; readonly page: string }> => {
  const senco = stack.people.as('senco');
  const school = stack.people.ordering('senco');
  const { service, basis } = await aService(senco);
  const request = aRequest(sampleSchoolRef, service, basis, { startDate: first, endDate: addDays(first, 27) });
  const { price } = await quoteOf(senco, request);
  const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const seen = { round: 1, step: 0 };
  await stack.people.as('head-teacher').decideApproval({ params: { ref }, body: { verdict: 'approve', seen }, key: randomUUID() });
  const { provider } = await senco.getService({ params: { serviceRef: service.serviceRef } });
  const { number } = await school.getOrder({ params: { ref } });
  const mail = await eventually('the order', async () =>
    (await stack.people.mail(provider.email)).find(({ subject }) => subject.includes(number)),
  );
  await senco.answerOrder({ params: { ref }, body: { answer: 'accepted' }, key: randomUUID() });
  stack.moveClock(`${first}T08:50:00Z`);
  for (const { kind } of (await school.getOrder({ params: { ref } })).checks) {
    const channel = kind === 'council-told' || kind === 'details-passed' ? { channel: 'secure-mail' as const } : {};
    const body = { kind: 'record-start-check' as const, check: kind, on: addDays(first, -1), ...channel };
    await school.commandOrder({ params: { ref }, body, key: randomUUID() });
  }
  await school.commandOrder({ params: { ref }, body: { kind: 'start', startedOn: first }, key: randomUUID() });
  const page = (/href="([^"]+)\/offer\/#/.exec(mail.content)?.[1] ?? '').concat('/today/');
  return { ref, number, mailbox: provider.email, page };
};

test('a contact of a provider asks for a code, reports one pupil with one tap, takes it back, and signs out', async () => {
  const { number, mailbox, page: address } = await started();
  const page = await newPageOf(browser);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: 'Report attendance' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('E-mail address of your organisation').fill(mailbox);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByRole('heading', { level: 1, name: 'Enter your code' }).waitFor();
  const mail = await eventually('the code', async () =>
    (await stack.people.mail(mailbox)).find(({ subject }) => subject.startsWith('Your code')),
  );
  await page.getByRole('textbox', { name: 'Code' }).fill('12');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Enter the six digits of the code' }).waitFor();
  await page.getByRole('textbox', { name: 'Code' }).fill(/Your code is (\d{6})/.exec(mail.content)?.[1] ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();

  const present = page.getByRole('region', { name: 'This morning' }).getByRole('button', { name: `Present: P-0147, order ${number}` });
  await present.waitFor();
  expect(await sidewaysPixels(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/today.png`, fullPage: true });
  await present.click();
  await page.getByText('Present, reported at').waitFor();
  await page.setViewportSize({ width: 1000, height: 800 });
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/today-wide.png`, fullPage: true });
  await page.getByRole('button', { name: `Undo: P-0147, order ${number}` }).click();
  await present.waitFor();
  const left = () => page.evaluate(() => [window.localStorage.length, window.sessionStorage.length, document.cookie]);
  expect(await left()).toEqual([0, 1, '']);
  await page.reload();
  await present.waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Report attendance' }).waitFor();
  expect(await left()).toEqual([0, 0, '']);
});
