import type { QuoteReply } from '@ap/shared/contract/call-offs';
import { drawableOf } from '@ap/shared/domain/block-purchases/on-hand';
import type { CallOffRequest } from '@ap/shared/domain/call-off/call-off';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Ports } from '../ports/ports.ts';

/** Row 54: the block purchases whose units the buyer of a request could draw instead, as last known. */
export const blocksOfQuote = async (
  { blockPurchases, clock }: Pick<Ports, 'blockPurchases' | 'clock'>,
  { buyerRef, serviceRef }: Pick<CallOffRequest, 'buyerRef' | 'serviceRef'>,
): Promise<NonNullable<QuoteReply['blocks']>> => {
  const known = (await blockPurchases.known()).map(({ state }) => state);
  return drawableOf(known, { buyerRef, serviceRef, today: toLondonDate(clock.now()) }).map(
    ({ ref, units, unitPrice, statement: { unit, usableFrom, usableTo } }) => ({ ref, units, unit, unitPrice, usableFrom, usableTo }),
  );
};
