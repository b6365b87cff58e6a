import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { rateUnitLabels, rateUnits } from '../../domain/money/rate-card.ts';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { QuestionPage } from '../forms/QuestionPage.tsx';
import { useLeaveWarning } from '../forms/use-leave-warning.tsx';
import { Heading } from '../Heading.tsx';
import { BandFields } from '../volume-bands/BandFields.tsx';
import { type OwnStepProps, StepNotes, useSend } from './step-frame.tsx';
import { emptyOffer, fromTypedOffers, priceOf, type TypedOffer, toTypedOffers } from './typed-offers.ts';

const useStyles = makeStyles({
  lot: { display: 'grid', rowGap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  pair: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const units = rateUnits.map((unit) => ({ value: unit, label: rateUnitLabels[unit] }));

/** Prices by lot and service, ex VAT. */
export const PricesStep: React.FC<OwnStepProps> = ({ state, view, application, onDone, onBack }) => {
  const styles = useStyles();
  const lots = view.round.lots.filter(({ lotKey }) => application.lotKeys.includes(lotKey));
  const before = React.useRef(toTypedOffers(application.offers, lots));
  const [rows, setRows] = React.useState<readonly TypedOffer[]>(before.current);
  const { errors, conflict, busy, send } = useSend(onDone);
  useLeaveWarning(rows !== before.current);
  const change = (at: number, next: Partial<TypedOffer>): void =>
    setRows((present) => present.map((row, index) => (index === at ? { ...row, ...next } : row)));
  const submit = (): void => {
    const { offers, faults, fields } = fromTypedOffers(rows);
    send(fields, faults, () => state.save({ lotKeys: application.lotKeys, answers: {}, offers: [...offers] }));
  };
  return (
    <QuestionPage
      title="Prices of your services"
      caption={view.organisation}
      errors={errors}
      onBack={onBack}
      onContinue={submit}
      continueLabel="Save and continue"
      aside={<StepNotes view={view} conflict={conflict} busy={busy} />}
    >
      <Text block>Give prices without VAT. They are fixed for the price period of the framework.</Text>
      <Text block>Where a unit costs less when a school, or several together, buy more of them in a block, add volume prices.</Text>
      {lots.map((lot) => (
        <section key={lot.lotKey} className={styles.lot} aria-label={lot.name}>
          <Heading level={2}>{lot.name}</Heading>
          <Text block>{`At least one price ${rateUnitLabels[lot.priceUnit].toLowerCase()} is needed: it is compared.`}</Text>
          {rows.map((row, at) => {
            const own = rows.slice(0, at + 1).filter(({ lotKey }) => lotKey === lot.lotKey).length;
            const number = `Price ${own} of ${lot.name}`;
            return row.lotKey === lot.lotKey ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name before it is typed, and rows are only added at the end
              <fieldset key={at} className={styles.row}>
                <legend>{number}</legend>
                <TextField
                  name={`offers-${at}-serviceName`}
                  label="Name of the service"
                  value={row.serviceName}
                  onChange={(serviceName) => change(at, { serviceName })}
                />
                <div className={styles.pair}>
                  <TextField
                    name={`offers-${at}-price`}
                    label="Price in pounds, without VAT"
                    width="short"
                    inputMode="decimal"
                    value={row.price}
                    onChange={(price) => change(at, { price })}
                  />
                  <SelectField
                    name={`offers-${at}-unit`}
                    label="For what"
                    value={row.unit}
                    options={units}
                    onChange={(unit) => change(at, { unit })}
                  />
                </div>
                <div className={styles.pair}>
                  <TextField
                    name={`offers-${at}-group`}
                    label="Smallest group of pupils"
                    optional
                    width="short"
                    inputMode="numeric"
                    value={row.from}
                    onChange={(from) => change(at, { from })}
                  />
                  <TextField
                    name={`offers-${at}-group-to`}
                    label="Largest group of pupils"
                    optional
                    width="short"
                    inputMode="numeric"
                    value={row.to}
                    onChange={(to) => change(at, { to })}
                  />
                </div>
                <BandFields
                  name={`offers-${at}-volumeBands`}
                  of={number}
                  price={priceOf(row)}
                  value={row.bands}
                  onChange={(bands) => change(at, { bands })}
                />
                <div>
                  <Button onClick={() => setRows(rows.filter((_row, index) => index !== at))} aria-label={`Remove: ${number}`}>
                    Remove
                  </Button>
                </div>
              </fieldset>
            ) : null;
          })}
          <div>
            <Button onClick={() => setRows([...rows, emptyOffer(lot.lotKey, lot.priceUnit)])}>{`Add a price for ${lot.name}`}</Button>
          </div>
        </section>
      ))}
    </QuestionPage>
  );
};
