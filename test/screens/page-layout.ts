import type { Page } from 'playwright-core';

/**
 * What the window of this width does not show whole: the page itself when it must be scrolled sideways, a text that its own box cuts off,
 * and a text that runs out of the block it stands in and over its neighbour. What is hidden from sight on purpose is one pixel wide.
 * Motion is brought to its end first: even where nobody wants it, the shine over a placeholder crosses its edge for a hundredth of a millisecond.
 */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    for (const animation of document.getAnimations()) if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth - clientWidth} pixels wider than the window`);
    const told = (element: Element) => `${element.tagName.toLowerCase()} '${element.textContent?.slice(0, 60)}'`;
    const hidden = (element: Element): boolean => element.closest('[data-tabster-dummy]') !== null || element.clientWidth === 1;

    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const { overflowX, overflowY, position } = getComputedStyle(element);
      if (hidden(element) || element.clientWidth === 0 || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)) continue;
      if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) faults.push(`cut off at its side: ${told(element)}`);
      if (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1 && position !== 'absolute')
        faults.push(`cut off at its foot: ${told(element)}`);
    }

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      let block = text.parentElement;
      while (block && getComputedStyle(block).display.startsWith('inline') && !/^inline-/.test(getComputedStyle(block).display))
        block = block.parentElement;
      if (!block || hidden(block) || text.textContent?.trim() === '' || /^(SCRIPT|STYLE|OPTION|SELECT)$/.test(block.tagName)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const beyond = range.getBoundingClientRect().right - block.getBoundingClientRect().right;
      if (beyond > 1) faults.push(`${Math.round(beyond)} pixels out of its block: ${told(block)}`);
    }
    return faults;
  });
