import { type PersonId, samePerson } from '@ap/shared/domain/people/person';
import type { Concern } from '@ap/shared/domain/quality/concern';
import { z } from 'zod';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { nameOf } from './commissioner-news.ts';
import { type ConcernFace, type ConcernVerb, concernCard, concernVerbs } from './concern-card.ts';
import { onDuty } from './on-duty.ts';
import { type ConcernNeeds, runConcern } from './run-concern.ts';

/** What a click carried: trusted for nothing but which concern is meant. */
const click = z.object({
  ref: z.string().regex(/^CN-[0-9A-Z]{10}$/),
  commandKey: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
});

export const isConcernVerb = (verb: string): verb is ConcernVerb => concernVerbs.some((known) => known === verb);

interface Click {
  readonly verb: ConcernVerb;
  readonly data: unknown;
  /** The person who clicked, from the verified activity only. */
  readonly by: PersonId;
}

/** Answers a click on the card of a concern with the card as it is now. Whoever is not on duty for concerns is told nothing of it. */
export const answerConcernCard =
  (ports: ConcernNeeds & Pick<Ports, 'providers' | 'policies'>, pageOf: (ref: string) => string, newKey: () => string) =>
  async ({ verb, data, by }: Click): Promise<{ readonly card: AdaptiveCard }> => {
    const read = click.safeParse(data);
    if (!read.success) throw new ProblemError('input-not-understood', 'This card is not one of ours, or is too old.');
    const { ref, commandKey } = read.data;
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
