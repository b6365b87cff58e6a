import { type CardRefusal, isCardRefusal } from '../ports/messages.ts';

const toThem: Readonly<Record<CardRefusal, string>> = {
  'other-tenant': 'they work in another organisation',
  'not-installed': 'the app is not installed for them in Teams',
  'teams-refused': 'Teams did not take it',
};

const toYou: Readonly<Record<CardRefusal, string>> = {
  'other-tenant': 'you work in another organisation',
  'not-installed': 'the app is not installed for you in Teams',
  'teams-refused': 'Teams did not take it',
};

/** Why somebody has no card, as it reads after 'because'; said to others. What is not known is most often a missing app. */
export const whyTheyHaveNoCard = (reason: string | undefined): string => toThem[isCardRefusal(reason) ? reason : 'not-installed'];

/** The same, said to themselves. */
export const whyYouHaveNoCard = (reason: CardRefusal): string => toYou[reason];
