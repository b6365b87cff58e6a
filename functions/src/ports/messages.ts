import type { PersonId } from '@ap/shared/domain/people/person';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';

/**
 * Why a card reaches nobody. `not-installed`: the app is not there for the person, or they blocked it; `other-tenant`: they are of another tenant than the bot;
 * `teams-refused`: Teams refuses for a reason that is not the person's, such as a bot that is not registered. A mail tells
 * the same.
 */
export const cardRefusals = ['not-installed', 'other-tenant', 'teams-refused'] as const;
export type CardRefusal = (typeof cardRefusals)[number];
export const isCardRefusal = (reason: string | undefined): reason is CardRefusal => cardRefusals.some((each) => each === reason);

/** How a card ended: delivered with the place where it can be updated, or not, with the reason. */
export type CardDelivery =
  | { readonly ok: true; readonly conversationId: string; readonly activityId: string; readonly serviceUrl: string }
  | { readonly ok: false; readonly why: CardRefusal };

export type SentCard = Extract<CardDelivery, { ok: true }>;

/** The conversation that an activity came from. Only a verified activity may name one. */
export interface ConversationPlace {
  readonly conversationId: string;
  readonly serviceUrl: string;
}

/** Adaptive cards through the bot. Throws when the connector cannot be reached: the effect is tried again. */
export interface Cards {
  /** Answers in a conversation. */
  readonly reply: (where: ConversationPlace, card: AdaptiveCard, summary: string) => Promise<void>;
  /** Shows that the bot is at work, for a few seconds or until it answers. */
  readonly typing: (where: ConversationPlace) => Promise<void>;
  readonly send: (to: PersonId, card: AdaptiveCard, summary: string) => Promise<CardDelivery>;
  readonly update: (sent: SentCard, card: AdaptiveCard, summary: string) => Promise<void>;
}

/** One line of a person's activity feed in Teams: a declared type, the blanks of its sentence, and where a click leads. Never any detail of a pupil. */
export interface FeedEntry {
  readonly type: string;
  readonly blanks: Readonly<Record<string, string>>;
  readonly preview: string;
  readonly topic: string;
  readonly link: string;
}

/** Why the feed did not take an entry: nobody tries again, a mail tells the same. */
export type FeedRefusal = 'not-set-up' | 'other-tenant' | 'not-installed' | 'package-too-old' | 'two-apps';

/** Teams' activity feed. Throws ServiceBusy when it may be tried again. */
export interface ActivityFeed {
  /** `chain`: a later entry with the same number takes the place of this one, so that a second try tells nothing twice. */
  readonly tell: (
    to: PersonId,
    entry: FeedEntry,
    chain: number,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: FeedRefusal }>;
}

/** Who was sent how much in the last minute, over all processes. */
export interface Pace {
  /** Takes one of the person's turns: 0, or the seconds until there is one. */
  readonly take: (person: PersonId, now: string) => Promise<number>;
}

/** E-mail from the framework's mailbox. Plain sentences in HTML; never any detail of a pupil. */
export interface Mail {
  readonly send: (message: { readonly to: string; readonly subject: string; readonly html: string }) => Promise<void>;
}

/** Whom the bot has welcomed: once in a lifetime, however often the app is installed. */
export interface Welcomes {
  /** Notes a person as welcomed; false when they are already. */
  readonly claim: (person: PersonId) => Promise<boolean>;
  /** Takes the note back: the welcome could not be sent. */
  readonly release: (person: PersonId) => Promise<void>;
}
