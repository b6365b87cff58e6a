import { tokens } from '@fluentui/react-theme';

/** Space at both sides of what spans the window: lines stay short in a wide one, and everything begins at the same edge. */
export const pageInset = `max(${tokens.spacingHorizontalL}, calc((100% - 75rem) / 2))`;
