import type { HostTheme } from '@ap/shared/ui/HostAdapter';
import type { Exhibit } from '@ap/shared/ui/testing/gallery/exhibit';
import { gallery } from '@ap/shared/ui/testing/gallery/gallery';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { allFaults, colourFaults, wcagFaults } from '../support/page-checks.ts';
import { bundleGallery, changeTheme, openGallery, showExhibit } from './gallery-in-browser.ts';
import { cutOff } from './page-layout.ts';

// Every screen in every state, in a real browser: what needs layout and colours. What needs neither is tested in jsdom, beside the gallery.
// Each exhibit is shown a few times and held against everything there, for showing it costs more than looking; the tests then tell what was found.
// Two pages share the gallery, for a page is drawn by one core.
const widths = [320, 400, 720, 1204, 1920] as const;
const backgrounds: Readonly<Record<HostTheme, string>> = { light: 'rgb(255, 255, 255)', dark: 'rgb(41, 41, 41)', contrast: 'rgb(0, 0, 0)' };
type Question = HostTheme | (typeof widths)[number] | 'long names at 320' | 'long names at 1204' | 'access at 320' | 'links';

let browser: Browser;
let script: string;
const faults = new Map<Question, Record<string, readonly string[]>>();
const tell = (question: Question, { name }: Exhibit, found: readonly string[]): void => {
  if (found.length > 0) faults.set(question, { ...faults.get(question), [name]: [...(faults.get(question)?.[name] ?? []), ...found] });
};

beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundleGallery()]);
  const left = gallery.values();
  const walkOn = async (): Promise<void> => {
    const page = await openGallery(browser, script, {});
    // Both take from the same iterator: whoever is free shows the next one.
    for (const exhibit of left) await lookAt(page, exhibit);
    await page.context().close();
  };
  await Promise.all([walkOn(), walkOn()]);
}, 1_200_000);
afterAll(() => browser?.close());

const lookAt = async (page: Page, exhibit: Exhibit): Promise<void> => {
  const narrow = async (width: number): Promise<void> => {
    await page.setViewportSize({ width, height: 900 });
    // What asks for the width of the window learns of it with the next frame, and draws with the one after.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  };
  await narrow(320);
  await showExhibit(page, exhibit);
  tell(320, exhibit, await cutOff(page));
  tell('access at 320', exhibit, await wcagFaults(page));
  await showExhibit(page, exhibit, 'long');
  tell('long names at 320', exhibit, await cutOff(page));
  await narrow(1204);
  tell('long names at 1204', exhibit, await cutOff(page));

  await showExhibit(page, exhibit);
  for (const width of [400, 720, 1920, 1204] as const) {
    await narrow(width);
    tell(width, exhibit, await cutOff(page));
  }
  tell('links', exhibit, await linksThatDoNotSay(page));
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await changeTheme(page, theme);
    const background = await backgroundOf(page);
    if (background !== backgrounds[theme]) tell(theme, exhibit, [`the background stays ${background}`]);
    tell(theme, exhibit, await (theme === 'light' ? allFaults(page) : colourFaults(page)));
  }
  await changeTheme(page, 'light');
};

const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.querySelector('.fui-FluentProvider') as Element).backgroundColor);

const linksThatDoNotSay = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
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

const foundBy = (question: Question) => faults.get(question) ?? {};

test.each(['light', 'dark', 'contrast'] as const)(
  'E5: colours follow Teams at once, and everything can be read and hit (WCAG 2.2 AA): %s',
  (theme) => expect(foundBy(theme)).toEqual({}),
);

test('R42, E6, E7: 320 px, which is 400 % zoom of 1280, have no accessibility fault', () => expect(foundBy('access at 320')).toEqual({}));

test.each(widths)('E6: fits at %i px, with nothing cut off and no sideways scroll', (width) => expect(foundBy(width)).toEqual({}));

test('E44: every link that leaves the product says where to, and one that opens a window has the sign for it', () =>
  expect(foundBy('links')).toEqual({}));

test.each([320, 1204] as const)('E7: nothing is cut off at %i px where names are as long as names get', (width) =>
  expect(foundBy(`long names at ${width}`)).toEqual({}),
);

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
  await page.getByRole('group', { name: 'There is a problem' }).waitFor();
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
    await page.getByText('This text seems to contain').waitFor();
  }
  await page.context().close();
});
