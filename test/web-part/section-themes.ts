/** A section's theme as SharePoint hands it to a web part, as far as our colours read it. */
export interface SectionTheme {
  readonly isInverted: boolean;
  readonly semanticColors: Readonly<Record<string, string>>;
}

const theme = (
  isInverted: boolean,
  colours: { background: string; text: string; subtext: string; link: string; buttonText: string },
): SectionTheme => ({
  isInverted,
  semanticColors: {
    bodyBackground: colours.background,
    bodyText: colours.text,
    bodySubtext: colours.subtext,
    bodyDivider: colours.subtext,
    link: colours.link,
    linkHovered: colours.link,
    primaryButtonBackground: colours.link,
    primaryButtonBackgroundHovered: colours.link,
    primaryButtonBackgroundPressed: colours.link,
    primaryButtonText: colours.buttonText,
    inputBackgroundChecked: colours.link,
    inputBackgroundCheckedHovered: colours.link,
    inputForegroundChecked: colours.buttonText,
    errorText: colours.text,
  },
});

/** A plain, a dark and a strong (coloured) section. */
export const sectionThemes = {
  plain: theme(false, { background: '#ffffff', text: '#323130', subtext: '#605e5c', link: '#006d77', buttonText: '#ffffff' }),
  dark: theme(true, { background: '#1b1a19', text: '#ffffff', subtext: '#d2d0ce', link: '#6cb8f6', buttonText: '#1b1a19' }),
  strong: theme(true, { background: '#0b556a', text: '#ffffff', subtext: '#ffffff', link: '#ffffff', buttonText: '#0b556a' }),
} as const;
