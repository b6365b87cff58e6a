import { councilTenantId, sampleSchoolRef } from '@ap/local/sample/ids';
import { displayNameOf, samplePerson } from '@ap/local/sample/people';
import type { Browser, Page } from 'playwright-core';
import { councilValues } from '../setup/council-values.ts';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { launchChromium } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import { patience } from '../support/patience.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { signedInPages } from '../support/signed-in-pages.ts';

// The pages as they are deployed, in a plain browser: the real msal-browser signs people in at `login.microsoftonline.com`, which is the local tenant here.

let stack: TestStack;
let browser: Browser;
let pages: { readonly close: () => Promise<void> };
let ref: string;

beforeAll(async () => {
  stack = await runningStack();
  pages = await signedInPages(stack);
  const senco = stack.people.as('senco');
  const { service, basis } = await aService(senco);
  const request = aRequest(sampleSchoolRef, service, basis);
  const { price } = await quoteOf(senco, request);
  ref = (await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: crypto.randomUUID() })).ref;
  browser = await launchChromium([`--host-resolver-rules=MAP login.microsoftonline.com:443 localhost:${new URL(stack.tenant).port}`]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await pages?.close();
  await stack?.stop();
});

/** A window of somebody who is not signed in anywhere. */
const stranger = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  return page;
};

const nameOf = (key: string): string => displayNameOf(samplePerson(key));

const chooses = async (page: Page, key: string, at = 'organizations'): Promise<void> => {
  await page.getByRole('heading', { name: /^Sign in to/ }).waitFor();
  expect(page.url()).toContain(`https://login.microsoftonline.com/${at}/`);
  await page.getByRole('button', { name: nameOf(key), exact: true }).click();
};
const theRequest = (page: Page): Promise<void> => page.getByRole('heading', { level: 1, name: new RegExp(ref) }).waitFor();

test('the link of a mail: an approver signs in, comes back to the same request, and decides there', async () => {
  const page = await stranger();
  await page.goto(`${stack.tab}/requests/${ref}`);
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true });
  await signIn.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0);
  await signIn.click();
  await chooses(page, 'head-teacher');
  await theRequest(page);
  expect(page.url()).toBe(`${stack.tab}/requests/${ref}`);
  await page.getByText(nameOf('head-teacher')).first().waitFor();
  // Another load asks nobody again.
  await page.reload();
  await theRequest(page);
  await page.getByRole('radio', { name: 'Approve' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Approve £/ })
    .click();
  await page
    .getByText(/approved/i)
    .first()
    .waitFor();
  expect((await stack.people.as('senco').getCallOff({ params: { ref } })).status).toBe('ordered');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn.waitFor();
  await page.context().close();
});

/** What only the API can say, and to whom it lets in alone. */
const theirs = (page: Page): Promise<void> => page.getByText('No request waits for you').waitFor();

test('a guest of the council signs in to its tenant, and stays there when a new token is fetched', async () => {
  const page = await stranger();
  await page.goto(`${stack.tab}/waiting`);
  await page.getByRole('button', { name: `Sign in as a guest of ${councilValues.COUNCIL_NAME}` }).click();
  await chooses(page, 'chair-of-governors', councilTenantId);
  await theirs(page);
  await page.getByText(nameOf('chair-of-governors')).first().waitFor();

  const asked = page.waitForResponse((response) => response.url().includes('/oauth2/v2.0/token'));
  await page.clock.install({ time: Date.now() + 2 * 3_600_000 });
  await page.reload();
  expect([(await asked).status(), (await asked).url()]).toEqual([200, expect.stringContaining(councilTenantId)]);
  await theirs(page);
  await page.context().close();
});

test('who signed in with an organisation that nobody listed may come as a guest instead', async () => {
  const page = await stranger();
  await page.goto(`${stack.tab}/`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await chooses(page, 'outsider');
  await page.getByText('Your organisation does not use this framework yet').first().waitFor();
  await page
    .getByRole('button', { name: /^Sign in as a guest of/ })
    .first()
    .click();
  await chooses(page, 'chair-of-governors', councilTenantId);
  await page
    .getByRole('heading', { name: /^\d+ services/ })
    .first()
    .waitFor();
  await page.reload();
  await page.getByText(nameOf('chair-of-governors')).first().waitFor();
  await page.context().close();
});
