import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
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

const newPage = (width?: number): Promise<Page> => newPageOf(browser, width);

const openAs = async (key: string, more: string, page?: Page): Promise<Page> => {
  const opened = page ?? (await newPage());
  await opened.goto(`${stack.window}/?${asPerson(key)}${more}`);
  return opened;
};

const tabOf = (page: Page): FrameLocator => page.frameLocator('iframe.tab-frame');
const frameOf = async (page: Page): Promise<Frame> => {
  const frame = await (await page.locator('iframe.tab-frame').elementHandle())?.contentFrame();
  if (!frame) throw new Error('There is no tab in the window.');
  return frame;
};

const addToChannel = async (page: Page, postcode: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add the app to the channel' }).click();
  await tabOf(page).getByLabel('Where should distances be measured from?').fill(postcode);
  await tabOf(page)
    .getByText(/^\d+ services? near DT1\. First in the list:/)
    .waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await tabOf(page)
    .getByRole('heading', { name: /services? near DT1/ })
    .waitFor();
};

describe('the tab of a channel', () => {
  test('is added with one choice, says what it gives and whom to ask, and takes no area that is none', async () => {
    const page = await openAs('senco', '&area=channel');
    const save = page.getByRole('button', { name: 'Save' });
    await page.getByRole('button', { name: 'Add the app to the channel' }).click();
    const tab = tabOf(page);
    await tab.getByRole('heading', { level: 1, name: 'Add AP Framework to this channel' }).waitFor();
    expect(await tab.getByRole('link', { name: /opens your mail/ }).getAttribute('href')).toMatch(/^mailto:.+@/);
    expect(await save.isDisabled()).toBe(true);

    const area = tab.getByLabel('Where should distances be measured from?');
    await area.fill('Dorchester');
    await area.blur();
    await tab.getByText('Enter the first half of a postcode, such as DT1').waitFor();
    expect(await save.isDisabled()).toBe(true);

    await area.fill('DT99');
    await area.blur();
    await tab.getByText('Enter the first half of a postcode, such as DT1').waitFor();
    expect(await save.isDisabled()).toBe(true);

    // Of a full postcode only the first half is kept.
    await area.fill('dt1 1xj');
    await area.blur();
    expect(await area.inputValue()).toBe('DT1');
    await tab.getByText(/services? near DT1/).waitFor();
    for (const theme of ['Dark', 'High contrast', 'Light']) {
      await page.getByLabel('Theme').selectOption(theme);
      expect(await accessibilityFaults(await frameOf(page))).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await sidewaysPixels(await frameOf(page))).toBeLessThanOrEqual(0);
    await save.click();
    await tab.getByRole('heading', { name: /services? near DT1/ }).waitFor();
  });

  test('is the same for everybody, with nothing personal, and keeps its area when it is changed', async () => {
    const page = await openAs('senco', '&area=channel');
    await addToChannel(page, 'DT1');
    const tab = tabOf(page);
    const everything = async (): Promise<string> => {
      await tab.getByRole('heading', { name: /services? near DT1/ }).waitFor();
      return (await tab.locator('#root').textContent()) ?? '';
    };
    const seenBySenco = await everything();
    expect(await tab.getByRole('navigation', { name: 'Main' }).textContent()).toBe('DirectoryMy requests (opens in your own tab)');
    expect(await accessibilityFaults(await frameOf(page))).toEqual([]);

    await openAs('head-teacher', '&area=channel', page);
    expect(await everything()).toBe(seenBySenco);
    await openAs('commissioner', '&area=channel', page);
    expect(await everything()).toBe(seenBySenco);

    await page.getByRole('button', { name: 'Settings of the tab' }).click();
    expect(await tab.getByLabel('Where should distances be measured from?').inputValue()).toBe('DT1');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await everything();
  });

  test('opens what is personal in the person’s own tab, through a Teams link', async () => {
    const page = await openAs('senco', '&area=channel');
    await addToChannel(page, 'DT1');
    const tab = tabOf(page);
    await tab.getByRole('link', { name: 'My requests (opens in your own tab)' }).click();
    await tab.getByRole('heading', { level: 1, name: 'My requests' }).waitFor();
    expect(page.url()).toContain('subPage=/requests');

    await openAs('senco', '&area=channel', page);
    await tab.locator('main h3 a').first().click();
    await tab.getByRole('button', { name: 'Request this service' }).click();
    await page.waitForURL(/subPage=\/request\//);
    await tab.getByLabel(/own reference/).waitFor();
  });
});

/** Two requests of the SENCO, each with its card in the chat. */
const twoRequests = async (): Promise<readonly [string, string]> => {
  const senco = stack.people.as('senco');
  const { service, basis } = await aService(senco);
  const send = async (billTo: string): Promise<string> => {
    const request = aRequest(sampleSchoolRef, service, basis, { billTo });
    const { price } = await quoteOf(senco, request);
    return (await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: crypto.randomUUID() })).ref;
  };
  return [await send('Finance office'), await send('Governing body')];
};
const heading = (page: Page, ref: string) => tabOf(page).getByRole('heading', { level: 1, name: new RegExp(ref) });

