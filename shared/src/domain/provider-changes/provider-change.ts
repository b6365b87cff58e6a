import type { Aggregate, Sealed } from '../call-off/aggregate.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { Transition } from '../machine/transition.ts';
import type { VatTreatment } from '../money/vat-treatment.ts';
import type { Person, PersonKey } from '../people/person.ts';
import type { Refusal } from '../refusal.ts';
import type { Provider } from '../register/provider.ts';
import type { Service } from '../register/service.ts';
import type { ProviderChangeAction } from './actions.ts';

export const changeStates = ['proposed', 'accepted', 'refused'] as const;
export type ChangeState = (typeof changeStates)[number];

/** What a provider may propose to change about itself. Names, numbers, lots, checks and prices are the commissioners'. */
export const profileFields = ['email', 'phone', 'website', 'summary'] as const;
export type ProfileField = (typeof profileFields)[number];

/** One field of the profile as it stood when the provider proposed, and as it is to be. '' is none. */
export interface ProfileEdit {
  readonly field: ProfileField;
  readonly before: string;
  readonly after: string;
}

/** The free places of one service, as at a day. */
export interface PlacesEdit {
  readonly serviceRef: string;
  readonly serviceName: string;
  readonly before?: number | undefined;
  readonly after: number;
  readonly asAt: LocalDate;
}

/** What a provider states about the VAT of one service (R38). `note`: what a commissioner should ask about it. */
export interface VatEdit {
  readonly serviceRef: string;
  readonly serviceName: string;
  readonly before?: VatTreatment | undefined;
  readonly after: VatTreatment;
  readonly statedBy: string;
  readonly statedOn: LocalDate;
  readonly evidence?: string | undefined;
  readonly note?: string | undefined;
}

/** What a decision about a proposed change asks the world to do. */
export type ProviderChangeWork =
  | { readonly kind: 'ask-commissioner'; readonly to: PersonKey }
  | { readonly kind: 'refresh-change-cards' }
  | { readonly kind: 'apply-change' }
  | { readonly kind: 'mail-outcome' }
  | { readonly kind: 'record-audit'; readonly action: ProviderChangeAction; readonly actor: PersonKey };

/** A change that a provider proposed by its link, and what became of it. Nothing of it is in the register before a commissioner accepts it. */
export interface ProviderChange extends Aggregate<ProviderChangeWork> {
  readonly providerRef: string;
  readonly providerName: string;
  readonly state: ChangeState;
  /** As typed by whoever held the link: nobody proved it. */
  readonly proposer: { readonly name: string; readonly role: string };
  readonly proposedAt: string;
  readonly linkId: string;
  readonly profile: readonly ProfileEdit[];
  readonly places: readonly PlacesEdit[];
  /** Absent where nothing was stated. */
  readonly vat?: readonly VatEdit[] | undefined;
  readonly decidedBy?: Person | undefined;
  readonly reason?: string | undefined;
}

export type ProviderChangeDecision = Sealed<ProviderChange, ProviderChangeWork> | Refusal;

/** The provider and its services, read from the lists now. */
export interface ProviderChangeFacts {
  readonly provider: Provider | undefined;
  readonly services: readonly Service[];
}

export type ProviderChangeCommand = 'accept' | 'refuse';

export const providerChangeTable: readonly Transition<ChangeState, ProviderChangeCommand>[] = [
  { from: 'proposed', command: 'accept', to: ['accepted'] },
  { from: 'proposed', command: 'refuse', to: ['refused'] },
];

/** What the register says of a field now; '' where it says nothing. */
export const profileValue = (provider: Provider, field: ProfileField): string => provider[field] ?? '';
