/** SharePoint's section themes, as far as our colours read them: a plain, a dark and a strong (coloured) section. */
const slots = (bodyBackground, bodyText, bodySubtext, link, button, buttonText) => ({
  bodyBackground,
  bodyText,
  bodySubtext,
  bodyDivider: bodySubtext,
  link,
  linkHovered: link,
  primaryButtonBackground: button,
  primaryButtonBackgroundHovered: button,
  primaryButtonBackgroundPressed: button,
  primaryButtonText: buttonText,
  inputBackgroundChecked: button,
  inputBackgroundCheckedHovered: button,
  inputForegroundChecked: buttonText,
  errorText: bodyText,
});

export const sectionThemes = {
  plain: { isInverted: false, semanticColors: slots('#ffffff', '#323130', '#605e5c', '#006d77', '#006d77', '#ffffff') },
  dark: { isInverted: true, semanticColors: slots('#1b1a19', '#ffffff', '#d2d0ce', '#6cb8f6', '#6cb8f6', '#1b1a19') },
  strong: { isInverted: true, semanticColors: slots('#0b556a', '#ffffff', '#ffffff', '#ffffff', '#ffffff', '#0b556a') },
};
