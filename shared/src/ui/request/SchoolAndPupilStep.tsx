import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { YesNoField } from '../forms/fields/YesNoField.tsx';
import { billToOf } from './bill-to.ts';
import { defaultPayer } from './default-payer.ts';
import { exclusionWords, isExcluded } from './exclusion.ts';
import type { StepProps } from './step-props.ts';

const exclusionOptions = (['no', 'suspension', 'permanent-exclusion'] as const).map((value) => ({ value, label: exclusionWords[value] }));

/** For which school, and what the rules must know about the pupil: never who it is. */
export const SchoolAndPupilStep = (props: Omit<StepProps, 'blocks'>): React.ReactElement => {
  const { answers, change } = props;
  return (
    <>
      {props.memberships.length > 1 ? <BuyerQuestion {...props} /> : null}
      <TextField
        name="pupilRef"
        label="Your school's own reference for the pupil"
        hint="One that your school made up, such as P-0147. Do not enter a name, a date of birth or a unique pupil number"
        width="medium"
        value={answers.pupilRef}
        onChange={(pupilRef) => change({ pupilRef })}
      />
      <TextField
        name="age"
        label="Age of the pupil"
        hint="In whole years. We ask because each service is for certain ages"
        width="short"
        inputMode="numeric"
        value={answers.age}
        onChange={(age) => change({ age })}
      />
      <Text block>
        We ask the next questions because the law sets rules for each. The answers are used for rules only, never shown on a card or e-mail.
      </Text>
      <YesNoField
        name="compulsorySchoolAge"
        label="Is the pupil of compulsory school age?"
        hint="From the term after the 5th birthday to the last Friday in June of the school year in which the pupil is 16"
        value={answers.compulsorySchoolAge}
        onChange={(compulsorySchoolAge) => change({ compulsorySchoolAge })}
      />
      <YesNoField
        name="ehcPlan"
        label="Does the pupil have an EHC plan?"
        value={answers.ehcPlan}
        onChange={(ehcPlan) => change({ ehcPlan })}
      />
      <YesNoField
        name="lookedAfter"
        label="Is the pupil looked after by a council?"
        value={answers.lookedAfter}
        onChange={(lookedAfter) => change({ lookedAfter })}
      />
      <RadioField
        name="exclusion"
        label="Is the pupil suspended or permanently excluded?"
        optional
        options={exclusionOptions}
        value={answers.exclusion}
        onChange={(exclusion) => change({ exclusion })}
      />
      {isExcluded(answers) ? (
        <DateField
          name="excludedFrom"
          label="First day of the suspension or exclusion"
          value={answers.excludedFrom}
          onChange={(excludedFrom) => change({ excludedFrom })}
        />
      ) : null}
      {asksDirection(props) ? (
        <YesNoField
          name="offSiteDirection"
          label="Is this an off-site direction (section 29A)?"
          hint="The school requires the pupil to attend elsewhere to improve behaviour. Parents are given written notice at least 2 school days before the first day"
          optional
          value={answers.offSiteDirection}
          onChange={(offSiteDirection) => change({ offSiteDirection })}
        />
      ) : null}
    </>
  );
};

/** R8: only a school directs a pupil, and only to a service that is away from it. */
export const asksDirection = ({ answers, memberships, service }: Pick<StepProps, 'answers' | 'memberships' | 'service'>): boolean => {
  const type = memberships.find(({ buyer }) => buyer.ref === answers.buyerRef)?.buyer.type;
  return service.deliveryMode === 'off-site' && type !== undefined && type !== 'council-department';
};

const BuyerQuestion = ({ answers, change, memberships }: Pick<StepProps, 'answers' | 'change' | 'memberships'>): React.ReactElement => {
  const mayBuy = memberships.filter(({ whyNotBuy }) => whyNotBuy === undefined);
  const mayNotBuy = memberships.flatMap(({ whyNotBuy }) => whyNotBuy ?? []);
  const choose = (buyerRef: string): void => {
    const chosen = memberships.find(({ buyer }) => buyer.ref === buyerRef);
    const before = memberships.find(({ buyer }) => buyer.ref === answers.buyerRef);
    if (!chosen) return;
    // What was filled in for the school before goes with it; what the person wrote stays.
    const ownBillTo = answers.billTo !== '' && (before === undefined || answers.billTo !== billToOf(before.buyer));
    change({ buyerRef, offSiteDirection: '', payer: defaultPayer(chosen), ...(ownBillTo ? {} : { billTo: billToOf(chosen.buyer) }) });
  };
  return (
    <div>
      <RadioField
        name="buyerRef"
        label="Which school is the request for?"
        options={mayBuy.map(({ buyer }) => ({ value: buyer.ref, label: buyer.name }))}
        value={answers.buyerRef}
        onChange={choose}
      />
      {mayNotBuy.map((sentence) => (
        <Text block key={sentence}>
          {sentence}
        </Text>
      ))}
    </div>
  );
};
