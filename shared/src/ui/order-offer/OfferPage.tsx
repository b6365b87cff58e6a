import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { clientOf } from '../../contract/client.ts';
import { linkApi } from '../../contract/link-api.ts';
import type { OfferReply } from '../../contract/offers.ts';
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
import { AnswerForm } from './AnswerForm.tsx';
import { OfferFacts } from './OfferFacts.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '44rem', overflowWrap: 'anywhere' },
});

/** An order that waits for its provider's answer: by the link in its mail, without an account. Nothing about the pupil is here. */
export const OfferPage: React.FC<{ readonly apiUrl: string; readonly link: GivenLink | undefined }> = ({ apiUrl, link }) => {
  const client = React.useMemo(() => clientOf(linkApi, { baseUrl: apiUrl }), [apiUrl]);
  const read = React.useCallback((given: GivenLink) => client.viewOffer({ body: { link: given } }), [client]);
  const { seen, again } = useOpenedLink(link, read);
  const [answered, setAnswered] = React.useState<OfferReply>();
  const { page } = useStyles();
  if (!link || (seen.at === 'failed' && codeOf(seen.error) === 'link-not-open')) return <LinkNotOpen />;
  if (seen.at === 'loading') return <LoadingPage title="An order for you" what="order" />;
  if (seen.at === 'failed') return <ErrorState page error={seen.error} what="The order could not be loaded" onRetry={again} />;
  const offer = answered ?? seen.reply;
  const waits = offer.ended === undefined;
  return (
    <div className={page}>
      <PageHeading>{`Order ${offer.number} from ${offer.buyerName}`}</PageHeading>
      <Standing offer={offer} now={answered !== undefined} />
      <OfferFacts offer={offer} />
      {waits && answered === undefined && offer.otherOffer === undefined ? (
        <AnswerForm link={link} client={client} onAnswered={setAnswered} />
      ) : null}
    </div>
  );
};

/** How the offer stands. `now`: it was answered on this page just now. */
const Standing: React.FC<{ readonly offer: OfferReply; readonly now: boolean }> = ({ offer, now }) => {
  const { contact, ended, answerBy, otherOffer } = offer;
  const ring = `Questions: ${contact.name} (${contact.email}).`;
  if (ended === 'accepted')
    return (
      <Confirmation title="You accepted this order">
        <Text block>
          The school next agrees the plan with you, and tells you by its own secure route what you need to know about the pupil. Nobody
          starts before that.
        </Text>
        <Text block>{ring}</Text>
      </Confirmation>
    );
  if (ended === 'declined')
    return (
      <Confirmation title="You declined this order">
        <Text block>{`The school was told, with your reason. ${ring}`}</Text>
      </Confirmation>
    );
  if (ended === 'over')
    return (
      <Notice intent="warning" title="This order waits for no answer any more">
        {`It was cancelled, or its time to answer has ended. ${ring}`}
      </Notice>
    );
  if (otherOffer !== undefined)
    return (
      <Confirmation title={now ? 'Your offer was sent to the school' : 'You offered something else'}>
        <Text block>{`You wrote: ${otherOffer}`}</Text>
        <Text block>{`The school decides what follows, and writes to you. ${ring}`}</Text>
      </Confirmation>
    );
  return (
    <>
      <Text block>
        {`${offer.buyerName} has ordered from ${offer.providerName} under ${offer.frameworkName}. ${answerBy === undefined ? 'Answer soon.' : `Answer by ${formatInstant(answerBy)}.`}`}
      </Text>
      <ContactLine lead="If the link came to the wrong person, write to" />
    </>
  );
};
