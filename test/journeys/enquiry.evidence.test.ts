import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { localDate } from '@ap/shared/domain/days/local-date';
import type { Browser } from 'playwright-core';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { asPerson } from '../support/as-person.ts';
import { beginInBrowser } from '../support/browser-of-a-test.ts';
import { newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// A school asks a provider and the commissioning team; both answer, and the school sees the answers side by side and goes on (rows 62 to 64).

let stack: TestStack;
let browser: Browser;
beginInBrowser(['azurite', 'tenant', 'register', 'functions', 'tab', 'window'], (opened) => {
  ({ stack, browser } = opened);
});

const picture = (name: string) => (process.env.PICTURES ? `${process.env.PICTURES}/${name}.png` : undefined);

test('rows 62 to 64: asked from the page of a service, answered by link and by the council, chosen with a reason, and on to a request', async () => {
  const { service } = await aService(stack.people.as('senco'));
  const school = await newPageOf(browser);
  const shoot = async (page: typeof school, name: string): Promise<void> => {
    const path = picture(name);
    if (path) await page.screenshot({ path, fullPage: true });
  };
  await school.goto(`${stack.tab}/services/${service.serviceRef}?${asPerson('senco')}`);
  await school.getByRole('link', { name: 'Ask providers about this' }).click();
  await school.getByRole('heading', { level: 1, name: 'Ask providers' }).waitFor();
  await school
    .getByRole('checkbox', { name: new RegExp(service.providerName) })
    .first()
    .waitFor();
  await school.getByLabel('What do you want to know?').fill('Could you take Oliver Smith?');
  await school.getByLabel('What do you want to know?').blur();
  await school
    .getByText(/seems to contain a person's name/)
    .first()
    .waitFor();
  await school.getByRole('button', { name: 'Send the enquiry' }).click();
  await school.getByRole('link', { name: /seems to contain a person's name/ }).waitFor();
  expect(await accessibilityFaults(school)).toEqual([]);
  await shoot(school, 'ask');
  await school.getByLabel('What do you want to know?').fill('Could you take one more pupil on two days a week after Christmas?');
  await school.getByRole('checkbox', { name: 'The commissioning team of the council' }).check();
  await school.getByRole('button', { name: 'Send the enquiry' }).click();
  await school.getByRole('heading', { level: 1, name: /^Enquiry EN-/ }).waitFor();
  const ref = /EN-\w+/.exec((await school.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0] ?? '';
  await school.getByText('0 of 1 provider has answered. The commissioning team is asked.').waitFor();

  const { provider } = await stack.people.as('senco').getService({ params: { serviceRef: service.serviceRef } });
  const mail = await eventually('the enquiry', async () =>
    (await stack.people.mail(provider.email)).find(({ subject }) => subject.includes(ref)),
  );
  const address = /href="([^"]+\/enquiry\/#[^"]+)"/.exec(mail.content)?.[1] ?? '';
  const link = await newPageOf(browser);
  await link.setViewportSize({ width: 320, height: 800 });
  await link.goto(address);
  await link.getByRole('heading', { level: 1, name: /^Enquiry from/ }).waitFor();
  await link.getByRole('button', { name: 'Send your answer' }).click();
  await link.getByRole('link', { name: 'Enter your name' }).waitFor();
  await link.getByRole('radio', { name: 'Interested: we can do this' }).check();
  await link.getByLabel('What can you offer?').fill('Yes, on Tuesdays and Thursdays.');
  await link.getByLabel('Your name').fill('Pat Lee');
  await link.getByLabel('Your position').fill('Centre manager');
  expect(await sidewaysPixels(link)).toBe(0);
  expect(await accessibilityFaults(link)).toEqual([]);
  await shoot(link, 'answer');
  await link.getByRole('button', { name: 'Send your answer' }).click();
  await link.getByText('You answered that you are interested').waitFor();

  const council = await newPageOf(browser);
  await council.goto(`${stack.tab}/enquiries/${ref}?${asPerson('commissioner')}`);
  await council.getByText('1 of 1 provider has answered: 1 interested. The commissioning team is asked.').waitFor();
  expect(await council.getByRole('main').textContent()).not.toContain('Tuesdays');
  await council.getByRole('button', { name: 'Answer for the council' }).click();
  await council.getByLabel('Your answer').fill('They have two places.');
  await council.getByRole('button', { name: 'Answer for the council' }).click();
  // The field holds the same words until the answer is kept.
  await council.getByLabel('Your answer').waitFor({ state: 'detached' });
  await council.getByText('They have two places.').waitFor();
  await shoot(council, 'council');

  await school.reload();
  await school.getByText('Yes, on Tuesdays and Thursdays.').waitFor();
  await school.getByText('They have two places.').waitFor();
  await school.setViewportSize({ width: 320, height: 800 });
  expect(await sidewaysPixels(school)).toBe(0);
  await school.setViewportSize({ width: 1280, height: 900 });
  await shoot(school, 'answers');
  await school.getByRole('button', { name: 'Choose an answer' }).click();
  await school.getByRole('radio', { name: new RegExp(service.providerName) }).check();
  await school.getByLabel('Why this one?').fill('It can start first.');
  expect(await accessibilityFaults(school)).toEqual([]);
  await shoot(school, 'choose');
  await school.getByRole('button', { name: 'Choose an answer' }).click();
  await school.getByRole('button', { name: 'Start the request' }).waitFor();
  expect(await accessibilityFaults(school)).toEqual([]);
  await shoot(school, 'chosen');
  await link.reload();
  await link.getByText('Your answer was chosen').waitFor();
  await school.getByRole('button', { name: 'Start the request' }).click();
  await school.waitForURL(/\/request\//);
});

test('row 39: a competition shows its quotes when all have answered, and the request that follows is priced as quoted', async () => {
  const senco = stack.people.as('senco');
  const { service } = await aService(senco);
  const school = await newPageOf(browser);
  await school.goto(`${stack.tab}/enquiries/ask/${service.serviceRef}?${asPerson('senco')}`);
  await school.getByRole('radio', { name: /^Hold a competition/ }).check();
  await school.getByRole('checkbox', { name: new RegExp(`^${service.providerName}`) }).waitFor();
  await school.getByRole('group', { name: 'Whom do you ask?' }).getByRole('checkbox').nth(1).check();
  await school.getByLabel('From when?').fill('12 1 2027');
  await school.getByLabel('What do you want to know?').fill('Two days a week, from January.');
  expect(await accessibilityFaults(school)).toEqual([]);
  const shoot = async (name: string): Promise<void> => {
    const path = picture(name);
    if (path) await school.screenshot({ path, fullPage: true });
  };
  await shoot('competition');
  await school.getByRole('button', { name: 'Send to the providers' }).click();
  await school.getByRole('heading', { level: 1, name: /^Competition EN-/ }).waitFor();
  const ref = /EN-\w+/.exec((await school.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0] ?? '';
  const { asked } = await stack.people.asking('senco').getEnquiry({ params: { ref } });
  const link = await newPageOf(browser, 320);
  for (const { serviceRef, frameworkPrice } of asked) {
    const { provider } = await senco.getService({ params: { serviceRef } });
    const mail = await eventually('the invitation', async () =>
      (await stack.people.mail(provider.email)).find(({ subject }) => subject.includes(ref)),
    );
    await link.goto(/href="([^"]+\/enquiry\/#[^"]+)"/.exec(mail.content)?.[1] ?? '');
    await link.reload();
    await link.getByRole('radio', { name: 'Interested: we can do this' }).check();
    await link.getByLabel(/^Your price per/).fill(`${(frameworkPrice?.unitPrice ?? 0) / 100 - 5}`);
    await link.getByLabel('The first day on which you can start').fill('11 1 2027');
    await link.getByLabel('Your name').fill('Pat Lee');
    await link.getByLabel('Your position').fill('Centre manager');
    expect(await sidewaysPixels(link)).toBe(0);
    await link.getByRole('button', { name: 'Send your answer' }).click();
    await link.getByText('You answered that you are interested').waitFor();
    if (serviceRef === asked[0]?.serviceRef) {
      await school.reload();
      await school.getByText('Quotes are not open yet').waitFor();
    }
  }
  await school.reload();
  await school.getByText('Quoted').first().waitFor();
  await shoot('quotes');
  await school.getByRole('button', { name: 'Choose an answer' }).click();
  await school.getByRole('radio', { name: new RegExp(`^${asked[0]?.providerName}`) }).check();
  await school.getByLabel('Why this one?').fill('It is the lowest price.');
  await school.getByRole('button', { name: 'Choose an answer' }).click();
  await school.getByRole('button', { name: 'Start the request' }).click();
  await school.waitForURL(/\/request\//);
  const draftId = /\/request\/([0-9a-f-]{36})/.exec(school.url())?.[1] ?? '';
  const { answers } = await senco.getDraft({ params: { draftId } });
  expect(answers).toMatchObject({ enquiryRef: ref, startDate: '12 1 2027' });

  const [chosen] = asked;
  const quoted = (chosen?.frameworkPrice?.unitPrice ?? 0) - 500;
  const request = aRequest(sampleSchoolRef, { ...service, serviceRef: chosen?.serviceRef ?? '' }, 'lowest-price', {
    enquiryRef: ref,
    startDate: localDate('2027-01-12'),
    endDate: localDate('2027-02-11'),
  });
  const { price } = await quoteOf(senco, request);
  expect(price.unitPrice).toBe(quoted);
  const sent = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  expect(sent).toMatchObject({ enquiryRef: ref, price: { unitPrice: quoted } });
  const approved = await stack.people
    .as('head-teacher')
    .decideApproval({ params: { ref: sent.ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: randomUUID() });
  expect(approved.status).toBe('ordered');
});
