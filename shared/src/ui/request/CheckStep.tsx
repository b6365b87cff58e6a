import * as React from 'react';
import { formatDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { paidThroughSentence, payerNames } from '../../domain/money/payer.ts';
import { whyThisProvider } from '../../domain/register/framework.ts';
import { type AnswerRow, CheckAnswers } from '../forms/CheckAnswers.tsx';
import { OwnChecks } from '../own-check/OwnChecks.tsx';
import { arrangerWords, sessionWords, weekdayWords } from '../words.tsx';
import type { RequestAnswers, RequestStep } from './answers.ts';
import { exclusionWords, isExcluded } from './exclusion.ts';
import { asksDirection } from './SchoolAndPupilStep.tsx';
import type { StepProps } from './step-props.ts';
import { needsReason } from './to-request.ts';

interface Props extends Pick<StepProps, 'answers' | 'memberships' | 'service'> {
  readonly goTo: (step: RequestStep) => void;
}

/** Every answer before it is sent, parted by who will see it. */
export const CheckStep = ({ answers, memberships, service, goTo }: Props): React.ReactElement => {
  const buyer = memberships.find((membership) => membership.buyer.ref === answers.buyerRef)?.buyer;
  const row = (step: RequestStep, label: string, value: string): AnswerRow => ({ label, value, onChange: () => goTo(step) });
  return (
    <>
      <OwnChecks providerRef={service.providerRef} buyerRef={answers.buyerRef} />
      <CheckAnswers
        title="What the provider will be told"
        note="When the request is approved, the order tells the provider this, your name and your e-mail address."
        rows={[
          { label: 'Service', value: `${service.name}, ${service.providerName}` },
          memberships.length > 1 ? row('school-and-pupil', 'School', buyer?.name ?? '') : { label: 'School', value: buyer?.name ?? '' },
          row('days', 'Days', answers.days.map((day) => weekdayWords[day]).join(', ')),
          row('days', 'Sessions', answers.sessions === '' ? '' : sessionWords[answers.sessions]),
          row('days', 'Hours a day', answers.hoursPerDay),
          row('days', 'First day', dayTyped(answers.startDate)),
          row('days', 'Last day', dayTyped(answers.endDate)),
          row('payer', 'Who the invoice goes to', answers.billTo),
          row('payer', 'Cost code', answers.costCode),
        ]}
      />
      <CheckAnswers
        title="What stays with the school and council"
        rows={keptRows(answers, row, asksDirection({ answers, memberships, service }))}
      />
    </>
  );
};

const keptRows = (
  answers: RequestAnswers,
  row: (step: RequestStep, label: string, value: string) => AnswerRow,
  directs: boolean,
): readonly AnswerRow[] => [
  row('school-and-pupil', 'Pupil reference', answers.pupilRef),
  row('school-and-pupil', 'Age', answers.age),
  row('school-and-pupil', 'Compulsory school age', yesOrNo(answers.compulsorySchoolAge)),
  row('school-and-pupil', 'EHC plan', yesOrNo(answers.ehcPlan)),
  row('school-and-pupil', 'Looked after', yesOrNo(answers.lookedAfter)),
  ...(directs ? [row('school-and-pupil', 'Off-site direction', yesOrNo(answers.offSiteDirection))] : []),
  row('school-and-pupil', 'Suspended or excluded', excludedWords(answers)),
  row('payer', 'Arranged by', answers.arrangedBy === '' ? '' : arrangerWords[answers.arrangedBy]),
  row('payer', 'Who pays', answers.payer === '' ? '' : payerNames[answers.payer]),
  answers.blockRef === ''
    ? row('why', 'Why this provider', whyThisProvider(answers))
    : row('why', 'Paid through', paidThroughSentence(answers.blockRef)),
  ...(needsReason(answers) ? [row('why', 'How you know', answers.basisReason)] : []),
  row('why', 'What the placement is for', answers.objectives),
];

const yesOrNo = (answer: 'yes' | 'no' | ''): string => ({ yes: 'Yes', no: 'No', '': '' })[answer];

const excludedWords = (answers: RequestAnswers): string =>
  answers.exclusion === ''
    ? ''
    : `${exclusionWords[answers.exclusion]}${isExcluded(answers) ? `, from ${dayTyped(answers.excludedFrom)}` : ''}`;

const dayTyped = (text: string): string => {
  const day = parseUkDate(text);
  return day === undefined ? text : formatDate(day);
};
