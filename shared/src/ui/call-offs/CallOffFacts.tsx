import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { formatDate, formatInstant } from '../../domain/local-date.ts';
import { payerNames } from '../../domain/payer.ts';
import { Heading } from '../Heading.tsx';
import { arrangerWords, basisWords } from '../words.tsx';
import { type Fact, Facts } from './Facts.tsx';
import { priceFacts } from './price-facts.ts';

/** What is asked for and what it costs: enough to decide by, without the pupil's flags. */
export const CallOffFacts = ({ callOff }: { callOff: CallOffReply }): React.ReactElement => (
  <>
    <Facts facts={requestFacts(callOff)} />
    <Heading level={2}>Price</Heading>
    <Facts facts={priceFacts(callOff.price)} />
  </>
);

const requestFacts = (callOff: CallOffReply): readonly Fact[] => [
  { label: 'Service', value: `${callOff.serviceName}, ${callOff.providerName}` },
  { label: 'Lot', value: callOff.lotName },
  { label: 'School', value: callOff.buyerName },
  { label: 'Pupil reference', value: callOff.pupilRef },
  { label: 'Dates', value: `${formatDate(callOff.startDate)} to ${formatDate(callOff.endDate)}` },
  { label: 'Arranged by', value: arrangerWords[callOff.arrangedBy] },
  { label: 'Who pays', value: payerNames[callOff.payer] },
  { label: 'Who the invoice goes to', value: callOff.billTo },
  { label: 'Cost code', value: callOff.costCode ?? 'Not provided' },
  { label: 'Why this provider', value: basisWords[callOff.basis] },
  { label: 'What the placement is for', value: callOff.objectives ?? 'Not provided' },
  { label: 'Asked by', value: `${callOff.requesterName} on ${formatInstant(callOff.submittedAt)}` },
];
