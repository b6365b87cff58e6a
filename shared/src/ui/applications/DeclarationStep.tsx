import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { ofGrownUps } from '../../domain/pupils/screen-free-text.ts';
import { noGuaranteeSentence } from '../../domain/tenders/application/declaration.ts';
import { exclusionGrounds, exclusionGroundsEdition } from '../../domain/tenders/application/exclusion-grounds.ts';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { type YesNo, YesNoField } from '../forms/fields/YesNoField.tsx';
import { QuestionPage } from '../forms/QuestionPage.tsx';
import { useLeaveWarning } from '../forms/use-leave-warning.tsx';
import { Heading } from '../Heading.tsx';
import { type OwnStepProps, StepNotes, useSend } from './step-frame.tsx';

interface GroundTyped {
  readonly applies: YesNo | '';
  readonly explanation: string;
}
const untouched: GroundTyped = { applies: '', explanation: '' };
const longest = 2_000;

const headings = { mandatory: 'Mandatory exclusion grounds', discretionary: 'Discretionary exclusion grounds' } as const;

/** R37: every exclusion ground is answered; R36: that nothing is guaranteed is accepted; then it is signed by name. */
export const DeclarationStep: React.FC<OwnStepProps> = ({ state, view, application, onDone, onBack }) => {
  const signed = application.declaration;
  const [grounds, setGrounds] = React.useState<Readonly<Record<string, GroundTyped>>>(() =>
    Object.fromEntries(
      exclusionGrounds.map(({ key }) => {
        const ground = signed?.grounds[key];
        return [key, ground ? { applies: ground.applies ? 'yes' : 'no', explanation: ground.explanation ?? '' } : untouched];
      }),
    ),
  );
  const [accepts, setAccepts] = React.useState<readonly 'accepts'[]>(signed?.acceptsNoGuarantee ? ['accepts'] : []);
  const [name, setName] = React.useState(signed?.signatory.name ?? '');
  const [position, setPosition] = React.useState(signed?.signatory.position ?? '');
  const [touched, setTouched] = React.useState(false);
  const { errors, conflict, busy, send } = useSend(onDone);
  useLeaveWarning(touched);
  const change = (key: string, next: Partial<GroundTyped>): void => {
    setTouched(true);
    setGrounds((present) => ({ ...present, [key]: { ...(present[key] ?? untouched), ...next } }));
  };
  const submit = (): void => {
    const faults = [
      ...exclusionGrounds.flatMap(({ key, text }) => {
        const { applies, explanation } = grounds[key] ?? untouched;
        const field = `declaration-grounds-${key}`;
        if (applies === '') return [{ field, message: `Say whether this applies to you: ${text}` }];
        return applies === 'yes' && explanation.trim() === ''
          ? [{ field: `${field}-explanation`, message: 'Enter what happened and what you have done since' }]
          : [];
      }),
      ...(accepts.length === 0 ? [{ field: 'declaration-acceptsNoGuarantee', message: 'Accept that there is no guarantee of work' }] : []),
      ...(name.trim() === '' ? [{ field: 'declaration-signatory-name', message: 'Enter the name of who signs' }] : []),
      ...(position.trim() === '' ? [{ field: 'declaration-signatory-position', message: 'Enter the position of who signs' }] : []),
    ];
    const fields = [
      ...exclusionGrounds.flatMap(({ key }) => [`declaration-grounds-${key}`, `declaration-grounds-${key}-explanation`]),
      'declaration-acceptsNoGuarantee',
      'declaration-signatory-name',
      'declaration-signatory-position',
    ];
    const given = Object.fromEntries(
      exclusionGrounds.map(({ key }) => {
        const { applies, explanation } = grounds[key] ?? untouched;
        return [key, applies === 'yes' ? { applies: true, explanation: explanation.trim() } : { applies: false }];
      }),
    );
    send(fields, faults, () =>
      state.declare({
        declaration: { grounds: given, acceptsNoGuarantee: true, signatory: { name: name.trim(), position: position.trim() } },
      }),
    );
  };
  return (
    <QuestionPage
      title="Declaration"
      caption={view.organisation}
      errors={errors}
      onBack={onBack}
      onContinue={submit}
      continueLabel="Sign the declaration"
      aside={<StepNotes view={view} conflict={conflict} busy={busy} />}
    >
      <Text block>
        {`Answer for your organisation and for the people and companies connected with it. ${exclusionGroundsEdition.edition}. A ground that applies does not always shut you out: say what happened and what you have done since.`}
      </Text>
      {(['mandatory', 'discretionary'] as const).map((kind) => (
        <React.Fragment key={kind}>
          <Heading level={2}>{headings[kind]}</Heading>
          {exclusionGrounds
            .filter((ground) => ground.kind === kind)
            .map(({ key, text }) => {
              const typed = grounds[key] ?? untouched;
              return (
                <React.Fragment key={key}>
                  <YesNoField
                    name={`declaration-grounds-${key}`}
                    label={text}
                    value={typed.applies}
                    onChange={(applies) => change(key, { applies })}
                  />
                  {typed.applies === 'yes' ? (
                    <TextAreaField
                      name={`declaration-grounds-${key}-explanation`}
                      label="What happened, and what you have done since"
                      limit={longest}
                      may={ofGrownUps}
                      value={typed.explanation}
                      onChange={(explanation) => change(key, { explanation })}
                    />
                  ) : null}
                </React.Fragment>
              );
            })}
        </React.Fragment>
      ))}
      <Heading level={2}>No guarantee of work</Heading>
      <CheckboxField
        name="declaration-acceptsNoGuarantee"
        label={noGuaranteeSentence}
        values={accepts}
        onChange={setAccepts}
        options={[{ value: 'accepts', label: 'We accept this' }]}
      />
      <Heading level={2}>Who signs</Heading>
      <TextField name="declaration-signatory-name" label="Name" width="medium" value={name} onChange={setName} />
      <TextField
        name="declaration-signatory-position"
        label="Position"
        hint="Such as director"
        width="medium"
        value={position}
        onChange={setPosition}
      />
    </QuestionPage>
  );
};
