import type { NamedLot } from '../../../contract/rounds.ts';

/** 'Lot 2: Outreach (TP-2027-2)'; the key alone with a note where the list of lots has none of it yet. */
export const lotName = (key: string, lots: readonly NamedLot[]): string => {
  const lot = lots.find((each) => each.key === key);
  return lot ? `Lot ${lot.number}: ${lot.name} (${key})` : `${key} (not in the list of lots yet)`;
};

/** 'Outreach' where the name is known. */
export const shortLotName = (key: string, lots: readonly NamedLot[]): string => lots.find((each) => each.key === key)?.name ?? key;