describe('a link to a request on a card', () => {
  const press = async (page: Page, ref: string): Promise<void> => {
    await page.getByRole('tab', { name: /^Chat/ }).click();
    await page
      .locator('.card', { hasText: `Your request ${ref} was sent` })
      .first()
      .getByRole('link', { name: 'Open the request' })
      .click();
  };

  test('E35: opens the second request while the tab shows the first', async () => {
    const [first, second] = await twoRequests();
    const page = await openAs('senco', '&area=chat');
    await press(page, first);
    await heading(page, first).waitFor();
    await press(page, second);
    await heading(page, second).waitFor();
    // Back to the first: its link was taken before, but not last.
    await press(page, first);
    await heading(page, first).waitFor();
  });

  test('E35: never shows the first request for the second where Teams repeats its first link (teams-js#3031), and says so', async () => {
    const [first, second] = await twoRequests();
    const page = await openAs('senco', '&area=chat');
    await page.getByRole('button', { name: 'About this run' }).click();
    await page.getByLabel(/Repeat the first link/).check();
    await page.keyboard.press('Escape');
    await press(page, first);
    await heading(page, first).waitFor();
    await press(page, second);
    const tab = tabOf(page);
    await tab.getByText('Teams may have passed on an older link').waitFor();
    expect(await heading(page, first).count()).toBe(0);
    expect(await accessibilityFaults(await frameOf(page))).toEqual([]);
    // The other request is one step away, and so is the repeated one, by its number.
    await tab.getByRole('link', { name: 'My requests' }).last().click();
    await tab.getByRole('link', { name: new RegExp(second) }).click();
    await heading(page, second).waitFor();
    expect(await tab.getByText('Teams may have passed on an older link').count()).toBe(0);
  });

  test('that was copied opens the stand-in for Teams at that place, and has the page itself for people without the app', async () => {
    const page = await newPage();
    const context = encodeURIComponent(JSON.stringify({ subEntityId: '/services/none' }));
    await page.goto(`${stack.window}/l/entity/any-app/home?webUrl=x&label=y&context=${context}`);
    expect(page.url()).toContain('subPage=/services/none');
  });
});

