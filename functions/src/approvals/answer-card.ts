import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Person, PersonId } from '@ap/shared/domain/people/person';
import { writableText } from '@ap/shared/domain/texts/writable-text';
import { z } from 'zod';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { type ApprovalVerb, approvalCard, approvalVerbs, type CardFace, type CardLinks, othersOf } from './approval-card.ts';
import { decideApproval } from './decide-approval.ts';

/** What a click carried. Every part was in somebody else's hands: read strictly, trusted for nothing but which request is meant. */
const click = z.object({
  ref: z.string().regex(/^CO-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  round: z.int(),
  step: z.int(),
  commandKey: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
  comment: z.string().max(1000).overwrite(writableText).optional(),
});

export interface CardAnswer {
  readonly card: AdaptiveCard;
}

export interface CardClick {
  readonly verb: string;
  readonly data: unknown;
  /** The person who clicked, from the verified activity only. */
  readonly by: PersonId;
}

const faces: Partial<Record<ApprovalVerb, CardFace>> = {
  'ask-approve': 'confirm-approve',
  'ask-reject': 'confirm-reject',
  'ask-return': 'confirm-return',
  back: 'request',
};
const verdicts = { approve: 'approve', reject: 'reject', return: 'return' } as const;

/** Whether a verb decides: all others only show another face of the card. */
export const isDecision = (verb: string): boolean => verb in verdicts;

const isVerb = (verb: string): verb is ApprovalVerb => approvalVerbs.some((known) => known === verb);

/**
 * Answers a click on an approval card with the card as it is now. A first click only asks; a decision is made by the second. Whoever is not an
 * approver of this very request gets 'not-an-approver' and sees nothing of it. A stale, replayed or forged click changes nothing.
 */
export const answerCard =
  (ports: Ports, links: CardLinks, newKey: () => string) =>
  async (clicked: CardClick): Promise<CardAnswer> => {
    const data = click.safeParse(clicked.data);
    if (!data.success || !isVerb(clicked.verb))
      throw new ProblemError('input-not-understood', 'This card is not one of ours, or is too old. Open the request in the app.');
    const { ref, round, step, commandKey, comment } = data.data;
    const present = await ports.callOffs.find(ref);
    const person = present && approverOf(present.callOff, clicked.by);
    if (!present || !person) throw new ProblemError('not-an-approver', 'You are not an approver of this request.');

    const show = (callOff: CallOff, face: CardFace, notice?: string): CardAnswer => ({
      card: approvalCard(
        callOff,
        clicked.by,
        face,
        { pageUrl: links.page(ref), ...othersOf(callOff, links), ...(notice === undefined ? {} : { notice }) },
        newKey(),
      ),
    });
    const face = faces[clicked.verb];
    if (face) {
      const stale = round !== present.callOff.round || step !== present.callOff.approvals.findIndex((other) => other.state === 'open');
      return show(present.callOff, stale ? 'request' : face);
    }
    const verdict = verdicts[clicked.verb as keyof typeof verdicts];
    try {
      const decided = await decideApproval(ports, {
        ref,
        by: person,
        key: commandKey,
        verdict,
        comment,
        channel: 'card',
        seen: { round, step },
        mayKnow: (callOff) => approverOf(callOff, clicked.by) !== undefined,
        justRead: present,
      });
      return show(decided.callOff, 'request');
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const now = (await ports.callOffs.find(ref)) ?? present;
      const again: CardFace =
        error.code === 'comment-required' || error.code === 'text-names-a-pupil'
          ? verdict === 'reject'
            ? 'confirm-reject'
            : 'confirm-return'
          : 'request';
      return show(now.callOff, again, error.message);
    }
  };

/** The person as an approver of some step of this request; `undefined` for everybody else. */
const approverOf = (callOff: CallOff, by: PersonId): Person | undefined =>
  callOff.approvals
    .flatMap((step) => step.approvers)
    .find(
      (approver) =>
        approver.tenantId.toLowerCase() === by.tenantId.toLowerCase() && approver.objectId.toLowerCase() === by.objectId.toLowerCase(),
    );
