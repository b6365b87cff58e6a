import { openStep } from '@ap/shared/domain/call-off';
import { aRequest, deputy, head, senco } from '@ap/shared/domain/call-off.fixture';
import { pence } from '@ap/shared/domain/money';
import { linkHolder, type Person } from '@ap/shared/domain/person';
import { decideApproval } from '../../functions/src/approvals/decide-approval.ts';
import { resubmitCallOff, withdrawCallOff } from '../../functions/src/call-offs/change-call-off.ts';
import { submitCallOff } from '../../functions/src/call-offs/submit-call-off.ts';
import { answerOrder } from '../../functions/src/orders/answer-order.ts';
import { answerOffer, viewOffer } from '../../functions/src/orders/offer-link.ts';
import { callerOf } from '../ports/people.ts';
import type { Given } from './commands.ts';
import type { Journal } from './journal.ts';
import type { Dice } from './seeded.ts';
import type { StoredState, Write } from './stored-state.ts';

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

export const peopleOf = (dice: Dice, stored: StoredState, journal: Journal): People => {
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
    return {
      kind: `decide-${verdict}`,
      key,
      by,
      ref,
      seen,
      run: async (ports) => {
        await decideApproval(ports, { ref, by, key, verdict, comment, channel: dice.pick(['page', 'card']), seen, mayKnow: () => true });
        return ref;
      },
    };
  };
  /** One of the links that providers were mailed, the newest or an older one. */
  const mailedLink = (): { readonly linkId: string; readonly secret: string } | undefined => {
    const mails = journal.sent.filter(({ by, html }) => by === 'mail' && html.includes('/offer/#'));
    const mail = mails.length === 0 ? undefined : dice.pick(mails);
    const [, linkId, secret] = /\/offer\/#([^."]+)\.([^"]+)"/.exec(mail?.html ?? '') ?? [];
    return linkId === undefined || secret === undefined ? undefined : { linkId, secret };
  };
  const body = (pupil: string) => ({
    request: {
      ...aRequest({ pupilRef: pupil, objectives: 'Canaryobjectives for spring' }),
      pattern: { ...pattern, days: [...pattern.days] },
    },
    shownGross: pence(144_000),
  });
  return {
    submits: () => {
      if (made > 0 && new Set(journal.entries.flatMap(({ kind, key }) => (kind === 'submit' ? [key] : []))).size >= mostRequests)
        return undefined;
      const key = newKey('submit');
      const sent = body(`ZQ-${made}`);
      return {
        kind: 'submit',
        key,
        by: senco,
        run: async (ports) =>
          (await submitCallOff(ports)({ caller: callerOf(senco), params: undefined, query: undefined, key, body: sent })).ref,
      };
    },
    decides: () => {
      const open =
        seenState(({ state }) => state.status === 'awaiting-approval') ?? (dice.perMille(100) ? seenState(() => true) : undefined);
      if (!open) return [];
      const both = dice.perMille(350);
      return both ? [decision(open, head), decision(open, deputy)] : [decision(open, dice.pick([head, deputy]))];
    },
    withdraws: () => {
      const found = seenState(({ state }) => state.status === 'awaiting-approval');
      if (!found) return undefined;
      const key = newKey('withdraw');
      const { ref } = found;
      return {
        kind: 'withdraw',
        key,
        by: senco,
        ref,
        run: async (ports) => {
          await withdrawCallOff(ports)({ caller: callerOf(senco), params: { ref }, query: undefined, key, body: undefined });
          return ref;
        },
      };
    },
    resubmits: () => {
      const found = seenState(({ state }) => state.status === 'returned');
      if (!found) return undefined;
      const key = newKey('resubmit');
      const { ref } = found;
      const sent = body(found.state.request.pupilRef);
      return {
        kind: 'resubmit',
        key,
        by: senco,
        ref,
        run: async (ports) => {
          await resubmitCallOff(ports)({ caller: callerOf(senco), params: { ref }, query: undefined, key, body: sent });
          return ref;
        },
      };
    },
    answers: () => {
      const found = seenState(({ state }) => state.order?.state === 'awaiting-provider');
      if (!found) return undefined;
      const key = newKey('answer');
      const { ref } = found;
      const accepts = dice.perMille(600);
      const said = accepts ? { answer: 'accepted' as const } : { answer: 'declined' as const, reason: 'No place is free.' };
      return {
        kind: `answer-${said.answer}`,
        key,
        by: senco,
        ref,
        run: async (ports) => {
          await answerOrder(ports)({ caller: callerOf(senco), params: { ref }, query: undefined, key, body: said });
          return ref;
        },
      };
    },
    looks: () => {
      const link = mailedLink();
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
      const link = mailedLink();
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
