import type { NamedLot } from '../../../contract/rounds.ts';
import { useCommissioning } from '../use-commissioning.tsx';

/** The lots of a framework as their list names them; undefined while they are not read, or when that failed. */
export type LotNames = readonly NamedLot[] | undefined;

/** Reads the names of a framework's lots; '' is no framework yet. A page goes on with the keys where they cannot be read. */
export const useLotNames = (frameworkRef: string): LotNames =>
  useCommissioning('listLots', frameworkRef === '' ? undefined : { params: { ref: frameworkRef } }).data?.lots;

/** 'Lot 2: Outreach (TP-2027-2)'; with a note where the list of lots has none of that key yet. */
export const lotName = (key: string, lots: LotNames): string => {
  if (lots === undefined) return key;
  const lot = lots.find((each) => each.key === key);
  return lot ? `Lot ${lot.number}: ${lot.name} (${key})` : `${key} (not in the list of lots yet)`;
};

/** 'Outreach' where the name is known. */
export const shortLotName = (key: string, lots: LotNames): string => lots?.find((each) => each.key === key)?.name ?? key;
