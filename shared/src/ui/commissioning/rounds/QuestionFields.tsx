import * as React from 'react';
import { CheckboxField } from '../../forms/fields/CheckboxField.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { TextAreaField } from '../../forms/fields/TextAreaField.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import { YesNoField } from '../../forms/fields/YesNoField.tsx';
import { optionsOf as optionsOfWords } from '../frameworks/framework-words.tsx';
import { type LotNames, lotName } from './lot-names.tsx';
import { MarkingFields } from './MarkingFields.tsx';
import { kindWords } from './question-words.tsx';
import { type AskedQuestion, markingsOf, questionField, questionLimits, type TypedQuestion } from './typed-question.ts';

interface Props {
  readonly question: TypedQuestion;
  /** Lots of the round. */
  readonly lotKeys: readonly string[];
  readonly named: LotNames;
  readonly onChange: (next: Partial<TypedQuestion>) => void;
}

/** What is asked, of whom, how it is answered and how it is marked. */
export const QuestionFields: React.FC<Props> = ({ question, lotKeys, named, onChange }) => {
  const { id } = question;
  const become = (kind: AskedQuestion['kind']): void =>
    onChange({ kind, marking: markingsOf(kind).includes(question.marking) ? question.marking : 'pass-or-fail' });
  return (
    <>
      <TextAreaField
        name={questionField(id, 'text')}
        label="Question"
        limit={questionLimits.text}
        value={question.text}
        onChange={(text) => onChange({ text })}
      />
      <TextAreaField
        name={questionField(id, 'guidance')}
        label="Guidance for applicants"
        optional
        limit={questionLimits.guidance}
        value={question.guidance}
        onChange={(guidance) => onChange({ guidance })}
      />
      <SelectField
        name={`question-${id}-asked`}
        label="For which lots is it asked?"
        value={question.asked}
        options={[
          { value: 'every', label: 'Every lot of the round' },
          { value: 'some', label: 'Only some lots' },
        ]}
        onChange={(asked) => onChange({ asked })}
      />
      {question.asked === 'some' ? (
        <CheckboxField
          name={questionField(id, 'lots')}
          label="These lots"
          values={question.lotKeys}
          options={lotKeys.map((value) => ({ value, label: lotName(value, named) }))}
          onChange={(chosen) => onChange({ lotKeys: chosen })}
        />
      ) : null}
      <SelectField
        name={questionField(id, 'kind')}
        label="How is it answered?"
        value={question.kind}
        options={optionsOfWords(kindWords)}
        onChange={become}
      />
      <AnswerFields question={question} onChange={onChange} />
      <MarkingFields question={question} onChange={onChange} />
    </>
  );
};

const AnswerFields: React.FC<Pick<Props, 'question' | 'onChange'>> = ({ question, onChange }) => {
  const { id } = question;
  const number = (part: 'mostWords' | 'from' | 'to', label: string) => (
    <TextField
      name={questionField(id, part)}
      label={label}
      width="short"
      inputMode="numeric"
      value={question[part]}
      onChange={(typed) => onChange({ [part]: typed })}
    />
  );
  switch (question.kind) {
    case 'text':
      return number('mostWords', 'Words at most');
    case 'number':
      return (
        <>
          {number('from', 'Smallest number')}
          {number('to', 'Largest number')}
        </>
      );
    case 'choice':
      return (
        <>
          <TextAreaField
            name={questionField(id, 'options')}
            label="Options"
            hint="One in each line"
            limit={questionLimits.options}
            value={question.options}
            onChange={(options) => onChange({ options })}
          />
          <YesNoField
            name={`question-${id}-several`}
            label="May more than one be chosen?"
            value={question.several}
            onChange={(several) => onChange({ several })}
          />
        </>
      );
    default:
      return null;
  }
};
