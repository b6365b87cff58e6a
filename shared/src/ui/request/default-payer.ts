import type { BuyerReply, MembershipReply } from '../../contract/me.ts';
import { type Payer, payers } from '../../domain/money/payer.ts';

/** Who may pay for a buyer's requests: a council department pays from council money. */
export const payersOf = (buyer: BuyerReply): readonly Payer[] =>
  payers.filter((payer) => payer !== 'school' || buyer.type !== 'council-department');

/** Who pays, unless the person chooses otherwise: asked first, because it decides who approves. */
export const defaultPayer = ({ buyer, payers: own }: MembershipReply): Payer => {
  const possible = payersOf(buyer);
  return own.find((payer) => possible.includes(payer)) ?? possible[0] ?? 'school';
};
