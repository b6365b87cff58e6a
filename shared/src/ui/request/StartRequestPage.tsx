import * as React from 'react';
import type { MembershipReply } from '../../contract/me.ts';
import type { ServiceReply } from '../../contract/service.ts';
import { type SchoolWeekday, schoolWeekdays } from '../../domain/days/weekly-pattern.ts';
import { productName } from '../../domain/texts/product-name.ts';
import { whyNotRequest } from '../directory/why-not-request.tsx';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { QuestionPage } from '../forms/QuestionPage.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { Notice } from '../states/Notice.tsx';
import { useApi } from '../use-api.tsx';
import { weekdayWords } from '../words.tsx';
import { draftOfAnswers } from './answers.ts';
import { realDateFault } from './check-step.ts';
import { answersFor } from './first-answers.ts';

interface StartProps {
  readonly service: ServiceReply;
  readonly memberships: readonly MembershipReply[];
}

/**
 * The short page in a dialog of Teams: for which school, from when and on which days. It saves a draft and closes; the form itself stays in
 * the tab, because incoming messages would tear at it here. It leads nowhere else: a dialog is not the whole app.
 */
export const StartRequestPage: React.FC<{ readonly serviceRef: string }> = ({ serviceRef }) => {
  const me = useApi('getMe', {});
  const service = useApi('getService', { params: { serviceRef } });
  return (
    <Loaded reads={[service, me] as const} page="Service" what="the service" failed="This page could not be loaded">
      {(offered, { memberships }) => <Start service={offered} memberships={memberships} />}
    </Loaded>
  );
};

const Start: React.FC<StartProps> = ({ service, memberships }) => {
  const why = whyNotRequest(service, { memberships });
  if (why)
    return (
      <>
        <PageHeading>{service.name}</PageHeading>
        <Notice intent="warning" title="You cannot request this service now">
          {' '}
          {why.sentence} {why.accessHelps ? `Open the ${productName} app and choose Access.` : ''}
        </Notice>
      </>
    );
  const able = memberships.filter(
    ({ status, roles, whyNotBuy }) => status === 'active' && roles.includes('requester') && whyNotBuy === undefined,
  );
  return <StartForm service={service} memberships={able} />;
};

const none: readonly FormError[] = [];

const StartForm: React.FC<StartProps> = (props) => {
  const { service, memberships } = props;
  const { api, go, host } = useSurroundings();
  const [draftId] = React.useState(() => crypto.randomUUID());
  const [buyerRef, setBuyerRef] = React.useState(memberships.length === 1 ? (memberships[0]?.buyer.ref ?? '') : '');
  const [startDate, setStartDate] = React.useState('');
  const [days, setDays] = React.useState<readonly SchoolWeekday[]>([]);
  const [errors, setErrors] = React.useState(none);
  const [saved, setSaved] = React.useState(false);
  const { busy, once } = useOnce();

  const save = async (): Promise<void> => {
    const member = memberships.find(({ buyer }) => buyer.ref === buyerRef);
    const date = realDateFault('startDate', startDate, 'first day');
    const school = member ? undefined : { field: 'buyerRef', message: 'Choose which school the request is for' };
    if (!member || date) return setErrors([school, date].filter((fault) => fault !== undefined));
    const { serviceRef } = service;
    try {
      const answers = draftOfAnswers({ ...answersFor(member), days, startDate });
      await api.saveDraft({ params: { draftId }, body: { serviceRef, buyerRef, answers } });
    } catch (error) {
      return setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: fieldOf(pointer), message: detail })));
    }
    setErrors(none);
    setSaved(true);
    if (host.closeDialog) host.closeDialog({ draftId, serviceRef });
    else go({ at: 'request', draftId, serviceRef }, { replace: true });
  };

  return (
    <QuestionPage
      title={service.name}
      caption={`Provided by ${service.providerName}`}
      errors={errors}
      onContinue={() => once(save)}
      continueLabel={busy ? 'Saving' : 'Save the draft'}
      aside={<div role="status">{saved ? 'The draft is saved.' : ''}</div>}
    >
      {memberships.length > 1 ? (
        <RadioField
          name="buyerRef"
          label="Which school is the request for?"
          options={memberships.map(({ buyer }) => ({ value: buyer.ref, label: buyer.name }))}
          value={buyerRef}
          onChange={setBuyerRef}
        />
      ) : (
        <div>For {memberships[0]?.buyer.name}</div>
      )}
      <DateField name="startDate" label="First day" optional value={startDate} onChange={setStartDate} />
      <CheckboxField
        name="days"
        label="Which days of the week?"
        optional
        options={schoolWeekdays.map((value) => ({ value, label: weekdayWords[value] }))}
        values={days}
        onChange={setDays}
      />
    </QuestionPage>
  );
};

/** The field of this page that the server's pointer means; '' for all else. */
const fieldOf = (pointer: string): string => ['buyerRef', 'startDate', 'days'].find((field) => pointer.endsWith(`/${field}`)) ?? '';
