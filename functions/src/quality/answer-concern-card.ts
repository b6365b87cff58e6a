import { samePerson } from '@ap/shared/domain/people/person';
import type { Concern } from '@ap/shared/domain/quality/concern';
import * as z from 'zod';
import { type CardAnswer, type CardClick, clickParts, readClick } from '../cards/card-click.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { nameOf } from './commissioner-news.ts';
import { type ConcernFace, type ConcernVerb, concernCard } from './concern-card.ts';
import { onDuty } from './on-duty.ts';
import { type ConcernNeeds, runConcern } from './run-concern.ts';

const click = z.object({
  commandKey: clickParts.commandKey,
  ref: z.string().regex(/^CN-[0-9A-Z]{10}$/),
});

/** Answers a click on the card of a concern with the card as it is now. Whoever is not on duty for concerns is told nothing of it. */
export const answerConcernCard =
  (ports: ConcernNeeds & Pick<Ports, 'providers' | 'policies'>, pageOf: (ref: string) => string, newKey: () => string) =>
  async ({ verb, data, by }: CardClick<ConcernVerb>): Promise<CardAnswer> => {
    const { ref, commandKey } = readClick(click, data);
    const [named, members] = await Promise.all([ports.policies.dutyCommissioners(), ports.buyers.councilMembers('fresh')]);
    const person = onDuty(named, members).find((each) => samePerson(each, by));
    const present = person && (await ports.quality.concerns.find(ref));
    if (!present) throw new ProblemError('not-allowed', 'Only the commissioners on duty for concerns can see them.');
    const providerName = await nameOf(ports, present.state.providerRef);
    const show = (concern: Concern, face: ConcernFace, notice?: string) => ({
      card: concernCard(concern, face, { providerName, page: pageOf(ref), commandKey: newKey(), notice }),
    });
    if (verb === 'ask-pause-orders') return show(present.state, 'confirm-pause');
    if (verb === 'back-to-concern') return show(present.state, 'concern');
    try {
      const giver = { by: person, key: commandKey, channel: 'card' as const };
      return show((await runConcern(ports, giver, ref, { kind: 'pause-orders' })).state, 'concern');
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return show(((await ports.quality.concerns.find(ref)) ?? present).state, 'concern', error.message);
    }
  };
