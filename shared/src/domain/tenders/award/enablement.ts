import { compareDates } from '../../days/local-date.ts';
import type { Rate } from '../../money/rate-card.ts';
import type { Provider } from '../../register/provider.ts';
import type { Service } from '../../register/service.ts';
import type { TenderWork } from '../effect.ts';
import { type PriceBook, priceBookRef } from '../prices/price-book.ts';
import { type PriceLine, pricesSameThing, sameBands } from '../prices/price-line.ts';
import type { Award } from './award.ts';

/**
 * What countersigning makes happen, over four lists that no transaction spans:
 *
 * 1. The award itself turns `countersigned` in one conditional write, with these effects in its outbox. That write is the decision: from here on it is
 *    only carried out, by retries until each receipt is in. Nothing in it can still be refused, for the prices were reserved before the agreement went out.
 * 2. `confirm-prices` turns every reserved price of the award into an approved one, in one write of the price book, which publishes the rates.
 * 3. `admit-provider` adds the lots to the provider, in one write of its item, and hands over that it is awarded.
 * 4. `enter-services` adds the services that the award described for the first time, each under the reference that it has in the award.
 * 5. `confirm-in-force` comes again until the lists show that all of it is done, and then the award says so.
 *
 * Each write sets what must be there, so that doing it twice, or in another order, ends in the same place. Between them nothing can be ordered too
 * early: a service is listed only where its provider has the lot AND a rate is approved (and the provider is active, which is not decided here).
 */
export const enablementWorks = ({ frameworkRef, providerRef }: Award): readonly TenderWork[] => [
  { kind: 'confirm-prices', bookRef: priceBookRef(frameworkRef, providerRef) },
  { kind: 'admit-provider', providerRef },
  { kind: 'enter-services' },
  { kind: 'confirm-in-force' },
];

/**
 * The provider with the lots of the award. One that was only prospective is awarded these and no other, whatever lots its row hoped for; whether it becomes
 * active is not decided here.
 */
export const admitProvider = (provider: Provider, award: Pick<Award, 'lots'>): Provider => {
  const won = award.lots.map(({ lotKey }) => lotKey);
  if (provider.status === 'prospective') return { ...provider, status: 'awarded', lotKeys: won };
  const added = won.filter((lotKey) => !provider.lotKeys.includes(lotKey));
  return added.length === 0 ? provider : { ...provider, lotKeys: [...provider.lotKeys, ...added] };
};

/** Whether the price book holds every price of the award as it was agreed, reserved or approved. */
export const pricesAreHeld = (award: Pick<Award, 'ref' | 'prices'>, book: PriceBook | undefined, state: 'reserved' | 'approved'): boolean =>
  award.prices.every((price) =>
    book?.lines.some((line) => line.awardRef === award.ref && line.state === state && isThatPrice(price, line)),
  );

const isThatPrice = (price: PriceLine, other: PriceLine): boolean =>
  pricesSameThing(price, other) && price.lotKey === other.lotKey && price.price === other.price && sameBands(price, other);

/** Whether everything that the award makes happen has happened, read from the lists where it happens. */
export const isCarriedOut = (
  award: Award,
  {
    provider,
    rates,
    services,
  }: {
    readonly provider: Provider | undefined;
    readonly rates: readonly Rate[];
    readonly services: readonly Pick<Service, 'ref' | 'providerRef' | 'lotKey'>[];
  },
): boolean =>
  award.prices.every(({ serviceRef, lotKey }) =>
    services.some((service) => service.ref === serviceRef && service.providerRef === award.providerRef && service.lotKey === lotKey),
  ) &&
  provider !== undefined &&
  provider.status !== 'prospective' &&
  award.lots.every(({ lotKey }) => provider.lotKeys.includes(lotKey)) &&
  award.prices.every((price) =>
    rates.some(
      (rate) =>
        rate.status === 'approved' &&
        rate.serviceRef === price.serviceRef &&
        rate.lotKey === price.lotKey &&
        rate.unit === price.unit &&
        rate.groupFrom === price.group?.from &&
        rate.groupTo === price.group?.to &&
        rate.price === price.price &&
        sameBands(rate, price) &&
        award.agreement?.countersignedOn !== undefined &&
        compareDates(rate.effectiveTo, award.agreement.countersignedOn) >= 0,
    ),
  );
