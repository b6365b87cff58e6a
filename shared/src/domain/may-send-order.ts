import type { CallOff } from './call-off.ts';
import { type ListingFacts, rateNotForLot, takesOrders } from './listing.ts';
import type { LocalDate } from './local-date.ts';
import { type Provider, providerName } from './provider.ts';
import { qaStanding } from './quality/qa-check.ts';
import { type Refusal, refused } from './refusal.ts';

/**
 * The provider to whom an approved order may go today, or why it may not. Asked once more at the moment of sending, about the facts that protect a
 * child (R12 to R19) and the price that was frozen. That the framework has ended since, or that the service is offered no more, stops no order that
 * was made in time.
 */
export const recipientOf = (
  ordered: CallOff,
  facts: Pick<ListingFacts, 'provider' | 'standing' | 'qaChecks' | 'rates'>,
  today: LocalDate,
): { readonly ok: true; readonly provider: Provider } | Refusal => {
  const { provider } = facts;
  if (provider && provider.ref !== ordered.providerRef)
    return refused('provider-changed', `The service is offered by another provider now, not by ${ordered.providerName}.`);
  if (!provider || !takesOrders(provider, facts.standing))
    return refused('provider-not-active', `${ordered.providerName} is not active on the framework at present.`);
  const own = facts.qaChecks.filter((check) => check.providerRef === provider.ref);
  if (qaStanding(own, today).state === 'held')
    return refused('qa-not-current', `${providerName(provider)} does not hold every current quality assurance check.`);
  const rate = facts.rates.find(({ ref }) => ref === ordered.price.rateRef);
  if (rate?.lotKey !== ordered.lotKey) return refused('rate-not-for-lot', rateNotForLot);
  return { ok: true, provider };
};
