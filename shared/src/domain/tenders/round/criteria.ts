import { type RateUnit, rateUnitLabels } from '../../money/rate-card.ts';
import { type Refusal, refused } from '../../refusal.ts';

/** By what applications for one lot are ranked. Stated before the round opens and never changed after. */
export interface LotCriteria {
  readonly lotKey: string;
  /** Percentages that make 100. */
  readonly qualityWeight: number;
  readonly priceWeight: number;
  /** Least percentage of the quality that an application must reach; nought for none. */
  readonly passMark: number;
  /** The unit in which prices are compared. Every application prices at least one service in it, and its dearest is compared. */
  readonly priceUnit: RateUnit;
  /** How many are awarded at most; everybody who passes when empty. Whoever ties with the last is awarded too. */
  readonly mostAwards?: number | undefined;
}

const isPercentage = (number: number): boolean => Number.isInteger(number) && number >= 0 && number <= 100;

/** Why the criteria of a round cannot stand. */
export const criteriaFault = (criteria: readonly LotCriteria[], frameworkLots: readonly string[]): Refusal | undefined => {
  if (criteria.length === 0) return refused('lot-not-known', 'Choose at least one lot.', '/lots');
  for (const [at, lot] of criteria.entries()) {
    const where = `/lots/${at}`;
    if (!frameworkLots.includes(lot.lotKey)) return refused('lot-not-known', `The framework has no lot ${lot.lotKey}.`, `${where}/lotKey`);
    if (criteria.findIndex(({ lotKey }) => lotKey === lot.lotKey) < at)
      return refused('lot-not-known', `Lot ${lot.lotKey} is named twice.`, `${where}/lotKey`);
    if (!isPercentage(lot.qualityWeight) || !isPercentage(lot.priceWeight) || lot.qualityWeight + lot.priceWeight !== 100)
      return refused('weights-not-valid', 'Quality and price must weigh 100 together.', `${where}/qualityWeight`);
    if (!isPercentage(lot.passMark)) return refused('number-not-allowed', 'Enter a pass mark of 0 to 100 per cent.', `${where}/passMark`);
    if (lot.mostAwards !== undefined && !(Number.isInteger(lot.mostAwards) && lot.mostAwards >= 1))
      return refused('number-not-allowed', 'Enter how many are awarded at most, or leave it empty.', `${where}/mostAwards`);
  }
  return undefined;
};

/** What applicants are told of the ranking before they apply. */
export const criteriaSentence = ({ qualityWeight, priceWeight, passMark, priceUnit, mostAwards }: LotCriteria): string =>
  [
    `Quality ${qualityWeight}%, price ${priceWeight}%.`,
    passMark > 0 ? `Quality below ${passMark}% of its points fails.` : '',
    `Prices are compared ${rateUnitLabels[priceUnit].toLowerCase()}: the dearest of an application counts. Price points are the lowest price of those that pass, divided by the price, times ${priceWeight}.`,
    'Equal totals are parted by quality, then by price; what is still equal shares its place.',
    mostAwards === undefined ? 'Everyone who passes is awarded.' : `At most ${mostAwards} are awarded, and whoever shares the last place.`,
  ]
    .filter(Boolean)
    .join(' ');
