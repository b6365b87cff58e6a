import { samplePerson } from '@ap/local/sample/people';
import type { ComponentManifest } from '@ap/local/web-part/packaged-files';
import type { Page } from 'playwright-core';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { askForService, fillRequest } from '../support/fill-request.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import { sectionThemes } from './section-themes.ts';
import { type OpenPage, unknownUri, type WebPartSite, webPartSite } from './web-part-page.ts';

let site: WebPartSite;
let open: OpenPage;
let page: Page;
beforeAll(async () => {
  site = await webPartSite();
});
afterAll(() => site?.stop(), 60_000);
beforeEach(async () => {
  open = await site.open('senco');
  page = open.page;
});
afterEach(async () => {
  await open.close();
  expect(open.faults).toEqual([]);
});

const found = (screen: Pick<Page, 'getByRole'> = page) => screen.getByRole('heading', { name: /^\d+ services? (near|within)/ }).waitFor();
const backgroundOf = (id: string) =>
  page.evaluate((part) => getComputedStyle(document.querySelector(`#${part} .fui-FluentProvider`) as Element).backgroundColor, id);

/** The path that a deep link opens in the tab. */
const pathIn = (link: string): string => {
  const { searchParams } = new URL(link);
  return (JSON.parse(searchParams.get('context') ?? '{}') as { subEntityId: string }).subEntityId;
};

