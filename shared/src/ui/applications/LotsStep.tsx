import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { YesNoField } from '../forms/fields/YesNoField.tsx';
import { QuestionPage } from '../forms/QuestionPage.tsx';
import { StepNotes, type StepProps, useSend } from './step-frame.tsx';

const noLot = { field: 'lotKeys', message: 'Choose at least one lot' };
const noReuse = { field: 'reuseLast', message: 'Say whether to begin with your last answers' };

/** For which lots somebody applies. The first time it starts the application. */
export const LotsStep: React.FC<StepProps> = ({ state, view, onDone, onBack }) => {
  const { application, round } = view;
  const isStart = application?.status !== 'draft';
  const [lotKeys, setLotKeys] = React.useState<readonly string[]>(
    application?.lotKeys ?? (round.lots.length === 1 ? round.lots.map(({ lotKey }) => lotKey) : []),
  );
  const [reuse, setReuse] = React.useState<'yes' | 'no' | ''>('');
  const { errors, conflict, busy, send } = useSend(onDone);
  const asksReuse = isStart && view.canReuse;
  const submit = (): void => {
    const faults = [...(lotKeys.length === 0 ? [noLot] : []), ...(asksReuse && reuse === '' ? [noReuse] : [])];
    send(['lotKeys', 'reuseLast'], faults, () =>
      isStart || !application
        ? state.start({ lotKeys: [...lotKeys], reuseLast: asksReuse && reuse === 'yes' })
        : state.save({ lotKeys: [...lotKeys], answers: {}, offers: application.offers.filter(({ lotKey }) => lotKeys.includes(lotKey)) }),
    );
  };
  return (
    <QuestionPage
      title="Which lots do you apply for?"
      caption={view.organisation}
      errors={errors}
      onBack={onBack}
      onContinue={submit}
      continueLabel={isStart ? 'Start the application' : 'Save and continue'}
      aside={<StepNotes view={view} conflict={conflict} busy={busy} />}
    >
      <CheckboxField
        name="lotKeys"
        label="Lots"
        values={lotKeys}
        onChange={setLotKeys}
        options={round.lots.map(({ lotKey, name }) => ({ value: lotKey, label: name }))}
      />
      {round.lots.map(({ lotKey, name, criteria }) => (
        <Text block key={lotKey}>
          <strong>{name}.</strong> {criteria}
        </Text>
      ))}
      {asksReuse ? (
        <YesNoField
          name="reuseLast"
          label="Begin with your answers of the last round?"
          hint="Where the same question is asked again. You read and submit them again; prices and the declaration begin empty."
          value={reuse}
          onChange={setReuse}
        />
      ) : null}
    </QuestionPage>
  );
};
