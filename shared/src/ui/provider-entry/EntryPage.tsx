import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import { linkApi } from '../../contract/link-api.ts';
import type { ProfileReply } from '../../contract/provider-changes.ts';
import { formatDate, toLondonDate } from '../../domain/local-date.ts';
import { ContactLine } from '../Contact.tsx';
import { Confirmation } from '../forms/Confirmation.tsx';
import { codeOf } from '../forms/problem-of.ts';
import type { GivenLink } from '../given-link.ts';
import { PageHeading } from '../PageHeading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { EntryForm } from './EntryForm.tsx';

const useStyles = makeStyles({ page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '44rem' } });

type Seen =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'open'; readonly entry: ProfileReply };

/** What the directory says of a provider, for the provider itself to check: by the link in its mail, without an account. */
export const EntryPage: React.FC<{ readonly apiUrl: string; readonly link: GivenLink | undefined }> = ({ apiUrl, link }) => {
  const client = React.useMemo(() => clientOf(linkApi, { baseUrl: apiUrl }), [apiUrl]);
  const { seen, again } = useEntry(client, link);
  const { page } = useStyles();
  const [sentRef, setSentRef] = React.useState<string>();
  if (!link || (seen.at === 'failed' && codeOf(seen.error) === 'link-not-open')) return <NotOpen />;
  if (seen.at === 'loading') return <LoadingPage title="Your entry in the directory" what="entry" />;
  if (seen.at === 'failed') return <ErrorState page error={seen.error} what="Your entry could not be loaded" onRetry={again} />;
  const { entry } = seen;
  const title = `${entry.providerName}: your entry in the directory`;
  if (sentRef !== undefined || entry.usedAt !== undefined) return <Sent title={title} entry={entry} reference={sentRef} />;
  return (
    <div className={page}>
      <PageHeading>{title}</PageHeading>
      <Text block>
        {`Schools choose by what stands here. Change what is out of date, and say how many places are free today. The link in your mail can be used once, until ${formatDate(toLondonDate(entry.expiresAt))}. A commissioner looks at what you send before it is shown.`}
      </Text>
      <EntryForm entry={entry} link={link} client={client} onSent={setSentRef} />
    </div>
  );
};

/** Read once, for each look is counted: not again when the window gets the focus back. */
const useEntry = (client: ClientOf<typeof linkApi>, link: GivenLink | undefined): { readonly seen: Seen; readonly again: () => void } => {
  const [seen, setSeen] = React.useState<Seen>({ at: 'loading' });
  const [tries, setTries] = React.useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try reads again.
  React.useEffect(() => {
    let wanted = true;
    setSeen({ at: 'loading' });
    if (link)
      client.viewProfile({ body: { link } }).then(
        (entry) => (wanted ? setSeen({ at: 'open', entry }) : undefined),
        (error: unknown) => (wanted ? setSeen({ at: 'failed', error }) : undefined),
      );
    return () => {
      wanted = false;
    };
  }, [client, link, tries]);
  return { seen, again: React.useCallback(() => setTries((count) => count + 1), []) };
};

const NotOpen: React.FC = () => (
  <EmptyState level={1} title="This link cannot be used">
    <Text block>
      It may be over, it may have been taken back when a newer one was sent, or your mail program may have cut it short. Copy the whole link
      from the newest mail, or ask for a new one.
    </Text>
    <ContactLine lead="Ask for a new link:" />
  </EmptyState>
);

const Sent: React.FC<{ readonly title: string; readonly entry: ProfileReply; readonly reference: string | undefined }> = ({
  title,
  entry,
  reference,
}) => (
  <>
    <PageHeading>{title}</PageHeading>
    <Confirmation title="Thank you: we have what you sent">
      {reference === undefined ? null : <Text block>{`Reference ${reference}`}</Text>}
      {reference === undefined && entry.usedAt !== undefined ? (
        <Text block>{`It was sent on ${formatDate(toLondonDate(entry.usedAt))} with this link.`}</Text>
      ) : null}
      <Text
        block
      >{`A commissioner looks at it, usually within two working days. We write to ${entry.profile.email} when it is decided.`}</Text>
      <ContactLine lead="To change something else, ask for a new link:" />
    </Confirmation>
  </>
);
