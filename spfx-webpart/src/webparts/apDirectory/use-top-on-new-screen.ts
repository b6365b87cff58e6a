import * as React from 'react';

/** Brings the web part's top into view when its screen changes: SharePoint scrolls a frame of its own, and a long list ends far below. */
export const useTopOnNewScreen = (screen: string): React.RefObject<HTMLDivElement> => {
  const top = React.useRef<HTMLDivElement>(null);
  const shown = React.useRef(screen);
  React.useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    top.current?.scrollIntoView({ block: 'start' });
  }, [screen]);
  return top;
};
