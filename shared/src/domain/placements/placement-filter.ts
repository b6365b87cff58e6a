import type { LocalDate } from '../days/local-date.ts';
import type { Payer } from '../money/payer.ts';
import type { Placement } from './placement.ts';
import { registeredWords, standsWords } from './placement-words.ts';
import { type AgeBand, ageBandOf, type EndBand, endBandOf, type ReviewStand, reviewStandOf, type TimeBand, timeBandOf } from './watch.ts';

/** What narrows a list of placements; an empty text or none narrows nothing. `stands` and `registered` are the words that the table shows. */
export interface PlacementFilter {
  readonly words?: string | undefined;
  readonly buyer?: string | undefined;
  readonly lot?: string | undefined;
  readonly payer?: Payer | '' | undefined;
  readonly stands?: string | undefined;
  readonly age?: AgeBand | '' | undefined;
  readonly end?: EndBand | '' | undefined;
  readonly review?: ReviewStand | '' | undefined;
  readonly time?: TimeBand | '' | undefined;
  readonly registered?: string | undefined;
}

const fits = (asked: string | undefined, value: string | undefined): boolean => asked === undefined || asked === '' || asked === value;

/** The placements that a filter leaves, as they came: every word is found in the names, the order number or the reference. */
export const narrowedPlacements = <P extends Placement>(rows: readonly P[], filter: PlacementFilter, today: LocalDate): readonly P[] => {
  const wanted = (filter.words ?? '').toLowerCase().split(/\s/);
  return rows.filter((row) => {
    const text = [row.buyerName, row.providerName, row.serviceName, row.lotName, row.orderNumber, row.pupilRef].join(' ').toLowerCase();
    return (
      wanted.every((word) => text.includes(word)) &&
      fits(filter.buyer, row.buyerName) &&
      fits(filter.lot, row.lotName) &&
      fits(filter.payer, row.payer) &&
      fits(filter.stands, standsWords(row)) &&
      fits(filter.age, ageBandOf(row, today)) &&
      fits(filter.end, endBandOf(row, today)) &&
      fits(filter.review, reviewStandOf(row)) &&
      fits(filter.time, timeBandOf(row)) &&
      fits(filter.registered, registeredWords(row))
    );
  });
};
