import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { decodeJwt } from 'jose';
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright-core';
import { type SamplePerson, samplePeople } from '../sample/people.ts';
import { setUpLists } from './test-support/sample-lists.ts';
import { type StartedWindow, startedWindow } from './test-support/started-window.ts';

const browserPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const wait = 60_000;

const named = (key: string): SamplePerson => {
  const person = samplePeople.find((each) => each.key === key);
  if (!person) throw new Error(`The sample has no ${key}.`);
  return person;
};
const head = named('head-teacher');
const withoutApp = named('second-approver');
const commissioner = samplePeople.find(({ group }) => group === 'commissioners') ?? head;
const keyOf = ({ tenantId, userId }: SamplePerson): string => `${tenantId}/${userId}`;

const approvalCard = (title: string, more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: title, size: 'large', weight: 'bolder', wrap: true },
    { type: 'TextBlock', text: 'For **The Purbeck School**', wrap: true },
    { type: 'Input.Text', id: 'comment', label: 'Comment' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Approve', verb: 'approve', data: { ref: 'CO-0001' }, style: 'positive' },
    {
      type: 'Action.OpenUrl',
      title: 'Open',
      url: 'https://teams.microsoft.com/l/entity/x/index?context=%7B%22subEntityId%22%3A%22%2Frequests%2FCO-0009%22%7D',
    },
  ],
  ...more,
});

