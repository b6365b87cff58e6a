import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { personKey } from '@ap/shared/domain/people/person';
import type { Ended, Invariant } from './invariant.ts';

/** What an approval is about: whoever approved this has approved nothing else. */
const approvedPart = ({ request, providerRef, price }: CallOff): string =>
  JSON.stringify([Object.entries(request).sort(), providerRef, price.net, price.gross]);

/** The writes by which a request became an order, each with that over which it was decided. */
const orderings = ({ stored }: Ended): readonly (readonly [before: CallOff, after: CallOff])[] => {
  const present = new Map<string, CallOff>();
  return stored.writes.flatMap(({ ref, state }) => {
    const before = present.get(ref);
    present.set(ref, state);
    return before?.status === 'awaiting-approval' && state.status === 'ordered' ? [[before, state] as const] : [];
  });
};

/** Promises about approvals: what is ordered was approved as it is, by whom it had to be. */
export const approvalInvariants: Readonly<Record<string, Invariant>> = {
  I8: async (ended) =>
    orderings(ended).flatMap(([, { ref, approvals }]) => {
      const decided = approvals.flatMap((step) => (step.state === 'decided' ? [step] : []));
      const isApproved = decided.length > 0 && decided.every(({ verdict }) => verdict === 'approve');
      const isOpen = approvals.some(({ state }) => state === 'open' || state === 'waiting');
      const byStrangers = decided.filter(
        ({ approvers, by, onBehalfOf }) => !approvers.some((person) => personKey(person) === personKey(onBehalfOf ?? by)),
      );
      const isTwice = new Set(decided.map(({ by }) => personKey(by))).size < decided.length;
      return isApproved && !isOpen && byStrangers.length === 0 && !isTwice
        ? []
        : [`${ref} was ordered without the approvals that it needs`];
    }),
  I10: async (ended) =>
    orderings(ended).flatMap(([before, after]) => {
      const ofRound = ended.stored.writes.flatMap(({ ref, state }) =>
        ref === after.ref && state.round === after.round && state.version <= before.version && state.status === 'awaiting-approval'
          ? [approvedPart(state)]
          : [],
      );
      return ofRound.some((part) => part !== approvedPart(after)) ? [`${after.ref} was changed after it was approved`] : [];
    }),
};
