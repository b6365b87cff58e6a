import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { sectionTheme } from './section-theme';

describe('the theme of a section', () => {
  it("is Fluent's light theme where SharePoint tells none", () => {
    expect(sectionTheme(undefined)).toBe(webLightTheme);
  });

  it('is dark where the section is, in the colours of the section', () => {
    const theme = sectionTheme({ isInverted: true, semanticColors: { bodyBackground: '#0b556a', primaryButtonText: '#0b556a' } });
    expect(theme.colorNeutralBackground1).toBe('#0b556a');
    expect(theme.colorNeutralForegroundOnBrand).toBe('#0b556a');
    expect(theme.colorNeutralForeground1).toBe(webDarkTheme.colorNeutralForeground1);
  });
});
