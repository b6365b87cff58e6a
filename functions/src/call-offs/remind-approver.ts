import type { remindApprover as declared } from '@ap/shared/contract/call-offs';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { remindApprover as decide } from '@ap/shared/domain/approvals/remind-approver';
import { runCommand } from '../commands/run-command.ts';
import { noSuchCallOff } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { toReply } from './call-off-view.ts';
import { maySee } from './may-see-call-off.ts';

/** Has those reminded whose decision a request waits for. */
export const remindApprover =
  (ports: Ports) =>
  async ({ caller, params, key }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const given = { ref: params.ref, by: caller.person, key, content: 'remind' };
    const stored = await runCommand(ports, given, async (present, command) => {
      if (!maySee(present.callOff, caller)) throw noSuchCallOff();
      return decide(present.callOff, { ...command, memberships: caller.memberships });
    });
    return toReply(stored.callOff, caller, await ports.effects.receipts(stored.callOff.ref), ports.clock.now());
  };
