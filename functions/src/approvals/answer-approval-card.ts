import { type Verdict, verdicts } from '@ap/shared/domain/approvals/approval-step';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { type Person, type PersonId, samePerson } from '@ap/shared/domain/people/person';
import * as z from 'zod';
import { type CardAnswer, type CardClick, clickParts } from '../cards/card-click.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { type ApprovalVerb, approvalCard, approvalVerbs, type CardFace, type CardLinks, othersOf } from './approval-card.ts';
import { decideApproval } from './decide-approval.ts';

const click = z.object({
  ...clickParts,
  ref: z.string().regex(/^CO-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  round: z.int(),
  step: z.int(),
});

const faces: Readonly<Record<Exclude<ApprovalVerb, Verdict>, CardFace>> = {
  'ask-approve': 'confirm-approve',
  'ask-reject': 'confirm-reject',
  'ask-return': 'confirm-return',
  back: 'request',
};

/** Whether a verb decides: all others only show another face of the card. */
export const isDecision = (verb: string): verb is Verdict => verdicts.some((verdict) => verdict === verb);

const isVerb = (verb: string): verb is ApprovalVerb => approvalVerbs.some((known) => known === verb);

/**
 * Answers a click on an approval card with the card as it is now. A first click only asks; a decision is made by the second. Whoever is not an
 * approver of this very request gets 'not-an-approver' and sees nothing of it. A stale, replayed or forged click changes nothing.
 */
export const answerApprovalCard =
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
    if (!isDecision(clicked.verb)) {
      const stale = round !== present.callOff.round || step !== present.callOff.approvals.findIndex((other) => other.state === 'open');
      return show(present.callOff, stale ? 'request' : faces[clicked.verb]);
    }
    const verdict = clicked.verb;
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
  callOff.approvals.flatMap((step) => step.approvers).find((approver) => samePerson(approver, by));
