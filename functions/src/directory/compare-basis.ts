import { usualBasis, type VatBasis } from '@ap/shared/domain/money/vat-basis';
import type { Caller } from '../http/caller.ts';
import type { Ports } from '../ports/ports.ts';

/** R39: how the caller compares prices unless they ask otherwise, by the type of the first buyer that they act for. */
export const compareBasis = async (caller: Caller, { buyers, policies }: Pick<Ports, 'buyers' | 'policies'>): Promise<VatBasis> => {
  const [first] = caller.memberships;
  const buyer = first && (await buyers.buyer(first.buyerRef, 'known'));
  return usualBasis(buyer?.type, await policies.vatPolicy());
};
