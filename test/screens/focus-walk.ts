import type { Page } from 'playwright-core';
import { changedPixels } from '../support/pixels.ts';

/** One element that the Tab key reached. */
export interface Stop {
  readonly told: string;
  /** What makes two elements look alike: elements of one kind show their focus alike. */
  readonly kind: string;
  /** In pixels from the top left of the page. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** In the markup it stands after the stop before it. */
  readonly follows: boolean;
  /** It is the first stop again: the walk is over. */
  readonly again: boolean;
  /** Something else lies over its middle. */
  readonly covered: boolean;
}

const stopHere = (page: Page): Promise<Stop | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    // What is seen of a checkbox is drawn beside the input, which lies over it and cannot be seen.
    const { x, y, width, height } = element.getBoundingClientRect();
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
    const told = `${element.tagName.toLowerCase()} '${name || element.getAttribute('name') || element.id}'`;
    const kind = `${element.tagName} ${element.getAttribute('type')} ${element.className}`;
    // The middle of what the window shows of it.
    const middle = (from: number, length: number, window: number) => (Math.max(0, from) + Math.min(from + length, window)) / 2;
    const over = document.elementFromPoint(middle(x, width, window.innerWidth), middle(y, height, window.innerHeight));
    const covered = !over || !(element.contains(over) || over.contains(element) || over.closest('label') !== null);
    // By the page, not by the window: the page scrolls to what has the focus.
    const box = { x: x + window.scrollX, y: y + window.scrollY, width, height };
    // Compared at once: parts of the page that come late would shift a number.
    const walk = window as unknown as { firstStop?: Element; lastStop?: Element };
    const last = walk.lastStop?.isConnected ? walk.lastStop : undefined;
    const follows = !last || (last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const again = walk.firstStop === element;
    walk.firstStop ??= element;
    walk.lastStop = element;
    return { told, kind, box, follows, again, covered };
  });

/** Presses Tab from the top of the page, or of the dialog over it, to its end, and tells each stop to `at` while the focus is there. */
export const walkByTab = async (page: Page, at: (stop: Stop) => Promise<void>): Promise<readonly Stop[]> => {
  await page.evaluate(() => {
    const top = document.createElement('span');
    top.tabIndex = -1;
    (document.querySelector('dialog[open]') ?? document.body).prepend(top);
    top.focus();
    top.remove();
    Object.assign(window, { firstStop: undefined, lastStop: undefined });
  });
  const stops: Stop[] = [];
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab');
    const stop = await stopHere(page);
    // Past the end a browser leaves the page, or begins again.
    if (!stop || stop.again) return stops;
    stops.push(stop);
    await at(stop);
  }
  throw new Error(
    `The Tab key does not leave the page: ${stops
      .slice(-5)
      .map(({ told }) => told)
      .join(', ')}`,
  );
};

/** The part of a picture of the whole page that shows an element and what is drawn around it. */
export const around = ({ x, y, width, height }: Stop['box']) => {
  const [left, top] = [Math.max(0, x - 6), Math.max(0, y - 6)];
  return { x: left, y: top, width: x + width + 6 - left, height: y + height + 6 - top };
};

/**
 * How many pixels in and around the focused element look other without the focus, by a contrast of 3:1 (WCAG 2.2, 2.4.13). The focus is
 * taken from it. On a busy machine a picture can be of the frame before, and what comes late moves the element: of three tries the clearest counts.
 * The picture is of the window, which shows what has the focus: one of the whole page resizes it, and a screen that changes to its narrow form is made anew.
 */
export const focusPixels = async (page: Page): Promise<number> => {
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  const boxNow = () =>
    element.evaluate((focused) => {
      const { x, y, width, height } = focused.getBoundingClientRect();
      return { x, y, width, height };
    });
  const picture = async (clip: Stop['box']): Promise<Buffer> => {
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    return page.screenshot({ clip, animations: 'disabled' });
  };
  let most = 0;
  for (let tries = 0, width = 1; tries < 3 && most < width; tries++) {
    await element.evaluate((focused) => {
      focused.focus();
      focused.scrollIntoView({ block: 'center' });
    });
    const box = await boxNow();
    width = box.width;
    const clip = around(box);
    const focused = await picture(clip);
    await element.evaluate((focused) => focused.blur());
    most = Math.max(most, await changedPixels(page, focused, await picture(clip), 3));
  }
  return most;
};
