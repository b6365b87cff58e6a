import * as React from 'react';

/** Below this many pixels the filters go behind a button (ux reference: facets narrow). */
const narrowBelow = 640;

/** Set where a page's author asked for the narrow form at any width. */
export const AlwaysNarrow = React.createContext(false);

/** Whether an element is narrow: the element, not the window, because a web part may stand in a narrow column of a wide page. */
export const useIsNarrow = (below = narrowBelow): { readonly ref: React.RefCallback<HTMLElement>; readonly narrow: boolean } => {
  const [narrow, setNarrow] = React.useState(() => typeof window !== 'undefined' && window.innerWidth < below);
  const always = React.useContext(AlwaysNarrow);
  const observer = React.useRef<ResizeObserver>();
  const ref = React.useCallback(
    (element: HTMLElement | null) => {
      observer.current?.disconnect();
      if (!element || typeof ResizeObserver === 'undefined') return;
      observer.current = new ResizeObserver(([entry]) => {
        if (entry) setNarrow(entry.contentRect.width < below);
      });
      observer.current.observe(element);
    },
    [below],
  );
  return { ref, narrow: always || narrow };
};
