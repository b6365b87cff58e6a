/** Values that this browser remembers between visits. A browser that keeps nothing just starts afresh. */
export const remembered = {
  read: (name: string): string | undefined => {
    try {
      return localStorage.getItem(`local-window:${name}`) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write: (name: string, value: string): void => {
    try {
      localStorage.setItem(`local-window:${name}`, value);
    } catch {
      // Storage is full or forbidden: the choice lives as long as the page.
    }
  },
} as const;
