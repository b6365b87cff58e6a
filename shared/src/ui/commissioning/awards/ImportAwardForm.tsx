import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ProviderFound } from '../../../contract/providers.ts';
import type { FrameworkReply } from '../../../contract/rounds.ts';
import { Form } from '../../forms/Form.tsx';
import { CheckboxField } from '../../forms/fields/CheckboxField.tsx';
import { DateField } from '../../forms/fields/DateField.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { faultsOf } from '../../forms/problem-of.ts';
import { Heading } from '../../Heading.tsx';
import { useAwardsClient } from '../use-awards.tsx';
import type { Command } from '../use-command.tsx';
import { pointsWords } from './award-words.tsx';
import { PriceFields } from './PriceFields.tsx';
import { ServiceFields } from './ServiceFields.tsx';
import {
  awardFaults,
  emptyAward,
  emptyPriced,
  fieldAt,
  lotField,
  type PricedService,
  type TypedAward,
  type TypedLot,
  toImport,
  totalOf,
  withLots,
} from './typed-award.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '44rem', minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM, border: 0, margin: 0, padding: 0 },
});

const none: readonly FormError[] = [];

interface Props {
  readonly provider: ProviderFound;
  readonly frameworks: readonly FrameworkReply[];
  readonly command: Command;
  readonly onMade: (awardRef: string) => void;
}

/** What the notice of the portal says of an award, and what its services are. */
export const ImportAwardForm: React.FC<Props> = ({ provider, frameworks, command, onMade }) => {
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
      </div>
      <Lots lotKeys={lotKeys} lots={typed.lots} onChange={(lots) => change(withLots(typed, lots))} />
      <Services lotKeys={typed.lots.map(({ lotKey }) => lotKey)} services={typed.services} onChange={(services) => change({ services })} />
      <div>
        <Button appearance="primary" type="submit">
          Bring in the award
        </Button>
      </div>
      {command.busy ? <Text role="status">Sending</Text> : null}
    </Form>
  );
};

interface LotsProps {
  /** Of the framework that is chosen. */
  readonly lotKeys: readonly string[];
  readonly lots: readonly TypedLot[];
  readonly onChange: (lots: readonly TypedLot[]) => void;
}

const Lots: React.FC<LotsProps> = ({ lotKeys, lots, onChange }) => {
  const { part, row } = useStyles();
  const choose = (chosen: readonly string[]): void =>
    onChange(chosen.map((lotKey) => lots.find((lot) => lot.lotKey === lotKey) ?? { lotKey, quality: '', price: '' }));
  const change = (lotKey: string, next: Partial<TypedLot>): void =>
    onChange(lots.map((lot) => (lot.lotKey === lotKey ? { ...lot, ...next } : lot)));
  return (
    <div className={part}>
      <Heading level={2}>Lots</Heading>
      {lotKeys.length === 0 ? (
        <Text block>Choose the framework first.</Text>
      ) : (
        <CheckboxField
          name="lots"
          label="Which lots were awarded?"
          values={lots.map(({ lotKey }) => lotKey)}
          options={lotKeys.map((lotKey) => ({ value: lotKey, label: lotKey }))}
          onChange={choose}
        />
      )}
      {lots.map((lot, at) => {
        const total = totalOf(lot);
        return (
          <fieldset key={lot.lotKey} className={row}>
            <legend>{`Points of lot ${lot.lotKey}`}</legend>
            <TextField
              name={lotField(at, 'quality')}
              label="Quality"
              width="short"
              inputMode="decimal"
              value={lot.quality}
              onChange={(quality) => change(lot.lotKey, { quality })}
            />
            <TextField
              name={lotField(at, 'price')}
              label="Price"
              width="short"
              inputMode="decimal"
              value={lot.price}
              onChange={(price) => change(lot.lotKey, { price })}
            />
            <Text aria-live="polite">{total === undefined ? '' : `Total: ${pointsWords(total)} points`}</Text>
          </fieldset>
        );
      })}
    </div>
  );
};

interface ServicesProps {
  /** Of the lots that were awarded. */
  readonly lotKeys: readonly string[];
  readonly services: readonly PricedService[];
  readonly onChange: (services: readonly PricedService[]) => void;
}

const Services: React.FC<ServicesProps> = ({ lotKeys, services, onChange }) => {
  const { part } = useStyles();
  const change = (at: number, next: Partial<PricedService>): void =>
    onChange(services.map((service, index) => (index === at ? { ...service, ...next } : service)));
  return (
    <div className={part}>
      <Heading level={2}>Services and their prices</Heading>
      {services.map((service, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a service has no name before it is typed, and services are only added at the end
        <ServiceFields key={at} at={at} service={service} lotKeys={lotKeys} onChange={(next) => change(at, next)}>
          <PriceFields service={at} prices={service.prices} onChange={(prices) => change(at, { prices })} />
          {services.length === 1 ? null : (
            <div>
              <Button onClick={() => onChange(services.filter((_, index) => index !== at))}>{`Remove service ${at + 1}`}</Button>
            </div>
          )}
        </ServiceFields>
      ))}
      <div>
        <Button onClick={() => onChange([...services, emptyPriced])}>Add a service</Button>
      </div>
    </div>
  );
};
