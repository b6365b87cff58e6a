import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { ContactLine } from './Contact.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import { useSurroundings } from './HostAdapter.tsx';
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

interface FooterProps {
  /** The address of the public pages about the product, which anybody can read without signing in. */
  readonly about: string;
}

/** Below every screen: help, whom to ask, and how accessible this is. Nothing else belongs there (Store rule on footers). */
export const Footer: React.FC<FooterProps> = ({ about }) => {
  const { host } = useSurroundings();
  const statement = { at: 'accessibility' as const };
  return (
    <footer className={useStyles().footer}>
      <ContactLine lead="Questions? Contact" />
      <ExternalLink href={`${about}/help.html`}>Help</ExternalLink>
      {host.elsewhere?.has(statement) ? (
        <ExternalLink href={`${about}/accessibility.html`}>Accessibility statement</ExternalLink>
      ) : (
        <PlaceLink to={statement}>Accessibility statement</PlaceLink>
      )}
    </footer>
  );
};
