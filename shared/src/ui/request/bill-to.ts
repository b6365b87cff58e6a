import type { BuyerReply } from '../../contract/me.ts';

/** Who the invoice goes to, unless the person writes otherwise: the legal buyer (trust or governing body) with the address on the register. */
export const billToOf = (buyer: BuyerReply): string => {
  const address = buyer.invoiceAddress?.replace(/\s*\n\s*/g, ', ') ?? '';
  return [buyer.legalBuyer ?? buyer.name, address]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 200);
};
