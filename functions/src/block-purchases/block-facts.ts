import type { BlockFacts, RegisteredTerms } from '@ap/shared/domain/block-purchases/block-command';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { liveRate } from '@ap/shared/domain/money/rate-card';
import { vatBasisPoints, vatTreatmentOf } from '@ap/shared/domain/money/vat-treatment';
import { bandsFrom } from '@ap/shared/domain/money/volume-bands';
import { mayBuy } from '@ap/shared/domain/register/buyer';
import { lotExpiry } from '@ap/shared/domain/register/lot';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import type { Ports } from '../ports/ports.ts';

/** A service as the lists have it now, priced on a day; `undefined` where it has no price then. */
const registeredTerms = async (ports: Ports, serviceRef: string, priceOn: LocalDate) => {
  const facts = await ports.providers.facts(serviceRef, 'fresh');
  const { framework, lot, provider, service } = facts;
  const rate = liveRate(facts.rates, serviceRef, priceOn);
  if (!framework || !lot || !provider || !service || !rate) return undefined;
  const terms: RegisteredTerms = {
    serviceRef: service.ref,
    frameworkRef: framework.ref,
    lotKey: lot.key,
    providerRef: provider.ref,
    rateRef: rate.ref,
    rateHash: ports.hashes.rate(rate),
    unit: rate.unit,
    bands: bandsFrom(rate.price, rate.volumeBands),
    vatBasisPoints: vatBasisPoints(vatTreatmentOf(provider, service)),
    orderable: listingOf(facts, toLondonDate(ports.clock.now()), priceOn).ok,
    priceFrom: rate.effectiveFrom,
    priceTo: rate.effectiveTo,
    lotExpiresOn: lotExpiry(lot, framework),
  };
  return { terms, framework };
};

/** Of which service, from which day on, and for which buyers a command is. The first buyer is the one for which it acts. */
export interface About {
  readonly serviceRef: string;
  readonly priceOn: LocalDate;
  readonly buyerRefs: readonly [string, ...string[]];
}

/** What a command of people rests on, read from the lists now. Their roles are for the caller to add. */
export const peopleFacts = async (ports: Ports, { serviceRef, priceOn, buyerRefs }: About): Promise<Omit<BlockFacts, 'roles'>> => {
  const [registered, buyer, ...members] = await Promise.all([
    registeredTerms(ports, serviceRef, priceOn),
    ports.buyers.buyer(buyerRefs[0], 'fresh'),
    ...[...new Set(buyerRefs)].map((ref) => ports.buyers.members(ref, 'fresh')),
  ]);
  return {
    members: members.flat(),
    buyer: buyer && { ref: buyer.ref, name: buyer.name, mayBuy: registered !== undefined && mayBuy(buyer, registered.framework) },
    terms: registered?.terms,
  };
};

/** What the clock, an effect or the provider's answer rests on. */
export const termsFacts = async (ports: Ports, { statement }: BlockPurchase, role: 'product' | 'provider'): Promise<BlockFacts> => ({
  roles: [role],
  members: [],
  terms: (await registeredTerms(ports, statement.serviceRef, statement.usableFrom))?.terms,
});
