import * as React from 'react';

/** Asks before the window is closed over something that was typed and not saved. */
export const useLeaveWarning = (hasUnsaved: boolean): void => {
  React.useEffect(() => {
    if (!hasUnsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [hasUnsaved]);
};
