import { compareDates, type LocalDate } from '../../days/local-date.ts';
import { formatVolumeBands } from '../../money/band-words.ts';
import { type Refusal, refused } from '../../refusal.ts';
import { toPriceLine } from '../application/offer.ts';
import { type PriceLine, pricesFault } from '../prices/price-line.ts';
import { firstFault, linkFault, textFault } from '../text.ts';
import type { AwardedLot } from './award.ts';
import type { AwardFacts, ImportAward, ProposeAward } from './award-command.ts';
import { scorersFault } from './portal-scorers.ts';
import { ratesInTheWay } from './rates-in-the-way.ts';

/** Row 17: awards come after the applications have closed; to a live framework only from a later round of an open one, or out of its own notice. */
export const frameworkFault = ({ framework }: AwardFacts, decidedOn?: LocalDate): Refusal | undefined => {
  const { status, kind, terms } = framework;
  if (status === 'pending' || status === 'standstill' || (status === 'live' && kind === 'open')) return undefined;
  // A closed framework that was let before the product came: its own awards are still brought in.
  if (status === 'live' && decidedOn !== undefined && compareDates(decidedOn, terms.liveFrom) <= 0) return undefined;
  return refused(
    'framework-not-taking-awards',
    status === 'live'
      ? 'A closed framework takes no new providers once it is live.'
      : `The framework is ${status}, so nothing can be awarded.`,
  );
};

/** Why an award that was made on a portal cannot be imported. */
export const importFault = (command: ImportAward, facts: AwardFacts, today: LocalDate): Refusal | undefined =>
  firstFault(
    frameworkFault(facts, command.decidedOn),
    textFault(command.portal, 'the portal', '/portal', 255),
    textFault(command.noticeId, 'the number of the notice', '/noticeId', 255),
    linkFault(command.evidenceUrl, 'where the evidence lies', '/evidenceUrl'),
    compareDates(command.decidedOn, today) > 0
      ? refused('dates-not-allowed', 'Enter a day that is not after today.', '/decidedOn')
      : undefined,
    scorersFault(command.scorers, facts.members),
    lotsFault(command.lots, facts),
    pricesOfLots(
      command.prices,
      command.lots.map(({ lotKey }) => lotKey),
    ),
    servicesFault(command, facts.services),
    strangeRates(command, facts),
  );

/** R38: no price is awarded beside another that is approved for the same thing. */
export const strangeRates = ({ prices }: Pick<ImportAward, 'prices'>, { rates, book, framework }: AwardFacts): Refusal | undefined =>
  ratesInTheWay(prices, rates, book, { from: framework.terms.liveFrom, to: framework.terms.expiresOn });

const isPoints = (points: number): boolean => Number.isInteger(points) && points >= 0 && points <= 10_000;

const lotsFault = (lots: readonly AwardedLot[], facts: AwardFacts): Refusal | undefined => {
  if (lots.length === 0) return refused('lot-not-known', 'Choose at least one lot.', '/lots');
  for (const [at, { lotKey, qualityPoints, pricePoints, total }] of lots.entries()) {
    const fault = lotFault(
      lotKey,
      lots.slice(0, at).map((lot) => lot.lotKey),
      facts,
      `/lots/${at}/lotKey`,
    );
    if (fault) return fault;
    if (!isPoints(qualityPoints) || !isPoints(pricePoints) || !isPoints(total) || qualityPoints + pricePoints !== total)
      return refused('score-not-valid', 'Enter points of 0.00 to 100.00 that make the total.', `/lots/${at}/total`);
  }
  return undefined;
};

const lotFault = (
  lotKey: string,
  before: readonly string[],
  { framework, otherAwards }: AwardFacts,
  field: string,
): Refusal | undefined => {
  if (!framework.terms.lotKeys.includes(lotKey)) return refused('lot-not-known', `The framework has no lot ${lotKey}.`, field);
  if (before.includes(lotKey)) return refused('lot-not-known', `Lot ${lotKey} is named twice.`, field);
  return otherAwards.some((other) => other.lotKeys.includes(lotKey) && other.status !== 'rejected' && other.status !== 'set-aside')
    ? refused('already-made', `Another award holds lot ${lotKey} for this provider.`, field)
    : undefined;
};

