import type { Browser, Page } from 'playwright-core';
import { beginInBrowser } from '../support/browser-of-a-test.ts';
import { newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// An organisation applies in a plain browser of 320 pixels: from the page that mails the link to the close of the round.

let stack: TestStack;
let browser: Browser;
beginInBrowser(['azurite', 'tenant', 'register', 'functions', 'tab'], (opened) => {
  ({ stack, browser } = opened);
});

const email = 'office@blackmore.example';

/** Whoever looks at this page finds nothing wrong with it. */
const isSound = async (page: Page): Promise<void> => {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);
};

const save = async (page: Page, button = 'Save and continue'): Promise<void> => {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('button', { name: 'Check your answers and submit' }).waitFor();
};

test('rows 9, 11 and 12, R36, R37: an applicant asks for a link, applies for two lots, is told of a rival window, submits, asks, and is late', async () => {
  const page = await newPageOf(browser, 320);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${stack.tab}/apply/`);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await page.getByRole('link', { name: 'Enter an e-mail address' }).waitFor();
  await isSound(page);
  await page.getByLabel('Name of your organisation').fill('Blackmore Vale Therapies');
  await page.getByLabel('Company, charity or UKPRN number').fill('01234567');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await page.getByText('Check your mail').waitFor();
  const mail = await eventually('the link', async () =>
    (await stack.people.mail(email)).find(({ content }) => content.includes('/apply/#')),
  );
  const address = /href="([^"]+\/apply\/#[^"]+)"/.exec(mail.content)?.[1] ?? '';

  await page.goto('about:blank');
  await page.goto(address);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('button', { name: 'Start the application' }).click();
  await page.getByRole('link', { name: 'Choose at least one lot' }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
  await page.getByLabel('Therapies').check();
  await page.getByLabel('Outreach').check();
  await isSound(page);
  await save(page, 'Start the application');
  await isSound(page);

  await page.getByRole('button', { name: 'Questions for every lot' }).click();
  const boxes = page.getByRole('textbox');
  for (let box = 0; box < 4; box += 1) await boxes.nth(box).fill('word '.repeat(box === 1 ? 751 : 20));
  await page.getByText('You have 1 word too many').waitFor();
  await page.getByRole('radio', { name: 'Yes' }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByRole('link', { name: 'Shorten your answer to 750 words or fewer. It has 751' }).waitFor();
  await isSound(page);
  await boxes.nth(1).fill('We ring by ten.');

  // A second window with the same link saves something first.
  const rival = await newPageOf(browser, 900);
  await rival.goto(address);
  await rival.getByRole('button', { name: 'Questions for Outreach' }).click();
  await rival.getByLabel(/How many miles/).fill('12');
  await save(rival);
  await rival.close();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByText('This was not saved').waitFor();
  expect(await boxes.nth(1).inputValue()).toBe('We ring by ten.');
  await isSound(page);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  for (let box = 0; box < 4; box += 1) await page.getByRole('textbox').nth(box).fill('word '.repeat(20));
  await page.getByRole('radio', { name: 'Yes' }).check();
  await save(page);

  await page.getByRole('button', { name: 'Questions for Therapies' }).click();
  await page.getByLabel('Health and Care Professions Council').check();
  await save(page);
  // What the rival wrote is taken out again.
  await page.getByRole('button', { name: 'Questions for Outreach' }).click();
  expect(await page.getByLabel(/How many miles/).inputValue()).toBe('12');
  await page.getByLabel(/How many miles/).fill('');
  await save(page);
  await page.getByRole('button', { name: 'Prices of your services' }).click();
  for (const [at, [name, price]] of [['Speech therapy', '60'] as const, ['Mentor', 'dear'] as const].entries()) {
    await page.getByLabel('Name of the service').nth(at).fill(name);
    await page.getByLabel('Price in pounds').nth(at).fill(price);
  }
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByRole('link', { name: 'Enter a price in pounds, such as 45 or 45.50' }).waitFor();
  await isSound(page);
  await page.getByLabel('Price in pounds').nth(1).fill('31.50');
  await save(page);

  await page.getByRole('button', { name: 'Declaration' }).click();
  for (const no of await page.getByRole('radio', { name: 'No' }).all()) await no.check();
  await page.getByLabel('Name', { exact: true }).fill('Ada Kimmeridge');
  await page.getByLabel('Position').fill('Director');
  await page.getByRole('button', { name: 'Sign the declaration' }).click();
  await page.getByRole('link', { name: 'Accept that there is no guarantee of work' }).waitFor();
  await isSound(page);
  await page.getByLabel('We accept this').check();
  await save(page, 'Sign the declaration');

  await page.getByRole('button', { name: 'Check your answers and submit' }).click();
  await page.getByText('£31.50 per hour, ex VAT').waitFor();
  await page.getByText('Not provided').waitFor();
  await isSound(page);
  await page.goBack();
  await page.getByRole('button', { name: 'Check your answers and submit' }).click();
  await page.getByRole('button', { name: 'Submit the application' }).click();
  await page.getByText('Application submitted').waitFor();
  await page.getByLabel('Ask a question').last().fill('May we name two sites?');
  await page.getByRole('button', { name: 'Send the question' }).click();
  await page.getByText('It waits for its answer.').waitFor();
  // Loaded anew in the dark: buttons fade from one theme into the other.
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  await page.getByText('It waits for its answer.').waitFor();
  await isSound(page);
  await page.getByRole('button', { name: 'Withdraw the application' }).click();
  await page.getByRole('alertdialog').waitFor();
  await isSound(page);
  await page.getByRole('button', { name: 'Keep it' }).click();

  // No address that was asked for has the secret; neither Teams nor a sign-in is on the page.
  const secret = address.split('.').at(-1) ?? '';
  expect(secret).toHaveLength(43);
  expect(asked.filter((url) => url.includes(secret) && !url.startsWith(address))).toEqual([]);
  expect(asked.filter((url) => /teams-host|browser-host|msal/.test(url))).toEqual([]);

  stack.moveClock(new Date(Date.now() + 22 * 86_400_000).toISOString());
  await page.reload();
  await page.getByText('Applications cannot be changed or submitted any more.').waitFor();
  expect(await page.getByRole('button', { name: /Take it back|Withdraw/ }).count()).toBe(0);
  await isSound(page);
});
