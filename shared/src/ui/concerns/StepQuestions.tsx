import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { concernCategories, concernSeverities } from '../../domain/quality/concern-category.ts';
import { categoryWords, severityWords } from '../../domain/quality/concern-words.ts';
import { CheckAnswers } from '../forms/CheckAnswers.tsx';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { type ConcernAnswers, type ConcernStep, longestText, mustRing } from './answers.ts';
import { RingLines } from './RingLines.tsx';
import type { RingLineReply } from './use-concerns.tsx';

interface Props {
  readonly step: ConcernStep;
  readonly answers: ConcernAnswers;
  readonly change: (part: Partial<ConcernAnswers>) => void;
  readonly lines: readonly RingLineReply[];
  readonly goTo: (step: ConcernStep) => void;
}

/** The questions of one page of the form. */
export const StepQuestions: React.FC<Props> = ({ step, answers, change, lines, goTo }) => {
  const needed = lines.filter(({ line }) => mustRing(answers).includes(line));
  switch (step) {
    case 'ring':
      return (
        <>
          <RingLines lines={lines} />
          <Text block>
            What you write here does not stand for the call: it may not be read at once. It goes to the commissioners who answer for
            safeguarding. The provider and other schools are not told who reported.
          </Text>
        </>
      );
    case 'what':
      return (
        <>
          <RadioField
            name="category"
            label="What is it about?"
            options={concernCategories.map((value) => ({ value, label: categoryWords[value] }))}
            value={answers.category}
            onChange={(category) => change({ category })}
          />
          <RadioField
            name="severity"
            label="How serious is it?"
            options={concernSeverities.map((value) => ({ value, label: severityWords[value] }))}
            value={answers.severity}
            onChange={(severity) => change({ severity })}
          />
        </>
      );
    case 'rung':
      return (
        <>
          <Text block>A concern of this kind must be told by phone first. Ring now, then go on.</Text>
          <CheckboxField
            name="rung"
            label="Whom have you rung?"
            values={answers.rung}
            options={needed.map(({ line, name, phone }) => ({ value: line, label: phone && line !== '999' ? `${name}, ${phone}` : name }))}
            onChange={(rung) => change({ rung })}
          />
        </>
      );
    case 'text':
      return (
        <TextAreaField
          name="text"
          label="What happened, when, and how you know"
          hint="No details of a child: no name, initials, date of birth or description. Say 'a pupil'. Whom you rang takes those details."
          limit={longestText}
          value={answers.text}
          onChange={(text) => change({ text })}
        />
      );
    case 'check':
      return (
        <CheckAnswers
          title="Your concern"
          note="It reaches the commissioner on duty at once."
          rows={[
            { label: 'About', value: answers.category && categoryWords[answers.category], onChange: () => goTo('what') },
            { label: 'How serious', value: answers.severity && severityWords[answers.severity], onChange: () => goTo('what') },
            ...(needed.length === 0 ? [] : [{ label: 'Rung', value: needed.map(({ name }) => name).join(', ') }]),
            { label: 'What you are concerned about', value: answers.text, onChange: () => goTo('text') },
          ]}
        />
      );
  }
};
