import type { PersonId } from '@ap/shared/domain/people/person';
import { writableText } from '@ap/shared/domain/texts/writable-text';
import * as z from 'zod';
import { ProblemError } from '../http/problem-reply.ts';
import type { AdaptiveCard } from './adaptive-card.ts';

/** A click on a card of ours. `data` was in somebody else's hands: it is trusted for nothing but which record is meant, and as what it was shown. */
export interface CardClick<Verb extends string = string> {
  readonly verb: Verb;
  readonly data: unknown;
  /** The person who clicked, from the verified activity only. */
  readonly by: PersonId;
}

/** The card that takes the place of the one that was clicked. */
export interface CardAnswer {
  readonly card: AdaptiveCard;
}

/** What the data of every click holds beside its record. */
export const clickParts = {
  commandKey: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
  comment: z.string().max(1000).overwrite(writableText).optional(),
};

/** The data of a click. Throws ProblemError when it is none of this card. */
export const readClick = <Data>(shape: z.ZodType<Data>, data: unknown): Data => {
  const read = shape.safeParse(data);
  if (!read.success) throw new ProblemError('input-not-understood', 'This card is not one of ours, or is too old.');
  return read.data;
};

/** Answers the clicks whose verbs are those of one card, and leaves every other to the next: `undefined`. */
export const forVerbs =
  <Verb extends string>(verbs: readonly Verb[], answer: (click: CardClick<Verb>) => Promise<CardAnswer>) =>
  ({ verb, data, by }: CardClick): Promise<CardAnswer> | undefined => {
    const own = verbs.find((known) => known === verb);
    return own && answer({ verb: own, data, by });
  };
