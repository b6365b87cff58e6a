import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { clientOf } from '../../contract/client.ts';
import { linkApi } from '../../contract/link-api.ts';
import type { ProfileReply } from '../../contract/provider-changes.ts';
import { formatDate, toLondonDate } from '../../domain/days/local-date.ts';
import { ContactLine } from '../Contact.tsx';
import { Confirmation } from '../forms/Confirmation.tsx';
import { codeOf } from '../forms/problem-of.ts';
import type { GivenLink } from '../given-link.ts';
import { LinkNotOpen, useOpenedLink } from '../opened-link.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { EntryForm } from './EntryForm.tsx';

const useStyles = makeStyles({ page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '44rem' } });

/** What the directory says of a provider, for the provider itself to check: by the link in its mail, without an account. */
export const EntryPage: React.FC<{ readonly apiUrl: string; readonly link: GivenLink | undefined }> = ({ apiUrl, link }) => {
  const client = React.useMemo(() => clientOf(linkApi, { baseUrl: apiUrl }), [apiUrl]);
  const read = React.useCallback((given: GivenLink) => client.viewProfile({ body: { link: given } }), [client]);
  const { seen, again } = useOpenedLink(link, read);
  const { page } = useStyles();
  const [sentRef, setSentRef] = React.useState<string>();
  if (!link || (seen.at === 'failed' && codeOf(seen.error) === 'link-not-open')) return <LinkNotOpen />;
  if (seen.at === 'loading') return <LoadingPage title="Your entry in the directory" what="entry" />;
  if (seen.at === 'failed') return <ErrorState page error={seen.error} what="Your entry could not be loaded" onRetry={again} />;
  const { reply: entry } = seen;
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
