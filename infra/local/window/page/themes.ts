import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import type { TeamsTheme } from './teams-context.ts';

/** Teams' names for its themes, as people know them. */
export const themeLabels: Readonly<Record<TeamsTheme, string>> = { default: 'Light', dark: 'Dark', contrast: 'High contrast' };

export const themes: Readonly<Record<TeamsTheme, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

export const isTheme = (name: string | undefined): name is TeamsTheme => name !== undefined && Object.hasOwn(themes, name);
