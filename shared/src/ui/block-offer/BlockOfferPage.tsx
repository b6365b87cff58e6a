import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { BlockOfferReply } from '../../contract/block-offers.ts';
import { clientOf } from '../../contract/client.ts';
import { linkApi } from '../../contract/link-api.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { ContactLine } from '../Contact.tsx';
import { Confirmation } from '../forms/Confirmation.tsx';
import { codeOf } from '../forms/problem-of.ts';
import type { GivenLink } from '../given-link.ts';
import { LinkNotOpen, useOpenedLink } from '../opened-link.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { Notice } from '../states/Notice.tsx';
import { BlockAnswerForm } from './BlockAnswerForm.tsx';
import { BlockOfferFacts } from './BlockOfferFacts.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '44rem', overflowWrap: 'anywhere' },
});

/** A block purchase that waits for its provider's answer: by the link in its mail, without an account. */
export const BlockOfferPage: React.FC<{ readonly apiUrl: string; readonly link: GivenLink | undefined }> = ({ apiUrl, link }) => {
  const client = React.useMemo(() => clientOf(linkApi, { baseUrl: apiUrl }), [apiUrl]);
  const read = React.useCallback((given: GivenLink) => client.viewBlockOffer({ body: { link: given } }), [client]);
  const { seen, again } = useOpenedLink(link, read);
  const [answered, setAnswered] = React.useState<BlockOfferReply>();
  const { page } = useStyles();
  if (!link || (seen.at === 'failed' && codeOf(seen.error) === 'link-not-open')) return <LinkNotOpen />;
  if (seen.at === 'loading') return <LoadingPage title="A block purchase for you" what="block purchase" />;
  if (seen.at === 'failed') return <ErrorState page error={seen.error} what="The block purchase could not be loaded" onRetry={again} />;
  const offer = answered ?? seen.reply;
  const { purchase } = offer;
  return (
    <div className={page}>
      <PageHeading>{`Block purchase ${purchase.ref}`}</PageHeading>
      <Standing offer={offer} />
      <BlockOfferFacts offer={offer} />
      {purchase.status === 'offered' ? <BlockAnswerForm link={link} client={client} onAnswered={setAnswered} /> : null}
    </div>
  );
};

const Standing: React.FC<{ readonly offer: BlockOfferReply }> = ({ offer: { purchase } }) => {
  const { status, respondBy } = purchase;
  if (status === 'offered')
    return (
      <>
        <Text block>{respondBy === undefined ? 'The buyers wait for your answer.' : `Answer by ${formatInstant(respondBy)}.`}</Text>
        <ContactLine lead="If the link came to the wrong person, write to" />
      </>
    );
  if (status === 'declined')
    return (
      <Notice intent="warning" title="This purchase waits for no answer any more">
        It was declined, stopped, or its time to answer has ended. Nobody owes anything.
      </Notice>
    );
  return (
    <Confirmation title="You accepted this purchase">
      <Text block>Each buyer gets its own order and calls its units off one by one. You invoice each buyer for its own part.</Text>
      <ContactLine lead="Questions: write to" />
    </Confirmation>
  );
};
