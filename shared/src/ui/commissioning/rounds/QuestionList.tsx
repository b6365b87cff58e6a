import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useAnnounce } from '../../Announcer.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import { Heading } from '../../Heading.tsx';
import { type LotNames, lotName } from './lot-names.tsx';
import { moveButtonId, openButtonId, QuestionCard } from './QuestionCard.tsx';
import type { TypedQuestion } from './typed-question.ts';
import { moved, type TypedRound, weightsOf, withNewQuestion } from './typed-round.ts';
import { UndoLine } from './UndoLine.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  sums: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

const whole = 100;

interface Props {
  readonly round: TypedRound;
  readonly named: LotNames;
  /** Questions that are open to be changed, by their id. */
  readonly open: readonly string[];
  readonly onOpen: (open: readonly string[]) => void;
  readonly onChange: (next: (present: TypedRound) => TypedRound) => void;
}

interface Removed {
  readonly question: TypedQuestion;
  readonly at: number;
}

/** The questions of a round in their order: added, changed, moved, removed and brought back; below them what they weigh in each lot. */
export const QuestionList: React.FC<Props> = ({ round, named, open, onOpen, onChange }) => {
  const { part } = useStyles();
  const announce = useAnnounce();
  const [removed, setRemoved] = React.useState<Removed>();
  const [follow, setFollow] = React.useState({ id: '', turn: 0 });
  React.useEffect(() => document.getElementById(follow.id)?.focus(), [follow]);
  const { questions, lots } = round;
  const change = (id: string, next: Partial<TypedQuestion>): void =>
    onChange((present) => ({ ...present, questions: present.questions.map((each) => (each.id === id ? { ...each, ...next } : each)) }));
  const move = (question: TypedQuestion, at: number, by: 1 | -1): void => {
    if (at + by < 0 || at + by >= questions.length) return;
    setRemoved(undefined);
    onChange((present) => ({ ...present, questions: moved(present.questions, at, at + by) }));
    setFollow(({ turn }) => ({ id: moveButtonId(question.id, by), turn: turn + 1 }));
    announce(`Question ${at + 1} is question ${at + by + 1} now.`);
  };
  const remove = (question: TypedQuestion, at: number): void => {
    onChange((present) => ({ ...present, questions: present.questions.filter(({ id }) => id !== question.id) }));
    setRemoved({ question, at });
  };
  const undo = ({ question, at }: Removed): void => {
    onChange((present) => ({ ...present, questions: [...present.questions.slice(0, at), question, ...present.questions.slice(at)] }));
    setRemoved(undefined);
    setFollow(({ turn }) => ({ id: moveButtonId(question.id, 1), turn: turn + 1 }));
  };
  const add = (): void => {
    onOpen([...open, `${round.counted}`]);
    onChange(withNewQuestion);
    setFollow(({ turn }) => ({ id: openButtonId(`${round.counted}`), turn: turn + 1 }));
  };
  const undoLine = (at: number) =>
    removed?.at === at ? (
      <UndoLine key={removed.question.id} onUndo={() => undo(removed)}>
        {`The question "${removed.question.text.trim() || 'New question'}" is removed.`}
      </UndoLine>
    ) : null;
  return (
    <div className={part}>
      <Heading level={2}>Questions</Heading>
      <TextField
        name="version"
        label="Name of this set of questions"
        hint="Tells the questions of this round from those of another, such as AP-2027-1"
        width="medium"
        value={round.version}
        onChange={(version) => onChange((present) => ({ ...present, version }))}
      />
      {questions.map((question, at) => (
        <React.Fragment key={question.id}>
          {undoLine(at)}
          <QuestionCard
            question={question}
            number={at + 1}
            last={at === questions.length - 1}
            open={open.includes(question.id)}
            lotKeys={lots.map(({ lotKey }) => lotKey)}
            named={named}
            onChange={(next) => change(question.id, next)}
            onOpen={(shown) => onOpen(shown ? [...open, question.id] : open.filter((id) => id !== question.id))}
            onMove={(by) => move(question, at, by)}
            onRemove={() => remove(question, at)}
          />
        </React.Fragment>
      ))}
      {undoLine(questions.length)}
      <div>
        <Button onClick={add}>Add a question</Button>
      </div>
      <Weights round={round} named={named} />
    </div>
  );
};

/** What the scored questions of each lot weigh together, as it stands. */
const Weights: React.FC<Pick<Props, 'round' | 'named'>> = ({ round, named }) => {
  const { sums } = useStyles();
  const weights = weightsOf(round);
  return weights.length === 0 ? null : (
    <div aria-live="polite">
      <Text block>The scored questions of each lot must weigh 100 together before the round is published:</Text>
      <ul className={sums}>
        {weights.map(({ lotKey, weight }) => (
          <li key={lotKey}>
            <Text>{`${lotName(lotKey, named)}: ${weight}${weight === whole ? '' : `, ${Math.abs(whole - weight)} too ${weight < whole ? 'few' : 'many'}`}`}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
};
