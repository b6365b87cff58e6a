import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { CouncilMember } from '../../../contract/council-members.ts';
import type { ProviderFound } from '../../../contract/providers.ts';
import type { FrameworkReply } from '../../../contract/rounds.ts';
import { Form } from '../../forms/Form.tsx';
import { DateField } from '../../forms/fields/DateField.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { faultsOf } from '../../forms/problem-of.ts';
import { Heading } from '../../Heading.tsx';
import { useAwardsClient } from '../use-awards.tsx';
import type { Command } from '../use-command.tsx';
import { AwardedLots } from './AwardedLots.tsx';
import { PricedServices } from './PricedServices.tsx';
import { ScorersField } from './ScorersField.tsx';
import { awardFaults, emptyAward, fieldAt, type TypedAward, toImport, withLots } from './typed-award.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '44rem', minWidth: 0 },
});

const none: readonly FormError[] = [];

interface Props {
  readonly provider: ProviderFound;
  readonly frameworks: readonly FrameworkReply[];
  readonly members: readonly CouncilMember[];
  readonly command: Command;
  readonly onMade: (awardRef: string) => void;
}

/** What the notice of the portal says of an award, and what its services are. */
export const ImportAwardForm: React.FC<Props> = ({ provider, frameworks, members, command, onMade }) => {
  const { part } = useStyles();
  const client = useAwardsClient();
  const [typed, setTyped] = React.useState<TypedAward>(emptyAward);
  const [errors, setErrors] = React.useState(none);
  const change = (next: Partial<TypedAward>): void => setTyped((present) => ({ ...present, ...next }));
  const lotKeys = frameworks.find(({ ref }) => ref === typed.frameworkRef)?.terms.lotKeys ?? [];
  const submit = (): void => {
    const faults = awardFaults(typed);
    setErrors(faults);
    if (faults.length > 0) return;
    const body = toImport(typed, provider.ref);
    command.send(
      body,
      async (key) => {
        const { ref } = await client.importAward({ body, key });
        onMade(ref);
        return 'The award is brought in.';
      },
      (error) => setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: fieldAt(pointer, typed), message: detail }))),
    );
  };
  return (
    <Form errors={errors} onSubmit={submit} label="The award">
      <div className={part}>
        <Heading level={2}>The notice</Heading>
        <SelectField
          name="frameworkRef"
          label="Framework"
          value={typed.frameworkRef}
          options={[
            { value: '', label: 'Choose one' },
            ...frameworks.map(({ ref, terms }) => ({ value: ref, label: `${terms.name} (${ref})` })),
          ]}
          onChange={(frameworkRef) => change({ frameworkRef, ...withLots(typed, []) })}
        />
        <TextField name="portal" label="Portal" value={typed.portal} width="medium" onChange={(portal) => change({ portal })} />
        <TextField
          name="noticeId"
          label="Number of the notice"
          width="medium"
          value={typed.noticeId}
          onChange={(noticeId) => change({ noticeId })}
        />
        <TextField
          name="evidenceUrl"
          label="Link to the evidence"
          hint="Begins with https://"
          value={typed.evidenceUrl}
          onChange={(evidenceUrl) => change({ evidenceUrl })}
        />
        <DateField name="decidedOn" label="When was it decided?" value={typed.decidedOn} onChange={(decidedOn) => change({ decidedOn })} />
        <ScorersField members={members} scorers={typed.scorers} onChange={(scorers) => change({ scorers })} />
      </div>
      <AwardedLots lotKeys={lotKeys} lots={typed.lots} onChange={(lots) => change(withLots(typed, lots))} />
      <PricedServices
        lotKeys={typed.lots.map(({ lotKey }) => lotKey)}
        services={typed.services}
        onChange={(services) => change({ services })}
      />
      <div>
        <Button appearance="primary" type="submit">
          Bring in the award
        </Button>
      </div>
      {command.busy ? <Text role="status">Sending</Text> : null}
    </Form>
  );
};
