import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { EnquiryReply } from '../../contract/enquiries.ts';
import { enquiryPlace } from '../../contract/enquiry-place.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { criterionWords } from '../../domain/enquiries/enquiry.ts';
import { keyStageNames, needNames } from '../../domain/register/service-names.ts';
import { useAnnounce } from '../Announcer.tsx';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { Notice } from '../states/Notice.tsx';
import { Answers } from './Answers.tsx';
import { EnquiryActs } from './EnquiryActs.tsx';
import { countsSentence, kindWords, standingSentence } from './enquiry-words.ts';
import { StartRequest } from './StartRequest.tsx';
import { useEnquiry } from './use-enquiries.tsx';

const useStyles = makeStyles({
  message: {
    whiteSpace: 'pre-line',
    padding: `0 0 0 ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    maxWidth: '48rem',
  },
  part: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  list: { margin: 0 },
});

/** One enquiry: what was asked, the answers side by side, and what can be done with it. */
export const OneEnquiry: React.FC<{ readonly enquiryRef: string }> = ({ enquiryRef }) => {
  const read = useEnquiry(enquiryRef);
  const announce = useAnnounce();
  const standing = React.useRef<HTMLDivElement>(null);
  const styles = useStyles();
  return (
    <>
      <div>
        <PlaceLink to={enquiryPlace({ at: 'list' })}>All enquiries</PlaceLink>
      </div>
      <Loaded reads={[read] as const} page="An enquiry" what="the enquiry" failed="The enquiry could not be loaded">
        {(enquiry) => (
          <>
            <PageHeading>{`${kindWords[enquiry.kind]} ${enquiry.ref}`}</PageHeading>
            <div ref={standing} tabIndex={-1}>
              <Text block>{`${standingSentence(enquiry)} ${countsSentence(enquiry)}`}</Text>
            </div>
            <Outcome enquiry={enquiry} />
            {enquiry.may.includes('start-request') ? <StartRequest enquiry={enquiry} /> : null}
            <section aria-label="What was asked" className={styles.part}>
              <Heading level={2}>What was asked</Heading>
              <Text block className={styles.message}>
                {enquiry.question.message}
              </Text>
              <Facts facts={factsOf(enquiry)} />
              <Criteria enquiry={enquiry} />
            </section>
            <Answers enquiry={enquiry} />
            <EnquiryActs
              key={enquiry.status}
              enquiry={enquiry}
              onDone={(next, told) => {
                void read.mutate(next, { revalidate: false });
                announce(told);
                standing.current?.focus();
              }}
            />
          </>
        )}
      </Loaded>
    </>
  );
};

const factsOf = ({ buyerName, asker, sentAt, question, keepUntil }: EnquiryReply) => {
  const { needs, keyStage, startDate, endDate } = question;
  return [
    { label: 'School or department', value: buyerName },
    { label: 'Asked by', value: `${asker.name}, on ${formatInstant(sentAt)}` },
    ...(needs.length === 0 ? [] : [{ label: 'Needs', value: needs.map((need) => needNames[need]).join(', ') }]),
    ...(keyStage === undefined ? [] : [{ label: 'Key stage', value: keyStageNames[keyStage] }]),
    ...(startDate === undefined ? [] : [{ label: 'From', value: formatDate(startDate) }]),
    ...(endDate === undefined ? [] : [{ label: 'To', value: formatDate(endDate) }]),
    { label: 'Kept until', value: formatDate(keepUntil) },
  ];
};

const Criteria: React.FC<{ readonly enquiry: EnquiryReply }> = ({ enquiry: { criteria } }) => {
  const styles = useStyles();
  return criteria.length === 0 ? null : (
    <>
      <Heading level={3}>Chosen by, the most important first</Heading>
      <ol className={styles.list}>
        {criteria.map(({ criterion, refined }) => (
          <li key={criterion}>
            {criterionWords[criterion]}
            {refined === undefined ? null : `: ${refined}`}
          </li>
        ))}
      </ol>
    </>
  );
};

const Outcome: React.FC<{ readonly enquiry: EnquiryReply }> = ({ enquiry: { outcome, asked } }) => {
  if (!outcome) return null;
  const chosen = asked.find(({ providerRef }) => providerRef === outcome.chosen);
  return (
    <Notice intent={chosen ? 'success' : 'info'} title={chosen ? `${chosen.providerName} was chosen` : 'The enquiry is over'}>
      {`${outcome.by}: ${outcome.reason}`}
    </Notice>
  );
};
