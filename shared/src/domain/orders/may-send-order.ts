import type { CallOff } from '../call-off/call-off.ts';
import type { LocalDate } from '../days/local-date.ts';
import { qaStanding } from '../quality/qa-check.ts';
import { type RegistrationFacts, whyNotRegistered } from '../quality/registration-guard.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type Provider, providerName } from '../register/provider.ts';
import { type ListingFacts, rateNotForLot, takesOrders } from '../register/service-may-be-ordered.ts';

/** What the sending of an order rests on, read from the lists at that moment; of other orders, those that were made before it. */
export interface OrderFacts extends Pick<ListingFacts, 'provider' | 'standing' | 'qaChecks' | 'rates'> {
  readonly registration: RegistrationFacts;
}

/**
 * The provider to whom an approved order may go today, or why it may not. Asked once more at the moment of sending, about the facts that protect a
 * child (R12 to R19) and the price that was frozen. That the framework has ended since, or that the service is offered no more, stops no order that
 * was made in time.
 */
export const recipientOf = (
  ordered: CallOff,
  facts: OrderFacts,
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
  const tooMany = whyNotRegistered(ordered.request, ordered.price, provider, facts.registration);
  return tooMany ?? { ok: true, provider };
};