describe('the stand-in for the Teams window in a browser', () => {
  let run: StartedWindow;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    if (!existsSync(browserPath)) throw new Error(`There is no Chromium at ${browserPath}: install it, or name it in CHROMIUM_PATH.`);
    run = await startedWindow();
    await setUpLists(run);
    browser = await chromium.launch({ executablePath: browserPath });
  });
  afterAll(async () => {
    await browser?.close();
    await run?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(wait);
    problems = [];
    page.on('pageerror', (failure) => problems.push(failure.message));
  });
  afterEach(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });

  const openAs = (person: SamplePerson, more = '') => page.goto(`${run.url}/?as=${keyOf(person)}${more}`);
  const tab = (): FrameLocator => page.frameLocator('iframe.tab-frame');
  const tabSays = (id: string, text: string | RegExp) => tab().locator(`#${id}`).filter({ hasText: text }).waitFor();
  const result = async (button: string): Promise<string> => {
    await tab()
      .locator('#result')
      .evaluate((element) => {
        element.textContent = '';
      });
    await tab().locator(`#${button}`).click();
    await tabSays('result', /./);
    return (await tab().locator('#result').textContent()) ?? '';
  };

  /** What axe finds wrong in the window itself: not in its frames (others' pages), not in Fluent's own invisible focus stops. */
  const faults = async (): Promise<readonly string[]> => {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run({ exclude: ['[data-tabster-dummy]'] }, { iframes: false }),
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  };

  it('starts the tab with the real teams-js: person, place, host and capabilities', async () => {
    await openAs(head, '&subPage=/requests/CO-0001');
    await tabSays('success', 'true');
    expect(await tab().locator('#person').textContent()).toBe(keyOf(head));
    expect(await tab().locator('#place').textContent()).toBe('/requests/CO-0001');
    expect(await tab().locator('#host').textContent()).toBe('TeamsModern web content');
    expect(await tab().locator('#supports').textContent()).toBe('true true true');
  });

  it('hands the tab a token of the chosen person, and after another choice of that one', async () => {
    await openAs(head);
    await tabSays('success', 'true');
    expect(decodeJwt(await result('token')).oid).toBe(head.userId);
    await page.getByRole('navigation', { name: 'Choose a person' }).getByRole('button', { name: withoutApp.surname }).click();
    await tabSays('person', keyOf(withoutApp));
    await tabSays('success', 'true');
    expect(decodeJwt(await result('token')).oid).toBe(withoutApp.userId);
    await page.goto(run.url);
    await tabSays('person', keyOf(withoutApp));
  });

  it('tells the tab of another theme while it runs', async () => {
    await openAs(head);
    await tabSays('success', 'true');
    await page.getByLabel('Theme').selectOption('Dark');
    await tabSays('theme', 'dark');
    await page.getByLabel('Theme').selectOption('High contrast');
    await tabSays('theme', 'contrast');
  });

  it('E35: opens the very request of each entry of the activity feed, one after the other in the same session', async () => {
    const linkTo = (ref: string): string =>
      `https://teams.microsoft.com/l/entity/x/home?context=${encodeURIComponent(JSON.stringify({ subEntityId: `/requests/${ref}` }))}`;
    for (const ref of ['CO-0011', 'CO-0012']) await run.notify(head, ref, linkTo(ref));
    await openAs(head);
    await tabSays('success', 'true');
    await page.getByRole('tab', { name: 'Activity 2 unread' }).click();
    await page.getByRole('button', { name: /waits for your decision on CO-0011 for The Purbeck School/ }).click();
    await tabSays('place', '/requests/CO-0011');
    await page.getByRole('tab', { name: 'Activity', exact: true }).click();
    await page.getByRole('list', { name: 'Activity, newest first' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: /CO-0012/ }).click();
    await tabSays('place', '/requests/CO-0012');
  });

  it('goes where the tab asks, presses its back button, and gives links to share', async () => {
    await openAs(head);
    await tabSays('success', 'true');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await tabSays('result', 'back was pressed');
    await tab().locator('#share').click();
    await page.getByLabel('Link to this place').waitFor();
    expect(await page.getByLabel('Link to this place').inputValue()).toBe(`${run.url}/?subPage=/requests/CO-0001`);
    await tab().locator('#navigate').click();
    await tabSays('place', '/requests/CO-0002');
    expect(page.url()).toContain('subPage=/requests/CO-0002');
  });

  it('names what it does not serve, to the tab and to the person', async () => {
    await openAs(head);
    await tabSays('success', 'true');
    expect(await result('unserved')).toBe('refused: The stand-in Teams window does not serve "pages.navigateToApp".');
    expect(await result('unknown')).toBe('refused: The stand-in Teams window does not serve "navigateCrossDomain".');
    await page.getByText('does not serve "navigateCrossDomain"').waitFor();
  });

  it('shows a card, sends what was typed with the click, and puts the answer in its place', async () => {
    run.bot.answer = () => ({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: approvalCard('Approved by you', { actions: [] }),
    });
    await openAs(head);
    await run.sendCard(head, approvalCard('Request CO-0001'));
    await page.getByRole('tab', { name: 'Chat 1 unread' }).click();
    await page.getByText('The Purbeck School', { exact: true }).waitFor();
    await page.getByLabel('Comment').fill('Fine by me');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Approved by you').waitFor();
    expect(run.bot.received.at(-1)).toMatchObject({
      name: 'adaptiveCard/action',
      from: { aadObjectId: head.userId },
      value: { action: { verb: 'approve', data: { ref: 'CO-0001', comment: 'Fine by me' } } },
    });
    await page.reload();
    await page.getByText('Approved by you').waitFor();
    expect(await page.getByRole('tab', { name: /^Chat.*unread/ }).count()).toBe(0);
  });

  it('keeps what is typed into one card when another arrives, and shows the bot’s refusal below the card', async () => {
    const message = 'Only the approver can decide.';
    run.bot.answer = () => ({ statusCode: 403, type: 'application/vnd.microsoft.error', value: { code: '403', message } });
    await run.sendCard(head, approvalCard('Request CO-0002'));
    await openAs(head, '&area=chat');
    const card = page.locator('.card', { hasText: 'Request CO-0002' });
    await card.getByLabel('Comment').fill('half a sentence');
    await run.sendCard(head, approvalCard('Request CO-0003'));
    await page.getByText('Request CO-0003').waitFor();
    expect(await card.getByLabel('Comment').inputValue()).toBe('half a sentence');
    await card.getByRole('button', { name: 'Approve' }).click();
    await card.getByRole('alert').filter({ hasText: message }).waitFor();
    await card.getByRole('link', { name: 'Open' }).click();
    await tabSays('place', '/requests/CO-0009');
  });

  it('says that the app is not installed, and installs it', async () => {
    await openAs(withoutApp, '&area=chat');
    await page.getByText('The app is not installed for this person.').waitFor();
    expect(await page.getByLabel('Message to the bot').isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Install the app' }).click();
    await page.getByText('The app is installed for this person.').waitFor();
    expect(run.bot.received.map(({ type }) => type)).toContain('installationUpdate');
  });

  it('opens the signed-in page of a mail in a browser tab, as its reader, and shows the providers’ mail', async () => {
    await run.sendMail(
      head.mail,
      'A request waits',
      `<p><a href="${run.tabOrigin}/requests/CO-0001">Open the request</a><img src="https://tracker.example/x.png"></p>`,
    );
    await run.sendMail('orders@provider.example', 'Your order', '<p>Please accept.</p>');
    const outside: string[] = [];
    page.on('response', (response) => new URL(response.url()).hostname !== 'localhost' && outside.push(response.url()));
    await openAs(head, '&area=mail');
    const link = page.frameLocator('iframe.mail-frame').getByRole('link', { name: 'Open the request' });
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
    expect(opened.url()).toBe(`${run.tabOrigin}/requests/CO-0001?as=${encodeURIComponent(keyOf(head))}`);
    await page.getByRole('tab', { name: 'Mail to providers' }).click();
    await page.getByLabel('Address').fill('orders@provider.example');
    await page.getByRole('heading', { name: 'Your order' }).waitFor();
    expect(outside).toEqual([]);
  });

  it('lets a commissioner page and edit a list, and shows the service’s own refusal', async () => {
    await openAs(commissioner, '&area=lists');
    // Not hand edited: nobody is offered what the service would refuse.
    await page.getByText('Read only', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Edit / }).count()).toBe(0);

    await page.getByLabel('List', { exact: true }).selectOption('Providers');
    await page.getByText('Page 1, 50 of 60 rows').waitFor();
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(['Title', 'Status', 'Price per day', 'Checked on', 'Actions']);
    await page.getByRole('cell', { name: '1 Sept 2020 Lapsed' }).waitFor();
    await page.getByRole('button', { name: 'Edit Provider 03' }).click();
    const form = page.getByRole('dialog');
    expect(await form.getByLabel('Provider code').getAttribute('required')).not.toBeNull();
    expect(await form.getByLabel('Status').getByRole('option').allTextContents()).toEqual(['', 'active', 'suspended']);
    expect(await form.getByLabel('Checked on').getAttribute('type')).toBe('date');
    await form.getByLabel('Provider code').fill('P-02');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('400 invalidRequest: One or more fields with unique constraints already has the provided value.').waitFor();
    await form.getByLabel('Provider code').fill('P-03');
    await form.getByLabel('Price per day').fill('150.5');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: '£150.50' }).waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('Page 2, 10 of 60 rows').waitFor();
  });

  it('shows a list by another view, and a row’s history, from which an earlier version can be put back', async () => {
    await openAs(commissioner, '&area=lists');
    await page.getByLabel('List', { exact: true }).selectOption('Providers');
    await page.getByLabel('View', { exact: true }).selectOption('Suspended');
    await page.getByText('Page 1, 2 of 2 rows').waitFor();
    expect(await page.getByRole('cell', { name: /^P-/ }).allTextContents()).toEqual(['P-60', 'P-30']);
    await page.getByRole('button', { name: 'Edit Provider 30' }).click();
    await page.getByRole('dialog').getByLabel('Status').selectOption('active');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Page 1, 1 of 1 row').waitFor();
    await page.getByLabel('View', { exact: true }).selectOption('All providers');
    await page.getByRole('button', { name: 'Version history of Provider 30' }).focus();
    await page.keyboard.press('Enter');
    const history = page.getByRole('dialog', { name: 'Version history of Provider 30' });
    await history.getByText('Status: active').waitFor();
    expect(await history.getByText('Status: suspended').count()).toBe(1);
    expect(await faults()).toEqual([]);
    await history.getByRole('button', { name: 'Restore version 1.0' }).click();
    await page.getByLabel('View', { exact: true }).selectOption('Suspended');
    await page.getByText('Page 1, 2 of 2 rows').waitFor();
  });

  it('shows a head teacher that the lists are not theirs', async () => {
    await openAs(head, '&area=lists');
    await page.getByText('403 accessDenied: Access denied').waitFor();
  });

  it.each([1280, 720, 320])('has no sideways scrolling at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await openAs(commissioner, '&area=lists');
    await page.getByLabel('List', { exact: true }).selectOption('Providers');
    await page.getByText('Page 1, 50 of 60 rows').waitFor();
    for (const area of ['Lists', 'Mail', 'Chat', 'Tab']) {
      await page.getByRole('tab', { name: area, exact: true }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  it.each(['Light', 'Dark', 'High contrast'])('can be used by everybody in the theme %s', async (theme) => {
    await run.sendCard(head, approvalCard('Request CO-0004'));
    await run.sendMail(head.mail, 'A request waits', '<p>Open the page.</p>');
    await openAs(head, '&area=chat');
    await page.getByLabel('Theme').selectOption(theme);
    await page.getByText('Request CO-0004').first().waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('tab', { name: 'Mail', exact: true }).click();
    await page.getByRole('article', { name: 'Opened mail' }).waitFor();
    expect(await faults()).toEqual([]);
    await openAs(commissioner, '&area=lists');
    await page.getByLabel('List', { exact: true }).selectOption('Providers');
    await page.getByRole('cell', { name: '1 Sept 2020 Lapsed' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Edit Provider 01' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    // The page is hidden from readers until the dialog has faded out.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('#root:not([aria-hidden])').waitFor();
    expect(await faults()).toEqual([]);
  });
});
