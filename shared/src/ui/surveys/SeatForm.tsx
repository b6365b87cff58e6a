import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { SurveyQuestionReply } from '../../contract/survey-shapes.ts';
import { type SurveyReply, type SurveySeatReply, surveysApi } from '../../contract/surveys.ts';
import { longestAnswer } from '../../domain/surveys/survey-answer.ts';
import { useOperations } from '../commissioning/use-operations.tsx';
import { Form } from '../forms/Form.tsx';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf, hasChanged, sentenceOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { answersOf, chosenIn, faultsOfSurvey, questionAt, type TypedSurvey, typedOf } from './typed-survey.ts';

const none: readonly FormError[] = [];

interface AskedProps {
  readonly question: SurveyQuestionReply;
  readonly typed: TypedSurvey;
  readonly onAnswer: (answer: string | readonly string[]) => void;
}

const Asked: React.FC<AskedProps> = ({ question, typed, onAnswer }) => {
  const { key: name, asks: label, kind, required, several, choices } = question;
  const value = typed[name];
  const text = typeof value === 'string' ? value : '';
  const props = { name, label, optional: !required };
  if (kind === 'text') return <TextAreaField {...props} value={text} limit={longestAnswer} onChange={onAnswer} />;
  if (kind === 'number') return <TextField {...props} width="short" inputMode="numeric" value={text} onChange={onAnswer} />;
  const chosen = chosenIn(typed, name);
  if (several) return <CheckboxField {...props} values={chosen} options={choices} onChange={onAnswer} />;
  // What can be left out can be taken back: a radio button alone could not.
  const options = required ? choices : [...choices, { value: '', label: 'No answer' }];
  return <RadioField {...props} value={chosen[0] ?? ''} options={options} onChange={(one) => onAnswer(one === '' ? [] : [one])} />;
};

interface Props {
  readonly survey: SurveyReply;
  readonly seat: SurveySeatReply;
  /** The survey as it is now, and what is told of it. */
  readonly onDone: (next: SurveyReply | undefined, told: string) => void;
}

/** The questions of a survey, answered for one school in one role. */
export const SeatForm: React.FC<Props> = ({ survey, seat, onDone }) => {
  const { ref, questions } = survey;
  const { buyerRef, buyerName, role, version: seen } = seat;
  const client = useOperations(surveysApi);
  const { busy, once } = useOnce();
  const intent = useIntent();
  const [typed, setTyped] = React.useState(() => typedOf(seat.answers ?? []));
  const [errors, setErrors] = React.useState(none);
  const send = (): void => {
    const faults = faultsOfSurvey(questions, typed);
    setErrors(faults);
    if (faults.length > 0) return;
    const answers = answersOf(questions, typed);
    const body = { buyerRef, role, seen, answers };
    once(async () => {
      try {
        const next = await client.answerSurvey({ params: { ref }, body, key: intent.keyFor(body) });
        intent.done();
        onDone(next, `Your answers for ${buyerName} are with the commissioning team.`);
      } catch (error) {
        if (hasChanged(error)) return onDone(undefined, sentenceOf(error));
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: questionAt(pointer, answers), message: detail })));
      }
    });
  };
  return (
    <Form errors={errors} onSubmit={send} label={`Answers for ${buyerName}`}>
      {questions.map((question) => (
        <Asked
          key={question.key}
          question={question}
          typed={typed}
          onAnswer={(answer) => setTyped((present) => ({ ...present, [question.key]: answer }))}
        />
      ))}
      <div>
        <Button appearance="primary" type="submit">
          {seen === 0 ? 'Send the answers' : 'Change the answers'}
        </Button>
      </div>
      {busy ? <Text role="status">Sending</Text> : null}
    </Form>
  );
};
