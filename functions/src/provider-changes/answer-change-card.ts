import { commissionersOf } from '@ap/shared/domain/people/membership';
import { samePerson } from '@ap/shared/domain/people/person';
import * as z from 'zod';
import { type CardAnswer, type CardClick, clickParts, readClick } from '../cards/card-click.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { type ChangeVerb, changeCard } from './change-card.ts';
import { type DecideNeeds, decide } from './decide.ts';

const click = z.object({
  ...clickParts,
  ref: z.string().regex(/^PC-[0-9A-Z]{10}$/),
});

/** Answers a click on the card of a proposed change with the card as it is now. Whoever is no commissioner is told nothing of it. */
export const answerChangeCard =
  (ports: DecideNeeds, newKey: () => string) =>
  async ({ verb, data, by }: CardClick<ChangeVerb>): Promise<CardAnswer> => {
    const { ref, commandKey, comment } = readClick(click, data);
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
