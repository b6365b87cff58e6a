import type { Membership } from '@ap/shared/domain/people/membership';
import { samePerson } from '@ap/shared/domain/people/person';
import type { HoldAnswer } from '@ap/shared/domain/quality/order-hold';
import * as z from 'zod';
import { type CardAnswer, type CardClick, clickParts, readClick } from '../cards/card-click.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { type HoldFace, type HoldVerb, holdCard } from './hold-card.ts';
import { type OrderHoldNeeds, runOrderHold } from './run-order-hold.ts';

const click = z.object({
  ...clickParts,
  ref: z.string().regex(/^CO-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
});

const faces: Partial<Record<HoldVerb, HoldFace>> = {
  'ask-continue-order': 'confirm-continue',
  'ask-pause-order': 'confirm-pause',
  'ask-end-order': 'confirm-end',
  'back-to-order': 'order',
};
const answers: Partial<Record<HoldVerb, HoldAnswer>> = {
  'continue-order': 'continue',
  'pause-order': 'pause',
  'end-order': 'end',
  'resume-order': 'resume',
};

/** Answers a click on the card about a live order on hold with the card as it is now. Whoever is not of that school is told nothing of it. */
export const answerHoldCard =
  (ports: OrderHoldNeeds, pageUrl: (ref: string) => string, newKey: () => string) =>
  async ({ verb, data, by }: CardClick<HoldVerb>): Promise<CardAnswer> => {
    const { ref, commandKey, comment } = readClick(click, data);
    const present = await ports.callOffs.find(ref);
    const members = present ? await ports.buyers.members(present.callOff.request.buyerRef, 'fresh') : [];
    const person = members.find((member: Membership) => member.status === 'active' && samePerson(member.person, by))?.person;
    if (!present || !person) throw new ProblemError('not-your-order', 'Only the school that made this order can decide about it.');
    const show = (face: HoldFace, callOff = present.callOff, notice?: string) => ({
      card: holdCard(callOff, face, pageUrl(ref), newKey(), notice),
    });
    const face = faces[verb];
    if (face) return show(face);
    const kind = answers[verb] ?? 'pause';
    try {
      const act = kind === 'resume' ? { kind } : { kind, reason: comment ?? '' };
      return show('order', (await runOrderHold(ports, { by: person, key: commandKey, channel: 'card' }, ref, act)).callOff);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const now = (await ports.callOffs.find(ref)) ?? present;
      const again = ['reason-required', 'text-names-a-pupil', 'text-too-long'].includes(error.code) && kind !== 'resume';
      return show(again ? `confirm-${kind}` : 'order', now.callOff, error.message);
    }
  };
