import { commissionersOf } from '@ap/shared/domain/people/membership';
import { type PersonId, samePerson } from '@ap/shared/domain/people/person';
import { writableText } from '@ap/shared/domain/texts/writable-text';
import { z } from 'zod';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { type ChangeVerb, changeCard, changeVerbs } from './change-card.ts';
import { type DecideNeeds, decide } from './decide.ts';

/** What a click carried: trusted for nothing but which change is meant. */
const click = z.object({
  ref: z.string().regex(/^PC-[0-9A-Z]{10}$/),
  commandKey: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
  comment: z.string().max(1000).overwrite(writableText).optional(),
});

export const isChangeVerb = (verb: string): verb is ChangeVerb => changeVerbs.some((known) => known === verb);

/** Answers a click on the card of a proposed change with the card as it is now. Whoever is no commissioner is told nothing of it. */
export const answerChangeCard =
  (ports: DecideNeeds, newKey: () => string) =>
  async ({
    verb,
    data,
    by,
  }: {
    readonly verb: ChangeVerb;
    readonly data: unknown;
    readonly by: PersonId;
  }): Promise<{ readonly card: AdaptiveCard }> => {
    const read = click.safeParse(data);
    if (!read.success) throw new ProblemError('input-not-understood', 'This card is not one of ours, or is too old.');
    const { ref, commandKey, comment } = read.data;
    const person = commissionersOf(await ports.buyers.councilMembers('fresh')).find((each) => samePerson(each, by));
    const present = person && (await ports.providerChanges.find(ref));
    if (!present) throw new ProblemError('not-allowed', 'Only a commissioner of the council can decide this.');
    if (verb === 'ask-refuse-change') return { card: changeCard(present.state, 'confirm-refuse', newKey()) };
    if (verb === 'back-to-change') return { card: changeCard(present.state, 'change', newKey()) };
    try {
      const verdict = verb === 'accept-change' ? 'accept' : 'refuse';
      const decided = await decide(ports, { ref, by: person, key: commandKey, verdict, reason: comment });
      return { card: changeCard(decided.state, 'change', newKey()) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const now = (await ports.providerChanges.find(ref)) ?? present;
      const again = ['comment-required', 'text-names-a-pupil', 'text-too-long'].includes(error.code) ? 'confirm-refuse' : 'change';
      return { card: changeCard(now.state, again, newKey(), error.message) };
    }
  };
