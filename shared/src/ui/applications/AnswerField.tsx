import { Field } from '@fluentui/react-field';
import { Textarea } from '@fluentui/react-textarea';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { ofGrownUps } from '../../domain/pupils/screen-free-text.ts';
import { countWords } from '../../domain/tenders/round/answer.ts';
import { useFormField } from '../forms/FormContext.tsx';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { fieldProps, type QuestionProps } from '../forms/fields/field-props.ts';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { useIdentityWarning } from '../forms/fields/use-identity-warning.ts';
import { YesNoField } from '../forms/fields/YesNoField.tsx';
import type { AskedQuestion } from './steps.ts';
import type { Typed } from './typed-answers.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  counter: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly question: AskedQuestion;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

/** What is asked of an answer besides its question: its guidance and what becomes of it. */
const hintOf = (question: AskedQuestion): string | undefined => {
  const weight = question.marking.kind === 'scored' ? `Weighs ${question.marking.weight} of 100.` : undefined;
  const limit = question.kind === 'text' ? `At most ${question.mostWords} words.` : undefined;
  const link = question.kind === 'document-link' ? 'A link that begins with https://, to a place that the council can open.' : undefined;
  const number = question.kind === 'number' ? `A whole number from ${question.from} to ${question.to}.` : undefined;
  const judged = question.marking.kind === 'pass-or-fail' ? 'An application passes or fails by this answer.' : undefined;
  return [question.guidance, limit, link, number, weight, judged].filter(Boolean).join(' ') || undefined;
};

/** The field of one question, by the kind of its answer. */
export const AnswerField: React.FC<Props> = ({ question, typed, onChange }) => {
  const hint = hintOf(question);
  const common: QuestionProps = {
    name: `answers-${question.key}`,
    label: question.text,
    optional: !question.mandatory,
    ...(hint === undefined ? {} : { hint }),
  };
  switch (question.kind) {
    case 'text':
      return <WordsField {...common} most={question.mostWords} value={typed.text} onChange={(text) => onChange({ ...typed, text })} />;
    case 'document-link':
      return <TextField {...common} value={typed.text} onChange={(text) => onChange({ ...typed, text })} />;
    case 'number':
      return (
        <TextField {...common} width="short" inputMode="numeric" value={typed.text} onChange={(text) => onChange({ ...typed, text })} />
      );
    case 'yes-no':
      return (
        <YesNoField
          {...common}
          value={typed.text === 'yes' || typed.text === 'no' ? typed.text : ''}
          onChange={(text) => onChange({ ...typed, text })}
        />
      );
    case 'choice': {
      const options = question.options.map((option) => ({ value: option, label: option }));
      return question.several ? (
        <CheckboxField {...common} values={typed.chosen} options={options} onChange={(chosen) => onChange({ ...typed, chosen })} />
      ) : (
        <RadioField
          {...common}
          value={typed.chosen[0] ?? ''}
          options={options}
          onChange={(chosen) => onChange({ ...typed, chosen: [chosen] })}
        />
      );
    }
  }
};

interface WordsProps extends QuestionProps {
  readonly value: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
}

/** A long answer with a count of the words that are left. More can be typed, and is told. */
const WordsField: React.FC<WordsProps> = (props) => {
  const { name, value, most, onChange } = props;
  const styles = useStyles();
  const { id, error } = useFormField(name);
  const { told, onBlur } = useIdentityWarning(value, ofGrownUps);
  return (
    <div className={styles.box}>
      <Field {...fieldProps(props, error, id)} {...(error === undefined ? told : {})}>
        <Textarea
          id={id}
          value={value}
          resize="vertical"
          rows={most > 150 ? 10 : 5}
          aria-describedby={`${id}-count`}
          onChange={(_, data) => onChange(data.value)}
          onBlur={onBlur}
        />
      </Field>
      <div id={`${id}-count`} className={styles.counter}>
        {wordsSentence(most - countWords(value))}
      </div>
    </div>
  );
};

/** 'You have 12 words left'; 'You have 1 word too many'. */
export const wordsSentence = (left: number): string => {
  const count = Math.abs(left).toLocaleString('en-GB');
  const noun = Math.abs(left) === 1 ? 'word' : 'words';
  return left < 0 ? `You have ${count} ${noun} too many` : `You have ${count} ${noun} left`;
};