describe('the journey from a SharePoint page', () => {
  test('search, service, form with its price, draft on the server; then the draft opens in the tab, and is sent there', async () => {
    await open.add();
    await found();
    await open.picture('1-directory');
    await askForService(page, 'Hair and beauty studio');
    await fillRequest(page, 'P-0158');
    const goOn = page.getByRole('link', { name: 'Go on in Teams (opens in a new tab)' });
    await goOn.waitFor();
    expect(await page.getByRole('button', { name: /^Send/ }).count()).toBe(0);
    expect(await page.getByText('You cannot send the request from here: Teams is where it is sent.', { exact: false }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await open.picture('2-check-answers');

    await goOn.click();
    const link = (await open.told()).opened[0] ?? '';
    const { drafts } = await site.stack.people.as('senco').listDrafts({});
    expect(drafts.map(({ answers }) => [answers.pupilRef, answers.step])).toEqual([['P-0158', 'check']]);
    expect(pathIn(link)).toBe(`/request/${drafts[0]?.draftId}?service=${drafts[0]?.serviceRef}&step=check`);
    expect(new URL(link).searchParams.get('webUrl')).toBe(`${site.stack.tab}${pathIn(link)}`);

    const { tenantId, userId } = samplePerson('senco');
    const tab = await (await site.browser.newContext()).newPage();
    await tab.goto(`${site.stack.window}/?as=${tenantId}/${userId}&subPage=${encodeURIComponent(pathIn(link))}`);
    const inTab = tab.frameLocator('iframe').first();
    await inTab.getByText('P-0158').first().waitFor();
    await inTab.getByRole('button', { name: 'Send request' }).click();
    await inTab
      .getByText(/CO-[0-9A-Z]{4}-[0-9A-Z]{4}/)
      .first()
      .waitFor();
    await tab.context().close();

    await page.getByRole('link', { name: 'My requests', exact: true }).click();
    await page.getByRole('link', { name: /Hair and beauty studio/ }).click();
    await page.getByRole('link', { name: 'Open it in Teams to act on it (opens in a new tab)' }).waitFor();
    expect(await page.getByRole('button', { name: /Withdraw|Approve|Send/ }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await open.picture('3-request');
  });

  test('a draft of the web part goes on where it stopped, and what only the tab does opens there', async () => {
    await open.add();
    await askForService(page, 'Hair and beauty studio');
    await page.getByLabel(/own reference/).fill('P-0159');
    await page.getByText(/^Saved at/).waitFor();
    await page.getByRole('link', { name: 'My requests', exact: true }).click();
    await page
      .getByRole('link', { name: /^Continue/ })
      .first()
      .click();
    await page.getByLabel(/own reference/).waitFor();
    expect(await page.getByLabel(/own reference/).inputValue()).toBe('P-0159');
    await page.getByRole('link', { name: 'Waiting for me (opens in Teams)' }).click();
    await page.getByRole('link', { name: 'Access (opens in Teams)' }).click();
    expect((await open.told()).opened.map(pathIn)).toEqual(['/waiting', '/access']);
    expect(page.url()).toBe(`${new URL(page.url()).origin}/`);
  });
});

describe('what the client of the web part may do', () => {
  test('an approver reads what waits, and the API refuses a decision with the token of the web part', async () => {
    const senco = site.stack.people.as('senco');
    const { service, basis } = await aService(senco);
    const request = aRequest('113855', service, basis);
    const { price } = await quoteOf(senco, request);
    const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: crypto.randomUUID() });
    const head = await site.open('head-teacher');
    await head.add();
    await head.page.getByRole('link', { name: /^Waiting for me \(\d+\) \(opens in Teams\)/ }).waitFor();
    const answer = await head.page.evaluate(
      async ({ api, path }) => {
        const token = await (window as unknown as { tokenFor: (uri: string) => Promise<string> }).tokenFor(
          window.sharePoint.tokensAsked[0] ?? '',
        );
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
        const body = JSON.stringify({ verdict: 'approve', seen: { round: 1, step: 0 } });
        const response = await fetch(`${api}${path}`, { method: 'POST', headers, body });
        return [response.status, ((await response.json()) as { code: string }).code];
      },
      { api: site.stack.api, path: `/call-offs/${ref}/decision` },
    );
    expect(answer).toEqual([403, 'client-not-allowed']);
    await head.close();
    expect((await senco.getCallOff({ params: { ref } })).status).toBe('awaiting-approval');
  });
});

describe('on the page', () => {
  test.each(Object.entries(sectionThemes))('E43: it can be read in a %s section, and follows it when it changes', async (name, theme) => {
    await open.add({ theme });
    await found();
    const { bodyBackground = '' } = theme.semanticColors;
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(bodyBackground.slice(at, at + 2), 16));
    expect(await backgroundOf('part-1')).toBe(`rgb(${red}, ${green}, ${blue})`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await open.picture(`section-${name}`);
    await page.evaluate((plain) => window.sharePoint.changeTheme('part-1', plain), sectionThemes.plain);
    expect(await backgroundOf('part-1')).toBe('rgb(255, 255, 255)');
  });

  test.each([
    ['a column of 320 pixels on a wide page', '320px', 1280],
    ['a phone of 320 pixels', '100%', 320],
    ['a full-width section of 1920 pixels', '100%', 1920],
  ])('E43: %s: nothing scrolls sideways, nothing is cut off', async (name, width, window) => {
    await page.setViewportSize({ width: window, height: 900 });
    if (window > 1204) await page.evaluate(() => document.body.classList.add('full'));
    await open.add({ width });
    await found();
    await open.picture(`width-${name.replaceAll(' ', '-')}`);
    const wider = () =>
      page.evaluate(() => {
        const part = document.querySelector('#part-1') as HTMLElement;
        return part.scrollWidth - part.clientWidth;
      });
    expect([await sidewaysPixels(page), await wider()]).toEqual([0, 0]);
    expect(await page.getByRole('button', { name: /^Show filters/ }).count()).toBe(width === '320px' || window === 320 ? 1 : 0);
    await page.getByRole('listitem').getByRole('heading').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Request this service' }).waitFor();
    await open.picture(`width-${name.replaceAll(' ', '-')}-service`);
    expect([await sidewaysPixels(page), await wider()]).toEqual([0, 0]);
    await page.getByRole('button', { name: 'Request this service' }).click();
    await page.getByLabel(/own reference/).waitFor();
    expect([await sidewaysPixels(page), await wider()]).toEqual([0, 0]);
    await open.picture(`width-${name.replaceAll(' ', '-')}-form`);
  });

  test('E43: two stand on one page, each in its own section and with its own search; one goes and leaves nothing behind', async () => {
    await open.add({ id: 'part-1' });
    await open.add({ id: 'part-2', theme: sectionThemes.strong, properties: { layout: 'compact', radius: '10' } });
    const [first, second] = [page.locator('#part-1'), page.locator('#part-2')];
    await first.getByRole('heading', { name: /^\d+ services? near/ }).waitFor();
    await second.getByRole('heading', { name: /^\d+ services? within 10 miles/ }).waitFor();
    expect([await backgroundOf('part-1'), await backgroundOf('part-2')]).toEqual(['rgb(255, 255, 255)', 'rgb(11, 85, 106)']);
    expect(await second.getByRole('button', { name: /^Show filters/ }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await open.picture('two-on-one-page');
    await page.evaluate(() => window.sharePoint.remove('part-2'));
    const left = await page.evaluate(
      () => [...document.querySelectorAll('.fui-FluentProvider')].filter((root) => !root.closest('#part-1')).length,
    );
    await first.getByRole('link', { name: 'My requests', exact: true }).click();
    await first.getByRole('heading', { level: 2, name: 'My requests' }).waitFor();
    await page.evaluate(() => window.sharePoint.remove('part-1'));
    const after = await page.evaluate(() => [...document.querySelectorAll('.fui-FluentProvider')].length);
    expect(after).toBeLessThanOrEqual(left);
    expect(after).toBe(0);
  });

  test('where it is alone, Back and a bookmark work by the fragment, and SharePoint keeps the rest of the address', async () => {
    const instanceId = '83e5b496-17ac-4203-bf4d-95061728394a';
    await page.evaluate(() => window.history.replaceState({ spPageId: 7 }, '', '/?web=1#contact'));
    await open.add({ instanceId, properties: { placeInAddress: true } });
    await found();
    await page.getByRole('link', { name: 'My requests', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'My requests' }).waitFor();
    expect(page.url()).toMatch(/\/\?web=1#contact&ap-83e5b496=%2Frequests$/);
    await page.goBack();
    await found();
    await page.goForward();
    await page.getByRole('heading', { level: 2, name: 'My requests' }).waitFor();
    await page.evaluate(() => window.sharePoint.remove('part-1'));
    await open.add({ instanceId, properties: { placeInAddress: true } });
    await page.getByRole('heading', { level: 2, name: 'My requests' }).waitFor();
  });

  test('E48: help and the accessibility statement are one click away, and can be read without signing in', async () => {
    await open.add();
    await found();
    await page.getByRole('link', { name: 'Help (opens in a new window)' }).click();
    await page.getByRole('link', { name: 'Accessibility statement (opens in a new window)' }).click();
    const { opened } = await open.told();
    expect(opened).toEqual([`${site.stack.tab}/about/help.html`, `${site.stack.tab}/about/accessibility.html`]);
    const answers = await Promise.all(opened.map(async (url) => fetch(url)));
    expect(await Promise.all(answers.map(async (answer) => /<h1>(.*)<\/h1>/.exec(await answer.text())?.[1]))).toEqual([
      'Help',
      'Accessibility',
    ]);
  });

  test("row 65: set to open with notices it shows those of the visitor's school, with the directory one click away", async () => {
    const writing = site.stack.people.managing('commissioner');
    const draft = { params: { ref: 'NO-2018-05-14' } };
    const { version } = await writing.getManagedNotice(draft);
    await writing.actOnNotice({ ...draft, body: { kind: 'publish-notice', seen: version }, key: crypto.randomUUID() });
    await open.add({ width: '320px', properties: { opensWith: 'notices' } });
    await page.getByRole('list', { name: 'Notices' }).getByRole('link').click();
    await page.getByText('Shown until', { exact: false }).waitFor();
    expect(await page.getByRole('link', { name: /\(opens your mail\)/ }).getAttribute('href')).toMatch(/^mailto:.+@/);
    expect([await sidewaysPixels(page), await accessibilityFaults(page)]).toEqual([0, []]);
    await open.picture('notice');
    await page.getByRole('link', { name: 'All notices' }).click();
    await page.getByRole('heading', { name: 'Notices' }).waitFor();
    await page.getByRole('link', { name: 'Events (opens in Teams)' }).click();
    expect((await open.told()).opened.map(pathIn)).toEqual(['/notices/events']);
    await page.getByRole('link', { name: 'Directory', exact: true }).click();
    await found();
  });

  test("in Teams it wears Teams' high contrast, and Teams opens its own links", async () => {
    await open.add({ teamsTheme: 'contrast', theme: sectionThemes.dark });
    await found();
    expect(await backgroundOf('part-1')).toBe('rgb(0, 0, 0)');
    await page.getByRole('link', { name: 'Access (opens in Teams)' }).click();
    const { opened, openedByTeams } = await open.told();
    expect([opened, openedByTeams.map(pathIn)]).toEqual([[], ['/access']]);
    await open.picture('teams-contrast');
  });
});

describe('its settings', () => {
  test('E43: before they are there, a reader is told so and an editor is led to the pane; nobody is asked for a token', async () => {
    const nothing = { apiAddress: '', applicationIdUri: '', pagesAddress: '', teamsAppId: '' };
    await open.add({ id: 'reader', properties: nothing });
    await open.add({ id: 'editor', properties: nothing, edit: true });
    await page.locator('#reader').getByText('It is not set up on this page yet.').waitFor();
    await page.locator('#editor').getByRole('button', { name: 'Configure' }).click();
    const { tokensAsked, panesOpened } = await open.told();
    expect([tokensAsked, panesOpened]).toEqual([[], 1]);
    await open.picture('not-set-up');
  });

  test('what is wrong with them is said in the web part, and Apply mends it', async () => {
    await open.add({ edit: true, properties: { apiAddress: 'http://ap-api.example/api', pagesAddress: 'https://pages.example/tab' } });
    await page.getByText('Enter the address of the API, beginning with https://').waitFor();
    await page.getByText('Enter the address of the signed-in pages, beginning with https:// and without a path').waitFor();
    await open.picture('wrong-settings');
    await page.evaluate((right) => window.sharePoint.apply('part-1', right), site.properties);
    await found();
  });

  test('a token for the API goes to no host but the one that the URI names', async () => {
    await open.add({ edit: true, properties: { apiAddress: 'https://elsewhere.example/api' } });
    await page.getByText('The URI must name the host of the API address: api://elsewhere.example/', { exact: false }).waitFor();
    expect((await open.told()).tokensAsked).toEqual([]);
  });

  test('a URI that Microsoft 365 does not know is told as a fault of the settings, not of the person', async () => {
    await open.add({ properties: { applicationIdUri: unknownUri(site.stack.api) } });
    await page.getByText('Microsoft 365 does not know the application ID URI that is set in this web part.').first().waitFor();
    await open.picture('unknown-uri');
  });

  test('the pane offers the lots of the register; the chosen lot, distance and layout are what the directory opens with', async () => {
    await open.add({ edit: true });
    await found();
    const lots = async () => {
      const pane = await page.evaluate(() => window.sharePoint.pane('part-1'));
      return pane.find(({ target }) => target === 'lot')?.options?.map(({ key }) => key) ?? [];
    };
    await page.waitForFunction(() => (window.sharePoint.pane('part-1').find(({ target }) => target === 'lot')?.options ?? []).length > 1);
    const [all, lot = ''] = await lots();
    expect([all, lot]).toEqual(['', expect.stringMatching(/./)]);
    await page.evaluate((chosen) => window.sharePoint.apply('part-1', chosen), { lot, radius: '20', layout: 'compact' });
    await page.getByRole('heading', { name: /services? within 20 miles of/ }).waitFor();
    await page.getByRole('button', { name: 'Show filters (2 in use)' }).waitFor();
    await open.picture('compact');
  });
});

test('the package asks for our API only, and is offered where the manifest says', () => {
  const { appManifest, manifest } = site.files;
  const asked = appManifest.match(/<WebApiPermissionRequest [^>]*>/g) ?? [];
  expect(asked).toEqual([expect.stringMatching(/ResourceId="AP Framework API" Scope="access_as_user"/)]);
  const expected: Partial<ComponentManifest> = {
    supportedHosts: ['SharePointWebPart', 'SharePointFullPage', 'TeamsTab', 'TeamsPersonalApp'],
    supportsThemeVariants: true,
    supportsFullBleed: true,
  };
  expect(manifest).toMatchObject(expected);
});
