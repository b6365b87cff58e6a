import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { runningStack, type TestStack } from './running-stack.ts';

/** Before the tests of a file: these parts of a stack, and a browser in front of them. Both end with the file, also where the other did not come up. */
export const beginInBrowser = (
  parts: Parameters<typeof runningStack>[0],
  take: (opened: { readonly stack: TestStack; readonly browser: Browser }) => void,
): void => {
  let stack: TestStack | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    stack = await runningStack(parts);
    browser = await launchChromium();
    take({ stack, browser });
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
};
