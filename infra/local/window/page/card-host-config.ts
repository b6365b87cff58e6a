import type { Theme } from '@fluentui/react-components';

const words = (color: string, subtle: string) => ({ default: color, subtle });

/** Colours of one container style: text in the theme's colours for each meaning. */
const style = (theme: Theme, background: string) => ({
  backgroundColor: background,
  borderColor: theme.colorNeutralStroke1,
  foregroundColors: {
    default: words(theme.colorNeutralForeground1, theme.colorNeutralForeground3),
    dark: words(theme.colorNeutralForeground1, theme.colorNeutralForeground3),
    light: words(theme.colorNeutralForeground2, theme.colorNeutralForeground3),
    accent: words(theme.colorBrandForeground1, theme.colorBrandForeground2),
    good: words(theme.colorStatusSuccessForeground1, theme.colorStatusSuccessForeground1),
    warning: words(theme.colorStatusWarningForeground1, theme.colorStatusWarningForeground1),
    attention: words(theme.colorStatusDangerForeground1, theme.colorStatusDangerForeground1),
  },
});

/** How cards look in a theme (light, dark, contrast). Buttons and inputs are not covered by a host config: `cards.css` has them. */
export const cardHostConfig = (theme: Theme): object => ({
  fontFamily: theme.fontFamilyBase,
  supportsInteractivity: true,
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: theme.colorNeutralStroke2 },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
  containerStyles: {
    default: style(theme, theme.colorNeutralBackground1),
    emphasis: style(theme, theme.colorNeutralBackground3),
    good: style(theme, theme.colorStatusSuccessBackground1),
    attention: style(theme, theme.colorStatusDangerBackground1),
    warning: style(theme, theme.colorStatusWarningBackground1),
    accent: style(theme, theme.colorBrandBackground2),
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 12,
  },
  textBlock: { headingLevel: 2 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' (required)', suffixColor: 'default' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { spacing: 'small', weight: 'bolder' },
  },
});
