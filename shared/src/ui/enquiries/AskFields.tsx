import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { MembershipReply } from '../../contract/me.ts';
import { type CompetitionCriterion, competitionCriteria, criterionWords, type EnquiryKind } from '../../domain/enquiries/enquiry.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { type KeyStage, keyStages, needs } from '../../domain/register/service.ts';
import { keyStageNames, needNames } from '../../domain/register/service-names.ts';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { useApi } from '../use-api.tsx';
import { type AskAnswers, messageLimit } from './ask-answers.ts';
import { useCandidates } from './use-enquiries.tsx';

interface Props {
  readonly answers: AskAnswers;
  readonly change: (part: Partial<AskAnswers>) => void;
  readonly memberships: readonly MembershipReply[];
  readonly serviceRef: string;
}

type Asked = { readonly value: string; readonly label: string };

/** Whom one can ask: those that can meet the need of the service, and what one's school has on its shortlist. */
const useWhomToAsk = (buyerRef: string, serviceRef: string): { readonly loading: boolean; readonly options: readonly Asked[] } => {
  const candidates = useCandidates(buyerRef, serviceRef);
  const shortlist = useApi('getShortlist', buyerRef === '' ? undefined : { params: { buyerRef } });
  const same = (candidates.data?.candidates ?? []).map((each) => ({
    value: each.serviceRef,
    label: `${each.providerName}: ${each.serviceName}, ${formatMoney(each.unitPrice)} per ${each.unit}, ex VAT`,
  }));
  const kept = (shortlist.data?.items ?? []).flatMap(({ serviceRef: value, service, listed }) =>
    listed && service && !same.some((each) => each.value === value)
      ? [{ value, label: `${service.providerName}: ${service.name} (on your shortlist)` }]
      : [],
  );
  return { loading: candidates.data === undefined && candidates.error === undefined, options: [...same, ...kept] };
};

const council = 'council';
const stages: readonly { readonly value: KeyStage | ''; readonly label: string }[] = [
  { value: '', label: 'Not stated' },
  ...keyStages.map((value) => ({ value, label: keyStageNames[value] })),
];

const abouts: readonly { readonly value: EnquiryKind; readonly label: string }[] = [
  { value: 'question', label: 'Ask a question' },
  { value: 'competition', label: 'Hold a competition: each quotes a price, at most its framework price, and when it can start' },
];

const places = ['Most important', 'Next', 'Then', 'Last'] as const;
const counts: readonly { readonly value: CompetitionCriterion | ''; readonly label: string }[] = [
  { value: '', label: 'Nothing more' },
  ...competitionCriteria.map((value) => ({ value, label: criterionWords[value] })),
];

/** R31: by what it is decided, stated before anybody quotes. */
const CriteriaFields: React.FC<Pick<Props, 'answers' | 'change'>> = ({ answers: { criteria }, change }) => (
  <>
    <Text block>Say by what you will choose. The providers see it, and it cannot be changed once it is sent.</Text>
    {places.map((label, at) => (
      <SelectField
        key={label}
        name={`criteria${at}`}
        label={label}
        options={counts}
        value={criteria[at] ?? ''}
        onChange={(chosen) => change({ criteria: places.map((_, other) => (other === at ? chosen : (criteria[other] ?? ''))) })}
      />
    ))}
  </>
);

/** What is asked, of whom, and until when. */
export const AskFields: React.FC<Props> = ({ answers, change, memberships, serviceRef }) => {
  const { options } = useWhomToAsk(answers.buyerRef, serviceRef);
  const { about } = answers;
  const whom = about === 'question' ? [...options, { value: council, label: 'The commissioning team of the council' }] : options;
  const chosen = [...answers.serviceRefs, ...(answers.askCouncil ? [council] : [])];
  return (
    <>
      {memberships.length > 1 ? (
        <SelectField
          name="buyerRef"
          label="For which school or department?"
          options={[{ value: '', label: 'Choose' }, ...memberships.map(({ buyer }) => ({ value: buyer.ref, label: buyer.name }))]}
          value={answers.buyerRef}
          onChange={(buyerRef) => change({ buyerRef })}
        />
      ) : null}
      <RadioField
        name="about"
        label="What do you want to do?"
        options={abouts}
        value={about}
        onChange={(next) => change({ about: next })}
      />
      <CheckboxField
        name="serviceRefs"
        label="Whom do you ask?"
        hint="Up to ten providers, each about one of its services"
        options={whom}
        values={chosen}
        onChange={(values) => change({ serviceRefs: values.filter((each) => each !== council), askCouncil: values.includes(council) })}
      />
      {about === 'competition' ? <CriteriaFields answers={answers} change={change} /> : null}
      <CheckboxField
        name="needs"
        label="For which needs?"
        optional
        options={needs.map((value) => ({ value, label: needNames[value] }))}
        values={answers.needs}
        onChange={(chosenNeeds) => change({ needs: chosenNeeds })}
      />
      <SelectField
        name="keyStage"
        label="Key stage"
        optional
        options={stages}
        value={answers.keyStage}
        onChange={(keyStage) => change({ keyStage })}
      />
      <DateField
        name="startDate"
        label="From when?"
        optional={about !== 'competition'}
        value={answers.startDate}
        onChange={(startDate) => change({ startDate })}
      />
      <DateField name="endDate" label="Until when?" optional value={answers.endDate} onChange={(endDate) => change({ endDate })} />
      <TextAreaField
        name="message"
        label="What do you want to know?"
        hint="Such as days, hours, travel or experience. Do not name a pupil, and write nothing by which one could be known"
        limit={messageLimit}
        value={answers.message}
        onChange={(message) => change({ message })}
      />
      <TextField
        name="workingDays"
        label="How many working days do they have to answer?"
        hint="From 2 to 20. It closes at five in the afternoon"
        width="short"
        value={answers.workingDays}
        onChange={(workingDays) => change({ workingDays })}
      />
    </>
  );
};
