import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { clientOf } from '../../contract/client.ts';
import { recordOwnCheck } from '../../contract/record-own-check.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import { type OwnCheckHeading, ownCheckHeadings } from '../../domain/quality/own-check.ts';
import { useAnnounce } from '../Announcer.tsx';
import { Form } from '../forms/Form.tsx';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { formErrorsOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

interface Props {
  readonly buyerRef: string;
  readonly providerRef: string;
  readonly onClose: () => void;
  /** Reads again what is recorded. */
  readonly onRecorded: () => Promise<unknown>;
}

const options = ownCheckHeadings.map(({ key, label }) => ({ value: key, label }));
const none: readonly FormError[] = [];
const noteLimit = 500;
const blank = { checkedOn: '', headings: [] as readonly OwnCheckHeading[], note: '', reviewOn: '' };

/** What this page can see; the server decides about the days. */
const faultsIn = ({ checkedOn, headings, note, reviewOn }: typeof blank): readonly FormError[] => {
  const screened = screenFreeText(note);
  return [
    ...(parseUkDate(checkedOn) ? [] : [{ field: 'checkedOn', message: 'Enter the day of the check, such as 27 3 2027' }]),
    ...(headings.length > 0 ? [] : [{ field: 'headings', message: 'Mark at least one thing that you checked' }]),
    ...(note.trim().length > noteLimit ? [{ field: 'note', message: `Enter ${noteLimit} characters or fewer` }] : []),
    ...(screened.ok ? [] : [{ field: 'note', message: screened.sentence }]),
    ...(parseUkDate(reviewOn) ? [] : [{ field: 'reviewOn', message: 'Enter the day of the review, such as 27 3 2027' }]),
  ];
};

/** Records a school's own check: when, what, a note, and when it is looked at again. */
export const OwnCheckForm: React.FC<Props> = ({ buyerRef, providerRef, onClose, onRecorded }) => {
  const { service } = useSteadySurroundings();
  const announce = useAnnounce();
  const { once } = useOnce();
  const [answers, setAnswers] = React.useState(blank);
  const [errors, setErrors] = React.useState(none);
  const intent = useIntent();
  const change = (part: Partial<typeof blank>): void => setAnswers((before) => ({ ...before, ...part }));
  const submit = (): void =>
    once(async () => {
      const [checkedOn, reviewOn] = [parseUkDate(answers.checkedOn), parseUkDate(answers.reviewOn)];
      const faults = faultsIn(answers);
      setErrors(faults);
      if (faults.length > 0 || !checkedOn || !reviewOn) return;
      const note = answers.note.trim();
      const body = { checkedOn, reviewOn, headings: [...answers.headings], ...(note === '' ? {} : { note }) };
      try {
        if (!service) throw new Error("This host shows no school's own checks.");
        await clientOf({ recordOwnCheck }, service).recordOwnCheck({ params: { providerRef, buyerRef }, body, key: intent.keyFor(body) });
        await onRecorded();
        announce('Your own check is recorded.');
        onClose();
      } catch (error) {
        setErrors(formErrorsOf(error, blank));
      }
    });
  return (
    <Form errors={errors} onSubmit={submit} label="Record your own check">
      <DateField name="checkedOn" label="When did you check?" value={answers.checkedOn} onChange={(checkedOn) => change({ checkedOn })} />
      <CheckboxField
        name="headings"
        label="What did you check?"
        values={answers.headings}
        options={options}
        onChange={(headings) => change({ headings })}
      />
      <TextAreaField name="note" label="Note" optional limit={noteLimit} value={answers.note} onChange={(note) => change({ note })} />
      <DateField
        name="reviewOn"
        label="When will you review it, within 12 months?"
        value={answers.reviewOn}
        onChange={(reviewOn) => change({ reviewOn })}
      />
      <div className={useStyles().acts}>
        <Button appearance="primary" type="submit">
          Record the check
        </Button>
        <Button onClick={onClose}>Go back</Button>
      </div>
    </Form>
  );
};
