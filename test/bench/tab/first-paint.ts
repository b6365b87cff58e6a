import type { Browser, Frame, Page } from 'playwright-core';

/** A school's connection and laptop on a bad day. */
const profile = { latencyMs: 150, downBitsPerSecond: 1_600_000, upBitsPerSecond: 750_000, timesSlowerCpu: 4 };

export interface FirstPaint {
  /** Largest contentful paint of the tab's frame, in ms since the frame began to load. */
  readonly lcp: number;
  /** What was painted. */
  readonly what: string;
  /** First contentful paint, in ms: the words that stand until the code has arrived. */
  readonly fcp: number;
  /** When the results were on screen, in ms. */
  readonly results: number;
  /** Sum of shifts of the layout. 0.1 is what the Web Vitals call good. */
  readonly shift: number;
  /** The scripts that the frame had fetched by then, without their folder. */
  readonly scripts: readonly string[];
}

const openTab = async (page: Page, windowUrl: string, tabUrl: string): Promise<Frame> => {
  const arrived = page.waitForEvent('framenavigated', (frame) => frame.url().startsWith(tabUrl));
  await page.goto(windowUrl);
  return arrived;
};

interface Entry {
  readonly startTime: number;
  /** Of a shift. */
  readonly value: number;
  /** Of what was painted. */
  readonly text: string;
}

/** What the browser has recorded of a kind so far; nothing after a second when there is none. */
const entriesOf = (frame: Frame, type: string): Promise<readonly Entry[]> =>
  frame.evaluate(
    (kind) =>
      new Promise<Entry[]>((resolve) => {
        setTimeout(() => resolve([]), 1000);
        new PerformanceObserver((list) =>
          resolve(
            (list.getEntries() as (PerformanceEntry & { value?: number; element?: Element })[]).map(
              ({ startTime, value = 0, element }) => ({
                startTime,
                value,
                text: element?.textContent?.slice(0, 40) ?? '',
              }),
            ),
          ),
        ).observe({ type: kind, buffered: true });
      }),
    type,
  );

/** Opens the tab once in the stand-in window, with nothing cached, in the profile above. */
export const measureFirstPaint = async (browser: Browser, windowUrl: string, tabUrl: string): Promise<FirstPaint> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: profile.latencyMs,
    downloadThroughput: profile.downBitsPerSecond / 8,
    uploadThroughput: profile.upBitsPerSecond / 8,
  });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: profile.timesSlowerCpu });
  const frame = await openTab(page, windowUrl, tabUrl);
  await frame.getByRole('heading', { name: /services near/ }).waitFor();
  const results = await frame.evaluate(() => performance.now());
  await frame.waitForTimeout(1000);
  const largest = (await entriesOf(frame, 'largest-contentful-paint')).at(-1);
  const shifts = await entriesOf(frame, 'layout-shift');
  const scripts = await frame.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const fcp = await frame.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  await context.close();
  return {
    lcp: largest?.startTime ?? Number.NaN,
    what: largest?.text ?? '',
    fcp: fcp ?? Number.NaN,
    results,
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    scripts: scripts.filter((name) => name.endsWith('.js')).map((name) => name.split('/').at(-1) ?? ''),
  };
};
