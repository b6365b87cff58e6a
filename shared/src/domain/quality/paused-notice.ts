import { openHolds } from './hold.ts';
import type { ProviderStanding } from './provider-standing.ts';

/** All that buyers are ever told about a provider that is held: fixed words, no cause and no allegation. */
export interface PausedNotice {
  readonly providerRef: string;
  readonly sentence: string;
}

/** `phone`: the commissioning team's, from Settings; without one the sentence asks to contact the team. */
export const pausedSentence = (phone: string | undefined): string =>
  phone?.trim()
    ? `Paused for new orders. Phone the commissioning team on ${phone.trim()}.`
    : 'Paused for new orders. Contact the commissioning team.';

/** What a buyer is shown of a provider's standing; `undefined` when there is nothing to say. The same words for every cause. */
export const pausedNotice = (standing: ProviderStanding, phone: string | undefined): PausedNotice | undefined =>
  standing.status === 'suspended' || openHolds(standing.holds).length > 0
    ? { providerRef: standing.ref, sentence: pausedSentence(phone) }
    : undefined;
