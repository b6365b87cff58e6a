import { statementFault } from '../../money/vat-treatment.ts';
import { type Refusal, refused } from '../../refusal.ts';
import type { Service } from '../../register/service.ts';
import { type Offer, toPriceLine } from '../application/offer.ts';
import type { PriceLine } from '../prices/price-line.ts';
import { firstFault, pupilFault, textFault } from '../text.ts';

/** What schools must know of a service before they can find it. Places are told later, by the provider, with their day. */
export type ServiceProfile = Pick<
  Service,
  | 'siteRef'
  | 'summary'
  | 'kind'
  | 'type'
  | 'deliveryMode'
  | 'keyStages'
  | 'needs'
  | 'ageFrom'
  | 'ageTo'
  | 'maxGroup'
  | 'hoursPerWeekMax'
  | 'travelRadiusMiles'
  | 'transport'
  | 'vatTreatment'
  | 'vatStatedBy'
  | 'vatStatedOn'
  | 'vatEvidence'
>;

/** A service that an award describes for the first time. */
export type NewService = ServiceProfile & Pick<Service, 'ref' | 'providerRef' | 'lotKey' | 'name'> & { readonly status: 'offered' };

/** A service that is awarded under the name by which it was offered: it is in the list already, or it is described for the first time. */
export interface NamedService {
  readonly lotKey: string;
  readonly serviceName: string;
  readonly serviceRef?: string | undefined;
  readonly profile?: ServiceProfile | undefined;
}

const nameOf = ({ lotKey, serviceName }: Pick<NamedService, 'lotKey' | 'serviceName'>): string =>
  `${lotKey} ${serviceName.trim().toLowerCase()}`;

/**
 * The reference of a new service: the same whenever it is made, so that entering it again changes nothing. No other award makes it: a provider holds a lot
 * by one award only, and nothing is entered before that is countersigned.
 */
const newServiceRef = (providerRef: string, lotKey: string, number: number): string => `S-${providerRef}-${lotKey}-${number}`.toUpperCase();

/**
 * What was offered under names, as prices of services with references, and the services that are new. An offer knows its service by name only; here each
 * name is said to be a service in the list or is described. Names are compared without regard to case.
 */
export const awardedServices = (
  providerRef: string,
  offers: readonly Offer[],
  named: readonly NamedService[],
): { readonly prices: readonly PriceLine[]; readonly services: readonly NewService[] } | Refusal => {
  const refs = new Map<string, string>();
  const services: NewService[] = [];
  for (const offer of offers) {
    const name = nameOf(offer);
    if (refs.has(name)) continue;
    const at = named.findIndex((each) => nameOf(each) === name);
    const found = named[at];
    if (!found || (found.serviceRef === undefined) === (found.profile === undefined))
      return refused(
        'service-not-known',
        `Say of ${offer.serviceName} which service in the list it is, or describe it, and not both.`,
        found ? `/services/${at}` : '/services',
      );
    const number = 1 + services.filter(({ lotKey }) => lotKey === offer.lotKey).length;
    const ref = found.serviceRef ?? newServiceRef(providerRef, offer.lotKey, number);
    refs.set(name, ref);
    if (!found.profile) continue;
    const fault = profileFault(found.profile, `/services/${at}/profile`);
    if (fault) return fault;
    services.push({
      ...found.profile,
      ref,
      providerRef,
      lotKey: offer.lotKey,
      name: offer.serviceName.trim(),
      status: 'offered',
    });
  }
  const stray = named.findIndex((each) => !refs.has(nameOf(each)));
  if (stray >= 0)
    return refused('service-not-known', `Nothing is priced under the name ${named[stray]?.serviceName}.`, `/services/${stray}/serviceName`);
  return { prices: offers.map((offer) => ({ ...priceOf(offer), serviceRef: refs.get(nameOf(offer)) ?? '' })), services };
};

const priceOf = (offer: Offer): Omit<PriceLine, 'serviceRef'> => {
  const { serviceRef: _name, ...price } = toPriceLine(offer);
  return price;
};

const statementRefusal = (profile: ServiceProfile, field: string): Refusal | undefined => {
  const fault = statementFault(profile);
  return fault && refused('text-required', fault.sentence, `${field}/${fault.field}`);
};

const profileFault = (profile: ServiceProfile, field: string): Refusal | undefined => {
  const { summary, ageFrom, ageTo, keyStages, needs, transport, vatEvidence } = profile;
  return firstFault(
    textFault(summary, 'what schools should know of the service', `${field}/summary`, 5_000),
    transport === undefined ? undefined : pupilFault(transport, 'how pupils get there', `${field}/transport`),
    keyStages.length === 0 ? refused('text-required', 'Choose at least one key stage.', `${field}/keyStages`) : undefined,
    needs.length === 0 ? refused('text-required', 'Choose at least one need.', `${field}/needs`) : undefined,
    Number.isInteger(ageFrom) && Number.isInteger(ageTo) && 4 <= ageFrom && ageFrom <= ageTo && ageTo <= 25
      ? undefined
      : refused('number-not-allowed', 'Enter ages from 4 to 25, the lowest first.', `${field}/ageFrom`),
    statementRefusal(profile, field),
    vatEvidence === undefined ? undefined : pupilFault(vatEvidence, 'where the statement about VAT can be read', `${field}/vatEvidence`),
  );
};
