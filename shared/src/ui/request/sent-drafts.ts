const keyOf = (draftId: string): string => `ap.sent ${draftId}`;

/** Notes what a draft was sent as, until the window is closed: Back leads to forms that have nothing left to send, also after a reload. */
export const noteSent = (draftId: string, ref: string): void => {
  try {
    window.sessionStorage.setItem(keyOf(draftId), ref);
  } catch {
    // No storage: then the service says so, which makes one request of one draft.
  }
};

/** The reference of the request that was sent from a draft; undefined while it was not. */
export const sentAs = (draftId: string): string | undefined => {
  try {
    return window.sessionStorage.getItem(keyOf(draftId)) ?? undefined;
  } catch {
    return undefined;
  }
};
