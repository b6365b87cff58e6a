import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { AgreementReply } from '../../contract/awards.ts';
import { clientOf } from '../../contract/client.ts';
import { linkApi } from '../../contract/link-api.ts';
import { formatDate, toLondonDate } from '../../domain/days/local-date.ts';
import { afterPrice } from '../../domain/money/band-words.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { rateUnitLabels } from '../../domain/money/rate-card.ts';
import { ContactLine } from '../Contact.tsx';
import { Confirmation } from '../forms/Confirmation.tsx';
import { codeOf } from '../forms/problem-of.ts';
import type { GivenLink } from '../given-link.ts';
import { Heading } from '../Heading.tsx';
import { LinkNotOpen, useOpenedLink } from '../opened-link.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { AnswerForm } from './AnswerForm.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '44rem', overflowWrap: 'anywhere' },
  prices: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** The agreement that waits for a provider's signature: by the link in its mail, without an account. */
export const AgreementPage: React.FC<{ readonly apiUrl: string; readonly link: GivenLink | undefined }> = ({ apiUrl, link }) => {
  const client = React.useMemo(() => clientOf(linkApi, { baseUrl: apiUrl }), [apiUrl]);
  const read = React.useCallback((given: GivenLink) => client.viewAgreement({ body: { link: given } }), [client]);
  const { seen, again } = useOpenedLink(link, read);
  const [ended, setEnded] = React.useState<AgreementReply['ended']>();
  const { page } = useStyles();
  if (!link || (seen.at === 'failed' && codeOf(seen.error) === 'link-not-open')) return <LinkNotOpen />;
  if (seen.at === 'loading') return <LoadingPage title="Your agreement" what="agreement" />;
  if (seen.at === 'failed') return <ErrorState page error={seen.error} what="Your agreement could not be loaded" onRetry={again} />;
  const { reply: agreement } = seen;
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
        {agreement.prices.map(({ service, lotKey, unit, group, price, volumeBands }) => (
          <li key={`${service} ${lotKey} ${unit} ${group?.from ?? ''}`}>
            <Text>{`${service} (${lotKey}): ${formatMoney(price)} ${rateUnitLabels[unit].toLowerCase()}${group ? `, ${group.from} to ${group.to} pupils` : ''}${afterPrice(volumeBands)}`}</Text>
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