describe('on a phone', () => {
  /** The tab as narrow as a phone shows it. Its Back is Teams' own, above the tab. */
  const onPhone = async (key: string, subPage: string): Promise<Page> => {
    const page = await openAs(key, `&subPage=${subPage}`);
    await page.getByLabel('Width').selectOption('320 px');
    return page;
  };
  const back = (page: Page) => page.getByRole('button', { name: 'Back', exact: true }).click();
  const left = (page: Page) => page.getByRole('tab', { name: /^Chat/, selected: true }).waitFor();

  test('E42: after filters Back leads from a service to the same results, and then out: no filter is a step of its own', async () => {
    const page = await onPhone('senco', '/directory');
    const tab = tabOf(page);
    await tab.getByLabel(/Postcode or area/).fill('DT1');
    await tab.getByRole('button', { name: 'Search', exact: true }).click();
    await tab.getByRole('heading', { name: /near DT1/ }).waitFor();
    await tab.getByRole('button', { name: 'Show filters' }).click();
    await tab.getByRole('dialog').getByRole('checkbox').first().click();
    await tab.getByRole('button', { name: /^Show \d+ services?$/ }).click();
    const filtered = tab.getByRole('button', { name: 'Show filters (1 in use)' });
    await filtered.waitFor();
    await tab.getByRole('heading', { level: 3 }).getByRole('link').first().click();
    await tab.getByRole('button', { name: 'Request this service' }).waitFor();
    expect(await sidewaysPixels(await frameOf(page))).toBeLessThanOrEqual(0);
    await back(page);
    await filtered.waitFor();
    await back(page);
    await left(page);
  });

  test('E42: after a link to a request there is a way on, and Back leaves the app', async () => {
    const [ref] = await twoRequests();
    const page = await onPhone('senco', `/requests/${ref}`);
    await heading(page, ref).waitFor();
    expect(await sidewaysPixels(await frameOf(page))).toBeLessThanOrEqual(0);
    await tabOf(page).getByRole('link', { name: 'Back to my requests' }).click();
    await tabOf(page).getByRole('heading', { level: 1, name: 'My requests' }).waitFor();
    await back(page);
    await heading(page, ref).waitFor();
    await back(page);
    await left(page);
  });

  test('E42: a link to what is not there, or is not theirs, says so and leads on', async () => {
    const [theirs] = await twoRequests();
    for (const [who, place] of [
      ['senco', '/requests/CO-0000-0000'],
      ['senco', '/services/S-99999'],
      ['other-senco', `/requests/${theirs}`],
    ] as const) {
      const page = await onPhone(who, place);
      await tabOf(page)
        .getByText(/There is no such|not found|could not be/i)
        .first()
        .waitFor();
      await tabOf(page)
        .getByRole('link', { name: /^Back to/ })
        .waitFor();
      await back(page);
      await left(page);
    }
  });
});

describe('the frame of the tab', () => {
  test('E45: a page of somebody else shows nothing of it', async () => {
    const elsewhere = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end(`<iframe src="${stack.tab}/directory"></iframe>`);
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const page = await newPage();
    const refusal = page.waitForEvent('console', { predicate: (message) => message.text().includes('frame-ancestors') });
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    expect((await refusal).text()).toContain(stack.tab);
    expect(
      await page
        .frameLocator('iframe')
        .getByRole('heading', { name: /service/ })
        .count(),
    ).toBe(0);
    elsewhere.close();
  });
});

describe('another client of Microsoft 365', () => {
  test.each([
    ['Outlook', 'Outlook'],
    ['OutlookWin32', 'Outlook'],
    ['Office', 'the Microsoft 365 app'],
  ])('%s shows where the tab works, asks for no token and leads to the same place there', async (client, called) => {
    const page = await newPage(320);
    const tokens: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('/token')) tokens.push(request.url());
    });
    await openAs('senco', `&client=${client}&subPage=/waiting`, page);
    const tab = tabOf(page);
    await tab.getByRole('heading', { level: 1, name: 'AP Framework works in Teams' }).waitFor();
    await tab.getByText(`This is ${called}, which cannot sign you in.`).waitFor();
    expect(await tab.getByRole('link', { name: 'Open in your browser' }).getAttribute('href')).toBe(`${stack.tab}/waiting`);
    const inTeams = await tab.getByRole('link', { name: 'Open in Teams' }).getAttribute('href');
    expect(JSON.parse(new URL(inTeams ?? '').searchParams.get('context') ?? '')).toEqual({ subEntityId: '/waiting' });
    for (const theme of ['Dark', 'High contrast', 'Light']) {
      await page.getByLabel('Theme').selectOption(theme);
      expect(await accessibilityFaults(await frameOf(page))).toEqual([]);
    }
    expect(await sidewaysPixels(await frameOf(page))).toBeLessThanOrEqual(0);
    expect(tokens).toEqual([]);
    await page.close();
  });
});

describe('the pages about the app', () => {
  test.each(['help', 'privacy', 'terms', 'accessibility'])(
    'E48: %s opens without a sign-in, names whom to ask, and fits a phone',
    async (name) => {
      const page = await newPage(320);
      await page.goto(`${stack.tab}/about/${name}.html`);
      await page.getByRole('link', { name: /@/ }).first().waitFor();
      expect(await page.getByRole('link', { name: /@/ }).first().getAttribute('href')).toMatch(/^mailto:/);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0);
      for (const link of await page.getByRole('navigation').getByRole('link').all())
        expect((await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href)).status()).toBe(200);
    },
  );
});
