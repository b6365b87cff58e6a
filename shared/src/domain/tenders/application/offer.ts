import { type Pence, pence } from '../../money/money.ts';
import { rateUnitLabels } from '../../money/rate-card.ts';
import { type Refusal, refused } from '../../refusal.ts';
import { type PriceLine, pricedTwice, priceFault } from '../prices/price-line.ts';
import type { LotCriteria } from '../round/criteria.ts';
import { textFault } from '../text.ts';

/** A price that an applicant offers. Its service has a name only: it gets a reference when it is awarded. */
export interface Offer extends Omit<PriceLine, 'serviceRef'> {
  readonly serviceName: string;
}

/** As a price line, for whatever compares prices: within one application a service is known by its lot and name. */
export const toPriceLine = ({ serviceName, ...offer }: Offer): PriceLine => ({
  ...offer,
  serviceRef: `${offer.lotKey} ${serviceName.trim().toLowerCase()}`,
});

/** Why offers cannot be kept, even in a draft. */
export const offersFault = (offers: readonly Offer[], lotKeys: readonly string[]): Refusal | undefined => {
  for (const [at, offer] of offers.entries()) {
    if (!lotKeys.includes(offer.lotKey))
      return refused('lot-not-known', `You do not apply for lot ${offer.lotKey}.`, `/offers/${at}/lotKey`);
    const fault =
      textFault(offer.serviceName, 'the name of the service', `/offers/${at}/serviceName`, 255) ?? priceFault(offer, `/offers/${at}`);
    if (fault) return fault;
  }
  const twice = pricedTwice(offers.map((offer, at) => ({ ...toPriceLine(offer), at })));
  const name = twice && offers[twice[0].at]?.serviceName;
  return twice && refused('price-overlaps', `You give two prices for ${name}. Keep one.`, `/offers/${twice[1].at}`);
};

/** The price by which an application for a lot is compared: its dearest in the unit that the round compares. `undefined` when it has none. */
export const comparedPrice = (
  offers: readonly Offer[],
  { lotKey, priceUnit }: Pick<LotCriteria, 'lotKey' | 'priceUnit'>,
): Pence | undefined => {
  const prices = offers.filter((offer) => offer.lotKey === lotKey && offer.unit === priceUnit).map(({ price }) => price);
  return prices.length === 0 ? undefined : pence(Math.max(...prices));
};

/** Why offers cannot be submitted: a lot without a price that can be compared. */
export const missingOffer = (offers: readonly Offer[], lots: readonly LotCriteria[]): Refusal | undefined => {
  const lot = lots.find((criteria) => comparedPrice(offers, criteria) === undefined);
  return (
    lot &&
    refused(
      'prices-incomplete',
      `Give at least one price ${rateUnitLabels[lot.priceUnit].toLowerCase()} for lot ${lot.lotKey}: it is compared.`,
      '/offers',
    )
  );
};
