import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.filename).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until a theme that was just changed is drawn, and every colour has come to its end: half-way between two themes nothing can be read. */
const atRest = (page: Page | Frame): Promise<void> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    const changing = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(changing.map(({ finished }) => finished));
  });

/** Serious and critical accessibility faults of a page, one line each. Fluent's own focus
 * guards are left out: they are hidden and focusable by design, and send the focus on. The page's policy forbids scripts from elsewhere, so axe is evaluated, not added. */
export const accessibilityFaults = async (page: Page | Frame): Promise<readonly string[]> => {
  await page.evaluate(axeSource);
  await atRest(page);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: unknown): Promise<{ violations: { id: string; impact: string; nodes: { target: unknown[] }[] }[] }> };
    };
    const { violations } = await axe.run({ exclude: [['[data-tabster-dummy]']] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
  });
};

const run = async (
  page: Page | Frame,
  runOnly?: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] },
): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  await atRest(page);
  return page.evaluate(async (only) => {
    interface Node {
      readonly html: string;
      readonly any: readonly { readonly message: string }[];
    }
    const { axe } = window as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: Node[] }[] }> };
    };
    // How many headings of the first order there are is asked in jsdom: a SharePoint page has one of its own.
    const rules = only?.type === 'rule' ? {} : { 'target-size': { enabled: true }, 'page-has-heading-one': { enabled: false } };
    const options = { resultTypes: ['violations'], rules, ...(only && { runOnly: only }) };
    const { violations } = await axe.run({ exclude: [['[data-tabster-dummy]']] }, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
  }, runOnly);
};

/**
 * Every fault that axe finds against WCAG 2.2 AA, however small, the size of targets included (2.5.8), with the element and the reason.
 * Axe stays on the page for the next time.
 */
export const wcagFaults = (page: Page | Frame): Promise<readonly string[]> =>
  run(page, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });

/** Those, and what axe calls good practice: one landmark for everything, headings in order. */
export const allFaults = (page: Page | Frame): Promise<readonly string[]> => run(page);

/** Those that another theme can bring: what cannot be read, and links that only their colour tells. */
export const colourFaults = (page: Page | Frame): Promise<readonly string[]> =>
  run(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });

/** How many pixels the page is wider than the window: 0 when nothing must be scrolled sideways. */
export const sidewaysPixels = (page: Page | Frame): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
