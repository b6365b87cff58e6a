import { holdersOf } from '@ap/shared/domain/people/membership';
import { samePerson } from '@ap/shared/domain/people/person';
import * as z from 'zod';
import { type CardAnswer, type CardClick, clickParts, readClick } from '../cards/card-click.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { type AwardFace, type AwardVerb, awardCard } from './award-card.ts';
import type { AwardNeeds } from './command-award.ts';
import { decideOnAward } from './decide-on-award.ts';

const click = z.object({
  ...clickParts,
  ref: z.string().regex(/^AW-[A-Z0-9-]{1,200}$/),
  version: z.int(),
  commandKey: z.string().regex(/^[A-Za-z0-9-]{16,250}$/),
});

/** Refusals after which the reason is asked again. */
const askAgain = ['text-required', 'text-too-long', 'text-names-a-pupil'];

const asked: Readonly<Partial<Record<AwardVerb, AwardFace>>> = {
  'ask-approve-award': 'confirm-approve',
  'ask-reject-award': 'confirm-reject',
  'back-to-award': 'award',
};

/** Answers a click on the card of an award with the card as it is now. Whoever approves no awards is told nothing of it. */
export const answerAwardCard =
  (ports: AwardNeeds, newKey: () => string) =>
  async ({ verb, data, by }: CardClick<AwardVerb>): Promise<CardAnswer> => {
    const { ref, version, commandKey: key, comment } = readClick(click, data);
    const person = holdersOf(await ports.buyers.councilMembers('fresh'), 'award-approver').find((each) => samePerson(each, by));
    const present = person && (await ports.tenders.awards.find(ref));
    if (!present) throw new ProblemError('not-allowed', 'Only an award approver of the council can decide this.');
    const face = asked[verb];
    if (face) return { card: awardCard(present.state, person, face, newKey()) };
    const verdict = verb === 'approve-award' ? 'approve' : 'reject';
    try {
      const { state } = await decideOnAward(ports, { ref, by: person, key, verdict, comment, version });
      return { card: awardCard(state, person, 'award', newKey()) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const now = (await ports.tenders.awards.find(ref)) ?? present;
      const again: AwardFace = verdict === 'reject' && askAgain.includes(error.code) ? 'confirm-reject' : 'award';
      return { card: awardCard(now.state, person, again, newKey(), error.message) };
    }
  };
