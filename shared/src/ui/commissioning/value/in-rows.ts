import { tokens } from '@fluentui/react-theme';

/** One below the other, with room between them; nothing widens the page. */
export const inRows = { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM } as const;
