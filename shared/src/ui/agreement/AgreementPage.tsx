import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { AgreementReply } from '../../contract/awards.ts';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import { linkApi } from '../../contract/link-api.ts';
import { formatDate, toLondonDate } from '../../domain/local-date.ts';
import { formatMoney } from '../../domain/money.ts';
import { rateUnitLabels } from '../../domain/rate-card.ts';
import { ContactLine } from '../Contact.tsx';
import { Confirmation } from '../forms/Confirmation.tsx';
import { codeOf } from '../forms/problem-of.ts';
import type { GivenLink } from '../given-link.ts';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { AnswerForm } from './AnswerForm.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '44rem', overflowWrap: 'anywhere' },
  prices: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

type Seen =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'open'; readonly agreement: AgreementReply };

/** The agreement that waits for a provider's signature: by the link in its mail, without an account. */
export const AgreementPage: React.FC<{ readonly apiUrl: string; readonly link: GivenLink | undefined }> = ({ apiUrl, link }) => {
  const client = React.useMemo(() => clientOf(linkApi, { baseUrl: apiUrl }), [apiUrl]);
  const { seen, again } = useAgreement(client, link);
  const [ended, setEnded] = React.useState<AgreementReply['ended']>();
  const { page } = useStyles();
  if (!link || (seen.at === 'failed' && codeOf(seen.error) === 'link-not-open')) return <NotOpen />;
  if (seen.at === 'loading') return <LoadingPage title="Your agreement" what="agreement" />;
  if (seen.at === 'failed') return <ErrorState page error={seen.error} what="Your agreement could not be loaded" onRetry={again} />;
  const { agreement } = seen;
  const how = ended ?? agreement.ended;
  return (
    <div className={page}>
      <PageHeading>{`${agreement.providerName}: your agreement`}</PageHeading>
      {how === undefined ? null : <Ended how={how} />}
      <Terms agreement={agreement} />
      {how === undefined ? <AnswerForm link={link} client={client} onEnded={setEnded} /> : null}
    </div>
  );
};

const Terms: React.FC<{ readonly agreement: AgreementReply }> = ({ agreement }) => {
  const { prices } = useStyles();
  return (
    <>
      <Text block>
        {`${agreement.authority} has awarded you ${agreement.lots.join(', ')} under ${agreement.frameworkName}. Read the agreement before you sign it. The link in your mail can be used until ${formatDate(toLondonDate(agreement.expiresAt))}.`}
      </Text>
      <Text block>
        <a href={agreement.documentUrl} target="_blank" rel="noreferrer">
          Open the agreement (opens in a new tab)
        </a>
      </Text>
      <Heading level={2}>Prices that you agree to, without VAT</Heading>
      <ul className={prices}>
        {agreement.prices.map(({ service, lotKey, unit, group, price }) => (
          <li key={`${service} ${lotKey} ${unit} ${group?.from ?? ''}`}>
            <Text>{`${service} (${lotKey}): ${formatMoney(price)} ${rateUnitLabels[unit].toLowerCase()}${group ? `, ${group.from} to ${group.to} pupils` : ''}`}</Text>
          </li>
        ))}
      </ul>
      <Text block>They are fixed for the price period of the framework. A place on the framework is no guarantee of work.</Text>
    </>
  );
};

const Ended: React.FC<{ readonly how: NonNullable<AgreementReply['ended']> }> = ({ how }) =>
  how === 'signed' ? (
    <Confirmation title="The agreement is signed">
      <Text block>The council countersigns it next, and writes to you then. You need not do anything.</Text>
      <ContactLine lead="If something is wrong, write to" />
    </Confirmation>
  ) : (
    <Confirmation title="The agreement is declined">
      <Text block>The award does not go on. Nothing is published of your organisation.</Text>
      <ContactLine lead="If this was a mistake, write to" />
    </Confirmation>
  );

/** Read once, for each look is counted: not again when the window gets the focus back. */
const useAgreement = (
  client: ClientOf<typeof linkApi>,
  link: GivenLink | undefined,
): { readonly seen: Seen; readonly again: () => void } => {
  const [seen, setSeen] = React.useState<Seen>({ at: 'loading' });
  const [tries, setTries] = React.useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try reads again.
  React.useEffect(() => {
    let wanted = true;
    setSeen({ at: 'loading' });
    if (link)
      client.viewAgreement({ body: { link } }).then(
        (agreement) => (wanted ? setSeen({ at: 'open', agreement }) : undefined),
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
