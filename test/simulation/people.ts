import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { openStep } from '@ap/shared/domain/call-off/call-off';
import { aRequest } from '@ap/shared/domain/call-off/call-off.fixture';
import { pence } from '@ap/shared/domain/money/money';
import { linkHolder, type Person } from '@ap/shared/domain/people/person';
import { decideApproval } from '../../functions/src/approvals/decide-approval.ts';
import { resubmitCallOff, withdrawCallOff } from '../../functions/src/call-offs/change-call-off.ts';
import { submitCallOff } from '../../functions/src/call-offs/submit-call-off.ts';
import { answerOrder } from '../../functions/src/orders/answer-order.ts';
import { answerOffer, viewOffer } from '../../functions/src/orders/offer-link.ts';
import type { Given } from './commands.ts';
import type { Journal } from './journal.ts';
import { mailedLink } from './mailed-link.ts';
import type { Stage } from './scenes.ts';
import type { Dice } from './seeded.ts';
import type { StoredState, Write } from './stored-state.ts';
import { callerFrom, firstSchool, schoolOf, secondSchool } from './two-schools.ts';

const pattern = { days: ['tue' as const, 'thu' as const], sessions: 'both' as const, hoursPerDay: 5 };

/** What people do next: each a command that may be given, or nothing when there is nothing that they could do. */
export interface People {
  readonly submits: () => Given | undefined;
  readonly decides: () => readonly Given[];
  readonly withdraws: () => Given | undefined;
  readonly resubmits: () => Given | undefined;
  readonly answers: () => Given | undefined;
  readonly answersByLink: () => Given | undefined;
  /** Opens a link, or reads a request: nothing changes by it. */
  readonly looks: () => Given | undefined;
}

const mostRequests = 4;
/** Of the time that is asked for, by the pattern above. */
const days = 18;

interface PeopleSupplies {
  readonly dice: Dice;
  readonly stored: StoredState;
  readonly journal: Journal;
  readonly stage: Stage;
  /** The block purchase as it is now, where there is one. */
  readonly block: () => BlockPurchase | undefined;
}

