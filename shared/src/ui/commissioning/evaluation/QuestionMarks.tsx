import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { JudgedQuestion } from '../../../contract/evaluation.ts';
import { scoreMeanings } from '../../../domain/tenders/evaluation/mark.ts';
import { ExternalLink } from '../../ExternalLink.tsx';
import { RadioField } from '../../forms/fields/RadioField.tsx';
import { TextAreaField } from '../../forms/fields/TextAreaField.tsx';
import { Heading } from '../../Heading.tsx';
import { commentName, type Entered, markName } from './marks.tsx';

const useStyles = makeStyles({
  question: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  answer: {
    whiteSpace: 'pre-line',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

const scores = scoreMeanings.map((meaning, score) => ({ value: `${score}`, label: `${score}: ${meaning}` }));
const verdicts = [
  { value: 'pass', label: 'Pass' },
  { value: 'fail', label: 'Fail' },
] as const;

interface AnsweredProps {
  readonly question: JudgedQuestion;
  readonly number: number;
  readonly of: number;
}

/** A question with what was answered. */
export const Answered: React.FC<AnsweredProps> = ({ question: { text, guidance, weight, least, answer, link }, number, of }) => {
  const styles = useStyles();
  return (
    <>
      <Heading level={3}>{`${number} of ${of}: ${text}`}</Heading>
      {guidance === undefined ? null : <Text block>{guidance}</Text>}
      <Text block>
        {weight === undefined ? 'Passed or failed.' : `${weight}% of quality.${least === undefined ? '' : ` At least ${least} is needed.`}`}
      </Text>
      <div className={styles.answer}>{answer}</div>
      {link === undefined ? null : <ExternalLink href={link}>The document</ExternalLink>}
    </>
  );
};

interface Props extends AnsweredProps {
  readonly entered: Entered;
  readonly onEnter: (entered: Entered) => void;
}

/** A question with its answer, a mark and a comment. */
export const QuestionMarks: React.FC<Props> = ({ entered, onEnter, ...answered }) => {
  const { key, weight } = answered.question;
  return (
    <section className={useStyles().question} aria-label={`Question ${answered.number}`}>
      <Answered {...answered} />
      <RadioField
        name={markName(key)}
        label={weight === undefined ? 'Pass or fail?' : 'Score'}
        value={entered.mark}
        options={weight === undefined ? verdicts : scores}
        onChange={(mark) => onEnter({ ...entered, mark })}
      />
      <TextAreaField
        name={commentName(key)}
        label="Why?"
        hint="Applicants may be told this"
        limit={2_000}
        value={entered.comment}
        onChange={(comment) => onEnter({ ...entered, comment })}
      />
    </section>
  );
};
