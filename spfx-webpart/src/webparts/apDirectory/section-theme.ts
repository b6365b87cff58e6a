import { teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-theme';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';

type Slots = NonNullable<IReadonlyTheme['semanticColors']>;

/** Fluent's tokens, by the slot of SharePoint's theme that fills them: SharePoint checks its slots for contrast on each section's background. */
const tokensOfSlot: Readonly<Partial<Record<keyof Slots, readonly (keyof Theme)[]>>> = {
  bodyBackground: ['colorNeutralBackground1'],
  bodyText: [
    'colorNeutralForeground1',
    'colorNeutralForeground1Hover',
    'colorNeutralForeground1Pressed',
    'colorNeutralForeground2',
    'colorNeutralStrokeAccessible',
    'colorNeutralStrokeAccessibleHover',
    'colorNeutralStrokeAccessiblePressed'
  ],
  bodySubtext: ['colorNeutralForeground3'],
  bodyDivider: ['colorNeutralStroke2'],
  link: ['colorBrandForegroundLink', 'colorBrandForeground1', 'colorCompoundBrandForeground1', 'colorCompoundBrandStroke'],
  linkHovered: ['colorBrandForegroundLinkHover', 'colorBrandForegroundLinkPressed', 'colorCompoundBrandForeground1Hover'],
  primaryButtonBackground: ['colorBrandBackground'],
  primaryButtonBackgroundHovered: ['colorBrandBackgroundHover'],
  primaryButtonBackgroundPressed: ['colorBrandBackgroundPressed'],
  primaryButtonText: ['colorNeutralForegroundOnBrand'],
  inputBackgroundChecked: ['colorCompoundBrandBackground'],
  inputBackgroundCheckedHovered: ['colorCompoundBrandBackgroundHover'],
  inputForegroundChecked: ['colorNeutralForegroundInverted'],
  errorText: ['colorPaletteRedForeground1', 'colorPaletteRedForeground3', 'colorStatusDangerForeground1']
};

/**
 * The Fluent v9 theme of a section: light or dark as the section is, in the section's own colours; slots that it lacks keep Fluent's.
 * Teams' high-contrast theme wins over all of them.
 */
export const sectionTheme = (section: IReadonlyTheme | undefined, contrast: boolean = false): Theme => {
  if (contrast) return teamsHighContrastTheme;
  const base = section?.isInverted ? webDarkTheme : webLightTheme;
  const slots = section?.semanticColors;
  if (!slots) return base;
  const colours: Record<string, string> = {};
  for (const slot of Object.keys(tokensOfSlot) as (keyof Slots)[]) {
    const colour = slots[slot];
    if (colour) for (const token of tokensOfSlot[slot] ?? []) colours[token] = colour;
  }
  return { ...base, ...colours };
};
