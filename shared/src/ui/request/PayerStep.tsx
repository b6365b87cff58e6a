import * as React from 'react';
import { arrangers, payerNames } from '../../domain/money/payer.ts';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { arrangerWords } from '../words.tsx';
import { payersOf } from './default-payer.ts';
import type { StepProps } from './step-props.ts';

/** Who arranges, who pays, and who gets the invoice. */
export const PayerStep = ({ answers, change, memberships }: StepProps): React.ReactElement => {
  const buyer = memberships.find((membership) => membership.buyer.ref === answers.buyerRef)?.buyer;
  return (
    <>
      <RadioField
        name="arrangedBy"
        label="Who arranges the placement?"
        hint="In law, not who fills in this form: it decides how attendance is recorded"
        options={arrangers.map((value) => ({ value, label: arrangerWords[value] }))}
        value={answers.arrangedBy}
        onChange={(arrangedBy) => change({ arrangedBy })}
      />
      <RadioField
        name="payer"
        label="Who pays?"
        hint="It decides who must approve: council money is also approved by the council"
        options={(buyer ? payersOf(buyer) : []).map((value) => ({ value, label: payerNames[value] }))}
        value={answers.payer}
        onChange={(payer) => change({ payer })}
      />
      <TextField
        name="billTo"
        label="Who the invoice goes to"
        hint="The legal buyer and its address, as on our register. Change it if it is wrong"
        value={answers.billTo}
        onChange={(billTo) => change({ billTo })}
      />
      <TextField
        name="costCode"
        label="Cost code"
        optional
        width="medium"
        value={answers.costCode}
        onChange={(costCode) => change({ costCode })}
      />
    </>
  );
};
