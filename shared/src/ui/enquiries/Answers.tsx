import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { EnquiryReply } from '../../contract/enquiries.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';
import { Notice } from '../states/Notice.tsx';
import { answerWords } from './enquiry-words.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  // Side by side where there is room, one below another on a phone.
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(18rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

type Asked = EnquiryReply['asked'][number];

const factsOf = ({ serviceName, frameworkPrice, quote, answer, text, by, at }: Asked) => [
  { label: 'Service', value: serviceName },
  { label: 'Answer', value: answer === undefined ? 'None yet' : answerWords[answer] },
  ...(frameworkPrice
    ? [{ label: 'Framework price', value: `${formatMoney(frameworkPrice.unitPrice)} per ${frameworkPrice.unit}, ex VAT` }]
    : []),
  ...(quote && frameworkPrice
    ? [
        { label: 'Quoted', value: `${formatMoney(quote.unitPrice)} per ${frameworkPrice.unit}, ex VAT` },
        { label: 'Can start', value: formatDate(quote.earliestStart) },
      ]
    : []),
  ...(text === undefined ? [] : [{ label: answer === 'declined' ? 'Why' : 'In their words', value: text }]),
  ...(by === undefined || at === undefined ? [] : [{ label: 'Answered by', value: `${by}, on ${formatInstant(at)}` }]),
];

/** Every answer, side by side, in the order in which they were asked. */
export const Answers: React.FC<{ readonly enquiry: EnquiryReply }> = ({ enquiry: { asked, councilReply, sealed } }) => {
  const styles = useStyles();
  return (
    <>
      {asked.length === 0 ? null : (
        <section aria-label="Answers" className={styles.part}>
          <Heading level={2}>Answers</Heading>
          {sealed ? (
            <Notice intent="info" title="Quotes are not open yet">
              They are shown when everybody has answered, or the time is over, so that nobody can tell one provider of another's.
            </Notice>
          ) : null}
          <ul className={styles.sides} aria-label="Answers of providers">
            {asked.map((each) => (
              <li key={each.providerRef} className={styles.side}>
                <Heading level={3}>{each.providerName}</Heading>
                <Facts facts={factsOf(each)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {councilReply ? (
        <section aria-label="Answer of the commissioning team" className={styles.part}>
          <Heading level={2}>The commissioning team</Heading>
          <Text block>{councilReply.text}</Text>
          <Text block size={200}>{`${councilReply.by}, on ${formatInstant(councilReply.at)}`}</Text>
        </section>
      ) : null}
    </>
  );
};
