import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { paidThroughSentence, payerNames } from '../../domain/money/payer.ts';
import { whyThisProvider } from '../../domain/register/framework.ts';
import { Heading } from '../Heading.tsx';
import { arrangerWords } from '../words.tsx';
import { type Fact, Facts } from './Facts.tsx';
import { priceFacts } from './price-facts.ts';

/** What is asked for and what it costs: enough to decide by, without the pupil's flags. What the heading and the progress tell is not told again. */
export const CallOffFacts = ({ callOff }: { callOff: CallOffReply }): React.ReactElement => (
  <>
    <div>
      <Heading level={2}>{callOff.orderNumber === undefined ? 'What is asked for' : 'What was asked for'}</Heading>
      <Facts facts={requestFacts(callOff)} />
    </div>
    <div>
      <Heading level={2}>{callOff.orderNumber === undefined ? 'Price' : 'Price as approved'}</Heading>
      <Facts facts={priceFacts(callOff.price, callOff)} />
    </div>
  </>
);

const requestFacts = (callOff: CallOffReply): readonly Fact[] => [
  { label: 'Provider', value: callOff.providerName },
  { label: 'Lot', value: callOff.lotName },
  ...(callOff.orderNumber === undefined ? [] : [{ label: 'Order number', value: callOff.orderNumber }]),
  { label: 'Pupil reference', value: callOff.pupilRef },
  { label: 'Dates', value: `${formatDate(callOff.startDate)} to ${formatDate(callOff.endDate)}` },
  ...(callOff.offSiteDirection ? [{ label: 'Off-site direction', value: 'Yes, under section 29A' }] : []),
  ...(callOff.advice ? [{ label: 'Take note', value: callOff.advice.join(' ') }] : []),
  { label: 'Arranged by', value: arrangerWords[callOff.arrangedBy] },
  { label: 'Who pays', value: callOff.blockRef ? paidThroughSentence(callOff.blockRef) : payerNames[callOff.payer] },
  { label: 'Who the invoice goes to', value: callOff.billTo },
  { label: 'Cost code', value: callOff.costCode ?? 'Not provided' },
  ...(callOff.blockRef
    ? []
    : [
        {
          label: 'Why this provider',
          value: [whyThisProvider(callOff), ...(callOff.awardEvidence ?? [])].join('\n'),
        },
      ]),
  { label: 'What the placement is for', value: callOff.objectives ?? 'Not provided' },
];
