import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { patience } from './patience.ts';

/** The Chromium of this machine, with `more` arguments. Throws with the command to type when there is none: a browser test is never skipped silently. */
export const launchChromium = (more: readonly string[] = []): Promise<Browser> => {
  const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  if (!executablePath) throw new Error('No Chromium was found: type `sudo apt-get install chromium`, or set CHROMIUM_PATH.');
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args: [...quiet, ...more] });
};

/** A page in a window of its own, nothing shared with another. An error that a script of the page does not catch fails the test. */
export const newPageOf = async (browser: Browser, width = 1280): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
  page.setDefaultTimeout(patience);
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
};
