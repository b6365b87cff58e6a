import { openStep } from '@ap/shared/domain/call-off/call-off';
import { answerApprovalCard } from '../../functions/src/approvals/answer-approval-card.ts';
import { decideApproval } from '../../functions/src/approvals/decide-approval.ts';
import { resubmitCallOff, withdrawCallOff } from '../../functions/src/call-offs/change-call-off.ts';
import { maySee } from '../../functions/src/call-offs/may-see-call-off.ts';
import { getCallOff, listCallOffs } from '../../functions/src/call-offs/read-call-offs.ts';
import { answerOrder } from '../../functions/src/orders/answer-order.ts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import type { Given } from './commands.ts';
import type { Dice } from './seeded.ts';
import type { StoredState } from './stored-state.ts';
import { callerFrom, otherThan } from './two-schools.ts';

const links = {
  page: (ref: string): string => `https://ap.council.example/requests/${ref}`,
  others: (search: string): string => `https://ap.council.example/directory?${search}`,
};

/** What people of one school try with what is another's, whose reference they have come by: all of it is refused as if it were not there. */
export const strangersOf = (dice: Dice, { writes }: StoredState) => {
  let made = 0;
  return {
    tries: (): Given | undefined => {
      const write = writes.length === 0 ? undefined : dice.pick(writes);
      if (!write) return undefined;
      made += 1;
      const key = `foreign-key-${String(made).padStart(12, '0')}`;
      const { ref, state } = write;
      const { asks, approvers } = otherThan(state.request.buyerRef);
      const seen = { round: state.round, step: openStep(state) };
      const told = { params: { ref }, query: undefined, key, body: undefined };
      const asksFor = { ...told, caller: callerFrom(asks) };
      const ways: Readonly<Record<string, (ports: Ports) => Promise<unknown>>> = {
        reads: (ports) => getCallOff(ports)(asksFor),
        lists: async (ports) => {
          const { callOffs } = await listCallOffs(ports)({
            ...asksFor,
            query: { scope: dice.pick(['mine', 'waiting', 'buyer'] as const) },
          } as never);
          if (callOffs.some((each) => each.ref === ref)) throw new Error(`${ref} is listed for another school`);
        },
        withdraws: (ports) => withdrawCallOff(ports)(asksFor),
        resubmits: (ports) =>
          resubmitCallOff(ports)({ ...asksFor, body: { request: state.request, shownGross: state.price.gross } } as never),
        answers: (ports) => answerOrder(ports)({ ...asksFor, body: { answer: 'accepted' } }),
        decides: (ports) => {
          const caller = callerFrom(approvers[0]);
          const decision = { verdict: 'approve' as const, comment: undefined, channel: 'page' as const, seen };
          return decideApproval(ports, { ...decision, ref, by: approvers[0], key, mayKnow: (callOff) => maySee(callOff, caller) });
        },
        clicks: (ports) =>
          answerApprovalCard(ports, links, () => key)({ verb: 'approve', data: { ...seen, ref, commandKey: key }, by: approvers[1] }),
      };
      const [way, act] = dice.pick(Object.entries(ways));
      return {
        kind: `foreign-${way}`,
        key,
        by: way === 'decides' ? approvers[0] : way === 'clicks' ? approvers[1] : asks,
        ref,
        run: async (ports) => {
          await act(ports);
          return ref;
        },
      };
    },
  };
};
