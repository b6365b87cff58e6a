import * as React from 'react';

/**
 * For the button that opens a dialog, and for the dialog that gives the focus back to it. Fluent tells the type of a button's ref as
 * `never` under `exactOptionalPropertyTypes`, so it is said here once.
 */
export const useOpener = (): React.RefObject<never> => React.useRef<never>(null);
