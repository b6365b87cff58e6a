import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, webDarkTheme, webLightTheme } from '@fluentui/react-theme';
import type { HostKind, HostTheme } from './HostAdapter.tsx';

/**
 * The Fluent theme of a host. Teams' high-contrast theme is meant for Teams only; elsewhere the system's forced colours do that work
 * (fluentui#28334).
 */
export const themeOf = (kind: HostKind, theme: HostTheme): Theme => {
  if (kind === 'teams') return { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }[theme];
  return theme === 'dark' ? webDarkTheme : webLightTheme;
};
