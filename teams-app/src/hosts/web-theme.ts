import type { HostAdapter, HostTheme } from '@ap/shared/ui/HostAdapter';
import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-theme';

const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** Teams' high-contrast theme is meant for Teams only: in a browser the system's forced colours do that work (fluentui#28334). */
export const fluentTheme = (told: HostTheme): Theme => (told === 'dark' ? webDarkTheme : webLightTheme);

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
