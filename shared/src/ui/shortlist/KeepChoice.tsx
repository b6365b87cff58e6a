import { Button } from '@fluentui/react-button';
import * as React from 'react';
import type { ServiceSummary } from '../../contract/directory.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import { useAnnounce } from '../Announcer.tsx';
import { Form } from '../forms/Form.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { formErrorsOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { useComparisonsClient } from './use-comparisons.tsx';

const none: readonly FormError[] = [];
const limit = 2000;
const blank = { serviceRef: '', reason: '' };

interface KeepChoiceProps {
  readonly buyerRef: string;
  readonly services: readonly ServiceSummary[];
  readonly plan: string | undefined;
  readonly onKept: () => Promise<unknown>;
}

/** Row 36: chooses one of the services compared and says why: evidence of value for money that the school keeps. */
export const KeepChoice: React.FC<KeepChoiceProps> = ({ buyerRef, services, plan, onKept }) => {
  const client = useComparisonsClient();
  const announce = useAnnounce();
  const intent = useIntent();
  const { once } = useOnce();
  const [answers, setAnswers] = React.useState(blank);
  const [errors, setErrors] = React.useState(none);
  const submit = (): void =>
    once(async () => {
      const reason = answers.reason.trim();
      const screened = screenFreeText(reason);
      const faults = [
        ...(answers.serviceRef === '' ? [{ field: 'serviceRef', message: 'Choose one of the services' }] : []),
        ...(reason === '' ? [{ field: 'reason', message: 'Enter why you choose this service' }] : []),
        ...(reason.length > limit ? [{ field: 'reason', message: `Enter ${limit.toLocaleString('en-GB')} characters or fewer` }] : []),
        ...(screened.ok ? [] : [{ field: 'reason', message: screened.sentence }]),
      ];
      setErrors(faults);
      if (faults.length > 0) return;
      const compared = services.map(({ serviceRef }) => serviceRef);
      const body = { serviceRef: answers.serviceRef, compared, reason, ...(plan === undefined ? {} : { plan }) };
      try {
        await client.keepChoice({ params: { buyerRef }, body, key: intent.keyFor(body) });
        intent.done();
        setAnswers(blank);
        await onKept();
        announce('Your choice is kept');
      } catch (error) {
        setErrors(formErrorsOf(error, blank));
      }
    });
  return (
    <Form errors={errors} onSubmit={submit} label="Choose one and say why">
      <RadioField
        name="serviceRef"
        label="Which service do you choose?"
        options={services.map(({ serviceRef, name, providerName }) => ({ value: serviceRef, label: `${name}, ${providerName}` }))}
        value={answers.serviceRef}
        onChange={(serviceRef) => setAnswers((before) => ({ ...before, serviceRef }))}
      />
      <TextAreaField
        name="reason"
        label="Why this one?"
        hint="What made the difference: price, place, start, experience. Colleagues of your school read it with your name, the council\'s commissioners without it, both with the prices of today"
        limit={limit}
        value={answers.reason}
        onChange={(reason) => setAnswers((before) => ({ ...before, reason }))}
      />
      <div>
        <Button type="submit">Keep the choice</Button>
      </div>
    </Form>
  );
};