/** Each lot has a price, and no price is for another lot. */
const pricesOfLots = (prices: readonly PriceLine[], lotKeys: readonly string[]): Refusal | undefined => {
  const fault = pricesFault(prices, '/prices');
  if (fault) return fault;
  const stray = prices.findIndex(({ lotKey }) => !lotKeys.includes(lotKey));
  if (stray >= 0) return refused('lot-not-known', `Lot ${prices[stray]?.lotKey} is not awarded here.`, `/prices/${stray}/lotKey`);
  const unpriced = lotKeys.find((lotKey) => !prices.some((price) => price.lotKey === lotKey));
  if (unpriced !== undefined) return refused('prices-incomplete', `Enter at least one price for lot ${unpriced}.`, '/prices');
  // A service belongs to one lot: its prices cannot belong to two.
  const twoLots = prices.findIndex(({ serviceRef, lotKey }) =>
    prices.some((other) => other.serviceRef === serviceRef && other.lotKey !== lotKey),
  );
  return twoLots < 0
    ? undefined
    : refused('lot-not-known', `Service ${prices[twoLots]?.serviceRef} is priced in two lots.`, `/prices/${twoLots}/lotKey`);
};

/** Why an award out of a round cannot be proposed; the lots with their points when it can. */
export const proposedLots = (command: ProposeAward, facts: AwardFacts): readonly AwardedLot[] | Refusal => {
  const { lotKeys, prices } = command;
  const fault = firstFault(
    frameworkFault(facts),
    lotKeys.length === 0 ? refused('lot-not-known', 'Choose at least one lot.', '/lotKeys') : undefined,
    ...lotKeys.map((lotKey, at) => lotFault(lotKey, lotKeys.slice(0, at), facts, `/lotKeys/${at}`)),
    pricesOfLots(prices, lotKeys),
    servicesFault(command, facts.services),
    strangeRates(command, facts),
    notAsOffered(command, facts),
  );
  if (fault) return fault;
  const lots: AwardedLot[] = [];
  for (const [at, lotKey] of lotKeys.entries()) {
    const evaluated = facts.evaluation?.lots.find((lot) => lot.lotKey === lotKey);
    const line = evaluated?.line;
    if (evaluated?.status !== 'recommended' || !line?.recommended || line.total === undefined || line.pricePoints === undefined)
      return refused('not-recommended', `The ranking of lot ${lotKey} does not recommend this provider.`, `/lotKeys/${at}`);
    const { qualityPoints, pricePoints, total, place } = line;
    lots.push({ lotKey, qualityPoints, pricePoints, total, place });
  }
  return lots;
};

/** A price belongs to a service of this provider in this lot: another provider's prices are another book's, where nobody would see the overlap. */
export const servicesFault = (
  award: Pick<ImportAward, 'providerRef' | 'prices' | 'services'>,
  listed: AwardFacts['services'],
): Refusal | undefined => {
  const { providerRef, prices } = award;
  const services = [...listed, ...award.services.filter(({ ref }) => !listed.some((other) => other.ref === ref))];
  const at = prices.findIndex(
    ({ serviceRef, lotKey }) =>
      !services.some((service) => service.ref === serviceRef && service.providerRef === providerRef && service.lotKey === lotKey),
  );
  const price = prices[at];
  return (
    price &&
    refused(
      'service-not-known',
      `The provider has no service ${price.serviceRef} in lot ${price.lotKey}. Describe it with the award, or enter it in the list of services first.`,
      `/prices/${at}/serviceRef`,
    )
  );
};

/** Prices are awarded as they were offered: the services get their references, and nothing else changes. */
const notAsOffered = ({ prices, lotKeys }: ProposeAward, { evaluation }: AwardFacts): Refusal | undefined => {
  const textOf = ({ lotKey, unit, group, price, volumeBands = [] }: PriceLine): string =>
    [lotKey, unit, group?.from, group?.to, price, formatVolumeBands(volumeBands)].join(' ');
  const offered = (evaluation?.offers ?? [])
    .map(toPriceLine)
    .filter(({ lotKey }) => lotKeys.includes(lotKey))
    .map(textOf)
    .sort();
  const awarded = prices.map(textOf).sort();
  return offered.length === awarded.length && offered.every((text, at) => text === awarded[at])
    ? undefined
    : refused('price-not-allowed', 'The prices must be those that the provider offered for these lots.', '/prices');
};
