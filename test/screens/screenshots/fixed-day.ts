import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '@ap/local/launch/project-folder';
import type { BrowserContext } from 'playwright-core';

/**
 * The day of every picture. It lies in the past, within the 13 months for which the certificates made on that day hold. Move it on, and
 * every picture changes.
 */
const day = '2026-11-25';
const opens = `${day}T10:00:00.000Z`;
/** What every clock on a picture says, however long the machine took to get there. London is at Greenwich then. */
const shown = `${day}T10:15:00.000Z`;

/** Turns back the clock of the programs that this one starts from now on: the product, the tenant, the storage and the sample all live on the day. */
export const turnBackClocks = async (): Promise<void> => {
  const clock = pathToFileURL(path.join(projectFolder, 'test/screens/screenshots/shifted-clock.mjs')).href;
  process.env.AP_CLOCK_SHIFT = String(Date.parse(opens) - Date.now());
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${clock}`.trim();
  // This program too: it serves the stand-in window and asks for tokens.
  await import(clock);
};

const settled = (text: string): string =>
  text.replace(new RegExp(`${day}T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z`, 'g'), shown).replace(/\b10:\d\dam\b/g, '10:15am');

/** Stops the clock of the pages, and sets each moment of the day that they are told to the same one. */
export const stopClockOf = async (context: BrowserContext, origins: readonly string[]): Promise<void> => {
  await context.clock.setFixedTime(shown);
  await context.route(
    (url) => origins.includes(url.origin),
    async (route) => {
      // A page that did not come from this machine could not show the tab, which does.
      if (route.request().resourceType() !== 'fetch') return route.continue();
      const reply = await route.fetch();
      if (!reply.headers()['content-type']?.includes('json')) return route.fulfill({ response: reply });
      return route.fulfill({ response: reply, body: settled(await reply.text()) });
    },
  );
};