export const peopleOf = ({ dice, stored, journal, stage, block }: PeopleSupplies): People => {
  let made = 0;
  const newKey = (kind: string): string => {
    made += 1;
    return `${kind}-key-${String(made).padStart(12, '0')}`;
  };
  /** The last write of each request, as a page shows it; of one of them. */
  const seenState = (wanted: (write: Write) => boolean): Write | undefined => {
    const latest = [...new Map(stored.writes.map((write) => [write.ref, write])).values()].filter(wanted);
    return latest.length === 0 ? undefined : dice.pick(latest);
  };
  const decision = (write: Write, by: Person): Given => {
    // Some pages are older than the request.
    const { state } = dice.perMille(150) ? dice.pick(stored.writes.filter(({ ref }) => ref === write.ref)) : write;
    const seen = { round: state.round, step: openStep(state) };
    const verdict = dice.pick(['approve', 'approve', 'approve', 'approve', 'reject', 'return'] as const);
    const key = newKey(verdict);
    const comment = verdict === 'approve' ? undefined : 'Fewer days, please.';
    const { ref } = write;
    const input = { params: { ref }, query: undefined, body: { verdict, comment, seen }, key };
    return {
      kind: `decide-${verdict}`,
      key,
      by,
      ref,
      seen,
      waits: { operation: 'decideApproval', input },
      run: async (ports) => {
        await decideApproval(ports, { ref, by, key, verdict, comment, channel: dice.pick(['page', 'card']), seen, mayKnow: () => true });
        return ref;
      },
    };
  };
  const body = (pupilRef: string, buyerRef: string, drawsOn?: BlockPurchase) => ({
    request: {
      ...aRequest({
        pupilRef,
        buyerRef,
        objectives: 'Canaryobjectives for spring',
        ...(drawsOn && { blockRef: drawsOn.ref }),
      }),
      pattern: { ...pattern, days: [...pattern.days] },
    },
    shownGross: pence(days * (drawsOn?.unitPrice ?? 8_000)),
  });
  /** The purchase on which a school's request draws, by choice, where it can. */
  const drawsOn = (buyerRef: string): BlockPurchase | undefined => {
    const present = block();
    const isMember = present?.status === 'drawing' && present.shares.some((share) => share.buyerRef === buyerRef);
    return isMember && dice.perMille(750) ? present : undefined;
  };
  return {
    submits: () => {
      if (made > 0 && new Set(journal.entries.flatMap(({ kind, key }) => (kind === 'submit' ? [key] : []))).size >= mostRequests)
        return undefined;
      const key = newKey('submit');
      const school = stage.has('schools') && dice.perMille(400) ? secondSchool : firstSchool;
      const sent = body(`ZQ-${made}`, school.ref, drawsOn(school.ref));
      return {
        kind: 'submit',
        key,
        by: school.asks,
        run: async (ports) =>
          (await submitCallOff(ports)({ caller: callerFrom(school.asks), params: undefined, query: undefined, key, body: sent })).ref,
        waits: { operation: 'submitCallOff', input: { params: undefined, query: undefined, key, body: sent } },
      };
    },
    decides: () => {
      const open =
        seenState(({ state }) => state.status === 'awaiting-approval') ?? (dice.perMille(100) ? seenState(() => true) : undefined);
      if (!open) return [];
      const both = dice.perMille(350);
      const [one, other] = schoolOf(open.state.request.buyerRef).approvers;
      return both ? [decision(open, one), decision(open, other)] : [decision(open, dice.pick([one, other]))];
    },
    withdraws: () => {
      const found = seenState(({ state }) => state.status === 'awaiting-approval');
      if (!found) return undefined;
      const key = newKey('withdraw');
      const { ref } = found;
      const by = schoolOf(found.state.request.buyerRef).asks;
      return {
        kind: 'withdraw',
        key,
        by,
        ref,
        run: async (ports) => {
          await withdrawCallOff(ports)({ caller: callerFrom(by), params: { ref }, query: undefined, key, body: undefined });
          return ref;
        },
      };
    },
    resubmits: () => {
      const found = seenState(({ state }) => state.status === 'returned');
      if (!found) return undefined;
      const key = newKey('resubmit');
      const { ref } = found;
      const by = schoolOf(found.state.request.buyerRef).asks;
      const { pupilRef, buyerRef } = found.state.request;
      const sent = body(pupilRef, buyerRef, drawsOn(buyerRef));
      return {
        kind: 'resubmit',
        key,
        by,
        ref,
        run: async (ports) => {
          await resubmitCallOff(ports)({ caller: callerFrom(by), params: { ref }, query: undefined, key, body: sent });
          return ref;
        },
        waits: { operation: 'resubmitCallOff', input: { params: { ref }, query: undefined, key, body: sent } },
      };
    },
    answers: () => {
      const found = seenState(({ state }) => state.order?.state === 'awaiting-provider');
      if (!found) return undefined;
      const key = newKey('answer');
      const { ref } = found;
      const by = schoolOf(found.state.request.buyerRef).asks;
      const accepts = dice.perMille(600);
      const said = accepts ? { answer: 'accepted' as const } : { answer: 'declined' as const, reason: 'No place is free.' };
      return {
        kind: `answer-${said.answer}`,
        key,
        by,
        ref,
        run: async (ports) => {
          await answerOrder(ports)({ caller: callerFrom(by), params: { ref }, query: undefined, key, body: said });
          return ref;
        },
      };
    },
    looks: () => {
      const link = mailedLink(dice, journal, 'offer');
      if (!link || dice.perMille(300)) return undefined;
      return {
        kind: 'look-by-link',
        key: newKey('look'),
        by: linkHolder(link.linkId, 'Pat Lane'),
        run: async (ports) => {
          await viewOffer(ports)({ key: 'the-key-of-the-page', body: { link } });
          return link.linkId;
        },
      };
    },
    answersByLink: () => {
      const link = mailedLink(dice, journal, 'offer');
      if (!link) return undefined;
      const { linkId, secret } = link;
      const accepts = dice.perMille(600);
      const answer = accepts ? { kind: 'accept' as const } : { kind: 'decline' as const, reason: 'No place is free.' };
      return {
        kind: `link-${answer.kind}`,
        key: `${linkId} ${answer.kind}`,
        sentAs: linkId,
        by: linkHolder(linkId, 'Pat Lane'),
        run: async (ports) => {
          await answerOffer(ports)({
            key: 'the-key-of-the-page',
            body: { link: { linkId, secret }, answer, answerer: { name: 'Pat Lane', position: 'Manager' } },
          });
          return linkId;
        },
      };
    },
  };
};
