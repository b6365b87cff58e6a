import type {
  resubmitCallOff as resubmitDeclared,
  undoWithdrawal as undoDeclared,
  withdrawCallOff as withdrawDeclared,
} from '@ap/shared/contract/call-offs';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { resubmitCallOff as decideResubmit } from '@ap/shared/domain/call-off/submit-call-off';
import { type Asked, undoWithdrawal as decideUndo } from '@ap/shared/domain/call-off/undo-withdrawal';
import { withdrawCallOff as decideWithdraw } from '@ap/shared/domain/call-off/withdraw-call-off';
import { decisionFacts } from '../commands/decision-facts.ts';
import { othersConsidered } from '../commands/others-considered.ts';
import { runCommand } from '../commands/run-command.ts';
import { noSuchCallOff } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Receipt } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import { toReply } from './call-off-view.ts';
import { discardSentDraft } from './drafts.ts';
import { maySee } from './may-see-call-off.ts';

/** Sends a returned request again, changed: priced and planned afresh. */
export const resubmitCallOff =
  (ports: Ports) =>
  async (call: Call<typeof resubmitDeclared>): Promise<ReplyOf<typeof resubmitDeclared>> => {
    const { caller, params, body } = call;
    const { request } = body;
    const stored = await runCommand(
      ports,
      { ref: params.ref, by: caller.person, key: call.key, content: body },
      async (present, command) => {
        if (!maySee(present.callOff, caller)) throw noSuchCallOff();
        const [facts, others] = await Promise.all([
          decisionFacts(ports, { ...request, ref: params.ref, requester: caller.person }, 'fresh'),
          othersConsidered(ports, request, caller.person, params.ref),
        ]);
        const submit = {
          ...command,
          ref: present.callOff.ref,
          idempotencyKey: present.callOff.idempotencyKey,
          request,
          shownGross: body.shownGross,
        };
        return decideResubmit(present.callOff, submit, { ...facts, others });
      },
    );
    await discardSentDraft(ports, caller.person, call.key);
    return toReply(stored.callOff, caller, await ports.effects.receipts(stored.callOff.ref), ports.clock.now());
  };

/** Takes an undecided request back. */
export const withdrawCallOff =
  (ports: Ports) =>
  async (call: Call<typeof withdrawDeclared>): Promise<ReplyOf<typeof withdrawDeclared>> => {
    const { caller, params } = call;
    const stored = await runCommand(
      ports,
      { ref: params.ref, by: caller.person, key: call.key, content: 'withdraw' },
      async (present, command) => {
        if (!maySee(present.callOff, caller)) throw noSuchCallOff();
        return decideWithdraw(present.callOff, command);
      },
    );
    return toReply(stored.callOff, caller, await ports.effects.receipts(stored.callOff.ref), ports.clock.now());
  };

/** Takes a withdrawal back, soon after it. Who was asked already is not asked again. */
export const undoWithdrawal =
  (ports: Ports) =>
  async (call: Call<typeof undoDeclared>): Promise<ReplyOf<typeof undoDeclared>> => {
    const { caller, params } = call;
    const stored = await runCommand(
      ports,
      { ref: params.ref, by: caller.person, key: call.key, content: 'undo-withdrawal' },
      async (present, command) => {
        if (!maySee(present.callOff, caller)) throw noSuchCallOff();
        const asked = (await ports.effects.receipts(params.ref)).flatMap(askedBy);
        return decideUndo(present.callOff, { ...command, asked });
      },
    );
    return toReply(stored.callOff, caller, await ports.effects.receipts(stored.callOff.ref), ports.clock.now());
  };

/** What a receipt says of the asking. 'Not delivered' counts: the mail is the card's full equal, and the same card would fail again. */
const askedBy = ({ kind, to, at, state }: Receipt): readonly Asked[] =>
  (kind === 'send-approval-card' || kind === 'send-approval-mail') && to !== undefined && (state === 'done' || state === 'not-delivered')
    ? [{ kind, to, at }]
    : [];
