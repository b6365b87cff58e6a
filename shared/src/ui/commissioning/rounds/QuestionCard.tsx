import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { Heading } from '../../Heading.tsx';
import { hiddenFromSight } from '../../hidden-from-sight.tsx';
import { type LotNames, shortLotName } from './lot-names.tsx';
import { QuestionFields } from './QuestionFields.tsx';
import { questionWords } from './question-words.tsx';
import { type TypedQuestion, toQuestion } from './typed-question.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  words: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly question: TypedQuestion;
  readonly number: number;
  readonly last: boolean;
  readonly open: boolean;
  readonly lotKeys: readonly string[];
  readonly named: LotNames;
  readonly onChange: (next: Partial<TypedQuestion>) => void;
  readonly onOpen: (open: boolean) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** The element of the button that opens a question, in front of its fields: the focus goes there when one is added. */
export const openButtonId = (id: string): string => `open-question-${id}`;
/** The element of a button of a question, for the focus to follow a question that moves. */
export const moveButtonId = (id: string, by: 1 | -1): string => `move-question-${id}-${by === 1 ? 'down' : 'up'}`;

/** One question in the order of the round: in a line, or open to be changed. */
export const QuestionCard: React.FC<Props> = ({ question, number, last, open, lotKeys, named, onChange, onOpen, onMove, onRemove }) => {
  const { card, acts, words } = useStyles();
  const which = <span style={hiddenFromSight}> question {number}</span>;
  const asked =
    question.asked === 'every' ? 'every lot' : question.lotKeys.map((key) => shortLotName(key, named)).join(', ') || 'no lot yet';
  return (
    <section className={card} aria-label={`Question ${number}`}>
      <div>
        <Heading level={3}>{`${number}. ${question.text.trim() || 'New question'}`}</Heading>
        <Text block className={words}>{`For ${asked}. ${questionWords(toQuestion(question, question.id))}.`}</Text>
      </div>
      <div className={acts}>
        <Button size="small" id={openButtonId(question.id)} aria-expanded={open} onClick={() => onOpen(!open)}>
          {open ? 'Close' : 'Change'}
          {which}
        </Button>
        <Button size="small" id={moveButtonId(question.id, -1)} disabledFocusable={number === 1} onClick={() => onMove(-1)}>
          Move up{which}
        </Button>
        <Button size="small" id={moveButtonId(question.id, 1)} disabledFocusable={last} onClick={() => onMove(1)}>
          Move down{which}
        </Button>
        <Button size="small" onClick={onRemove}>
          Remove{which}
        </Button>
      </div>
      {open ? <QuestionFields question={question} lotKeys={lotKeys} named={named} onChange={onChange} /> : null}
    </section>
  );
};
