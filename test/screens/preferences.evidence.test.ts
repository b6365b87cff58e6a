import type { HostTheme } from '@ap/shared/ui/HostAdapter';
import type { Exhibit } from '@ap/shared/ui/testing/gallery/exhibit';
import { gallery } from '@ap/shared/ui/testing/gallery/gallery';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { changedPixels } from '../support/pixels.ts';
import { around, focusPixels, type Stop, walkByTab } from './focus-walk.ts';
import { bundleGallery, changeTheme, holdStill, openGallery, showExhibit } from './gallery-in-browser.ts';

// What people set in their system, and how they move about: by keyboard, with colours of their own, without motion.
let browser: Browser;
let script: string;
beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundleGallery()]);
});
afterAll(() => browser?.close());

const exhibitOf = (name: string): Exhibit => {
  const exhibit = gallery.find((known) => known.name === name);
  if (!exhibit) throw new Error(`The gallery has no exhibit '${name}'.`);
  return exhibit;
};

const withPage = async <T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> => {
  const page = await openGallery(browser, script, options);
  try {
    return await use(page);
  } finally {
    await page.context().close();
  }
};

/** One screen of each shape: between them they hold every control that the product uses. */
const walked = [
  'directory',
  'service',
  'form, the pupil, several schools',
  'form, the pupil, nothing answered',
  'form, who pays',
  'form, the days',
  'form, why',
  'form, check',
  'form, kept on the device',
  'my requests',
  'request, to decide',
  'request, returned',
  'request, withdrawn just now',
  'access, of a contact',
  'access, of a contact, ending one',
  'access, found schools',
  'concern, whom to ring',
  'concern, what it is about',
  'commissioning',
  'provider changes, refusing',
  'provider changes, found providers',
  'import',
  'import, checked, not confirmed',
  'import, running',
  'passport, passing a check',
  'sheet',
  'award, sending the agreement',
].map(exhibitOf);

/** Reading goes down, or to the right where columns stand beside each other; and the order of the page is that of the markup. */
const backwards = (stops: readonly Stop[]): readonly string[] =>
  stops.slice(1).flatMap((next, position) => {
    const before = stops[position] as Stop;
    const above = next.box.y + next.box.height <= before.box.y;
    const toTheRight = next.box.x >= before.box.x + before.box.width;
    return !next.follows || (above && !toTheRight) ? [`from ${before.told} back to ${next.told}`] : [];
  });

const ways: readonly (readonly [string, BrowserContextOptions, HostTheme])[] = [
  ['in the default theme', {}, 'light'],
  ['in the dark theme', {}, 'dark'],
  ['in high contrast of Teams', {}, 'contrast'],
  ['in forced colours of the system', { forcedColors: 'active' }, 'light'],
  ['on a phone', { viewport: { width: 320, height: 640 } }, 'light'],
];

test.each(ways)('E41: by keyboard the focus goes as one reads, is never covered, and is seen %s', async (_, options, theme) => {
  const found = await withPage(options, async (page) => {
    const faults: Record<string, readonly string[]> = {};
    const seen = new Set<string>();
    for (const exhibit of walked) {
      await showExhibit(page, exhibit);
      await changeTheme(page, theme);
      await holdStill(page);
      const here: string[] = [];
      const stops = await walkByTab(page, async (stop) => {
        if (stop.covered) here.push(`${stop.told} is covered`);
        if (seen.has(stop.kind)) return;
        seen.add(stop.kind);
        const changed = await focusPixels(page);
        // One of its long sides, at least, stands out by 3:1. Corners are round.
        if (changed < stop.box.width * 0.9) here.push(`${stop.told}: ${changed} pixels show its focus, it is ${stop.box.width} wide`);
      });
      if (stops.length < 2) here.push(`only ${stops.length} stops`);
      here.push(...backwards(stops));
      if (here.length > 0) faults[exhibit.name] = here;
    }
    return faults;
  });
  expect(found).toEqual({});
});

/** A picture of one element and what is drawn around it, in the colours that the system forces on the page. */
const inForcedColours = (name: string, pictureOf: (page: Page) => Promise<Buffer>): Promise<Buffer> =>
  withPage({ forcedColors: 'active' }, async (page) => {
    await showExhibit(page, exhibitOf(name));
    return pictureOf(page);
  });
const link = (name: string) => async (page: Page) => {
  const box = await page.getByRole('link', { name, exact: true }).boundingBox();
  if (!box) throw new Error(`There is no link '${name}'.`);
  return page.screenshot({ clip: around(box), fullPage: true, animations: 'disabled' });
};
const different = (one: Buffer, other: Buffer): Promise<number> => withPage({}, (page) => changedPixels(page, one, other, 3));

describe('E5: what is chosen is seen without our colours, too', () => {
  test.each([
    ['the room that one is in', 'directory', 'my requests', 'Directory', 60],
    ['the page of results that one reads', 'directory', 'directory, narrowed', 'Page 2 of 3', 25],
  ])('%s', async (_, one, other, name, least) => {
    expect(await different(await inForcedColours(one, link(name)), await inForcedColours(other, link(name)))).toBeGreaterThan(least);
  });

  test.each([
    ['a checkbox', 'directory', 'checkbox'],
    ['a choice of several', 'form, the pupil', 'radio'],
  ] as const)('%s', async (_, name, role) => {
    const [plain, chosen] = await withPage({ forcedColors: 'active' }, async (page) => {
      await showExhibit(page, exhibitOf(name));
      const box = await page.getByRole(role).first().boundingBox();
      if (!box) throw new Error(`There is no ${role}.`);
      const picture = () => page.screenshot({ clip: around(box), fullPage: true, animations: 'disabled' });
      const before = await picture();
      await page.getByRole(role).first().check();
      await page.mouse.move(0, 0);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      return [before, await picture()] as const;
    });
    expect(await different(plain, chosen)).toBeGreaterThan(15);
  });
});

/** Everything on the page that moves, or would when it changes, for longer than one frame. */
const moves = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seconds = (list: string) => Math.max(...list.split(',').map(Number.parseFloat));
    const found = [...document.querySelectorAll('body, body *')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((part) => {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element, part);
        const moving =
          seconds(transitionDuration) > 0.01 ||
          (animationName !== 'none' && seconds(animationDuration) > 0.01) ||
          scrollBehavior === 'smooth';
        return moving ? [`${element.tagName.toLowerCase()} ${element.className} ${part ?? ''}`] : [];
      }),
    );
    return [...new Set(found)];
  });

test('whoever asked the system for less motion sees none: no animation and no transition is longer than a frame', async () => {
  const found = await withPage({ reducedMotion: 'reduce' }, async (page) => {
    const faults: Record<string, readonly string[]> = {};
    for (const exhibit of gallery) {
      await showExhibit(page, exhibit);
      const here = await moves(page);
      if (here.length > 0) faults[exhibit.name] = here;
    }
    return faults;
  });
  expect(found).toEqual({});
});

test('for everybody else waiting is seen to move, so that the test above can fail', async () => {
  const found = await withPage({ reducedMotion: 'no-preference' }, async (page) => {
    await showExhibit(page, exhibitOf('my requests, loading'));
    return moves(page);
  });
  expect(found).not.toEqual([]);
});
