import type { Browser, Page } from 'playwright-core';
import { asPerson } from '../support/as-person.ts';
import { beginInBrowser } from '../support/browser-of-a-test.ts';
import { newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import type { TestStack } from '../support/running-stack.ts';

let stack: TestStack;
let browser: Browser;
beginInBrowser(['azurite', 'tenant', 'register', 'functions', 'tab', 'window'], (opened) => {
  ({ stack, browser } = opened);
});

const chatOf = async (key: string, theme = 'Light', width = 1280): Promise<Page> => {
  const page = await newPageOf(browser, width);
  await page.goto(`${stack.window}/?${asPerson(key)}&area=chat`);
  await page.getByLabel('Theme').selectOption(theme);
  await page.getByRole('button', { name: 'Find provision' }).waitFor();
  return page;
};

/** By its role or as the link that a card's button to a page is. */
const press = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .last()
    .click();

test('by keyboard alone: search in the compose box, send the card, start a request in the dialog, continue in the tab with the draft', async () => {
  const page = await chatOf('senco');
  await page.getByRole('button', { name: 'Find provision' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: /^25 results/ })
    .waitFor();
  await page.keyboard.type('hair and beauty DT1');
  await page
    .getByRole('list', { name: 'Results' })
    .getByRole('button', { name: /Hair and beauty studio/ })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(
    /^Hair and beauty studio.* per .*, ex VAT · .*QA current until/,
  );
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Card to send' }).getByText('Hair and beauty studio').waitFor();
  await page.keyboard.press('Enter');

  const card = page.locator('.message .card', { hasText: 'Hair and beauty studio' });
  await card
    .getByText(/^Quality assurance:/)
    .or(card.getByText('Quality assurance:'))
    .first()
    .waitFor();
  await card.getByRole('button', { name: 'Start a request' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Start a request' });
  const inDialog = dialog.frameLocator('iframe');
  await inDialog.getByRole('heading', { name: 'Hair and beauty studio' }).waitFor();
  await inDialog.getByText('For The Purbeck School').waitFor();
  expect(await inDialog.getByRole('navigation').count()).toBe(0);

  // What is wrong is said in the dialog itself, beside the field.
  await inDialog.getByLabel('First day (optional)').fill('31 2 2027');
  await inDialog.getByRole('button', { name: 'Save the draft' }).press('Enter');
  await inDialog.getByRole('link', { name: /^Enter the first day as a real date/ }).press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1 3 2027');
  await inDialog.getByText('Monday 1 March 2027').waitFor();
  await inDialog.getByLabel('Tuesday').press(' ');
  await inDialog.getByRole('button', { name: 'Save the draft' }).press('Enter');

  const ended = page.getByRole('dialog', { name: 'Draft saved' });
  await ended.getByText('Your request for Hair and beauty studio is saved as a draft').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(1);
  await ended
    .getByRole('link', { name: 'Continue in the tab' })
    .or(ended.getByRole('button', { name: 'Continue in the tab' }))
    .press('Enter');

  const tab = page.frameLocator('iframe.tab-frame');
  await tab.getByRole('heading', { name: 'About the pupil' }).waitFor();
  await tab.getByText(/Request for Hair and beauty studio/).waitFor();
  const { drafts } = await stack.people.as('senco').listDrafts({});
  expect(drafts.map(({ serviceName, answers }) => [serviceName, answers.startDate, answers.days])).toEqual([
    ['Hair and beauty studio', '1 3 2027', ['tue']],
  ]);

  // The bot knows the draft, too.
  await page.getByRole('tab', { name: /^Chat/ }).click();
  await page.getByLabel('Message to the bot').fill('My requests');
  await page.keyboard.press('Enter');
  await page.getByText('You have 1 draft').waitFor();
  await page.getByText(/^A draft, saved .* Nothing is sent yet$/).waitFor();
});

test('a pasted link of a service unfolds before it is sent; a link of another page does not; Escape leaves the search', async () => {
  const page = await chatOf('head-teacher');
  const [service] = (await stack.people.as('head-teacher').searchDirectory({ query: {} })).items;
  const paste = async (text: string) => {
    await page.getByLabel('Message to the bot').focus();
    await page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, text);
    await page.keyboard.insertText(text);
  };
  await paste(`${stack.tab}/requests`);
  await paste(`${stack.tab}/services/${service?.serviceRef}`);
  const attached = page.getByRole('region', { name: 'Card to send' });
  await attached.getByText(service?.name ?? '-', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page
    .locator('.from-user .card')
    .getByText(service?.name ?? '-', { exact: true })
    .waitFor();
  expect(await page.locator('.from-bot').count()).toBe(0);

  await page.getByRole('button', { name: 'Find provision' }).click();
  await page.getByRole('searchbox', { name: 'What you need' }).fill('qqqq zzzz');
  await page.getByRole('status').filter({ hasText: 'Nothing in the directory matches' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Find provision');
});

test('whoever may not raise requests is told so in the dialog, and a newcomer in the place of results', async () => {
  const head = await chatOf('head-teacher');
  await head.getByRole('button', { name: 'Find provision' }).click();
  await head.getByRole('list', { name: 'Results' }).getByRole('button').first().click();
  await head.getByRole('button', { name: 'Send', exact: true }).click();
  await press(head, 'Start a request');
  await head
    .getByRole('dialog')
    .getByText(/You cannot raise requests yet/)
    .waitFor();

  const newcomer = await chatOf('newcomer');
  await newcomer.getByRole('button', { name: 'Find provision' }).click();
  await newcomer
    .getByRole('status')
    .filter({ hasText: /does not know you yet.*choose Access/ })
    .waitFor();
  await newcomer.keyboard.press('Escape');
  await newcomer.getByLabel('Message to the bot').fill('hello');
  await newcomer.keyboard.press('Enter');
  await newcomer.getByText('I do not know you yet.', { exact: false }).first().waitFor();
  await press(newcomer, 'Ask for access');
  await newcomer.frameLocator('iframe.tab-frame').getByRole('heading', { name: 'Access' }).first().waitFor();
});

test.each([
  ['Light', 320],
  ['Dark', 1280],
  ['High contrast', 720],
])('everybody can use it in the theme %s at %i pixels', async (theme, width) => {
  const page = await chatOf('commissioner', theme, width);
  await page.getByLabel('Message to the bot').fill('help');
  await page.keyboard.press('Enter');
  await page.getByText('You can write to me:').last().waitFor();
  await page.getByRole('button', { name: 'Find provision' }).click();
  await page.getByRole('list', { name: 'Results' }).getByRole('button').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);
  await page.getByRole('list', { name: 'Results' }).getByRole('button').first().click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await press(page, 'Start a request');
  const frame = await (await page.waitForSelector('iframe[src*="/start/"]')).contentFrame();
  if (frame === null) throw new Error('The dialog shows no page.');
  await frame.getByRole('button', { name: 'Save the draft' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await accessibilityFaults(frame)).toEqual([]);
  expect([await sidewaysPixels(page), await sidewaysPixels(frame)]).toEqual([0, 0]);
});
