import { randomUUID } from 'node:crypto';
import { addDays, toLondonDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { someTerms } from '@ap/shared/domain/tenders/framework/framework.fixture';
import type { Browser } from 'playwright-core';
import { aService } from '../support/a-request.ts';
import { launchChromium, newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// A provider signs its agreement in a plain browser, by the link of its mail and without an account (row 16).

let stack: TestStack;
let browser: Browser;
let address = '';
let ref = '';
const key = () => randomUUID();

beforeAll(async () => {
  stack = await runningStack(['azurite', 'tenant', 'register', 'functions', 'tab']);
  browser = await launchChromium();
  const { service } = await aService(stack.people.as('senco'));
  const commissioner = stack.people.commissioning('commissioner');
  const board = stack.people.awarding('commissioner');
  const today = toLondonDate(new Date().toISOString());
  const evidence = { portal: 'ProContract', noticeId: 'DN608441', evidenceUrl: 'https://council.sharepoint.example/tenders/DN608441' };
  const liveFrom = addDays(today, 30);
  // Light touch: a framework may keep no standstill, so that no days need pass here.
  const terms = {
    ...someTerms({ lotKeys: ['AP-T-1'], liveFrom, expiresOn: addDays(liveFrom, 1_400), standstillWorkingDays: 0 }),
    competition: { ...evidence, closedAt: `${addDays(today, -30)}T09:00:00Z` },
  };
  const params = { ref: 'AP-T' };
  await commissioner.planFramework({ body: { ref: 'AP-T', terms: structuredClone(terms) as never }, key: key() });
  await commissioner.moveFramework({ params, body: { move: 'open' }, key: key() });
  await commissioner.moveFramework({ params, body: { move: 'close' }, key: key() });
  const imported = await board.importAward({
    body: {
      frameworkRef: 'AP-T',
      providerRef: service.providerRef,
      ...evidence,
      decidedOn: today,
      lots: [{ lotKey: 'AP-T-1', qualityPoints: 7_200, pricePoints: 800, total: 8_000, place: 1 }],
      prices: [
        { lotKey: 'AP-T-1', serviceName: 'Kite workshop', unit: 'day', group: { from: 1, to: 3 }, price: pence(15_000) },
        { lotKey: 'AP-T-1', serviceName: 'Kite workshop', unit: 'day', group: { from: 4, to: 8 }, price: pence(11_000) },
      ],
      services: [
        {
          lotKey: 'AP-T-1',
          serviceName: 'Kite workshop',
          profile: {
            summary: 'Two days a week in small groups.',
            kind: 'programme',
            type: 'off-site-provision',
            deliveryMode: 'off-site',
            keyStages: ['KS3'],
            needs: ['SEMH'],
            ageFrom: 11,
            ageTo: 14,
          },
        },
      ],
      scorers: { kind: 'none-of-ours' },
    },
    key: key(),
  });
  ref = imported.ref;
  const award = { ref };
  const check = { outcome: 'clear' as const, debarmentListCheckedOn: today };
  const { version } = await board.checkExclusion({ params: award, body: check, key: key() });
  await stack.people.awarding('inclusion-officer').decideAward({ params: award, body: { verdict: 'approve', version }, key: key() });
  await board.beginAwardStandstill({ params: award, body: { noticePublishedOn: today }, key: key() });
  const documentUrl = 'https://council.sharepoint.example/agreement.pdf';
  await board.sendAgreement({ params: award, body: { documentUrl, sentOn: today }, key: key() });
  const { provider } = await stack.people.as('senco').getService({ params: { serviceRef: service.serviceRef } });
  const mail = await eventually('the agreement', async () =>
    (await stack.people.mail(provider.email)).find(({ content }) => content.includes('/agreement/#')),
  );
  address = /href="([^"]+\/agreement\/#[^"]+)"/.exec(mail.content)?.[1] ?? '';
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

test('a provider reads by its link what it signs, is told what is missing, signs after one more question, and finds it signed when it comes again', async () => {
  const page = await newPageOf(browser, 320);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: /your agreement/ }).waitFor();
  await page.getByText('£150.00 per day, 1 to 3 pupils').waitFor();
  expect(await page.getByRole('link', { name: /Open the agreement/ }).getAttribute('href')).toBe(
    'https://council.sharepoint.example/agreement.pdf',
  );
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Choose whether you sign or decline' }).waitFor();
  await page.getByRole('radio', { name: /Decline/ }).click();
  await page.getByLabel('Why do you decline?').waitFor();
  await page.getByRole('radio', { name: /^Sign/ }).click();
  await page.getByLabel('Your name').fill('Ada Kimmeridge');
  await page.getByLabel('Your position').fill('Director');
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/agreement.png`, fullPage: true });
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByRole('alertdialog').getByText('You sign as Ada Kimmeridge, Director.').waitFor();
  await page.getByRole('button', { name: 'Sign the agreement' }).click();
  await page.getByRole('heading', { name: 'The agreement is signed' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/agreement-signed.png`, fullPage: true });
  expect(await stack.people.awarding('commissioner').getAward({ params: { ref } })).toMatchObject({
    status: 'signed',
    agreement: { signatory: { name: 'Ada Kimmeridge', position: 'Director' } },
  });
  await page.reload();
  await page.getByRole('heading', { name: 'The agreement is signed' }).waitFor();
  expect(await page.getByRole('button', { name: 'Sign', exact: true }).count()).toBe(0);
  const secret = address.split('.').at(-1) ?? '';
  expect(secret).toHaveLength(43);
  expect(asked.filter((url) => url.includes(secret) && new URL(url).hash === '')).toEqual([]);
  await page.goto('about:blank');
  await page.goto(address.slice(0, -3));
  await page.getByRole('heading', { name: 'This link cannot be used' }).waitFor();
});
