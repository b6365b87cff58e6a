import type { OffFrameworkPurchase } from '@ap/shared/domain/off-framework/off-framework-purchase';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import { type Lot, lotNames } from '@ap/shared/domain/register/lot';

/** The buyer and the lot of a declaration, with their names. A lot that is gone from the register keeps its key. */
export type Named = (purchase: Pick<OffFrameworkPurchase, 'buyerRef' | 'lotKey'>) => {
  readonly buyerRef: string;
  readonly buyerName: string;
  readonly lotKey: string | undefined;
  readonly lotName: string | undefined;
};

/** Names of buyers and lots as the register has them today. */
export const namedIn = (buyers: readonly Pick<Buyer, 'ref' | 'name'>[], lots: readonly Pick<Lot, 'key' | 'name'>[]): Named => {
  const ofBuyer = new Map(buyers.map(({ ref, name }) => [ref, name]));
  const ofLot = lotNames(lots);
  return ({ buyerRef, lotKey }) => ({
    buyerRef,
    buyerName: ofBuyer.get(buyerRef) ?? buyerRef,
    lotKey,
    lotName: lotKey === undefined ? undefined : ofLot.get(lotKey),
  });
};
