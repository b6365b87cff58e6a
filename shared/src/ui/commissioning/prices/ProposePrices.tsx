import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { PriceBookReply } from '../../../contract/prices.ts';
import { afterPrice } from '../../../domain/money/band-words.ts';
import { formatMoney, type Pence } from '../../../domain/money/money.ts';
import { priceChange } from '../../../domain/tenders/prices/price-change.ts';
import { Form } from '../../forms/Form.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { faultsOf } from '../../forms/problem-of.ts';
import { BandFields } from '../../volume-bands/BandFields.tsx';
import { useActBox } from '../use-act-box.tsx';
import { useAwardsClient } from '../use-awards.tsx';
import type { Command } from '../use-command.tsx';
import {
  bandsField,
  firstTyped,
  lineField,
  priceFaults,
  reviewedLines,
  type TypedPrices,
  thingOf,
  toPropose,
  typedFor,
} from './priced-lines.ts';

const none: readonly FormError[] = [];

interface Props {
  readonly book: PriceBookReply;
  readonly command: Command;
}

/** Proposes the prices of the next period on the provider's behalf. */
export const ProposePrices: React.FC<Props> = (props) => {
  const [open, setOpen] = React.useState(false);
  return open ? (
    <PricesForm {...props} onClose={() => setOpen(false)} />
  ) : (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>
        Propose prices
      </Button>
    </div>
  );
};

const differenceOf = (old: Pence, next: Pence): string =>
  old === next ? `Goes on at ${formatMoney(old)}` : `Difference: ${priceChange(old, next)}`;

const PricesForm: React.FC<Props & { readonly onClose: () => void }> = ({ book, command, onClose }) => {
  const { box, acts } = useActBox();
  const client = useAwardsClient();
  const [typed, setTyped] = React.useState(() => firstTyped(book));
  const [errors, setErrors] = React.useState(none);
  const change = (ref: string, next: Partial<TypedPrices[string]>): void =>
    setTyped((present) => ({ ...present, [ref]: { price: '', bands: [], ...present[ref], ...next } }));
  const submit = (): void => {
    const faults = priceFaults(book, typed);
    setErrors(faults);
    if (faults.length > 0) return;
    const proposed = toPropose(book, typed);
    const { frameworkRef, providerRef } = book;
    const body = { lines: proposed.map(({ sent }) => sent) };
    command.send(
      body,
      async (key) => {
        await client.proposePrices({ params: { frameworkRef, providerRef }, body, key });
        onClose();
        return 'The prices are proposed. Another commissioner approves the review.';
      },
      (error) =>
        setErrors(
          faultsOf(error).map(({ pointer, detail }) => {
            const [list, index = '', part] = pointer.split('/').slice(1);
            const about = list === 'lines' && index !== '' ? proposed[Number(index)] : undefined;
            return {
              field: about === undefined ? '' : part === 'volumeBands' ? bandsField(about.line) : lineField(about.line),
              message: detail,
            };
          }),
        ),
    );
  };
  return (
    <div className={box}>
      <Text block>
        {`What ${book.providerName} proposes, in pounds without VAT. What is left empty goes on at its present price. Whoever proposes here cannot approve the review.`}
      </Text>
      <Form errors={errors} onSubmit={submit} label="Propose prices">
        {reviewedLines(book).map(({ line }) => {
          const price = typedFor(line, typed);
          return (
            <div key={line.ref}>
              <TextField
                name={lineField(line)}
                label={thingOf(line)}
                hint={`Lot ${line.lotKey}. Now ${formatMoney(line.price)}${afterPrice(line.volumeBands)}`}
                width="short"
                inputMode="decimal"
                value={typed[line.ref]?.price ?? ''}
                onChange={(text) => change(line.ref, { price: text })}
              />
              <Text block aria-live="polite">
                {price === undefined ? '' : differenceOf(line.price, price)}
              </Text>
              <BandFields
                name={bandsField(line)}
                of={thingOf(line)}
                price={price}
                value={typed[line.ref]?.bands ?? []}
                onChange={(bands) => change(line.ref, { bands })}
              />
            </div>
          );
        })}
        <div className={acts}>
          <Button appearance="primary" type="submit">
            Propose these prices
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </div>
        {command.busy ? <Text role="status">Sending</Text> : null}
      </Form>
    </div>
  );
};
