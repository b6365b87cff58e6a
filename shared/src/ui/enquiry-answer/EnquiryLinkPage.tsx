import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { clientOf } from '../../contract/client.ts';
import type { AskedReply } from '../../contract/enquiry-links.ts';
import { linkApi } from '../../contract/link-api.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { formatMoney } from '../../domain/money/money.ts';
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
import { EnquiryFacts } from './EnquiryFacts.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '44rem', overflowWrap: 'anywhere' },
});

/** An enquiry that waits for a provider's answer: by the link in its mail, without an account. Nothing about a pupil is here. */
export const EnquiryLinkPage: React.FC<{ readonly apiUrl: string; readonly link: GivenLink | undefined }> = ({ apiUrl, link }) => {
  const client = React.useMemo(() => clientOf(linkApi, { baseUrl: apiUrl }), [apiUrl]);
  const read = React.useCallback((given: GivenLink) => client.viewEnquiry({ body: { link: given } }), [client]);
  const { seen, again } = useOpenedLink(link, read);
  const [answered, setAnswered] = React.useState<AskedReply>();
  const { page } = useStyles();
  if (!link || (seen.at === 'failed' && codeOf(seen.error) === 'link-not-open')) return <LinkNotOpen />;
  if (seen.at === 'loading') return <LoadingPage title="An enquiry for you" what="enquiry" />;
  if (seen.at === 'failed') return <ErrorState page error={seen.error} what="The enquiry could not be loaded" onRetry={again} />;
  const enquiry = answered ?? seen.reply;
  return (
    <div className={page}>
      <PageHeading>{`${enquiry.kind === 'competition' ? 'Competition' : 'Enquiry'} from ${enquiry.buyerName}`}</PageHeading>
      <Standing enquiry={enquiry} />
      <EnquiryFacts enquiry={enquiry} />
      {enquiry.open && answered === undefined ? (
        <AnswerForm link={link} enquiry={enquiry} client={client} onAnswered={setAnswered} />
      ) : null}
    </div>
  );
};

const answeredTitles = {
  interested: 'You answered that you are interested',
  declined: 'You declined',
  undecided: 'You answered that you are undecided',
} as const;

/** How it stands for this provider: waiting, answered, or over with the reason (row 64). */
const Standing: React.FC<{ readonly enquiry: AskedReply }> = ({ enquiry }) => {
  const { answer, text, quote, outcome, open, closesAt, buyerName, providerName } = enquiry;
  if (outcome)
    return (
      <Notice
        intent={outcome.chosen ? 'success' : 'info'}
        title={outcome.chosen ? 'Your answer was chosen' : 'The school does not go on with your answer'}
      >
        {`The reason: ${outcome.reason}${outcome.chosen ? ' The order comes by a mail of its own, once it is approved.' : ''}`}
      </Notice>
    );
  if (answer !== undefined)
    return (
      <Confirmation title={answeredTitles[answer]}>
        {quote ? <Text block>{`You quoted ${formatMoney(quote.unitPrice)} ex VAT, from ${formatDate(quote.earliestStart)}.`}</Text> : null}
        {text === undefined ? null : <Text block>{`You wrote: ${text}`}</Text>}
        <Text block>
          {open
            ? `You can decide on this page until ${formatInstant(closesAt)}.`
            : `${buyerName} compares the answers and tells you what it decides, with the reason.`}
        </Text>
      </Confirmation>
    );
  if (!open)
    return (
      <Notice intent="warning" title="This enquiry waits for no answer any more">
        {`The time to answer ended on ${formatInstant(closesAt)}.`}
      </Notice>
    );
  return (
    <>
      <Text block>{`${buyerName} asks ${providerName}. It is not an order. Answer by ${formatInstant(closesAt)}.`}</Text>
      <ContactLine lead="If the link came to the wrong person, write to" />
    </>
  );
};
