import type { RankingReply } from '../../../contract/evaluation.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { emptyService, serviceField, serviceFieldAt, type TypedService } from './typed-service.ts';

export type Offer = NonNullable<RankingReply['lines'][number]['offers']>[number];

const isOf = (offer: Offer, { lotKey, serviceName }: Pick<TypedService, 'lotKey' | 'serviceName'>): boolean =>
  offer.lotKey === lotKey && offer.serviceName.trim().toLowerCase() === serviceName.trim().toLowerCase();

/** The services of an application, each once in its lot, in the order in which they were offered: what each is in the list is still to be said. */
export const servicesOf = (offers: readonly Offer[]): readonly TypedService[] =>
  offers
    .filter((offer, at) => offers.findIndex((other) => isOf(other, offer)) === at)
    .map(({ lotKey, serviceName }) => ({ ...emptyService, lotKey, serviceName: serviceName.trim() }));

/** '£95.00 per day, 1 to 3 pupils': every price that was offered for a service. */
export const pricesOf = (offers: readonly Offer[], service: TypedService): readonly string[] =>
  offers
    .filter((offer) => isOf(offer, service))
    .map(
      ({ price, unit, group }) => `${formatMoney(price)} per ${unit}${group === undefined ? '' : `, ${group.from} to ${group.to} pupils`}`,
    );

/** The field of a proposal that a pointer of the server's refusal is about; '' where it is none. A price is that of the service that is said to be it. */
export const proposalFieldAt = (pointer: string, offers: readonly Offer[], services: readonly TypedService[]): string => {
  const [list, index = ''] = pointer.split('/').slice(1);
  if (list === 'lotKeys') return 'lots';
  if (list !== 'prices') return serviceFieldAt(pointer);
  const offer = offers.filter(({ lotKey }) => services.some((service) => service.lotKey === lotKey))[Number(index)];
  const at = services.findIndex((service) => offer !== undefined && isOf(offer, service));
  return index === '' || at < 0 ? '' : serviceField(at, services[at]?.how === 'listed' ? 'serviceRef' : 'how');
};
