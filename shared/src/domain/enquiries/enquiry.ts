import type { Aggregate } from '../call-off/aggregate.ts';
import type { AuditWork } from '../call-off/decider.ts';
import { isAfter } from '../days/instants.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import type { RateUnit } from '../money/rate-card.ts';
import type { Person } from '../people/person.ts';
import type { KeyStage, Need } from '../register/service.ts';
import type { EnquiryAction } from './enquiry-action.ts';

/** `question`: what can you do for us? `competition`: the same request to several providers of one lot, each of whom may quote below its framework price. */
export const enquiryKinds = ['question', 'competition'] as const;
export type EnquiryKind = (typeof enquiryKinds)[number];

export const enquiryStatuses = ['sent', 'partly-replied', 'replied', 'closed', 'converted', 'ended'] as const;
export type EnquiryStatus = (typeof enquiryStatuses)[number];

export const enquiryAnswers = ['interested', 'declined', 'undecided'] as const;
export type EnquiryAnswerKind = (typeof enquiryAnswers)[number];

/** By what a competition is decided. Which of them, and in what order of weight, is stated when it is sent (R31). */
export const competitionCriteria = ['price', 'earliest-start', 'meets-need', 'distance'] as const;
export type CompetitionCriterion = (typeof competitionCriteria)[number];

export const criterionWords: Readonly<Record<CompetitionCriterion, string>> = {
  price: 'Price ex VAT',
  'earliest-start': 'How soon it can start',
  'meets-need': 'How well it meets the need',
  distance: 'How far it is',
};

/** A stated criterion, and what was said since to make it clearer. */
export interface StatedCriterion {
  readonly criterion: CompetitionCriterion;
  readonly refined?: string | undefined;
}

/** What is asked. No pupil is among it, not even the school's own reference (R40). */
export interface EnquiryQuestion {
  readonly needs: readonly Need[];
  readonly keyStage?: KeyStage | undefined;
  readonly startDate?: LocalDate | undefined;
  readonly endDate?: LocalDate | undefined;
  readonly message: string;
}

/** What a provider quotes in a competition, ex VAT: at most its framework price. */
export interface Quoted {
  readonly unitPrice: Pence;
  readonly earliestStart: LocalDate;
}

/** The price that a provider may not go above: that of its framework rate when it was asked. */
export interface Ceiling {
  readonly rateRef: string;
  readonly unit: RateUnit;
  readonly unitPrice: Pence;
}

export interface ProviderReply {
  readonly answer: EnquiryAnswerKind;
  /** Why it declines, what is undecided, or what it adds. */
  readonly text?: string | undefined;
  readonly quote?: Quoted | undefined;
  /** Name and position, as typed by whoever held the link. */
  readonly by: string;
  readonly at: string;
}

/** One provider that was asked, about one of its services, and its answer. */
export interface AskedProvider {
  readonly providerRef: string;
  readonly providerName: string;
  readonly serviceRef: string;
  readonly serviceName: string;
  /** In a competition only. */
  readonly ceiling?: Ceiling | undefined;
  readonly reply?: ProviderReply | undefined;
}

/** What a decision about an enquiry asks the world to do. Ids and enums only. */
export type EnquiryWork =
  | AuditWork<EnquiryAction>
  | { readonly kind: 'mail-enquiry' | 'remind-provider' | 'tell-provider-criteria' | 'tell-outcome'; readonly providerRef: string }
  | { readonly kind: 'ask-council' }
  | { readonly kind: 'tell-asker'; readonly news: EnquiryNews };

export const enquiryNews = ['answered', 'all-answered', 'council-answered', 'closed'] as const;
export type EnquiryNews = (typeof enquiryNews)[number];

/** How an enquiry ended: an answer was chosen, or it was given up. The reason goes to those who were not chosen (row 64). */
export interface EnquiryOutcome {
  /** The provider whose answer was chosen; none where the enquiry was ended. */
  readonly chosen?: string | undefined;
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
}

/** A question of a buyer to one or many providers, to the commissioners, or both, with every answer (rows 39, 62, 64): one conditional write decides. */
export interface Enquiry extends Aggregate<EnquiryWork> {
  readonly status: EnquiryStatus;
  readonly kind: EnquiryKind;
  readonly buyerRef: string;
  readonly buyerName: string;
  /** Who asks, and is told of answers. */
  readonly asker: Person;
  readonly sentAt: string;
  /** Until when it is answered: an instant. */
  readonly closesAt: string;
  readonly question: EnquiryQuestion;
  /** The lot, of a competition. */
  readonly lotKey?: string | undefined;
  readonly asked: readonly AskedProvider[];
  /** Set where the commissioners are asked too. */
  readonly council?: { readonly reply?: { readonly text: string; readonly by: Person; readonly at: string } | undefined } | undefined;
  /** In order of weight; empty for a question. */
  readonly criteria: readonly StatedCriterion[];
  readonly remindedAt?: string | undefined;
  readonly outcome?: EnquiryOutcome | undefined;
  /** R41: the last day on which it is kept. */
  readonly keepUntil: LocalDate;
}

/** R41: for how many months an enquiry is kept after it is over. */
export const enquiryMonthsKept = 12;

/** Whether everybody who was asked has answered. In a competition somebody undecided has not: its quote may still come. */
export const allAnswered = ({ kind, asked, council }: Pick<Enquiry, 'kind' | 'asked' | 'council'>): boolean =>
  asked.every(({ reply }) => reply !== undefined && (kind === 'question' || reply.answer !== 'undecided')) &&
  (council === undefined || council.reply !== undefined);

/**
 * Whether what was quoted is not to be seen yet: in a competition nobody knows a quote before all have answered or the time is over, so that nobody can tell
 * one provider of another's.
 */
export const isSealed = ({ kind, status }: Pick<Enquiry, 'kind' | 'status'>): boolean =>
  kind === 'competition' && (status === 'sent' || status === 'partly-replied');

/** Whether answers are still taken. */
export const takesAnswers = ({ status, closesAt }: Pick<Enquiry, 'status' | 'closesAt'>, now: string): boolean =>
  (status === 'sent' || status === 'partly-replied' || status === 'replied') && !isAfter(now, closesAt);
