import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { ContactLine } from './Contact.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { pageInset } from './page-inset.tsx';

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    padding: `${tokens.spacingVerticalL} ${pageInset}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Below every screen: whom to ask, and how accessible this is. Nothing else belongs there (Store rule on footers). */
export const Footer: React.FC = () => (
  <footer className={useStyles().footer}>
    <ContactLine lead="Questions? Contact" />
    <PlaceLink to={{ at: 'accessibility' }}>Accessibility statement</PlaceLink>
  </footer>
);
