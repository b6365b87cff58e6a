import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { ContactLine } from './Contact.tsx';
import type { GivenLink } from './given-link.ts';
import { EmptyState } from './states/EmptyState.tsx';

/** What a link opens, as far as it was read. */
export type Opened<T> =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'open'; readonly reply: T };

/** Reads what a link opens, once, for each look is counted: not again when the window gets the focus back. `read` stays the same from one rendering to the next. */
export const useOpenedLink = <T,>(
  link: GivenLink | undefined,
  read: (link: GivenLink) => Promise<T>,
): { readonly seen: Opened<T>; readonly again: () => void } => {
  const [seen, setSeen] = React.useState<Opened<T>>({ at: 'loading' });
  const [tries, setTries] = React.useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try reads again.
  React.useEffect(() => {
    let wanted = true;
    setSeen({ at: 'loading' });
    if (link)
      read(link).then(
        (reply) => (wanted ? setSeen({ at: 'open', reply }) : undefined),
        (error: unknown) => (wanted ? setSeen({ at: 'failed', error }) : undefined),
      );
    return () => {
      wanted = false;
    };
  }, [read, link, tries]);
  return { seen, again: React.useCallback(() => setTries((count) => count + 1), []) };
};

/** In place of a page whose link opens nothing. */
export const LinkNotOpen: React.FC = () => (
  <EmptyState level={1} title="This link cannot be used">
    <Text block>
      It may be over, it may have been taken back when a newer one was sent, or your mail program may have cut it short. Copy the whole link
      from the newest mail, or ask for a new one.
    </Text>
    <ContactLine lead="Ask for a new link:" />
  </EmptyState>
);
