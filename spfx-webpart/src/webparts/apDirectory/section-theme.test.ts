import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-theme';
import { sectionTheme } from './section-theme';

describe('the theme of a section', () => {
  it("is Fluent's light theme where SharePoint tells none", () => {
    expect(sectionTheme(undefined)).toBe(webLightTheme);
  });

  it("is Teams' own where Teams shows its high-contrast theme", () => {
    expect(sectionTheme({ isInverted: true, semanticColors: { bodyBackground: '#0b556a' } }, true)).toBe(teamsHighContrastTheme);
  });

  it('is dark where the section is, in the colours of the section', () => {
    const theme = sectionTheme({ isInverted: true, semanticColors: { bodyBackground: '#0b556a', primaryButtonText: '#0b556a' } });
    expect(theme.colorNeutralBackground1).toBe('#0b556a');
    expect(theme.colorNeutralForegroundOnBrand).toBe('#0b556a');
    expect(theme.colorNeutralForeground1).toBe(webDarkTheme.colorNeutralForeground1);
  });
});
