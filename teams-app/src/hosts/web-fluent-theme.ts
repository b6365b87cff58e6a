import type { HostTheme } from '@ap/shared/ui/HostAdapter';
import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-theme';

/** Teams' high-contrast theme is meant for Teams only: in a browser the system's forced colours do that work (fluentui#28334). */
export const webFluentTheme = (told: HostTheme): Theme => (told === 'dark' ? webDarkTheme : webLightTheme);
