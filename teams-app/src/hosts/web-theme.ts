import type { HostAdapter } from '@ap/shared/ui/HostAdapter';

const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** The theme of a plain browser: light or dark as the person's system says. High contrast is the system's own work there. */
export const webTheme: Pick<HostAdapter, 'theme' | 'onThemeChange'> = {
  theme: () => (dark().matches ? 'dark' : 'light'),
  onThemeChange: (listener) => {
    const query = dark();
    const tell = (): void => listener(query.matches ? 'dark' : 'light');
    query.addEventListener('change', tell);
    return () => query.removeEventListener('change', tell);
  },
};
