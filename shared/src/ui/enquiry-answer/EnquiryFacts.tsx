import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { AskedReply } from '../../contract/enquiry-links.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { criterionWords } from '../../domain/enquiries/enquiry.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { keyStageNames, needNames } from '../../domain/register/service-names.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  message: { whiteSpace: 'pre-line', padding: `0 0 0 ${tokens.spacingHorizontalM}`, borderLeft: `3px solid ${tokens.colorNeutralStroke1}` },
  criteria: { margin: 0 },
});

/** What one provider is asked, and by what a competition is decided. Nothing about a pupil. */
export const EnquiryFacts: React.FC<{ readonly enquiry: AskedReply }> = ({ enquiry }) => {
  const styles = useStyles();
  const { needs, keyStage, startDate, endDate, frameworkPrice, criteria, asker, teamPhone } = enquiry;
  const facts = [
    { label: 'About', value: enquiry.serviceName },
    ...(needs.length === 0 ? [] : [{ label: 'Needs', value: needs.map((need) => needNames[need]).join(', ') }]),
    ...(keyStage === undefined ? [] : [{ label: 'Key stage', value: keyStageNames[keyStage] }]),
    ...(startDate === undefined ? [] : [{ label: 'From', value: formatDate(startDate) }]),
    ...(endDate === undefined ? [] : [{ label: 'To', value: formatDate(endDate) }]),
    ...(frameworkPrice === undefined
      ? []
      : [{ label: 'Your framework price', value: `${formatMoney(frameworkPrice.unitPrice)} per ${frameworkPrice.unit}, ex VAT` }]),
    { label: 'Answer by', value: formatInstant(enquiry.closesAt) },
    { label: 'At the school', value: `${asker.name}, ${asker.email}` },
    { label: 'At the council', value: teamPhone === undefined ? 'The commissioning team' : `The commissioning team, ${teamPhone}` },
  ];
  return (
    <section aria-label="What is asked" className={styles.section}>
      <Heading level={2}>What is asked</Heading>
      <Text block className={styles.message}>
        {enquiry.message}
      </Text>
      <Facts facts={facts} />
      {criteria.length === 0 ? null : (
        <>
          <Heading level={3}>How the school chooses, the most important first</Heading>
          <ol className={styles.criteria}>
            {criteria.map(({ criterion, refined }) => (
              <li key={criterion}>
                {criterionWords[criterion]}
                {refined === undefined ? null : `: ${refined}`}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
};
