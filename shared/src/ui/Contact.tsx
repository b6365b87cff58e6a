import { Link } from '@fluentui/react-link';
import * as React from 'react';

/** Who answers questions about the framework: a team, never one person. */
export interface Contact {
  readonly team: string;
  readonly email: string;
}

const Context = React.createContext<Contact | undefined>(undefined);
export const ContactProvider = Context.Provider;

/** 'The commissioning team (team@...)' as a link that opens the person's mail; nothing when no contact is set. */
export const ContactLine: React.FC<{ readonly lead: string }> = ({ lead }) => {
  const contact = React.useContext(Context);
  if (!contact) return null;
  return (
    <p>
      {lead} {contact.team}: <Link inline href={`mailto:${contact.email}`}>{`${contact.email} (opens your mail)`}</Link>
    </p>
  );
};
