import * as React from 'react';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { NextProvidersReply, offerToNext } from '../../contract/next-offers.ts';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { basisReasons, type DirectAwardBasis } from '../../domain/register/framework.ts';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { ActForm, type Giving } from '../orders/ActForm.tsx';
import { choiceFault, textFault } from '../orders/faults.ts';
import { ReasonField } from '../orders/ReasonField.tsx';

type Body = BodyOf<typeof offerToNext>;
type Next = NextProvidersReply['next'][number];

interface Props extends Giving<Body> {
  readonly next: readonly Next[];
}

const labelOf = ({ providerName, serviceName, unitPrice, unit, ...totals }: Next): string =>
  `${providerName}, ${serviceName}: ${bothTotals(totals)}, at ${formatMoney(unitPrice)} per ${unit} ex VAT`;

/** What follows from the choice: asked at once, or approved again first. */
const follows = (chosen: Next, basis: DirectAwardBasis): string =>
  chosen.bases.some((each) => each.basis === basis && each.approved)
    ? `Nothing that was approved changes, so ${chosen.providerName} is asked at once, by e-mail.`
    : `What was approved no longer holds for ${chosen.providerName}, so the request goes to its approvers again. The provider is asked when they have approved.`;

/** Chooses the next provider, why it and no other, and says in a reason why it is asked. */
export const OfferForm = ({ next, ...giving }: Props): React.ReactElement => {
  const [serviceRef, setServiceRef] = React.useState('');
  const [basis, setBasis] = React.useState<DirectAwardBasis | ''>('');
  const [reason, setReason] = React.useState('');
  const chosen = next.find((each) => each.serviceRef === serviceRef);
  const choose = (ref: string): void => {
    setServiceRef(ref);
    setBasis('');
  };
  return (
    <ActForm<Body>
      {...giving}
      fields={['serviceRef', 'basis', 'reason']}
      faults={[
        choiceFault('serviceRef', serviceRef, 'Choose a provider'),
        chosen ? choiceFault('basis', basis, 'Choose why this provider') : undefined,
        textFault('reason', reason, 'Enter why you offer it to this provider'),
      ]}
      body={chosen && basis !== '' ? { serviceRef, basis, reason, shownGross: chosen.gross } : undefined}
      button="Continue"
      confirm={
        chosen && basis !== ''
          ? {
              title: `Offer it to ${chosen.providerName}?`,
              label: 'Offer it',
              text: `${bothTotals(chosen)}. ${follows(chosen, basis)}`,
            }
          : undefined
      }
    >
      <RadioField
        name="serviceRef"
        label="Who is asked next?"
        hint="The lowest total comes first"
        options={next.map((each) => ({ value: each.serviceRef, label: labelOf(each) }))}
        value={serviceRef}
        onChange={choose}
      />
      {chosen ? (
        <RadioField
          name="basis"
          label="Why this provider?"
          hint="The reasons that the framework permits and that hold for it"
          options={chosen.bases.map((each) => ({ value: each.basis, label: basisReasons[each.basis] }))}
          value={basis}
          onChange={setBasis}
        />
      ) : null}
      <ReasonField label="Why is it offered to this provider?" value={reason} onChange={setReason} />
    </ActForm>
  );
};
