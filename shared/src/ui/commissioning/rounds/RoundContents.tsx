import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { RoundReply } from '../../../contract/rounds.ts';
import { criteriaSentence } from '../../../domain/tenders/round/criteria.ts';
import { totalWeight } from '../../../domain/tenders/round/question-set-fault.ts';
import { Heading } from '../../Heading.tsx';
import { type LotNames, lotName, shortLotName } from './lot-names.tsx';
import { questionWords } from './question-words.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  words: { color: tokens.colorNeutralForeground2 },
});

const whole = 100;

interface Props {
  readonly plan: RoundReply['plan'];
  readonly named: LotNames;
  /** Not published yet: what is missing for that is told. */
  readonly draft: boolean;
}

/** What the round says: how each lot is ranked, and what applicants are asked. */
export const RoundContents: React.FC<Props> = ({ plan, named, draft }) => {
  const { section, list, words } = useStyles();
  const { questions, version } = plan.questionSet;
  return (
    <section className={section} aria-label="What the round asks">
      <Heading level={2}>What the round asks</Heading>
      {plan.lots.map((lot) => {
        const weight = totalWeight(plan.questionSet, lot.lotKey);
        return (
          <div key={lot.lotKey}>
            <Heading level={3}>{lotName(lot.lotKey, named)}</Heading>
            <Text block>{criteriaSentence(lot)}</Text>
            {draft && weight !== whole ? (
              <Text block>{`Its scored questions weigh ${weight} together. They must make 100 before the round is published.`}</Text>
            ) : null}
          </div>
        );
      })}
      <Heading level={3}>{`Questions ${version}`}</Heading>
      {questions.length === 0 ? <Text block>Nothing is asked.</Text> : null}
      <ol className={list}>
        {questions.map((question) => (
          <li key={question.key}>
            <Text block>{question.text}</Text>
            {question.guidance === undefined ? null : <Text block>{question.guidance}</Text>}
            <Text block className={words}>
              {`For ${question.lots === 'every' ? 'every lot' : question.lots.map((key) => shortLotName(key, named)).join(', ')}. ${questionWords(question)}.`}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
};
