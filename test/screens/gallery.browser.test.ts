import type { HostTheme } from '@ap/shared/ui/HostAdapter';
import type { Exhibit } from '@ap/shared/ui/testing/gallery/exhibit';
import { gallery } from '@ap/shared/ui/testing/gallery/gallery';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { wcagFaults } from '../support/page-checks.ts';
import { bundleGallery, changeTheme, openGallery, showExhibit } from './gallery-in-browser.ts';
import { cutOff } from './page-layout.ts';

// Every screen in every state, in a real browser: what needs layout and colours. The structure is tested in jsdom, beside the gallery.
// One exhibit after the other: page and axe are loaded once for many. Two pages share the gallery, for a page is drawn by one core.
jest.setTimeout(180_000);

let browser: Browser;
let script: string;
beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundleGallery()]);
});
afterAll(() => browser?.close());

/** Goes through the gallery in windows of this width, and tells the faults found by the name of their exhibit. */
const walk = async (width: number, faultsOf: (page: Page, exhibit: Exhibit) => Promise<readonly string[]>) => {
  const found: Record<string, readonly string[]> = {};
  const left = gallery.values();
  const walkOn = async (): Promise<void> => {
    const page = await openGallery(browser, script, { viewport: { width, height: 900 } });
    // Both take from the same iterator: whoever is free shows the next one.
    for (const exhibit of left) {
      const faults = await faultsOf(page, exhibit);
      if (faults.length > 0) found[exhibit.name] = faults;
    }
    await page.context().close();
  };
  await Promise.all([walkOn(), walkOn()]);
  return found;
};

const backgrounds: Readonly<Record<HostTheme, string>> = { light: 'rgb(255, 255, 255)', dark: 'rgb(41, 41, 41)', contrast: 'rgb(0, 0, 0)' };
const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.querySelector('.fui-FluentProvider') as Element).backgroundColor);

// One theme each: the gallery grows, and all three in one walk came near to the time that a test has.
test.each(['light', 'dark', 'contrast'] as const)(
  'E5: colours follow Teams at once, and everything can be read and hit (WCAG 2.2 AA): %s',
  async (theme) => {
    const found = await walk(1204, async (page, exhibit) => {
      await showExhibit(page, exhibit);
      await changeTheme(page, theme);
      const background = await backgroundOf(page);
      return [...(background === backgrounds[theme] ? [] : [`the background stays ${background}`]), ...(await wcagFaults(page))];
    });
    expect(found).toEqual({});
  },
);

test('R42, E6, E7: fits 320 px, which is 400 % zoom of 1280, with nothing cut off and no accessibility fault', async () => {
  const found = await walk(320, async (page, exhibit) => {
    await showExhibit(page, exhibit);
    return [...(await cutOff(page)), ...(await wcagFaults(page))];
  });
  expect(found).toEqual({});
});

test.each([400, 720, 1204, 1920])('E6: fits at %i px, no sideways scroll', async (width) => {
  const found = await walk(width, async (page, exhibit) => {
    await showExhibit(page, exhibit);
    return cutOff(page);
  });
  expect(found).toEqual({});
});

test('E44: every link that leaves the product says where to, and one that opens a window has the sign for it', async () => {
  const found = await walk(1204, async (page, exhibit) => {
    await showExhibit(page, exhibit);
    return page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        // A telephone number says by itself what it is. On a SharePoint page the address is that of the tab, and a plain click stays here.
        .filter(({ protocol, origin, hostname, target }) => {
          const here = origin === window.location.origin || hostname === 'teams.example';
          return protocol !== 'tel:' && (target !== '' || !here);
        })
        .filter((link) => {
          const told = /\(opens [^)]+\)$/.test(link.textContent ?? '');
          const elsewhere = link.protocol.startsWith('http') && link.hostname !== 'teams.example';
          return !told || (elsewhere && link.querySelector('svg') === null);
        })
        .map(({ outerHTML }) => outerHTML),
    );
  });
  expect(found).toEqual({});
});

test.each([320, 1204])('E7: nothing is cut off at %i px where names are as long as names get', async (width) => {
  const found = await walk(width, async (page, exhibit) => {
    await showExhibit(page, exhibit, 'long');
    return cutOff(page);
  });
  expect(found).toEqual({});
});

test('R40: the warning about a name does not take the click from the button that is pressed straight after typing', async () => {
  const exhibit = gallery.find(({ name }) => name === 'enquiry, ending it');
  if (!exhibit) throw new Error('There is no such exhibit.');
  const page = await openGallery(browser, script, { viewport: { width: 1204, height: 900 } });
  await showExhibit(page, exhibit);
  await page.getByRole('textbox', { name: 'Why is it ended?' }).fill('Jack Smith has moved.');
  const button = page.getByRole('button', { name: 'End without a choice' });
  const box = await button.boundingBox();
  if (!box) throw new Error('The button is not on the page.');
  // As a hand does it: the button is where it was seen, and is held for a moment.
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect((await button.boundingBox())?.y).toBe(box.y);
  await page.mouse.up();
  await page.getByRole('group', { name: 'There is a problem' }).waitFor({ timeout: 3_000 });
  await page.context().close();
});

test('R40: a box that is left by the keyboard, or by a click elsewhere, tells of a name at once', async () => {
  const exhibit = gallery.find(({ name }) => name === 'enquiry, ending it');
  if (!exhibit) throw new Error('There is no such exhibit.');
  const page = await openGallery(browser, script, { viewport: { width: 1204, height: 900 } });
  for (const leave of [() => page.keyboard.press('Tab'), () => page.getByRole('heading', { level: 1 }).click()]) {
    await showExhibit(page, exhibit);
    await page.getByRole('textbox', { name: 'Why is it ended?' }).fill('Jack Smith has moved.');
    await leave();
    await page.getByText('This text seems to contain').waitFor({ timeout: 3_000 });
  }
  await page.context().close();
});
