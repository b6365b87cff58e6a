import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { RoundSummary } from '../../../contract/rounds.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import type { Command } from '../use-command.tsx';
import { useCommissioningClient } from '../use-commissioning.tsx';
import { beginningWith, type TypedRound } from './typed-round.ts';
import { UndoLine } from './UndoLine.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
});

interface Props {
  /** Earlier rounds of the framework. */
  readonly rounds: readonly RoundSummary[];
  readonly lotKeys: readonly string[];
  readonly round: TypedRound;
  readonly command: Command;
  readonly onChange: (next: (present: TypedRound) => TypedRound) => void;
}

/** Takes over lots and questions of an earlier round: where a question stays the same, applicants can begin with the answer they gave then (row 11). */
export const BeginWith: React.FC<Props> = ({ rounds, lotKeys, round, command, onChange }) => {
  const client = useCommissioningClient();
  const [ref, setRef] = React.useState(rounds[0]?.ref ?? '');
  const [before, setBefore] = React.useState<TypedRound>();
  const begin = (): void =>
    command.send({ begin: ref }, async () => {
      const { plan } = await client.getRound({ params: { ref } });
      setBefore(round);
      onChange((present) => beginningWith(present, plan, lotKeys));
      return `Lots and questions are those of round ${ref}. Nothing is sent yet.`;
    });
  return (
    <div className={useStyles().part}>
      <SelectField
        name="beginWith"
        label="Earlier round of this framework"
        hint="Applicants can reuse their answers to questions that stay the same"
        value={ref}
        options={rounds.map((each) => ({ value: each.ref, label: `${each.ref}, closes ${formatInstant(each.closesAt)}` }))}
        onChange={setRef}
      />
      <div>
        <Button size="small" onClick={begin}>
          Begin with its lots and questions
        </Button>
      </div>
      {before === undefined ? null : (
        <UndoLine
          onUndo={() => {
            onChange((present) => ({ ...present, lots: before.lots, questions: before.questions }));
            setBefore(undefined);
          }}
        >
          Lots and questions are replaced.
        </UndoLine>
      )}
    </div>
  );
};
