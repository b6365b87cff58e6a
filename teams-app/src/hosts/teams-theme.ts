import type { HostTheme } from '@ap/shared/ui/HostAdapter';
import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-theme';

const themes: Readonly<Record<HostTheme, Theme>> = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** The Fluent theme of Teams for what it tells. */
export const teamsTheme = (told: HostTheme): Theme => themes[told];
