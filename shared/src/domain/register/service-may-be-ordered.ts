import { compareDates, formatDate, type LocalDate } from '../days/local-date.ts';
import { liveRate, type Rate, ratesOn } from '../money/rate-card.ts';
import { openHolds } from '../quality/hold.ts';
import { pausedSentence } from '../quality/paused-notice.ts';
import type { ProviderStanding } from '../quality/provider-standing.ts';
import { type QaCheck, type QaStanding, qaStanding } from '../quality/qa-check.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type Framework, frameworkIsLive } from './framework.ts';
import { type Lot, lotExpiry, lotIsLive } from './lot.ts';
import { type Provider, providerName } from './provider.ts';
import type { Service } from './service.ts';

/** The part of a provider's standing that listing asks about. */
export type StandingFact = Pick<ProviderStanding, 'ref' | 'status' | 'holds'>;

/** Whether a provider takes orders by its row and by every decision about it (R19): a row that was edited by hand lifts no hold. */
export const takesOrders = (provider: Provider, standing: StandingFact | undefined): boolean =>
  provider.status === 'active' &&
  (standing === undefined || (standing.ref === provider.ref && standing.status === 'active' && openHolds(standing.holds).length === 0));

/** Everything that says whether a service may be shown and ordered. Each part is read from its list, never from a stored flag. */
export interface ListingFacts {
  readonly framework: Framework | undefined;
  readonly lot: Lot | undefined;
  readonly provider: Provider | undefined;
  readonly service: Service | undefined;
  /** Where decisions have left the provider; `undefined` where none was ever taken: then its row alone says. */
  readonly standing: StandingFact | undefined;
  /** The commissioning team's phone, for what a school is told of a provider that is held. */
  readonly teamPhone?: string | undefined;
  readonly qaChecks: readonly QaCheck[];
  readonly rates: readonly Rate[];
}

/** The facts of a service that may be ordered. */
export interface Listing {
  readonly ok: true;
  readonly framework: Framework;
  readonly lot: Lot;
  readonly provider: Provider;
  readonly service: Service;
  readonly rate: Rate;
}

/** What a school is told of a provider that takes no orders: of one that is held, the fixed words and nothing else. */
const notTakingOrders = ({ provider, standing, teamPhone }: Omit<ListingFacts, 'qaChecks'>): string => {
  const name = provider ? providerName(provider) : 'The provider';
  const isHeld =
    provider?.status === 'suspended' || (standing && (standing.status === 'suspended' || openHolds(standing.holds).length > 0));
  return isHeld ? `${name}: ${pausedSentence(teamPhone)}` : `${name} is not taking new placements through the framework at present.`;
};

/** What was called off in time runs on at its price; whoever wants more looks at what takes its place. */
const ended = (what: string, on: LocalDate): string =>
  `${what} ended on ${formatDate(on, 'plain')}. Placements that were ordered under it run on at their price. Search the directory for what can be requested now.`;

/** R28, R29: a framework that has ended is told apart from one that has yet to begin. */
const notLive = ({ name, status, liveFrom, expiresOn }: Framework, today: LocalDate): string => {
  if (compareDates(expiresOn, today) < 0) return ended(name, expiresOn);
  return compareDates(today, liveFrom) < 0 && status !== 'cancelled' && status !== 'expired'
    ? `${name} does not take requests before ${formatDate(liveFrom, 'plain')}.`
    : `${name} is not open for requests.`;
};

/** What is offered today, whatever its price; or why nothing is. */
const offered = (facts: Omit<ListingFacts, 'qaChecks'>, today: LocalDate): Omit<Listing, 'rate'> | Refusal => {
  const { framework, lot, provider, standing, service } = facts;
  if (service?.status !== 'offered') return refused('service-not-offered', 'This service is no longer offered.', '/serviceRef');
  if (!framework || !frameworkIsLive(framework, today))
    return refused('framework-not-live', framework ? notLive(framework, today) : 'The framework for this service cannot be found.');
  if (!lot || service.lotKey !== lot.key || !lotIsLive(lot, framework, today))
    return refused(
      'lot-not-live',
      lot && compareDates(lotExpiry(lot, framework), today) < 0
        ? ended(`The lot ${lot.name}`, lotExpiry(lot, framework))
        : 'The lot for this service is closed.',
    );
  if (!provider || provider.ref !== service.providerRef || !takesOrders(provider, standing))
    return refused('provider-not-active', notTakingOrders(facts));
  if (!provider.lotKeys.includes(lot.key)) return refused('provider-not-on-lot', `${providerName(provider)} was not awarded this lot.`);
  return { ok: true, framework, lot, provider, service };
};

/** R29: the price is fixed for each lot, so one that was agreed for another lot is no price of this service. */
export const rateNotForLot =
  'The price of this service was agreed for another lot. The commissioner must mend the rate card before it can be ordered.';

/**
 * Whether a service is listed today and can be priced on `priceOn` (the start date of a request; today for the directory).
 * What is missing counts as refused: P4, R12-R18 (no call-off to a provider whose mandatory check has lapsed), R29.
 */
export const listingOf = (facts: ListingFacts, today: LocalDate, priceOn: LocalDate = today): Listing | Refusal => {
  const own = facts.qaChecks.filter((check) => check.providerRef === facts.provider?.ref);
  return listingWith(facts, qaStanding(own, today), today, priceOn);
};

/** The same for whoever asks about many services of a provider: `qa` is how the provider's own checks stand today. */
export const listingWith = (
  facts: Omit<ListingFacts, 'qaChecks'>,
  qa: Pick<QaStanding, 'state'>,
  today: LocalDate,
  priceOn: LocalDate = today,
): Listing | Refusal => {
  const found = offered(facts, today);
  if (!found.ok) return found;
  const { lot, provider, service } = found;
  if (qa.state === 'held')
    return refused(
      'qa-not-current',
      `${providerName(provider)} does not hold every current quality assurance check. No new placement can start until it does.`,
    );
  const { rates } = facts;
  const rate = liveRate(rates, service.ref, priceOn);
  if (!rate) {
    const overlapping = ratesOn(rates, service.ref, priceOn).length > 1;
    return refused(
      'no-live-rate',
      overlapping
        ? 'Two approved prices overlap for this service. The commissioner must mend the rate card before it can be ordered.'
        : `There is no approved price for this service on ${formatDate(priceOn)}.`,
    );
  }
  if (rate.lotKey !== lot.key) return refused('rate-not-for-lot', rateNotForLot);
  return { ...found, rate };
};
