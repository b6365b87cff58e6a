import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { ReviewsReply, recordReview } from '../../contract/reviews.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import {
  type ObjectivesProgress,
  objectivesProgress,
  participantWords,
  progressWords,
  type ReviewDecision,
  type ReviewParticipant,
  reviewDecisions,
  reviewDecisionWords,
  reviewParticipants,
} from '../../domain/reviews/order-reviews.ts';
import { Form } from '../forms/Form.tsx';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { formErrorsOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

type Body = BodyOf<typeof recordReview>;

interface Props {
  readonly onSend: (body: Body, key: string) => Promise<ReviewsReply>;
  readonly onRecorded: (reply: ReviewsReply) => void;
  readonly onClose: () => void;
}

interface Answers {
  readonly heldOn: string;
  readonly participants: readonly ReviewParticipant[];
  readonly progress: ObjectivesProgress | '';
  readonly decision: ReviewDecision | '';
  readonly note: string;
}

const blank: Answers = { heldOn: '', participants: [], progress: '', decision: '', note: '' };
const none: readonly FormError[] = [];
const noteLimit = 2_000;
const participants = reviewParticipants.map((value) => ({ value, label: participantWords[value] }));
const progresses = objectivesProgress.map((value) => ({ value, label: progressWords[value] }));
const decisions = reviewDecisions.map((value) => ({ value, label: reviewDecisionWords[value] }));

/** What this page can see; the server decides about the day, and who must have taken part. */
const faultsIn = (answers: Answers): readonly FormError[] => {
  const screened = screenFreeText(answers.note);
  return [
    ...(parseUkDate(answers.heldOn) ? [] : [{ field: 'heldOn', message: 'Enter the day of the review, such as 27 3 2027' }]),
    ...(answers.participants.length > 0 ? [] : [{ field: 'participants', message: 'Mark who took part' }]),
    ...(answers.progress === '' ? [{ field: 'progress', message: 'Choose how the pupil stands against the objectives' }] : []),
    ...(answers.decision === '' ? [{ field: 'decision', message: 'Choose what was decided' }] : []),
    ...(screened.ok ? [] : [{ field: 'note', message: screened.sentence }]),
  ];
};

/** R5: records a review that was held with the provider. */
export const ReviewForm: React.FC<Props> = ({ onSend, onRecorded, onClose }) => {
  const { busy, once } = useOnce();
  const [answers, setAnswers] = React.useState(blank);
  const [errors, setErrors] = React.useState(none);
  const intent = useIntent();
  const change = (part: Partial<Answers>): void => setAnswers((before) => ({ ...before, ...part }));
  const submit = (): void =>
    once(async () => {
      const faults = faultsIn(answers);
      setErrors(faults);
      const heldOn = parseUkDate(answers.heldOn);
      const { progress, decision } = answers;
      if (faults.length > 0 || !heldOn || progress === '' || decision === '') return;
      const note = answers.note.trim();
      const body: Body = { heldOn, participants: [...answers.participants], progress, decision, ...(note === '' ? {} : { note }) };
      try {
        onRecorded(await onSend(body, intent.keyFor(body)));
      } catch (error) {
        setErrors(formErrorsOf(error, blank));
      }
    });
  return (
    <Form errors={errors} onSubmit={submit} label="Record a review">
      <DateField name="heldOn" label="When was the review held?" value={answers.heldOn} onChange={(heldOn) => change({ heldOn })} />
      <CheckboxField
        name="participants"
        label="Who took part?"
        hint="A review is held by the school with the provider"
        values={answers.participants}
        options={participants}
        onChange={(chosen) => change({ participants: chosen })}
      />
      <RadioField
        name="progress"
        label="How does the pupil stand against the objectives?"
        value={answers.progress}
        options={progresses}
        onChange={(progress) => change({ progress })}
      />
      <RadioField
        name="decision"
        label="What was decided?"
        hint="A change or an end is then made on this page, by its own button"
        value={answers.decision}
        options={decisions}
        onChange={(decision) => change({ decision })}
      />
      <TextAreaField name="note" label="Note" optional limit={noteLimit} value={answers.note} onChange={(note) => change({ note })} />
      <div className={useStyles().acts}>
        <Button appearance="primary" type="submit">
          Record the review
        </Button>
        <Button onClick={onClose}>Go back</Button>
        {busy ? <Text role="status">Sending</Text> : null}
      </div>
    </Form>
  );
};
