import { Link } from '@fluentui/react-link';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { productName } from '../domain/texts/product-name.ts';

const useStyles = makeStyles({ line: { overflowWrap: 'anywhere' } });

/** Who answers questions about the framework: a team, never one person. */
export interface Contact {
  readonly team: string;
  readonly email: string;
}

const Context = React.createContext<Contact | undefined>(undefined);
export const ContactProvider = Context.Provider;

/** 'The commissioning team (team@...)' as a link that opens the person's mail, about a reference where there is one; nothing when no contact is set. */
export const ContactLine: React.FC<{ readonly lead: string; readonly about?: string | undefined }> = ({ lead, about }) => {
  const contact = React.useContext(Context);
  const { line } = useStyles();
  if (!contact) return null;
  const subject = about === undefined ? '' : `?subject=${encodeURIComponent(`${productName}: ${about}`)}`;
  return (
    <div className={line}>
      {lead} {contact.team}: <Link inline href={`mailto:${contact.email}${subject}`}>{`${contact.email} (opens your mail)`}</Link>
    </div>
  );
};
