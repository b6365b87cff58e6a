import * as React from 'react';
import { CheckboxField } from '../../forms/fields/CheckboxField.tsx';
import { RadioField } from '../../forms/fields/RadioField.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import { YesNoField } from '../../forms/fields/YesNoField.tsx';
import { markingWords } from './question-words.tsx';
import { markingsOf, optionsOf, questionField, type TypedQuestion } from './typed-question.ts';

interface Props {
  readonly question: TypedQuestion;
  readonly onChange: (next: Partial<TypedQuestion>) => void;
}

/** What becomes of an answer: a score with its weight, pass or fail, or neither. */
export const MarkingFields: React.FC<Props> = ({ question, onChange }) => {
  const { id, marking } = question;
  return (
    <>
      <RadioField
        // Its choices are another set for another kind of answer.
        key={question.kind}
        name={`question-${id}-marking`}
        label="What becomes of the answer?"
        value={marking}
        options={markingsOf(question.kind).map((value) => ({ value, label: markingWords[value] }))}
        onChange={(next) => onChange({ marking: next })}
      />
      {marking === 'scored' ? (
        <>
          <TextField
            name={questionField(id, 'weight')}
            label="Weight"
            hint="The scored questions of a lot make 100 together"
            width="short"
            inputMode="numeric"
            value={question.weight}
            onChange={(weight) => onChange({ weight })}
          />
          <TextField
            name={questionField(id, 'least')}
            label="Least score"
            hint="From 1 to 5. Below it the application fails"
            optional
            width="short"
            inputMode="numeric"
            value={question.least}
            onChange={(least) => onChange({ least })}
          />
        </>
      ) : null}
      {marking === 'pass-or-fail' ? <PassFields question={question} onChange={onChange} /> : null}
      {marking === 'for-information' ? (
        <YesNoField
          name={questionField(id, 'mandatory')}
          label="Must it be answered?"
          value={question.mandatory}
          onChange={(mandatory) => onChange({ mandatory })}
        />
      ) : null}
    </>
  );
};

const PassFields: React.FC<Props> = ({ question, onChange }) => {
  const name = questionField(question.id, 'passes');
  switch (question.kind) {
    case 'yes-no':
      return (
        <SelectField
          name={name}
          label="Which answer passes?"
          value={question.passingAnswer}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          onChange={(passingAnswer) => onChange({ passingAnswer })}
        />
      );
    case 'number':
      return (
        <TextField
          name={name}
          label="Least number that passes"
          width="short"
          inputMode="numeric"
          value={question.atLeast}
          onChange={(atLeast) => onChange({ atLeast })}
        />
      );
    case 'choice': {
      const options = [...new Set(optionsOf(question))];
      return options.length === 0 ? null : (
        <CheckboxField
          name={name}
          label="Which options pass?"
          values={question.passingOptions.filter((option) => options.includes(option))}
          options={options.map((option) => ({ value: option, label: option }))}
          onChange={(passingOptions) => onChange({ passingOptions })}
        />
      );
    }
    default:
      return null;
  }
};
